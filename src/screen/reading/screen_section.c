/* screen_section.c - what a section is, and its pages. */
#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/pager.h"
#include "screen/frame/row.h"

enum {
    PANE_PORTRAIT_U = 392,
    PANE_SMALL_U = 84,
    PANE_U = 560,
    CARD_PANE_U = 176,
    COUNT_TEXT_U = 40,
    COUNT_LINE_U = 50,
};

typedef struct SectionView {
    Pack *pack;
    const Section *section;
    const SectionWords *words;
    const char *title;
} SectionView;

static bool section_view(const View *view, SectionView *out)
{
    const char *id;
    out->pack = library_find(view->library, view->session->place.ref, &id);
    out->section = out->pack ? pack_section(out->pack, id) : NULL;
    if (!out->section) return false;
    out->words = pack_section_words(out->pack, id, view->lang);
    out->title = out->words ? out->words->title : id;
    return out->section->pages.count > 0;
}

/* The grid of page cards: how many columns and rows fit, and so how many pages it is cut into. */
typedef struct Grid {
    Rect room; /* of the cards alone */
    int columns, rows, card_h, gap;
    int per_page, pages;
} Grid;

enum { CARD_MIN_U = 160, CARD_MAX_U = 230 };

/* The panel's first page has a button of its own, so that the cards are the others. */
static int card_count(const SectionView *section) { return (int)section->section->pages.count - 1; }

static Rect panel_box(const View *view)
{
    Rect main = chrome_main(view);
    switch (view->viewport->shape) {
    case SHAPE_PORTRAIT: return (Rect){main.x, main.y, main.w, viewport_px(view->viewport, PANE_PORTRAIT_U)};
    case SHAPE_SMALL: return (Rect){main.x, main.y, main.w, viewport_px(view->viewport, PANE_SMALL_U)};
    case SHAPE_LANDSCAPE: break;
    }
    return (Rect){main.x, main.y, viewport_px(view->viewport, PANE_U), main.h};
}

/* Where the line above the cards stands; empty on a small screen. */
static Rect heading_box(const View *view)
{
    Rect main = chrome_main(view), panel = panel_box(view);
    int height = viewport_px(view->viewport, KEY_U);
    switch (view->viewport->shape) {
    case SHAPE_PORTRAIT: return (Rect){main.x, panel.y + panel.h, main.w, height};
    case SHAPE_SMALL: return (Rect){0};
    case SHAPE_LANDSCAPE: break;
    }
    int x = panel.x + panel.w + viewport_px(view->viewport, SPACE_5XL_U);
    return (Rect){x, main.y, main.x + main.w - x, height};
}

static Grid section_grid(const View *view, const SectionView *section)
{
    Rect main = chrome_main(view), panel = panel_box(view), heading = heading_box(view);
    Grid grid = {.gap = viewport_px(view->viewport, view->viewport->shape == SHAPE_SMALL ? 16 : 24)};
    grid.columns = view->viewport->shape == SHAPE_PORTRAIT ? 1 : 2;
    int top = heading.h > 0 ? heading.y + heading.h : panel.y + panel.h;
    grid.room =
        (Rect){heading.h > 0 ? heading.x : main.x, top, heading.h > 0 ? heading.w : main.w, main.y + main.h - top};
    int least = viewport_px(view->viewport, CARD_MIN_U), most = viewport_px(view->viewport, CARD_MAX_U);
    int count = card_count(section), wanted = int_max(1, (count + grid.columns - 1) / grid.columns);
    int fits = int_max(1, (grid.room.h + grid.gap) / (least + grid.gap));
    if (wanted > fits) {
        grid.room.h -= pager_height(view);
        fits = int_max(1, (grid.room.h + grid.gap) / (least + grid.gap));
    }
    grid.rows = int_min(wanted, fits);
    grid.card_h = int_min(most, (grid.room.h - (grid.rows - 1) * grid.gap) / grid.rows);
    grid.per_page = grid.rows * grid.columns;
    grid.pages = int_max(1, (count + grid.per_page - 1) / grid.per_page);
    return grid;
}

