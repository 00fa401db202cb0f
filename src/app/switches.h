/* switches.h - one or two switches instead of fingers: what a press does. Where the ring is: switch_ring.h. */
#ifndef HEARTH_SWITCHES_H
#define HEARTH_SWITCHES_H

#include "app/app.h"

/* Consumes the events of switches. True: the event came from one, and must not be passed on. */
MUST_USE bool switches_event(App *app, const Event *event);
/* Moves the ring on, where it moves by itself and the time has come. */
void switches_tick(App *app);
/* When that is; INT64_MAX: the ring does not move by itself. */
int64_t switches_deadline_ms(const App *app);

#endif
