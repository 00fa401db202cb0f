/* screen_articles.c - short reads, with their time; chips filter them in place. */
#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/pager.h"
#include "screen/frame/row.h"
#include "screen/frame/view_content.h"

enum { ROW_MIN_U = 104, ROW_MAX_U = 144, TAGS_MAX = 16 };

typedef struct Shelf {
    Pack *pack;
    const PageEntry **entries; /* those that the filter lets through */
    int count;
    const char *tags[TAGS_MAX]; /* in the order of the pack's words; those that at least two articles carry */
    int tag_count;
} Shelf;

static bool page_has_tag(const Page *page, const char *tag)
{
    for (size_t i = 0; i < page->tags.count; i++)
        if (strcmp(page->tags.items[i], tag) == 0) return true;
    return false;
}

static int articles_with_tag(const View *view, Pack *pack, const char *tag)
{
    const PageEntry *entries = pack->articles.items;
    int count = 0;
    for (size_t i = 0; i < pack->articles.count; i++) {
        const Page *page = pack_page(pack, entries[i].id, view->lang);
        if (page && page_has_tag(page, tag)) count++;
    }
    return count;
}

static Shelf shelf_open(const View *view)
{
    Shelf shelf = {.pack = view->library->packs[0]};
    const PageEntry *entries = shelf.pack->articles.items;
    shelf.entries = ARENA_ARRAY(view->arena, const PageEntry *, shelf.pack->articles.count);
    const char *filter = view->session->place.filter;
    /* Another one comes first each week. */
    for (size_t i = 0, count = shelf.pack->articles.count; i < count; i++) {
        const PageEntry *entry = &entries[(view->week + i) % count];
        const Page *page = pack_page(shelf.pack, entry->id, view->lang);
        if (page && (filter[0] == '\0' || page_has_tag(page, filter))) shelf.entries[shelf.count++] = entry;
    }
    const PackWords *words = pack_words(shelf.pack, view->lang);
    const TagWords *tags = words ? words->tags.items : NULL;
    for (size_t i = 0; words && i < words->tags.count && shelf.tag_count < TAGS_MAX; i++) {
        int tagged = articles_with_tag(view, shelf.pack, tags[i].id);
        if (tagged >= 2 && tagged < (int)shelf.pack->articles.count) shelf.tags[shelf.tag_count++] = tags[i].id;
    }
    return shelf;
}

/* Where title, chips and rows stand. */
typedef struct ShelfLayout {
    Rect title, chips, rows;
    int columns, row_h, gap, per_page, pages;
} ShelfLayout;

static const char *shelf_title(const View *view, const Shelf *shelf)
{
    const PackWords *words = pack_words(shelf->pack, view->lang);
    return words && words->articles.title && words->articles.title[0] ? words->articles.title
                                                                      : word(view->words, "articles");
}

static ShelfLayout shelf_layout(const View *view, const Shelf *shelf)
{
    Look look = view_look(view, NULL);
    Rect main = chrome_main(view);
    bool small = view->viewport->shape == SHAPE_SMALL, portrait = view->viewport->shape == SHAPE_PORTRAIT;
    TypeStyle style = small ? TYPE_H1_SMALL : TYPE_H1;
    int title_h = text_height(&look, style, shelf_title(view, shelf), main.w, 2);
    ShelfLayout at = {.columns = portrait ? 1 : 2, .gap = px(&look, small ? 12 : 16)};
    at.title = (Rect){main.x, main.y + px(&look, small ? 0 : 8), main.w, title_h};
    int chips_y = at.title.y + title_h + px(&look, small ? 4 : 12);
    int chips_h = shelf->tag_count > 0 ? px(&look, BUTTON_U) : 0;
    at.chips = (Rect){main.x, chips_y, main.w, chips_h};
    int rows_y = chips_y + chips_h + px(&look, small ? 8 : 20);
    at.rows = (Rect){main.x, rows_y, main.w, main.y + main.h - rows_y};
    int least = px(&look, ROW_MIN_U), wanted = int_max(1, (shelf->count + at.columns - 1) / at.columns);
    int fits = int_max(1, (at.rows.h + at.gap) / (least + at.gap));
    if (wanted > fits) {
        at.rows.h -= px(&look, BUTTON_U) + at.gap;
        fits = int_max(1, (at.rows.h + at.gap) / (least + at.gap));
    }
    int rows = int_min(wanted, fits);
    at.row_h = int_min(px(&look, ROW_MAX_U), (at.rows.h - (rows - 1) * at.gap) / rows);
    at.per_page = rows * at.columns;
    at.pages = int_max(1, (shelf->count + at.per_page - 1) / at.per_page);
    return at;
}