static void draw_card_words(const Look *look, Rect box, const char *title, const char *line)
{
    int room = box.h - 2 * px(look, SPACE_S_U), gap = px(look, SPACE_2XS_U);
    static const TypeStyle heads[] = {TYPE_H3, TYPE_BUTTON, TYPE_META};
    TypeStyle head = heads[0];
    for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
        head = heads[i];
        if (text_fits(look, head, title, box.w, i == 0 ? 2 : 3) && text_height(look, head, title, box.w, 3) <= room)
            break;
    }
    int title_h = text_height(look, head, title, box.w, 3);
    /* The summary gives way to the title, and shrinks before it is cut. */
    TypeStyle style = TYPE_TEXT;
    int lines = int_max(0, (room - title_h - gap) / style_line_px(look, style));
    if (lines * style_line_px(look, style) < text_height(look, style, line, box.w, 0)) {
        style = TYPE_META;
        lines = int_max(0, (room - title_h - gap) / style_line_px(look, style));
    }
    bool fits = lines > 0 && text_height(look, style, line, box.w, 0) <= lines * style_line_px(look, style);
    int line_h = fits ? gap + text_height(look, style, line, box.w, 0) : 0;
    int y = box.y + (box.h - title_h - line_h) / 2;
    draw_text_max(look, head, title, (Rect){box.x, y, box.w, 0}, look->theme->ink, 3);
    if (fits) draw_text(look, style, line, (Rect){box.x, y + title_h + gap, box.w, 0}, look->theme->ink);
}

static const char *card_line(const Page *page) { return page->line && page->line[0] ? page->line : page->summary; }

static void draw_page_card(const View *view, const Look *look, Rect box, const SectionView *section,
                           const PageEntry *entry)
{
    const Theme *theme = view->theme;
    const Page *page = pack_page(section->pack, entry->id, view->lang);
    if (!page) return;
    const char *const words[] = {page->title, card_line(page)};
    int node =
        scene_node(look->scene, (SceneNode){
                                    .role = NODE_CARD,
                                    .id = arena_format(view->arena, "page.%s", entry->id),
                                    .label = speech_join(view->arena, words, ARRAY_LEN(words)),
                                    .lang = strcmp(page->lang, view->lang) == 0 ? NULL : page->lang,
                                    .area = box,
                                    .radius_px = px(look, RADIUS_CARD_U),
                                    .action = {.kind = ACTION_OPEN_PAGE,
                                               .id = arena_format(view->arena, "%s/%s", section->pack->id, entry->id)},
                                });
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card;
    int radius = px(look, RADIUS_CARD_U), pane_w = int_min(px(look, CARD_PANE_U), box.h);
    scene_box(look->scene, box, ground, radius);
    scene_box(look->scene, (Rect){box.x, box.y, pane_w + radius, box.h},
              theme->picture_ground[section->section->family], radius);
    scene_box(look->scene, (Rect){box.x + pane_w, box.y, radius, box.h}, ground, 0);
    int side = int_min(pane_w, box.h) * 86 / 100;
    ImageRef image = pack_image(section->pack, view->arena, entry->image);
    if (image.path)
        scene_image(look->scene, (Rect){box.x + (pane_w - side) / 2, box.y + (box.h - side) / 2, side, side}, image);
    scene_framed_box(look->scene, box, (Color){0}, radius, theme->line, px(look, theme->hair_u));
    int x = box.x + pane_w + px(look, SPACE_2XL_U);
    draw_card_words(look, (Rect){x, box.y, box.x + box.w - px(look, SPACE_L_U) - x, box.h}, page->title,
                    card_line(page));
    scene_node_end(look->scene);
}

static Button start_button(const View *view, const SectionView *section)
{
    const PageEntry *first = section->section->pages.items;
    const Page *page = pack_page(section->pack, first->id, view->lang);
    return (Button){
        .id = "start",
        .label = word_with(view->words, view->arena, "section-start", "page", page ? page->title : first->id),
        .icon_after = "next",
        .primary = true,
        .said = true, /* the first page has no card */
        .action = {.kind = ACTION_OPEN_PAGE, .id = arena_format(view->arena, "%s/%s", section->pack->id, first->id)},
    };
}

/* Without the page's title where both do not fit. */
static void fit_label(const View *view, const Look *look, Button *button, int width)
{
    if (button_width(look, button) > width) button->label = word(view->words, "checkin-start");
}

