/* eyes_free.h - eyes-free: fingers explore, the voice says what they meet, two taps choose it. */
#ifndef HEARTH_EYES_FREE_H
#define HEARTH_EYES_FREE_H

#include "app/app.h"

/* True if the fingers were for eyes-free: nobody else gets them. */
bool eyes_event(App *app, const Event *event);
void eyes_tick(App *app);
int64_t eyes_deadline_ms(const App *app);

#endif
