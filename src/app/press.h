/* press.h - what a finger or a key is doing now: reset, and let go of. input.c fills it in. */
#ifndef HEARTH_APP_PRESS_H
#define HEARTH_APP_PRESS_H

#include "app/app.h"

/* Makes it "nothing is pressed". `px_per_mm` as in Viewport: fingers tremble in millimetres. */
void input_init(Input *input, double px_per_mm);
/* Lets go of whatever is pressed: what is under the finger is not the same any more. */
void input_forget_press(App *app);
/* `action` with its id copied to `id`, so that the scene which carries it may go. An id that is too long becomes "",
 * and the action ACTION_NONE: half of an id would name something else. */
Action action_keep(Action action, char id[REF_MAX]);

#endif
