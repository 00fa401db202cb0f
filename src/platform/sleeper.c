#include "platform/sleeper.h"

#include <SDL.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum { SLEEP_MAX_MS = 3600 * 1000, SETTLE_MS = 2000, SETTLE_LOOK_MS = 100 };

void sleeper_open(Sleeper *sleeper, SleepKind kind)
{
    sleeper->kind = kind;
    atomic_init(&sleeper->reasons, 0);
    sleeper->wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (sleeper->wake_fd < 0)
        fprintf(stderr,
                "hearth: the system gives no wake-up file, so results of work beside the screen come late (%s)\n",
                strerror(errno));
    if (kind == SLEEP_IN_SDL) sleeper->kick_event = SDL_RegisterEvents(1);
    if (kind == SLEEP_ON_INPUT && input_watch_open(&sleeper->input, "/dev/input", NULL) == 0)
        fprintf(stderr,
                "hearth: no touch screen or keyboard can be read; the user that runs Hearth must be in the group "
                "input\n");
}

void sleeper_close(Sleeper *sleeper)
{
    input_watch_close(&sleeper->input);
    if (sleeper->wake_fd >= 0) close(sleeper->wake_fd);
}

/* Waits for the wake-up and all devices at once. */
static void sleep_on_files(Sleeper *sleeper, int64_t now_ms, int timeout_ms)
{
    bool woken;
    if (input_watch_wait(&sleeper->input, sleeper->wake_fd, timeout_ms, &woken))
        sleeper->settle_until_ms = now_ms + SETTLE_MS;
    uint64_t wakes;
    ssize_t got = woken ? read(sleeper->wake_fd, &wakes, sizeof(wakes)) : 0; /* an empty counter waits for the next */
    (void)got;
}

void sleeper_sleep(Sleeper *sleeper, int64_t now_ms, int64_t until_ms)
{
    int64_t left_ms = until_ms > now_ms ? until_ms - now_ms : 1;
    int timeout_ms = left_ms < SLEEP_MAX_MS ? (int)left_ms : SLEEP_MAX_MS;
    if (now_ms < sleeper->settle_until_ms) timeout_ms = int_min(timeout_ms, SETTLE_LOOK_MS);
    /* Without the file no other thread can end a sleep, so none is long. */
    if (sleeper->wake_fd < 0) timeout_ms = int_min(timeout_ms, SETTLE_LOOK_MS);
    if (sleeper->kind == SLEEP_IN_SDL)
        SDL_WaitEventTimeout(NULL, timeout_ms);
    else
        sleep_on_files(sleeper, now_ms, timeout_ms);
}

void sleeper_wake(Sleeper *sleeper, WakeReason reason)
{
    if (atomic_fetch_or(&sleeper->reasons, (unsigned)reason) != 0) return; /* it is being woken already */
    if (sleeper->kind == SLEEP_IN_SDL) {
        SDL_PushEvent(&(SDL_Event){.type = sleeper->kick_event});
        return;
    }
    const uint64_t one = 1;
    ssize_t written = write(sleeper->wake_fd, &one, sizeof(one)); /* fails only when it is awake for sure */
    (void)written;
}

unsigned sleeper_take_reasons(Sleeper *sleeper) { return atomic_exchange(&sleeper->reasons, 0); }
