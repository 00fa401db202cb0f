/* pager.c - parts that several screens share: pager, rows, codes, and what blocks may ask. */
#include <string.h>

#include "gfx/code.h"
#include "pack/questions.h"
#include "screen/frame/chrome.h"
#include "screen/reach/reach.h"

enum { PAGER_U = 104, READING_WORDS_A_MINUTE = 150 };

int chrome_pager_height(const View *view)
{
    /* With a deck below, nothing of it stands in the room of the words. */
    return reach_own_view(view) ? 0 : viewport_px(view->viewport, PAGER_U);
}

int chrome_pager(const View *view, Scene *scene, Rect room, const Pager *pager)
{
    Look look = view_look(view, scene);
    int height = px(&look, BUTTON_U), y = room.y + room.h - height, gap = px(&look, SPACE_M_U), x = room.x;
    if (pager->line && !reach_on(view))
        scene_box(scene, (Rect){room.x, room.y + room.h - px(&look, PAGER_U), room.w, px(&look, HAIR_U)},
                  view->theme->line, 0);
    Button up = {
        .id = "pager.up",
        .spoken = word(view->words, "reading-page-up"),
        .icon = "up",
        .disabled = pager->page == 0,
        .action = {.kind = ACTION_TURN_BY, .value = -1},
    };
    x += draw_button(&look, &up, x, y, 0) + gap;
    bool last = pager->page + 1 >= pager->count;
    Button on = {.id = "pager.down",
                 .label = pager->forward,
                 .icon_after = "down",
                 .primary = true,
                 .action = {.kind = ACTION_TURN_BY, .value = 1}};
    Button end = {.id = "pager.top", .label = pager->end, .action = {.kind = ACTION_TURN_TO, .value = 0}};
    if (!last && pager->forward) x += draw_button(&look, &on, x, y, 0) + gap;
    if (last && pager->end) x += draw_button(&look, &end, x, y, 0) + gap;
    if (pager->status) {
        Rect rest = {x, y, room.x + room.w - x, height};
        scene_node(
            scene,
            (SceneNode){.role = NODE_TEXT, .id = "pager.status", .aside = true, .label = pager->status, .area = rest});
        draw_text_end(&look, TYPE_META, pager->status, rest, view->theme->ink2);
        scene_node_end(scene);
    }
    return x;
}

const char *page_of_text(const View *view, int page, int count)
{
    const char *number = arena_format(view->arena, "%d", page + 1);
    const char *text = word_with(view->words, view->arena, "reading-page-of", "page", number);
    return word_fill(view->arena, text, "n", arena_format(view->arena, "%d", count));
}

int panel_picture_side(const Look *look, Rect panel, const char *title, const char *words, int side)
{
    enum { PADS_U = 40 + 20 + 8 + 8 + 40, GOOD_U = 176, LEAST_U = 96 };
    int width = panel.w - 2 * px(look, SPACE_5XL_U);
    int room = panel.h - text_height(look, TYPE_H1, title, width, 3) - px(look, PADS_U + BUTTON_U);
    /* The picture gives way before the letters do. */
    int beside_large = room - text_height(look, TYPE_READ, words, width, 0);
    if (beside_large >= int_min(side, px(look, GOOD_U))) return int_min(beside_large, side);
    return int_clamp(room - text_height(look, TYPE_META, words, width, 0), int_min(side, px(look, LEAST_U)), side);
}

void draw_row(const Look *look, Rect box, const Row *row)
{
    const Theme *theme = look->theme;
    const char *label = row->meta ? arena_format(look->scene->arena, "%s. %s", row->title, row->meta) : row->title;
    int node = scene_node(look->scene, (SceneNode){
                                           .role = NODE_ROW,
                                           .id = row->id,
                                           .label = label,
                                           .area = box,
                                           .radius_px = px(look, RADIUS_ROW_U),
                                           .action = row->action,
                                       });
    draw_card(look, box, px(look, SPACE_L_U), look->scene->nodes[node].pressed ? theme->pressed : theme->card);
    int pad = px(look, SPACE_S_U), thumb = int_min(px(look, 104), box.h - 2 * pad), x = box.x + pad;
    Rect pane = {x, box.y + (box.h - thumb) / 2, thumb, thumb};
    draw_picture_pane(look, pane, px(look, SPACE_S_U), row->family, row->image, thumb * 86 / 100);
    x += thumb + px(look, SPACE_XL_U);
    int chevron = px(look, ICON_S_U), right = box.x + box.w - px(look, SPACE_XL_U);
    if (!row->meta_below) {
        scene_icon(look->scene, (Rect){right - chevron, box.y + (box.h - chevron) / 2, chevron, chevron}, "chev",
                   theme->ink);
        right -= chevron + px(look, SPACE_M_U);
    }
    if (row->meta && !row->meta_below) {
        int width = text_width(look, TYPE_META, row->meta);
        draw_text_middle(look, TYPE_META, row->meta, (Rect){right - width, box.y, width, box.h}, theme->ink2);
        right -= width + px(look, SPACE_M_U);
    }
    int meta_h = row->meta && row->meta_below ? style_line_px(look, TYPE_META) : 0;
    int lines = (box.h - 2 * px(look, SPACE_XS_U) - meta_h) / style_line_px(look, TYPE_ROW);
    lines = int_clamp(lines, 1, 3);
    int title_h = text_height(look, TYPE_ROW, row->title, right - x, lines), y = box.y + (box.h - title_h - meta_h) / 2;
    draw_text_max(look, TYPE_ROW, row->title, (Rect){x, y, right - x, title_h}, theme->ink, lines);
    if (meta_h > 0)
        draw_text_max(look, TYPE_META, row->meta, (Rect){x, y + title_h, right - x, meta_h}, theme->ink2, 1);
    scene_node_end(look->scene);
}

