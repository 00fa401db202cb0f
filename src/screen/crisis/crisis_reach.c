/* crisis_reach.c - the crisis page in Reach mode: the numbers above the line, where to go on from here below it.
 *
 * The words for the desk and the note stand on the deck, where it has room for both, so that all is seen at once.
 * Otherwise the numbers stand alone, and every word that had no room with them comes on the next pages. */
#include "screen/crisis/crisis.h"
#include "screen/reach/reach.h"
#include "screen/frame/pager.h"

enum { GAP_U = 12, DECK_GAP_U = 24, COLUMN_U = 1100, LOW_U = 400 };

typedef struct CrisisReach {
    TypeStyle title_style, quote_style;
    Rect title, lead; /* lead empty: it is overleaf */
    Rect cards[2], danger;
    Rect desk, note; /* on the deck; empty: they are overleaf */
    Flow rest;
    const FlowPage *pages; /* of `rest` */
    int page_count;        /* with the page of the numbers */
} CrisisReach;

/* The numbers below each other where the room is high, the first one beside the others where it is wide. */
static void place_cards(const View *view, const Look *look, const CrisisTexts *texts, Rect room, CrisisReach *at)
{
    int gap = px(look, GAP_U);
    if (view_is_portrait(view)) {
        int danger_h = danger_card_height(view, look, room.w, texts->danger), rest = room.h - danger_h - 2 * gap,
            second_h = rest * 44 / 100, first_h = rest - second_h;
        at->cards[0] = (Rect){room.x, room.y, room.w, first_h};
        at->cards[1] = (Rect){room.x, room.y + first_h + gap, room.w, second_h};
        at->danger = (Rect){room.x, room.y + room.h - danger_h, room.w, danger_h};
        return;
    }
    int width = (room.w - gap) / 2, x = room.x + width + gap,
        danger_h = danger_card_height(view, look, width, texts->danger);
    at->cards[0] = (Rect){room.x, room.y, width, room.h};
    at->cards[1] = (Rect){x, room.y, width, room.h - gap - danger_h};
    at->danger = (Rect){x, room.y + room.h - danger_h, width, danger_h};
}

/* What the buttons leave of the deck. */
static Rect deck_below_buttons(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect deck = reach_deck(view);
    Button more = crisis_more_button(view, texts), lines = crisis_lines_button(view);
    bool both = texts->page_ref && crisis_has_lines(view);
    int beside = button_width(look, &lines) + px(look, SPACE_M_U) + button_width(look, &more),
        rows = both && beside > deck.w                             ? 2
               : both || texts->page_ref || crisis_has_lines(view) ? 1
                                                                   : 0;
    int taken = rows * px(look, 72 + 16) - (rows > 0 ? px(look, SPACE_M_U) : 0) + px(look, DECK_GAP_U);
    return (Rect){deck.x, deck.y + taken, deck.w, deck.h - taken};
}

/* False if the deck has no room for the words for the desk and the note. */
static bool place_on_deck(const View *view, const Look *look, const CrisisTexts *texts, CrisisReach *at)
{
    Rect room = deck_below_buttons(view, look, texts);
    int gap = px(look, DECK_GAP_U), desk_w = view_is_portrait(view) ? room.w : (room.w - gap) * 60 / 100,
        note_w = view_is_portrait(view) ? room.w : room.w - gap - desk_w;
    int desk_h = crisis_desk_height(view, look, desk_w, at->quote_style),
        note_h = crisis_note_height(view, look, note_w);
    at->desk = (Rect){room.x, room.y, desk_w, desk_h};
    at->note = view_is_portrait(view)
                   ? (Rect){room.x, room.y + desk_h + gap, note_w, note_h}
                   : (Rect){room.x + desk_w + gap, room.y + int_max(0, (desk_h - note_h) / 2), note_w, note_h};
    return int_max(at->desk.y + desk_h, at->note.y + note_h) <= room.y + room.h;
}

static void place_head(const View *view, const Look *look, const CrisisTexts *texts, bool with_lead, CrisisReach *at)
{
    Rect main = reach_view(view);
    int gap = px(look, GAP_U), y = main.y;
    at->title = (Rect){main.x, y, main.w, text_height(look, at->title_style, texts->title, main.w, 2)};
    at->lead = (Rect){0};
    y += at->title.h + gap;
    if (with_lead && texts->lead[0]) {
        at->lead = (Rect){main.x, y - gap / 2, main.w, text_height(look, TYPE_TEXT, texts->lead, main.w, 0)};
        y += at->lead.h + gap / 2;
    }
    place_cards(view, look, texts, (Rect){main.x, y, main.w, main.y + main.h - y}, at);
}

static bool cards_say_all(const View *view, const Look *look, const CrisisTexts *texts, const CrisisReach *at)
{
    for (size_t i = 0; i < ARRAY_LEN(texts->lines); i++)
        if (!help_card_says_all(view, look, at->cards[i], &texts->lines[i])) return false;
    return true;
}

/* All of it on one page, in the largest styles for which there is room. */
static bool place_all(const View *view, const Look *look, const CrisisTexts *texts, CrisisReach *at)
{
    static const struct {
        TypeStyle title, quote;
    } sizes[] = {{TYPE_H1_SMALL, TYPE_QUOTE}, {TYPE_H1_SMALL, TYPE_ROW}, {TYPE_H3, TYPE_QUOTE}, {TYPE_H3, TYPE_ROW}};
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        at->title_style = sizes[i].title;
        at->quote_style = sizes[i].quote;
        place_head(view, look, texts, true, at);
        if (place_on_deck(view, look, texts, at) && cards_say_all(view, look, texts, at)) return true;
    }
    return false;
}

