/* sticks.h - a stick goes in: what is on it, what would change, and the installation. Never shown over a reader. */
#ifndef HEARTH_STICKS_H
#define HEARTH_STICKS_H

#include "staff/staff.h"

enum {
    STICK_SENTENCE_MS = 20 * 1000, /* how long "nothing on this stick" stays up on a locked kiosk */
    STICK_PULLED_MS = 8 * 1000,    /* how long "the stick came out" stays up */
    STICK_DONE_MS = 60 * 1000,     /* how long "installed" stays up on a locked kiosk */
};

/* Notices sticks that have come or gone, and shows one that is new where no visitor is reading. */
void sticks_tick(App *app);
/* When sticks_tick() has something to do; INT64_MAX: when the stick watch wakes the loop. */
int64_t sticks_deadline_ms(const App *app);
/* Frees what was read from sticks. */
void sticks_close(App *app);
/* Gives up what is done for the stick on the screen. It is not shown again by itself until it goes out and in. */
void sticks_dismiss(App *app);
/* The first stick that can be read; NULL if there is none. */
const Stick *sticks_readable(const App *app);
/* The pack on the stick that staff have chosen; NULL if none. It lies in the task that read the stick. */
FoundPack *sticks_chosen(App *app);
/* Installs the chosen pack: the PIN was given, or is not needed. */
void sticks_install(App *app);
/* Shows why the pack cannot be installed. */
void sticks_refuse(App *app, FoundPack *pack, Verdict verdict);
/* The result of a TASK_READ_STICK or TASK_INSTALL. Takes the task over. */
void sticks_done(App *app, Task *task);

/* stick_write.c: sets where the task writes to, for this stick: task->source, and at an installed kiosk task->stick.
 * False if it cannot be written to. */
MUST_USE bool sticks_target(const App *app, const char *name, const char *path, Task *task);
/* stick_write.c: writes what was found on the stick to a file on it, where staff have given the PIN, or at a desk. */
void sticks_report(App *app);

#endif
