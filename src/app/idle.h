/* idle.h - when an untouched screen asks "Still reading?", and when it ends the visit. Pure functions; the tests hold
 * each limit from both sides. */
#ifndef HEARTH_IDLE_H
#define HEARTH_IDLE_H

#include "gfx/scene.h"
#include "pack/site/site.h"
#include "screen/state.h"

enum {
    IDLE_SLOW_WORDS_A_MINUTE = 100, /* a slow reader of a second language; adults read 200 to 250 silently */
    IDLE_PAUSE_MS = 30000,          /* added to the reading time: to look up, to think, to see the picture */
    IDLE_LONGEST_MS = 600000,       /* upper limit: after this long, an object is touching the screen */
};

typedef struct IdleFacts {
    ScreenId screen;
    bool visitor; /* a visitor has come in: neither the loop nor the emergency card is up */
    bool traces;  /* the loop shows a focus ring or a switch ring that a passer-by has left */
    int words;    /* on the screen */
    int64_t last_input_ms;
    int64_t warned_ms; /* 0: not asked */
} IdleFacts;

/* The step that is due: none, asking "Still reading?", or ending the visit. */
typedef enum IdleStep { IDLE_NOTHING, IDLE_ASK, IDLE_LEAVE } IdleStep;

/* Words that can be read on a scene: between spaces, or two characters to a word where none are written. */
int idle_count_words(const Scene *scene);
/* How long a screen with so many words may be untouched before it asks, in ms: never shorter than the clinic has set.
 */
int64_t idle_delay_ms(const Site *site, ScreenId screen, int words);
/* What is due at `now_ms`; *deadline_ms is when something is next due (INT64_MAX: never). */
IdleStep idle_step(const Site *site, const IdleFacts *facts, int64_t now_ms, int64_t *deadline_ms);

#endif
