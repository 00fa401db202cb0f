/* panel.h - the staff panel: what is installed, what needs review, going back to the version before, saving. */
#ifndef HEARTH_PANEL_H
#define HEARTH_PANEL_H

#include "staff/staff.h"

/* Reads anew what the panel lists. Fast: no page is read. */
void panel_refresh(App *app);
/* Starts the survey of all pages (TASK_SURVEY); nothing if the worker is busy. */
void panel_survey(App *app);
/* Shows the result of that survey. Takes the task over. */
void panel_surveyed(App *app, Task *task);
/* The result of a TASK_CHECK, TASK_ROLLBACK, TASK_EXPORT or TASK_DEVICE. */
void panel_done(App *app, const Task *task);

#endif
