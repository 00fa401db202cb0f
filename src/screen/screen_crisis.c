/* screen_crisis.c - numbers first, large enough to copy from across the room; then words for the desk. */
#include <string.h>

#include "screen/helplines.h"
#include "screen/reach.h"

enum { NOTE_LINES_MAX = 4 };

/* What every kiosk shows, whatever its packs say or fail to say. */
typedef struct CrisisTexts {
    const char *title, *lead;
    HelpCard lines[2];
    const char *danger;
    const char *page_ref; /* of the pack's own crisis page, NULL if it has none */
} CrisisTexts;

static const Pack *home_pack(const View *view) { return view->library->count > 0 ? view->library->packs[0] : NULL; }

/* The pack's words for a number, when it has that number. */
static void pack_line(const View *view, HelpCard *card)
{
    const Pack *pack = home_pack(view);
    if (!pack) return;
    const CrisisEntry *entries = pack->crisis.items;
    for (size_t i = 0; i < pack->crisis.count; i++) {
        if (strcmp(entries[i].number, card->number) != 0) continue;
        const CrisisWords *words = pack_crisis_words(pack, entries[i].id, view->lang);
        if (!words) continue;
        if (words->name && words->name[0]) card->name = words->name;
        if (words->note && words->note[0]) card->note = words->note;
    }
}

static CrisisTexts crisis_texts(const View *view)
{
    const Words *words = view->words;
    CrisisTexts texts = {
        .title = word(words, "crisis-lead"),
        .lead = "",
        .lines = {{word(words, "emergency-suicide"), CRISIS_NUMBER, word(words, "emergency-suicide-note"), true, true},
                  {word(words, "emergency-legal"), "1-800-668-8258", word(words, "emergency-legal-note"), false, true}},
        .danger = "9-1-1",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts.lines); i++) pack_line(view, &texts.lines[i]);
    const Pack *pack = home_pack(view);
    const Page *page = pack && pack->has_crisis_page ? pack_page(view->library->packs[0], "crisis", view->lang) : NULL;
    if (!page) return texts;
    if (strcmp(page->lang, view->lang) == 0) {
        texts.title = page->title;
        texts.lead = page->summary;
    }
    texts.page_ref = arena_format(view->arena, "%s/crisis", pack->id);
    return texts;
}

/* With its marks: they count when it is measured, too. */
static const char *desk_quote(const View *view)
{
    return arena_format(view->arena, "%s%s%s", word(view->words, "quote-open"), word(view->words, "crisis-desk-words"),
                        word(view->words, "quote-close"));
}

static int desk_height(const View *view, const Look *look, int width, TypeStyle quote)
{
    int inside = width - 2 * px(look, 32);
    return 2 * px(look, 28) + text_height(look, TYPE_ROW, word(view->words, "crisis-desk"), inside, 2) + px(look, 8) +
           text_height(look, quote, desk_quote(view), inside, 4);
}

static void draw_desk(const View *view, const Look *look, Rect box, TypeStyle quote)
{
    const Theme *theme = view->theme;
    Color ground = theme->family[FAMILY_CRISIS].tint,
          edge = theme->high_contrast ? theme->family[FAMILY_CRISIS].deep : ground;
    scene_framed_box(look->scene, box, ground, px(look, 24), edge, px(look, theme->hair_u));
    int pad = px(look, 32), width = box.w - 2 * pad, y = box.y + px(look, 28);
    y += draw_prose(look, NODE_TEXT, TYPE_ROW, word(view->words, "crisis-desk"), (Rect){box.x + pad, y, width, 0},
                    theme->ink, 2) +
         px(look, 8);
    draw_prose(look, NODE_TEXT, quote, desk_quote(view), (Rect){box.x + pad, y, width, 0}, theme->ink, 4);
}

