/* mounts.h - sticks that come and go: file systems mounted below one folder.
 *
 * The system (udev, packaging/) mounts each stick below that folder, read-only; the player only notices. For desks and
 * tests, every subfolder of a folder can stand for a stick. Nothing is polled: there is a number to wait on. */
#ifndef HEARTH_MOUNTS_H
#define HEARTH_MOUNTS_H

#include "base/arena.h"

enum { STICKS_MAX = 16 };

typedef struct Stick {
    const char *name; /* of the folder that it is mounted on: the same stick has the same name while it is in */
    const char *path;
    bool is_readable; /* false: it is in, but the system could not mount it (a file "NAME.unreadable" says so) */
} Stick;

typedef struct Sticks {
    Stick items[STICKS_MAX]; /* sorted by name */
    size_t count;
} Sticks;

typedef struct Mounts Mounts;

/* Watches for mounts directly below `root`; with `by_folder`, for its subfolders. `root` need not exist. NULL if the
 * system cannot tell us (then there are never any sticks). The caller owns it. */
MUST_USE Mounts *mounts_open(const char *root, bool by_folder);
void mounts_close(Mounts *mounts); /* accepts NULL */

/* Adds the mounts directly below `root` that a table like /proc/self/mountinfo names to *out. Changes the table; names
 * are in `arena`. */
void mounts_parse(const char *root, char *table, Arena *arena, Sticks *out);

/* For poll(): readable when sticks may have come or gone. */
int mounts_fd(const Mounts *mounts);
/* What is there now, in `arena`. Call it once at the start and whenever the number is readable, which it then is no
 * more. */
void mounts_list(Mounts *mounts, Arena *arena, Sticks *out);

#endif
