/* script_expect.c - the expectations: what must be on the screen, in the state, in memory. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/picture.h"
#include "app/slideshow.h"
#include "app/focus.h"
#include "visit/script_steps.h"
#include "visit/pretend_speaker.h"

static const char *const overlay_names[OVERLAY_COUNT] = {"none", "text-size", "still-reading", "code", "switches"};

/* Resident memory of this process, in kB; 0 where the system does not say, and under a sanitizer, which keeps what was
 * freed. */
static long memory_kb(void)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 0;
#else
    long size, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file) return 0;
    if (fscanf(file, "%ld %ld", &size, &resident) != 2) resident = 0;
    fclose(file);
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
#endif
}

bool step_note(Script *script)
{
    const char *what = script_word(script, 0);
    const Slide *slide = slides_current(&script->app);
    if (strcmp(what, "memory") == 0) {
        script->memory_kb = memory_kb();
        return true;
    }
    if (strcmp(what, "slide") != 0) return script_fail(script, "slide and memory can be noted, not %s", what);
    if (!slide) return script_fail(script, "there is no slide to note");
    memcpy(script->noted, slide->ref, sizeof(script->noted));
    return true;
}

static bool expect_text(const Script *script, const char *what, const char *is, const char *wanted)
{
    if (strcmp(is, wanted) == 0) return true;
    return script_fail(script, "expected %s \"%s\", but it is \"%s\"", what, wanted, is);
}

static bool expect_number(const Script *script, const char *what, long is, const char *wanted)
{
    int number;
    if (!script_parse_int(wanted, &number)) return script_fail(script, "\"%s\" is no number", wanted);
    if (is == number) return true;
    return script_fail(script, "expected %s %d, but it is %ld", what, number, is);
}

static const SceneNode *find_node(Script *script, const char *id)
{
    const Scene *scene = app_scene(&script->app);
    int node = scene_find_node(scene, id[0] == '#' ? id + 1 : id);
    return node >= 0 ? &scene->nodes[node] : NULL;
}

static bool scene_says(const Scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->item_count; i++)
        if (scene->items[i].kind == ITEM_TEXT && strstr(scene->items[i].line->text, text)) return true;
    for (size_t i = 0; i < scene->node_count; i++)
        if (strstr(scene->nodes[i].label, text)) return true;
    return false;
}

static bool expect_screen(Script *script, const char *wanted)
{
    if (screen_find(wanted) == SCREEN_COUNT) return script_fail(script, "there is no screen called \"%s\"", wanted);
    return expect_text(script, "screen", screen_type(script->app.state->session.place.screen)->name, wanted);
}

static bool expect_ref(Script *script, const char *wanted)
{
    return expect_text(script, "ref", script->app.state->session.place.ref,
                       strcmp(wanted, "noted") == 0 ? script->noted : wanted);
}

static bool expect_lang(Script *script, const char *wanted)
{
    return expect_text(script, "lang", app_lang(&script->app), wanted);
}

static bool expect_page(Script *script, const char *wanted)
{
    return expect_number(script, "page", script->app.state->session.place.page_number + 1, wanted);
}

static bool expect_pages(Script *script, const char *wanted)
{
    View view = app_view(&script->app, &script->app.scratch);
    int count = screen_page_count(&view);
    arena_reset(&script->app.scratch);
    return expect_number(script, "pages", count, wanted);
}

static bool expect_back(Script *script, const char *wanted)
{
    return expect_number(script, "steps back", script->app.state->session.back_count, wanted);
}

static bool expect_slide(Script *script, const char *wanted)
{
    return expect_number(script, "slide", script->app.state->slide, wanted);
}

static bool expect_overlay(Script *script, const char *wanted)
{
    return expect_text(script, "overlay", overlay_names[script->app.state->session.overlay], wanted);
}

static bool expect_theme(Script *script, const char *wanted)
{
    return expect_text(script, "theme", script->app.state->session.high_contrast ? "contrast" : "light", wanted);
}

