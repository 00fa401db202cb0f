/* screen_crisis.c - numbers first, large enough to copy from across the room; then words for the desk. */
#include "screen/crisis/crisis.h"
#include "screen/reach/reach.h"

enum { CARD_LEAST_U = 270 };

static void build_landscape(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect main = chrome_main(view);
    int left_w = px(look, 560), gap = px(look, SPACE_XL_U), x = main.x, bottom = main.y + main.h;
    int danger_h = danger_card_height(view, look, left_w, texts->danger), y = main.y + px(look, SPACE_XS_U);
    int more_h = texts->page_ref ? px(look, BUTTON_U) + gap : 0;
    TypeStyle quote = TYPE_QUOTE; /* where title and lead would have no room above it, smaller */
    int desk_h = crisis_desk_height(view, look, left_w, quote);
    int words_h = text_height(look, TYPE_H1_SMALL, texts->title, left_w, 4) + px(look, SPACE_L_U) +
                  text_height(look, TYPE_META, texts->lead, left_w, 0);
    if (bottom - danger_h - gap - desk_h - more_h - y < words_h) {
        quote = TYPE_ROW;
        desk_h = crisis_desk_height(view, look, left_w, quote);
    }
    int cards_top = bottom - danger_h - gap - desk_h - more_h;
    static const TypeStyle titles[] = {TYPE_H1, TYPE_H1_SMALL, TYPE_ROW, TYPE_BUTTON};
    TypeStyle style = titles[0];
    for (size_t t = 0; t < ARRAY_LEN(titles); t++) {
        style = titles[t];
        int lead_h = t == 0 ? text_height(look, TYPE_READ, texts->lead, left_w, 0) + px(look, SPACE_4XL_U) : 0;
        if (text_height(look, style, texts->title, left_w, 4) + px(look, SPACE_M_U) + lead_h <= cards_top - y) break;
    }
    y += draw_prose(look, NODE_HEADING, style, texts->title, (Rect){x, y, left_w, 0}, view->theme->ink, 4) +
         px(look, SPACE_L_U);
    static const TypeStyle leads[] = {TYPE_READ, TYPE_TEXT, TYPE_META};
    TypeStyle lead = leads[0];
    for (size_t i = 0; i < ARRAY_LEN(leads); i++) {
        lead = leads[i];
        if (text_height(look, lead, texts->lead, left_w, 0) <= cards_top - y) break;
    }
    int lines = (cards_top - y) / style_line_px(look, lead);
    if (lines > 0 && texts->lead[0] && text_fits(look, lead, texts->lead, left_w, lines))
        draw_prose(look, NODE_TEXT, lead, texts->lead, (Rect){x, y, left_w, 0}, view->theme->ink, lines);
    y = cards_top;
    if (texts->page_ref) {
        Button more = crisis_more_button(view, texts);
        draw_button(look, &more, x, y, int_min(left_w, button_width(look, &more)));
        y += px(look, BUTTON_U) + gap;
    }
    draw_crisis_desk(view, look, (Rect){x, y, left_w, desk_h}, quote);
    draw_danger_card(view, look, (Rect){x, y + desk_h + gap, left_w, danger_h}, texts->danger);
    int cx = x + left_w + px(look, SPACE_5XL_U), cw = main.x + main.w - cx, note_w = cw;
    Button lines_on = crisis_lines_button(view);
    if (crisis_has_lines(view)) note_w -= button_width(look, &lines_on) + gap;
    int note_h = crisis_note_height(view, look, note_w),
        foot_h = crisis_has_lines(view) ? int_max(px(look, BUTTON_U), note_h) : note_h;
    int card_h = (main.h - foot_h - px(look, SPACE_M_U) - 2 * gap) / 2;
    for (int i = 0; i < 2; i++)
        draw_help_card(view, look, (Rect){cx, main.y + i * (card_h + gap), cw, card_h}, &texts->lines[i]);
    draw_crisis_note(view, look, (Rect){cx, bottom - (foot_h + note_h) / 2 - px(look, SPACE_3XS_U), note_w, note_h});
    if (crisis_has_lines(view)) draw_button(look, &lines_on, cx + note_w + gap, bottom - px(look, BUTTON_U), 0);
}

