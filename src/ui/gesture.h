/* gesture.h - from fingers, mouse and time to taps, drags and holds. Knows nothing of screens.
 *
 * One finger acts; further ones are ignored until all have lifted, so that palms and double touches do no harm.
 * Distances are in pixels, given the display's density. tests/unit/gesture_test.c holds both sides of every edge. */
#ifndef HEARTH_GESTURE_H
#define HEARTH_GESTURE_H

#include "base/base.h"

typedef enum PointerKind { POINTER_DOWN, POINTER_MOVE, POINTER_UP, POINTER_CANCEL } PointerKind;

typedef struct Pointer {
    PointerKind kind;
    int64_t finger; /* -1: mouse */
    int x, y;       /* logical pixels */
    int64_t time_ms;
} Pointer;

typedef enum GestureKind {
    GESTURE_NONE,
    GESTURE_PRESS,   /* a finger came down: x, y */
    GESTURE_TAP,     /* lifted without having moved away */
    GESTURE_DRAG,    /* moved past the slop; dx, dy from where it came down */
    GESTURE_RELEASE, /* a drag ended; dx, dy and velocity */
    GESTURE_CANCEL,  /* palm, stuck touch, or more fingers: nothing happened */
} GestureKind;

typedef struct Gesture {
    GestureKind kind;
    int x, y; /* where it is now */
    int start_x, start_y;
    int dx, dy;
    double velocity_px_s; /* vertical, at release */
    int64_t time_ms;
} Gesture;

enum {
    TAP_SLOP_UM = 4500,     /* fingers roll while lifting */
    DOUBLE_TAP_MS = 250,    /* a second tap on the same target this soon is a tremor, not a wish */
    STUCK_TOUCH_MS = 30000, /* a finger that has not moved for so long is a bag against the glass */
};

typedef struct GestureState {
    bool down, dragging, cancelled;
    int64_t finger;
    int fingers; /* on the glass */
    int start_x, start_y, x, y;
    int64_t start_ms, last_ms;
    double velocity_px_s;
    int64_t last_tap_ms;
    int last_tap_x, last_tap_y;
    int slop_px;
} GestureState;

void gesture_init(GestureState *state, double px_per_mm); /* 0: not known; then 96 dots an inch are taken */
/* Takes one event of a finger or the mouse; returns what it means. */
Gesture gesture_feed(GestureState *state, Pointer pointer);
/* Called when time has passed without input: cancels a stuck touch. */
Gesture gesture_tick(GestureState *state, int64_t now_ms);
/* When gesture_tick() next matters; INT64_MAX: never. */
int64_t gesture_deadline_ms(const GestureState *state);

#endif
