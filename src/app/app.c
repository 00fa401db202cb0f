#include "app/app.h"

#include <string.h>

#include "app/apply_search.h"
#include "app/eyes_free.h"
#include "app/focus.h"
#include "app/idle.h"
#include "app/session.h"
#include "app/reading_position.h"
#include "app/switches.h"
#include "base/mem.h"
#include "screen/frame/chrome.h"

enum { RETRY_MS = 1000 };

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
    FontSource source = fontset_source(options->fonts ? options->fonts : app->own_fonts);
    app->text = text_engine_new(&source);
    listen_open(app, options->speaker);
    app->state.reduced_motion = app->site->display.reduced_motion;
    app->state.seed = options->seed;
    app_set_time(app, now_ms, wall);
    session_wipe(app, session_resting_screen(app));
    slides_refresh(app);
    app->state.slide_start_ms = now_ms;
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
    *app = (App){0};
}

void app_attach(App *app, Platform *platform)
{
    if (app->platform != platform) search_stop(app); /* its thread wakes the one that goes */
    app->platform = platform;
    app->transition = (Transition){TRANSITION_NONE, 0};
    app->repaint = true;
    if (app->staff) app->staff_service->attach(app, platform);
    switches_listen(app);
    if (!platform) return;
    int w, h;
    platform_size(platform, &w, &h);
    app_resize(app, w, h, platform_px_per_mm(platform));
}

void app_set_time(App *app, int64_t now_ms, CivilTime wall)
{
    /* Events may carry the time at which they were queued. Ours never goes back. */
    if (now_ms > app->now_ms) app->now_ms = now_ms;
    app->wall = wall;
}

CivilTime app_civil_time(const App *app, int64_t wall_s)
{
    return civil_time(wall_s >= app->clock_floor_s ? wall_s : 0);
}

const char *app_lang(const App *app)
{
    return app->state.session.lang[0] ? app->state.session.lang : app->site->display.language;
}

uint32_t app_week(const App *app) { return app->wall.known ? civil_week(&app->wall) : app->state.seed; }

View app_view(const App *app, Arena *arena)
{
    return (View){
        .arena = arena,
        .library = &app->library,
        .site = app->site,
        .state = &app->state,
        .session = &app->state.session,
        .search = app->search.index,
        .slides = &app->slides,
        .speech = &app->listener.speech,
        .can_listen = listen_offered(app),
        .staff = app->staff_view,
        .theme = app->state.session.high_contrast ? theme_high_contrast() : theme_light(),
        .viewport = &app->viewport,
        .words_set = app->words,
        .words = words_of(app->words, app_lang(app)),
        .text = app->text,
        .lang = app_lang(app),
        .now_ms = app->now_ms,
        .wall = app->wall,
        .week = app_week(app),
        .minute_end_ms = app->now_ms + (60 - app->wall.second) * (int64_t)1000,
    };
}

void app_begin_transition(App *app, TransitionKind kind)
{
    app->transition = (Transition){kind, app->now_ms};
    if (app->platform && transition_runs(&app->transition, app->state.reduced_motion, app->now_ms))
        platform_hold_picture(app->platform);
}

static void scene_build(App *app)
{
    int next = 1 - app->current;
    arena_reset(&app->arenas[next]);
    View view = app_view(app, &app->arenas[next]);
    screen_build(&view, &app->scenes[next]);
    text_engine_end_frame(app->text);
    /* While the question is up, what counts is what lies behind it: that is counted already. */
    if (app->state.session.overlay == OVERLAY_NONE) app->words_shown = idle_count_words(&app->scenes[next]);
    app->current = next;
    app->dirty = false;
    app->builds++;
}

/* A keyboard never loses its place: what has the focus may have gone, or something new has come up. */
static bool focus_settle(App *app, const Scene *before)
{
    Session *session = &app->state.session;
    const Scene *scene = &app->scenes[app->current];
    bool wanted = app->input.focus_wanted;
    app->input.focus_wanted = false;
    if (session->focus[0] == '\0') {
        int first = wanted ? scene_next_target(scene, -1, 1) : -1;
        if (first >= 0) session_focus(app, scene->nodes[first].id);
    } else if (!focus_holds(scene, session->focus)) {
        int was = scene_find_node(before, session->focus);
        Rect shape = was >= 0 ? before->nodes[was].shape : (Rect){0};
        session_focus(app, focus_repair(scene, session->focus, shape));
    }
    return app->dirty;
}

