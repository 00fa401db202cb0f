/* machine_speaker.c - the speaker of this machine: espeak-ng for the voice, the mixer for sound, the jack's switch. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "platform/sound/chime.h"
#include "platform/platform.h"
#include "platform/sound/sound.h"
#include "platform/sound/speaker.h"
#include "platform/sound/voice.h"

enum {
    WORDS_A_MINUTE = 150,   /* calmer than the 175 that espeak-ng begins with */
    SILENT_CLOSE_MS = 3000, /* an open device costs power, and opening one takes a moment */
    CHIME_SLOT = 0,
    LANG_MAX = 16,
};

typedef struct Slot {
    SpeakerState state;
    VoiceRun run;
    SoundClip *clip;
    int64_t length_ms;
} Slot;

typedef struct MachineSpeaker {
    Speaker speaker;
    bool heard; /* there is a device */
    Jack *jack;
    VoiceRun asking; /* which languages there are */
    char *voices;    /* the answer; NULL: none yet */
    Slot slots[SPEAKER_SLOTS];
    Sound *sound;        /* NULL: closed */
    int saying;          /* slot, -1: nothing */
    int64_t close_at_ms; /* INT64_MAX: not yet */
    JackState jack_before;
    Platform *platform;
} MachineSpeaker;

static void slot_clear(Slot *slot)
{
    voice_end(&slot->run);
    sound_clip_free(slot->clip);
    *slot = (Slot){0};
}

static MachineSpeaker *machine_of(Speaker *speaker) { return (MachineSpeaker *)speaker; }

static const MachineSpeaker *machine_const(const Speaker *speaker) { return (const MachineSpeaker *)speaker; }

static void machine_close(Speaker *closed)
{
    MachineSpeaker *speaker = machine_of(closed);
    for (int i = 0; i < SPEAKER_SLOTS; i++) slot_clear(&speaker->slots[i]);
    sound_close(speaker->sound);
    voice_end(&speaker->asking);
    jack_close(speaker->jack);
    free(speaker->voices);
    free(speaker);
}

/* ------------------------------------------------------------------------------------------------ languages */

/* Voices that are called otherwise than their language, or that are one of several. */
static const struct {
    const char *lang, *voice;
} preferred[] = {
    {"zh", "cmn"}, {"en", "en-us"}, {"fr", "fr-fr"}, {"es", "es-419"}, {"pt", "pt-br"}, {"zh-HK", "yue"},
};

/* The name in the list's second column, as it stands there; NULL if it is not in it. */
static const char *list_find(const char *list, const char *name, size_t length)
{
    for (const char *line = list; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL) {
        const char *at = line + strspn(line, " ");
        at += strcspn(at, " \n");
        at += strspn(at, " ");
        if (strncmp(at, name, length) == 0 && (at[length] == ' ' || at[length] == '\n')) return at;
    }
    return NULL;
}

const char *speaker_voice_of(const char *list, const char *lang)
{
    size_t primary = strcspn(lang, "-");
    for (size_t i = ARRAY_LEN(preferred); list && i-- > 0;) {
        bool whole = strcmp(preferred[i].lang, lang) == 0;
        bool part = strlen(preferred[i].lang) == primary && strncmp(preferred[i].lang, lang, primary) == 0;
        const char *voice = preferred[i].voice;
        if ((whole || part) && list_find(list, voice, strlen(voice))) return voice;
    }
    const char *found = list ? list_find(list, lang, primary) : NULL;
    return found ? lang : NULL;
}

static bool machine_speaks(const Speaker *speaker, const char *lang)
{
    return speaker_voice_of(machine_const(speaker)->voices, lang) != NULL;
}

/* ------------------------------------------------------------------------------------------------ devices */

static bool machine_is_heard(const Speaker *speaker) { return machine_const(speaker)->heard; }

static JackState machine_jack(const Speaker *speaker) { return jack_state(machine_const(speaker)->jack); }

static void machine_look_again(Speaker *speaker)
{
    if (!machine_of(speaker)->heard) machine_of(speaker)->heard = sound_device_exists();
}

