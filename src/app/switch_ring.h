/* switch_ring.h - the ring that one or two switches move: where it is, and when it moves by itself. */
#ifndef HEARTH_SWITCH_RING_H
#define HEARTH_SWITCH_RING_H

#include "app/app.h"

/* The ring comes up, at the first group. */
void ring_start(App *app);
/* The ring goes: a finger or a key has come. */
void ring_rest(App *app);
/* Sets when the ring moves by itself. `first`: something new has come up, and people look first. */
void ring_wait(App *app, bool first);
/* How many switches are used: as the visitor has chosen, or as the clinic says. */
SwitchesUse ring_use(const App *app);
/* Chooses for this visit. */
void ring_set_use(App *app, SwitchesUse use);
/* Asks the platform for joysticks if the clinic's switches are some: a new display, or other settings. */
void ring_listen(App *app);

#endif
