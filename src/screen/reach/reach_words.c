/* reach_words.c - what a screen says, taken from its nodes in reading order and set anew above the line. */
#include <string.h>

#include "screen/reach/reach_parts.h"

enum { PICTURE_U = 420, PICTURE_SMALL_U = 300, PICTURE_PORTRAIT_U = 376, COLUMN_U = 1100 };

static const char *alternative_text(const Scene *part)
{
    for (size_t i = 0; i < part->node_count; i++)
        if (part->nodes[i].role == NODE_IMAGE && part->nodes[i].label[0]) return part->nodes[i].label;
    return NULL;
}

/* A picture that says something of the whole, or the first thing's own. */
static void find_picture(const Scene *part, const Offers *offers, ReachWords *words)
{
    const SceneItem *picture = reach_picture(part, -1, &words->pane);
    if (picture && strncmp(picture->image.path, "icon:", 5) != 0 && strncmp(picture->image.path, "art:", 4) != 0) {
        words->image = picture->image;
        return;
    }
    for (size_t i = 0; i < offers->count && !words->image.path; i++) {
        const Offer *offer = &offers->items[i];
        if (!offer->image.path || strncmp(offer->image.path, "icon:", 5) == 0) continue;
        words->image = offer->image;
        words->pane = offer->pane;
    }
}

static void place_rooms(const View *view, ReachWords *words)
{
    Rect room = words->column = reach_view(view);
    int gap = viewport_px(view->viewport, view->viewport->shape == SHAPE_LANDSCAPE ? 64 : 24);
    if (!words->image.path) return;
    if (view->viewport->shape == SHAPE_PORTRAIT) {
        int height = viewport_px(view->viewport, PICTURE_PORTRAIT_U);
        words->picture = (Rect){room.x, room.y, room.w, height};
        words->column = (Rect){room.x, room.y + height + gap, room.w, room.h - height - gap};
        return;
    }
    int width = viewport_px(view->viewport, view->viewport->shape == SHAPE_SMALL ? PICTURE_SMALL_U : PICTURE_U);
    words->picture = (Rect){room.x, room.y, width, room.h};
    words->column = (Rect){room.x + width + gap, room.y, room.w - width - gap, room.h};
}

static bool is_said(const SceneNode *node)
{
    bool words = node->role == NODE_HEADING || node->role == NODE_TEXT;
    return words && strncmp(node->id, "top.", 4) != 0 && !reach_is_pager(node) && node->label[0] &&
           node->hold.kind == ACTION_NONE && node->action.kind == ACTION_NONE;
}

static void add_words(const View *view, const Look *look, const SceneNode *node, bool first, ReachWords *words)
{
    Look own = *look;
    if (node->lang) own.lang = node->lang;
    bool heading = node->role == NODE_HEADING;
    TypeStyle style =
        heading ? (first ? (view->viewport->shape == SHAPE_LANDSCAPE ? TYPE_H1 : TYPE_H1_SMALL) : TYPE_H3) : TYPE_READ;
    int width = int_min(words->column.w, px(look, COLUMN_U)), gap = first ? 0 : px(look, heading ? 24 : 16);
    const TextLayout *layout = look_layout(&own, style, node->label, width, 0);
    flow_paragraph(&words->flow, layout, node->role, gap, 0, view->theme->ink);
}

ReachWords reach_words(const View *view, const Scene *part, const Offers *offers)
{
    Look look = view_look(view, NULL);
    ReachWords words = {.pane = view->theme->paper};
    find_picture(part, offers, &words);
    words.image_label = alternative_text(part);
    place_rooms(view, &words);
    flow_begin(&words.flow, part->arena, words.column.w, view->lang);
    /* The heading leads, also where something small stands above it. */
    int title = -1;
    for (size_t i = part->node_count; i-- > 0;)
        if (part->nodes[i].role == NODE_HEADING && is_said(&part->nodes[i])) title = (int)i;
    if (title >= 0) add_words(view, &look, &part->nodes[title], true, &words);
    for (size_t i = 0; i < part->node_count; i++)
        if ((int)i != title && is_said(&part->nodes[i]))
            add_words(view, &look, &part->nodes[i], words.flow.count == 0, &words);
    const SceneNode below = {.role = NODE_TEXT, .label = word(view->words, "reach-touch-below")};
    if (view->session->place.screen == SCREEN_HOME) add_words(view, &look, &below, false, &words);
    size_t count;
    words.pages = flow_paginate(&words.flow, words.column.h, &count);
    words.page_count = (int)count;
    return words;
}

void reach_words_draw(const View *view, Scene *scene, const ReachWords *words, int page)
{
    Look look = view_look(view, scene);
    if (!rect_is_empty(words->picture)) {
        Rect pane = words->picture;
        int side = int_min(pane.w, pane.h) * 88 / 100;
        if (words->image_label) scene_text_node(scene, NODE_IMAGE, words->image_label, pane);
        scene_box(scene, pane, words->pane, px(&look, RADIUS_CARD_U));
        scene_image(scene, (Rect){pane.x + (pane.w - side) / 2, pane.y + (pane.h - side) / 2, side, side},
                    words->image);
    }
    int height = flow_page_height(&words->flow, &words->pages[page]), y = words->column.y;
    if (words->page_count == 1) y += int_max(0, (words->column.h - height) / 3);
    flow_emit(&words->flow, &words->pages[page], scene, words->column.x, y);
}