/* A device that cannot be opened is none, until somebody looks again. */
static bool sound_ready(MachineSpeaker *speaker)
{
    speaker->close_at_ms = INT64_MAX;
    if (speaker->sound) return true;
    speaker->sound = speaker->heard ? sound_open() : NULL;
    speaker->heard = speaker->sound != NULL;
    if (speaker->sound) sound_volume(speaker->sound, speaker->speaker.volume);
    return speaker->heard;
}

/* ------------------------------------------------------------------------------------------------ speech */

static void slot_take(MachineSpeaker *speaker, Slot *slot, int64_t now_ms)
{
    VoiceState state = voice_look(&slot->run, now_ms);
    if (state == VOICE_RUNS) return;
    if (state == VOICE_DONE)
        slot->clip = sound_clip_new(speaker->sound, slot->run.bytes, slot->run.count, &slot->length_ms);
    slot->state = slot->clip ? SPEAKER_READY : SPEAKER_FAILED;
    voice_end(&slot->run);
}

static void voices_take(MachineSpeaker *speaker, int64_t now_ms)
{
    VoiceState state = voice_look(&speaker->asking, now_ms);
    if (state == VOICE_RUNS) return;
    if (state == VOICE_DONE) {
        speaker->voices = mem_alloc(speaker->asking.count + 1);
        memcpy(speaker->voices, speaker->asking.bytes, speaker->asking.count);
    }
    voice_end(&speaker->asking);
}

static bool machine_tick(Speaker *ticked, int64_t now_ms)
{
    MachineSpeaker *speaker = machine_of(ticked);
    JackState jack = jack_state(speaker->jack);
    bool changed = jack != speaker->jack_before;
    speaker->jack_before = jack;
    if (changed) machine_look_again(ticked);
    if (speaker->asking.state != VOICE_NONE) {
        voices_take(speaker, now_ms);
        changed = changed || speaker->voices != NULL;
    }
    for (int i = 0; i < SPEAKER_SLOTS; i++) {
        if (speaker->slots[i].state != SPEAKER_COMING) continue;
        slot_take(speaker, &speaker->slots[i], now_ms);
        changed = changed || speaker->slots[i].state != SPEAKER_COMING;
    }
    if (now_ms >= speaker->close_at_ms) {
        sound_close(speaker->sound);
        speaker->sound = NULL;
        speaker->close_at_ms = INT64_MAX;
    }
    return changed;
}

static int64_t machine_deadline_ms(const Speaker *waiting, int64_t now_ms)
{
    const MachineSpeaker *speaker = machine_const(waiting);
    int64_t earliest_ms = voice_deadline_ms(&speaker->asking, now_ms);
    for (int i = 0; i < SPEAKER_SLOTS; i++) {
        earliest_ms = int64_min(earliest_ms, voice_deadline_ms(&speaker->slots[i].run, now_ms));
    }
    return int64_min(earliest_ms, speaker->close_at_ms);
}

static bool voice_fetch(MachineSpeaker *speaker, Slot *slot, const char *lang, const char *text, int speed,
                        int64_t now_ms)
{
    char rate[16], name[LANG_MAX];
    const char *voice = speaker_voice_of(speaker->voices, lang);
    if (!voice || !sound_ready(speaker)) return false;
    snprintf(rate, sizeof(rate), "%d", WORDS_A_MINUTE * speed / 100);
    /* What is not in the table of voices is called by its language alone. */
    int length = voice == lang ? (int)strcspn(lang, "-") : (int)strlen(voice);
    snprintf(name, sizeof(name), "%.*s", length, voice);
    const char *const argv[] = {"espeak-ng", "-v", name, "-s", rate, "-b", "1", "--stdin", "--stdout", NULL};
    return voice_start(&slot->run, argv, text, now_ms);
}

static void machine_fetch(Speaker *asked, int slot, const char *lang, const char *text, int speed, int64_t now_ms)
{
    MachineSpeaker *speaker = machine_of(asked);
    Slot *into = &speaker->slots[slot];
    if (speaker->saying == slot) speaker->saying = -1;
    slot_clear(into);
    into->state = voice_fetch(speaker, into, lang, text, speed, now_ms) ? SPEAKER_COMING : SPEAKER_FAILED;
}

