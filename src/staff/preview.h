/* preview.h - staff look at pages as visitors would see them: of a pack on a stick, or of one that is installed. */
#ifndef HEARTH_PREVIEW_H
#define HEARTH_PREVIEW_H

#include "staff/staff.h"

/* Starts showing the changed pages of the chosen pack; asks for the PIN first where nobody signed it. */
void preview_stick(App *app);
/* The result of a TASK_PREVIEW: the pages, or why they cannot be shown. Takes the task over. */
void preview_done(App *app, Task *task);
/* Back to the screen that it was opened from. */
void preview_close(App *app);
/* Closes the pack once the preview's screen was left. */
void preview_forget_left(App *app);

#endif