static void draw_panel(const View *view, const Look *look, Rect box, const SectionView *section)
{
    const Theme *theme = view->theme;
    ImageRef image = pack_image(section->pack, view->arena, section->section->image);
    const char *intro = section->words && section->words->intro ? section->words->intro : "";
    Button start = start_button(view, section);
    Family family = (Family)section->section->family;
    if (view->viewport->shape == SHAPE_SMALL) {
        fit_label(view, look, &start, box.w / 2);
        int button = button_width(look, &start), width = box.w - button - px(look, SPACE_XL_U);
        draw_prose(look, NODE_HEADING, TYPE_H1_SMALL, section->title, (Rect){box.x, box.y, width, 0}, theme->ink, 1);
        draw_button(look, &start, box.x + box.w - button, box.y, button);
        return;
    }
    Color ground = theme->high_contrast ? theme->card : theme->family[family].tint;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_XL_U), theme->high_contrast ? theme->line : ground,
                     px(look, theme->hair_u));
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT;
    int pad = px(look, portrait ? 32 : 48), side = px(look, portrait ? 304 : 296);
    if (!portrait) side = panel_picture_side(look, box, section->title, intro, side);
    Rect picture = portrait ? (Rect){box.x + pad, box.y + (box.h - side) / 2, side, side}
                            : (Rect){box.x + (box.w - side) / 2, box.y + px(look, SPACE_4XL_U), side, side};
    if (image.path) draw_picture_pane(look, picture, px(look, SPACE_XL_U), family, image, side);
    int x = portrait ? picture.x + side + px(look, SPACE_3XL_U) : box.x + pad;
    int y = portrait ? box.y + pad : picture.y + side + px(look, SPACE_M_U), width = box.x + box.w - pad - x;
    y += draw_prose(look, NODE_HEADING, portrait ? TYPE_H1_SMALL : TYPE_H1, section->title, (Rect){x, y, width, 0},
                    theme->ink, 2) +
         px(look, SPACE_XS_U);
    int bottom = box.y + box.h - px(look, portrait ? 28 : 40) - px(look, BUTTON_U);
    TypeStyle style = TYPE_READ;
    if (y + text_height(look, style, intro, width, 0) > bottom - px(look, SPACE_XS_U)) style = TYPE_TEXT;
    if (y + text_height(look, style, intro, width, 0) > bottom - px(look, SPACE_XS_U)) style = TYPE_META;
    int lines = int_max(0, (bottom - px(look, SPACE_XS_U) - y) / style_line_px(look, style));
    if (lines > 0) draw_prose(look, NODE_TEXT, style, intro, (Rect){x, y, width, 0}, theme->ink, lines);
    fit_label(view, look, &start, width);
    draw_button(look, &start, x, bottom, 0);
}

static int section_page_count(const View *view)
{
    SectionView section;
    if (!section_view(view, &section)) return 1;
    return section_grid(view, &section).pages;
}

static void draw_grid(const View *view, const Look *look, const SectionView *section, const Grid *grid, int page)
{
    const PageEntry *entries = (const PageEntry *)section->section->pages.items + 1;
    int count = card_count(section), width = (grid->room.w - (grid->columns - 1) * grid->gap) / grid->columns;
    for (int i = page * grid->per_page; i < int_min(count, (page + 1) * grid->per_page); i++) {
        int at = i - page * grid->per_page;
        Rect box = {grid->room.x + at % grid->columns * (width + grid->gap),
                    grid->room.y + at / grid->columns * (grid->card_h + grid->gap), width, grid->card_h};
        draw_page_card(view, look, box, section, &entries[i]);
    }
}

static void section_build(const View *view, Scene *scene)
{
    SectionView section;
    Look look = view_look(view, scene);
    if (!section_view(view, &section)) {
        chrome_top(view, scene, "");
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "section-empty"), chrome_main(view), view->theme->ink,
                   0);
        return;
    }
    chrome_top(view, scene, section.title);
    draw_panel(view, &look, panel_box(view), &section);
    Rect heading = heading_box(view);
    const char *line = section.words && section.words->line ? section.words->line : "";
    if (heading.h > 0) {
        scene_text_node(scene, NODE_HEADING, line, heading);
        TextSpan span = {line, FACE_HEAD_MEDIUM, px(&look, COUNT_TEXT_U)};
        TextStyle how = {.line_px = px(&look, COUNT_LINE_U), .width_px = heading.w, .max_lines = 1};
        draw_layout(&look, text_layout(view->text, view->lang, &span, 1, &how), heading.x, heading.y + px(&look, 10),
                    view->theme->ink);
    }
    Grid grid = section_grid(view, &section);
    int page = int_clamp(view->session->place.page_number, 0, grid.pages - 1);
    draw_grid(view, &look, &section, &grid, page);
    if (grid.pages < 2) return;
    int from = page * grid.per_page + 1, to = int_min(card_count(&section), (page + 1) * grid.per_page);
    const char *status =
        word_with(view->words, view->arena, "section-range", "from", arena_format(view->arena, "%d", from));
    status = word_fill(view->arena, status, "to", arena_format(view->arena, "%d", to));
    status = word_fill(view->arena, status, "n", arena_format(view->arena, "%d", card_count(&section)));
    Rect main = chrome_main(view);
    Rect room = {grid.room.x, main.y, grid.room.w, main.h};
    Pager pager = {
        .page = page,
        .count = grid.pages,
        .forward = word_count(view->words, view->arena, "section-more", card_count(&section) - to),
        .status = status,
    };
    pager_draw(view, scene, room, &pager);
}

const ScreenType screen_section = {.name = "section",
                                   .dock = DOCK_FULL,
                                   .page_count = section_page_count,
                                   .build = section_build,
                                   .counts_idle = true};
