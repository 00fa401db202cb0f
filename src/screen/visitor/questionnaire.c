#include "screen/visitor/questionnaire.h"

int asking_progress(const View *view, const Look *look, Rect box, int step, int count)
{
    int gap = px(look, SPACE_M_U), height = px(look, SPACE_4XL_U), bar_h = px(look, SPACE_S_U);
    const char *of = word_with(view->words, view->arena, "checkin-question-of", "question",
                               arena_format(view->arena, "%d", step + 1));
    of = word_fill(view->arena, of, "n", arena_format(view->arena, "%d", count));
    int label = text_width(look, TYPE_META, of) + px(look, SPACE_XL_U);
    int bar = int_min(px(look, SPACE_7XL_U), (box.w - label) / int_max(1, count) - gap), x = box.x;
    for (int i = 0; i < count; i++) {
        Color color = i <= step                    ? view->theme->primary
                      : view->theme->high_contrast ? view->theme->pressed
                                                   : view->theme->line;
        scene_box(look->scene, (Rect){x, box.y + (height - bar_h) / 2, bar, bar_h}, color, bar_h / 2);
        x += bar + gap;
    }
    scene_text_node(look->scene, NODE_TEXT, of, (Rect){x, box.y, label, height});
    draw_text_middle(look, TYPE_META, of, (Rect){x + px(look, SPACE_XS_U), box.y, label, height}, view->theme->ink2);
    return height;
}

int asking_controls_height(const View *view) { return viewport_px(view->viewport, BUTTON_U); }

void asking_controls(const View *view, const Look *look, Rect room, int step)
{
    int height = asking_controls_height(view), y = room.y + room.h - height, x = room.x, gap = px(look, SPACE_M_U);
    if (step > 0) {
        Button back = {.id = "ask.back",
                       .label = word(view->words, "previous"),
                       .icon = "back",
                       .action = {.kind = ACTION_ANSWER_BACK}};
        x += draw_button(look, &back, x, y, 0) + gap;
    }
    Button skip = {.id = "ask.skip",
                   .label = word(view->words, "checkin-skip"),
                   .icon_after = "next",
                   .action = {.kind = ACTION_ANSWER, .value = 0}};
    Button none = {
        .id = "ask.none", .label = word(view->words, "checkin-none"), .action = {.kind = ACTION_ANSWER, .value = 0}};
    int right = room.x + room.w - button_width(look, &skip);
    if (x + button_width(look, &none) + gap <= right) draw_button(look, &none, x, y, 0);
    draw_button(look, &skip, right, y, 0);
}

/* What the words of a card need to be whole. */
static int words_height(const Look *look, int width, const AskingCard *card)
{
    int meta = card->meta && card->meta[0] ? style_line_px(look, TYPE_META) + px(look, SPACE_3XS_U) : 0;
    return px(look, 24 + 4 + 8 + 34 + 28) + meta + text_height(look, TYPE_H3, card->title, width, 0) +
           text_height(look, TYPE_TEXT, card->text, width, 0);
}

static void draw_words(const View *view, const Look *look, Rect box, const AskingCard *card)
{
    const Theme *theme = view->theme;
    bool small = view->viewport->shape == SHAPE_SMALL;
    int pad = px(look, small ? 16 : 32), x = box.x + pad, width = box.w - 2 * pad,
        y = box.y + px(look, small ? 12 : 24);
    int go_y = box.y + box.h - px(look, small ? 12 : 28) - px(look, 34);
    if (card->meta && card->meta[0]) {
        draw_text_max(look, TYPE_META, card->meta, (Rect){x, y, width, 0}, theme->ink2, 1);
        y += style_line_px(look, TYPE_META) + px(look, SPACE_3XS_U);
    }
    TypeStyle title = TYPE_H3;
    if (!text_fits(look, title, card->title, width, int_max(1, (go_y - y) / style_line_px(look, title))))
        title = TYPE_BUTTON;
    if (!text_fits(look, title, card->title, width, int_max(1, (go_y - y) / style_line_px(look, title))))
        title = TYPE_META;
    int title_lines = int_max(1, (go_y - y) / style_line_px(look, title));
    y += draw_text_max(look, title, card->title, (Rect){x, y, width, 0}, theme->ink, title_lines) +
         px(look, SPACE_3XS_U);
    int room = go_y - px(look, SPACE_XS_U) - y;
    TypeStyle style = text_height(look, TYPE_TEXT, card->text, width, 0) <= room ? TYPE_TEXT : TYPE_META;
    if (text_height(look, style, card->text, width, 0) <= room)
        draw_text(look, style, card->text, (Rect){x, y, width, 0}, theme->ink);
    int icon = px(look, ICON_S_U),
        go = int_min(text_width(look, TYPE_BUTTON, card->go), width - icon - px(look, SPACE_S_U));
    Color ink = theme->high_contrast ? theme->focus : theme->primary;
    draw_text_middle(look, TYPE_BUTTON, card->go, (Rect){x, go_y, go, px(look, 34)}, ink);
    scene_icon(look->scene, (Rect){x + go + px(look, SPACE_S_U), go_y + px(look, HAIR_U), icon, icon}, "next", ink);
}

