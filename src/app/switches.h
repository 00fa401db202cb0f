/* switches.h - one or two switches instead of fingers: what a press does, and when the ring moves by itself. */
#ifndef HEARTH_SWITCHES_H
#define HEARTH_SWITCHES_H

#include "app/app.h"

/* True if the event came from a switch: then nobody else shall have it. */
MUST_USE bool switches_event(App *app, const Event *event);
void switches_tick(App *app);
int64_t switches_deadline_ms(const App *app);

#endif
