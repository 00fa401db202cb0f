/* screen_pack.c - the home of a pack other than the first: what it is, and each section with its pages as chips. */
#include <string.h>

#include "screen/frame/chrome.h"
#include "screen/frame/pager.h"
#include "screen/frame/row.h"

/* The pack that the place names; NULL if it is gone. */
static Pack *place_pack(const View *view)
{
    const char *ref = view->session->place.ref;
    size_t length = strcspn(ref, "/");
    for (size_t i = 0; i < view->library->count; i++) {
        Pack *pack = view->library->packs[i];
        if (strlen(pack->id) == length && strncmp(pack->id, ref, length) == 0) return pack;
    }
    return NULL;
}

static Rect panel_box(const View *view)
{
    Rect main = chrome_main(view);
    switch (view->viewport->shape) {
    case SHAPE_PORTRAIT: return (Rect){main.x, main.y, main.w, viewport_px(view->viewport, 392)};
    case SHAPE_SMALL: return (Rect){main.x, main.y, main.w, viewport_px(view->viewport, STRIP_U)};
    case SHAPE_LANDSCAPE: break;
    }
    return (Rect){main.x, main.y, viewport_px(view->viewport, 560), main.h};
}

static Button start_button(const View *view, Pack *pack)
{
    const Section *first = pack->sections.items;
    const PageEntry *entry = first->pages.items;
    const Page *page = pack_page(pack, entry->id, view->lang);
    return (Button){
        .id = "start",
        .label = word_with(view->words, view->arena, "section-start", "page", page ? page->title : entry->id),
        .icon_after = "next",
        .primary = true,
        .action = {.kind = ACTION_OPEN_PAGE, .id = arena_format(view->arena, "%s/%s", pack->id, entry->id)},
    };
}

/* Without the page's title where both do not fit. */
static void fit_label(const View *view, const Look *look, Button *button, int width)
{
    if (button_width(look, button) > width) button->label = word(view->words, "checkin-start");
}

static void draw_panel(const View *view, const Look *look, Rect box, Pack *pack)
{
    const Theme *theme = view->theme;
    const PackWords *words = pack_words(pack, view->lang);
    const Section *first = pack->sections.items;
    const char *title = words && words->title ? words->title : pack->id,
               *summary = words && words->summary ? words->summary : "";
    Button start = start_button(view, pack);
    if (view->viewport->shape == SHAPE_SMALL) {
        fit_label(view, look, &start, box.w / 2);
        int button = button_width(look, &start), width = box.w - button - px(look, SPACE_XL_U);
        TypeStyle style = text_width(look, TYPE_H1_SMALL, title) <= width ? TYPE_H1_SMALL : TYPE_H3;
        Look fixed = *look;
        fixed.text_step = 0; /* the line is as high as the button beside it */
        draw_prose(&fixed, NODE_HEADING, style, title, (Rect){box.x, box.y, width, 0}, theme->ink,
                   style == TYPE_H3 ? 2 : 1);
        draw_button(look, &start, box.x + box.w - button, box.y, button);
        return;
    }
    bool portrait = view->viewport->shape == SHAPE_PORTRAIT;
    Family family = (Family)first->family;
    Color ground = theme->high_contrast ? theme->card : theme->family[family].tint;
    scene_framed_box(look->scene, box, ground, px(look, SPACE_XL_U), theme->high_contrast ? theme->line : ground,
                     px(look, theme->hair_u));
    int pad = px(look, portrait ? 32 : 48), side = px(look, portrait ? 304 : 280);
    if (!portrait) side = panel_picture_side(look, box, title, summary, side);
    Rect picture = portrait ? (Rect){box.x + pad, box.y + (box.h - side) / 2, side, side}
                            : (Rect){box.x + (box.w - side) / 2, box.y + px(look, 36), side, side};
    ImageRef image = pack_image(pack, view->arena, first->image);
    if (image.path) draw_picture_pane(look, picture, px(look, SPACE_XL_U), family, image, side);
    int x = portrait ? picture.x + side + px(look, SPACE_3XL_U) : box.x + pad,
        y = portrait ? box.y + pad : picture.y + side + px(look, SPACE_L_U);
    int width = box.x + box.w - pad - x, bottom = box.y + box.h - px(look, portrait ? 28 : 40) - px(look, BUTTON_U);
    y += draw_prose(look, NODE_HEADING, TYPE_H1_SMALL, title, (Rect){x, y, width, 0}, theme->ink, 3) +
         px(look, SPACE_XS_U);
    TypeStyle style =
        y + text_height(look, TYPE_TEXT, summary, width, 0) <= bottom - px(look, SPACE_XS_U) ? TYPE_TEXT : TYPE_META;
    int lines = int_max(0, (bottom - px(look, SPACE_XS_U) - y) / style_line_px(look, style));
    if (lines > 0) draw_prose(look, NODE_TEXT, style, summary, (Rect){x, y, width, 0}, theme->ink, lines);
    fit_label(view, look, &start, width);
    draw_button(look, &start, x, bottom, 0);
}

