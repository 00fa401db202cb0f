/* session.h - the small changes to a visit: where the finger is, where the focus is, how far a page has turned, and its
 * end.
 *
 * With apply.c this is all that writes state.h. Each marks the app dirty if anything really changed. */
#ifndef HEARTH_SESSION_H
#define HEARTH_SESSION_H

#include "app/app.h"

void session_press(App *app, const char *id); /* "": nothing is pressed */
void session_focus(App *app, const char *id); /* "": no ring */
void session_drag(App *app, int drag_px);
/* What is shown from now on is in this language; nothing changes for NULL, "" or one whose code is too long. */
void session_set_lang(App *app, const char *lang);
/* Shows page number `page` of the place at once: nothing turns. */
void session_set_page(App *app, int page);
void session_set_contrast(App *app, bool high);
/* Puts the ring of the switches there. */
void session_set_scan(App *app, const ScanPlace *place);
/* How many switches are used in this visit, whatever the clinic says. */
void session_set_switches(App *app, SwitchesUse use);
void session_set_eyes(App *app, EyesFree eyes);
/* Somebody is here: the time without input starts again, and so does a countdown that is running. */
void session_touched(App *app);
/* Turns to `page` from where the finger has brought the present one (0: it lies still). Nothing if it is there already.
 */
void session_turn(App *app, int page, int offset_px);
/* The page lies still at once. */
void session_turn_end(App *app);
/* Ends a turn whose time is over. */
void session_turn_tick(App *app);
int64_t session_turn_deadline_ms(const App *app);
/* "Still reading?" comes up. */
void session_ask(App *app);

/* The rest of the state is not about a visit, and outlasts it. */
void state_set_reduced_motion(App *app, bool reduced);
/* What orders the slides of the loop. */
void state_set_seed(App *app, uint32_t seed);
/* The slide that is up, with its whole time from now on. */
void state_set_slide(App *app, int slide);

/* Where one is when nobody is: the loop, or the emergency card where there is no pack. */
ScreenId session_resting_screen(const App *app);

#endif
