#include "screen/frame/overlay.h"

#include "screen/frame/overlay_parts.h"
#include "screen/reach/reach.h"
#include "screen/frame/switch_bar.h"
#include "screen/frame/code_card.h"
#include "screen/frame/view_content.h"

Rect overlay_card(const View *view, const Look *look, int height, Action safe)
{
    Scene *scene = look->scene;
    int w = view->viewport->w, scrim = view->viewport->h - chrome_dock_height(view) - switch_bar_height(view);
    /* In Reach mode the words are above the line, and the answers on the deck. */
    int room = reach_on(view) ? reach_line(view) : scrim;
    scene->open_layer = 1;
    scene_node(scene, (SceneNode){.role = NODE_GROUND,
                                  .id = "scrim",
                                  .label = word(view->words, "close"),
                                  .area = {0, 0, w, scrim},
                                  .action = safe});
    scene_box(scene, (Rect){0, 0, w, scrim}, view->theme->scrim, 0);
    scene_node_end(scene);
    int width = int_min(px(look, OVERLAY_CARD_U), w - 2 * px(look, SPACE_3XL_U));
    height = int_min(height, room - 2 * px(look, SPACE_M_U));
    Rect card = {(w - width) / 2, (room - height) / 2, width, height};
    scene_framed_box(scene, card, view->theme->card, px(look, SPACE_3XL_U),
                     view->theme->high_contrast ? view->theme->line : view->theme->card, px(look, view->theme->hair_u));
    return card;
}

Rect overlay_touch_box(const View *view, Rect box) { return reach_on(view) ? reach_deck(view) : box; }

/* Two wide buttons side by side at the foot of a card. */
static void draw_choices(const Look *look, Rect box, Button first, Button second)
{
    int gap = px(look, SPACE_XL_U), width = (box.w - gap) / 2;
    first.large = second.large = true;
    draw_button(look, &first, box.x, box.y, width);
    draw_button(look, &second, box.x + width + gap, box.y, width);
}

Rect overlay_row(const View *view, const Look *look, Rect box, const OverlayRow *row)
{
    const Theme *theme = view->theme;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_TOGGLE,
                                           .id = row->id,
                                           .label = row->label,
                                           .area = box,
                                           .radius_px = px(look, RADIUS_ROW_U),
                                           .action = row->action,
                                           .selected = row->on,
                                       });
    Color ground = look->scene->nodes[node].pressed   ? theme->pressed
                   : row->on && !theme->high_contrast ? theme->family[FAMILY_TREATMENT].tint
                                                      : theme->card;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_L_U), row->on ? theme->primary : theme->edge,
                     px(look, row->on ? 4 : theme->hair_u));
    int disc = px(look, 52), pad = px(look, SPACE_3XL_U), x = box.x + pad;
    Rect circle = {x, box.y + (box.h - disc) / 2, disc, disc};
    scene_framed_box(look->scene, circle, row->on ? theme->primary : theme->card, disc / 2,
                     row->on ? theme->primary : theme->edge, px(look, SPACE_3XS_U));
    if (row->on) scene_icon(look->scene, rect_grow(circle, -px(look, 10)), "check", theme->on_primary);
    x += disc + pad;
    draw_text_middle(look, TYPE_LABEL, row->label, (Rect){x, box.y, row->label_px, box.h}, theme->ink);
    x += row->label_px;
    return (Rect){x, box.y, box.x + box.w - pad - x, box.h};
}

