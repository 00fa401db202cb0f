/* voice.h - a program that speaks, run once for each thing to say: text goes in, sound comes out, nobody waits for it.
 *
 * It is a process of its own: its licence and its faults are its own. It is looked at whenever the loop comes by,
 * killed at once when nobody wants it any more, and has a deadline. Nothing of what it was given is left behind. */
#ifndef HEARTH_VOICE_H
#define HEARTH_VOICE_H

#include <sys/types.h>

#include "base/base.h"

typedef enum VoiceState { VOICE_NONE, VOICE_RUNS, VOICE_DONE, VOICE_FAILED } VoiceState;

typedef struct VoiceRun {
    VoiceState state;
    pid_t pid;
    int out;
    bool ended;           /* it has closed its end */
    unsigned char *bytes; /* what it said so far; owned */
    size_t count, capacity;
    int64_t deadline_ms;
} VoiceRun;

enum {
    VOICE_TEXT_MAX = 4096,          /* fits into a pipe at once, so that writing never waits */
    VOICE_BYTES_MAX = 16 * 1048576, /* six minutes of speech */
    VOICE_TIME_MAX_MS = 5000,       /* a sentence takes a twentieth of a second */
    VOICE_LOOK_MS = 15,
};

/* Starts argv[0], found by PATH, with `text` (cut to VOICE_TEXT_MAX) on its input. False: it cannot be started. */
MUST_USE bool voice_start(VoiceRun *run, const char *const argv[], const char *text, int64_t now_ms);
/* Takes what has come. */
VoiceState voice_look(VoiceRun *run, int64_t now_ms);
/* Ends it if it still runs, and overwrites what it said. Accepts a zeroed one. */
void voice_end(VoiceRun *run);
/* When voice_look() next matters; INT64_MAX: never. */
int64_t voice_deadline_ms(const VoiceRun *run, int64_t now_ms);

#endif