static SpeakerState machine_state(const Speaker *speaker, int slot)
{
    return machine_const(speaker)->slots[slot].state;
}

static int64_t machine_say(Speaker *asked, int slot)
{
    MachineSpeaker *speaker = machine_of(asked);
    const Slot *from = &speaker->slots[slot];
    if (from->state != SPEAKER_READY) return 0;
    sound_play_clip(speaker->sound, from->clip);
    speaker->saying = slot;
    return from->length_ms;
}

static void chime_take(MachineSpeaker *speaker, Slot *slot)
{
    size_t count;
    unsigned char *bytes = chime_new(&count);
    slot->clip = sound_clip_new(speaker->sound, bytes, count, &slot->length_ms);
    slot->state = slot->clip ? SPEAKER_READY : SPEAKER_FAILED;
    free(bytes);
}

static int64_t machine_chime(Speaker *asked)
{
    MachineSpeaker *speaker = machine_of(asked);
    Slot *slot = &speaker->slots[CHIME_SLOT];
    slot_clear(slot);
    speaker->saying = -1;
    machine_look_again(asked);
    if (sound_ready(speaker)) chime_take(speaker, slot);
    return machine_say(asked, CHIME_SLOT);
}

static int64_t machine_play(Speaker *asked, const char *path)
{
    MachineSpeaker *speaker = machine_of(asked);
    int64_t length_ms = 0;
    return sound_ready(speaker) && sound_play_file(speaker->sound, path, &length_ms) ? length_ms : 0;
}

static void machine_seek(Speaker *speaker, int64_t ms)
{
    if (machine_of(speaker)->sound) sound_seek(machine_of(speaker)->sound, ms);
}

static bool machine_plays(const Speaker *speaker)
{
    return machine_const(speaker)->sound && sound_recording_plays(machine_const(speaker)->sound);
}

static void machine_pause(Speaker *speaker)
{
    if (machine_of(speaker)->sound) sound_pause(machine_of(speaker)->sound);
}

static void machine_go_on(Speaker *speaker)
{
    if (machine_of(speaker)->sound) sound_go_on(machine_of(speaker)->sound);
}

static void machine_volume(Speaker *speaker, int percent)
{
    if (machine_of(speaker)->sound) sound_volume(machine_of(speaker)->sound, percent);
}

static void machine_stop(Speaker *stopped, int64_t now_ms)
{
    MachineSpeaker *speaker = machine_of(stopped);
    sound_stop(speaker->sound);
    speaker->saying = -1;
    for (int i = 0; i < SPEAKER_SLOTS; i++) slot_clear(&speaker->slots[i]);
    if (speaker->sound && speaker->close_at_ms == INT64_MAX) speaker->close_at_ms = now_ms + SILENT_CLOSE_MS;
}

static const SpeakerType machine_speaker = {
    .close = machine_close,
    .tick = machine_tick,
    .deadline_ms = machine_deadline_ms,
    .look_again = machine_look_again,
    .is_heard = machine_is_heard,
    .speaks = machine_speaks,
    .jack = machine_jack,
    .fetch = machine_fetch,
    .state = machine_state,
    .say = machine_say,
    .chime = machine_chime,
    .play = machine_play,
    .seek = machine_seek,
    .plays = machine_plays,
    .pause = machine_pause,
    .go_on = machine_go_on,
    .volume = machine_volume,
    .stop = machine_stop,
};

static void jack_changed(void *platform) { platform_wake(platform); }

Speaker *speaker_open(Platform *platform, int64_t now_ms)
{
    static const char *const ask[] = {"espeak-ng", "--voices", NULL};
    MachineSpeaker *speaker = mem_alloc(sizeof(*speaker));
    speaker->speaker = (Speaker){.type = &machine_speaker, .volume = 100};
    speaker->saying = -1;
    speaker->close_at_ms = INT64_MAX;
    speaker->platform = platform;
    speaker->jack = jack_open("/dev/input", jack_changed, platform);
    speaker->jack_before = jack_state(speaker->jack);
    speaker->heard = sound_device_exists();
    if (!voice_start(&speaker->asking, ask, "", now_ms)) voice_end(&speaker->asking);
    return &speaker->speaker;
}
