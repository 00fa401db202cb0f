#include "app/picture.h"

#include "app/app.h"
#include "app/transition.h"
#include "app/focus.h"
#include "app/idle.h"
#include "app/listen_offer.h"
#include "app/session.h"
#include "base/mem.h"
#include "gfx/scene_compare.h"
#include "screen/frame/chrome.h"

enum { RETRY_MS = 1000 };

CivilTime app_civil_time(const App *app, int64_t wall_s)
{
    return civil_time(wall_s >= app->clock_floor_s ? wall_s : 0);
}

const char *app_lang(const App *app)
{
    return app->state->session.lang[0] ? app->state->session.lang : app->site->display.language;
}

uint32_t app_week(const App *app) { return app->wall.known ? civil_week(&app->wall) : app->state->seed; }

View picture_view_of(const App *app, const State *state, Arena *arena)
{
    return (View){
        .arena = arena,
        .library = &app->library,
        .site = app->site,
        .state = state,
        .session = &state->session,
        .search = app->search.index,
        .slides = &app->slides,
        .speech = &app->listener.speech,
        .can_listen = listen_offered(app),
        .staff = app->staff_view,
        .theme = app->state->session.high_contrast ? theme_high_contrast() : theme_light(),
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

View app_view(const App *app, Arena *arena) { return picture_view_of(app, app->state, arena); }

void app_begin_transition(App *app, TransitionKind kind)
{
    app->transition = (Transition){kind, app->now_ms};
    if (app->platform && transition_runs(&app->transition, app->state->reduced_motion, app->now_ms))
        platform_hold_picture(app->platform);
}

static void scene_build(App *app)
{
    int next = 1 - app->current;
    arena_reset(&app->arenas[next]);
    View view = app_view(app, &app->arenas[next]);
    screen_build(&view, &app->scenes[next]);
    text_engine_end_frame(app->text);
    /* Under an overlay, the words of the page behind it count: they were counted before it came up. */
    if (app->state->session.overlay == OVERLAY_NONE) app->words_shown = idle_count_words(&app->scenes[next]);
    app->current = next;
    app->dirty = false;
    app->builds++;
}

/* Moves the focus if its node has gone, or gives it to the first node of something new. True if it has changed. */
static bool focus_keep(App *app, const Scene *before)
{
    const Session *session = &app->state->session;
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
    if (focus_keep(app, &app->scenes[1 - app->current])) {
        /* The scene was built twice, so the one that is on the display is gone and cannot be compared: repaint. */
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
    Entrance entrance = transition_entrance(&app->transition, &app->viewport, app->state->reduced_motion, app->now_ms);
    entrance.moving = moving_area(app);
    app->shows++;
    app->retry_ms =
        platform_show(app->platform, &app->scenes[app->current], entrance) ? INT64_MAX : app->now_ms + RETRY_MS;
}

void app_frame(App *app)
{
    bool moving = transition_runs(&app->transition, app->state->reduced_motion, app->now_ms);
    bool arrived = !moving && app->transition.kind != TRANSITION_NONE;
    if (arrived) app->transition.kind = TRANSITION_NONE;
    bool again = app->now_ms >= app->retry_ms;
    if (scene_refresh(app) && !scene_same_picture(&app->scenes[0], &app->scenes[1])) app->repaint = true;
    if (app->repaint || moving || arrived || again) scene_show(app);
    if (!app->wiped) return;
    mem_overwrite_stack();
    app->wiped = false;
}

int64_t picture_deadline_ms(const App *app)
{
    int64_t earliest_ms = int64_min(app->scenes[app->current].wake_ms, app->retry_ms);
    if (app->transition.kind != TRANSITION_NONE) earliest_ms = int64_min(earliest_ms, app->now_ms + MOTION_FRAME_MS);
    return app->dirty || app->repaint ? int64_min(earliest_ms, app->now_ms) : earliest_ms;
}