static int note_height(const View *view, const Look *look, int width)
{
    const char *note = word_with(view->words, view->arena, "crisis-note", "hide", word(view->words, "hide"));
    return text_height(look, TYPE_CHIP, note, width - px(look, 56), NOTE_LINES_MAX);
}

static void draw_note(const View *view, const Look *look, Rect box)
{
    const char *note = word_with(view->words, view->arena, "crisis-note", "hide", word(view->words, "hide"));
    int icon = px(look, 32);
    scene_icon(look->scene, (Rect){box.x + px(look, 8), box.y + (box.h - icon) / 2, icon, icon}, "shield",
               view->theme->ink2);
    draw_prose(look, NODE_TEXT, TYPE_CHIP, note, (Rect){box.x + px(look, 56), box.y, box.w - px(look, 56), 0},
               view->theme->ink2, NOTE_LINES_MAX);
}

static Button more_button(const View *view, const CrisisTexts *texts)
{
    return (Button){
        .id = "crisis.read",
        .label = word(view->words, "crisis-read"),
        .icon_after = "next",
        .action = {.kind = ACTION_OPEN_PAGE, .id = texts->page_ref},
    };
}

static Button lines_button(const View *view)
{
    return (Button){
        .id = "crisis.lines",
        .label = word(view->words, "crisis-more-lines"),
        .icon_after = "next",
        .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_LINES},
    };
}

/* The clinic's own lines are one touch away, wherever it has any. */
static bool has_lines(const View *view) { return view->site->crisis.count > 0; }

static void build_landscape(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect main = chrome_main(view);
    int left_w = px(look, 560), gap = px(look, 24), x = main.x, bottom = main.y + main.h;
    int danger_h = danger_card_height(view, look, left_w, texts->danger), y = main.y + px(look, 8);
    int more_h = texts->page_ref ? px(look, 72) + gap : 0;
    TypeStyle quote = TYPE_QUOTE; /* where the title would have no room above it, smaller */
    int desk_h = desk_height(view, look, left_w, quote);
    if (bottom - danger_h - gap - desk_h - more_h - y <
        text_height(look, TYPE_BUTTON, texts->title, left_w, 4) + px(look, 20)) {
        quote = TYPE_ROW;
        desk_h = desk_height(view, look, left_w, quote);
    }
    int cards_top = bottom - danger_h - gap - desk_h - more_h;
    static const TypeStyle titles[] = {TYPE_H1, TYPE_H1_SMALL, TYPE_ROW, TYPE_BUTTON};
    TypeStyle style = titles[0];
    for (size_t t = 0; t < ARRAY_LEN(titles); t++) {
        style = titles[t];
        int lead_h = t == 0 ? text_height(look, TYPE_READ, texts->lead, left_w, 0) + px(look, 40) : 0;
        if (text_height(look, style, texts->title, left_w, 4) + lead_h <= cards_top - y) break;
    }
    y += draw_prose(look, NODE_HEADING, style, texts->title, (Rect){x, y, left_w, 0}, view->theme->ink, 4) +
         px(look, 20);
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
        Button more = more_button(view, texts);
        draw_button(look, &more, x, y, int_min(left_w, button_width(look, &more)));
        y += px(look, 72) + gap;
    }
    draw_desk(view, look, (Rect){x, y, left_w, desk_h}, quote);
    draw_danger_card(view, look, (Rect){x, y + desk_h + gap, left_w, danger_h}, texts->danger);
    int cx = x + left_w + px(look, 48), cw = main.x + main.w - cx, note_w = cw;
    Button lines_on = lines_button(view);
    if (has_lines(view)) note_w -= button_width(look, &lines_on) + gap;
    int note_h = note_height(view, look, note_w), foot_h = has_lines(view) ? int_max(px(look, 72), note_h) : note_h;
    int card_h = (main.h - foot_h - px(look, 16) - 2 * gap) / 2;
    for (int i = 0; i < 2; i++)
        draw_help_card(view, look, (Rect){cx, main.y + i * (card_h + gap), cw, card_h}, &texts->lines[i]);
    draw_note(view, look, (Rect){cx, bottom - (foot_h + note_h) / 2 - px(look, 4), note_w, note_h});
    if (has_lines(view)) draw_button(look, &lines_on, cx + note_w + gap, bottom - px(look, 72), 0);
}

