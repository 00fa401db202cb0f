#include "ui/gesture.h"

#include <stdlib.h>

static const double PX_PER_MM_GUESS = 96.0 / 25.4;
/* Speed is taken over about this long, so that the last tremble of a lifting finger does not decide. */
static const double VELOCITY_BLEND_MS = 60.0;

void gesture_init(GestureState *state, double px_per_mm)
{
    if (px_per_mm <= 0) px_per_mm = PX_PER_MM_GUESS;
    *state =
        (GestureState){.slop_px = int_max(4, (int)(TAP_SLOP_UM / 1000.0 * px_per_mm)), .last_tap_ms = -DOUBLE_TAP_MS};
}

static Gesture gesture_make(const GestureState *state, GestureKind kind, int64_t now_ms)
{
    return (Gesture){
        .kind = kind,
        .x = state->x,
        .y = state->y,
        .start_x = state->start_x,
        .start_y = state->start_y,
        .dx = state->x - state->start_x,
        .dy = state->y - state->start_y,
        .velocity_px_s = state->velocity_px_s,
        .time_ms = now_ms,
    };
}

static const Gesture nothing = {.kind = GESTURE_NONE};

static Gesture pointer_down(GestureState *state, Pointer pointer)
{
    state->fingers++;
    if (state->fingers > 1) {
        /* A second finger: a palm, or two people. Whatever the first was doing is off. */
        bool was_active = state->down && !state->cancelled;
        state->cancelled = true;
        return was_active ? gesture_make(state, GESTURE_CANCEL, pointer.time_ms) : nothing;
    }
    *state = (GestureState){
        .down = true,
        .finger = pointer.finger,
        .fingers = 1,
        .start_x = pointer.x,
        .start_y = pointer.y,
        .x = pointer.x,
        .y = pointer.y,
        .start_ms = pointer.time_ms,
        .last_ms = pointer.time_ms,
        .last_tap_ms = state->last_tap_ms,
        .last_tap_x = state->last_tap_x,
        .last_tap_y = state->last_tap_y,
        .slop_px = state->slop_px,
    };
    return gesture_make(state, GESTURE_PRESS, pointer.time_ms);
}

static Gesture pointer_move(GestureState *state, Pointer pointer)
{
    if (!state->down || state->cancelled || pointer.finger != state->finger) return nothing;
    double elapsed_ms = (double)(pointer.time_ms - state->last_ms);
    if (elapsed_ms > 0) {
        double weight = elapsed_ms / (elapsed_ms + VELOCITY_BLEND_MS);
        double speed = (pointer.y - state->y) * 1000.0 / elapsed_ms;
        state->velocity_px_s += (speed - state->velocity_px_s) * weight;
    }
    state->x = pointer.x;
    state->y = pointer.y;
    state->last_ms = pointer.time_ms;
    int dx = abs(state->x - state->start_x), dy = abs(state->y - state->start_y);
    if (dx > state->slop_px || dy > state->slop_px) state->dragging = true;
    return state->dragging ? gesture_make(state, GESTURE_DRAG, pointer.time_ms) : nothing;
}

/* A trembling hand taps twice; the second one is not meant for what has appeared in the meantime. */
static bool is_tremor(const GestureState *state, int64_t now_ms)
{
    return now_ms - state->last_tap_ms < DOUBLE_TAP_MS && abs(state->x - state->last_tap_x) <= 2 * state->slop_px &&
           abs(state->y - state->last_tap_y) <= 2 * state->slop_px;
}

static Gesture pointer_up(GestureState *state, Pointer pointer)
{
    if (state->fingers > 0) state->fingers--;
    if (!state->down) return nothing;
    if (pointer.finger != state->finger && state->fingers > 0) return nothing;
    bool active = !state->cancelled && pointer.finger == state->finger;
    if (state->fingers == 0) state->down = false;
    if (!active) return nothing;
    state->cancelled = true;
    state->x = pointer.x;
    state->y = pointer.y;
    if (abs(state->x - state->start_x) > state->slop_px || abs(state->y - state->start_y) > state->slop_px)
        state->dragging = true;
    if (state->dragging) {
        /* A finger that rested before lifting throws nothing. */
        if ((double)(pointer.time_ms - state->last_ms) > 2 * VELOCITY_BLEND_MS) state->velocity_px_s = 0;
        return gesture_make(state, GESTURE_RELEASE, pointer.time_ms);
    }
    bool tremor = is_tremor(state, pointer.time_ms);
    state->last_tap_ms = pointer.time_ms;
    state->last_tap_x = state->x;
    state->last_tap_y = state->y;
    return gesture_make(state, tremor ? GESTURE_CANCEL : GESTURE_TAP, pointer.time_ms);
}

static Gesture pointer_cancel(GestureState *state, Pointer pointer)
{
    bool was_active = state->down && !state->cancelled;
    state->down = false;
    state->cancelled = true;
    state->fingers = 0;
    return was_active ? gesture_make(state, GESTURE_CANCEL, pointer.time_ms) : nothing;
}

Gesture gesture_feed(GestureState *state, Pointer pointer)
{
    switch (pointer.kind) {
    case POINTER_DOWN: return pointer_down(state, pointer);
    case POINTER_MOVE: return pointer_move(state, pointer);
    case POINTER_UP: return pointer_up(state, pointer);
    case POINTER_CANCEL: return pointer_cancel(state, pointer);
    }
    return nothing;
}

Gesture gesture_tick(GestureState *state, int64_t now_ms)
{
    if (!state->down || state->cancelled || now_ms < gesture_deadline_ms(state)) return nothing;
    state->cancelled = true;
    return gesture_make(state, GESTURE_CANCEL, now_ms);
}

int64_t gesture_deadline_ms(const GestureState *state)
{
    return state->down && !state->cancelled ? state->last_ms + STUCK_TOUCH_MS : INT64_MAX;
}
