/* chrome.h - what every visitor screen has: top bar, dock with the crisis strip, and the room between them. */
#ifndef HEARTH_CHROME_H
#define HEARTH_CHROME_H

#include "screen/screen.h"
#include "ui/widget.h"

/* The number that no pack can take away. */
#define CRISIS_NUMBER "9-8-8"

enum { STAFF_HOLD_MS = 5000 }; /* the mark, or Home, for the staff panel */

/* Returns what widgets need to draw this view into `scene`. `scene` NULL: for measuring alone. */
Look view_look(const View *view, Scene *scene);

/* The room between top bar and dock, inside the side margins and above the bottom padding. In Reach mode, for a screen
 * with `own_view`: the room above the line. */
Rect chrome_main(const View *view);
int chrome_margin(const View *view); /* at the sides */
int chrome_gutter(const View *view); /* between columns */
/* Returns the height of the top bar in pixels. */
int chrome_top_height(const View *view);
/* Returns the height of the dock in pixels. */
int chrome_dock_height(const View *view);
int chrome_bottom_height(const View *view); /* dock, and the bar above it if there is one */
/* The keys of the search are up. They and a bar above the dock do not fit one display: there is no bar then. Letters
 * are nothing to listen to, so Listen folds the keys away, reads what was found, and gives them back. */
bool chrome_keys_up(const View *view);
int chrome_reach_width(const View *view); /* of "Reach mode is on"; 0 when it is off */

/* Back, Home and where one is: `trail` ("Attachment / Anxious") in as much room as there is. */
void chrome_top(const View *view, Scene *scene, const char *trail);
/* The words of it alone, as much as fits in the box. */
void chrome_trail(const View *view, Scene *scene, const char *trail, Rect box);
/* The mark and "nothing is kept", for the home. */
void chrome_top_home(const View *view, Scene *scene);
/* Draws the dock at the bottom of the display: the crisis strip and the tools. */
void chrome_dock(const View *view, Scene *scene);
/* Draws the crisis strip, which opens the crisis page, over all of the box. */
void chrome_crisis_strip(const View *view, Scene *scene, Rect box, Color ground);
/* Returns the natural width of the crisis strip in pixels; `small`: with the brief label. */
int chrome_crisis_strip_width(const View *view, bool small);

#endif
