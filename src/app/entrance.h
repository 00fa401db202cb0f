/* entrance.h - how a scene comes in over the one before it. */
#ifndef HEARTH_ENTRANCE_H
#define HEARTH_ENTRANCE_H

#include "gfx/theme.h"
#include "platform/platform.h"

typedef enum EntranceKind {
    ENTRANCE_NONE,    /* at once: Hide, the end of a visit, and everything under reduced motion */
    ENTRANCE_FORWARD, /* a new screen: fades in and rises */
    ENTRANCE_BACK,    /* a screen that was left before: fades in */
    ENTRANCE_OVERLAY,
    ENTRANCE_SLIDE,   /* the next slide of the loop */
} EntranceKind;

typedef struct EntranceRun {
    EntranceKind kind;
    int64_t start_ms;
} EntranceRun;

enum { ENTRANCE_RISE_U = 24 };

int entrance_duration_ms(EntranceKind kind, bool reduced_motion);
/* True while it is on its way. */
bool entrance_runs(const EntranceRun *run, bool reduced_motion, int64_t now_ms);
/* What the platform is told; progress 1 when it is over. */
Entrance entrance_at(const EntranceRun *run, const Viewport *viewport, bool reduced_motion, int64_t now_ms);

#endif
