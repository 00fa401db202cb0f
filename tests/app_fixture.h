/* app_fixture.h - the app over the pack to walk about in, without a display, at a time that the test says. */
#ifndef HEARTH_TESTS_APP_FIXTURE_H
#define HEARTH_TESTS_APP_FIXTURE_H

#include "app/apply.h"
#include "app/picture.h"
#include "app/run.h"
#include "unit.h"

#include <string.h>

#include "app/app.h"
#include "staff/staff.h"
#include "store/packs.h"

static App app; /* large, and it must stay where it is */

/* `staff` may be NULL: then no PIN is set and nothing is installed. */
static inline int app_start_with(const StaffOptions *staff)
{
    const char *path = "tests/packs/good/visit";
    AppOptions options = {.seed = 1, .w = 1920, .h = 1080, .staff = &staff_service, .staff_options = staff};
    packs_open(&options.library, &options.site, &path, 1, stderr);
    if (options.library.count != 1) return -1;
    app_open(&app, &options, 1000, civil_time(civil_seconds((Date){2026, 11, 24}, 14, 30)));
    app_frame(&app);
    return 0;
}

static inline int app_start(void **state)
{
    (void)state;
    return app_start_with(NULL);
}

static inline int app_stop(void **state)
{
    (void)state;
    app_close(&app);
    return 0;
}

static inline void act(ActionKind kind, int value, const char *id)
{
    app_apply(&app, (Action){.kind = kind, .value = value, .id = id});
    app_frame(&app);
}

/* Lets time pass, waking up whenever the loop would. */
static inline void pass_ms(int64_t ms)
{
    int64_t until_ms = app.now_ms + ms;
    for (int64_t next_ms; (next_ms = app_deadline_ms(&app)) <= until_ms;) {
        app_set_time(&app, next_ms, app.wall);
        app_tick(&app);
        app_frame(&app);
    }
    app_set_time(&app, until_ms, app.wall);
    app_tick(&app);
    app_frame(&app);
}

static inline void pointer_at(PointerKind kind, int x, int y)
{
    Event event = {.kind = EVENT_POINTER, .pointer = {kind, 1, x, y, app.now_ms}, .time_ms = app.now_ms};
    app_event(&app, &event);
    app_frame(&app);
}

#define assert_place(SCREEN, REF)                                                                                      \
    do {                                                                                                               \
        assert_int_equal(app.state->session.place.screen, SCREEN);                                                     \
        assert_string_equal(app.state->session.place.ref, REF);                                                        \
    } while (0)

#endif