static bool expect_text_step(Script *script, const char *wanted)
{
    return expect_number(script, "text-step", script->app.state->session.text_step, wanted);
}

static bool expect_id(const Script *script, const char *what, const char *is, const char *wanted)
{
    if (strcmp(wanted, "none") == 0) return expect_text(script, what, is, "");
    return expect_text(script, what, is, wanted[0] == '#' ? wanted + 1 : wanted);
}

static bool expect_focus(Script *script, const char *wanted)
{
    const char *focus = script->app.state->session.focus;
    if (strcmp(wanted, "any") != 0) return expect_id(script, "focus", focus, wanted);
    if (focus_holds(app_scene(&script->app), focus)) return true;
    return script_fail(script, "expected a focus, but there is none");
}

static bool expect_pressed(Script *script, const char *wanted)
{
    return expect_id(script, "pressed", script->app.state->session.pressed, wanted);
}

/* Where the ring is: "none", "rows" (round a group), "out" (leaving one), or the id of the node that it is round. */
static bool expect_ring(Script *script, const char *wanted)
{
    const Scene *scene = app_scene(&script->app);
    ScanGroups groups = scan_groups(scene, &script->app.scratch);
    ScanPlace here = scan_settle(scene, &groups, &script->app.state->session.scan);
    arena_reset(&script->app.scratch);
    if (here.level == SCAN_RESTS) return expect_text(script, "ring", "none", wanted);
    if (here.out) return expect_text(script, "ring", "out", wanted);
    if (strcmp(wanted, "rows") == 0 && here.level == SCAN_GROUPS) return true;
    return expect_text(script, "ring", here.id, wanted[0] == '#' ? wanted + 1 : wanted);
}

static bool expect_node(Script *script, const char *wanted)
{
    return find_node(script, wanted) ? true : script_fail(script, "there is no %s here", wanted);
}

static bool expect_no_node(Script *script, const char *wanted)
{
    return find_node(script, wanted) ? script_fail(script, "there is a %s here", wanted) : true;
}

static bool expect_selected(Script *script, const char *wanted)
{
    const SceneNode *node = find_node(script, wanted);
    if (!node) return script_fail(script, "there is no %s here", wanted);
    return node->selected ? true : script_fail(script, "%s is not selected", wanted);
}

static bool expect_says(Script *script, const char *wanted)
{
    if (scene_says(app_scene(&script->app), wanted)) return true;
    return script_fail(script, "nothing here says \"%s\"", wanted);
}

static bool expect_silent(Script *script, const char *wanted)
{
    if (!scene_says(app_scene(&script->app), wanted)) return true;
    return script_fail(script, "something here says \"%s\"", wanted);
}

static bool expect_drag(Script *script, const char *wanted)
{
    int drag = script->app.state->session.drag_px;
    return expect_text(script, "drag", drag < 0 ? "up" : drag > 0 ? "down" : "none", wanted);
}

static bool expect_query(Script *script, const char *wanted)
{
    return expect_text(script, "query", script->app.state->session.search.query,
                       strcmp(wanted, "none") == 0 ? "" : wanted);
}

static bool expect_wakes(Script *script, const char *wanted)
{
    return expect_number(script, "wakes in the last wait", script->wakes, wanted);
}

static bool expect_breathing(Script *script, const char *wanted)
{
    return expect_text(script, "breathing", script->app.state->session.breathing ? "running" : "still", wanted);
}

static bool expect_said(Script *script, const char *wanted)
{
    const char *said = pretend_speaker_said(script->app.listener.speaker);
    if (strcmp(wanted, "nothing") == 0) return expect_text(script, "what is said", said, "");
    if (strstr(said, wanted)) return true;
    return script_fail(script, "expected that \"%s\" is said, but it is \"%s\"", wanted, said);
}

static bool expect_sentence(Script *script, const char *wanted)
{
    const Listening *listening = &script->app.state->session.listening;
    return expect_number(script, "sentence",
                         listening->player.phase == PLAYER_OFF ? 0 : listening_sentence(listening) + 1, wanted);
}

