/* screen_emergency.c - compiled in: when no pack can be opened, the numbers are still there. */
#include "screen/crisis/helplines.h"

static void emergency_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const Words *words = view->words;
    HelpCard cards[] = {
        {word(words, "emergency-suicide"), CRISIS_NUMBER, word(words, "emergency-suicide-note"), true, false},
        {word(words, "emergency-legal"), "1-800-668-8258", word(words, "emergency-legal-note"), false, false},
        {word(words, "emergency-danger"), "9-1-1", word(words, "emergency-danger-note"), false, false},
    };
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    int margin = px(&look, portrait || small ? 48 : 96), top = px(&look, small ? 40 : 72),
        gap = px(&look, small ? 16 : 24);
    int w = view->viewport->w, h = view->viewport->h, brand = px(&look, 60);
    scene_node(scene, (SceneNode){.role = NODE_TEXT,
                                  .id = "mark",
                                  .label = word(words, "mark-spoken"),
                                  .area = {0, 0, margin + px(&look, 240), top + brand + px(&look, SPACE_S_U)},
                                  .hold = {.kind = ACTION_STAFF},
                                  .hold_ms = STAFF_HOLD_MS});
    draw_brand(&look, margin, top, brand, view->theme->ink, false);
    scene_node_end(scene);
    int text_w = portrait ? w - 2 * margin : px(&look, small ? 400 : 620),
        y = top + brand + px(&look, portrait ? 40 : 56);
    y += draw_prose(&look, NODE_HEADING, small ? TYPE_H1_SMALL : TYPE_H1, word(words, "emergency-title"),
                    (Rect){margin, y, text_w, 0}, view->theme->ink, 4) +
         px(&look, SPACE_L_U);
    y += draw_prose(&look, NODE_TEXT, small ? TYPE_TEXT : TYPE_READ, word(words, "emergency-text"),
                    (Rect){margin, y, text_w, 0}, view->theme->ink, 0);
    int staff_h = style_line_px(&look, TYPE_META) * 2;
    if (!small)
        draw_prose(&look, NODE_TEXT, TYPE_META, word(words, "emergency-staff"),
                   (Rect){margin, h - top - staff_h, text_w, 0}, view->theme->ink2, 2);
    Rect room = portrait ? (Rect){margin, y + px(&look, SPACE_4XL_U), w - 2 * margin,
                                  h - top - staff_h - px(&look, SPACE_4XL_U) - y - px(&look, SPACE_4XL_U)}
                         : (Rect){margin + text_w + px(&look, small ? 40 : 80), top,
                                  w - 2 * margin - text_w - px(&look, small ? 40 : 80), h - 2 * top};
    int first = (room.h - 2 * gap) * 42 / 100, rest = (room.h - 2 * gap - first) / 2;
    draw_help_card(view, &look, (Rect){room.x, room.y, room.w, first}, &cards[0]);
    draw_help_card(view, &look, (Rect){room.x, room.y + first + gap, room.w, rest}, &cards[1]);
    draw_help_card(view, &look, (Rect){room.x, room.y + first + rest + 2 * gap, room.w, rest}, &cards[2]);
}

const ScreenType screen_emergency = {.name = "emergency", .dock = DOCK_NONE, .build = emergency_build};
