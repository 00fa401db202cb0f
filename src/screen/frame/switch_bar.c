#include "screen/frame/switch_bar.h"

#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/reach/reach.h"
#include "screen/visitor/search_card.h"

enum { BAR_U = 104, LOW_BAR_U = 44, PAD_U = 48, ICON_U = 48 };

SwitchesUse switch_use(const Site *site, const Session *session)
{
    return session->switches > 0 ? (SwitchesUse)(session->switches - 1) : (SwitchesUse)site->switches.use;
}

/* Where there is little room it is one line, without the buttons: those are in "Use a switch", too. */
static bool is_low(const View *view)
{
    const Session *session = view->session;
    return chrome_keys_up(view) || session->place.screen == SCREEN_CRISIS || reach_on(view) ||
           view->viewport->shape == SHAPE_SMALL;
}

int switch_bar_height(const View *view)
{
    const Session *session = view->session;
    bool shown = session->scan.level != SCAN_RESTS && screen_type(session->place.screen)->dock == DOCK_FULL;
    return shown ? viewport_px(view->viewport, is_low(view) ? LOW_BAR_U : BAR_U) : 0;
}

/* Above the dock; above the keys, where there are any. */
static Rect bar_box(const View *view)
{
    int height = switch_bar_height(view), below = chrome_dock_height(view) + search_keys_height(view);
    return (Rect){0, view->viewport->h - below - height, view->viewport->w, height};
}

static bool moves_by_itself(const View *view) { return switch_use(view->site, view->session) == SWITCHES_ONE; }

/* The two buttons; returns where they begin. */
static int pace_buttons(const View *view, const Look *look)
{
    Rect bar = bar_box(view);
    Button slower = {.id = "switch.slower",
                     .label = word(view->words, "switch-slower"),
                     .action = {.kind = ACTION_SCAN_PACE, .value = 1}};
    Button faster = {.id = "switch.faster",
                     .label = word(view->words, "switch-faster"),
                     .action = {.kind = ACTION_SCAN_PACE, .value = -1}};
    int gap = px(look, SPACE_M_U), x = bar.x + bar.w - px(look, PAD_U), y = bar.y + (bar.h - px(look, BUTTON_U)) / 2;
    if (!moves_by_itself(view) || is_low(view) || view->session->overlay != OVERLAY_NONE) return x;
    x -= button_width(look, &slower) + gap + button_width(look, &faster);
    if (look->scene) {
        int width = draw_button(look, &slower, x, y, 0);
        draw_button(look, &faster, x + width + gap, y, 0);
    }
    return x;
}

void switch_bar_ground(const View *view, Scene *scene)
{
    if (switch_bar_height(view) == 0) return;
    Look look = view_look(view, scene);
    const Theme *theme = view->theme;
    scene_box(scene, bar_box(view), theme->high_contrast ? theme->card : theme->ink, 0);
    pace_buttons(view, &look);
}

/* What a press does now: "Symptoms. Press the switch to open it.", "Row 2 of 5". */
static const char *press_words(const View *view, const Scene *scene)
{
    int group, item;
    ScanGroups groups = scan_groups(scene, view->arena);
    ScanPlace place = scan_settle(scene, &groups, &view->session->scan);
    if (place.out) return word(view->words, "switch-back");
    if (!scan_find(scene, &groups, &place, &group, &item)) return "";
    const ScanGroup *here = &groups.items[group];
    if (place.level == SCAN_ITEMS || here->count == 1)
        return word_with(view->words, view->arena, "switch-press", "name", scene->nodes[here->nodes[item]].label);
    const char *row = arena_format(view->arena, "%d", group + 1);
    return word_fill(view->arena, word_with(view->words, view->arena, "switch-row", "row", row), "n",
                     arena_format(view->arena, "%d", groups.count));
}

const char *switch_how(const View *view, SwitchesUse use)
{
    int ms = scan_pace_ms(view->site->switches.every_ms, view->session->scan_pace);
    if (use == SWITCHES_OFF) return word(view->words, "switch-how-off");
    if (use == SWITCHES_TWO) return word(view->words, "switch-how-two");
    if (ms % 1000 != 0) return word(view->words, "switch-last-stop");
    return word_count(view->words, view->arena, "switch-how", ms / 1000);
}

/* How it goes, and how one comes out of a row, as far as it stands on one line. */
static const char *how_words(const View *view, const Look *look, int width)
{
    SwitchesUse use = switch_use(view->site, view->session);
    const char *how = switch_how(view, use), *last = word(view->words, "switch-last-stop");
    const char *both = arena_format(view->arena, "%s %s", how, last);
    if (use == SWITCHES_ONE && strcmp(how, last) != 0 && text_fits(look, TYPE_META, both, width, 1)) return both;
    return text_fits(look, TYPE_META, how, width, 1) ? how : NULL;
}

static void draw_words(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    look.text_step = 0;
    const Theme *theme = view->theme;
    bool low = is_low(view);
    Color ink = theme->high_contrast ? theme->ink : theme->paper;
    Rect bar = bar_box(view);
    int pad = low ? chrome_margin(view) : px(&look, PAD_U), icon = low ? bar.h * 2 / 3 : px(&look, ICON_U),
        x = bar.x + pad + icon + px(&look, low ? 16 : 24);
    Look measure = look;
    measure.scene = NULL;
    int width = pace_buttons(view, &measure) - px(&look, SPACE_XL_U) - x;
    const char *press = press_words(view, scene), *how = low ? NULL : how_words(view, &look, width);
    int first_h = style_line_px(&look, TYPE_BUTTON), second_h = how ? style_line_px(&look, TYPE_META) : 0,
        y = bar.y + (bar.h - first_h - second_h) / 2;
    scene_icon(scene, (Rect){bar.x + pad, bar.y + (bar.h - icon) / 2, icon, icon}, "switch", ink);
    scene_text_node(scene, NODE_TEXT, press, (Rect){x, bar.y, width, bar.h});
    size_t from = scene->item_count;
    draw_text_max(&look, TYPE_BUTTON, press, (Rect){x, y, width, 0}, ink, 1);
    /* A long name is said in full where it stands. */
    for (size_t i = from; i < scene->item_count; i++) scene->items[i].may_clip = true;
    if (how) draw_text_max(&look, TYPE_META, how, (Rect){x, y + first_h, width, 0}, ink, 1);
}

void switch_ring(const View *view, Scene *scene)
{
    if (view->session->scan.level == SCAN_RESTS) return;
    if (switch_bar_height(view) > 0) draw_words(view, scene);
    scan_draw(scene, &view->session->scan, view->theme->focus, viewport_px(view->viewport, SPACE_2XS_U),
              viewport_px(view->viewport, SPACE_3XS_U), viewport_px(view->viewport, SPACE_3XS_U));
}
