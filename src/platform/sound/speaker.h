/* speaker.h - what can be said and heard on this machine: languages of the voice, headphones, sound.
 *
 * Speech is asked for ahead and taken when it is there. Nothing here waits. One that only pretends says nothing, takes
 * as long as a voice would, and needs no machine: for scripts, tests and audits. */
#ifndef HEARTH_SPEAKER_H
#define HEARTH_SPEAKER_H

#include "platform/sound/jack.h"

typedef struct Platform Platform;
typedef struct Speaker Speaker;

enum {
    SPEAKER_PRETENDED_MS = 60, /* a character */
    SPEAKER_SLOTS = 2,         /* what is being said, and what comes next */
};

typedef enum SpeakerState { SPEAKER_NOTHING, SPEAKER_COMING, SPEAKER_READY, SPEAKER_FAILED } SpeakerState;

/* A voice of this machine. `platform` is woken when headphones come or go. The caller owns it. */
MUST_USE Speaker *speaker_open(Platform *platform, int64_t now_ms);
/* One that pretends, and speaks every language; headphones are in. */
MUST_USE Speaker *speaker_pretend(void);
void speaker_close(Speaker *speaker); /* accepts NULL */

/* Takes what has come. True if something that the screen shows may have changed. */
bool speaker_tick(Speaker *speaker, int64_t now_ms);
int64_t speaker_deadline_ms(const Speaker *speaker, int64_t now_ms);
/* Looks again whether there is a device, when it was not there before. */
void speaker_look_again(Speaker *speaker);

bool speaker_is_heard(const Speaker *speaker); /* there is a device to hear it on; false for NULL */
bool speaker_speaks(const Speaker *speaker, const char *lang);
JackState speaker_jack(const Speaker *speaker);
void speaker_pretend_jack(Speaker *speaker, JackState state);
void speaker_pretend_device(Speaker *speaker, bool exists);
/* One that pretends does not speak `lang` from now on. */
void speaker_pretend_without(Speaker *speaker, const char *lang);
/* The recording that it plays breaks off. */
void speaker_pretend_broken(Speaker *speaker);
/* What one that pretends is saying now, or the recording that it plays; "" for silence. */
const char *speaker_pretended(const Speaker *speaker);

/* Asks for `text` as sound, into a slot; what was in there is forgotten. `speed` in percent of the usual. */
void speaker_fetch(Speaker *speaker, int slot, const char *lang, const char *text, int speed, int64_t now_ms);
SpeakerState speaker_state(const Speaker *speaker, int slot);
/* Says what is in the slot, instead of what is being said. Returns how long it takes; 0 if it is not ready. */
int64_t speaker_say(Speaker *speaker, int slot);
/* Two soft notes instead of what is being said, on a device that is looked for anew. Returns how long they take; 0 if
 * there is no device, or no speaker. One that pretends says "chime". */
int64_t speaker_chime(Speaker *speaker);
/* Plays a recording. 0 if it cannot be played. */
int64_t speaker_play(Speaker *speaker, const char *path);
/* The recording goes on from there. */
void speaker_seek(Speaker *speaker, int64_t ms);
/* False once the recording is over, or has broken off. */
bool speaker_plays(const Speaker *speaker);
void speaker_pause(Speaker *speaker);
void speaker_go_on(Speaker *speaker);
void speaker_volume(Speaker *speaker, int percent);
int speaker_volume_now(const Speaker *speaker);
/* Silence at once, and everything that was asked for is forgotten. Accepts NULL. */
void speaker_stop(Speaker *speaker, int64_t now_ms);

/* The name of the voice for `lang` among those that `list` (what espeak-ng --voices prints) has; NULL if there is none.
 */
const char *speaker_voice_of(const char *list, const char *lang);

#endif
