#include <string.h>

#include "screen/staff/staff_parts.h"

#include <math.h>

Look staff_look(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    look.text_step = 0;
    return look;
}

Rect staff_main(const View *view)
{
    int margin = chrome_margin(view), top = viewport_px(view->viewport, view_is_small(view) ? 96 : 112);
    int bottom = viewport_px(view->viewport, view_is_small(view) ? 20 : 48);
    return (Rect){margin, top, view->viewport->w - 2 * margin, view->viewport->h - top - bottom};
}

static const char *locks_in(const View *view, Scene *scene)
{
    int64_t left_ms = view->staff->locks_at_ms - view->now_ms;
    if (view->staff->locks_at_ms == INT64_MAX) return word(view->words, "staff-stays-open");
    int seconds = (int)(left_ms > 0 ? (left_ms + 999) / 1000 : 0);
    scene_wake_at(scene, view->staff->locks_at_ms - (seconds - 1) * (int64_t)1000);
    return word_with(view->words, view->arena, "staff-locks-in", "time",
                     arena_format(view->arena, "%d:%02d", seconds / 60, seconds % 60));
}

/* The right end of the bar; returns where it begins. */
static int draw_lock(const View *view, const Look *look, int y, int height)
{
    int right = view->viewport->w - chrome_margin(view);
    const char *line = locks_in(view, look->scene);
    if (view->staff->locks_at_ms == INT64_MAX) {
        int width = int_min(text_width(look, TYPE_META, line), view->viewport->w / 3);
        scene_text_node(look->scene, NODE_TEXT, line, (Rect){right - width, y, width, height});
        draw_text_middle(look, TYPE_META, line, (Rect){right - width, y, width, height}, look->theme->ink2);
        return right - width;
    }
    Button lock = {
        .id = "lock", .label = word(view->words, "staff-lock"), .icon = "lock", .action = {.kind = ACTION_STAFF_LOCK}};
    right -= button_width(look, &lock);
    draw_button(look, &lock, right, y, 0);
    if (view->viewport->shape != SHAPE_LANDSCAPE) return right;
    int width = text_width(look, TYPE_META, line), gap = px(look, SPACE_M_U);
    draw_text_middle(look, TYPE_META, line, (Rect){right - gap - width, y, width, height}, look->theme->ink2);
    return right - gap - width;
}

static int draw_strip(const View *view, const Look *look)
{
    bool narrow = view->viewport->shape != SHAPE_LANDSCAPE;
    int width = chrome_crisis_strip_width(view, narrow), height = px(look, STRIP_U),
        right = view->viewport->w - chrome_margin(view);
    int y = (staff_main(view).y - height) / 2;
    chrome_crisis_strip(view, look->scene, (Rect){right - width, y, width, height},
                        view->theme->family[FAMILY_CRISIS].tint);
    return right - width;
}

void staff_top(const View *view, Scene *scene, const char *place, bool back)
{
    Look look = staff_look(view, scene);
    int height = px(&look, BUTTON_U), top = staff_main(view).y, y = (top - height) / 2, x = chrome_margin(view),
        gap = px(&look, SPACE_XL_U);
    if (back) {
        Button button = {.id = "top.back",
                         .label = word(view->words, "back"),
                         .icon = "back",
                         .action = {.kind = ACTION_STAFF_BACK}};
        x += draw_button(&look, &button, x, y, 0) + gap;
    } else {
        int brand = px(&look, 208);
        /* The way in to the panel, also from a stick's card on a locked kiosk. */
        scene_node(scene, (SceneNode){.role = NODE_TEXT,
                                      .id = "mark",
                                      .label = word(view->words, "mark-spoken"),
                                      .area = {0, 0, x + brand, top},
                                      .hold = {.kind = ACTION_STAFF},
                                      .hold_ms = STAFF_HOLD_MS});
        draw_brand(&look, x, 0, top, view->theme->ink, false);
        scene_node_end(scene);
        x += brand;
    }
    int right = view->staff->is_open ? draw_lock(view, &look, y, height) : draw_strip(view, &look);
    int room = right - x - gap;
    if (room < px(&look, 120)) return;
    const char *clinic = strstr(place, " \xC2\xB7 ");
    if (clinic && text_width(&look, TYPE_CHIP, place) > room)
        place = arena_copy_bytes(view->arena, place, (size_t)(clinic - place));
    scene_text_node(scene, NODE_TEXT, place, (Rect){x, y, room, height});
    draw_text_middle(&look, TYPE_CHIP, place, (Rect){x, y, room, height}, view->theme->ink2);
}

