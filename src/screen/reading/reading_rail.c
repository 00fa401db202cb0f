/* reading_rail.c - beside the text, or after it: the picture, what comes next, what is related, the page to take home.
 */
#include "screen/reading/reading.h"
#include "screen/frame/row.h"
#include "screen/frame/code_card.h"
#include "screen/frame/view_content.h"

#include <string.h>

enum { ROW_H_U = 144, ROWS_MAX = 4 };

/* The next page of the section or the next article; NULL after the last. */
static const PageEntry *next_entry(const Reading *reading)
{
    if (!reading->placed || reading->place.index + 1 >= reading->place.count) return NULL;
    return reading->place.entry + 1;
}

static bool is_next(const View *view, const Reading *reading, const char *ref)
{
    const PageEntry *next = next_entry(reading);
    return next && strcmp(ref, arena_format(view->arena, "%s/%s", reading->pack->id, next->id)) == 0;
}

static int draw_up_next(const View *view, const Look *look, const Reading *reading, Rect box)
{
    const PageEntry *entry = next_entry(reading);
    PageLink link;
    if (!entry || !view_page_link(view, arena_format(view->arena, "%s/%s", reading->pack->id, entry->id), &link))
        return 0;
    const Theme *theme = view->theme;
    int pad = px(look, SPACE_2XL_U), art = px(look, 130), width = box.w - 2 * pad - art - px(look, SPACE_M_U);
    int title = text_height(look, TYPE_H2, link.title, width, 3), label = px(look, SPACE_3XL_U),
        gap = px(look, SPACE_S_U);
    int height = pad + label + gap + int_max(title, art) + px(look, SPACE_M_U) + px(look, BUTTON_U) + pad;
    if (height > box.h) return 0;
    Color ground = theme->high_contrast ? theme->card : theme->family[link.family].tint;
    Rect card = {box.x, box.y, box.w, height};
    scene_framed_box(look->scene, card, ground, px(look, SPACE_XL_U), theme->high_contrast ? theme->line : ground,
                     px(look, theme->hair_u));
    int x = box.x + pad, y = box.y + pad;
    draw_prose(look, NODE_TEXT, TYPE_LABEL, word(view->words, "reading-up-next"), (Rect){x, y, width, 0}, theme->ink,
               1);
    y += label + gap;
    draw_prose(look, NODE_HEADING, TYPE_H2, link.title, (Rect){x, y + (int_max(title, art) - title) / 2, width, 0},
               theme->ink, 3);
    if (link.image.path)
        draw_picture_pane(look, (Rect){box.x + box.w - pad - art, y, art, art}, px(look, SPACE_S_U), link.family,
                          link.image, art);
    y += int_max(title, art) + px(look, SPACE_M_U);
    Button button = {.id = "next",
                     .label = word(view->words, "reading-read-next"),
                     .icon_after = "next",
                     .primary = true,
                     .action = {.kind = ACTION_OPEN_PAGE, .id = link.ref}};
    button.spoken = arena_format(view->arena, "%s: %s", button.label, link.title);
    draw_button(look, &button, x, y, 0);
    return height;
}

static Row related_row(const View *view, const char *id, const PageLink *link)
{
    return (Row){
        .id = arena_format(view->arena, "related.%s", id),
        .title = link->title,
        .meta = link->meta,
        .image = link->image,
        .family = link->family,
        .action = {.kind = ACTION_OPEN_PAGE, .id = link->ref},
        .meta_below = true,
    };
}

/* Related pages as rows, without the one that comes next anyway; as many as there is room for. Returns the height they
 * take. */
