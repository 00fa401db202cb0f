/* input.c - from fingers and keys to actions, by way of the scene that is up. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/input.h"
#include "app/apply.h"
#include "app/picture.h"
#include "app/press.h"
#include "app/switch_ring.h"
#include "app/transition.h"
#include "app/eyes_free.h"
#include "app/focus.h"
#include "app/session.h"
#include "app/switches.h"
#include "app/typing.h"
#include "screen/frame/chrome.h"

enum {
    FLING_U_S = 500, /* a finger this quick turns the page, however short its way */
    TURN_SHARE = 4,  /* a finger that has moved a quarter of a page turns it */
    RESISTANCE = 3,  /* past the first and the last page it follows a third of the way */
};

/* While one slide fades over another, a touch means the one that was there when the arm was stretched out. */
static const char *slide_meant(const App *app)
{
    bool runs = transition_runs(&app->transition, app->state->reduced_motion, app->now_ms);
    if (app->transition.kind != TRANSITION_SLIDE || !runs) return NULL;
    return transition_entrance(&app->transition, &app->viewport, app->state->reduced_motion, app->now_ms).progress < 0.5
               ? app->slide_before
               : NULL;
}

static void press_begin(App *app, const Gesture *gesture)
{
    const Scene *scene = app_scene(app);
    Press *press = &app->input.press;
    input_forget_press(app);
    session_focus(app, "");
    int hit = scene_hit(scene, gesture->x, gesture->y);
    if (hit < 0) return;
    const SceneNode *node = &scene->nodes[hit];
    size_t length = strlen(node->id);
    if (length >= NODE_ID_MAX) return;
    press->active = true;
    press->key = node->role == NODE_KEY;
    press->dock = node->always || press->key;
    /* Two taps on a key are two letters, not a trembling hand. */
    if (press->key) app->input.gesture.last_tap_ms = 0;
    memcpy(press->id, node->id, length + 1);
    Action action = node->action;
    if (action.kind == ACTION_WAKE && slide_meant(app)) action.id = slide_meant(app);
    press->action = action_keep(action, press->action_id);
    press->hold = action_keep(node->hold, press->hold_id);
    press->repeat_ms = node->repeat_ms;
    press->hold_slides = node->hold_slides;
    press->start_ms = app->now_ms;
    if (node->hold.kind != ACTION_NONE) press->hold_at_ms = app->now_ms + node->hold_ms;
    if (node->role != NODE_GROUND) session_press(app, press->id);
}

/* Ends a long press on a key: if the finger has slid to one of the keys that came up over it, that one is chosen. */
static void press_end_held(App *app, const Scene *scene, const Gesture *gesture)
{
    char id[REF_MAX];
    int hit = app->input.press.slides ? scene_hit(scene, gesture->x, gesture->y) : -1;
    bool chosen = hit >= 0 && scene->nodes[hit].role == NODE_KEY;
    Action action = chosen ? action_keep(scene->nodes[hit].action, id) : (Action){0};
    input_forget_press(app);
    if (chosen) app_apply(app, action);
}

/* Acts on what was pressed, if the finger is still on it. A quick tap is seen as pressed for a moment where it stays
 * up. */
static void press_act(App *app, const Gesture *gesture)
{
    Press press = app->input.press; /* a copy: the action may clear the original */
    press.action.id = press.action_id;
    if (!press.active) return;
    const Scene *scene = app_scene(app);
    if (press.held) {
        press_end_held(app, scene, gesture);
        return;
    }
    int hit = scene_hit(scene, gesture->x, gesture->y);
    input_forget_press(app);
    if (hit < 0 || strcmp(scene->nodes[hit].id, press.id) != 0) return;
    Place before = app->state->session.place;
    OverlayId overlay = app->state->session.overlay;
    bool ground = scene->nodes[hit].role == NODE_GROUND;
    app_apply(app, press.action);
    const Session *session = &app->state->session;
    bool stays = before.screen == session->place.screen && strcmp(before.ref, session->place.ref) == 0 &&
                 overlay == session->overlay;
    int seen_ms = press.key ? MOTION_KEY_MS : MOTION_PRESS_MS;
    if (!stays || ground || app->now_ms >= press.start_ms + seen_ms) return;
    session_press(app, press.id);
    app->input.unpress_ms = press.start_ms + seen_ms;
}

static int page_count(App *app)
{
    View view = app_view(app, &app->scratch);
    int count = screen_page_count(&view);
    arena_reset(&app->scratch);
    return count;
}

