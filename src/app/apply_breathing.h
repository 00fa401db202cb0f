/* apply_breathing.h - what the circle to breathe with does. */
#ifndef HEARTH_APPLY_BREATHING_H
#define HEARTH_APPLY_BREATHING_H

#include "app/app.h"

/* Starts or pauses; value 1: from the first breath. */
void breathing_toggle(App *app, int value);
/* Another pace starts with a new breath, at once if one is running. */
void breathing_pace(App *app, int speed);

#endif