static void draw_size_row(const View *view, const Look *look, Rect box, int step)
{
    static const char *const keys[] = {"size-normal", "size-large", "size-largest"};
    static const double sizes_u[] = {34, 40, 46};
    OverlayRow row = {.id = arena_format(view->arena, "size.%d", step),
                      .label = word(view->words, keys[step]),
                      .label_px = px(look, 170),
                      .on = view->session->text_step == step,
                      .action = {.kind = ACTION_SET_TEXT_STEP, .value = step}};
    Rect room = overlay_row(view, look, box, &row);
    /* Where the largest does not fit, all three are set in two lines, so that their sizes can still be compared. */
    const char *example = word(view->words, "sentence-example");
    TextSpan largest = {example, FACE_BODY_REGULAR, px(look, sizes_u[2])};
    TextStyle whole = {.line_px = box.h};
    bool one_line = text_layout(view->text, view->lang, &largest, 1, &whole)->width_px <= room.w;
    TextSpan span = {example, FACE_BODY_REGULAR, px(look, sizes_u[step])};
    TextStyle how = {.line_px = one_line ? box.h : box.h * 9 / 20, .width_px = room.w, .max_lines = one_line ? 1 : 2};
    const TextLayout *layout = text_layout(view->text, view->lang, &span, 1, &how);
    draw_layout(look, layout, room.x, box.y + (box.h - (int)layout->line_count * layout->line_px) / 2,
                view->theme->ink);
    scene_node_end(look->scene);
}

/* The buttons at the foot: done, as it was, and what helps those who use no finger. */
typedef struct SizeFoot {
    Button done, back, switches;
    int back_w, switches_w, done_w;
    bool two_lines;
    int height;
} SizeFoot;

static SizeFoot size_foot(const View *view, const Look *look, int width)
{
    SizeFoot foot = {
        .done = {.id = "size.done",
                 .label = word(view->words, "size-done"),
                 .primary = true,
                 .large = true,
                 .action = {.kind = ACTION_CLOSE_OVERLAY}},
        .back = {.id = "size.back",
                 .label = word(view->words, "size-back"),
                 .large = true,
                 .action = {.kind = ACTION_SET_TEXT_STEP, .value = 0}},
        .switches = {.id = "size.switches",
                     .label = word(view->words, "switch-open"),
                     .icon = "switch",
                     .large = true,
                     .action = {.kind = ACTION_OPEN_OVERLAY, .value = OVERLAY_SWITCHES}},
    };
    int gap = px(look, SPACE_M_U);
    foot.back_w = button_width(look, &foot.back);
    foot.switches_w = button_width(look, &foot.switches);
    foot.done_w = width - gap - foot.back_w;
    foot.two_lines = foot.done_w - gap - foot.switches_w < button_width(look, &foot.done);
    if (!foot.two_lines) foot.done_w -= gap + foot.switches_w;
    foot.height = px(look, foot.two_lines ? 96 + 16 + 96 : 96);
    return foot;
}

static void draw_size_foot(const View *view, const Look *look, Rect box, const SizeFoot *foot)
{
    Rect touch = overlay_touch_box(view, box);
    int gap = px(look, SPACE_M_U), x = touch.x + foot->done_w + gap;
    draw_button(look, &foot->done, touch.x, touch.y, foot->done_w);
    draw_button(look, &foot->back, x, touch.y, foot->back_w);
    if (foot->two_lines)
        draw_button(look, &foot->switches, touch.x, touch.y + px(look, SPACE_7XL_U) + gap, foot->switches_w);
    else
        draw_button(look, &foot->switches, x + foot->back_w + gap, touch.y, foot->switches_w);
}

static void text_size_overlay(const View *view, const Look *look)
{
    bool small = view->viewport->shape == SHAPE_SMALL;
    int pad = px(look, small ? 32 : OVERLAY_PAD_U), row = px(look, small ? 72 : 144), gap = px(look, small ? 8 : 16);
    int inside = int_min(px(look, OVERLAY_CARD_U), view->viewport->w - 2 * px(look, SPACE_3XL_U)) - 2 * pad;
    const char *title = word(view->words, "size-title"), *text = word(view->words, "size-text");
    TypeStyle style = small ? TYPE_H2 : TYPE_H1_SMALL;
    Look fixed = *look; /* the question itself stays as it is, or the card would jump about */
    fixed.text_step = 0;
    SizeFoot foot = size_foot(view, &fixed, inside);
    int height =
        2 * pad + text_height(&fixed, style, title, inside, 2) + text_height(&fixed, TYPE_CHIP, text, inside, 2);
    if (!reach_on(view)) height += px(look, SPACE_XL_U) + 3 * row + 2 * gap + px(look, SPACE_XL_U) + foot.height;
    Rect card = overlay_card(view, look, height, (Action){.kind = ACTION_CLOSE_OVERLAY});
    int x = card.x + pad, y = card.y + pad;
    y += draw_prose(&fixed, NODE_HEADING, style, title, (Rect){x, y, inside, 0}, view->theme->ink, 2);
    y += draw_prose(&fixed, NODE_TEXT, TYPE_CHIP, text, (Rect){x, y, inside, 0}, view->theme->ink2, 2) +
         px(look, SPACE_XL_U);
    for (int step = 0; step < 3; step++) {
        draw_size_row(view, &fixed, overlay_touch_box(view, (Rect){x, y, inside, row}), step);
        y += row + gap;
    }
    draw_size_foot(view, &fixed, (Rect){x, y + px(look, SPACE_XL_U) - gap, inside, foot.height}, &foot);
}

