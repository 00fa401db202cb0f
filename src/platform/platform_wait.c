#include "platform/platform_state.h"

enum { CURSOR_SHOWN_MS = 3000 };

static void cursor_notice(Platform *platform, const SDL_Event *event, int64_t now_ms)
{
    if (!event_is_from_mouse(&platform->events, event, now_ms)) return;
    if (platform->cursor_hide_ms == INT64_MAX) SDL_ShowCursor(SDL_ENABLE);
    platform->cursor_hide_ms = now_ms + CURSOR_SHOWN_MS;
}

static void cursor_hide_when_due(Platform *platform, int64_t now_ms)
{
    if (now_ms < platform->cursor_hide_ms) return;
    SDL_ShowCursor(SDL_DISABLE);
    platform->cursor_hide_ms = INT64_MAX;
}

/* What an event means for the window itself, whoever else it concerns. */
static void window_notice(Platform *platform, const SDL_Event *event)
{
    if (event->type == SDL_RENDER_TARGETS_RESET || event->type == SDL_RENDER_DEVICE_RESET) {
        presenter_resize(&platform->presenter);
        return;
    }
    if (event->type != SDL_WINDOWEVENT) return;
    if (event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
        canvas_leave(platform->canvas);
        presenter_resize(&platform->presenter);
        platform_measure(platform);
    }
    if (event->window.event == SDL_WINDOWEVENT_EXPOSED) platform->presenter.stale = true;
}

/* One of the reasons for which somebody woke us, as an event. */
static bool reason_take(Platform *platform, int64_t now_ms, Event *out)
{
    platform->reasons |= sleeper_take_reasons(&platform->sleeper);
    if (platform->reasons == 0) return false;
    WakeReason reason = (platform->reasons & WAKE_CALLED) != 0 ? WAKE_CALLED : WAKE_PICTURE;
    platform->reasons &= ~(unsigned)reason;
    *out = (Event){.kind = reason == WAKE_CALLED ? EVENT_WOKEN : EVENT_EXPOSED, .time_ms = now_ms};
    return true;
}

bool platform_poll(Platform *platform, Event *out)
{
    int64_t now_ms = platform_now_ms();
    if (reason_take(platform, now_ms, out)) return true;
    SDL_Event event;
    while (platform->window && SDL_PollEvent(&event)) {
        window_notice(platform, &event);
        cursor_notice(platform, &event, now_ms);
        if (event_translate(&platform->events, &event, now_ms, out)) return true;
    }
    return false;
}

bool platform_wait(Platform *platform, int64_t deadline_ms, Event *out)
{
    for (;;) {
        if (platform_poll(platform, out)) return true;
        int64_t now_ms = platform_now_ms();
        if (now_ms >= deadline_ms) return false;
        cursor_hide_when_due(platform, now_ms);
        int64_t until_ms = deadline_ms < platform->cursor_hide_ms ? deadline_ms : platform->cursor_hide_ms;
        sleeper_sleep(&platform->sleeper, now_ms, until_ms);
    }
}

void platform_wake(Platform *platform)
{
    sleeper_wake(&platform->sleeper, WAKE_CALLED);
}
