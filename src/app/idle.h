/* idle.h - when a screen that nobody touches asks "Still reading?", and when it forgets. Pure; tests hold both sides of
 * each edge. */
#ifndef HEARTH_IDLE_H
#define HEARTH_IDLE_H

#include "gfx/scene.h"
#include "pack/site/site.h"
#include "screen/state.h"

enum {
    IDLE_SLOW_WORDS_A_MINUTE = 100, /* a slow reader of a second language; adults read 200 to 250 silently */
    IDLE_SETTLE_MS = 30000,         /* to look up, to think, to look at the picture */
    IDLE_LONGEST_MS = 600000,       /* nobody reads one screen for longer; a chair does */
};

typedef struct IdleFacts {
    ScreenId screen;
    bool visitor; /* somebody has come in: not the loop, not the emergency card */
    bool traces;  /* the loop carries something of a passer-by: a focus ring */
    int words;    /* on the screen */
    int64_t last_input_ms;
    int64_t warned_ms; /* 0: not asked */
} IdleFacts;

typedef enum IdleStep { IDLE_NOTHING, IDLE_ASK, IDLE_LEAVE } IdleStep;

/* Words that can be read on a scene: between spaces, or two characters to a word where none are written. */
int idle_count_words(const Scene *scene);
/* How long a screen may lie untouched before it asks. */
int64_t idle_delay_ms(const Site *site, ScreenId screen, int words);
/* What is due at `now_ms`; *deadline_ms is when something is next due (INT64_MAX: never). */
IdleStep idle_step(const Site *site, const IdleFacts *facts, int64_t now_ms, int64_t *deadline_ms);

#endif
