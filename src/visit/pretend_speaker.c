#include "visit/pretend_speaker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "gfx/recording_header.h"

enum { CHIME_SLOT = 0, LANG_MAX = 16, FILE_MAX = 256 };

typedef struct PretendSpeaker {
    Speaker speaker;
    bool heard; /* there is a device */
    JackState jack, jack_before;
    char without[LANG_MAX], file[FILE_MAX]; /* the recording that it plays; "": none */
    char *texts[SPEAKER_SLOTS];             /* owned; NULL: nothing is in the slot */
    int64_t lengths_ms[SPEAKER_SLOTS];
    int saying; /* slot, -1: nothing */
} PretendSpeaker;

static PretendSpeaker *pretend_of(Speaker *speaker) { return (PretendSpeaker *)speaker; }

static const PretendSpeaker *pretend_const(const Speaker *speaker) { return (const PretendSpeaker *)speaker; }

static void slot_clear(PretendSpeaker *speaker, int slot)
{
    if (speaker->saying == slot) speaker->saying = -1;
    mem_wipe_text(speaker->texts[slot]);
    speaker->texts[slot] = NULL;
}

static void slot_fill(PretendSpeaker *speaker, int slot, const char *text, int speed)
{
    size_t size = strlen(text) + 1;
    slot_clear(speaker, slot);
    speaker->texts[slot] = mem_alloc(size);
    memcpy(speaker->texts[slot], text, size);
    speaker->lengths_ms[slot] = (int64_t)utf8_count(text) * PRETEND_CHARACTER_MS * 100 / speed;
}

static void pretend_close(Speaker *speaker)
{
    for (int i = 0; i < SPEAKER_SLOTS; i++) slot_clear(pretend_of(speaker), i);
    free(speaker);
}

static bool pretend_tick(Speaker *speaker, int64_t now_ms)
{
    (void)now_ms;
    PretendSpeaker *pretend = pretend_of(speaker);
    bool changed = pretend->jack != pretend->jack_before;
    pretend->jack_before = pretend->jack;
    return changed;
}

static int64_t pretend_deadline_ms(const Speaker *speaker, int64_t now_ms)
{
    (void)speaker, (void)now_ms;
    return INT64_MAX;
}

static void pretend_look_again(Speaker *speaker) { (void)speaker; }

static bool pretend_is_heard(const Speaker *speaker) { return pretend_const(speaker)->heard; }

static bool pretend_speaks(const Speaker *speaker, const char *lang)
{
    return strcmp(pretend_const(speaker)->without, lang) != 0;
}

static JackState pretend_jack(const Speaker *speaker) { return pretend_const(speaker)->jack; }

static void pretend_fetch(Speaker *speaker, int slot, const char *lang, const char *text, int speed, int64_t now_ms)
{
    (void)lang, (void)now_ms;
    slot_fill(pretend_of(speaker), slot, text, speed);
}

static SpeakerState pretend_state(const Speaker *speaker, int slot)
{
    return pretend_const(speaker)->texts[slot] ? SPEAKER_READY : SPEAKER_NOTHING;
}

static int64_t pretend_say(Speaker *speaker, int slot)
{
    if (!pretend_of(speaker)->texts[slot]) return 0;
    pretend_of(speaker)->saying = slot;
    return pretend_of(speaker)->lengths_ms[slot];
}

static int64_t pretend_chime(Speaker *speaker)
{
    slot_clear(pretend_of(speaker), CHIME_SLOT);
    pretend_of(speaker)->saying = -1;
    if (pretend_of(speaker)->heard) slot_fill(pretend_of(speaker), CHIME_SLOT, "chime", 100);
    return pretend_say(speaker, CHIME_SLOT);
}

static int64_t pretend_play(Speaker *speaker, const char *path)
{
    int64_t length_ms = recording_file_length_ms(path);
    snprintf(pretend_of(speaker)->file, FILE_MAX, "%s", length_ms > 0 ? path : "");
    return length_ms;
}

static void pretend_seek(Speaker *speaker, int64_t ms) { (void)speaker, (void)ms; }

static bool pretend_plays(const Speaker *speaker) { return pretend_const(speaker)->file[0] != '\0'; }

static void pretend_pause(Speaker *speaker) { (void)speaker; }

static void pretend_volume(Speaker *speaker, int percent) { (void)speaker, (void)percent; }

static void pretend_stop(Speaker *speaker, int64_t now_ms)
{
    (void)now_ms;
    pretend_speaker_break(speaker);
    for (int i = 0; i < SPEAKER_SLOTS; i++) slot_clear(pretend_of(speaker), i);
}

static const SpeakerType pretend_type = {
    .close = pretend_close,
    .tick = pretend_tick,
    .deadline_ms = pretend_deadline_ms,
    .look_again = pretend_look_again,
    .is_heard = pretend_is_heard,
    .speaks = pretend_speaks,
    .jack = pretend_jack,
    .fetch = pretend_fetch,
    .state = pretend_state,
    .say = pretend_say,
    .chime = pretend_chime,
    .play = pretend_play,
    .seek = pretend_seek,
    .plays = pretend_plays,
    .pause = pretend_pause,
    .go_on = pretend_pause,
    .volume = pretend_volume,
    .stop = pretend_stop,
};

Speaker *pretend_speaker_new(void)
{
    PretendSpeaker *speaker = mem_alloc(sizeof(*speaker));
    *speaker = (PretendSpeaker){.speaker = {.type = &pretend_type, .volume = 100},
                                .heard = true,
                                .jack = JACK_IN,
                                .jack_before = JACK_IN,
                                .saying = -1};
    return &speaker->speaker;
}

void pretend_speaker_set_jack(Speaker *speaker, JackState state) { pretend_of(speaker)->jack = state; }

void pretend_speaker_set_device(Speaker *speaker, bool exists) { pretend_of(speaker)->heard = exists; }

void pretend_speaker_set_without(Speaker *speaker, const char *lang)
{
    snprintf(pretend_of(speaker)->without, LANG_MAX, "%s", lang);
}

void pretend_speaker_break(Speaker *speaker) { mem_wipe(pretend_of(speaker)->file, FILE_MAX); }

const char *pretend_speaker_said(const Speaker *speaker)
{
    const PretendSpeaker *pretend = pretend_const(speaker);
    return pretend->saying >= 0 ? pretend->texts[pretend->saying] : pretend->file;
}
