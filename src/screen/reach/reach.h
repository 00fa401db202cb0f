/* reach.h - Reach mode: what a screen says stands in the upper part, what it offers in the lower one, where everybody
 * reaches.
 *
 * One mechanism for all screens. A screen is recorded as always; then its targets are lifted out of it and laid out
 * anew in the deck below the line, and its words and its picture are set above. A screen that says its words in its own
 * way
 * (`own_view` of ScreenType) finds the room above the line in chrome_main() and draws there; its targets are lifted all
 * the same, and what is left of them above the line cannot be touched. */
#ifndef HEARTH_REACH_H
#define HEARTH_REACH_H

#include "screen/screen.h"

/* True if the present screen is laid out so. */
bool reach_on(const View *view);
/* True if it is, and the screen draws what is above the line. */
bool reach_own_view(const View *view);
/* No target stands above this. */
int reach_line(const View *view);
/* The room above the line, inside the margins. */
Rect reach_view(const View *view);
/* The first row of the deck: Back, Home and where one is. */
Rect reach_nav(const View *view);
/* Where an `own_view` screen may record its targets: they are lifted from there. */
Rect reach_deck(const View *view);

/* Records `part`, a whole screen or overlay, into `scene`. */
void reach_settle(const View *view, Scene *scene, Scene *part, bool own_view);

#endif
