/* script_wander.c - a visitor who touches anything in any order, for a number of times, and what must hold all the
 * while. */
#include <string.h>

#include "app/picture.h"
#include "app/focus.h"
#include "visit/script_steps.h"

/* xorshift32 (Marsaglia 2003), so that a wander can be walked again. */
static int random_below(Script *script, int limit)
{
    uint32_t x = script->random;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    script->random = x;
    return (int)(x % (uint32_t)int_max(1, limit));
}

static bool tap_some_target(Script *script)
{
    const Scene *scene = app_scene(&script->app);
    int node = random_below(script, (int)scene->node_count);
    for (size_t tried = 0; tried < scene->node_count; tried++, node = (node + 1) % (int)scene->node_count) {
        if (!scene_node_is_target(scene, node)) continue;
        Rect area = scene->nodes[node].area;
        return script_tap(script, 1, area.x + area.w / 2, area.y + area.h / 2);
    }
    return script_tap(script, 1, scene->w / 2, scene->h / 2);
}

static bool tap_anywhere(Script *script)
{
    return script_tap(script, 1, random_below(script, script->app.viewport.w),
                      random_below(script, script->app.viewport.h));
}

static bool swipe_somehow(Script *script)
{
    int h = script->app.viewport.h, x = random_below(script, script->app.viewport.w);
    return script_swipe(script, x, random_below(script, h), random_below(script, h));
}

/* A palm: three fingers, lifted in another order, one perhaps never. */
static bool lay_a_hand(Script *script)
{
    int x = random_below(script, script->app.viewport.w), y = random_below(script, script->app.viewport.h);
    for (int finger = 1; finger < SCRIPT_FINGERS; finger++)
        script_pointer(script, POINTER_DOWN, finger, x + 40 * finger, y);
    if (!script_wait(script, random_below(script, 400))) return false;
    for (int finger = SCRIPT_FINGERS - 1; finger > 0; finger--)
        script_pointer(script, POINTER_UP, finger, x + 40 * finger, y);
    return true;
}

static bool press_a_key(Script *script)
{
    static const KeyKind keys[] = {KEY_TAB,  KEY_TAB,   KEY_TAB,   KEY_BACK_TAB, KEY_LEFT,    KEY_RIGHT,     KEY_UP,
                                   KEY_DOWN, KEY_ENTER, KEY_ENTER, KEY_ESCAPE,   KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_HOME};
    script_key(script, keys[random_below(script, (int)ARRAY_LEN(keys))]);
    return true;
}

static bool rest(Script *script)
{
    static const int64_t times_ms[] = {5, 40, 90, 300, 1000, 4000, 15000, 95000, 400000};
    return script_wait(script, times_ms[random_below(script, (int)ARRAY_LEN(times_ms))]);
}

static bool wander_once(Script *script)
{
    switch (random_below(script, 12)) {
    case 0: return tap_anywhere(script);
    case 1: return swipe_somehow(script);
    case 2: return lay_a_hand(script);
    case 3:
    case 4: return press_a_key(script);
    case 5: return rest(script);
    default: return tap_some_target(script) && script_wait(script, 300);
    }
}

/* Checks what must hold after each touch: the crisis strip can be touched, the page exists, the focus is on a node. */
static bool all_is_well(Script *script)
{
    const Scene *scene = app_scene(&script->app);
    const Session *session = &script->app.state->session;
    const char *screen = screen_type(session->place.screen)->name;
    int strip = scene_find_node(scene, "crisis");
    if (session->place.screen != SCREEN_EMERGENCY) {
        if (strip < 0) return script_fail(script, "%s %s: the crisis strip is gone", screen, session->place.ref);
        Rect area = scene->nodes[strip].area;
        if (scene_hit(scene, area.x + area.w / 2, area.y + area.h / 2) != strip)
            return script_fail(script, "%s %s: the crisis strip cannot be touched", screen, session->place.ref);
    }
    View view = app_view(&script->app, &script->app.scratch);
    int pages = screen_page_count(&view), page = session->place.page_number;
    arena_reset(&script->app.scratch);
    if (page < 0 || page >= pages)
        return script_fail(script, "%s %s: page %d of %d", screen, session->place.ref, page + 1, pages);
    if (session->focus[0] && !focus_holds(scene, session->focus))
        return script_fail(script, "%s %s: the focus is on %s, which is not here", screen, session->place.ref,
                           session->focus);
    if (scene_next_target(scene, -1, 1) < 0)
        return script_fail(script, "%s %s: nothing can be touched", screen, session->place.ref);
    return true;
}

bool step_wander(Script *script)
{
    int times;
    if (!script_parse_int(script_word(script, 0), &times) || times < 1) return script_fail(script, "write: wander 500");
    for (int i = 0; i < times; i++)
        if (!wander_once(script) || !all_is_well(script)) return false;
    return true;
}