static int articles_page_count(const View *view)
{
    Shelf shelf = shelf_open(view);
    return shelf_layout(view, &shelf).pages;
}

static void draw_filters(const View *view, const Look *look, const Shelf *shelf, Rect room)
{
    if (shelf->tag_count == 0) return;
    const char *filter = view->session->place.filter;
    int x = room.x, y = room.y + px(look, SPACE_3XS_U), gap = px(look, SPACE_S_U);
    Chip all = {
        .id = "filter.all",
        .label = word_count(view->words, view->arena, "articles-all", (long)shelf->pack->articles.count),
        .on = filter[0] == '\0',
        .check = true,
        .action = {.kind = ACTION_FILTER, .id = ""},
    };
    x += draw_chip(look, &all, x, y) + gap;
    for (int i = 0; i < shelf->tag_count; i++) {
        Chip chip = {
            .id = arena_format(view->arena, "filter.%s", shelf->tags[i]),
            .label = pack_tag_title(shelf->pack, shelf->tags[i], view->lang),
            .on = strcmp(filter, shelf->tags[i]) == 0,
            .check = true,
            .action = {.kind = ACTION_FILTER, .id = shelf->tags[i]},
        };
        if (x + chip_width(look, &chip) > room.x + room.w) return;
        x += draw_chip(look, &chip, x, y) + gap;
    }
}

static void draw_article_row(const View *view, const Look *look, Rect box, const Shelf *shelf, const PageEntry *entry)
{
    const Page *page = pack_page(shelf->pack, entry->id, view->lang);
    if (!page) return;
    Row row = {
        .id = arena_format(view->arena, "article.%s", entry->id),
        .title = page->title,
        .meta = word_count(view->words, view->arena, "minutes-short", page_minutes(page)),
        .image = pack_image(shelf->pack, view->arena, entry->image),
        .family = FAMILY_LIBRARY,
        .action = {.kind = ACTION_OPEN_PAGE, .id = arena_format(view->arena, "%s/%s", shelf->pack->id, entry->id)},
    };
    row_draw(look, box, &row);
}

static void articles_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    Shelf shelf = shelf_open(view);
    ShelfLayout at = shelf_layout(view, &shelf);
    chrome_top(view, scene, word(view->words, "articles"));
    TypeStyle style = view->viewport->shape == SHAPE_SMALL ? TYPE_H1_SMALL : TYPE_H1;
    draw_prose(&look, NODE_HEADING, style, shelf_title(view, &shelf), at.title, view->theme->ink, 2);
    draw_filters(view, &look, &shelf, at.chips);
    int page = int_clamp(view->session->place.page_number, 0, at.pages - 1);
    int width = (at.rows.w - (at.columns - 1) * chrome_gutter(view)) / at.columns;
    for (int i = page * at.per_page; i < int_min(shelf.count, (page + 1) * at.per_page); i++) {
        int n = i - page * at.per_page;
        Rect box = {at.rows.x + n % at.columns * (width + chrome_gutter(view)),
                    at.rows.y + n / at.columns * (at.row_h + at.gap), width, at.row_h};
        draw_article_row(view, &look, box, &shelf, shelf.entries[i]);
    }
    if (shelf.count == 0)
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "articles-none"), at.rows, view->theme->ink, 0);
    if (at.pages < 2) return;
    Pager pager = {.page = page,
                   .count = at.pages,
                   .forward = word(view->words, "show-more"),
                   .status = pager_status(view, page, at.pages)};
    pager_draw(view, scene, chrome_main(view), &pager);
}

const ScreenType screen_articles = {.name = "articles",
                                    .dock = DOCK_FULL,
                                    .page_count = articles_page_count,
                                    .build = articles_build,
                                    .counts_idle = true};
