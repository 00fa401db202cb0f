#include "app/entrance.h"

int entrance_duration_ms(EntranceKind kind, bool reduced_motion)
{
    switch (kind) {
    case ENTRANCE_NONE: return 0;
    case ENTRANCE_FORWARD:
    case ENTRANCE_BACK: return reduced_motion ? 0 : MOTION_SCREEN_MS;
    case ENTRANCE_OVERLAY: return reduced_motion ? 0 : MOTION_OVERLAY_MS;
    case ENTRANCE_SLIDE: return reduced_motion ? MOTION_ATTRACT_FADE_REDUCED_MS : MOTION_ATTRACT_FADE_MS;
    }
    return 0;
}

bool entrance_runs(const EntranceRun *run, bool reduced_motion, int64_t now_ms)
{
    return now_ms < run->start_ms + entrance_duration_ms(run->kind, reduced_motion);
}

static double entrance_ease(EntranceKind kind, double t)
{
    switch (kind) {
    case ENTRANCE_SLIDE: return ease_in_out_sine(t);
    case ENTRANCE_OVERLAY: return ease_out_quad(t);
    case ENTRANCE_NONE:
    case ENTRANCE_FORWARD:
    case ENTRANCE_BACK: break;
    }
    return ease_out_cubic(t);
}

Entrance entrance_at(const EntranceRun *run, const Viewport *viewport, bool reduced_motion, int64_t now_ms)
{
    if (!entrance_runs(run, reduced_motion, now_ms)) return (Entrance){.progress = 1.0};
    double t = (double)(now_ms - run->start_ms) / entrance_duration_ms(run->kind, reduced_motion);
    Entrance entrance = {.progress = entrance_ease(run->kind, t)};
    if (run->kind != ENTRANCE_FORWARD) return entrance;
    entrance.rise_px = (int)(viewport_px(viewport, ENTRANCE_RISE_U) * (1.0 - entrance.progress) + 0.5);
    return entrance;
}
