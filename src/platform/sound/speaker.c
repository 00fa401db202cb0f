#include "platform/sound/speaker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "platform/sound/chime.h"
#include "gfx/recording_header.h"
#include "platform/platform.h"
#include "platform/sound/sound.h"
#include "platform/sound/voice.h"

enum {
    WORDS_A_MINUTE = 150,   /* calmer than the 175 that espeak-ng begins with */
    SILENT_CLOSE_MS = 3000, /* an open device costs power, and opening one takes a moment */
    CHIME_SLOT = 0,
    LANG_MAX = 16,
    PATH_MAX_BYTES = 256,
};

typedef struct Slot {
    SpeakerState state;
    VoiceRun run;
    SoundClip *clip;
    char *text; /* one that pretends keeps it */
    int64_t length_ms;
} Slot;

struct Speaker {
    bool pretends;
    bool heard; /* there is a device */
    JackState pretended_jack;
    char pretended_without[LANG_MAX], pretended_file[PATH_MAX_BYTES];
    Jack *jack;
    VoiceRun asking; /* which languages there are */
    char *voices;    /* the answer; NULL: none yet */
    Slot slots[SPEAKER_SLOTS];
    Sound *sound; /* NULL: closed */
    int volume;
    int saying;          /* slot, -1: nothing */
    int64_t close_at_ms; /* INT64_MAX: not yet */
    JackState jack_before;
    Platform *platform;
};

static void jack_changed(void *platform) { platform_wake(platform); }

static Speaker *speaker_new(void)
{
    Speaker *speaker = mem_alloc(sizeof(*speaker));
    speaker->saying = -1;
    speaker->volume = 100;
    speaker->close_at_ms = INT64_MAX;
    return speaker;
}

Speaker *speaker_open(Platform *platform, int64_t now_ms)
{
    static const char *const ask[] = {"espeak-ng", "--voices", NULL};
    Speaker *speaker = speaker_new();
    speaker->platform = platform;
    speaker->jack = jack_open("/dev/input", jack_changed, platform);
    speaker->jack_before = jack_state(speaker->jack);
    speaker->heard = sound_device_exists();
    if (!voice_start(&speaker->asking, ask, "", now_ms)) voice_end(&speaker->asking);
    return speaker;
}

Speaker *speaker_pretend(void)
{
    Speaker *speaker = speaker_new();
    speaker->pretends = true;
    speaker->heard = true;
    speaker->pretended_jack = speaker->jack_before = JACK_IN;
    return speaker;
}

static void slot_clear(Slot *slot)
{
    voice_end(&slot->run);
    sound_clip_free(slot->clip);
    mem_wipe_text(slot->text);
    *slot = (Slot){0};
}