static int page_px(App *app)
{
    View view = app_view(app, &app->scratch);
    int height = screen_page_px(&view);
    arena_reset(&app->scratch);
    return int_max(1, height);
}

/* The first movement decides: up or down turns pages, anything else does nothing. */
static void drag_begin(App *app, const Gesture *gesture)
{
    bool upright = abs(gesture->dy) > abs(gesture->dx);
    input_forget_press(app);
    bool turns = upright && app->state->session.overlay == OVERLAY_NONE && page_count(app) > 1;
    app->input.drag = turns ? DRAG_TURNS : DRAG_IGNORED;
}

static void drag_follow(App *app, const Gesture *gesture)
{
    if (app->input.press.slides) {
        const Scene *scene = app_scene(app);
        int hit = scene_hit(scene, gesture->x, gesture->y);
        session_press(app, hit >= 0 && scene->nodes[hit].role == NODE_KEY ? scene->nodes[hit].id : "");
        return;
    }
    /* Dock, crisis strip and keys turn no pages: a shaking finger that stays on them still means them. */
    if (app->input.press.dock) return;
    if (app->input.drag == DRAG_NONE) drag_begin(app, gesture);
    if (app->input.drag != DRAG_TURNS) return;
    int page = app->state->session.place.page_number, limit = page_px(app) - 1, dy = gesture->dy;
    bool past_end = (dy > 0 && page == 0) || (dy < 0 && page + 1 >= page_count(app));
    session_drag(app, int_clamp(past_end ? dy / RESISTANCE : dy, -limit, limit));
}

static void drag_end(App *app, const Gesture *gesture)
{
    const Session *session = &app->state->session;
    DragKind drag = app->input.drag;
    app->input.drag = DRAG_NONE;
    /* Any movement answers "Still reading?". */
    if (session->overlay == OVERLAY_STILL_READING) app_apply(app, (Action){.kind = ACTION_STAY});
    if (drag != DRAG_TURNS) return;
    int page = session->place.page_number, step = gesture->dy < 0 ? 1 : -1, offset = session->drag_px;
    bool quick = fabs(gesture->velocity_px_s) >= viewport_px(&app->viewport, FLING_U_S);
    bool along = (gesture->velocity_px_s < 0) == (gesture->dy < 0);
    bool far = abs(gesture->dy) > page_px(app) / TURN_SHARE;
    /* A quick finger decides, also back to where it came from; a slow one by how far it has come. */
    bool turn = quick ? along : far;
    int target = int_clamp(turn ? page + step : page, 0, page_count(app) - 1);
    session_drag(app, 0);
    session_turn(app, target, offset);
}

static void gesture_act(App *app, const Gesture *gesture)
{
    switch (gesture->kind) {
    case GESTURE_NONE: break;
    case GESTURE_PRESS: press_begin(app, gesture); break;
    case GESTURE_TAP: press_act(app, gesture); break;
    case GESTURE_DRAG: drag_follow(app, gesture); break;
    case GESTURE_RELEASE:
        if (app->input.press.dock)
            press_act(app, gesture);
        else
            drag_end(app, gesture);
        break;
    case GESTURE_CANCEL: input_forget_press(app); break;
    }
}

/* The node that Enter acts on while no node has the focus: the ground of an overlay or of the loop; NULL if there is
 * none. */
static const SceneNode *ground_node(const Scene *scene)
{
    int hit = scene_hit(scene, scene->w / 2, 0);
    return hit >= 0 && scene->nodes[hit].role == NODE_GROUND ? &scene->nodes[hit] : NULL;
}

static void key_enter(App *app)
{
    const Scene *scene = app_scene(app);
    const char *focus = app->state->session.focus;
    const SceneNode *node =
        focus_holds(scene, focus) ? &scene->nodes[scene_find_node(scene, focus)] : ground_node(scene);
    if (!node) return;
    char id[REF_MAX];
    Action action = action_keep(node->action, id);
    app->input.focus_wanted = true;
    app_apply(app, action);
}

static void key_escape(App *app)
{
    const Session *session = &app->state->session;
    ActionKind kind = session->overlay == OVERLAY_STILL_READING ? ACTION_STAY
                      : session->overlay != OVERLAY_NONE        ? ACTION_CLOSE_OVERLAY
                                                                : ACTION_BACK;
    const ScreenType *type = screen_type(session->place.screen);
    if (type->for_staff) kind = ACTION_STAFF_BACK;
    if (!type->counts_idle && !type->for_staff) return;
    app->input.focus_wanted = true;
    app_apply(app, (Action){.kind = kind});
}

