/* screen_lines.c - more people one can reach: the clinic's lines for this place, numbers large, in pages. */
#include <string.h>

#include "screen/crisis/helplines.h"
#include "screen/frame/pager.h"

enum { LINE_MIN_U = 190, LINE_SMALL_U = 168 };

typedef struct LinesLayout {
    Rect title, cards;
    int columns, rows, height, gap, pages;
} LinesLayout;

/* "For young people. Text CONNECT to 686868" */
static const char *line_note(const View *view, const LocalLine *line)
{
    const char *note = words_in(&line->line, view->lang).text;
    if (!line->text_to.number) return note;
    Word what = words_in(&line->text_to.word, view->lang);
    const char *how = arena_format(view->arena, "%s %s", word(view->words, "contact-text"), line->text_to.number);
    if (what.text)
        how = word_fill(view->arena, word_with(view->words, view->arena, "contact-text-word", "word", what.text),
                        "number", line->text_to.number);
    return arena_format(view->arena, "%s %s.", note, how);
}

/* What the fullest card needs beside its code, with the number in its smallest size. */
static int card_least(const View *view, const Look *look, int width)
{
    const LocalLine *lines = view->site->crisis.items;
    int words_w = width - px(look, 2 * 40 + 200 + 24), least = 0;
    for (size_t i = 0; i < view->site->crisis.count; i++) {
        int name = text_height(look, TYPE_ROW, words_in(&lines[i].name, view->lang).text, words_w, 3);
        least = int_max(least, name + text_height(look, TYPE_META, line_note(view, &lines[i]), words_w, 4));
    }
    return least + px(look, 60 + 2 * 6 + 2 * 16 + 4);
}

static LinesLayout lines_layout(const View *view, const Look *look)
{
    Rect main = chrome_main(view);
    bool small = view->viewport->shape == SHAPE_SMALL, portrait = view->viewport->shape == SHAPE_PORTRAIT;
    LinesLayout at = {.columns = portrait ? 1 : 2, .gap = chrome_gutter(view)};
    int title = int_max(px(look, BUTTON_U), text_height(look, small ? TYPE_H2 : TYPE_H1_SMALL,
                                                        word(view->words, "crisis-more-lines"), main.w, 2));
    int count = (int)view->site->crisis.count, top = main.y + title + px(look, small ? 8 : 24),
        least = px(look, small ? LINE_SMALL_U : LINE_MIN_U);
    /* On a small display two stand side by side only where the words are short and small enough for it. */
    int pager = px(look, BUTTON_U) + at.gap, half = card_least(view, look, (main.w - at.gap) / 2);
    if (small && half > main.y + main.h - top - pager) at.columns = 1;
    least = int_max(least, at.columns == 2 ? half : card_least(view, look, main.w));
    at.title = (Rect){main.x, main.y, main.w, title};
    at.cards = (Rect){main.x, top, main.w, main.y + main.h - top};
    int wanted = (count + at.columns - 1) / at.columns;
    at.rows = (at.cards.h + at.gap) / (least + at.gap);
    if (wanted > at.rows) {
        at.cards.h -= pager;
        at.rows = int_max(1, (at.cards.h + at.gap) / (least + at.gap));
    } else {
        at.rows = int_max(1, wanted);
    }
    at.pages = int_max(1, (count + at.columns * at.rows - 1) / (at.columns * at.rows));
    at.height = int_min((at.cards.h - (at.rows - 1) * at.gap) / at.rows, int_max(least, px(look, 260)));
    return at;
}

static int lines_page_count(const View *view)
{
    Look look = view_look(view, NULL);
    return lines_layout(view, &look).pages;
}

/* What happens when one calls, beside the title if there is room. */
static void draw_read_button(const View *view, const Look *look, Rect title)
{
    const Pack *pack = view->library->count > 0 ? view->library->packs[0] : NULL;
    TypeStyle style = view->viewport->shape == SHAPE_SMALL ? TYPE_H2 : TYPE_H1_SMALL;
    if (!pack || !pack->has_crisis_page) return;
    Button read = {
        .id = "crisis.read",
        .label = word(view->words, "crisis-read"),
        .icon_after = "next",
        .action = {.kind = ACTION_OPEN_PAGE, .id = arena_format(view->arena, "%s/crisis", pack->id)},
    };
    int width = button_width(look, &read);
    if (text_width(look, style, word(view->words, "crisis-more-lines")) + width + px(look, SPACE_3XL_U) > title.w)
        return;
    draw_button(look, &read, title.x + title.w - width, title.y, 0);
}

static void lines_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    LinesLayout at = lines_layout(view, &look);
    chrome_top(view, scene, word(view->words, "crisis-place"));
    TypeStyle style = view->viewport->shape == SHAPE_SMALL ? TYPE_H2 : TYPE_H1_SMALL;
    const char *title = word(view->words, "crisis-more-lines");
    int drop = (at.title.h - text_height(&look, style, title, at.title.w, 2)) / 2;
    draw_prose(&look, NODE_HEADING, style, title, (Rect){at.title.x, at.title.y + drop, at.title.w, 0},
               view->theme->ink, 2);
    draw_read_button(view, &look, at.title);
    int page = int_clamp(view->session->place.page_number, 0, at.pages - 1), each = at.columns * at.rows,
        count = (int)view->site->crisis.count;
    int width = (at.cards.w - (at.columns - 1) * at.gap) / at.columns;
    const LocalLine *lines = view->site->crisis.items;
    for (int i = page * each; i < int_min(count, (page + 1) * each); i++) {
        int n = i - page * each;
        Rect box = {at.cards.x + n % at.columns * (width + at.gap), at.cards.y + n / at.columns * (at.height + at.gap),
                    width, at.height};
        Word name = words_in(&lines[i].name, view->lang);
        HelpCard card = {
            .name = name.text, .number = lines[i].number, .note = line_note(view, &lines[i]), .code = true};
        Look own = look;
        own.lang = name.lang;
        draw_help_card(view, &own, box, &card);
    }
    if (at.pages < 2) return;
    Pager pager = {.page = page,
                   .count = at.pages,
                   .forward = word(view->words, "show-more"),
                   .end = word(view->words, "reading-top"),
                   .status = pager_status(view, page, at.pages)};
    pager_draw(view, scene, chrome_main(view), &pager);
}

const ScreenType screen_lines = {
    .name = "lines", .dock = DOCK_FULL, .page_count = lines_page_count, .build = lines_build, .counts_idle = true};