void speaker_close(Speaker *speaker)
{
    if (!speaker) return;
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

bool speaker_speaks(const Speaker *speaker, const char *lang)
{
    if (!speaker) return false;
    if (speaker->pretends) return strcmp(speaker->pretended_without, lang) != 0;
    return speaker_voice_of(speaker->voices, lang) != NULL;
}

/* ------------------------------------------------------------------------------------------------ devices */

bool speaker_is_heard(const Speaker *speaker) { return speaker && speaker->heard; }

JackState speaker_jack(const Speaker *speaker)
{
    if (!speaker) return JACK_UNKNOWN;
    return speaker->pretends ? speaker->pretended_jack : jack_state(speaker->jack);
}

void speaker_pretend_without(Speaker *speaker, const char *lang)
{
    snprintf(speaker->pretended_without, sizeof(speaker->pretended_without), "%s", lang);
}

void speaker_pretend_broken(Speaker *speaker) { memset(speaker->pretended_file, 0, sizeof(speaker->pretended_file)); }

void speaker_pretend_jack(Speaker *speaker, JackState state) { speaker->pretended_jack = state; }
void speaker_pretend_device(Speaker *speaker, bool exists) { speaker->heard = exists; }

void speaker_look_again(Speaker *speaker)
{
    if (speaker && !speaker->pretends && !speaker->heard) speaker->heard = sound_device_exists();
}

/* A device that cannot be opened is none, until somebody looks again. */
static bool sound_ready(Speaker *speaker)
{
    speaker->close_at_ms = INT64_MAX;
    if (speaker->sound) return true;
    speaker->sound = speaker->heard ? sound_open() : NULL;
    speaker->heard = speaker->sound != NULL;
    if (speaker->sound) sound_volume(speaker->sound, speaker->volume);
    return speaker->heard;
}

/* ------------------------------------------------------------------------------------------------ speech */

static void slot_take(Speaker *speaker, Slot *slot, int64_t now_ms)
{
    VoiceState state = voice_look(&slot->run, now_ms);
    if (state == VOICE_RUNS) return;
    if (state == VOICE_DONE)
        slot->clip = sound_clip_new(speaker->sound, slot->run.bytes, slot->run.count, &slot->length_ms);
    slot->state = slot->clip ? SPEAKER_READY : SPEAKER_FAILED;
    voice_end(&slot->run);
}

static void voices_take(Speaker *speaker, int64_t now_ms)
{
    VoiceState state = voice_look(&speaker->asking, now_ms);
    if (state == VOICE_RUNS) return;
    if (state == VOICE_DONE) {
        speaker->voices = mem_alloc(speaker->asking.count + 1);
        memcpy(speaker->voices, speaker->asking.bytes, speaker->asking.count);
    }
    voice_end(&speaker->asking);
}

bool speaker_tick(Speaker *speaker, int64_t now_ms)
{
    JackState jack = speaker_jack(speaker);
    bool changed = jack != speaker->jack_before;
    speaker->jack_before = jack;
    if (changed) speaker_look_again(speaker);
    if (speaker->asking.state != VOICE_NONE) {
        voices_take(speaker, now_ms);
        changed = changed || speaker->voices != NULL;
    }
    for (int i = 0; i < SPEAKER_SLOTS; i++) {
        if (speaker->slots[i].state != SPEAKER_COMING || speaker->pretends) continue;
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

int64_t speaker_deadline_ms(const Speaker *speaker, int64_t now_ms)
{
    int64_t earliest_ms = voice_deadline_ms(&speaker->asking, now_ms);
    for (int i = 0; i < SPEAKER_SLOTS; i++) {
        earliest_ms = int64_min(earliest_ms, voice_deadline_ms(&speaker->slots[i].run, now_ms));
    }
    return int64_min(earliest_ms, speaker->close_at_ms);
}

static bool voice_fetch(Speaker *speaker, Slot *slot, const char *lang, const char *text, int speed, int64_t now_ms)
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

static void slot_pretend(Slot *slot, const char *text, int speed)
{
    size_t size = strlen(text) + 1;
    slot->text = mem_alloc(size);
    memcpy(slot->text, text, size);
    slot->length_ms = (int64_t)utf8_count(text) * SPEAKER_PRETENDED_MS * 100 / speed;
    slot->state = SPEAKER_READY;
}

void speaker_fetch(Speaker *speaker, int slot, const char *lang, const char *text, int speed, int64_t now_ms)
{
    Slot *into = &speaker->slots[slot];
    if (speaker->saying == slot) speaker->saying = -1;
    slot_clear(into);
    if (speaker->pretends) {
        slot_pretend(into, text, speed);
        return;
    }
    into->state = voice_fetch(speaker, into, lang, text, speed, now_ms) ? SPEAKER_COMING : SPEAKER_FAILED;
}

SpeakerState speaker_state(const Speaker *speaker, int slot) { return speaker->slots[slot].state; }

int64_t speaker_say(Speaker *speaker, int slot)
{
    const Slot *from = &speaker->slots[slot];
    if (from->state != SPEAKER_READY) return 0;
    if (!speaker->pretends) sound_play_clip(speaker->sound, from->clip);
    speaker->saying = slot;
    return from->length_ms;
}

static void chime_take(Speaker *speaker, Slot *slot)
{
    size_t count;
    unsigned char *bytes = chime_new(&count);
    slot->clip = sound_clip_new(speaker->sound, bytes, count, &slot->length_ms);
    slot->state = slot->clip ? SPEAKER_READY : SPEAKER_FAILED;
    free(bytes);
}

int64_t speaker_chime(Speaker *speaker)
{
    if (!speaker) return 0;
    Slot *slot = &speaker->slots[CHIME_SLOT];
    slot_clear(slot);
    speaker->saying = -1;
    speaker_look_again(speaker);
    if (speaker->pretends && speaker->heard)
        slot_pretend(slot, "chime", 100);
    else if (!speaker->pretends && sound_ready(speaker))
        chime_take(speaker, slot);
    return speaker_say(speaker, CHIME_SLOT);
}

int64_t speaker_play(Speaker *speaker, const char *path)
{
    int64_t length_ms = 0;
    if (!speaker->pretends)
        return sound_ready(speaker) && sound_play_file(speaker->sound, path, &length_ms) ? length_ms : 0;
    length_ms = recording_file_length_ms(path);
    snprintf(speaker->pretended_file, sizeof(speaker->pretended_file), "%s", length_ms > 0 ? path : "");
    return length_ms;
}

void speaker_seek(Speaker *speaker, int64_t ms)
{
    if (speaker->sound) sound_seek(speaker->sound, ms);
}

bool speaker_plays(const Speaker *speaker)
{
    return speaker->pretends ? speaker->pretended_file[0] != '\0'
                             : speaker->sound && sound_recording_plays(speaker->sound);
}

const char *speaker_pretended(const Speaker *speaker)
{
    if (speaker->saying < 0 || !speaker->slots[speaker->saying].text) return speaker->pretended_file;
    return speaker->slots[speaker->saying].text;
}

void speaker_pause(Speaker *speaker)
{
    if (speaker->sound) sound_pause(speaker->sound);
}

void speaker_go_on(Speaker *speaker)
{
    if (speaker->sound) sound_go_on(speaker->sound);
}

void speaker_volume(Speaker *speaker, int percent)
{
    speaker->volume = percent;
    if (speaker->sound) sound_volume(speaker->sound, percent);
}

int speaker_volume_now(const Speaker *speaker) { return speaker->volume; }

void speaker_stop(Speaker *speaker, int64_t now_ms)
{
    if (!speaker) return;
    sound_stop(speaker->sound);
    speaker_pretend_broken(speaker);
    speaker->saying = -1;
    for (int i = 0; i < SPEAKER_SLOTS; i++) slot_clear(&speaker->slots[i]);
    if (speaker->sound && speaker->close_at_ms == INT64_MAX) speaker->close_at_ms = now_ms + SILENT_CLOSE_MS;
}
