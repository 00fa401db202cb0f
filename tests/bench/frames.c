/* frames.c - how long a frame takes, from what has happened to what is seen: page turns, a finger that drags, slides
 * that fade.
 *
 * Drives the program itself on a real window, sixty frames a second while something moves, and times each frame that is
 * shown: events, the scene, the comparison, the painting and the display's own copy. Only while nothing moves does its
 * clock run ahead. One line each: name; p50 and p99 of all frames, p50 of the first frames of each movement; the same
 * three in processor time, which other programs on the machine do not change. Usage: frames PACKS_DIR */
#include <stdlib.h>
#include <time.h>

#include "app/picture.h"
#include "app/run.h"
#include "app/app.h"
#include "store/packs.h"
#include "base/mem.h"

enum { FRAME_MS = 16, FRAMES_MAX = 20000, TURNS = 24, FADES = 6, DRAG_STEP_PX = 8 };

typedef struct Took {
    double wall_ms, work_ms;
} Took;

typedef struct Bench {
    App app;
    Platform *platform;
    int64_t now_ms;
    Took *frames, *firsts; /* that were shown: all, and the first of each movement */
    size_t frame_count, first_count;
} Bench;

static double clock_ms(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static Took took_now(void) { return (Took){clock_ms(CLOCK_MONOTONIC), clock_ms(CLOCK_THREAD_CPUTIME_ID)}; }

/* A frame's time later. `event` may be NULL. False if there was nothing to show. */
static bool frame(Bench *bench, Event *event)
{
    App *app = &bench->app;
    Event other;
    while (platform_poll(bench->platform, &other)) app_event(app, &other); /* pictures that have arrived */
    bench->now_ms += FRAME_MS;
    long shows = app->shows;
    Took start = took_now();
    app_set_time(app, bench->now_ms, (CivilTime){0});
    if (event) {
        event->time_ms = event->pointer.time_ms = bench->now_ms;
        app_event(app, event);
    }
    app_tick(app);
    app_frame(app);
    Took end = took_now(), took = {end.wall_ms - start.wall_ms, end.work_ms - start.work_ms};
    if (app->shows == shows) return false;
    if (took.wall_ms < FRAME_MS)
        nanosleep(&(struct timespec){.tv_nsec = (long)((FRAME_MS - took.wall_ms) * 1e6)}, NULL);
    if (bench->frame_count < FRAMES_MAX) bench->frames[bench->frame_count++] = took;
    return true;
}

/* The frame that was shown last began a movement. */
static void note_first(Bench *bench)
{
    if (bench->frame_count == 0 || bench->first_count == FRAMES_MAX) return;
    bench->firsts[bench->first_count++] = bench->frames[bench->frame_count - 1];
}

/* As the loop would: asleep, and awake when something is due or has arrived. */
static void rest(Bench *bench, int64_t ms)
{
    Event event;
    for (int64_t left = ms; left > 0; left -= FRAME_MS) frame(bench, NULL);
    while (platform_wait(bench->platform, platform_now_ms() + 100, &event)) app_event(&bench->app, &event);
    frame(bench, NULL);
}

static int by_wall(const void *a, const void *b)
{
    double x = ((const Took *)a)->wall_ms, y = ((const Took *)b)->wall_ms;
    return (x > y) - (x < y);
}

static int by_work(const void *a, const void *b)
{
    double x = ((const Took *)a)->work_ms, y = ((const Took *)b)->work_ms;
    return (x > y) - (x < y);
}

static Took part(const Took *sorted, size_t count, double share)
{
    return count > 0 ? sorted[(size_t)(share * (double)(count - 1) + 0.5)] : (Took){0};
}

/* Prints what was timed since the last report. */
static void report(Bench *bench, const char *name)
{
    size_t frames = bench->frame_count, firsts = bench->first_count;
    qsort(bench->frames, frames, sizeof(Took), by_wall);
    qsort(bench->firsts, firsts, sizeof(Took), by_wall);
    printf("%s %.2f %.2f %.2f", name, part(bench->frames, frames, 0.5).wall_ms,
           part(bench->frames, frames, 0.99).wall_ms, part(bench->firsts, firsts, 0.5).wall_ms);
    qsort(bench->frames, frames, sizeof(Took), by_work);
    qsort(bench->firsts, firsts, sizeof(Took), by_work);
    printf(" %.2f %.2f %.2f\n", part(bench->frames, frames, 0.5).work_ms, part(bench->frames, frames, 0.99).work_ms,
           part(bench->firsts, firsts, 0.5).work_ms);
    bench->frame_count = bench->first_count = 0;
}

static void point(Bench *bench, PointerKind kind, int x, int y)
{
    frame(bench, &(Event){.kind = EVENT_POINTER, .pointer = {.kind = kind, .finger = 1, .x = x, .y = y}});
}

static void fades(Bench *bench)
{
    rest(bench, 1000);
    bench->frame_count = 0;
    for (int i = 0; i < FADES; i++) {
        while (!frame(bench, NULL)) continue; /* the slide's whole time */
        note_first(bench);
        while (frame(bench, NULL)) continue;
    }
    report(bench, "fade");
}

static void turns(Bench *bench)
{
    bench->frame_count = 0;
    for (int i = 0; i < TURNS; i++) {
        frame(bench, &(Event){.kind = EVENT_KEY_DOWN, .key = i % 2 == 0 ? KEY_PAGE_DOWN : KEY_PAGE_UP});
        note_first(bench);
        frame(bench, &(Event){.kind = EVENT_KEY_UP, .key = i % 2 == 0 ? KEY_PAGE_DOWN : KEY_PAGE_UP});
        while (frame(bench, NULL)) continue;
    }
    report(bench, "turn");
}

static void drags(Bench *bench)
{
    int x = bench->app.viewport.w / 2, bottom = bench->app.viewport.h * 3 / 4, top = bench->app.viewport.h / 3;
    bench->frame_count = 0;
    for (int i = 0; i < TURNS; i++) {
        bool up = i % 2 == 0;
        int y = up ? bottom : top;
        point(bench, POINTER_DOWN, x, y);
        note_first(bench);
        for (; y >= top && y <= bottom; y += up ? -DRAG_STEP_PX : DRAG_STEP_PX) point(bench, POINTER_MOVE, x, y);
        point(bench, POINTER_UP, x, y);
        size_t kept = bench->frame_count;
        while (frame(bench, NULL)) continue;
        bench->frame_count = kept;
    }
    report(bench, "drag");
}

static bool open_long_page(Bench *bench)
{
    point(bench, POINTER_DOWN, bench->app.viewport.w / 2, bench->app.viewport.h / 3);
    point(bench, POINTER_UP, bench->app.viewport.w / 2, bench->app.viewport.h / 3);
    rest(bench, 2000);
    Arena arena = {0};
    View view = app_view(&bench->app, &arena);
    bool long_page = bench->app.state->session.place.screen == SCREEN_READING && screen_page_count(&view) > 1;
    arena_free(&arena);
    return long_page;
}

int main(int argc, char **argv)
{
    PlatformOptions options = {0};
    AppOptions app = {.seed = 1};
    Bench *bench = mem_alloc(sizeof(*bench));
    bench->frames = mem_alloc(FRAMES_MAX * sizeof(Took));
    bench->firsts = mem_alloc(FRAMES_MAX * sizeof(Took));
    bench->now_ms = 1000;
    bench->platform = argc == 2 ? platform_open(&options) : NULL;
    if (!bench->platform) return 1;
    packs_open(&app.library, &app.site, (const char *const *)argv + 1, 1, stderr);
    platform_size(bench->platform, &app.w, &app.h);
    app.fonts = platform_fonts(bench->platform);
    app_open(&bench->app, &app, bench->now_ms, (CivilTime){0});
    app_attach(&bench->app, bench->platform);
    frame(bench, NULL);
    fades(bench);
    bool found = open_long_page(bench);
    if (found) turns(bench);
    if (found) drags(bench);
    app_close(&bench->app);
    platform_close(bench->platform);
    free(bench->frames);
    free(bench->firsts);
    free(bench);
    return found ? 0 : 1;
}
