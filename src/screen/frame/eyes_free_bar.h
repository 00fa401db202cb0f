/* eyes_free_bar.h - eyes-free: what is said of each thing on the screen, the ring round it, and the bar that shows it
 * to helpers. */
#ifndef HEARTH_EYES_FREE_BAR_H
#define HEARTH_EYES_FREE_BAR_H

#include "screen/screen.h"

/* True for what a finger or a swipe can come to. */
bool eyes_meets(const Scene *scene, int node);
/* "Avoidant. Safer alone, it seems. Card 3 of 6." In the view's arena. */
const char *eyes_words(const View *view, const Scene *scene, int node);

/* Returns the height of the bar in pixels; 0 while eyes-free is off. */
int eyes_bar_height(const View *view);
/* Ring and bar, before the scene is mirrored. */
void eyes_bar_draw(const View *view, Scene *scene);

#endif