static void build_portrait(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect main = chrome_main(view);
    int gap = px(look, 24), y = main.y + px(look, 8), bottom = main.y + main.h;
    TypeStyle style = text_fits(look, TYPE_H1, texts->title, main.w, 1) ? TYPE_H1 : TYPE_H1_SMALL;
    y += draw_prose(look, NODE_HEADING, style, texts->title, (Rect){main.x, y, main.w, 0}, view->theme->ink, 3) +
         px(look, 12);
    TypeStyle lead = text_fits(look, TYPE_READ, texts->lead, main.w, 2) ? TYPE_READ : TYPE_TEXT;
    if (texts->lead[0])
        y += draw_prose(look, NODE_TEXT, lead, texts->lead, (Rect){main.x, y, main.w, 0}, view->theme->ink, 3) +
             px(look, 20);
    int note_h = note_height(view, look, main.w), danger_h = danger_card_height(view, look, main.w, texts->danger),
        desk_h = desk_height(view, look, main.w, TYPE_QUOTE);
    Button more = more_button(view, texts), lines_on = lines_button(view);
    int widths = button_width(look, &more) + px(look, 16) + button_width(look, &lines_on), row_h = px(look, 72) + gap;
    bool both = texts->page_ref && has_lines(view), beside = widths <= main.w;
    int more_h = texts->page_ref || has_lines(view) ? row_h : 0;
    int card_h = int_min(px(look, 380), (bottom - y - note_h - danger_h - desk_h - more_h - 5 * gap) / 2);
    for (int i = 0; i < 2; i++) {
        draw_help_card(view, look, (Rect){main.x, y, main.w, card_h}, &texts->lines[i]);
        y += card_h + gap;
    }
    y += draw_danger_card(view, look, (Rect){main.x, y, main.w, danger_h}, texts->danger) + gap;
    draw_desk(view, look, (Rect){main.x, y, main.w, desk_h}, TYPE_QUOTE);
    y += desk_h + gap;
    int more_x = main.x;
    if (has_lines(view)) more_x += draw_button(look, &lines_on, more_x, y, 0) + px(look, 16);
    /* Without room for it here, it stands on the page with the clinic's lines. */
    if (texts->page_ref && (!both || beside)) draw_button(look, &more, more_x, y, 0);
    y += more_h;
    draw_note(view, look, (Rect){main.x, y, main.w, note_h});
}

static void build_small(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect main = chrome_main(view);
    int gap = px(look, 16), y = main.y, bottom = main.y + main.h, title_w = main.w;
    Button more = more_button(view, texts), lines_on = lines_button(view);
    int more_w = int_min(button_width(look, &more), main.w / 2),
        lines_w = int_min(button_width(look, &lines_on), main.w / 2);
    if (has_lines(view)) title_w -= lines_w + gap;
    /* Without room for it here, it stands on the page with the clinic's lines. */
    if (texts->page_ref && (!has_lines(view) || title_w - more_w - gap >= px(look, 380))) {
        draw_button(look, &more, main.x + title_w - more_w, y, more_w);
        title_w -= more_w + gap;
    }
    if (has_lines(view)) draw_button(look, &lines_on, main.x + main.w - lines_w, y, lines_w);
    static const TypeStyle titles[] = {TYPE_H1_SMALL, TYPE_H2, TYPE_H3, TYPE_ROW, TYPE_BUTTON};
    TypeStyle style = titles[0];
    for (size_t t = 0; t < ARRAY_LEN(titles); t++) {
        style = titles[t];
        if (text_height(look, style, texts->title, title_w, 0) <= px(look, 72)) break;
    }
    int title_h = text_height(look, style, texts->title, title_w, 2);
    draw_prose(look, NODE_HEADING, style, texts->title,
               (Rect){main.x, y + int_max(0, px(look, 72) - title_h) / 2, title_w, 0}, view->theme->ink, 2);
    y += px(look, 72 + 16);
    int first_h = (bottom - y - gap) * 54 / 100;
    draw_help_card(view, look, (Rect){main.x, y, main.w, first_h}, &texts->lines[0]);
    y += first_h + gap;
    int second_w = (main.w - gap) * 62 / 100;
    draw_help_card(view, look, (Rect){main.x, y, second_w, bottom - y}, &texts->lines[1]);
    draw_danger_card(view, look, (Rect){main.x + second_w + gap, y, main.w - second_w - gap, bottom - y},
                     texts->danger);
}

