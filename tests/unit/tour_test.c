/* tour_test.c - the tour, which previews and audits walk, comes to every screen and overlay that there is. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/run.h"
#include "base/mem.h"
#include "screen/screen.h"
#include "store/packs.h"
#include "visit/tour.h"

enum { NAMES_MAX = 4096 };

/* What was met, and what the stops were called. */
typedef struct Met {
    App app;
    bool screens[SCREEN_COUNT], overlays[OVERLAY_COUNT];
    Arena arena;
    const char *names[NAMES_MAX];
    size_t count;
} Met;

static void stop(void *context, const TourStop *stop)
{
    Met *met = context;
    const Session *session = &met->app.state->session;
    met->screens[session->place.screen] = true;
    met->overlays[session->overlay] = true;
    assert_true(met->count < NAMES_MAX);
    met->names[met->count++] = arena_copy(&met->arena, stop->name);
}

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static int met_all(void **state)
{
    Met *met = mem_alloc(sizeof(*met));
    const char *path = "content";
    AppOptions options = {.seed = 1, .w = 1920, .h = 1080};
    packs_open(&options.library, &options.site, &path, 1, stderr);
    if (options.library.count == 0) return -1;
    options.site->display.reduced_motion = true;
    app_open(&met->app, &options, 1000, civil_time(civil_seconds((Date){2026, 11, 24}, 14, 30)));
    Tour tour = {.app = &met->app, .settings = {.lang = "en"}, .context = met, .stop = stop};
    tour_walk(&tour);
    arena_free(&tour.arena);
    *state = met;
    return 0;
}

static int met_free(void **state)
{
    Met *met = *state;
    arena_free(&met->arena);
    app_close(&met->app);
    free(met);
    return 0;
}

static void every_screen_is_met(void **state)
{
    const Met *met = *state;
    for (ScreenId screen = 0; screen < SCREEN_COUNT; screen++)
        if (!met->screens[screen])
            fail_msg("the tour never comes to \"%s\": give it a stop", screen_type(screen)->name);
}

static void every_overlay_is_met(void **state)
{
    const Met *met = *state;
    for (OverlayId overlay = 0; overlay < OVERLAY_COUNT; overlay++)
        if (!met->overlays[overlay]) fail_msg("the tour never opens overlay %d: give it a stop", (int)overlay);
}

/* A picture of a stop is a file of its name. */
static void no_two_stops_share_a_name(void **state)
{
    Met *met = *state;
    qsort(met->names, met->count, sizeof(*met->names), by_name);
    for (size_t i = 1; i < met->count; i++) assert_string_not_equal(met->names[i - 1], met->names[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_is_met),
        cmocka_unit_test(every_overlay_is_met),
        cmocka_unit_test(no_two_stops_share_a_name),
    };
    return cmocka_run_group_tests_name("tour", tests, met_all, met_free);
}
