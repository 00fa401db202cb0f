/* script_switch.c - steps for those who touch nothing: a switch, and the whole way to something by switch or by Tab
 * alone. */
#include <string.h>

#include "app/picture.h"
#include "visit/script_steps.h"
#include "screen/frame/switch_bar.h"

enum { PRESS_MS = 60, PAUSE_MS = 340, STOPS_MAX = 300 };

/* As the clinic has plugged it in; it is let go after a moment. */
static bool press(Script *script, int which, int64_t held_ms)
{
    const Switches *switches = &script->app.site->switches;
    SwitchKey source = (SwitchKey)(which == 1 ? switches->first : switches->second);
    script_event(script, &(Event){.kind = EVENT_KEY_DOWN, .source = source, .time_ms = script->now_ms});
    if (!script_wait(script, held_ms)) return false;
    script_event(script, &(Event){.kind = EVENT_KEY_UP, .source = source, .time_ms = script->now_ms});
    return script_wait(script, PAUSE_MS);
}

bool step_switch(Script *script)
{
    int which;
    int64_t held_ms = PRESS_MS;
    if (!script_parse_int(script_word(script, 0), &which) || which < 1 || which > 2)
        return script_fail(script, "there are switches 1 and 2");
    if (script_word(script, 1)[0] && !script_parse_ms(script_word(script, 1), &held_ms))
        return script_fail(script, "a time is written 2.5s, 300ms or 2min");
    return press(script, which, held_ms);
}

bool step_switches(Script *script)
{
    static const char *const uses[] = {"off", "one", "two"};
    for (int i = 0; i < (int)ARRAY_LEN(uses); i++) {
        if (strcmp(uses[i], script_word(script, 0)) != 0) continue;
        script->app.site->switches.use = i;
        return true;
    }
    return script_fail(script, "switches are off, one or two");
}

/* What a visitor who wants #id does where the ring is now: wait or move on, enter the group, choose. */
typedef enum Stop { STOP_PASS, STOP_ENTER, STOP_TAKE } Stop;

static Stop stop_now(Script *script, const char *id)
{
    const Scene *scene = app_scene(&script->app);
    ScanGroups groups = scan_groups(scene, &script->app.scratch);
    ScanPlace here = scan_settle(scene, &groups, &script->app.state->session.scan);
    int group, item;
    Stop stop = STOP_PASS;
    if (scan_find(scene, &groups, &here, &group, &item)) {
        const ScanGroup *row = &groups.items[group];
        bool within = false;
        for (int i = 0; i < row->count; i++) within = within || strcmp(scene->nodes[row->nodes[i]].id, id) == 0;
        bool alone = here.level == SCAN_GROUPS && row->count == 1;
        bool on_it = !here.out && (here.level == SCAN_ITEMS || alone) && strcmp(here.id, id) == 0;
        if (on_it)
            stop = STOP_TAKE;
        else if (here.level == SCAN_GROUPS ? within : here.out && !within)
            stop = STOP_ENTER;
    }
    arena_reset(&script->app.scratch);
    return stop;
}

/* One stop on: by the first of two switches, or by waiting. */
static bool move_on(Script *script)
{
    const App *app = &script->app;
    if (switch_use(app->site, &app->state->session) == SWITCHES_TWO) return press(script, 1, PRESS_MS);
    int64_t next_ms = app->input.scan_next_ms;
    if (next_ms == INT64_MAX) return script_fail(script, "the ring does not move");
    return script_wait(script, next_ms - script->now_ms);
}

bool step_choose(Script *script)
{
    const char *id = script_word(script, 0);
    const App *app = &script->app;
    int chooser = switch_use(app->site, &app->state->session) == SWITCHES_TWO ? 2 : 1;
    if (id[0] != '#') return script_fail(script, "what is chosen is named as #dock.hide");
    for (int i = 0; i < STOPS_MAX; i++) {
        Stop stop = stop_now(script, id + 1);
        if (!(stop == STOP_PASS ? move_on(script) : press(script, chooser, PRESS_MS))) return false;
        if (stop == STOP_TAKE) return true;
    }
    return script_fail(script, "the ring never comes to %s", id);
}

bool step_tab_to(Script *script)
{
    const char *id = script_word(script, 0);
    if (id[0] != '#') return script_fail(script, "what is looked for is named as #dock.hide");
    for (int i = 0; i < STOPS_MAX; i++) {
        if (strcmp(script->app.state->session.focus, id + 1) == 0) return true;
        script_key(script, KEY_TAB);
    }
    return script_fail(script, "Tab never comes to %s", id);
}
