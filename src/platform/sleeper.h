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
    int wake_fd;
    uint32_t kick_event; /* SLEEP_IN_SDL: makes SDL return, means nothing */
    InputWatch input;
    int64_t settle_until_ms; /* a device came or went: SDL hears of it a little later than we do */
} Sleeper;

/* SLEEP_IN_SDL: after SDL_Init. */
void sleeper_open(Sleeper *sleeper, SleepKind kind);
void sleeper_close(Sleeper *sleeper);
/* May return early. */
void sleeper_sleep(Sleeper *sleeper, int64_t now_ms, int64_t until_ms);
/* From any thread. */
void sleeper_wake(Sleeper *sleeper, WakeReason reason);
/* The reasons given since the last call, or 0. */
unsigned sleeper_take_reasons(Sleeper *sleeper);

#endif
