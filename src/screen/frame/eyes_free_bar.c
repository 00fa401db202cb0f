#include "screen/frame/eyes_free_bar.h"

#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/switch_bar.h"

enum { BAR_U = 104 };

static int top_layer(const Scene *scene)
{
    int layer = 0;
    for (size_t i = 0; i < scene->node_count; i++) layer = int_max(layer, scene->nodes[i].layer);
    return layer;
}

bool eyes_meets(const Scene *scene, int index)
{
    if (index < 0 || index >= (int)scene->node_count) return false;
    const SceneNode *node = &scene->nodes[index];
    if (node->label[0] == '\0' || node->role == NODE_GROUND || node->role == NODE_PAGER) return false;
    if (node->layer < top_layer(scene) && !node->always) return false;
    return !rect_is_empty(rect_intersect(node->area, (Rect){0, 0, scene->w, scene->h}));
}

static const char *kind_word(const View *view, NodeRole role)
{
    switch (role) {
    case NODE_HEADING: return word(view->words, "eyes-kind-heading");
    case NODE_IMAGE: return word(view->words, "eyes-kind-picture");
    case NODE_BUTTON:
    case NODE_TOGGLE: return word(view->words, "eyes-kind-button");
    case NODE_CHIP: return word(view->words, "eyes-kind-chip");
    case NODE_CARD: return word(view->words, "eyes-kind-card");
    case NODE_ROW: return word(view->words, "eyes-kind-row");
    case NODE_KEY: return word(view->words, "eyes-kind-key");
    case NODE_TEXT:
    case NODE_PAGER:
    case NODE_GROUND: break;
    }
    return word(view->words, "eyes-kind-text");
}

/* What can be told of chips and toggles, and of what is not ready. */
static const char *state_word(const View *view, const SceneNode *node)
{
    if (node->disabled) return word(view->words, "eyes-state-dimmed");
    if (node->role != NODE_CHIP && node->role != NODE_TOGGLE) return NULL;
    return word(view->words, node->selected ? "eyes-state-on" : "eyes-state-off");
}

const char *eyes_words(const View *view, const Scene *scene, int index)
{
    const SceneNode *node = &scene->nodes[index];
    int item = 0, count = 0;
    for (int i = 0; i < (int)scene->node_count; i++) {
        if (!eyes_meets(scene, i) || scene->nodes[i].role != node->role) continue;
        count++;
        if (i <= index) item = count;
    }
    const char *state = state_word(view, node), *name = node->label;
    size_t length = strlen(name);
    bool ends = length > 0 && strchr(".!?", name[length - 1]);
    name = arena_copy_bytes(view->arena, name, ends ? length - 1 : length);
    if (state) name = arena_format(view->arena, "%s, %s", name, state);
    const char *text = word_with(view->words, view->arena, "eyes-item", "name", name);
    text = word_fill(view->arena, text, "kind", kind_word(view, node->role));
    text = word_fill(view->arena, text, "item", arena_format(view->arena, "%d", item));
    return word_fill(view->arena, text, "n", arena_format(view->arena, "%d", count));
}

int eyes_bar_height(const View *view)
{
    bool here = view->session->eyes.on && screen_type(view->session->place.screen)->dock == DOCK_FULL;
    bool room = !chrome_keys_up(view) && switch_bar_height(view) == 0;
    return here && room ? viewport_px(view->viewport, BAR_U) : 0;
}

static void draw_ring(const View *view, Scene *scene, int index)
{
    const SceneNode *node = &scene->nodes[index];
    int thick = viewport_px(view->viewport, SPACE_2XS_U), out = thick + viewport_px(view->viewport, SPACE_3XS_U);
    Rect ring = rect_intersect(rect_grow(node->shape, out), (Rect){0, 0, scene->w, scene->h});
    scene->open_clip = -1;
    scene_framed_box(scene, ring, (Color){0}, node->radius_px + out, view->theme->focus, thick);
}

/* Shows helpers what is said, and how to leave. */
static void draw_bar(const View *view, Scene *scene, const char *said, int height)
{
    Look look = view_look(view, scene);
    look.text_step = 0;
    const Theme *theme = view->theme;
    int margin = chrome_margin(view), icon = px(&look, ICON_XL_U);
    Rect bar = {0, view->viewport->h - chrome_dock_height(view) - height, view->viewport->w, height};
    scene_box(scene, bar, theme->ink, 0);
    scene_icon(scene, (Rect){margin, bar.y + (bar.h - icon) / 2, icon, icon}, "ear", theme->paper);
    Button leave = {
        .id = "eyes.leave", .label = word(view->words, "eyes-leave"), .action = {.kind = ACTION_LEAVE_EYES_FREE}};
    int leave_w = button_width(&look, &leave), x = margin + icon + px(&look, SPACE_XL_U);
    /* A narrow bar has no room for it: three fingers are enough. */
    bool narrow = bar.w - margin - x - leave_w < bar.w / 2;
    int w = bar.w - margin - x - (narrow ? 0 : leave_w + px(&look, SPACE_XL_U));
    if (!narrow) draw_button(&look, &leave, bar.w - margin - leave_w, bar.y + (bar.h - px(&look, BUTTON_U)) / 2, 0);
    int line = style_line_px(&look, TYPE_LABEL), below = style_line_px(&look, TYPE_META);
    int y = bar.y + (bar.h - line - below) / 2;
    size_t first = scene->item_count;
    draw_text_max(&look, TYPE_LABEL, said, (Rect){x, y, w, 0}, theme->paper, 1);
    const char *how =
        arena_format(view->arena, "%s %s", word(view->words, "eyes-how"), word(view->words, "eyes-leave-how"));
    if (!text_fits(&look, TYPE_META, how, w, 1)) how = word(view->words, "eyes-leave-how");
    draw_text_max(&look, TYPE_META, how, (Rect){x, y + line, w, 0}, theme->paper, 1);
    for (size_t i = first; i < scene->item_count; i++) scene->items[i].may_clip = true;
}

void eyes_bar_draw(const View *view, Scene *scene)
{
    if (!view->session->eyes.on) return;
    int node = view->session->eyes.node, height = eyes_bar_height(view);
    bool met = eyes_meets(scene, node);
    const char *said = met ? eyes_words(view, scene, node) : word(view->words, "eyes-on");
    if (met) draw_ring(view, scene, node);
    if (height > 0) draw_bar(view, scene, said, height);
}