void staff_split(const View *view, Rect room, int share, Rect *first, Rect *second)
{
    int gap = chrome_gutter(view);
    if (view_is_portrait(view)) {
        int height = (room.h - gap) * share / 100;
        *first = (Rect){room.x, room.y, room.w, height};
        *second = (Rect){room.x, room.y + height + gap, room.w, room.h - height - gap};
        return;
    }
    int width = (room.w - gap) * share / 100;
    *first = (Rect){room.x, room.y, width, room.h};
    *second = (Rect){room.x + width + gap, room.y, room.w - width - gap, room.h};
}

Rect staff_inside(const Look *look, Rect box)
{
    int pad = px(look, look->viewport->shape == SHAPE_SMALL ? 20 : 40);
    return rect_grow(box, -pad);
}

Rect staff_card(const Look *look, Rect box)
{
    draw_card(look, box, px(look, SPACE_XL_U), look->theme->card);
    return staff_inside(look, box);
}

Rect staff_pane(const Look *look, Rect box, Family family)
{
    Color edge = look->theme->high_contrast ? look->theme->line : look->theme->family[family].tint;
    scene_framed_box(look->scene, box, look->theme->family[family].tint, px(look, SPACE_XL_U), edge,
                     px(look, look->theme->hair_u));
    return staff_inside(look, box);
}

/* As large as there is room for. */
static const TextLayout *stat_number(const Look *look, const char *number, int width, int line_px)
{
    static const int sizes[] = {48, 40, 32, 26};
    TextStyle how = {.line_px = line_px};
    const TextLayout *layout = NULL;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        TextSpan span = {number, FACE_HEAD_SEMIBOLD, px(look, sizes[i])};
        layout = text_layout(look->text, look->lang, &span, 1, &how);
        if (layout->width_px <= width) break;
    }
    return layout;
}

int staff_stats(const Look *look, int x, int y, int w, const Stat *stats, size_t count)
{
    int gap = px(look, SPACE_M_U), pad = px(look, SPACE_L_U), width = (w - (int)(count - 1) * gap) / (int)count,
        height = 0;
    int line = px(look, 60);
    for (size_t i = 0; i < count; i++) {
        int label = text_height(look, TYPE_META, stats[i].label, width - 2 * pad, 3);
        height = int_max(height, line + label + 2 * pad - px(look, SPACE_XS_U));
    }
    for (size_t i = 0; i < count; i++) {
        Rect box = {x + (int)i * (width + gap), y, width, height};
        const char *spoken = arena_format(look->scene->arena, "%s %s", stats[i].number, stats[i].label);
        scene_framed_box(look->scene, box, look->theme->sunk, px(look, SPACE_L_U),
                         look->theme->high_contrast ? look->theme->line : look->theme->sunk,
                         px(look, look->theme->hair_u));
        scene_node(look->scene, (SceneNode){.role = NODE_TEXT, .label = spoken, .area = box});
        draw_layout(look, stat_number(look, stats[i].number, width - 2 * pad, line), box.x + pad,
                    box.y + pad - px(look, SPACE_XS_U), look->theme->ink);
        draw_text_max(look, TYPE_META, stats[i].label,
                      (Rect){box.x + pad, box.y + pad - px(look, SPACE_XS_U) + line, width - 2 * pad, 0},
                      look->theme->ink, 3);
        scene_node_end(look->scene);
    }
    return height;
}

static void draw_step_mark(const Look *look, Rect circle, StepMark mark)
{
    const Theme *theme = look->theme;
    Color fill = mark == STEP_AHEAD    ? theme->card
                 : mark == STEP_FAILED ? theme->family[FAMILY_CRISIS].deep
                                       : theme->primary;
    scene_framed_box(look->scene, circle, fill, circle.h / 2, mark == STEP_AHEAD ? theme->edge : fill,
                     px(look, SPACE_3XS_U));
    if (mark == STEP_DONE) scene_icon(look->scene, rect_grow(circle, -circle.h / 4), "check", theme->on_primary);
    if (mark == STEP_FAILED) scene_icon(look->scene, rect_grow(circle, -circle.h / 4), "x", theme->card);
    if (mark == STEP_NOW) scene_box(look->scene, rect_grow(circle, -circle.h / 3), theme->on_primary, circle.h / 6);
}

