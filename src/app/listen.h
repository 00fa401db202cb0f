/* listen.h - reading a page aloud: what is said, when, and when it stops.
 *
 * The player (ui/player.h) knows which sentence is due, the speaker makes it heard, and the page turns with it. Reading
 * stops at once when the visitor turns a page by hand, goes elsewhere, hides, or pulls out the headphones, and when the
 * screen asks "Still reading?". */
#ifndef HEARTH_LISTEN_H
#define HEARTH_LISTEN_H

#include "app/app.h"

/* Takes the speaker over; NULL: nothing is read aloud here. */
void listen_open(App *app, Speaker *speaker);
/* Stops, and closes the speaker. */
void listen_close(App *app);

/* Collects the sentences of every page of the present place, in app->listener.speech. */
void listen_collect(App *app);
/* Shows page number `page` because the voice has reached it. Unlike a turn by hand, this does not end reading. */
void listen_show_page(App *app, int page);
/* The sentence that reading begins with: the first on the page that is up, or the first of all where no sentence begins
 * on that page or after it; -1 if there is none. */
int listen_first(const App *app);
/* A sentence of what was collected; NULL if there is none with this index. */
const Sentence *listen_sentence(const App *app, int index);

/* Ends reading aloud; nothing if it is off. */
void listen_stop(App *app);
/* Silences the speaker and overwrites what was said. Part of the end of a visit. */
void listen_wipe(App *app);
/* Collects anew after the place was cut into other pages (larger words, another display, Reach mode), and shows the
 * page of the sentence that is being said. */
void listen_repaginate(App *app);
/* Ends reading if the place has changed, or the screen asks "Still reading?". Call it after every action, event and
 * tick. */
void listen_stop_if_left(App *app);
/* Goes on: takes finished sound from the speaker, begins the next sentence, turns the page. */
void listen_tick(App *app);
/* When listen_tick() has something to do; INT64_MAX: never. */
int64_t listen_deadline_ms(const App *app);

#endif
