#include "ui/explore.h"

#include <stdlib.h>

void explore_init(ExploreState *state, int slop_px)
{
    *state = (ExploreState){.slop_px = slop_px, .three_ms = INT64_MAX, .tapped_ms = INT64_MIN};
}

static Explore explored(const ExploreState *state, ExploreKind kind) { return (Explore){kind, state->x, state->y}; }

static Explore finger_down(ExploreState *state, Pointer pointer)
{
    if (state->fingers == 0) {
        int64_t tapped_ms = state->tapped_ms;
        explore_init(state, state->slop_px);
        state->tapped_ms = tapped_ms;
        state->finger = pointer.finger;
        state->start_x = state->x = pointer.x;
        state->start_y = state->y = pointer.y;
        state->start_ms = pointer.time_ms;
    }
    state->fingers++;
    state->most = int_max(state->most, state->fingers);
    state->three_ms = state->fingers == 3 ? pointer.time_ms : INT64_MAX;
    return explored(state, EXPLORE_NOTHING);
}

static Explore finger_move(ExploreState *state, Pointer pointer)
{
    if (state->fingers == 0 || pointer.finger != state->finger) return explored(state, EXPLORE_NOTHING);
    state->x = pointer.x;
    state->y = pointer.y;
    int dx = abs(state->x - state->start_x), dy = abs(state->y - state->start_y);
    state->moved = state->moved || dx > state->slop_px || dy > state->slop_px;
    bool slides = state->most == 1 && state->moved && pointer.time_ms - state->start_ms >= EXPLORE_TAP_MS;
    return explored(state, slides ? EXPLORE_UNDER : EXPLORE_NOTHING);
}

static Explore one_finger_lifted(ExploreState *state, int64_t now_ms)
{
    int dx = state->x - state->start_x, dy = state->y - state->start_y;
    bool quick = now_ms - state->start_ms < EXPLORE_TAP_MS;
    if (quick && abs(dx) >= EXPLORE_SWIPE_SLOPS * state->slop_px && abs(dx) > 2 * abs(dy))
        return explored(state, dx > 0 ? EXPLORE_NEXT : EXPLORE_PREVIOUS);
    if (!quick || state->moved) return explored(state, EXPLORE_NOTHING);
    bool twice = state->tapped_ms != INT64_MIN && now_ms - state->tapped_ms < EXPLORE_TWICE_MS;
    state->tapped_ms = twice ? INT64_MIN : now_ms;
    return explored(state, twice ? EXPLORE_CHOOSE : EXPLORE_UNDER);
}

static Explore finger_up(ExploreState *state, Pointer pointer)
{
    if (state->fingers == 0) return explored(state, EXPLORE_NOTHING);
    if (pointer.finger == state->finger) {
        state->x = pointer.x;
        state->y = pointer.y;
    }
    state->fingers--;
    state->three_ms = INT64_MAX;
    if (state->fingers > 0 || state->held) return explored(state, EXPLORE_NOTHING);
    if (state->most == 1) return one_finger_lifted(state, pointer.time_ms);
    bool tap = state->most == 2 && pointer.time_ms - state->start_ms < EXPLORE_TAP_MS;
    return explored(state, tap ? EXPLORE_SILENCE : EXPLORE_NOTHING);
}

Explore explore_feed(ExploreState *state, Pointer pointer)
{
    switch (pointer.kind) {
    case POINTER_DOWN: return finger_down(state, pointer);
    case POINTER_MOVE: return finger_move(state, pointer);
    case POINTER_UP: return finger_up(state, pointer);
    case POINTER_CANCEL: explore_init(state, state->slop_px); break;
    }
    return explored(state, EXPLORE_NOTHING);
}

/* A finger that only rests: it is said what is there, once. A second tap that follows soon is no rest yet. */
static int64_t rest_ms(const ExploreState *state)
{
    return state->fingers == 1 && state->most == 1 && !state->rested ? state->start_ms + EXPLORE_TAP_MS : INT64_MAX;
}

static int64_t hold_ms(const ExploreState *state)
{
    return state->three_ms == INT64_MAX || state->held ? INT64_MAX : state->three_ms + EXPLORE_HOLD_MS;
}

Explore explore_tick(ExploreState *state, int64_t now_ms)
{
    if (now_ms >= hold_ms(state)) {
        state->held = true;
        return explored(state, EXPLORE_TOGGLE);
    }
    if (now_ms < rest_ms(state)) return explored(state, EXPLORE_NOTHING);
    state->rested = true;
    return explored(state, EXPLORE_UNDER);
}

int64_t explore_deadline_ms(const ExploreState *state)
{
    int64_t rest = rest_ms(state), hold = hold_ms(state);
    return rest < hold ? rest : hold;
}
