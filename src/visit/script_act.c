/* script_act.c - steps of a visitor: touch, move, lift, press a key, wait. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/picture.h"
#include "app/run.h"
#include "visit/script_steps.h"
#include "base/utf8.h"

enum { TAP_MS = 60, TYPE_PAUSE_MS = 100, SWIPE_STEPS = 10, SWIPE_STEP_MS = 16, WAKES_AT_ONCE_MAX = 1000, MOUSE = -1 };

bool script_parse_int(const char *text, int *out)
{
    char *end;
    long value = strtol(text, &end, 10);
    if (end == text || *end != '\0' || value < -1000000 || value > 1000000) return false;
    *out = (int)value;
    return true;
}

bool script_parse_ms(const char *text, int64_t *out)
{
    static const struct {
        const char *unit;
        double ms;
    } units[] = {{"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}};
    char *end;
    double value = strtod(text, &end);
    if (end == text || !(value >= 0) || value > 1e6) return false;
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        if (strcmp(end, units[i].unit) != 0) continue;
        *out = llround(value * units[i].ms);
        return true;
    }
    return false;
}

static bool parse_coordinate(const char *text, int length, int *out)
{
    char *end;
    double value = strtod(text, &end);
    if (end == text || fabs(value) > 100000) return false;
    if (strcmp(end, "%") == 0)
        value *= length / 100.0;
    else if (*end != '\0')
        return false;
    *out = (int)lround(value);
    return true;
}

static bool node_middle(Script *script, const char *id, int *x, int *y)
{
    const Scene *scene = app_scene(&script->app);
    int node = scene_find_node(scene, id);
    if (node < 0) return script_fail(script, "there is no #%s here", id);
    Rect area = scene->nodes[node].area;
    if (scene->nodes[node].clip >= 0) area = rect_intersect(area, scene->clips[scene->nodes[node].clip]);
    *x = area.x + area.w / 2;
    *y = area.y + area.h / 2;
    int hit = scene_hit(scene, *x, *y);
    if (hit == node) return true;
    return script_fail(script, "#%s cannot be touched; there is %s in its middle", id,
                       hit >= 0 ? scene->nodes[hit].id : "nothing");
}

/* A point at word `at`: "960 540", "50% 40%" or "#id" (the middle of what can be touched of it). *used counts words. */
static bool script_parse_point(Script *script, int at, int *x, int *y, int *used)
{
    const char *first = script_word(script, at);
    if (first[0] == '#') {
        *used = 1;
        return node_middle(script, first + 1, x, y);
    }
    *used = 2;
    const Viewport *viewport = &script->app.viewport;
    if (parse_coordinate(first, viewport->w, x) && parse_coordinate(script_word(script, at + 1), viewport->h, y))
        return true;
    return script_fail(script, "a point is two numbers (960 540, 50%% 40%%) or a part's name (#dock.hide)");
}

static void time_set(Script *script)
{
    int64_t wall_s = script->wall_s > 0 ? script->wall_s + (script->now_ms - script->wall_at_ms) / 1000 : 0;
    app_set_time(&script->app, script->now_ms, app_civil_time(&script->app, wall_s));
}

/* Takes the events of a real display: windows that are uncovered, pictures that have been decoded. */
static void display_notice(Script *script)
{
    Event event;
    while (platform_poll(script->platform, &event))
        if (event.kind == EVENT_EXPOSED || event.kind == EVENT_WOKEN) app_event(&script->app, &event);
}

void script_refresh(Script *script)
{
    time_set(script);
    if (!script->platform_options.hidden) display_notice(script);
    app_tick(&script->app);
    app_frame(&script->app);
}

bool script_wait(Script *script, int64_t ms)
{
    int64_t until_ms = script->now_ms + ms;
    int at_once = 0;
    script_refresh(script);
    script->wakes = 0;
    for (int64_t next_ms; (next_ms = app_deadline_ms(&script->app)) <= until_ms; script_refresh(script)) {
        at_once = next_ms > script->now_ms ? 0 : at_once + 1;
        if (at_once > WAKES_AT_ONCE_MAX) return script_fail(script, "the program never comes to rest here");
        if (next_ms > script->now_ms) script->now_ms = next_ms;
        script->wakes++;
    }
    script->now_ms = until_ms;
    script_refresh(script);
    return true;
}