static bool draw_modules(const Look *look, Rect box, const uint8_t *code, int modules)
{
    if (!code) return false;
    const Color white = {255, 255, 255, 255};
    scene_framed_box(look->scene, box, white, px(look, SPACE_M_U), look->theme->line, px(look, HAIR_U));
    /* Modules are whole pixels, so that a camera sees clean edges. */
    int side = box.w - 2 * px(look, SPACE_3XS_U), module = int_max(1, side / (modules + 2 * CODE_QUIET_MODULES));
    int drawn = module * (modules + 2 * CODE_QUIET_MODULES);
    scene_code(look->scene, (Rect){box.x + (box.w - drawn) / 2, box.y + (box.h - drawn) / 2, drawn, drawn}, code,
               modules);
    return true;
}

static bool lang_is_here(const View *view, const char *lang)
{
    return words_has(lang) && (view->library->count == 0 || pack_has_lang(view->library->packs[0], lang));
}

int view_languages(const View *view, const char **langs)
{
    const TextList *offered = &view->site->display.languages_offered;
    int count = 0;
    for (size_t i = 0; i < offered->count && count < LANGS_OFFERED_MAX; i++)
        if (lang_is_here(view, offered->items[i])) langs[count++] = offered->items[i];
    if (count > 0) return count;
    for (size_t i = 0; words_langs()[i] && count < LANGS_OFFERED_MAX; i++)
        if (lang_is_here(view, words_langs()[i])) langs[count++] = words_langs()[i];
    return count;
}

bool draw_code(const Look *look, Rect box, const char *text)
{
    int modules = 0;
    const uint8_t *code = code_make(look->scene->arena, text, &modules);
    return draw_modules(look, box, code, modules);
}

bool draw_contact_code(const Look *look, Rect box, const char *text)
{
    int modules = 0;
    const uint8_t *code = code_make_contact(look->scene->arena, text, &modules);
    return draw_modules(look, box, code, modules);
}

const char *language_own_name(const View *view, const char *lang)
{
    return word(words_of(view->words_set, lang), "language-name");
}

const char *page_code_text(const Page *page)
{
    if (page->link && page->link[0]) return page->link;
    return page->take_home && page->take_home[0] ? page->take_home : NULL;
}

int page_minutes(const Page *page)
{
    return int_max(1, (page->words + READING_WORDS_A_MINUTE - 1) / READING_WORDS_A_MINUTE);
}

bool view_page_link(const View *view, const char *ref, PageLink *out)
{
    const char *id;
    Pack *pack = library_find(view->library, ref, &id);
    const Page *page = pack ? pack_page(pack, id, view->lang) : NULL;
    if (!page) return false;
    PagePlace place;
    bool placed = pack_find(pack, id, &place);
    *out = (PageLink){
        .ref = arena_format(view->arena, "%s/%s", pack->id, id),
        .title = arena_copy(view->arena, page->title),
        .image = placed ? pack_image(pack, view->arena, place.entry->image) : (ImageRef){0},
        .family = FAMILY_LIBRARY,
        .is_article = placed && !place.section,
    };
    if (placed && place.section) {
        out->family = (Family)place.section->family;
        const SectionWords *words = pack_section_words(pack, place.section->id, view->lang);
        out->meta = words ? words->title : "";
    } else {
        out->meta = word_count(view->words, view->arena, "article-time", page_minutes(page));
    }
    return true;
}

const Page *view_page(const View *view, Pack **pack)
{
    const char *id;
    *pack = library_find(view->library, view->session->place.ref, &id);
    if (!*pack) return NULL;
    const Page *ready = pack_ready_page(*pack, id, view->lang);
    return ready ? ready : pack_page(*pack, id, view->lang);
}

/* The pack of the page that is being read, or the home's. */
static Pack *world_pack(const View *view)
{
    const char *id;
    Pack *pack = library_find(view->library, view->session->place.ref, &id);
    return pack ? pack : view->library->count > 0 ? view->library->packs[0] : NULL;
}

static bool world_contact(const void *context, const char *id, ContactLine *out)
{
    const View *view = context;
    const Pack *pack = world_pack(view);
    /* The clinic's own word comes first: what a pack says of a line of the same name changes nothing. */
    const LocalLine *local = site_line(view->site, id);
    if (local) {
        *out = (ContactLine){words_in(&local->name, view->lang).text, words_in(&local->line, view->lang).text,
                             local->number};
        return true;
    }
    if (!pack) return false;
    for (size_t i = 0; i < pack->crisis.count; i++) {
        const CrisisEntry *entry = &((const CrisisEntry *)pack->crisis.items)[i];
        if (strcmp(entry->id, id) != 0) continue;
        const CrisisWords *words = pack_crisis_words(pack, id, view->lang);
        *out = (ContactLine){words ? words->name : id, words && words->note ? words->note : "", entry->number};
        return true;
    }
    return false;
}

static bool world_page(const void *context, const char *id, PageLink *out)
{
    const View *view = context;
    const Pack *pack = world_pack(view);
    if (!pack) return false;
    const char *ref = strchr(id, '/') ? id : arena_format(view->arena, "%s/%s", pack->id, id);
    return view_page_link(view, ref, out);
}

static ImageRef world_image(const void *context, const char *relative)
{
    const View *view = context;
    const Pack *pack = world_pack(view);
    return pack ? pack_image(pack, view->arena, relative) : (ImageRef){0};
}

BlockWorld view_world(const View *view) { return (BlockWorld){view, world_contact, world_page, world_image}; }
