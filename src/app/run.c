#include "app/run.h"

#include <stdlib.h>
#include <string.h>

#include "app/apply.h"
#include "app/forget.h"
#include "app/input.h"
#include "app/listen.h"
#include "app/picture.h"
#include "app/press.h"
#include "app/slideshow.h"
#include "app/switch_ring.h"
#include "app/search.h"
#include "app/eyes_free.h"
#include "app/idle.h"
#include "app/session.h"
#include "app/reading_position.h"
#include "app/switches.h"
#include "base/mem.h"

static const Survey no_survey;
static const StaffView no_staff_view = {.survey = &no_survey, .locks_at_ms = INT64_MAX};

void app_open(App *app, const AppOptions *options, int64_t now_ms, CivilTime wall)
{
    *app = (App){
        .library = options->library,
        .site = options->site ? options->site : site_new(),
        .words = words_set_new(),
        .own_fonts = options->fonts ? NULL : fontset_new(),
        .viewport = viewport_make(options->w, options->h, options->px_per_mm),
        .background = options->background,
        .retry_ms = INT64_MAX,
        .dirty = true,
        .staff_service = options->staff,
        .staff_view = &no_staff_view,
    };
    app->state = app->own_state = mem_alloc(sizeof(*app->own_state));
    FontSource source = fontset_source(options->fonts ? options->fonts : app->own_fonts);
    app->text = text_engine_new(&source);
    listen_open(app, options->speaker);
    state_set_reduced_motion(app, app->site->display.reduced_motion);
    state_set_seed(app, options->seed);
    app_set_time(app, now_ms, wall);
    session_wipe(app, session_resting_screen(app));
    slides_refresh(app);
    state_set_slide(app, 0);
    if (options->staff) options->staff->open(app, options->staff_options);
}

void app_close(App *app)
{
    search_stop(app);
    if (app->staff) app->staff_service->close(app);
    app->staff_view = &no_staff_view;
    session_wipe(app, SCREEN_ATTRACT);
    listen_close(app);
    for (size_t i = 0; i < ARRAY_LEN(app->arenas); i++) arena_free(&app->arenas[i]);
    slides_free(&app->slides);
    text_engine_free(app->text);
    fontset_free(app->own_fonts);
    words_set_free(app->words);
    library_close(&app->library);
    site_close(app->site);
    free(app->own_state);
    *app = (App){0};
}

void app_attach(App *app, Platform *platform)
{
    if (app->platform != platform) search_stop(app); /* its thread wakes the one that goes */
    app->platform = platform;
    app->transition = (Transition){TRANSITION_NONE, 0};
    app->repaint = true;
    if (app->staff) app->staff_service->attach(app, platform);
    ring_listen(app);
    if (!platform) return;
    int w, h;
    platform_size(platform, &w, &h);
    app_resize(app, w, h, platform_px_per_mm(platform));
}

static IdleStep app_idle(const App *app, int64_t *deadline_ms)
{
    const Session *session = &app->state->session;
    IdleFacts facts = {
        .screen = session->place.screen,
        .visitor = screen_type(session->place.screen)->counts_idle,
        .traces = app->library.count > 0 && !screen_type(session->place.screen)->for_staff &&
                  (session->focus[0] != '\0' || session->scan.level != SCAN_RESTS),
        .words = app->words_shown,
        .last_input_ms = session->last_input_ms,
        .warned_ms = session->warned_ms,
    };
    return idle_step(app->site, &facts, app->now_ms, deadline_ms);
}

void app_tick(App *app)
{
    int64_t deadline_ms;
    input_tick(app);
    switches_tick(app);
    session_turn_tick(app);
    slides_tick(app);
    search_tick(app);
    listen_tick(app);
    eyes_tick(app);
    if (app->staff) app->staff_service->tick(app);
    switch (app_idle(app, &deadline_ms)) {
    case IDLE_NOTHING: break;
    case IDLE_ASK: session_ask_still_reading(app); break;
    case IDLE_LEAVE: app_apply(app, (Action){.kind = ACTION_LEAVE}); break;
    }
    listen_stop_if_left(app);
}

int64_t app_deadline_ms(const App *app)
{
    int64_t earliest_ms;
    app_idle(app, &earliest_ms);
    earliest_ms = int64_min(earliest_ms, picture_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, input_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, switches_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, session_turn_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, slides_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, listen_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, eyes_deadline_ms(app));
    if (app->staff) earliest_ms = int64_min(earliest_ms, app->staff_service->deadline_ms(app));
    return earliest_ms;
}

void app_set_time(App *app, int64_t now_ms, CivilTime wall)
{
    /* Events may carry the time at which they were queued. Ours never goes back. */
    if (now_ms > app->now_ms) app->now_ms = now_ms;
    app->wall = wall;
}

void app_resize(App *app, int w, int h, double px_per_mm)
{
    Viewport before = app->viewport;
    if (before.w == w && before.h == h && before.px_per_mm == px_per_mm) return;
    ReadingPosition position = position_read(app);
    app->viewport = viewport_make(w, h, px_per_mm);
    session_set_page(app, position_page(app, &position));
    app->transition = (Transition){TRANSITION_NONE, 0};
    input_init(&app->input, px_per_mm);
    session_press(app, "");
    session_drag(app, 0);
    listen_repaginate(app);
    app->dirty = true;
}

void app_event(App *app, const Event *event)
{
    switch (event->kind) {
    case EVENT_POINTER:
    case EVENT_KEY_DOWN:
    case EVENT_KEY_UP:
        input_event(app, event);
        listen_stop_if_left(app);
        break;
    case EVENT_RESIZED: app_attach(app, app->platform); break;
    case EVENT_EXPOSED:
    case EVENT_WOKEN: app->repaint = true; break;
    case EVENT_QUIT:
    case EVENT_NONE: break;
    }
}
