/* speaker.h - what can be said and heard: languages of the voice, headphones, sound.
 *
 * Speech is asked for ahead and taken when it is there. Nothing here waits; everything is for the main thread. There is
 * the speaker of this machine (machine_speaker.c), and one that only pretends, for scripts and audits
 * (visit/pretend_speaker.h). */
#ifndef HEARTH_SPEAKER_H
#define HEARTH_SPEAKER_H

#include "platform/sound/jack.h"

typedef struct Platform Platform;
typedef struct Speaker Speaker;

enum { SPEAKER_SLOTS = 2 }; /* what is being said, and what comes next */

typedef enum SpeakerState { SPEAKER_NOTHING, SPEAKER_COMING, SPEAKER_READY, SPEAKER_FAILED } SpeakerState;

/* A kind of speaker. Each member does what the function speaker_... of its name says below. */
typedef struct SpeakerType {
    void (*close)(Speaker *speaker);
    bool (*tick)(Speaker *speaker, int64_t now_ms);
    int64_t (*deadline_ms)(const Speaker *speaker, int64_t now_ms);
    void (*look_again)(Speaker *speaker);
    bool (*is_heard)(const Speaker *speaker);
    bool (*speaks)(const Speaker *speaker, const char *lang);
    JackState (*jack)(const Speaker *speaker);
    void (*fetch)(Speaker *speaker, int slot, const char *lang, const char *text, int speed, int64_t now_ms);
    SpeakerState (*state)(const Speaker *speaker, int slot);
    int64_t (*say)(Speaker *speaker, int slot);
    int64_t (*chime)(Speaker *speaker);
    int64_t (*play)(Speaker *speaker, const char *path);
    void (*seek)(Speaker *speaker, int64_t ms);
    bool (*plays)(const Speaker *speaker);
    void (*pause)(Speaker *speaker);
    void (*go_on)(Speaker *speaker);
    void (*volume)(Speaker *speaker, int percent);
    void (*stop)(Speaker *speaker, int64_t now_ms);
} SpeakerType;

/* The first member of each kind's own struct. */
struct Speaker {
    const SpeakerType *type;
    int volume; /* percent */
};

/* A voice of this machine. `platform` is woken when headphones come or go. The caller owns it. */
MUST_USE Speaker *speaker_open(Platform *platform, int64_t now_ms);
void speaker_close(Speaker *speaker); /* accepts NULL */

/* Collects finished speech and changes of the headphones. True if something that the screen shows may have changed. */
bool speaker_tick(Speaker *speaker, int64_t now_ms);
/* When speaker_tick() has something to do; INT64_MAX: never. */
int64_t speaker_deadline_ms(const Speaker *speaker, int64_t now_ms);
/* Looks again whether there is a device, when it was not there before. Accepts NULL. */
void speaker_look_again(Speaker *speaker);

bool speaker_is_heard(const Speaker *speaker);                 /* there is a device to hear it on; false for NULL */
bool speaker_speaks(const Speaker *speaker, const char *lang); /* false for NULL */
JackState speaker_jack(const Speaker *speaker);                /* JACK_UNKNOWN for NULL */

/* Asks for `text` as sound, into a slot; what was in there is forgotten. `speed` in percent of the usual. */
void speaker_fetch(Speaker *speaker, int slot, const char *lang, const char *text, int speed, int64_t now_ms);
/* Whether the sound that was asked for into this slot has come. */
SpeakerState speaker_state(const Speaker *speaker, int slot);
/* Says what is in the slot, instead of what is being said. Returns how long it takes; 0 if it is not ready. */
int64_t speaker_say(Speaker *speaker, int slot);
/* Two soft notes instead of what is being said, on a device that is looked for anew. Returns how long they take; 0 if
 * there is no device, or no speaker. */
int64_t speaker_chime(Speaker *speaker);
/* Plays a recording. Returns how long it is; 0 if it cannot be played. */
int64_t speaker_play(Speaker *speaker, const char *path);
/* The recording goes on from there. */
void speaker_seek(Speaker *speaker, int64_t ms);
/* False once the recording is over, or has broken off. */
bool speaker_plays(const Speaker *speaker);
/* Pauses what is heard. */
void speaker_pause(Speaker *speaker);
/* Goes on where speaker_pause() stopped. */
void speaker_go_on(Speaker *speaker);
/* Sets how loud it is, 0 to 100 percent, for what follows, too. */
void speaker_volume(Speaker *speaker, int percent);
int speaker_volume_now(const Speaker *speaker); /* percent */
/* Silence at once, and everything that was asked for is forgotten. Accepts NULL. */
void speaker_stop(Speaker *speaker, int64_t now_ms);

/* The name of the voice for `lang` among those that `list` (what espeak-ng --voices prints) has; NULL if there is none.
 */
const char *speaker_voice_of(const char *list, const char *lang);

#endif
