/* slideshow.c - the loop goes on: one slide after the other, the right ones for the hour. */
#include <string.h>

#include "app/app.h"
#include "app/civil.h"

enum { PREPARE_MS = 1000 }; /* before the change: longer than a picture takes to be decoded */

enum { ALONE_MS = 60000 };

static bool in_loop(const App *app) { return app->state.session.place.screen == SCREEN_ATTRACT; }

const Slide *slides_current(const App *app)
{
    if (app->slides.count == 0) return NULL;
    return &app->slides.items[(size_t)app->state.slide % app->slides.count];
}

static const Playlist *playlist_now(const App *app)
{
    SiteTime time = civil_site_time(&app->wall);
    return site_playlist(app->site, &time);
}

/* True if building them anew would give the same ones. */
static bool slides_are_current(const App *app)
{
    bool same_time = app->slides_when == civil_when(&app->wall) && app->slides_week == app_week(app);
    return same_time && app->playlist == playlist_now(app) && strcmp(app->slides.lang, app_lang(app)) == 0;
}

void slides_refresh(App *app)
{
    if (slides_are_current(app)) return;
    app->slides_when = civil_when(&app->wall);
    app->slides_week = app_week(app);
    app->playlist = playlist_now(app);
    slides_build(&app->slides, &app->library, app_lang(app), app->slides_when, app->state.seed, app->slides_week,
                 app->playlist);
    app->dirty = true;
}

void slides_reseed(App *app, uint32_t seed)
{
    app->state.seed = seed;
    app->slides.lang[0] = '\0';
    slides_refresh(app);
}

void slides_show(App *app, int slide)
{
    app->state.slide = slide;
    app->state.slide_start_ms = app->now_ms;
    app->dirty = true;
}

/* Each slide has its whole time after it has come in, and none changes under a finger: what is touched is what opens.
 */
static int64_t change_deadline_ms(const App *app)
{
    if (!in_loop(app) || app->input.press.active) return INT64_MAX;
    /* A slide that is alone is not followed by itself, but by those of another hour. */
    if (app->slides.count < 2) return app->state.slide_start_ms + ALONE_MS;
    int64_t hold_ms = app->slides.seconds > 0 ? app->slides.seconds * (int64_t)1000 : MOTION_ATTRACT_HOLD_MS;
    return app->state.slide_start_ms + hold_ms + transition_duration_ms(TRANSITION_SLIDE, app->state.reduced_motion);
}

static int next_slide(const App *app) { return (app->state.slide + 1) % int_max(1, (int)app->slides.count); }

static int64_t prepare_deadline_ms(const App *app)
{
    int64_t change_ms = change_deadline_ms(app);
    return change_ms == INT64_MAX || app->slide_prepared_ms == app->state.slide_start_ms ? INT64_MAX
                                                                                         : change_ms - PREPARE_MS;
}

/* Letters, picture and buffers of the next slide are made while nothing moves: its first frame then comes in time, too.
 */
static void slide_prepare(App *app)
{
    app->slide_prepared_ms = app->state.slide_start_ms;
    if (!app->platform || app->dirty) return;
    State next = app->state;
    next.slide = next_slide(app);
    View view = app_view(app, &app->scratch);
    view.state = &next;
    view.session = &next.session;
    Scene scene;
    screen_build(&view, &scene);
    platform_prepare(app->platform, &scene);
    arena_reset(&app->scratch);
}

int64_t slides_deadline_ms(const App *app)
{
    int64_t change_ms = change_deadline_ms(app), prepare_ms = prepare_deadline_ms(app);
    return change_ms < prepare_ms ? change_ms : prepare_ms;
}

void slides_tick(App *app)
{
    if (app->now_ms >= prepare_deadline_ms(app)) slide_prepare(app);
    if (app->now_ms < change_deadline_ms(app)) return;
    if (app->slides.count < 2 && slides_are_current(app)) {
        app->state.slide_start_ms = app->now_ms;
        return;
    }
    app_begin_transition(app, TRANSITION_SLIDE);
    const Slide *slide = slides_current(app);
    memcpy(app->slide_before, slide ? slide->ref : "", slide ? sizeof(app->slide_before) : 1);
    slides_refresh(app);
    slides_show(app, next_slide(app));
}
