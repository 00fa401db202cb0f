/* visitor.h - somebody at the real program on a hidden display and a clock that we turn: for tests that a script cannot
 * write. */
#ifndef HEARTH_VISITOR_H
#define HEARTH_VISITOR_H

#include <stdio.h>
#include <stdlib.h>

#include "app/apply.h"
#include "app/picture.h"
#include "app/run.h"
#include "app/app.h"
#include "store/packs.h"
#include "staff/staff.h"
#include "platform/platform_state.h"

enum { VISITOR_START_MS = 1000, VISITOR_DAY_MS = 86400000 };

typedef struct Visitor {
    App app;
    Platform *platform;
    PlatformOptions display;
    int64_t now_ms;
    bool clock_stands; /* the clock on the wall always shows the time of the start */
    int64_t coarse_ms; /* the program is let run at most this often: a slow machine drops frames, too */
} Visitor;

static inline CivilTime visitor_wall(const Visitor *visitor)
{
    return civil_time(civil_seconds((Date){2026, 11, 24}, 9, 0) + (visitor->clock_stands ? 0 : visitor->now_ms / 1000));
}

static inline void visitor_settle(Visitor *visitor)
{
    app_set_time(&visitor->app, visitor->now_ms, visitor_wall(visitor));
    app_tick(&visitor->app);
    app_frame(&visitor->app);
}

/* The caller owns it: visitor_close(). Exits if there is nothing to show. `staff` may be NULL: staff can do nothing. */
static inline void visitor_open_with(Visitor *visitor, const char *const *packs, size_t pack_count, int w, int h,
                                     const StaffOptions *staff)
{
    *visitor = (Visitor){
        .display = {.window_w = w, .window_h = h, .hidden = true}, .now_ms = VISITOR_START_MS, .coarse_ms = 1};
    visitor->platform = platform_open(&visitor->display);
    AppOptions options = {.seed = 1, .w = w, .h = h, .staff = staff ? &staff_service : NULL, .staff_options = staff};
    packs_open(&options.library, &options.site, packs, pack_count, stderr);
    if (options.library.count == 0 || !visitor->platform) exit(1);
    app_open(&visitor->app, &options, visitor->now_ms, visitor_wall(visitor));
    app_attach(&visitor->app, visitor->platform);
    visitor_settle(visitor);
}

static inline void visitor_open(Visitor *visitor, const char *const *packs, size_t pack_count, int w, int h)
{
    visitor_open_with(visitor, packs, pack_count, w, h, NULL);
}

static inline void visitor_close(Visitor *visitor)
{
    app_close(&visitor->app);
    platform_close(visitor->platform);
}

static inline void visitor_wait(Visitor *visitor, int64_t ms)
{
    int64_t end_ms = visitor->now_ms + ms;
    while (visitor->now_ms < end_ms) {
        int64_t next_ms = app_deadline_ms(&visitor->app);
        if (next_ms < visitor->now_ms + visitor->coarse_ms) next_ms = visitor->now_ms + visitor->coarse_ms;
        visitor->now_ms = next_ms < end_ms ? next_ms : end_ms;
        visitor_settle(visitor);
    }
}

/* Nobody looks and nothing is shown: the time is simply later. */
static inline void visitor_skip(Visitor *visitor, int64_t ms)
{
    visitor->now_ms += ms;
    visitor_settle(visitor);
}

static inline void visitor_event(Visitor *visitor, Event event)
{
    event.time_ms = event.pointer.time_ms = visitor->now_ms;
    app_set_time(&visitor->app, visitor->now_ms, visitor_wall(visitor));
    app_event(&visitor->app, &event);
}

static inline void visitor_tap(Visitor *visitor, int x, int y)
{
    visitor_event(visitor,
                  (Event){.kind = EVENT_POINTER, .pointer = {.kind = POINTER_DOWN, .finger = 1, .x = x, .y = y}});
    visitor_wait(visitor, 60);
    visitor_event(visitor,
                  (Event){.kind = EVENT_POINTER, .pointer = {.kind = POINTER_UP, .finger = 1, .x = x, .y = y}});
    visitor_wait(visitor, 700);
}

/* False if there is no such thing to touch. */
static inline bool visitor_tap_node(Visitor *visitor, const char *id)
{
    const Scene *scene = app_scene(&visitor->app);
    int node = scene_find_node(scene, id);
    if (node < 0) return false;
    Rect area = scene->nodes[node].area;
    visitor_tap(visitor, area.x + area.w / 2, area.y + area.h / 2);
    return true;
}

static inline void visitor_key(Visitor *visitor, KeyKind key)
{
    visitor_event(visitor, (Event){.kind = EVENT_KEY_DOWN, .key = key});
    visitor_event(visitor, (Event){.kind = EVENT_KEY_UP, .key = key});
    visitor_wait(visitor, 400);
}

/* Opens a page as its door would. */
static inline void visitor_read(Visitor *visitor, const char *ref)
{
    app_apply(&visitor->app, (Action){.kind = ACTION_OPEN_PAGE, .id = ref});
    visitor_wait(visitor, 700);
}

/* What is on the display, all of it. */
static inline uint64_t visitor_picture(Visitor *visitor)
{
    int w, h;
    uint64_t hash = UINT64_C(14695981039346656037);
    const uint32_t *pixels = canvas_pixels(visitor->platform->canvas, &w, &h);
    for (size_t i = 0; i < (size_t)w * (size_t)h; i++) hash = (hash ^ pixels[i]) * UINT64_C(1099511628211);
    return hash;
}

#endif
