/* loop_slides.c - the loop goes on: one slide after the other, the right ones for the hour. */
#include <string.h>

#include "app/app.h"
#include "app/civil.h"

static bool in_loop(const App *app)
{
    return app->state.session.place.screen == SCREEN_ATTRACT;
}

const Slide *slides_current(const App *app)
{
    if (app->slides.count == 0) return NULL;
    return &app->slides.items[(size_t)app->state.slide % app->slides.count];
}

void slides_refresh(App *app)
{
    unsigned when = civil_when(&app->wall);
    SiteTime time = civil_site_time(&app->wall);
    const Playlist *playlist = site_playlist(app->site, &time);
    bool same = app->slides_when == when && app->playlist == playlist;
    if (same && strcmp(app->slides.lang, app_lang(app)) == 0) return;
    slides_build(&app->slides, &app->library, app_lang(app), when, app->state.seed, playlist);
    app->slides_when = when;
    app->playlist = playlist;
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

/* Each slide has its whole time after it has come in, and none changes under a finger: what is touched is what opens. */
int64_t slides_deadline_ms(const App *app)
{
    if (!in_loop(app) || app->slides.count < 2 || app->input.press.active) return INT64_MAX;
    int64_t hold_ms = app->slides.seconds > 0 ? app->slides.seconds * (int64_t)1000 : MOTION_ATTRACT_HOLD_MS;
    return app->state.slide_start_ms + hold_ms + transition_duration_ms(TRANSITION_SLIDE, app->state.reduced_motion);
}

void slides_tick(App *app)
{
    if (app->now_ms < slides_deadline_ms(app)) return;
    app_begin_transition(app, TRANSITION_SLIDE);
    const Slide *slide = slides_current(app);
    memcpy(app->slide_before, slide->ref, sizeof(app->slide_before));
    slides_refresh(app);
    slides_show(app, (app->state.slide + 1) % int_max(1, (int)app->slides.count));
}