/* Title and line open the section; its first pages are chips under it. */
static void draw_section(const View *view, const Look *look, Rect box, Pack *pack, const Section *section)
{
    const Theme *theme = view->theme;
    const SectionWords *words = pack_section_words(pack, section->id, view->lang);
    const char *title = words ? words->title : section->id, *line = words && words->line ? words->line : "";
    int pane_w = int_min(px(look, view->viewport->shape == SHAPE_SMALL ? 120 : 232), box.h),
        radius = px(look, RADIUS_CARD_U), pad = px(look, SPACE_2XL_U);
    int x = box.x + pane_w + pad, width = box.x + box.w - pad - x,
        head = int_max(px(look, BUTTON_U),
                       px(look, SPACE_M_U) + style_line_px(look, TYPE_H3) + style_line_px(look, TYPE_META));
    Rect top = {box.x, box.y, box.w, head};
    int node = scene_node(look->scene,
                          (SceneNode){.role = NODE_CARD,
                                      .id = arena_format(view->arena, "section.%s", section->id),
                                      .label = arena_format(view->arena, "%s. %s", title, line),
                                      .area = top,
                                      .shape = top,
                                      .radius_px = radius,
                                      .action = {.kind = ACTION_OPEN_SECTION,
                                                 .id = arena_format(view->arena, "%s/%s", pack->id, section->id)}});
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card;
    scene_box(look->scene, box, ground, radius);
    scene_box(look->scene, (Rect){box.x, box.y, pane_w + radius, box.h}, theme->picture_ground[section->family],
              radius);
    scene_box(look->scene, (Rect){box.x + pane_w, box.y, radius, box.h}, ground, 0);
    ImageRef image = pack_image(pack, view->arena, section->image);
    int side = pane_w * 84 / 100;
    if (image.path)
        scene_image(look->scene, (Rect){box.x + (pane_w - side) / 2, box.y + (box.h - side) / 2, side, side}, image);
    scene_framed_box(look->scene, box, (Color){0}, radius, theme->line, px(look, theme->hair_u));
    int y = box.y + px(look, SPACE_S_U);
    y += draw_text_max(look, TYPE_H3, title, (Rect){x, y, width, 0}, theme->ink, 1);
    draw_text_max(look, TYPE_META, line, (Rect){x, y, width, 0}, theme->ink2, 1);
    scene_node_end(look->scene);
    const PageEntry *pages = section->pages.items;
    int cx = x, cy = box.y + head + px(look, SPACE_3XS_U);
    for (size_t i = 0; i < section->pages.count; i++) {
        const Page *page = pack_page(pack, pages[i].id, view->lang);
        if (!page) continue;
        Chip chip = {
            .id = arena_format(view->arena, "page.%s", pages[i].id),
            .label = page->title,
            .said = true,
            .action = {.kind = ACTION_OPEN_PAGE, .id = arena_format(view->arena, "%s/%s", pack->id, pages[i].id)}};
        Look own = *look;
        own.lang = page->lang;
        int chip_w = chip_width(&own, &chip);
        if (chip_w > width) continue;
        if (cx > x && cx + chip_w > x + width) {
            cx = x;
            cy += px(look, KEY_U);
        }
        if (cy + px(look, BUTTON_U) > box.y + box.h) return;
        draw_chip(&own, &chip, cx, cy + px(look, SPACE_3XS_U));
        cx += chip_w + px(look, SPACE_S_U);
    }
}

