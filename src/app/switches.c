#include "app/switches.h"

#include <string.h>

#include "app/apply.h"
#include "app/session.h"
#include "app/reading_position.h"
#include "app/typing.h"
#include "screen/frame/switch_bar.h"

static SwitchesUse use_now(const App *app) { return switch_use(app->site, &app->state.session); }

static int pace_ms(const App *app) { return scan_pace_ms(app->site->switches.every_ms, app->state.session.scan_pace); }

/* After something new has come up, people look first: the first stop is longer. */
static void wait_for_next(App *app, bool first)
{
    bool moves = use_now(app) == SWITCHES_ONE && app->state.session.scan.level != SCAN_RESTS;
    app->input.scan_next_ms = moves ? app->now_ms + pace_ms(app) * (first ? 3 : 2) / 2 : INT64_MAX;
}

static void place_set(App *app, const ScanPlace *place)
{
    if (memcmp(&app->state.session.scan, place, sizeof(*place)) == 0) return;
    app->state.session.scan = *place;
    app->dirty = true;
}

void switches_start(App *app)
{
    Spot spot = spot_read(app);
    session_focus(app, "");
    place_set(app, &(ScanPlace){.level = SCAN_GROUPS});
    app->state.session.place.page_number = spot_page(app, &spot);
    wait_for_next(app, true);
}

void switches_rest(App *app)
{
    if (app->state.session.scan.level == SCAN_RESTS) return;
    Spot spot = spot_read(app);
    place_set(app, &(ScanPlace){.level = SCAN_RESTS});
    app->state.session.place.page_number = spot_page(app, &spot);
    wait_for_next(app, false);
}

static ScanPlace settled(const Scene *scene, const ScanGroups *groups, const App *app)
{
    return scan_settle(scene, groups, &app->state.session.scan);
}

static void scan_move(App *app)
{
    const Scene *scene = app_scene(app);
    ScanGroups groups = scan_groups(scene, &app->scratch);
    ScanPlace here = settled(scene, &groups, app), next = scan_next(scene, &groups, &here);
    arena_reset(&app->scratch);
    place_set(app, &next);
    wait_for_next(app, false);
}

/* What is under the ring acts, as if it had been touched. */
static void scan_act(App *app, const SceneNode *node)
{
    Place before = app->state.session.place;
    OverlayId overlay = app->state.session.overlay;
    bool key = node->role == NODE_KEY;
    char id[REF_MAX];
    app_apply(app, action_keep(node->action, id));
    const Session *session = &app->state.session;
    if (session->scan.level == SCAN_RESTS) return; /* the visit is over, or has been hidden */
    bool stays = before.screen == session->place.screen && strcmp(before.ref, session->place.ref) == 0 &&
                 overlay == session->overlay;
    ScanPlace next = {.level = SCAN_GROUPS};
    /* The next letter is in another row. What turns pages stays under the ring: a press turns on. */
    if (stays && !key) {
        const Scene *scene = app_scene(app);
        ScanGroups groups = scan_groups(scene, &app->scratch);
        next = scan_stay(scene, &groups, &session->scan);
        arena_reset(&app->scratch);
    }
    place_set(app, &next);
    wait_for_next(app, true);
}

static void scan_press(App *app)
{
    const Scene *scene = app_scene(app);
    ScanGroups groups = scan_groups(scene, &app->scratch);
    ScanPlace place = settled(scene, &groups, app);
    int node = scan_choose(scene, &groups, &place);
    arena_reset(&app->scratch);
    place_set(app, &place);
    if (node >= 0)
        scan_act(app, &scene->nodes[node]);
    else
        wait_for_next(app, true);
}

static void switch_press(App *app, int which)
{
    input_forget_press(app);
    session_touched(app);
    if (app->state.session.scan.level == SCAN_RESTS)
        switches_start(app);
    else if (use_now(app) == SWITCHES_TWO && which == 0)
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
    SwitchesUse use = use_now(app);
    return use == SWITCHES_TWO || (use == SWITCHES_ONE && which == 0);
}

static void use_set(App *app, SwitchesUse use)
{
    app->state.session.switches = (int)use + 1;
    if (use == SWITCHES_OFF) switches_rest(app);
    wait_for_next(app, true);
    app->dirty = true;
}

/* Somebody has plugged in a switch where none is expected, and presses it. A key that means nothing else here wakes the
 * ring for this visit; not for one who has said that they use none. */
static bool wakes(App *app, const Event *event)
{
    bool idle_key = event->kind == EVENT_KEY_DOWN && event->key == KEY_NONE && event->source != SWITCH_KEY_NONE;
    if (typing_concerns(app, event)) return false;
    bool unset = use_now(app) == SWITCHES_OFF && app->state.session.switches == 0;
    return idle_key && unset && which_switch(app, event->source) == 0;
}

bool switches_event(App *app, const Event *event)
{
    if (wakes(app, event)) use_set(app, SWITCHES_ONE);
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

void switches_listen(App *app)
{
    const Switches *switches = &app->site->switches;
    bool first = switches->first >= SWITCH_KEY_JOYSTICK_1, second = switches->second >= SWITCH_KEY_JOYSTICK_1;
    if (app->platform) platform_use_joysticks(app->platform, first || second);
}

void switches_tick(App *app)
{
    if (app->now_ms >= app->input.scan_next_ms) scan_move(app);
}

int64_t switches_deadline_ms(const App *app) { return app->input.scan_next_ms; }

void apply_set_switches(App *app, Action action) { use_set(app, (SwitchesUse)int_clamp(action.value, 0, 2)); }

void apply_scan_pace(App *app, Action action)
{
    Session *session = &app->state.session;
    int wanted = session->scan_pace + action.value, base_ms = app->site->switches.every_ms;
    /* At the end of the paces there is none left to step to. */
    if (scan_pace_ms(base_ms, wanted) != scan_pace_ms(base_ms, session->scan_pace)) session->scan_pace = wanted;
    wait_for_next(app, true);
    app->dirty = true;
}