/* A picture on the family's tint above (or, in portrait, beside) the words; the whole card is one target. */
static void draw_asking_card(const View *view, const Look *look, Rect box, const AskingCard *card)
{
    const Theme *theme = view->theme;
    bool beside = view->viewport->shape == SHAPE_PORTRAIT;
    int node =
        scene_node(look->scene, (SceneNode){
                                    .role = NODE_CARD,
                                    .id = card->id,
                                    .label = arena_format(view->arena, "%s. %s. %s", card->title, card->text, card->go),
                                    .area = box,
                                    .radius_px = px(look, RADIUS_CARD_U),
                                    .action = card->action,
                                });
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card,
          tint = theme->picture_ground[card->family];
    int radius = px(look, RADIUS_CARD_U);
    scene_box(look->scene, box, ground, radius);
    Rect pane = beside ? (Rect){box.x, box.y, int_min(px(look, 300), box.w / 3), box.h}
                       : (Rect){box.x, box.y, box.w,
                                int_clamp(box.h - words_height(look, box.w - 2 * px(look, SPACE_3XL_U), card),
                                          px(look, 108), px(look, 208))};
    if (beside) {
        scene_box(look->scene, (Rect){pane.x, pane.y, pane.w + radius, pane.h}, tint, radius);
        scene_box(look->scene, (Rect){pane.x + pane.w, pane.y, radius, pane.h}, ground, 0);
    } else {
        scene_box(look->scene, (Rect){pane.x, pane.y, pane.w, pane.h + radius}, tint, radius);
        scene_box(look->scene, (Rect){pane.x, pane.y + pane.h, pane.w, radius}, ground, 0);
    }
    int side = int_min(pane.w, pane.h) * 88 / 100;
    if (card->image.path)
        scene_image(look->scene, (Rect){pane.x + (pane.w - side) / 2, pane.y + (pane.h - side) / 2, side, side},
                    card->image);
    scene_framed_box(look->scene, box, (Color){0}, radius, theme->line, px(look, theme->hair_u));
    Rect words = beside ? (Rect){box.x + pane.w, box.y, box.w - pane.w, box.h}
                        : (Rect){box.x, box.y + pane.h, box.w, box.h - pane.h};
    draw_words(view, look, words, card);
    scene_node_end(look->scene);
}

void asking_cards(const View *view, const Look *look, Rect room, const char *title, const char *text,
                  const AskingCard *cards, int count)
{
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT, small = view->viewport->shape == SHAPE_SMALL;
    int gap = chrome_gutter(view), y = room.y + px(look, small ? 0 : 8), bottom = room.y + room.h;
    y += draw_prose(look, NODE_HEADING, small ? TYPE_H1_SMALL : TYPE_H1, title, (Rect){room.x, y, room.w, 0},
                    view->theme->ink, 2) +
         px(look, small ? 8 : 16);
    TypeStyle style = small || text_height(look, TYPE_TEXT, text, room.w, 0) > px(look, 100) ? TYPE_META : TYPE_TEXT;
    y += draw_prose(look, NODE_TEXT, style, text, (Rect){room.x, y, room.w, 0}, view->theme->ink2, 3) +
         px(look, small ? 12 : 24);
    if (count == 0) return;
    int columns = portrait ? 1 : 3, rows = (count + columns - 1) / columns;
    int width = (room.w - (columns - 1) * gap) / columns,
        height = int_min((bottom - y - (rows - 1) * gap) / rows, px(look, portrait ? 340 : 600));
    for (int i = 0; i < count; i++)
        draw_asking_card(view, look,
                         (Rect){room.x + i % columns * (width + gap), y + i / columns * (height + gap), width, height},
                         &cards[i]);
}