/* How many sections a screen holds, and where. */
typedef struct Sections {
    Rect room;
    int rows, height, gap, pages;
} Sections;

static Sections sections_layout(const View *view, const Pack *pack)
{
    Rect main = chrome_main(view), panel = panel_box(view);
    bool beside = view->viewport->shape == SHAPE_LANDSCAPE;
    int heading = viewport_px(view->viewport, view->viewport->shape == SHAPE_SMALL ? 12 : 80),
        count = (int)pack->sections.count;
    Sections at = {.gap = viewport_px(view->viewport, SPACE_L_U)};
    at.room = beside ? (Rect){panel.x + panel.w + viewport_px(view->viewport, SPACE_5XL_U), main.y + heading,
                              main.w - panel.w - viewport_px(view->viewport, SPACE_5XL_U), main.h - heading}
                     : (Rect){main.x, panel.y + panel.h + heading, main.w, main.h - panel.h - heading};
    int least = viewport_px(view->viewport, 172), fits = int_max(1, (at.room.h + at.gap) / (least + at.gap));
    if (count > fits) {
        at.room.h -= viewport_px(view->viewport, BUTTON_U) + at.gap;
        fits = int_max(1, (at.room.h + at.gap) / (least + at.gap));
    }
    at.rows = int_max(1, int_min(count, fits));
    at.height = int_min(viewport_px(view->viewport, 260), (at.room.h - (at.rows - 1) * at.gap) / at.rows);
    at.pages = int_max(1, (count + at.rows - 1) / at.rows);
    return at;
}

static int pack_page_count(const View *view)
{
    const Pack *pack = place_pack(view);
    return pack ? sections_layout(view, pack).pages : 1;
}

static void pack_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    Pack *pack = place_pack(view);
    if (!pack || pack->sections.count == 0) {
        chrome_top(view, scene, "");
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "section-empty"), chrome_main(view), view->theme->ink,
                   0);
        return;
    }
    const PackWords *words = pack_words(pack, view->lang);
    chrome_top(view, scene,
               arena_format(view->arena, "%s  /  %s", word(view->words, "library"),
                            words && words->title ? words->title : pack->id));
    draw_panel(view, &look, panel_box(view), pack);
    Sections at = sections_layout(view, pack);
    if (view->viewport->shape != SHAPE_SMALL)
        draw_prose(&look, NODE_HEADING, TYPE_H2, word(view->words, "pack-question"),
                   (Rect){at.room.x, at.room.y - px(&look, 70), at.room.w, 0}, view->theme->ink, 1);
    int page = int_clamp(view->session->place.page_number, 0, at.pages - 1);
    for (int i = page * at.rows; i < int_min((int)pack->sections.count, (page + 1) * at.rows); i++)
        draw_section(view, &look,
                     (Rect){at.room.x, at.room.y + (i - page * at.rows) * (at.height + at.gap), at.room.w, at.height},
                     pack, &((const Section *)pack->sections.items)[i]);
    if (at.pages < 2) return;
    Rect main = chrome_main(view);
    Pager pager = {.page = page,
                   .count = at.pages,
                   .forward = word(view->words, "show-more"),
                   .status = pager_status(view, page, at.pages)};
    pager_draw(view, scene, (Rect){at.room.x, main.y, at.room.w, main.h}, &pager);
}

const ScreenType screen_pack = {
    .name = "pack", .dock = DOCK_FULL, .page_count = pack_page_count, .build = pack_build, .counts_idle = true};