static void build_portrait(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect main = chrome_main(view);
    int gap = px(look, SPACE_XL_U), y = main.y + px(look, SPACE_XS_U), bottom = main.y + main.h;
    TypeStyle style = text_fits(look, TYPE_H1, texts->title, main.w, 1) ? TYPE_H1 : TYPE_H1_SMALL;
    y += draw_prose(look, NODE_HEADING, style, texts->title, (Rect){main.x, y, main.w, 0}, view->theme->ink, 3) +
         px(look, SPACE_S_U);
    Button more = crisis_more_button(view, texts), lines_on = crisis_lines_button(view);
    int widths = button_width(look, &more) + px(look, SPACE_M_U) + button_width(look, &lines_on),
        row_h = px(look, BUTTON_U) + gap;
    bool both = texts->page_ref && crisis_has_lines(view), beside = widths <= main.w;
    int more_h = texts->page_ref || crisis_has_lines(view) ? row_h : 0;
    int note_h = crisis_note_height(view, look, main.w),
        danger_h = danger_card_height(view, look, main.w, texts->danger);
    /* The words get smaller before the numbers do. */
    static const struct {
        TypeStyle lead, quote;
    } sizes[] = {{TYPE_READ, TYPE_QUOTE}, {TYPE_TEXT, TYPE_QUOTE}, {TYPE_TEXT, TYPE_ROW}, {TYPE_META, TYPE_ROW}};
    TypeStyle lead = sizes[0].lead, quote = sizes[0].quote;
    int lead_h = 0, desk_h = 0, card_h = 0;
    for (size_t i = 0; i < ARRAY_LEN(sizes) && card_h < px(look, CARD_LEAST_U); i++) {
        lead = sizes[i].lead;
        quote = sizes[i].quote;
        lead_h = texts->lead[0] ? text_height(look, lead, texts->lead, main.w, 3) + px(look, SPACE_L_U) : 0;
        desk_h = crisis_desk_height(view, look, main.w, quote);
        card_h = int_min(px(look, 380), (bottom - y - lead_h - note_h - danger_h - desk_h - more_h - 5 * gap) / 2);
    }
    if (lead_h > 0) draw_prose(look, NODE_TEXT, lead, texts->lead, (Rect){main.x, y, main.w, 0}, view->theme->ink, 3);
    y += lead_h;
    for (int i = 0; i < 2; i++) {
        draw_help_card(view, look, (Rect){main.x, y, main.w, card_h}, &texts->lines[i]);
        y += card_h + gap;
    }
    y += draw_danger_card(view, look, (Rect){main.x, y, main.w, danger_h}, texts->danger) + gap;
    draw_crisis_desk(view, look, (Rect){main.x, y, main.w, desk_h}, quote);
    y += desk_h + gap;
    int more_x = main.x;
    if (crisis_has_lines(view)) more_x += draw_button(look, &lines_on, more_x, y, 0) + px(look, SPACE_M_U);
    /* Without room for it here, it stands on the page with the clinic's lines. */
    if (texts->page_ref && (!both || beside)) draw_button(look, &more, more_x, y, 0);
    y += more_h;
    draw_crisis_note(view, look, (Rect){main.x, y, main.w, note_h});
}

static void build_small(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect main = chrome_main(view);
    int gap = px(look, SPACE_M_U), y = main.y, bottom = main.y + main.h, title_w = main.w;
    Button more = crisis_more_button(view, texts), lines_on = crisis_lines_button(view);
    int more_w = int_min(button_width(look, &more), main.w / 2),
        lines_w = int_min(button_width(look, &lines_on), main.w / 2);
    if (crisis_has_lines(view)) title_w -= lines_w + gap;
    /* Without room for it here, it stands on the page with the clinic's lines. */
    if (texts->page_ref && (!crisis_has_lines(view) || title_w - more_w - gap >= px(look, 380))) {
        draw_button(look, &more, main.x + title_w - more_w, y, more_w);
        title_w -= more_w + gap;
    }
    if (crisis_has_lines(view)) draw_button(look, &lines_on, main.x + main.w - lines_w, y, lines_w);
    static const TypeStyle titles[] = {TYPE_H1_SMALL, TYPE_H2, TYPE_H3, TYPE_ROW, TYPE_BUTTON};
    TypeStyle style = titles[0];
    for (size_t t = 0; t < ARRAY_LEN(titles); t++) {
        style = titles[t];
        if (text_height(look, style, texts->title, title_w, 0) <= px(look, BUTTON_U)) break;
    }
    int title_h = text_height(look, style, texts->title, title_w, 2);
    draw_prose(look, NODE_HEADING, style, texts->title,
               (Rect){main.x, y + int_max(0, px(look, BUTTON_U) - title_h) / 2, title_w, 0}, view->theme->ink, 2);
    y += px(look, 72 + 16);
    int first_h = (bottom - y - gap) * 54 / 100;
    draw_help_card(view, look, (Rect){main.x, y, main.w, first_h}, &texts->lines[0]);
    y += first_h + gap;
    int second_w = (main.w - gap) * 62 / 100;
    draw_help_card(view, look, (Rect){main.x, y, second_w, bottom - y}, &texts->lines[1]);
    draw_danger_card(view, look, (Rect){main.x + second_w + gap, y, main.w - second_w - gap, bottom - y},
                     texts->danger);
}

static void crisis_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    CrisisTexts texts = crisis_texts(view);
    chrome_top(view, scene, word(view->words, "crisis-place"));
    if (reach_on(view)) {
        crisis_reach_build(view, scene, &texts);
        return;
    }
    switch (view->viewport->shape) {
    case SHAPE_LANDSCAPE: build_landscape(view, &look, &texts); break;
    case SHAPE_PORTRAIT: build_portrait(view, &look, &texts); break;
    case SHAPE_SMALL: build_small(view, &look, &texts); break;
    }
}

static int crisis_page_count(const View *view) { return reach_on(view) ? crisis_reach_pages(view) : 1; }

const ScreenType screen_crisis = {.name = "crisis",
                                  .dock = DOCK_FULL,
                                  .page_count = crisis_page_count,
                                  .build = crisis_build,
                                  .deck_words = crisis_reach_deck_words,
                                  .own_view = true,
                                  .counts_idle = true};
