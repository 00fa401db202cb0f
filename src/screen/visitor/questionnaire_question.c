/* questionnaire_question.c - one question and its answers, a row each. Nothing about an answer says what it would lead
 * to. */
#include "screen/visitor/questionnaire.h"

/* The picture, and below it how to go about this. */
static void draw_panel(const View *view, const Look *look, Rect box, const AskingQuestion *question)
{
    const Theme *theme = view->theme;
    Color ground = theme->high_contrast ? theme->card : theme->family[question->family].tint;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_XL_U), theme->high_contrast ? theme->line : ground,
                     px(look, theme->hair_u));
    int pad = px(look, SPACE_4XL_U), side = int_min(px(look, 340), box.w - 2 * pad), width = box.w - 2 * pad;
    TypeStyle style =
        text_height(look, TYPE_TEXT, question->intro, width, 0) > box.h - side - 3 * pad ? TYPE_META : TYPE_TEXT;
    int text_h = text_height(look, style, question->intro, width, 0);
    draw_picture_pane(look, (Rect){box.x + (box.w - side) / 2, box.y + pad, side, side}, px(look, SPACE_XL_U),
                      question->family, question->image, side);
    draw_prose(look, NODE_TEXT, style, question->intro, (Rect){box.x + pad, box.y + box.h - pad - text_h, width, 0},
               theme->ink, 0);
}

static void draw_answer(const View *view, const Look *look, Rect box, const char *text, int index, bool was_chosen)
{
    const Theme *theme = view->theme;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_ROW,
                                           .id = arena_format(view->arena, "answer.%d", index),
                                           .label = text,
                                           .area = box,
                                           .radius_px = px(look, RADIUS_CARD_U),
                                           .action = {.kind = ACTION_ANSWER, .value = index},
                                       });
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_XL_U), was_chosen ? theme->primary : theme->line,
                     px(look, was_chosen ? 4 : theme->hair_u));
    bool small = view->viewport->shape == SHAPE_SMALL;
    int pad = px(look, small ? 20 : 32), icon = px(look, ICON_S_U), width = box.w - 3 * pad - icon;
    TypeStyle style =
        text_height(look, TYPE_TEXT, text, width, 0) <= box.h - px(look, SPACE_XS_U) ? TYPE_TEXT : TYPE_META;
    int lines = int_max(1, (box.h - px(look, SPACE_XS_U)) / style_line_px(look, style)),
        height = text_height(look, style, text, width, lines);
    draw_text_max(look, style, text, (Rect){box.x + pad, box.y + (box.h - height) / 2, width, 0}, theme->ink, lines);
    scene_icon(look->scene, (Rect){box.x + box.w - pad - icon, box.y + (box.h - icon) / 2, icon, icon}, "chev",
               theme->ink);
    scene_node_end(look->scene);
}

/* What is asked, in the largest style that leaves most of the room to the answers. Returns its height. */
static int draw_ask(const View *view, const Look *look, Rect box, const char *ask)
{
    bool small = view->viewport->shape == SHAPE_SMALL;
    TypeStyle style = small ? TYPE_H2 : TYPE_H1_SMALL;
    if (text_height(look, style, ask, box.w, 0) > (small ? 1 : 2) * style_line_px(look, style))
        style = small ? TYPE_H3 : TYPE_H2;
    return draw_prose(look, NODE_HEADING, style, ask, box, view->theme->ink, 3);
}

void asking_question(const View *view, const Look *look, const AskingQuestion *question)
{
    bool landscape = view->viewport->shape == SHAPE_LANDSCAPE, small = view->viewport->shape == SHAPE_SMALL;
    Rect main = chrome_main(view), room = main;
    if (landscape) {
        int panel = px(look, 480);
        draw_panel(view, look, (Rect){main.x, main.y, panel, main.h}, question);
        room.x += panel + px(look, SPACE_5XL_U);
        room.w -= panel + px(look, SPACE_5XL_U);
    }
    int gap = px(look, small ? 10 : 20), y = room.y;
    y += asking_progress(view, look, (Rect){room.x, y, room.w, 0}, question->step, question->count) +
         px(look, small ? 4 : 12);
    y += draw_ask(view, look, (Rect){room.x, y, room.w, 0}, question->ask) + px(look, small ? 4 : 20);
    bool intro = !landscape && !small && question->step == 0;
    if (intro)
        y += draw_prose(look, NODE_TEXT, TYPE_TEXT, question->intro, (Rect){room.x, y, room.w, 0}, view->theme->ink2,
                        4) +
             px(look, SPACE_L_U);
    int rows = question->answer_count,
        bottom = room.y + room.h - asking_controls_height(view) - px(look, small ? 6 : 24);
    /* Two columns where one below the other would be too low to be touched well. */
    bool low = (bottom - y - (rows - 1) * gap) / int_max(1, rows) < px(look, BUTTON_U);
    int columns = small || low || rows > 5 ? 2 : 1, lines = (rows + columns - 1) / columns;
    if (small && lines > 3) gap = px(look, SPACE_2XS_U);
    int height = int_min(px(look, 132), (bottom - y - (lines - 1) * gap) / int_max(1, lines)),
        width = (room.w - (columns - 1) * gap) / columns;
    for (int i = 0; i < rows; i++) {
        Rect box = {room.x + i % columns * (width + gap), y + i / columns * (height + gap), width, height};
        draw_answer(view, look, box, question->answers[i], i + 1, question->chosen == i + 1);
    }
    asking_controls(view, look, room, question->step);
}