static int draw_related(const View *view, const Look *look, const Reading *reading, Rect box, int columns)
{
    int label = px(look, SPACE_3XL_U) + px(look, SPACE_S_U), row_h = px(look, ROW_H_U), gap = px(look, SPACE_L_U),
        y = box.y, drawn = 0;
    if (box.h < label + row_h || reading->page->related.count == 0) return 0;
    draw_prose(look, NODE_TEXT, TYPE_LABEL, word(view->words, "reading-also"), (Rect){box.x, y, box.w, 0},
               view->theme->ink, 1);
    y += label;
    int width = (box.w - (columns - 1) * gap) / columns, bottom = box.y + box.h, height = label;
    for (size_t i = 0; i < reading->page->related.count && drawn < ROWS_MAX; i++) {
        PageLink link;
        int top = y + drawn / columns * (row_h + gap);
        if (top + row_h > bottom) break;
        const char *id = reading->page->related.items[i];
        if (!view_world(view).page(view, id, &link) || is_next(view, reading, link.ref)) continue;
        Row row = related_row(view, id, &link);
        row_draw(look, (Rect){box.x + drawn % columns * (width + gap), top, width, row_h}, &row);
        drawn++;
        height = top + row_h - box.y;
    }
    return drawn > 0 ? height : 0;
}

static int draw_take_home(const View *view, const Look *look, const Reading *reading, Rect box)
{
    const char *text = view->site->features.take_home_code ? code_card_page_text(reading->page) : NULL;
    int side = px(look, 152), pad = px(look, SPACE_XL_U), height = side + 2 * pad;
    if (!text || height > box.h) return 0;
    Rect card = {box.x, box.y, box.w, height};
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_BUTTON,
                                           .id = "take",
                                           .label = word(view->words, "take-title"),
                                           .area = card,
                                           .radius_px = px(look, RADIUS_CARD_U),
                                           .action = {.kind = ACTION_OPEN_OVERLAY, .value = OVERLAY_CODE},
                                       });
    draw_card(look, card, px(look, SPACE_XL_U),
              look->scene->nodes[node].pressed ? view->theme->pressed : view->theme->card);
    code_card_draw(look, (Rect){box.x + pad, box.y + pad, side, side}, text);
    int x = box.x + pad + side + pad, width = box.x + box.w - pad - x;
    const char *how =
        word(view->words, reading->page->link && reading->page->link[0] ? "take-how-link" : "take-how-text");
    int title = text_height(look, TYPE_BUTTON, word(view->words, "take-title"), width, 2),
        body = text_height(look, TYPE_META, how, width, 3);
    int y = box.y + (height - title - body - px(look, SPACE_XS_U)) / 2;
    draw_text_max(look, TYPE_BUTTON, word(view->words, "take-title"), (Rect){x, y, width, 0}, view->theme->ink, 2);
    draw_text_max(look, TYPE_META, how, (Rect){x, y + title + px(look, SPACE_XS_U), width, 0}, view->theme->ink2, 3);
    scene_node_end(look->scene);
    return height;
}

/* Where reading may turn into a first step: on treatment pages, on articles, and where a section about growing ends. */
static bool leads_to_ready(const Reading *reading)
{
    if (!reading->placed || !reading->pack->has_ready) return false;
    if (!reading->place.section || reading->family == FAMILY_TREATMENT) return true;
    return reading->family == FAMILY_GROWTH && reading->place.index + 1 == reading->place.count;
}

static int draw_ready(const View *view, const Look *look, const Reading *reading, Rect box)
{
    int height = px(look, BUTTON_U);
    if (!leads_to_ready(reading) || box.h < height) return 0;
    Button button = {
        .id = "ready",
        .label = word(view->words, "ready"),
        .icon = "chat",
        .icon_after = "next",
        .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_READY, .id = reading->pack->id},
    };
    draw_button(look, &button, box.x, box.y, box.w);
    return height;
}

static Row next_row(const View *view, const PageLink *link)
{
    return (Row){
        .id = "next",
        .title = link->title,
        .meta = word(view->words, "reading-up-next"),
        .image = link->image,
        .family = link->family,
        .action = {.kind = ACTION_OPEN_PAGE, .id = link->ref},
        .meta_below = true,
    };
}

/* One below the other, as far as there is room: what is next, a way to start, another page, the code. */
static void rail_ways_on(const View *view, const Look *look, const Reading *reading, Rect box)
{
    int gap = px(look, SPACE_XL_U), bottom = box.y + box.h, y = box.y;
    int next = draw_up_next(view, look, reading, box);
    if (next > 0) y += next + gap;
    int ready = draw_ready(view, look, reading, (Rect){box.x, y, box.w, bottom - y});
    if (ready > 0) y += ready + gap;
    int related = draw_related(view, look, reading, (Rect){box.x, y, box.w, bottom - y}, 1);
    if (related > 0) y += related + gap;
    draw_take_home(view, look, reading, (Rect){box.x, y, box.w, bottom - y});
}

