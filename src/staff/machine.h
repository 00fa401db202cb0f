/* machine.h - what staff do to the machine: its clock, its light, starting it again. Services with more rights than the
 * player do it (device.h). */
#ifndef HEARTH_MACHINE_H
#define HEARTH_MACHINE_H

#include "staff/staff.h"

/* Asks the restart service, as soon as the worker is free. */
void machine_restart(App *app);
/* Starts the service that waits for the worker, once that is free. */
void machine_tick(App *app);
/* The result of a TASK_DEVICE: says so on the panel. */
void machine_done(App *app, const Task *task);
/* Sets the display's light to what the hours of the clinic's pack say now. */
void light_follow(App *app);
/* Percent of the display's light at `now`, by a list of Brightness; 100 outside all of its hours. */
int light_level(const List *hours, const CivilTime *now);

#endif
