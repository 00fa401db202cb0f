/* input_watch.h - notices that an input device has something to say, where SDL can only ask again and again.
 *
 * On the bare console SDL 2.26 looks a thousand times a second. We open the same devices once more and only use them to
 * know when to look; what was pressed is SDL's business. */
#ifndef HEARTH_INPUT_WATCH_H
#define HEARTH_INPUT_WATCH_H

#include <poll.h>

#include "base/base.h"

enum { INPUT_WATCH_MAX = 64 };

typedef struct InputWatch {
    struct pollfd fds[INPUT_WATCH_MAX]; /* [0]: the folder; then one a device */
    size_t count;
    const char *folder;
} InputWatch;

/* Watches the event devices of `folder` ("/dev/input"), also those plugged in later. Returns how many can be read. */
size_t input_watch_open(InputWatch *watch, const char *folder);
void input_watch_close(InputWatch *watch); /* accepts a zeroed one */
/* After poll() has filled in revents: empties what was read. True if devices came or went. */
bool input_watch_drain(InputWatch *watch);

#endif
