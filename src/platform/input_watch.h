/* input_watch.h - notices that an input device has something to say, where SDL can only ask again and again.
 *
 * On the bare console SDL 2.26 looks a thousand times a second. We open the same devices once more and only use them to
 * know when to look; what was pressed is SDL's business. The jack's switch is watched in the same way: jack.h. */
#ifndef HEARTH_INPUT_WATCH_H
#define HEARTH_INPUT_WATCH_H

#include <poll.h>

#include "base/base.h"

enum { INPUT_WATCH_MAX = 64 };

typedef bool InputWanted(int fd); /* of a device that has just been opened */

typedef struct InputWatch {
    struct pollfd fds[INPUT_WATCH_MAX + 1]; /* [0]: the folder; then one a device; while it waits, who may wake it */
    size_t count;
    const char *folder;
    InputWanted *wanted; /* NULL: all devices */
} InputWatch;

/* Watches the event devices of `folder` ("/dev/input") that are wanted, also those plugged in later. Returns how many
 * can be read. */
size_t input_watch_open(InputWatch *watch, const char *folder, InputWanted *wanted);
void input_watch_close(InputWatch *watch); /* accepts a zeroed one */
/* Waits until a device has something to say, `wake_fd` can be read, or the time (-1: no end) is over. Empties the
 * devices, not `wake_fd`. *woken: it can be read, or waiting is not possible. Returns true if devices came or went. */
bool input_watch_wait(InputWatch *watch, int wake_fd, int timeout_ms, bool *woken);

#endif
