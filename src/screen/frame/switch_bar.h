/* switch_bar.h - for people who use switches: the ring, and above the dock a bar that says what a press will do. */
#ifndef HEARTH_SWITCH_BAR_H
#define HEARTH_SWITCH_BAR_H

#include "screen/screen.h"

/* As the clinic says, or as it was chosen in this visit. */
SwitchesUse switch_use(const Site *site, const Session *session);

/* How it goes with none, one or two of them; a pace that is no whole number of seconds is not put into words. */
const char *switch_how(const View *view, SwitchesUse use);

/* Height of the bar; 0: there is none. On small screens, on the crisis page, with a keyboard up and in Reach mode it is
 * one low line: what a press does now. */
int switch_bar_height(const View *view);
/* Its ground and what can be touched on it: before the dock, as it is met. */
void switch_bar_ground(const View *view, Scene *scene);
/* The ring round where a switch is, and the words of the bar: last of all. */
void switch_ring(const View *view, Scene *scene);

#endif