void script_pointer(Script *script, PointerKind kind, int finger, int x, int y)
{
    Event event = {
        .kind = EVENT_POINTER,
        .pointer = {kind, finger, x, y, script->now_ms},
        .time_ms = script->now_ms,
    };
    time_set(script);
    app_event(&script->app, &event);
    script_refresh(script);
}

void script_event(Script *script, const Event *event)
{
    time_set(script);
    app_event(&script->app, event);
    script_refresh(script);
}

void script_key(Script *script, KeyKind key)
{
    script_event(script, &(Event){.kind = EVENT_KEY_DOWN, .key = key, .time_ms = script->now_ms});
    script_event(script, &(Event){.kind = EVENT_KEY_UP, .key = key, .time_ms = script->now_ms});
}

bool script_tap(Script *script, int finger, int x, int y)
{
    script_pointer(script, POINTER_DOWN, finger, x, y);
    if (!script_wait(script, TAP_MS)) return false;
    script_pointer(script, POINTER_UP, finger, x, y);
    return true;
}

bool script_swipe(Script *script, int x, int from_y, int to_y)
{
    script_pointer(script, POINTER_DOWN, 1, x, from_y);
    for (int i = 1; i <= SWIPE_STEPS; i++) {
        if (!script_wait(script, SWIPE_STEP_MS)) return false;
        script_pointer(script, POINTER_MOVE, 1, x, from_y + (to_y - from_y) * i / SWIPE_STEPS);
    }
    script_pointer(script, POINTER_UP, 1, x, to_y);
    return true;
}

/* "finger N" from word `at`; 1 without it. */
static bool parse_finger(const Script *script, int at, int *finger)
{
    *finger = 1;
    if (script_word(script, at)[0] == '\0') return true;
    bool good = strcmp(script_word(script, at), "finger") == 0 && script_parse_int(script_word(script, at + 1), finger);
    if (good && *finger >= 1 && *finger < SCRIPT_FINGERS) return true;
    return script_fail(script, "fingers are written: finger 2 (1 to %d)", SCRIPT_FINGERS - 1);
}

static bool finger_put(Script *script, PointerKind kind)
{
    int x, y, used, finger;
    if (!script_parse_point(script, 0, &x, &y, &used) || !parse_finger(script, used, &finger)) return false;
    script->fingers[finger].x = x;
    script->fingers[finger].y = y;
    script_pointer(script, kind, finger, x, y);
    return true;
}

bool step_touch(Script *script) { return finger_put(script, POINTER_DOWN); }
bool step_move(Script *script) { return finger_put(script, POINTER_MOVE); }

bool step_release(Script *script)
{
    int finger;
    if (!parse_finger(script, 0, &finger)) return false;
    script_pointer(script, POINTER_UP, finger, script->fingers[finger].x, script->fingers[finger].y);
    return true;
}

bool step_tap(Script *script)
{
    int x, y, used;
    return script_parse_point(script, 0, &x, &y, &used) && script_tap(script, 1, x, y);
}

/* Names the key of the screen that types the first character of `text`. Returns that character's bytes, 0 at the end.
 */
static size_t key_name(const char *text, char name[TYPED_MAX])
{
    uint32_t character;
    size_t step = utf8_decode(text, strlen(text), &character);
    snprintf(name, TYPED_MAX, "%.*s", (int)step, text);
    if (*text == ' ') snprintf(name, TYPED_MAX, "space");
    return *text ? step : 0;
}

/* Presses each letter's key with a finger. */
bool step_type(Script *script)
{
    char name[TYPED_MAX];
    const char *text = script_word(script, 0);
    for (size_t step; (step = key_name(text, name)) > 0; text += step) {
        char id[16];
        int x, y;
        snprintf(id, sizeof(id), "key.%s", name);
        if (!node_middle(script, id, &x, &y) || !script_tap(script, 1, x, y) || !script_wait(script, TYPE_PAUSE_MS))
            return false;
    }
    return true;
}