static void rail_beside(const View *view, const Look *look, const Reading *reading, Rect box, bool last_page)
{
    int gap = px(look, SPACE_XL_U), y = box.y, bottom = box.y + box.h;
    if (last_page) {
        rail_ways_on(view, look, reading, box);
        return;
    }
    ImageRef image =
        reading->placed ? pack_image(reading->pack, view->arena, reading->place.entry->image) : (ImageRef){0};
    if (image.path) {
        int height = px(look, 400);
        draw_picture_pane(look, (Rect){box.x, y, box.w, height}, px(look, SPACE_XL_U), reading->family, image,
                          px(look, 360));
        y += height + gap;
    }
    int take = draw_take_home(view, look, reading, (Rect){box.x, y, box.w, bottom - y});
    if (take > 0) y += take + gap;
    const PageEntry *entry = next_entry(reading);
    PageLink link;
    if (!entry) draw_related(view, look, reading, (Rect){box.x, y, box.w, bottom - y}, 1);
    if (!entry || bottom - y < px(look, ROW_H_U)) return;
    if (!view_page_link(view, arena_format(view->arena, "%s/%s", reading->pack->id, entry->id), &link)) return;
    Row row = next_row(view, &link);
    row_draw(look, (Rect){box.x, y, box.w, px(look, ROW_H_U)}, &row);
}

/* On a page of its own: what is next, then the others, then the code. */
static void rail_page(const View *view, const Look *look, const Reading *reading, Rect box)
{
    int gap = px(look, SPACE_XL_U), bottom = box.y + box.h, y = box.y;
    bool small = view->viewport->shape == SHAPE_SMALL;
    if (small) {
        int half = (box.w - gap) / 2;
        int next = draw_up_next(view, look, reading, (Rect){box.x, y, half, bottom - y});
        int below = next > 0 ? y + next + gap : y;
        int ready = draw_ready(view, look, reading, (Rect){box.x, below, half, bottom - below});
        if (ready > 0) below += ready + gap;
        draw_take_home(view, look, reading, (Rect){box.x, below, half, bottom - below});
        draw_related(view, look, reading, (Rect){box.x + half + gap, y, half, bottom - y}, 1);
        return;
    }
    rail_ways_on(view, look, reading, box);
}

void reading_rail(const View *view, Scene *scene, const Reading *reading, Rect box, bool last_page)
{
    Look look = view_look(view, scene);
    size_t first = scene->node_count;
    if (reading->rail_beside)
        rail_beside(view, &look, reading, box, last_page);
    else
        rail_page(view, &look, reading, box);
    for (size_t i = first; i < scene->node_count; i++) scene->nodes[i].aside = true;
}

void reading_rail_deck(const View *view, Scene *scene, const Reading *reading, Rect box, bool last_page)
{
    Look look = view_look(view, scene);
    const PageEntry *entry = next_entry(reading);
    PageLink link;
    Rect at = {box.x, box.y, box.w, px(&look, ROW_H_U)};
    if (entry && view_page_link(view, arena_format(view->arena, "%s/%s", reading->pack->id, entry->id), &link)) {
        Row row = next_row(view, &link);
        row_draw(&look, at, &row);
    }
    if (last_page) draw_ready(view, &look, reading, at);
    for (size_t i = 0; last_page && i < reading->page->related.count; i++) {
        const char *id = reading->page->related.items[i];
        if (!view_world(view).page(view, id, &link) || is_next(view, reading, link.ref)) continue;
        Row row = related_row(view, id, &link);
        row_draw(&look, at, &row);
    }
    if (!code_card_page_text(reading->page)) return;
    Row take = {
        .id = "take",
        .title = word(view->words, "take-title"),
        .image = {"icon:phoneqr", false},
        .family = reading->family,
        .action = {.kind = ACTION_OPEN_OVERLAY, .value = OVERLAY_CODE},
    };
    row_draw(&look, at, &take);
}
