/* listen.h - reading a page aloud: what is said, when, and when it stops.
 *
 * The player says which sentence is due, the speaker makes it heard, the page turns with it. It stops at once when the
 * visitor turns a page by hand, goes anywhere else, hides, or pulls out the headphones, and when the screen asks
 * whether somebody is still there. */
#ifndef HEARTH_LISTEN_H
#define HEARTH_LISTEN_H

#include "app/app.h"

/* `speaker` is taken over and may be NULL. */
void listen_open(App *app, Speaker *speaker);
void listen_close(App *app);

/* Collects what each page of the present place says, as if it lay still. */
void listen_collect(App *app);
/* To the page of what is being said, if another one is up: this is no visitor who turns. */
void listen_turn(App *app, int page);
/* Where reading begins: with what is seen, or from the beginning where nothing more to read follows; -1: nothing. */
int listen_first(const App *app);
/* NULL if there is no such sentence. */
const Sentence *listen_sentence(const App *app, int index);

/* Ends reading aloud, if it is on. */
void listen_stop(App *app);

/* Silence at once, and nothing of what was said is left: before a visit is forgotten. */
void listen_wipe(App *app);
/* The page is cut differently now (larger words, another display, Reach mode): the sentence stays. */
void listen_gather(App *app);
/* Stops if somebody has gone elsewhere. After everything that may have. */
void listen_settle(App *app);
void listen_tick(App *app);
int64_t listen_deadline_ms(const App *app);

#endif
