/* reading_head.h - title, reading time and chips above the text of a page. */
#ifndef HEARTH_READING_HEAD_H
#define HEARTH_READING_HEAD_H

#include "screen/reading/reading.h"

/* Fills in title_h and chips_h. */
void reading_head_layout(const View *view, Reading *reading);
/* Draws the head of page number `page` from 0, 0 of the column; returns where its text begins. */
int reading_head_draw(const View *view, Scene *scene, const Reading *reading, int page);

/* In Reach mode: the chips of the parts, recorded at x, y to be lifted from there. */
void reading_head_deck(const View *view, Scene *scene, const Reading *reading, int page, int x, int y);

#endif
