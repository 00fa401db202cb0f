#include "app/switches.h"

#include <string.h>

#include "app/apply.h"
#include "app/picture.h"
#include "app/press.h"
#include "app/switch_ring.h"
#include "app/handlers.h"
#include "app/session.h"
#include "app/typing.h"
#include "screen/frame/switch_bar.h"

static ScanPlace ring_now(const Scene *scene, const ScanGroups *groups, const App *app)
{
    return scan_settle(scene, groups, &app->state->session.scan);
}

static void scan_move(App *app)
{
    const Scene *scene = app_scene(app);
    ScanGroups groups = scan_groups(scene, &app->scratch);
    ScanPlace here = ring_now(scene, &groups, app), next = scan_next(scene, &groups, &here);
    arena_reset(&app->scratch);
    session_set_scan(app, &next);
    ring_wait(app, false);
}

/* Does what a touch on the node under the ring would do. */
static void scan_act(App *app, const SceneNode *node)
{
    Place before = app->state->session.place;
    OverlayId overlay = app->state->session.overlay;
    bool key = node->role == NODE_KEY;
    char id[REF_MAX];
    app_apply(app, action_keep(node->action, id));
    const Session *session = &app->state->session;
    if (session->scan.level == SCAN_RESTS) return; /* the visit is over, or has been hidden */
    bool stays = before.screen == session->place.screen && strcmp(before.ref, session->place.ref) == 0 &&
                 overlay == session->overlay;
    ScanPlace next = {.level = SCAN_GROUPS};
    /* After a key the ring starts again, since the next letter is in another row. On a button that turns pages it
     * stays. */
    if (stays && !key) {
        const Scene *scene = app_scene(app);
        ScanGroups groups = scan_groups(scene, &app->scratch);
        next = scan_stay(scene, &groups, &session->scan);
        arena_reset(&app->scratch);
    }
    session_set_scan(app, &next);
    ring_wait(app, true);
}

static void scan_press(App *app)
{
    const Scene *scene = app_scene(app);
    ScanGroups groups = scan_groups(scene, &app->scratch);
    ScanPlace place = ring_now(scene, &groups, app);
    int node = scan_choose(scene, &groups, &place);
    arena_reset(&app->scratch);
    session_set_scan(app, &place);
    if (node >= 0)
        scan_act(app, &scene->nodes[node]);
    else
        ring_wait(app, true);
}

static void switch_press(App *app, int which)
{
    input_forget_press(app);
    session_note_input(app);
    if (app->state->session.scan.level == SCAN_RESTS)
        ring_start(app);
    else if (ring_use(app) == SWITCHES_TWO && which == 0)
        scan_move(app);
    else
        scan_press(app);
}

/* -1: it is none. */
static int which_switch(const App *app, SwitchKey source)
{
    if (source == SWITCH_KEY_NONE) return -1;
    if ((int)source == app->site->switches.first) return 0;
    return (int)source == app->site->switches.second ? 1 : -1;
}

static bool is_used(const App *app, int which)
{
    SwitchesUse use = ring_use(app);
    return use == SWITCHES_TWO || (use == SWITCHES_ONE && which == 0);
}

/* Somebody has plugged in a switch where none is expected, and presses it. A key that means nothing else here wakes the
 * ring for this visit; not for one who has said that they use none. */
static bool wakes(App *app, const Event *event)
{
    bool idle_key = event->kind == EVENT_KEY_DOWN && event->key == KEY_NONE && event->source != SWITCH_KEY_NONE;
    if (typing_concerns(app, event)) return false;
    bool unset = ring_use(app) == SWITCHES_OFF && app->state->session.switches == 0;
    return idle_key && unset && which_switch(app, event->source) == 0;
}

bool switches_event(App *app, const Event *event)
{
    if (wakes(app, event)) ring_set_use(app, SWITCHES_ONE);
    int which = which_switch(app, event->source);
    if (which < 0) return false;
    bool pointer = event->kind == EVENT_POINTER;
    bool down = pointer ? event->pointer.kind == POINTER_DOWN : event->kind == EVENT_KEY_DOWN;
    bool up = pointer ? event->pointer.kind != POINTER_DOWN && event->pointer.kind != POINTER_MOVE
                      : event->kind == EVENT_KEY_UP;
    ScanSwitch *state = &app->input.switches[which];
    if (up) scan_switch_up(state, app->now_ms); /* also of one whose press was to be used no more */
    if (!is_used(app, which)) return false;
    if (down && scan_switch_down(state, app->now_ms, app->site->switches.settle_ms)) switch_press(app, which);
    return true;
}

void switches_tick(App *app)
{
    if (app->now_ms >= app->input.scan_next_ms) scan_move(app);
}

int64_t switches_deadline_ms(const App *app) { return app->input.scan_next_ms; }