int staff_steps(const Look *look, Rect box, const Step *steps, size_t count)
{
    int disc = px(look, SPACE_6XL_U), gap = px(look, SPACE_2XL_U), line = px(look, SPACE_2XS_U), x = box.x + disc + gap,
        y = box.y, previous = 0;
    for (size_t i = 0; i < count; i++) {
        const Step *step = &steps[i];
        int title = style_line_px(look, TYPE_ROW),
            words = step->text[0] ? text_height(look, TYPE_TEXT, step->text, box.x + box.w - x, 3) : 0;
        Rect circle = {box.x, y, disc, disc};
        if (i > 0)
            scene_box(look->scene,
                      (Rect){circle.x + (disc - line) / 2, previous, line, y - px(look, SPACE_XS_U) - previous},
                      steps[i - 1].mark == STEP_DONE ? look->theme->primary : look->theme->line, line / 2);
        draw_step_mark(look, circle, step->mark);
        bool ahead = step->mark == STEP_AHEAD;
        scene_node(look->scene,
                   (SceneNode){.role = NODE_TEXT,
                               .label = arena_format(look->scene->arena, "%s. %s", step->title, step->text),
                               .area = {box.x, y, box.w, int_max(disc, title + words)}});
        draw_text_max(look, TYPE_ROW, step->title, (Rect){x, y, box.x + box.w - x, title},
                      ahead ? look->theme->ink2 : look->theme->ink, 1);
        draw_text_max(look, TYPE_TEXT, step->text, (Rect){x, y + title, box.x + box.w - x, words},
                      ahead ? look->theme->ink2 : look->theme->ink, 3);
        scene_node_end(look->scene);
        previous = y + disc + px(look, SPACE_XS_U);
        y += int_max(disc, title + words) + px(look, look->viewport->shape == SHAPE_SMALL ? 20 : 40);
    }
    return y - box.y;
}

/* Draws them, or only measures. */
static int buttons_flow(const Look *look, Rect box, const Button *buttons, size_t count, bool draw)
{
    int gap = px(look, SPACE_M_U), height = px(look, BUTTON_U), x = box.x, y = box.y, used = 0;
    for (size_t i = 0; i < count; i++) {
        if (!buttons[i].id) continue;
        int width = int_min(button_width(look, &buttons[i]), box.w);
        if (x > box.x && x + width > box.x + box.w) {
            x = box.x;
            y += height + gap;
        }
        if (draw) draw_button(look, &buttons[i], x, y, width);
        x += width + gap;
        used = y + height - box.y;
    }
    return used;
}

int staff_buttons(const Look *look, Rect box, const Button *buttons, size_t count)
{
    return buttons_flow(look, box, buttons, count, true);
}

int staff_buttons_height(const Look *look, int w, const Button *buttons, size_t count)
{
    return buttons_flow(look, (Rect){0, 0, w, 0}, buttons, count, false);
}

enum { FACT_ICON_U = 32, FACT_GAP_U = 20, FACT_VALUE_GAP_U = 16 };

int staff_fact_height(const Look *look, int w, const FactRow *row)
{
    if (row->opens != SCREEN_COUNT) return px(look, 74);
    int value = text_width(look, TYPE_BUTTON, row->value),
        label = w - px(look, FACT_ICON_U + FACT_GAP_U + FACT_VALUE_GAP_U) - value;
    return text_height(look, TYPE_CHIP, row->label, label, 2) + px(look, SPACE_M_U);
}

