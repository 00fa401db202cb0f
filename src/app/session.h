/* session.h - the small changes to the state: where the finger and the focus are, how far a page has turned, the
 * settings of a visit.
 *
 * These functions, the handlers of actions and forget.c change the state; every other file reads it. Each function
 * marks the app dirty if something that is shown has changed. */
#ifndef HEARTH_SESSION_H
#define HEARTH_SESSION_H

#include "app/app.h"

/* Shows the node with this id as pressed; "": none. An id that is too long changes nothing. */
void session_press(App *app, const char *id);
/* Gives the keyboard's focus to the node with this id; "": no node has it, and no ring is drawn. */
void session_focus(App *app, const char *id);
/* The page follows the finger so many pixels; negative is up. */
void session_drag(App *app, int drag_px);
/* Shows everything in this language from now on. Changes nothing for NULL, "" or a code that is too long. */
void session_set_lang(App *app, const char *lang);
/* Shows page number `page` of the place at once, without turning. The caller keeps it within the pages that there are.
 */
void session_set_page(App *app, int page);
/* Chooses the theme with high contrast, or the light one. */
void session_set_contrast(App *app, bool high);
/* Puts the ring of the switches there. */
void session_set_scan(App *app, const ScanPlace *place);
/* Chooses how many switches are used in this visit, whatever the clinic says. */
void session_set_switches(App *app, SwitchesUse use);
/* Sets what eyes-free has said last; all zero ends that mode. */
void session_set_eyes(App *app, EyesFree eyes);
/* Notes that the visitor has touched something: the time without input starts again, and so does a running countdown.
 */
void session_note_input(App *app);
/* Turns to `page`, from where the finger has brought the present one (`offset_px`, 0: it lies still). Does nothing if
 * that page is up already. */
void session_turn(App *app, int page, int offset_px);
/* Ends a turn at once. */
void session_turn_end(App *app);
/* Ends a turn whose time is over. */
void session_turn_tick(App *app);
/* When the running turn ends; INT64_MAX: no page is turning. */
int64_t session_turn_deadline_ms(const App *app);
/* Asks "Still reading?". */
void session_ask_still_reading(App *app);

/* The rest of the state is not about a visit, and outlasts it. */

/* Turns motion on the screen off (`reduced`) or on. */
void state_set_reduced_motion(App *app, bool reduced);
/* Sets what orders the slides of the loop. */
void state_set_seed(App *app, uint32_t seed);
/* Sets the slide of the loop; it has its whole time from now on. Does not mark the app dirty. */
void state_set_slide(App *app, int slide);

/* The screen that is up between visits: the loop, or the emergency card where no pack could be opened. */
ScreenId session_resting_screen(const App *app);

#endif
