/* overlay_switches.c - whether the visitor uses switches, how many, and how fast the ring goes. */
#include "screen/frame/overlay_parts.h"
#include "screen/reach/reach.h"
#include "screen/frame/switch_bar.h"

enum { ROW_U = 128, ROW_SMALL_U = 72, FOOT_U = 96, USES = 3 };

static const char *const use_keys[USES] = {"switch-off", "switch-one", "switch-two"};

static int label_width(const View *view, const Look *look)
{
    int width = 0;
    for (int use = 0; use < USES; use++)
        width = int_max(width, text_width(look, TYPE_LABEL, word(view->words, use_keys[use])));
    return width + px(look, SPACE_3XL_U);
}

static void draw_use_row(const View *view, const Look *look, Rect box, SwitchesUse use)
{
    OverlayRow row = {.id = arena_format(view->arena, "switch.%d", (int)use),
                      .label = word(view->words, use_keys[use]),
                      .label_px = label_width(view, look),
                      .on = switch_use(view->site, view->session) == use,
                      .action = {.kind = ACTION_SET_SWITCHES, .value = (int)use}};
    Rect room = overlay_row(view, look, box, &row);
    const char *how = switch_how(view, use);
    TypeStyle style = text_fits(look, TYPE_META, how, room.w, 2) ? TYPE_META : TYPE_DOCK;
    room.y += (room.h - text_height(look, style, how, room.w, 0)) / 2;
    draw_text(look, style, how, room, view->theme->ink2);
    scene_node_end(look->scene);
}

/* Done; and slower and faster, while the ring moves by itself. */
static void draw_foot(const View *view, const Look *look, Rect box)
{
    Button done = {.id = "switch.done",
                   .label = word(view->words, "size-done"),
                   .primary = true,
                   .large = true,
                   .action = {.kind = ACTION_CLOSE_OVERLAY}};
    Button slower = {.id = "switch.slow",
                     .label = word(view->words, "switch-slower"),
                     .large = true,
                     .action = {.kind = ACTION_SCAN_PACE, .value = 1}};
    Button faster = {.id = "switch.fast",
                     .label = word(view->words, "switch-faster"),
                     .large = true,
                     .action = {.kind = ACTION_SCAN_PACE, .value = -1}};
    int gap = px(look, SPACE_XL_U), slower_w = button_width(look, &slower), faster_w = button_width(look, &faster);
    bool paced = switch_use(view->site, view->session) == SWITCHES_ONE;
    int done_w = paced ? box.w - slower_w - faster_w - 2 * gap : (box.w - gap) / 2;
    draw_button(look, &done, box.x, box.y, done_w);
    if (!paced) return;
    draw_button(look, &slower, box.x + done_w + gap, box.y, slower_w);
    draw_button(look, &faster, box.x + box.w - faster_w, box.y, faster_w);
}

void switches_overlay(const View *view, const Look *look)
{
    bool small = view->viewport->shape == SHAPE_SMALL, reach = reach_on(view);
    int pad = px(look, small ? 32 : OVERLAY_PAD_U), row = px(look, small ? ROW_SMALL_U : ROW_U),
        gap = px(look, small ? 8 : 16), foot = px(look, FOOT_U), space = px(look, small ? 16 : 24);
    int inside = int_min(px(look, OVERLAY_CARD_U), view->viewport->w - 2 * px(look, SPACE_3XL_U)) - 2 * pad;
    const char *title = word(view->words, "switch-title"), *text = word(view->words, "switch-text");
    Look fixed = *look; /* as the question about text sizes: the card does not jump about */
    fixed.text_step = 0;
    TypeStyle style = small ? TYPE_H2 : TYPE_H1_SMALL;
    int height =
        2 * pad + text_height(&fixed, style, title, inside, 2) + text_height(&fixed, TYPE_CHIP, text, inside, 2);
    if (!reach) height += space + USES * row + (USES - 1) * gap + space + foot;
    Rect card = overlay_card(view, look, height, (Action){.kind = ACTION_CLOSE_OVERLAY});
    int x = card.x + pad, y = card.y + pad;
    y += draw_prose(&fixed, NODE_HEADING, style, title, (Rect){x, y, inside, 0}, view->theme->ink, 2);
    y += draw_prose(&fixed, NODE_TEXT, TYPE_CHIP, text, (Rect){x, y, inside, 0}, view->theme->ink2, 2) + space;
    for (int use = 0; use < USES; use++)
        draw_use_row(view, &fixed, overlay_touch_box(view, (Rect){x, y + use * (row + gap), inside, row}),
                     (SwitchesUse)use);
    y += USES * row + (USES - 1) * gap + space;
    draw_foot(view, &fixed, overlay_touch_box(view, (Rect){x, y, inside, foot}));
}
