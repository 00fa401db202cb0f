/* first_start.h - the first start of an installed kiosk: language, PIN, test of the screen. The panel opens the last
 * two by themselves. */
#ifndef HEARTH_FIRST_START_H
#define HEARTH_FIRST_START_H

#include "staff/staff.h"

enum { FIRST_IDLE_MS = 3 * 60 * 1000 }; /* a first start that nobody goes on with gives way to the loop */

/* Begins it, with the language. */
void first_begin(App *app);
/* The result of a TASK_SET_PIN: shows the printed code, once. */
void first_pin_done(App *app, const Task *task);

#endif