void staff_fact(const View *view, const Look *look, Rect box, const FactRow *row)
{
    const Theme *theme = look->theme;
    bool opens = row->opens != SCREEN_COUNT;
    Color ink = row->warns ? theme->family[FAMILY_CRISIS].deep : theme->ink;
    int node = scene_node(look->scene,
                          (SceneNode){
                              .role = opens ? NODE_ROW : NODE_TEXT,
                              .id = opens ? arena_format(view->arena, "open.%s", row->icon) : "",
                              .label = arena_format(view->arena, "%s. %s", row->label, row->value),
                              .area = box,
                              .radius_px = px(look, RADIUS_KEY_U),
                              .action = {.kind = opens ? ACTION_STAFF_OPEN : ACTION_NONE, .value = (int)row->opens},
                          });
    if (look->scene->nodes[node].pressed) scene_box(look->scene, box, theme->pressed, px(look, RADIUS_KEY_U));
    int icon = px(look, FACT_ICON_U), x = box.x, right = box.x + box.w;
    scene_icon(look->scene, (Rect){x, box.y + (box.h - icon) / 2, icon, icon}, row->icon, ink);
    x += icon + px(look, FACT_GAP_U);
    if (opens) {
        int chevron = px(look, ICON_XS_U);
        scene_icon(look->scene, (Rect){right - chevron, box.y + (box.h - chevron) / 2, chevron, chevron}, "chev", ink);
        right -= chevron + px(look, SPACE_S_U);
    }
    int most = (right - x) * 6 / 10;
    bool fits = !row->brief || text_width(look, TYPE_BUTTON, row->value) <= most;
    const char *text = fits ? row->value : row->brief;
    int value = int_min(text_width(look, TYPE_BUTTON, text), most);
    draw_text_middle(look, TYPE_BUTTON, text, (Rect){right - value, box.y, value, box.h}, ink);
    int label = right - value - px(look, FACT_VALUE_GAP_U) - x,
        lines = text_height(look, TYPE_CHIP, row->label, label, 2);
    draw_text_max(look, TYPE_CHIP, row->label, (Rect){x, box.y + (box.h - lines) / 2, label, lines}, ink, 2);
    scene_node_end(look->scene);
    scene_box(look->scene, (Rect){box.x, box.y + box.h, box.w, px(look, HAIR_U)}, theme->line, 0);
}

void staff_question(const View *view, const Look *look, const char *title, const char *text, Button safe, Button other)
{
    Scene *scene = look->scene;
    int w = view->viewport->w, h = view->viewport->h, pad = px(look, 56),
        width = int_min(px(look, 1120), w - 2 * px(look, SPACE_3XL_U));
    int room = width - 2 * pad, gap = px(look, SPACE_XL_U);
    int height = 2 * pad + text_height(look, TYPE_H1_SMALL, title, room, 3) + gap +
                 text_height(look, TYPE_READ, text, room, 0) + 2 * gap + px(look, SPACE_7XL_U);
    Rect card = {(w - width) / 2, (h - height) / 2, width, height};
    scene->open_layer = 1;
    scene_node(scene, (SceneNode){.role = NODE_GROUND,
                                  .id = "scrim",
                                  .label = word(view->words, "close"),
                                  .area = {0, 0, w, h},
                                  .action = safe.action});
    scene_box(scene, (Rect){0, 0, w, h}, view->theme->scrim, 0);
    scene_node_end(scene);
    draw_card(look, card, px(look, SPACE_3XL_U), view->theme->card);
    int y = card.y + pad;
    y += draw_prose(look, NODE_HEADING, TYPE_H1_SMALL, title, (Rect){card.x + pad, y, room, 0}, view->theme->ink, 3) +
         gap;
    y += draw_prose(look, NODE_TEXT, TYPE_READ, text, (Rect){card.x + pad, y, room, 0}, view->theme->ink, 0) + 2 * gap;
    safe.large = other.large = true;
    int half = (room - gap) / 2;
    draw_button(look, &safe, card.x + pad, y, half);
    draw_button(look, &other, card.x + pad + half + gap, y, half);
    scene->open_layer = 0;
}

const char *staff_date(const View *view, Date date)
{
    return date_is_set(date) ? text_date(view->arena, view->lang, date) : "\xE2\x80\x93";
}

const char *staff_bytes(const View *view, uint64_t bytes)
{
    static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
    double value = (double)bytes;
    size_t unit = 0;
    while (value >= 1000 && unit + 1 < ARRAY_LEN(units)) {
        value /= 1000;
        unit++;
    }
    return arena_format(view->arena, value < 10 && unit > 1 ? "%.1f %s" : "%.0f %s", value, units[unit]);
}

const char *staff_number(const View *view, long number) { return arena_format(view->arena, "%ld", number); }
