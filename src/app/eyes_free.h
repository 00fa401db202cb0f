/* eyes_free.h - eyes-free mode: fingers explore, the voice says what they touch, two taps choose it. */
#ifndef HEARTH_EYES_FREE_H
#define HEARTH_EYES_FREE_H

#include "app/app.h"

/* Consumes the events of fingers while the mode is on, and notices the gesture that switches it on. True: the event
 * must not be passed on. */
bool eyes_event(App *app, const Event *event);
/* Says what has come up, and what was asked for once the speaker has it; follows the headphones. */
void eyes_tick(App *app);
/* When eyes_tick() has something to do without an event; INT64_MAX: never. */
int64_t eyes_deadline_ms(const App *app);

#endif
