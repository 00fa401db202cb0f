/* slideshow.h - the attract loop: one slide after the other, the right ones for the hour. */
#ifndef HEARTH_SLIDESHOW_H
#define HEARTH_SLIDESHOW_H

#include "app/app.h"

/* The slide that is up, or that the loop goes on with; NULL if there is none. */
const Slide *slides_current(const App *app);
/* Builds the slides anew if the hour, the week, the language or the packs have changed. */
void slides_refresh(App *app);
/* Orders them anew, by `seed`. */
void slides_reseed(App *app, uint32_t seed);
/* Shows slide number `slide`, with its whole time from now on. */
void slides_show(App *app, int slide);
/* Goes on to the next slide when the time of this one is over, and prepares the next one a second before. */
void slides_tick(App *app);
/* When slides_tick() has something to do; INT64_MAX: the loop is not up. */
int64_t slides_deadline_ms(const App *app);

#endif
