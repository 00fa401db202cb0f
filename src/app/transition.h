/* transition.h - how a scene comes in over the one before it. */
#ifndef HEARTH_TRANSITION_H
#define HEARTH_TRANSITION_H

#include "gfx/theme.h"
#include "platform/platform.h"

typedef enum TransitionKind {
    TRANSITION_NONE,    /* at once: Hide, the end of a visit, and everything under reduced motion */
    TRANSITION_FORWARD, /* a new screen: fades in and rises */
    TRANSITION_BACK,    /* a screen that was left before: fades in */
    TRANSITION_OVERLAY,
    TRANSITION_SLIDE, /* the next slide of the loop */
} TransitionKind;

/* A transition that runs, or the last one that has run. */
typedef struct Transition {
    TransitionKind kind;
    int64_t start_ms;
} Transition;

enum { TRANSITION_RISE_U = 24 }; /* how far a new screen rises while it fades in */

/* How long it takes; 0: at once. */
int transition_duration_ms(TransitionKind kind, bool reduced_motion);
/* True while it runs. */
bool transition_runs(const Transition *run, bool reduced_motion, int64_t now_ms);
/* How far the new scene has come in at `now_ms`, for platform_show(); progress is 1 when the transition is over. */
Entrance transition_entrance(const Transition *run, const Viewport *viewport, bool reduced_motion, int64_t now_ms);

#endif
