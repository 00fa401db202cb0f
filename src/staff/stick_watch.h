/* stick_watch.h - tells the loop that sticks may have come or gone. Nothing is polled: a thread sleeps on the mount
 * table. */
#ifndef HEARTH_STICK_WATCH_H
#define HEARTH_STICK_WATCH_H

#include <pthread.h>
#include <stdatomic.h>

#include "platform/mounts.h"
#include "platform/platform.h"

typedef struct StickWatch {
    Mounts *mounts;     /* NULL: there are no sticks here */
    Platform *platform; /* woken by the thread; NULL: there is no thread */
    pthread_t thread;
    int stop, again; /* event files: the thread shall end; the loop has listed the sticks */
    /* Set by the thread: the mount table reports a change once only, so the loop could not ask it again. */
    atomic_bool told;
} StickWatch;

/* Watches `root` as mounts_open() does; NULL: nothing is watched. */
void stick_watch_open(StickWatch *watch, const char *root, bool by_folder);
/* Ends the thread, waiting for it. */
void stick_watch_close(StickWatch *watch);
/* Wakes this display's loop from now on; NULL: none. */
void stick_watch_attach(StickWatch *watch, Platform *platform);
/* True if there may be news: then lists what is there now, in `arena`. */
MUST_USE bool stick_watch_news(StickWatch *watch, Arena *arena, Sticks *out);

#endif
