/* listen.h - reading a page aloud: what is said, when, and when it stops.
 *
 * The player says which sentence is due, the speaker makes it heard, the page turns with it. It stops at once when the
 * visitor turns a page by hand, goes anywhere else, hides, or pulls out the headphones, and when the screen asks
 * whether somebody is still there. */
#ifndef HEARTH_LISTEN_H
#define HEARTH_LISTEN_H

#include "gfx/speech.h"
#include "platform/sound/speaker.h"
#include "screen/state.h"

typedef struct App App;

typedef struct Listener {
    Speaker *speaker; /* owned; NULL: nothing can be said */
    Speech speech;    /* of the page that is read */
    Place place;      /* where it was read last */
    bool overlaid;    /* by something that asks */
    bool eyes_wants;  /* what eyes-free says is on its way */
    Place eyes_place; /* what it has told last */
    OverlayId eyes_overlay;
    JackState eyes_jack;
    int fetched[SPEAKER_SLOTS]; /* the sentence that each slot holds, -1: none */
    int64_t *starts_ms;         /* of a recording: when each sentence begins, and its end; in the speech's arena */
} Listener;

/* `speaker` is taken over and may be NULL. */
void listen_open(App *app, Speaker *speaker);
void listen_close(App *app);

/* True if this kiosk reads aloud at all: there is a device, and the clinic has it so. */
bool listen_exists(const App *app);
/* True if somebody may hear something here and now. */
bool listen_may_be_heard(const App *app);
/* True if the present page can be read aloud here and now. */
bool listen_offered(const App *app);
/* The page that is being read; NULL on any other screen. */
const Page *listen_page(const App *app, Pack **pack);
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
