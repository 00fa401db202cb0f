/* explore.h - touches of a visitor who does not see the screen: what a finger slides over is said, two taps choose it.
 *
 * Runs beside gesture.h, which it replaces while eyes-free is on. Three fingers held for two seconds turn it on and
 * off. */
#ifndef HEARTH_EXPLORE_H
#define HEARTH_EXPLORE_H

#include "ui/gesture.h"

typedef enum ExploreKind {
    EXPLORE_NOTHING,
    EXPLORE_UNDER,  /* x, y: say what is there */
    EXPLORE_CHOOSE, /* two taps, anywhere */
    EXPLORE_NEXT,   /* a quick swipe to the right */
    EXPLORE_PREVIOUS,
    EXPLORE_SILENCE, /* a tap of two fingers */
    EXPLORE_TOGGLE,  /* three fingers held */
} ExploreKind;

typedef struct Explore {
    ExploreKind kind;
    int x, y;
} Explore;

enum {
    EXPLORE_HOLD_MS = 2000,
    EXPLORE_TAP_MS = 400,
    EXPLORE_TWICE_MS = 500, /* between two taps */
    EXPLORE_SWIPE_SLOPS = 3,
};

typedef struct ExploreState {
    int fingers, most; /* on the glass now, and at once since the first came down */
    int64_t finger;    /* the first one */
    int start_x, start_y, x, y, slop_px;
    int64_t start_ms;
    int64_t three_ms;  /* since when there are three; INT64_MAX: there are not */
    int64_t tapped_ms; /* the last single tap; INT64_MIN: none */
    bool moved, rested, held;
} ExploreState;

/* Begins with no finger on the glass. A finger that moves less than `slop_px` has not moved. */
void explore_init(ExploreState *state, int slop_px);
/* Takes one event of a finger; returns what it means, EXPLORE_NOTHING most of the time. */
Explore explore_feed(ExploreState *state, Pointer pointer);
/* Call when time has passed without input: a hold may be complete. Returns what that means. */
Explore explore_tick(ExploreState *state, int64_t now_ms);
int64_t explore_deadline_ms(const ExploreState *state); /* INT64_MAX: never */

#endif
