/* input.h - from fingers and keys to actions, by way of the scene that is up. */
#ifndef HEARTH_APP_INPUT_H
#define HEARTH_APP_INPUT_H

#include "app/app.h"

/* Handles EVENT_POINTER, EVENT_KEY_DOWN and EVENT_KEY_UP. Switches and eyes-free get them first. */
void input_event(App *app, const Event *event);
/* Acts on presses that were held long enough, and shows a tap no longer as pressed once its moment is over. */
void input_tick(App *app);
/* When input_tick() has something to do; INT64_MAX: never. */
int64_t input_deadline_ms(const App *app);

#endif
