/* listen_bar.h - the bar above the dock while a page is read aloud, and the mark behind the words that are being said.
 */
#ifndef HEARTH_LISTEN_BAR_H
#define HEARTH_LISTEN_BAR_H

#include "screen/screen.h"

/* The room that it takes from the page; 0 when nothing is read. */
int listen_bar_height(const View *view);
/* Draws the bar above the dock; nothing while no page is read aloud. */
void listen_bar_draw(const View *view, Scene *scene);
/* On the finished scene. */
void listen_mark(const View *view, Scene *scene);

#endif