static bool expect_volume(Script *script, const char *wanted)
{
    return expect_number(script, "volume", speaker_volume_now(script->app.listener.speaker), wanted);
}

/* The session has nothing of a visit: all its bytes are 0, but for the screen and when that came up. */
static bool expect_nothing_kept(Script *script, const char *wanted)
{
    Session fresh, kept; /* compared with the gaps between members too */
    (void)wanted;
    memset(&fresh, 0, sizeof(fresh));
    memcpy(&kept, &script->app.state->session, sizeof(kept));
    kept.last_input_ms = 0;
    kept.place.screen = (ScreenId)0;
    kept.place.part = kept.place.accordion = 0;
    if (pretend_speaker_said(script->app.listener.speaker)[0])
        return script_fail(script, "something is still being said");
    if (memcmp(&fresh, &kept, sizeof(fresh)) == 0) return true;
    return script_fail(script, "something of the visit is still in memory");
}

/* `note memory` came before: no more than so many kB have been added since. */
static bool expect_memory(Script *script, const char *wanted)
{
    int most_kb;
    if (!script_parse_int(wanted, &most_kb)) return script_fail(script, "\"%s\" is no number of kB", wanted);
    long grown_kb = memory_kb() - script->memory_kb;
    if (grown_kb <= most_kb) return true;
    return script_fail(script, "memory has grown by %ld kB, more than %d", grown_kb, most_kb);
}

static const struct {
    const char *name;
    bool needs_value;
    bool (*hold)(Script *script, const char *wanted);
} expectations[] = {
    {"screen", true, expect_screen},
    {"ref", true, expect_ref},
    {"lang", true, expect_lang},
    {"page", true, expect_page},
    {"pages", true, expect_pages},
    {"back", true, expect_back},
    {"slide", true, expect_slide},
    {"overlay", true, expect_overlay},
    {"theme", true, expect_theme},
    {"text-step", true, expect_text_step},
    {"focus", true, expect_focus},
    {"pressed", true, expect_pressed},
    {"node", true, expect_node},
    {"no-node", true, expect_no_node},
    {"selected", true, expect_selected},
    {"text", true, expect_says},
    {"no-text", true, expect_silent},
    {"drag", true, expect_drag},
    {"wakes", true, expect_wakes},
    {"breathing", true, expect_breathing},
    {"memory", true, expect_memory},
    {"ring", true, expect_ring},
    {"said", true, expect_said},
    {"sentence", true, expect_sentence},
    {"volume", true, expect_volume},
    {"query", true, expect_query},
    {"nothing-kept", false, expect_nothing_kept},
};

static bool expect_words(Script *script, const char *name, const char *value)
{
    for (size_t i = 0; i < ARRAY_LEN(expectations); i++) {
        if (strcmp(expectations[i].name, name) != 0) continue;
        if (expectations[i].needs_value != (value[0] != '\0'))
            return script_fail(script, "expect %s %s", name,
                               expectations[i].needs_value ? "needs to know what" : "stands alone");
        return expectations[i].hold(script, value);
    }
    return script_fail(script, "nothing called \"%s\" can be expected", name);
}

bool step_expect(Script *script) { return expect_words(script, script_word(script, 0), script_word(script, 1)); }

/* Waits until the expectation holds, at most so long. */
bool step_until(Script *script)
{
    enum { LOOK_MS = 250 };
    int64_t most_ms;
    if (!script_parse_ms(script_word(script, 0), &most_ms))
        return script_fail(script, "a time is written 2.5s, 300ms or 2min");
    for (int64_t end_ms = script->now_ms + most_ms; script->now_ms < end_ms;) {
        script->quiet = true;
        bool holds = expect_words(script, script_word(script, 1), script_word(script, 2));
        script->quiet = false;
        if (holds) return true;
        if (!script_wait(script, LOOK_MS)) return false;
    }
    return expect_words(script, script_word(script, 1), script_word(script, 2));
}
