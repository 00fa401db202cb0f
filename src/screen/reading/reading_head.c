/* reading_head.c - what stands above the text: title, reading time, and the chips that jump to its parts. */
#include <string.h>

#include "screen/reach/reach.h"
#include "screen/reading/reading.h"
#include "screen/reading/reading_head.h"
#include "screen/frame/view_content.h"

enum { CHIP_GAP_U = 12, CHIP_LINE_U = 72, META_GAP_U = 12 };

static TypeStyle title_style(const View *view)
{
    return view->viewport->shape == SHAPE_SMALL ? TYPE_H1_SMALL : TYPE_H1;
}

/* Looks in the page's own language, since its words are drawn with it. */
static Look head_look(const View *view, const Reading *reading, Scene *scene)
{
    Look look = view_look(view, scene);
    look.lang = reading->page->lang;
    return look;
}

static const char *meta_line(const View *view, const Reading *reading)
{
    const Page *page = reading->page;
    bool article = reading->placed && !reading->place.section;
    const char *time =
        word_count(view->words, view->arena, article ? "article-time-long" : "reading-time", page_minutes(page));
    if (strcmp(page->lang, view->lang) != 0) {
        const char *key = arena_format(view->arena, "in-language-%s", page->lang);
        const char *in_language = words_has(page->lang) ? word(view->words, key) : page->lang;
        return word_with(view->words, view->arena, "untranslated-line", "in-language", in_language);
    }
    if (!page->also || page->also[0] == '\0') return time;
    return arena_format(view->arena, "%s  ·  %s", time, page->also);
}

typedef struct ChipPlace {
    Chip chip;
    int part, x, line;
} ChipPlace;

static Chip part_chip(const View *view, const Reading *reading, int part, int current)
{
    return (Chip){
        .id = arena_format(view->arena, "part.%d", part),
        .label = ((const PagePart *)reading->page->parts.items)[part].title,
        .on = part == current,
        .action = {.kind = ACTION_TURN_TO, .at = part + 1},
    };
}

/* Places the chips in lines. A small screen has room for one line: it shows those round the present part. */
static int place_chips(const View *view, const Look *look, const Reading *reading, int current, ChipPlace *places,
                       int *shown)
{
    int count = (int)reading->page->parts.count, gap = px(look, CHIP_GAP_U), x = 0, line = 0;
    bool one_line = view->viewport->shape == SHAPE_SMALL;
    *shown = 0;
    for (int i = 0; i < count; i++) {
        Chip chip = part_chip(view, reading, i, current);
        int width = chip_width(look, &chip);
        if (x > 0 && x + width > reading->column.w) {
            if (one_line && i > current) break;
            if (one_line) *shown = 0;
            x = 0;
            if (!one_line) line++;
        }
        places[(*shown)++] = (ChipPlace){chip, i, x, line};
        x += width + gap;
    }
    return line + 1;
}

static bool has_chips(const Reading *reading) { return reading->page->parts.count > 1; }

void reading_head_layout(const View *view, Reading *reading)
{
    Look look = head_look(view, reading, NULL);
    bool small = view->viewport->shape == SHAPE_SMALL;
    int title = text_height(&look, title_style(view), reading->page->title, reading->column.w, 2);
    reading->title_h =
        px(&look, small ? 0 : 8) + title + px(&look, META_GAP_U) + px(&look, SPACE_3XL_U) + px(&look, small ? 4 : 16);
    reading->chips_h = 0;
    if (!has_chips(reading) || reach_on(view)) return;
    ChipPlace *places = ARENA_ARRAY(view->arena, ChipPlace, reading->page->parts.count);
    int shown;
    int lines = place_chips(view, &look, reading, 0, places, &shown);
    reading->chips_h =
        lines * px(&look, CHIP_LINE_U) + (lines - 1) * px(&look, SPACE_3XS_U) + px(&look, small ? 4 : 12);
}

/* The part that was asked for, while it is in sight; otherwise the one at the top. */
static int reading_current_part(const View *view, const Reading *reading, int page)
{
    if (page >= reading->text_pages) return -1;
    int meant = view->session->place.part;
    bool here = meant >= 0 &&
                (int)flow_page_of_part(&reading->flow, reading->pages, (size_t)reading->text_pages, meant) == page;
    return here ? meant : reading->pages[page].part;
}

static void draw_chips(const View *view, const Look *look, const Reading *reading, int page, int y)
{
    if (!has_chips(reading)) return;
    ChipPlace *places = ARENA_ARRAY(view->arena, ChipPlace, reading->page->parts.count);
    int shown, current = reading_current_part(view, reading, page);
    place_chips(view, look, reading, current, places, &shown);
    for (int i = 0; i < shown; i++) {
        ChipPlace *place = &places[i];
        place->chip.action.value =
            (int)flow_page_of_part(&reading->flow, reading->pages, (size_t)reading->text_pages, place->part);
        draw_chip(look, &place->chip, place->x,
                  y + px(look, SPACE_3XS_U) + place->line * (px(look, CHIP_LINE_U) + px(look, SPACE_3XS_U)));
    }
}

int reading_head_draw(const View *view, Scene *scene, const Reading *reading, int page)
{
    Look look = head_look(view, reading, scene);
    int y = 0;
    if (page == 0) {
        ImageRef image =
            reading->placed ? pack_image(reading->pack, view->arena, reading->place.entry->image) : (ImageRef){0};
        if (view->viewport->shape == SHAPE_PORTRAIT && image.path) {
            int height = px(&look, 376);
            draw_picture_pane(&look, (Rect){0, 0, reading->column.w, height}, px(&look, SPACE_XL_U), reading->family,
                              image, px(&look, 340));
            y += height + px(&look, SPACE_XL_U);
        }
        int top = y + px(&look, view->viewport->shape == SHAPE_SMALL ? 0 : 8);
        top += draw_prose(&look, NODE_HEADING, title_style(view), reading->page->title,
                          (Rect){0, top, reading->column.w, 0}, view->theme->ink, 2);
        const char *meta = meta_line(view, reading);
        Look words = view_look(view, scene);
        draw_prose(&words, NODE_TEXT, TYPE_META, meta, (Rect){0, top + px(&look, META_GAP_U), reading->column.w, 0},
                   view->theme->ink2, 1);
        scene->nodes[scene->node_count - 1].lang = view->lang;
        y += reading->title_h;
    }
    if (!reach_on(view)) draw_chips(view, &look, reading, page, y);
    return y + reading->chips_h + px(&look, SPACE_S_U);
}

void reading_head_deck(const View *view, Scene *scene, const Reading *reading, int page, int x, int y)
{
    Look look = head_look(view, reading, scene);
    int current = reading_current_part(view, reading, page), count = (int)reading->page->parts.count;
    for (int i = 0; has_chips(reading) && i < count; i++) {
        Chip chip = part_chip(view, reading, i, current);
        chip.action.value = (int)flow_page_of_part(&reading->flow, reading->pages, (size_t)reading->text_pages, i);
        draw_chip(&look, &chip, x, y + px(&look, SPACE_3XS_U));
    }
}
