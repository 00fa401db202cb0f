/* pager.h - the controls that turn pages: up, down and "Page 1 of 4". */
#ifndef HEARTH_PAGER_H
#define HEARTH_PAGER_H

#include "screen/screen.h"

typedef struct Pager {
    int page, count;
    const char *forward; /* label of the button to the next page; NULL: no such button */
    const char *end;     /* label of the button on the last page, which turns to page 0; NULL: no such button */
    const char *status;  /* "Page 1 of 4" */
    bool line;           /* a line above the controls */
} Pager;

/* Returns "Page 2 of 4" for page 1 of 4, counted from 0, in the view's arena. */
const char *pager_status(const View *view, int page, int count);
/* Returns the height in pixels that a pager takes at the bottom of a room; 0 where the deck of Reach mode has its keys.
 */
int pager_height(const View *view);
/* Draws the controls along the bottom of `room`. Returns the x after the last button. */
int pager_draw(const View *view, Scene *scene, Rect room, const Pager *pager);

#endif