/* Where to go on from here, below the line. */
static void draw_reach_deck(const View *view, const Look *look, const CrisisTexts *texts, Rect deck)
{
    Button more = more_button(view, texts), lines_on = lines_button(view);
    int gap = px(look, 12), x = deck.x, y = deck.y;
    if (has_lines(view)) x += draw_button(look, &lines_on, x, y, 0) + gap;
    if (!texts->page_ref) return;
    if (x + button_width(look, &more) > deck.x + deck.w) {
        x = deck.x;
        y += px(look, 72) + gap;
    }
    draw_button(look, &more, x, y, 0);
}

/* Reach mode: the numbers above the line, where to go on from here below it. */
static void build_reach(const View *view, const Look *look, const CrisisTexts *texts)
{
    Rect main = chrome_main(view);
    bool low = main.h < px(look, 400); /* half of a small screen */
    int gap = px(look, 12), y = main.y, bottom = main.y + main.h;
    TypeStyle style =
        low || text_height(look, TYPE_H1_SMALL, texts->title, main.w, 0) > px(look, 64) ? TYPE_H3 : TYPE_H1_SMALL;
    y += draw_prose(look, NODE_HEADING, style, texts->title, (Rect){main.x, y, main.w, 0}, view->theme->ink, 2) + gap;
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT;
    int danger_w = portrait ? main.w : (main.w - gap) * (low ? 44 : 38) / 100,
        second_w = portrait ? main.w : main.w - gap - danger_w;
    int danger_h = danger_card_height(view, look, danger_w, texts->danger),
        rest = bottom - y - gap - (portrait ? danger_h + gap : 0);
    int second_h = int_max(rest * 44 / 100, portrait ? 0 : danger_h), first_h = rest - second_h;
    draw_help_card(view, look, (Rect){main.x, y, main.w, first_h}, &texts->lines[0]);
    y += first_h + gap;
    draw_help_card(view, look, (Rect){main.x, y, second_w, second_h}, &texts->lines[1]);
    Rect danger = portrait ? (Rect){main.x, y + second_h + gap, danger_w, 0}
                           : (Rect){main.x + second_w + gap, y, danger_w, second_h};
    draw_danger_card(view, look, danger, texts->danger);
    draw_reach_deck(view, look, texts, reach_deck(view));
}

static void crisis_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    CrisisTexts texts = crisis_texts(view);
    chrome_top(view, scene, word(view->words, "crisis-place"));
    if (reach_on(view)) {
        build_reach(view, &look, &texts);
        return;
    }
    switch (view->viewport->shape) {
    case SHAPE_LANDSCAPE: build_landscape(view, &look, &texts); break;
    case SHAPE_PORTRAIT: build_portrait(view, &look, &texts); break;
    case SHAPE_SMALL: build_small(view, &look, &texts); break;
    }
}

const ScreenType screen_crisis = {
    .name = "crisis", .dock = DOCK_FULL, .build = crisis_build, .own_view = true, .counts_idle = true};
