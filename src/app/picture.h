/* picture.h - from the state to the scene that is up, and from there to the display. */
#ifndef HEARTH_APP_PICTURE_H
#define HEARTH_APP_PICTURE_H

#include "app/app.h"

/* A view of the present state. It is good until the state or the time changes. Without an arena nothing can be built
 * from it. */
View app_view(const App *app, Arena *arena);
/* The same of another state, a copy that was changed to see what would be shown then. Language, theme and whether one
 * can listen are those of the present one. */
View picture_view_of(const App *app, const State *state, Arena *arena);
/* The scene that is up, rebuilt first if the state has changed. */
const Scene *app_scene(App *app);
/* Builds the scene if it may look different now, and shows it if it does. */
void app_frame(App *app);
/* When the picture changes without an event: motion, a countdown, a display that failed. INT64_MAX: never. */
int64_t picture_deadline_ms(const App *app);
/* Keeps what is shown now, for the next scene to come in over. */
void app_begin_transition(App *app, TransitionKind kind);

#endif
