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

/* What an event means for the window itself. Returns the event's kind for everyone else. */
static EventKind window_notice(Platform *platform, const SDL_Event *event, EventKind kind)
{
    const Rotation before = platform->rotation;
    switch (kind) {
    case EVENT_RESIZED:
        canvas_leave(platform->canvas);
        presenter_resize(&platform->presenter);
        platform_measure(platform);
        return before.w == platform->rotation.w && before.h == platform->rotation.h ? EVENT_EXPOSED : EVENT_RESIZED;
    case EVENT_EXPOSED:
        if (event->type != SDL_WINDOWEVENT) presenter_resize(&platform->presenter); /* its buffers were lost */
        platform->presenter.stale = true;
        return kind;
    case EVENT_NONE:
    case EVENT_POINTER:
    case EVENT_KEY_DOWN:
    case EVENT_KEY_UP:
    case EVENT_WOKEN:
    case EVENT_QUIT: break;
    }
    return kind;
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
        cursor_notice(platform, &event, now_ms);
        if (event.type == SDL_JOYDEVICEADDED)
            SDL_JoystickOpen(event.jdevice.which); /* it stays open until they are not used */
        if (!event_translate(&platform->events, &event, now_ms, out)) continue;
        out->kind = window_notice(platform, &event, out->kind);
        return true;
    }
    return false;
}

static void full_screen_take(Platform *platform)
{
    platform->full_screen_later = false;
    if (platform->window) SDL_SetWindowFullscreen(platform->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

bool platform_wait(Platform *platform, int64_t deadline_ms, Event *out)
{
    if (platform->full_screen_later) full_screen_take(platform);
    for (;;) {
        if (platform_poll(platform, out)) return true;
        int64_t now_ms = platform_now_ms();
        if (now_ms >= deadline_ms) return false;
        cursor_hide_when_due(platform, now_ms);
        int64_t until_ms = deadline_ms < platform->cursor_hide_ms ? deadline_ms : platform->cursor_hide_ms;
        sleeper_sleep(&platform->sleeper, now_ms, until_ms);
    }
}

void platform_use_joysticks(Platform *platform, bool use)
{
    bool used = SDL_WasInit(SDL_INIT_JOYSTICK) != 0;
    if (!platform->window || use == used) return;
    if (!use)
        SDL_QuitSubSystem(SDL_INIT_JOYSTICK);
    else if (SDL_InitSubSystem(SDL_INIT_JOYSTICK) != 0)
        fprintf(stderr, "hearth: no joystick can be used as a switch: %s\n", SDL_GetError());
}

void platform_wake(Platform *platform) { sleeper_wake(&platform->sleeper, WAKE_CALLED); }