/* Builds the scene anew if it may look different. The one before is kept until the next time, to compare with. */
static bool scene_refresh(App *app)
{
    if (!app->dirty && app->now_ms < app->scenes[app->current].wake_ms) return false;
    scene_build(app);
    if (focus_settle(app, &app->scenes[1 - app->current])) {
        /* Twice in a row: what was shown before is gone from the pair, so it cannot be compared with. */
        scene_build(app);
        app->repaint = true;
    }
    return true;
}

const Scene *app_scene(App *app)
{
    if (scene_refresh(app)) app->repaint = true;
    return &app->scenes[app->current];
}

static Rect moving_area(const App *app)
{
    View view = app_view(app, NULL);
    int top = chrome_main(&view).y;
    return (Rect){0, top, app->viewport.w, app->viewport.h - chrome_dock_height(&view) - top};
}

static void scene_show(App *app)
{
    app->repaint = false;
    if (!app->platform) return;
    Entrance entrance = transition_entrance(&app->transition, &app->viewport, app->state.reduced_motion, app->now_ms);
    entrance.moving = moving_area(app);
    app->shows++;
    app->retry_ms =
        platform_show(app->platform, &app->scenes[app->current], entrance) ? INT64_MAX : app->now_ms + RETRY_MS;
}

void app_frame(App *app)
{
    bool moving = transition_runs(&app->transition, app->state.reduced_motion, app->now_ms);
    bool arrived = !moving && app->transition.kind != TRANSITION_NONE;
    if (arrived) app->transition.kind = TRANSITION_NONE;
    bool again = app->now_ms >= app->retry_ms;
    if (scene_refresh(app) && !scene_same_picture(&app->scenes[0], &app->scenes[1])) app->repaint = true;
    if (app->repaint || moving || arrived || again) scene_show(app);
    if (!app->wiped) return;
    mem_overwrite_stack();
    app->wiped = false;
}

static IdleStep app_idle(const App *app, int64_t *deadline_ms)
{
    const Session *session = &app->state.session;
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
    case IDLE_ASK: session_ask(app); break;
    case IDLE_LEAVE: app_apply(app, (Action){.kind = ACTION_LEAVE}); break;
    }
    listen_settle(app);
}

int64_t app_deadline_ms(const App *app)
{
    int64_t earliest_ms;
    app_idle(app, &earliest_ms);
    earliest_ms = int64_min(earliest_ms, app->scenes[app->current].wake_ms);
    earliest_ms = int64_min(earliest_ms, input_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, switches_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, session_turn_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, slides_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, listen_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, eyes_deadline_ms(app));
    if (app->staff) earliest_ms = int64_min(earliest_ms, app->staff_service->deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, app->retry_ms);
    if (app->transition.kind != TRANSITION_NONE) earliest_ms = int64_min(earliest_ms, app->now_ms + MOTION_FRAME_MS);
    if (app->dirty || app->repaint) earliest_ms = int64_min(earliest_ms, app->now_ms);
    return earliest_ms;
}

void app_resize(App *app, int w, int h, double px_per_mm)
{
    Viewport before = app->viewport;
    if (before.w == w && before.h == h && before.px_per_mm == px_per_mm) return;
    Spot spot = spot_read(app);
    app->viewport = viewport_make(w, h, px_per_mm);
    app->state.session.place.page_number = spot_page(app, &spot);
    app->transition = (Transition){TRANSITION_NONE, 0};
    input_init(&app->input, px_per_mm);
    session_press(app, "");
    session_drag(app, 0);
    listen_gather(app);
    app->dirty = true;
}

void app_event(App *app, const Event *event)
{
    switch (event->kind) {
    case EVENT_POINTER:
    case EVENT_KEY_DOWN:
    case EVENT_KEY_UP:
        input_event(app, event);
        listen_settle(app);
        break;
    case EVENT_RESIZED: app_attach(app, app->platform); break;
    case EVENT_EXPOSED:
    case EVENT_WOKEN: app->repaint = true; break;
    case EVENT_QUIT:
    case EVENT_NONE: break;
    }
}