static void draw_countdown(const View *view, const Look *look, Rect box, int seconds, double left)
{
    const Theme *theme = view->theme;
    scene_arc(look->scene, box, theme->sunk, px(look, SPACE_M_U), 0, 1);
    if (theme->high_contrast) scene_arc(look->scene, box, theme->pressed, px(look, SPACE_M_U), 0, 1);
    scene_arc(look->scene, box, theme->clay, px(look, SPACE_M_U), 0, left);
    TextSpan span = {arena_format(view->arena, "%d", seconds), FACE_HEAD_MEDIUM, px(look, TOOL_U)};
    TextStyle how = {.line_px = box.h};
    const TextLayout *layout = text_layout(view->text, view->lang, &span, 1, &how);
    draw_layout(look, layout, box.x + (box.w - layout->width_px) / 2, box.y, theme->ink);
}

static void still_reading_overlay(const View *view, const Look *look)
{
    bool small = view->viewport->shape == SHAPE_SMALL;
    int pad = px(look, small ? 40 : 72), ring = px(look, small ? 180 : 232), gap = px(look, small ? 32 : 64);
    int inside = int_min(px(look, OVERLAY_CARD_U), view->viewport->w - 2 * px(look, SPACE_3XL_U)) - 2 * pad,
        words = inside - ring - gap;
    const char *title = word(view->words, "idle-title"), *text = word(view->words, "idle-text");
    TypeStyle style = small ? TYPE_H1_SMALL : TYPE_H1;
    Look fixed = *look;
    fixed.text_step = 0;
    int text_h = text_height(&fixed, style, title, words, 2) + px(look, SPACE_M_U) +
                 text_height(&fixed, TYPE_READ, text, words, 0);
    int top = int_max(ring, text_h),
        height = 2 * pad + top + (reach_on(view) ? 0 : px(look, SPACE_5XL_U) + px(look, SPACE_7XL_U));
    Rect card = overlay_card(view, look, height, (Action){.kind = ACTION_STAY});
    int64_t total_ms = view->site->idle.countdown_s * (int64_t)1000, passed = view->now_ms - view->session->warned_ms;
    int64_t left_ms = total_ms > passed ? total_ms - passed : 0;
    int seconds = (int)((left_ms + 999) / 1000);
    double left = view->state->reduced_motion ? (double)seconds / view->site->idle.countdown_s
                                              : (double)left_ms / (double)total_ms;
    draw_countdown(view, &fixed, (Rect){card.x + pad, card.y + pad + (top - ring) / 2, ring, ring}, seconds, left);
    int x = card.x + pad + ring + gap, y = card.y + pad + (top - text_h) / 2;
    y += draw_prose(&fixed, NODE_HEADING, style, title, (Rect){x, y, words, 0}, view->theme->ink, 2) +
         px(look, SPACE_M_U);
    draw_prose(&fixed, NODE_TEXT, TYPE_READ, text, (Rect){x, y, words, 0}, view->theme->ink, 0);
    draw_choices(
        &fixed,
        overlay_touch_box(
            view, (Rect){card.x + pad, card.y + card.h - pad - px(look, SPACE_7XL_U), inside, px(look, SPACE_7XL_U)}),
        (Button){
            .id = "idle.yes", .label = word(view->words, "idle-yes"), .primary = true, .action = {.kind = ACTION_STAY}},
        (Button){.id = "idle.done", .label = word(view->words, "idle-done"), .action = {.kind = ACTION_LEAVE}});
    int64_t next = view->state->reduced_motion ? view->now_ms + left_ms - (seconds - 1) * (int64_t)1000
                                               : view->now_ms + 4 * MOTION_FRAME_MS;
    if (left_ms > 0) scene_wake_at(look->scene, next);
}