/* Presses a key of a keyboard that is plugged in. Its space is Enter as well; a switch may send space and some digits.
 */
static bool plugged_key(Script *script, const char *name)
{
    bool space = strcmp(name, "space") == 0, digit = name[0] >= '1' && name[0] <= '4';
    Event event = {.kind = EVENT_KEY_DOWN, .key = space ? KEY_ENTER : KEY_NONE, .time_ms = script->now_ms};
    event.source = space ? SWITCH_KEY_SPACE : digit ? (SwitchKey)(SWITCH_KEY_1 + (name[0] - '1')) : SWITCH_KEY_NONE;
    snprintf(event.types, sizeof(event.types), "%s", name);
    script_event(script, &event);
    event.kind = EVENT_KEY_UP;
    script_event(script, &event);
    return script_wait(script, TYPE_PAUSE_MS);
}

bool step_keys(Script *script)
{
    char name[TYPED_MAX];
    const char *text = script_word(script, 0);
    for (size_t step; (step = key_name(text, name)) > 0; text += step)
        if (!plugged_key(script, name)) return false;
    return true;
}

bool step_click(Script *script)
{
    int x, y, used;
    return script_parse_point(script, 0, &x, &y, &used) && script_tap(script, MOUSE, x, y);
}

bool step_hold(Script *script)
{
    int x, y, used;
    int64_t ms;
    if (!script_parse_point(script, 0, &x, &y, &used)) return false;
    if (!script_parse_ms(script_word(script, used), &ms))
        return script_fail(script, "a time is written 2.5s, 300ms or 2min");
    script_pointer(script, POINTER_DOWN, 1, x, y);
    if (!script_wait(script, ms)) return false;
    script_pointer(script, POINTER_UP, 1, x, y);
    return true;
}

bool step_swipe(Script *script)
{
    int h = script->app.viewport.h, x = script->app.viewport.w / 3;
    const char *way = script_word(script, 0);
    if (strcmp(way, "up") == 0) return script_swipe(script, x, h * 60 / 100, h * 25 / 100);
    if (strcmp(way, "down") == 0) return script_swipe(script, x, h * 25 / 100, h * 60 / 100);
    return script_fail(script, "a swipe goes up or down");
}

static bool script_hold_key(Script *script, KeyKind key, const char *time)
{
    int64_t ms = 0;
    if (time[0] && !script_parse_ms(time, &ms)) return script_fail(script, "a time is written 2.5s, 300ms or 2min");
    script_event(script, &(Event){.kind = EVENT_KEY_DOWN, .key = key, .time_ms = script->now_ms});
    if (ms > 0 && !script_wait(script, ms)) return false;
    script_event(script, &(Event){.kind = EVENT_KEY_UP, .key = key, .time_ms = script->now_ms});
    return true;
}

bool step_key(Script *script)
{
    static const struct {
        const char *name;
        KeyKind key;
    } keys[] = {
        {"tab", KEY_TAB},   {"back-tab", KEY_BACK_TAB}, {"left", KEY_LEFT},           {"right", KEY_RIGHT},
        {"up", KEY_UP},     {"down", KEY_DOWN},         {"enter", KEY_ENTER},         {"escape", KEY_ESCAPE},
        {"home", KEY_HOME}, {"page-up", KEY_PAGE_UP},   {"page-down", KEY_PAGE_DOWN},
    };
    if (strcmp(script_word(script, 0), "erase") == 0) return plugged_key(script, "erase");
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (strcmp(keys[i].name, script_word(script, 0)) != 0) continue;
        return script_hold_key(script, keys[i].key, script_word(script, 1));
    }
    return script_fail(script, "there is no key \"%s\"", script_word(script, 0));
}

bool step_wait(Script *script)
{
    int64_t ms;
    if (!script_parse_ms(script_word(script, 0), &ms))
        return script_fail(script, "a time is written 2.5s, 300ms or 2min");
    return script_wait(script, ms);
}
