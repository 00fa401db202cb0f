/* slideshow.c - the loop goes on: one slide after the other, the right ones for the hour. */
#include <string.h>

#include "app/slideshow.h"
#include "app/session.h"
#include "app/picture.h"
#include "app/transition.h"
#include "app/app.h"

enum { PREPARE_MS = 1000 }; /* before the change: longer than a picture takes to be decoded */

enum { ALONE_MS = 60000 };

static bool in_loop(const App *app) { return app->state->session.place.screen == SCREEN_ATTRACT; }

const Slide *slides_current(const App *app)
{
    if (app->slides.count == 0) return NULL;
    return &app->slides.items[(size_t)app->state->slide % app->slides.count];
}

/* Returns a bit set of AttractWhen: the time of day and the season (of the northern half) that hold now; 0 when the
 * clock is not known. */
static unsigned when_now(const CivilTime *time)
{
    enum { MORNING_FROM_H = 5, MORNING_UNTIL_H = 12, EVENING_FROM_H = 17 };
    static const AttractWhen seasons[] = {WHEN_WINTER, WHEN_SPRING, WHEN_SUMMER, WHEN_AUTUMN};
    if (!time->known) return 0;
    unsigned when = 1u << seasons[time->date.month % 12 / 3];
    if (time->hour >= MORNING_FROM_H && time->hour < MORNING_UNTIL_H) when |= 1u << WHEN_MORNING;
    if (time->hour >= EVENING_FROM_H || time->hour < MORNING_FROM_H) when |= 1u << WHEN_EVENING;
    return when;
}

/* True if building them anew would give the same ones. */
static bool slides_are_current(const App *app)
{
    bool same_time = app->slides_when == when_now(&app->wall) && app->slides_week == app_week(app);
    return same_time && app->playlist == site_playlist(app->site, &app->wall) &&
           strcmp(app->slides.lang, app_lang(app)) == 0;
}

void slides_refresh(App *app)
{
    if (slides_are_current(app)) return;
    app->slides_when = when_now(&app->wall);
    app->slides_week = app_week(app);
    app->playlist = site_playlist(app->site, &app->wall);
    slides_build(&app->slides, &app->library, app_lang(app), app->slides_when, app->state->seed, app->slides_week,
                 app->playlist);
    app->dirty = true;
}

void slides_reseed(App *app, uint32_t seed)
{
    state_set_seed(app, seed);
    app->slides.lang[0] = '\0';
    slides_refresh(app);
}

void slides_show(App *app, int slide)
{
    state_set_slide(app, slide);
    app->dirty = true;
}

/* When the slide changes: after its whole time, counted from the end of its transition, and never under a finger. */
static int64_t change_deadline_ms(const App *app)
{
    if (!in_loop(app) || app->input.press.active) return INT64_MAX;
    /* A single slide is not followed by itself: it only waits for the slides of another hour. */
    if (app->slides.count < 2) return app->state->slide_start_ms + ALONE_MS;
    int64_t hold_ms = app->slides.seconds > 0 ? app->slides.seconds * (int64_t)1000 : MOTION_ATTRACT_HOLD_MS;
    return app->state->slide_start_ms + hold_ms + transition_duration_ms(TRANSITION_SLIDE, app->state->reduced_motion);
}

static int next_slide(const App *app) { return (app->state->slide + 1) % int_max(1, (int)app->slides.count); }

static int64_t prepare_deadline_ms(const App *app)
{
    int64_t change_ms = change_deadline_ms(app);
    return change_ms == INT64_MAX || app->slide_prepared_ms == app->state->slide_start_ms ? INT64_MAX
                                                                                          : change_ms - PREPARE_MS;
}

/* Letters, picture and buffers of the next slide are made while nothing moves: its first frame then comes in time, too.
 */
static void slide_prepare(App *app)
{
    app->slide_prepared_ms = app->state->slide_start_ms;
    if (!app->platform || app->dirty) return;
    State next = *app->state;
    next.slide = next_slide(app);
    View view = picture_view_of(app, &next, &app->scratch);
    Scene scene;
    screen_build(&view, &scene);
    platform_prepare(app->platform, &scene);
    arena_reset(&app->scratch);
}

int64_t slides_deadline_ms(const App *app) { return int64_min(change_deadline_ms(app), prepare_deadline_ms(app)); }

void slides_tick(App *app)
{
    if (app->now_ms >= prepare_deadline_ms(app)) slide_prepare(app);
    if (app->now_ms < change_deadline_ms(app)) return;
    if (app->slides.count < 2 && slides_are_current(app)) {
        state_set_slide(app, app->state->slide);
        return;
    }
    app_begin_transition(app, TRANSITION_SLIDE);
    const Slide *slide = slides_current(app);
    memcpy(app->slide_before, slide ? slide->ref : "", slide ? sizeof(app->slide_before) : 1);
    slides_refresh(app);
    slides_show(app, next_slide(app));
}
