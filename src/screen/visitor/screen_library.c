/* screen_library.c - every topic that this kiosk holds. */
#include "screen/frame/chrome.h"
#include "screen/frame/pager.h"

static int pack_pages(const Pack *pack)
{
    const Section *sections = pack->sections.items;
    size_t count = pack->articles.count;
    for (size_t i = 0; i < pack->sections.count; i++) count += sections[i].pages.count;
    return (int)count;
}

/* Chips for its sections, as many as fit in the lines that there are. */
static void draw_sections(const View *view, const Look *look, Rect room, const Pack *pack)
{
    const Section *sections = pack->sections.items;
    int x = room.x, y = room.y, gap = px(look, SPACE_S_U), line = px(look, KEY_U);
    for (size_t i = 0; i < pack->sections.count; i++) {
        const SectionWords *words = pack_section_words(pack, sections[i].id, view->lang);
        Chip chip = {
            .id = arena_format(view->arena, "section.%s.%s", pack->id, sections[i].id),
            .label = words ? words->title : sections[i].id,
            .action = {.kind = ACTION_OPEN_SECTION, .id = arena_format(view->arena, "%s/%s", pack->id, sections[i].id)},
        };
        int width = chip_width(look, &chip);
        if (x > room.x && x + width > room.x + room.w) {
            x = room.x;
            y += line;
        }
        if (y + px(look, BUTTON_U) > room.y + room.h) return;
        draw_chip(look, &chip, x, y + px(look, SPACE_3XS_U));
        x += width + gap;
    }
}

static void draw_pack(const View *view, const Look *look, Rect box, size_t index)
{
    const Theme *theme = view->theme;
    Pack *pack = view->library->packs[index];
    const PackWords *words = pack_words(pack, view->lang);
    const Section *first = pack->sections.count > 0 ? pack->sections.items : NULL;
    Family family = first ? (Family)first->family : FAMILY_LIBRARY;
    const char *title = words && words->title ? words->title : pack->id;
    const char *topics = word_count(view->words, view->arena, "topics-count", (long)pack->sections.count);
    const char *pages = word_count(view->words, view->arena, "pages-count", pack_pages(pack));
    const char *meta = word_fill(
        view->arena, word_with(view->words, view->arena, "library-pack-line", "topics", topics), "pages", pages);
    Action action = index == 0 ? (Action){.kind = ACTION_HOME}
                               : (Action){.kind = ACTION_OPEN_SCREEN, .value = SCREEN_PACK, .id = pack->id};
    int pane_w = px(look, view->viewport->shape == SHAPE_SMALL ? 160 : 232), pad = px(look, SPACE_2XL_U),
        radius = px(look, RADIUS_CARD_U);
    int x = box.x + pane_w + pad, width = box.x + box.w - pad - x, chevron = px(look, ICON_S_U);
    int title_h = text_height(look, TYPE_H2, title, width - chevron, 2),
        head = px(look, SPACE_L_U) + title_h + style_line_px(look, TYPE_META) + px(look, SPACE_S_U);
    Rect top = {box.x, box.y, box.w, int_max(head, px(look, BUTTON_U))};
    int node = scene_node(look->scene, (SceneNode){.role = NODE_CARD,
                                                   .id = arena_format(view->arena, "pack.%s", pack->id),
                                                   .label = arena_format(view->arena, "%s. %s", title, meta),
                                                   .area = top,
                                                   .shape = top,
                                                   .radius_px = radius,
                                                   .action = action});
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card;
    scene_box(look->scene, box, ground, radius);
    scene_box(look->scene, (Rect){box.x, box.y, pane_w + radius, box.h}, theme->picture_ground[family], radius);
    scene_box(look->scene, (Rect){box.x + pane_w, box.y, radius, box.h}, ground, 0);
    ImageRef image = first ? pack_image(pack, view->arena, first->image) : (ImageRef){0};
    int side = int_min(pane_w, box.h) * 84 / 100;
    if (image.path)
        scene_image(look->scene, (Rect){box.x + (pane_w - side) / 2, box.y + (box.h - side) / 2, side, side}, image);
    scene_framed_box(look->scene, box, (Color){0}, radius, theme->line, px(look, theme->hair_u));
    int y = box.y + px(look, SPACE_L_U);
    y += draw_text_max(look, TYPE_H2, title, (Rect){x, y, width - chevron, 0}, theme->ink, 2);
    draw_text_max(look, TYPE_META, meta, (Rect){x, y, width, 0}, theme->ink2, 1);
    scene_icon(look->scene, (Rect){box.x + box.w - pad - chevron, box.y + px(look, 30), chevron, chevron}, "chev",
               theme->ink);
    scene_node_end(look->scene);
    draw_sections(view, look, (Rect){x, box.y + head, width, box.h - head - px(look, SPACE_XS_U)}, pack);
}