static void code_overlay(const View *view, const Look *look)
{
    Pack *pack;
    const Page *page = view_page(view, &pack);
    const char *text = page ? code_card_page_text(page) : NULL;
    int pad = px(look, reach_on(view) ? 32 : OVERLAY_PAD_U), side = px(look, 400), gap = px(look, 56);
    if (reach_on(view)) side = int_min(side, reach_line(view) - 2 * px(look, SPACE_M_U) - 2 * pad);
    int inside = int_min(px(look, OVERLAY_CARD_U), view->viewport->w - 2 * px(look, SPACE_3XL_U)) - 2 * pad;
    bool stacked = inside < side + gap + px(look, 360);
    int words = stacked ? inside : inside - side - gap;
    const char *title = word(view->words, "take-title");
    const char *how = word(view->words, page && page->link && page->link[0] ? "take-how-link" : "take-how-text"),
               *private = word(view->words, "take-private");
    Look fixed = *look;
    fixed.text_step = 0;
    int text_h = text_height(&fixed, TYPE_H1_SMALL, title, words, 3) + px(look, SPACE_M_U) +
                 text_height(&fixed, TYPE_TEXT, how, words, 0) + px(look, SPACE_M_U) +
                 text_height(&fixed, TYPE_META, private, words, 0);
    if (!reach_on(view)) text_h += px(look, SPACE_3XL_U) + px(look, SPACE_7XL_U);
    int height = 2 * pad + (stacked ? side + px(look, SPACE_3XL_U) + text_h : int_max(side, text_h));
    Rect card = overlay_card(view, look, height, (Action){.kind = ACTION_CLOSE_OVERLAY});
    int x = card.x + pad + (stacked ? 0 : side + gap), y = card.y + pad;
    Rect code = {stacked ? card.x + (card.w - side) / 2 : card.x + pad, card.y + (stacked ? pad : (card.h - side) / 2),
                 side, side};
    scene_text_node(look->scene, NODE_IMAGE, word(view->words, "take-spoken"), code);
    if (text) code_card_draw(&fixed, code, text);
    if (stacked)
        y += side + px(look, SPACE_3XL_U);
    else
        y = card.y + (card.h - text_h) / 2;
    y += draw_prose(&fixed, NODE_HEADING, TYPE_H1_SMALL, title, (Rect){x, y, words, 0}, view->theme->ink, 3) +
         px(look, SPACE_M_U);
    y += draw_prose(&fixed, NODE_TEXT, TYPE_TEXT, how, (Rect){x, y, words, 0}, view->theme->ink, 0) +
         px(look, SPACE_M_U);
    y += draw_prose(&fixed, NODE_TEXT, TYPE_META, private, (Rect){x, y, words, 0}, view->theme->ink2, 0) +
         px(look, SPACE_3XL_U);
    Button close = {.id = "code.close",
                    .label = word(view->words, "done"),
                    .primary = true,
                    .large = true,
                    .action = {.kind = ACTION_CLOSE_OVERLAY}};
    Rect touch = overlay_touch_box(view, (Rect){x, y, 0, 0});
    draw_button(&fixed, &close, touch.x, touch.y, 0);
}

void overlay_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    switch (view->session->overlay) {
    case OVERLAY_TEXT_SIZE: text_size_overlay(view, &look); break;
    case OVERLAY_STILL_READING: still_reading_overlay(view, &look); break;
    case OVERLAY_SWITCHES: switches_overlay(view, &look); break;
    case OVERLAY_CODE: code_overlay(view, &look); break;
    case OVERLAY_NONE:
    case OVERLAY_COUNT: break;
    }
}
