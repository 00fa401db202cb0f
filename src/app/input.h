/* input.h - from fingers and keys to actions, by way of the scene that is up. */
#ifndef HEARTH_APP_INPUT_H
#define HEARTH_APP_INPUT_H

#include "app/app.h"

/* EVENT_POINTER, EVENT_KEY_DOWN and EVENT_KEY_UP. */
void input_event(App *app, const Event *event);
/* Holds that are long enough, taps that are shown no longer. */
void input_tick(App *app);
int64_t input_deadline_ms(const App *app);

#endif
