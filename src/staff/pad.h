/* pad.h - typing a PIN, a new PIN or the printed code. What was typed is overwritten as soon as it is checked or left.
 */
#ifndef HEARTH_PAD_H
#define HEARTH_PAD_H

#include "staff/staff.h"

enum {
    PAD_CHECK_MS = 1200,     /* after this pause the typed digits are checked */
    PAD_IDLE_MS = 60 * 1000, /* after this pause the pad gives way to the loop */
};

/* Begins with no digits. `reason` is told where the pad asks for the PIN before an installation. */
void pad_open(App *app, PadPurpose purpose, PinReason reason);
/* Starts the check of what was typed, once the pause is over and the worker is free. */
void pad_tick(App *app);
/* The answer of a TASK_PIN or TASK_RECOVER. It opens nothing if the pad was left meanwhile. */
void pad_done(App *app, const Task *task);
/* Overwrites what was typed. */
void pad_wipe(App *app);
/* True while the typed digits are being checked. */
bool pad_is_checking(const App *app);
/* True while a pad is on the screen: the PIN's own screen, or the first start's. */
bool pad_is_up(const App *app);

#endif
