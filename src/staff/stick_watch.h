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
    int stop, again; /* event files: end, and look again */
    /* The thread has seen news. The mount table says so once, to whoever asks first: asking it again would be too late.
     */
    atomic_bool told;
} StickWatch;

/* Watches `root` as mounts_open() does; NULL: nothing is watched. */
void stick_watch_open(StickWatch *watch, const char *root, bool by_folder);
void stick_watch_close(StickWatch *watch);
/* Wakes this display's loop from now on; NULL: nobody's. */
void stick_watch_attach(StickWatch *watch, Platform *platform);
/* True if there may be news: then lists what is there now, in `arena`. */
MUST_USE bool stick_watch_news(StickWatch *watch, Arena *arena, Sticks *out);

#endif
