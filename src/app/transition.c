#include "app/transition.h"

int transition_duration_ms(TransitionKind kind, bool reduced_motion)
{
    switch (kind) {
    case TRANSITION_NONE: return 0;
    case TRANSITION_FORWARD:
    case TRANSITION_BACK: return reduced_motion ? 0 : MOTION_SCREEN_MS;
    case TRANSITION_OVERLAY: return reduced_motion ? 0 : MOTION_OVERLAY_MS;
    case TRANSITION_SLIDE: return reduced_motion ? MOTION_ATTRACT_FADE_REDUCED_MS : MOTION_ATTRACT_FADE_MS;
    }
    return 0;
}

bool transition_runs(const Transition *run, bool reduced_motion, int64_t now_ms)
{
    return now_ms < run->start_ms + transition_duration_ms(run->kind, reduced_motion);
}

static double entrance_ease(TransitionKind kind, double t)
{
    switch (kind) {
    case TRANSITION_SLIDE: return ease_in_out_sine(t);
    case TRANSITION_OVERLAY: return ease_out_quad(t);
    case TRANSITION_NONE:
    case TRANSITION_FORWARD:
    case TRANSITION_BACK: break;
    }
    return ease_out_cubic(t);
}

Entrance transition_entrance(const Transition *run, const Viewport *viewport, bool reduced_motion, int64_t now_ms)
{
    if (!transition_runs(run, reduced_motion, now_ms)) return (Entrance){.progress = 1.0};
    double t = (double)(now_ms - run->start_ms) / transition_duration_ms(run->kind, reduced_motion);
    Entrance entrance = {.progress = entrance_ease(run->kind, t)};
    if (run->kind != TRANSITION_FORWARD) return entrance;
    entrance.rise_px = (int)(viewport_px(viewport, TRANSITION_RISE_U) * (1.0 - entrance.progress) + 0.5);
    return entrance;
}
