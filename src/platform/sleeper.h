/* sleeper.h - sleeps until an event, a wake-up from another thread, or a time; never looks in between. */
#ifndef HEARTH_SLEEPER_H
#define HEARTH_SLEEPER_H

#include <stdatomic.h>

#include "platform/input_watch.h"

typedef enum SleepKind {
    SLEEP_ALONE,    /* no window: only wake-ups and time */
    SLEEP_IN_SDL,   /* SDL waits on the display server's connection */
    SLEEP_ON_INPUT, /* the bare console: see input_watch.h */
} SleepKind;

typedef enum WakeReason { WAKE_CALLED = 1, WAKE_PICTURE = 2 } WakeReason;

typedef struct Sleeper {
    SleepKind kind;
    atomic_uint reasons; /* of WakeReason, not yet taken */
    int wake_fd;         /* -1: the machine has none to give */
    uint32_t kick_event; /* SLEEP_IN_SDL: makes SDL return, means nothing */
    InputWatch input;
    int64_t settle_until_ms; /* a device came or went: SDL hears of it a little later than we do */
} Sleeper;

/* Fills `sleeper`, which the caller owns: sleeper_close(). SLEEP_IN_SDL: after SDL_Init. */
void sleeper_open(Sleeper *sleeper, SleepKind kind);
/* Gives its descriptors back. No other thread may wake it any more. */
void sleeper_close(Sleeper *sleeper);
/* Sleeps until `until_ms` (INT64_MAX: for ever), an event or a wake-up. It may return earlier. Main thread only. */
void sleeper_sleep(Sleeper *sleeper, int64_t now_ms, int64_t until_ms);
/* Ends the sleep, or the next one, for this reason. May be called on any thread. */
void sleeper_wake(Sleeper *sleeper, WakeReason reason);
/* The reasons given since the last call, or 0. */
unsigned sleeper_take_reasons(Sleeper *sleeper);

#endif