/* Two columns where there is room; paged when there are more packs than fit. */
typedef struct Shelves {
    Rect room;
    int columns, rows, height, gap, pages;
} Shelves;

static Shelves shelves(const View *view)
{
    Rect main = chrome_main(view);
    bool wide = view->viewport->shape == SHAPE_LANDSCAPE;
    int title = viewport_px(view->viewport, view->viewport->shape == SHAPE_SMALL ? 76 : 110),
        count = (int)view->library->count;
    Shelves at = {
        .columns = wide ? 2 : 1, .gap = chrome_gutter(view), .room = {main.x, main.y + title, main.w, main.h - title}};
    int least = viewport_px(view->viewport, wide || view->viewport->shape == SHAPE_PORTRAIT ? 264 : 208),
        wanted = int_max(1, (count + at.columns - 1) / at.columns);
    int fits = int_max(1, (at.room.h + at.gap) / (least + at.gap));
    if (wanted > fits) {
        at.room.h -= viewport_px(view->viewport, BUTTON_U) + at.gap;
        fits = int_max(1, (at.room.h + at.gap) / (least + at.gap));
    }
    at.rows = int_min(wanted, fits);
    at.height = int_min(viewport_px(view->viewport, 340), (at.room.h - (at.rows - 1) * at.gap) / at.rows);
    at.pages = int_max(1, (count + at.rows * at.columns - 1) / (at.rows * at.columns));
    return at;
}

static int library_page_count(const View *view) { return shelves(view).pages; }

static void library_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    Rect main = chrome_main(view);
    bool small = view->viewport->shape == SHAPE_SMALL;
    chrome_top(view, scene, word(view->words, "library"));
    draw_prose(&look, NODE_HEADING, small ? TYPE_H1_SMALL : TYPE_H1, word(view->words, "library"),
               (Rect){main.x, main.y + px(&look, small ? 0 : 8), main.w, 0}, view->theme->ink, 1);
    Shelves at = shelves(view);
    int page = int_clamp(view->session->place.page_number, 0, at.pages - 1), per_page = at.rows * at.columns;
    int width = (at.room.w - (at.columns - 1) * at.gap) / at.columns;
    for (int i = page * per_page; i < int_min((int)view->library->count, (page + 1) * per_page); i++) {
        int n = i - page * per_page;
        draw_pack(view, &look,
                  (Rect){at.room.x + n % at.columns * (width + at.gap),
                         at.room.y + n / at.columns * (at.height + at.gap), width, at.height},
                  (size_t)i);
    }
    if (at.pages < 2) return;
    Pager pager = {.page = page,
                   .count = at.pages,
                   .forward = word(view->words, "show-more"),
                   .status = pager_status(view, page, at.pages)};
    pager_draw(view, scene, main, &pager);
}

const ScreenType screen_library = {.name = "library",
                                   .dock = DOCK_FULL,
                                   .page_count = library_page_count,
                                   .build = library_build,
                                   .counts_idle = true};
