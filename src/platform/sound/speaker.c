#include "platform/sound/speaker.h"

void speaker_close(Speaker *speaker)
{
    if (speaker) speaker->type->close(speaker);
}

bool speaker_tick(Speaker *speaker, int64_t now_ms) { return speaker->type->tick(speaker, now_ms); }

int64_t speaker_deadline_ms(const Speaker *speaker, int64_t now_ms)
{
    return speaker->type->deadline_ms(speaker, now_ms);
}

void speaker_look_again(Speaker *speaker)
{
    if (speaker) speaker->type->look_again(speaker);
}

bool speaker_is_heard(const Speaker *speaker) { return speaker && speaker->type->is_heard(speaker); }

bool speaker_speaks(const Speaker *speaker, const char *lang)
{
    return speaker && speaker->type->speaks(speaker, lang);
}

JackState speaker_jack(const Speaker *speaker) { return speaker ? speaker->type->jack(speaker) : JACK_UNKNOWN; }

void speaker_fetch(Speaker *speaker, int slot, const char *lang, const char *text, int speed, int64_t now_ms)
{
    speaker->type->fetch(speaker, slot, lang, text, speed, now_ms);
}

SpeakerState speaker_state(const Speaker *speaker, int slot) { return speaker->type->state(speaker, slot); }

int64_t speaker_say(Speaker *speaker, int slot) { return speaker->type->say(speaker, slot); }

int64_t speaker_chime(Speaker *speaker) { return speaker ? speaker->type->chime(speaker) : 0; }

int64_t speaker_play(Speaker *speaker, const char *path) { return speaker->type->play(speaker, path); }

void speaker_seek(Speaker *speaker, int64_t ms) { speaker->type->seek(speaker, ms); }

bool speaker_plays(const Speaker *speaker) { return speaker->type->plays(speaker); }

void speaker_pause(Speaker *speaker) { speaker->type->pause(speaker); }

void speaker_go_on(Speaker *speaker) { speaker->type->go_on(speaker); }

void speaker_volume(Speaker *speaker, int percent)
{
    speaker->volume = percent;
    speaker->type->volume(speaker, percent);
}

int speaker_volume_now(const Speaker *speaker) { return speaker->volume; }

void speaker_stop(Speaker *speaker, int64_t now_ms)
{
    if (speaker) speaker->type->stop(speaker, now_ms);
}
