/* frames.c - how long a frame takes, from what has happened to what is seen: page turns, a finger that drags, slides that fade.
 *
 * Drives the program itself on a real window, sixty frames a second while something moves, and times each frame that is shown:
 * events, the scene, the comparison, the painting and the display's own copy. Only while nothing moves does its clock run ahead.
 * One line each: name, p50, p99 of all frames, and p50 of the first frames of each movement.
 * Usage: frames PACKS_DIR */
#include <stdlib.h>
#include <time.h>

#include "app/app.h"
#include "app/packs.h"
#include "base/mem.h"

enum { FRAME_MS = 16, FRAMES_MAX = 20000, TURNS = 24, FADES = 6, DRAG_STEP_PX = 8 };

typedef struct Bench {
    App app;
    Platform *platform;
    int64_t now_ms;
    double *times_ms; /* of frames shown */
    size_t count;
} Bench;

static double clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* A frame's time later. `event` may be NULL. Returns what it took, 0 if there was nothing to show. */
static double frame(Bench *bench, Event *event)
{
    App *app = &bench->app;
    Event other;
    while (platform_poll(bench->platform, &other)) app_event(app, &other); /* pictures that have arrived */
    bench->now_ms += FRAME_MS;
    long shows = app->shows;
    double start_ms = clock_ms();
    app_set_time(app, bench->now_ms, (CivilTime){0});
    if (event) {
        event->time_ms = event->pointer.time_ms = bench->now_ms;
        app_event(app, event);
    }
    app_tick(app);
    app_frame(app);
    double took_ms = clock_ms() - start_ms;
    if (app->shows == shows) return 0;
    if (took_ms < FRAME_MS) nanosleep(&(struct timespec){.tv_nsec = (long)((FRAME_MS - took_ms) * 1e6)}, NULL);
    if (bench->count < FRAMES_MAX) bench->times_ms[bench->count++] = took_ms;
    return took_ms;
}

/* As the loop would: asleep, and awake when something is due or has arrived. */
static void rest(Bench *bench, int64_t ms)
{
    Event event;
    for (int64_t left = ms; left > 0; left -= FRAME_MS) frame(bench, NULL);
    while (platform_wait(bench->platform, platform_now_ms() + 100, &event)) app_event(&bench->app, &event);
    frame(bench, NULL);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double part(const double *sorted, size_t count, double share)
{
    return count > 0 ? sorted[(size_t)(share * (double)(count - 1) + 0.5)] : 0;
}

/* Prints what was timed since the last report. */
static void report(Bench *bench, const char *name, double *firsts, size_t first_count)
{
    qsort(bench->times_ms, bench->count, sizeof(double), by_size);
    qsort(firsts, first_count, sizeof(double), by_size);
    printf("%s %.2f %.2f %.2f\n", name, part(bench->times_ms, bench->count, 0.5), part(bench->times_ms, bench->count, 0.99),
           part(firsts, first_count, 0.5));
    bench->count = 0;
}

static double key(Bench *bench, KeyKind kind)
{
    double took_ms = frame(bench, &(Event){.kind = EVENT_KEY_DOWN, .key = kind});
    frame(bench, &(Event){.kind = EVENT_KEY_UP, .key = kind});
    return took_ms;
}

static double point(Bench *bench, PointerKind kind, int x, int y)
{
    return frame(bench, &(Event){.kind = EVENT_POINTER, .pointer = {.kind = kind, .finger = 1, .x = x, .y = y}});
}

static void fades(Bench *bench)
{
    double firsts[FADES];
    rest(bench, 1000);
    bench->count = 0;
    for (int i = 0; i < FADES; i++) {
        size_t before = bench->count;
        while (bench->count == before) firsts[i] = frame(bench, NULL); /* the slide's whole time */
        while (frame(bench, NULL) > 0) continue;
    }
    report(bench, "fade", firsts, FADES);
}

static void turns(Bench *bench)
{
    double firsts[TURNS];
    bench->count = 0;
    for (int i = 0; i < TURNS; i++) {
        firsts[i] = key(bench, i % 2 == 0 ? KEY_PAGE_DOWN : KEY_PAGE_UP);
        while (frame(bench, NULL) > 0) continue;
    }
    report(bench, "turn", firsts, TURNS);
}

static void drags(Bench *bench)
{
    double firsts[TURNS];
    int x = bench->app.viewport.w / 2, bottom = bench->app.viewport.h * 3 / 4, top = bench->app.viewport.h / 3;
    bench->count = 0;
    for (int i = 0; i < TURNS; i++) {
        bool up = i % 2 == 0;
        int y = up ? bottom : top;
        firsts[i] = point(bench, POINTER_DOWN, x, y);
        for (; y > top - 1 && y < bottom + 1; y += up ? -DRAG_STEP_PX : DRAG_STEP_PX) point(bench, POINTER_MOVE, x, y);
        point(bench, POINTER_UP, x, y);
        size_t kept = bench->count;
        while (frame(bench, NULL) > 0) continue;
        bench->count = kept;
    }
    report(bench, "drag", firsts, TURNS);
}

static bool open_long_page(Bench *bench)
{
    point(bench, POINTER_DOWN, bench->app.viewport.w / 2, bench->app.viewport.h / 3);
    point(bench, POINTER_UP, bench->app.viewport.w / 2, bench->app.viewport.h / 3);
    rest(bench, 2000);
    Arena arena = {0};
    View view = app_view(&bench->app, &arena);
    bool long_page = bench->app.state.session.place.screen == SCREEN_READING && screen_page_count(&view) > 1;
    arena_free(&arena);
    return long_page;
}

int main(int argc, char **argv)
{
    PlatformOptions options = {0};
    AppOptions app = {.seed = 1};
    Bench *bench = mem_alloc(sizeof(*bench));
    bench->times_ms = mem_alloc(FRAMES_MAX * sizeof(double));
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
    free(bench->times_ms);
    free(bench);
    return found ? 0 : 1;
}