/* Half of a small screen. */
static bool is_low(const Look *look, Rect main) { return main.h < px(look, LOW_U); }

static void add_words(const Look *look, Flow *flow, TypeStyle style, const char *text, int gap_u, int pad_px)
{
    const TextLayout *layout = look_layout(look, style, text, flow->width_px - 2 * pad_px, 0);
    flow_paragraph(flow, layout, NODE_TEXT, flow->count > 0 ? px(look, gap_u) : 0, pad_px, look->theme->ink);
}

static const FlowGround *desk_ground(const View *view, const Look *look, int width)
{
    const FamilyColors *crisis = &view->theme->family[FAMILY_CRISIS];
    FlowGround *ground = ARENA_NEW(view->arena, FlowGround);
    *ground = (FlowGround){.w_px = width,
                           .pad_top_px = px(look, SPACE_L_U),
                           .pad_bottom_px = px(look, SPACE_L_U),
                           .radius_px = px(look, RADIUS_CARD_U),
                           .fill = crisis->tint};
    if (view->theme->high_contrast) {
        ground->edge = crisis->deep;
        ground->edge_px = px(look, view->theme->hair_u);
    }
    return ground;
}

/* Everything that the page of the numbers leaves out. */
static void flow_rest(const View *view, const Look *look, const CrisisTexts *texts, CrisisReach *at)
{
    Rect main = reach_view(view);
    bool low = is_low(look, main);
    int width = low ? main.w : int_min(main.w, px(look, COLUMN_U)), pad = px(look, SPACE_3XL_U);
    flow_begin(&at->rest, view->arena, width, view->lang);
    if (texts->lead[0]) add_words(look, &at->rest, low ? TYPE_TEXT : TYPE_READ, texts->lead, 0, 0);
    for (size_t i = 0; i < ARRAY_LEN(texts->lines); i++) {
        const HelpCard *line = &texts->lines[i];
        if (help_card_says_all(view, look, at->cards[i], line)) continue;
        add_words(look, &at->rest, TYPE_TEXT, arena_format(view->arena, "%s  ·  %s", line->number, line->note), 12, 0);
    }
    size_t first = at->rest.count;
    at->rest.ground = desk_ground(view, look, width);
    add_words(look, &at->rest, TYPE_ROW, word(view->words, "crisis-desk"), 16, pad);
    add_words(look, &at->rest, low ? TYPE_ROW : TYPE_QUOTE, crisis_desk_quote(view), 4, pad);
    at->rest.ground = NULL;
    flow_keep(&at->rest, first);
    add_words(look, &at->rest, TYPE_TEXT, crisis_note(view), 16, 0);
    size_t count;
    at->pages = flow_paginate(&at->rest, main.h, &count);
    at->page_count = 1 + (int)count;
}

static CrisisReach crisis_reach(const View *view, const CrisisTexts *texts)
{
    Look look = view_look(view, NULL);
    CrisisReach at = {.page_count = 1};
    if (place_all(view, &look, texts, &at)) return at;
    Rect main = reach_view(view);
    bool low = is_low(&look, main) || !text_fits(&look, TYPE_H1_SMALL, texts->title, main.w, 1);
    at.title_style = low ? TYPE_H3 : TYPE_H1_SMALL;
    at.desk = at.note = (Rect){0};
    place_head(view, &look, texts, false, &at);
    flow_rest(view, &look, texts, &at);
    return at;
}

int crisis_reach_pages(const View *view)
{
    CrisisTexts texts = crisis_texts(view);
    return crisis_reach(view, &texts).page_count;
}

static void draw_numbers(const View *view, const Look *look, const CrisisTexts *texts, const CrisisReach *at)
{
    draw_prose(look, NODE_HEADING, at->title_style, texts->title, at->title, view->theme->ink, 2);
    if (at->lead.h > 0) draw_prose(look, NODE_TEXT, TYPE_TEXT, texts->lead, at->lead, view->theme->ink, 0);
    for (size_t i = 0; i < ARRAY_LEN(texts->lines); i++) draw_help_card(view, look, at->cards[i], &texts->lines[i]);
    draw_danger_card(view, look, at->danger, texts->danger);
}

void crisis_reach_deck_words(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    CrisisTexts texts = crisis_texts(view);
    CrisisReach at = crisis_reach(view, &texts);
    if (at.desk.h == 0) return;
    draw_crisis_desk(view, &look, at.desk, at.quote_style);
    draw_crisis_note(view, &look, at.note);
}

void crisis_reach_build(const View *view, Scene *scene, const CrisisTexts *texts)
{
    Look look = view_look(view, scene);
    CrisisReach at = crisis_reach(view, texts);
    int page = int_clamp(view->session->place.page_number, 0, at.page_count - 1);
    Rect main = reach_view(view), deck = reach_deck(view);
    if (page == 0)
        draw_numbers(view, &look, texts, &at);
    else
        flow_emit(&at.rest, &at.pages[page - 1], scene, main.x, main.y);
    Button more = crisis_more_button(view, texts), lines = crisis_lines_button(view);
    if (crisis_has_lines(view)) draw_button(&look, &lines, deck.x, deck.y, 0);
    if (texts->page_ref) draw_button(&look, &more, deck.x, deck.y + px(&look, TOOL_U), 0);
    if (at.page_count < 2) return;
    Pager pager = {.page = page,
                   .count = at.page_count,
                   .forward = word(view->words, "show-more"),
                   .end = word(view->words, "reading-top"),
                   .status = pager_status(view, page, at.page_count)};
    pager_draw(view, scene, main, &pager);
}