static void key_turn(App *app, int step)
{
    if (app->state->session.overlay == OVERLAY_NONE) app_apply(app, (Action){.kind = ACTION_TURN_BY, .value = step});
}

static void key_act(App *app, KeyKind key)
{
    const char *next;
    switch (key) {
    case KEY_NONE: return;
    case KEY_ENTER: key_enter(app); return;
    case KEY_ESCAPE: key_escape(app); return;
    case KEY_PAGE_UP: key_turn(app, -1); return;
    case KEY_PAGE_DOWN: key_turn(app, 1); return;
    case KEY_HOME:
        if (screen_type(app->state->session.place.screen)->counts_idle) app_apply(app, (Action){.kind = ACTION_HOME});
        return;
    case KEY_TAB:
    case KEY_BACK_TAB:
    case KEY_LEFT:
    case KEY_RIGHT:
    case KEY_UP:
    case KEY_DOWN:
        next = focus_move(app_scene(app), app->state->session.focus, key);
        if (next) session_focus(app, next);
        return;
    }
}

/* A key that is held down moves the focus on, but acts only once. */
static void key_down(App *app, KeyKind key)
{
    if (key == KEY_NONE) return;
    bool repeat = app->input.held == key;
    app->input.held = key;
    if (!repeat) app->input.staff_at_ms = key == KEY_HOME ? app->now_ms + STAFF_HOLD_MS : INT64_MAX;
    if (repeat && (key == KEY_ENTER || key == KEY_ESCAPE || key == KEY_HOME)) return;
    ring_rest(app);
    input_forget_press(app);
    session_note_input(app);
    key_act(app, key);
}

/* Acts on a finger, or on Home, that has been held long enough. */
static void holds_act(App *app)
{
    Input *input = &app->input;
    if (app->now_ms >= input->staff_at_ms) {
        input->staff_at_ms = INT64_MAX;
        input->focus_wanted = true;
        app_apply(app, (Action){.kind = ACTION_STAFF});
    }
    if (app->now_ms >= input->press.hold_at_ms) {
        char id[REF_MAX];
        Action hold = action_keep(input->press.hold, id);
        if (input->press.repeat_ms > 0 || input->press.hold_slides) {
            input->press.held = true;
            input->press.slides = input->press.hold_slides;
            input->press.hold_at_ms = input->press.repeat_ms > 0 ? app->now_ms + input->press.repeat_ms : INT64_MAX;
            app_apply(app, hold);
            return;
        }
        input->gesture.cancelled = true; /* lifting the finger is not a tap any more */
        input_forget_press(app);
        app_apply(app, hold);
    }
}

void input_event(App *app, const Event *event)
{
    Gesture gesture;
    if (switches_event(app, event) || eyes_event(app, event)) return;
    holds_act(app); /* on a slow machine the end of a long press can come before we have looked how long it was */
    switch (event->kind) {
    case EVENT_POINTER:
        ring_rest(app);
        gesture = gesture_feed(&app->input.gesture, event->pointer);
        session_note_input(app);
        gesture_act(app, &gesture);
        break;
    case EVENT_KEY_DOWN:
        if (!typing_event(app, event)) key_down(app, event->key);
        break;
    case EVENT_KEY_UP:
        app->input.held = KEY_NONE;
        app->input.staff_at_ms = INT64_MAX;
        break;
    case EVENT_NONE:
    case EVENT_RESIZED:
    case EVENT_EXPOSED:
    case EVENT_WOKEN:
    case EVENT_QUIT: break;
    }
}

int64_t input_deadline_ms(const App *app)
{
    const Input *input = &app->input;
    int64_t earliest_ms = gesture_deadline_ms(&input->gesture);
    earliest_ms = int64_min(earliest_ms, input->press.hold_at_ms);
    earliest_ms = int64_min(earliest_ms, input->staff_at_ms);
    return int64_min(earliest_ms, input->unpress_ms);
}

void input_tick(App *app)
{
    Input *input = &app->input;
    if (app->now_ms >= input->unpress_ms) {
        input->unpress_ms = INT64_MAX;
        if (!input->press.active) session_press(app, "");
    }
    holds_act(app);
    Gesture gesture = gesture_tick(&input->gesture, app->now_ms);
    gesture_act(app, &gesture);
}
