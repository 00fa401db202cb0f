/* screen_search.c - a field, ways to go on, what was found, and the keys. Nothing that is typed outlives the visit. */
#include <string.h>

#include "base/utf8.h"
#include "screen/reach/reach.h"
#include "screen/visitor/search_card.h"
#include "screen/frame/switch_bar.h"
#include "screen/frame/pager.h"
#include "ui/keyboard.h"

enum { CARD_MIN_U = 136, CARD_MAX_U = 164, CARD_MAX_SMALL_U = 220, TOPICS_MAX = 12, TOO_LONG_STEPS = 64 };

static bool is_folded(const View *view) { return !chrome_keys_up(view); }
static bool has_query(const View *view) { return view->session->search.query[0] != '\0'; }
/* Nothing is said to be missing before everything has been read. */
static bool is_missing(const View *view)
{
    const SearchState *search = &view->session->search;
    return has_query(view) && search->ready && search->results.total == 0 && !search->support;
}
static bool shows_topics(const View *view) { return !has_query(view) || is_missing(view); }

/* What the keys of a small display give to the bar of switches: their rows and edges move together. */
enum { SHARED_U = 32 };

static int keys_most_px(const View *view, const Keyboard *keyboard)
{
    if (reach_on(view)) return view->viewport->h - chrome_dock_height(view) - reach_line(view);
    if (!view_is_small(view) || view->session->scan.level == SCAN_RESTS) return 0;
    Look look = view_look(view, NULL);
    return keyboard_height(&look, keyboard) - px(&look, SHARED_U);
}

static Keyboard view_keyboard(const View *view)
{
    const SearchState *search = &view->session->search;
    Keyboard keyboard = {
        .lang = view->lang,
        .page = (KeysPage)search->keys,
        .held = search->relatives_of,
        .relatives_inside = reach_on(view) || view->session->scan.level != SCAN_RESTS,
        .space = word(view->words, "keyboard-space"),
        .numbers = word(view->words, "keyboard-numbers"),
        .letters = word(view->words, "keyboard-letters"),
        .erase = word(view->words, "keyboard-delete"),
        .done = word(view->words, "done"),
    };
    keyboard.most_px = keys_most_px(view, &keyboard);
    return keyboard;
}

int search_keys_height(const View *view)
{
    if (is_folded(view)) return 0;
    Look look = view_look(view, NULL);
    Keyboard keyboard = view_keyboard(view);
    return keyboard_height(&look, &keyboard);
}

/* The topics of all packs, the home's first. */
static int topics(const View *view, SearchCard *cards)
{
    int count = 0;
    for (size_t p = 0; p < view->library->count; p++) {
        const Pack *pack = view->library->packs[p];
        const Section *sections = pack->sections.items;
        for (size_t i = 0; i < pack->sections.count && count < TOPICS_MAX; i++) {
            cards[count] = search_card_of_section(view, pack, &sections[i]);
            if (p > 0) cards[count].id = arena_format(view->arena, "topic.%s.%s", pack->id, sections[i].id);
            count++;
        }
    }
    return count;
}

static int topic_count(const View *view)
{
    size_t count = 0;
    for (size_t p = 0; p < view->library->count; p++) count += view->library->packs[p]->sections.count;
    return int_min((int)count, TOPICS_MAX);
}

/* Help, results or topics: what stands in the grid. */
static int item_count(const View *view)
{
    const SearchState *search = &view->session->search;
    if (shows_topics(view)) return topic_count(view);
    return search->results.count + (search->support ? 1 : 0);
}

typedef struct SearchLayout {
    Rect head, grid, foot, bed; /* head: ideas, or what is to be said; foot: pages, when the keys are folded away */
    int columns, rows, card_h, gap, per_page, pages;
} SearchLayout;

static bool has_head(const View *view)
{
    return !view_is_small(view) || is_missing(view) || view->session->search.results.near || is_folded(view);
}

static SearchLayout search_layout(const View *view)
{
    Look look = view_look(view, NULL);
    Rect main = chrome_main(view);
    bool small = view_is_small(view), folded = is_folded(view);
    SearchLayout at = {.columns = view->viewport->shape == SHAPE_PORTRAIT ? 1 : 2, .gap = px(&look, small ? 12 : 16)};
    int bottom = main.y + main.h;
    if (folded) {
        at.foot = (Rect){main.x, bottom - px(&look, BUTTON_U), main.w, px(&look, BUTTON_U)};
        bottom = at.foot.y - at.gap;
    } else {
        int dock_y = view->viewport->h - chrome_dock_height(view), bed_h = search_keys_height(view);
        at.bed = (Rect){0, dock_y - bed_h, view->viewport->w, bed_h};
        bottom = at.bed.y - switch_bar_height(view) - px(&look, small ? 12 : 16);
    }
    int y = main.y,
        head_h = small && !folded ? style_line_px(&look, TYPE_META) + px(&look, SPACE_3XS_U) : px(&look, BUTTON_U);
    if (has_head(view)) {
        at.head = (Rect){main.x, y, main.w, head_h};
        y += head_h + px(&look, small ? 4 : 12);
    }
    at.grid = (Rect){main.x, y, main.w, bottom - y};
    at.rows = int_max(1, (at.grid.h + at.gap) / (px(&look, CARD_MIN_U) + at.gap));
    at.card_h =
        int_min(px(&look, small ? CARD_MAX_SMALL_U : CARD_MAX_U), (at.grid.h - (at.rows - 1) * at.gap) / at.rows);
    at.per_page = at.rows * at.columns;
    at.pages = int_max(1, (item_count(view) + at.per_page - 1) / at.per_page);
    return at;
}

static int pages_here(const View *view) { return search_layout(view).pages; }

/* The end of what was typed is what matters: its beginning gives way to dots. */
static const TextLayout *typed_layout(const View *view, const Look *look, int width)
{
    const char *typed = view->session->search.query, *shown = typed;
    TextSpan span = {shown, FACE_BODY_MEDIUM, px(look, view_is_small(view) ? 32 : 36)};
    TextStyle how = {.line_px = px(look, 64)};
    const TextLayout *layout = text_layout(view->text, view->lang, &span, 1, &how);
    for (int i = 0; i < TOO_LONG_STEPS && layout->width_px > width && *typed; i++) {
        typed = utf8_next(typed);
        span.text = arena_format(view->arena, "\xE2\x80\xA6%s", typed);
        layout = text_layout(view->text, view->lang, &span, 1, &how);
    }
    return layout;
}

static const char *found_words(const View *view)
{
    const SearchState *search = &view->session->search;
    if (!has_query(view) || !search->ready) return "";
    if (search->results.total == 0 || search->results.near)
        return search->support ? "" : word(view->words, "search-found-none");
    return word_count(view->words, view->arena, "search-found", search->results.total);
}

static void draw_field(const View *view, const Look *look, Rect box)
{
    const Theme *theme = view->theme;
    const char *query = view->session->search.query, *hint = word(view->words, "search-hint"),
               *found = found_words(view);
    const char *label = has_query(view) ? arena_format(view->arena, "%s. %s", query, found) : hint;
    int node = scene_node(look->scene, (SceneNode){.role = NODE_BUTTON,
                                                   .id = "search.field",
                                                   .label = label,
                                                   .aloud = found[0] ? found : NULL,
                                                   .area = box,
                                                   .radius_px = box.h / 2,
                                                   .action = {.kind = ACTION_KEYS, .value = KEYS_LETTERS}});
    Color ground = look->scene->nodes[node].pressed ? theme->pressed : theme->card;
    scene_framed_box(look->scene, box, ground, box.h / 2, is_folded(view) ? theme->edge : theme->primary,
                     px(look, SPACE_3XS_U));
    int icon = px(look, 38), x = box.x + px(look, SPACE_3XL_U), right = box.x + box.w - px(look, SPACE_3XL_U),
        caret_h = px(look, ICON_XL_U);
    scene_icon(look->scene, (Rect){x, box.y + (box.h - icon) / 2, icon, icon}, "search", theme->ink);
    x += icon + px(look, 14);
    int found_w = text_width(look, TYPE_META, found);
    bool has_room = found_w < (right - x) / 2;
    if (found[0] && has_room)
        draw_text_end(look, TYPE_META, found, (Rect){right - found_w, box.y, found_w, box.h}, theme->ink2);
    int room = right - x - (has_room ? found_w + px(look, SPACE_M_U) : 0);
    if (!has_query(view)) {
        if (!is_folded(view))
            scene_box(look->scene, (Rect){x, box.y + (box.h - caret_h) / 2, px(look, SPACE_3XS_U), caret_h},
                      theme->primary, 0);
        draw_text_middle(look, TYPE_BUTTON, hint, (Rect){x + px(look, 14), box.y, room - px(look, 14), box.h},
                         theme->ink2);
    } else {
        const TextLayout *typed = typed_layout(view, look, room - px(look, SPACE_XS_U));
        draw_layout(look, typed, x, box.y + (box.h - typed->line_px) / 2, theme->ink);
        x += typed->width_px + px(look, SPACE_3XS_U);
        if (!is_folded(view))
            scene_box(look->scene, (Rect){x, box.y + (box.h - caret_h) / 2, px(look, SPACE_3XS_U), caret_h},
                      theme->primary, 0);
    }
    scene_node_end(look->scene);
}

static void draw_top(const View *view, const Look *look)
{
    int top = chrome_main(view).y, height = px(look, BUTTON_U), field_h = px(look, view_is_small(view) ? 72 : 80),
        gap = px(look, SPACE_M_U);
    int x = chrome_margin(view), right = view->viewport->w - chrome_margin(view), y = (top - height) / 2;
    Button back = {
        .id = "top.back", .label = word(view->words, "back"), .icon = "back", .action = {.kind = ACTION_BACK}};
    x += draw_button(look, &back, x, y, 0) + gap;
    Button clear = {.id = "search.clear",
                    .label = word(view->words, "clear"),
                    .icon = "x",
                    .disabled = !has_query(view),
                    .action = {.kind = ACTION_SEARCH_FOR, .id = ""}};
    int clear_w = button_width(look, &clear);
    draw_field(view, look, (Rect){x, (top - field_h) / 2, right - clear_w - gap - x, field_h});
    draw_button(look, &clear, right - clear_w, y, 0);
}

static int ideas_of(const View *view, const char *ideas[SEARCH_IDEAS_MAX])
{
    static const char *const keys[SEARCH_IDEAS_MAX] = {"search-idea-1", "search-idea-2", "search-idea-3",
                                                       "search-idea-4"};
    const SearchState *search = &view->session->search;
    int count = 0;
    if (has_query(view) && view->search && search->ready)
        count = search_ideas(view->search, view->arena, search->query, &search->results, ideas);
    if (count > 0 || (has_query(view) && !is_missing(view))) return search->support ? 0 : count;
    for (; count < SEARCH_IDEAS_MAX; count++) ideas[count] = word(view->words, keys[count]);
    return count;
}

static void draw_ideas(const View *view, const Look *look, Rect room)
{
    const char *ideas[SEARCH_IDEAS_MAX], *try = word(view->words, "search-try");
    int count = ideas_of(view, ideas), y = room.y + (room.h - px(look, SPACE_6XL_U)) / 2;
    if (count == 0) return;
    int width = text_width(look, TYPE_META, try), x = room.x + width + px(look, SPACE_L_U);
    draw_prose(look, NODE_TEXT, TYPE_META, try,
               (Rect){room.x, room.y + (room.h - style_line_px(look, TYPE_META)) / 2, width, 0}, view->theme->ink2, 1);
    for (int i = 0; i < count; i++) {
        Chip chip = {.id = arena_format(view->arena, "idea.%d", i + 1),
                     .label = ideas[i],
                     .said = true,
                     .action = {.kind = ACTION_SEARCH_FOR, .id = ideas[i]}};
        if (x + chip_width(look, &chip) > room.x + room.w) continue;
        x += draw_chip(look, &chip, x, y) + px(look, SPACE_S_U);
    }
}

static void draw_head(const View *view, const Look *look, Rect room)
{
    const char *says = NULL;
    if (is_missing(view))
        says = arena_format(view->arena, "%s. %s", word(view->words, "search-none"),
                            word(view->words, "search-none-text"));
    else if (view->session->search.results.near)
        says = word(view->words, "search-near");
    if (!says) {
        draw_ideas(view, look, room);
        return;
    }
    int lines = int_max(1, room.h / style_line_px(look, TYPE_META)),
        height = text_height(look, TYPE_META, says, room.w, lines);
    draw_prose(look, NODE_HEADING, TYPE_META, says, (Rect){room.x, room.y + (room.h - height) / 2, room.w, 0},
               view->theme->ink, lines);
}

static void draw_item(const View *view, const Look *look, const SearchCard *cards, int item, Rect box)
{
    const SearchState *search = &view->session->search;
    if (cards) {
        draw_search_card(view, look, box, &cards[item]);
        return;
    }
    if (search->support && item == 0) {
        draw_support_card(view, look, box);
        return;
    }
    int at = item - (search->support ? 1 : 0);
    if (!view->search || search->results.pages[at] >= search_page_count(view->search)) return;
    SearchHit hit = search_hit(view->search, view->arena, search->query, search->results.pages[at]);
    SearchCard card = search_card_of_hit(view, &hit);
    card.id = arena_format(view->arena, "result.%d", at + 1);
    if (card.title.text) draw_search_card(view, look, box, &card);
}

static void draw_grid(const View *view, const Look *look, const SearchLayout *at)
{
    int page = int_clamp(view->session->place.page_number, 0, at->pages - 1), count = item_count(view);
    int gutter = at->columns > 1 ? px(look, SPACE_XL_U) : 0,
        width = (at->grid.w - (at->columns - 1) * gutter) / at->columns;
    if (view->session->search.support && count == 1) width = at->grid.w;
    SearchCard *cards = shows_topics(view) ? ARENA_ARRAY(view->arena, SearchCard, TOPICS_MAX) : NULL;
    if (cards) topics(view, cards);
    for (int i = page * at->per_page; i < int_min(count, (page + 1) * at->per_page); i++) {
        int n = i - page * at->per_page;
        Rect box = {at->grid.x + n % at->columns * (width + gutter),
                    at->grid.y + n / at->columns * (at->card_h + at->gap), width, at->card_h};
        draw_item(view, look, cards, i, box);
    }
}

static void draw_foot(const View *view, const Look *look, const SearchLayout *at)
{
    int page = int_clamp(view->session->place.page_number, 0, at->pages - 1);
    Pager pager = {.page = page, .count = at->pages, .forward = word(view->words, "show-more")};
    if (at->pages > 1) pager_draw(view, look->scene, chrome_main(view), &pager);
    Button keys = {.id = "search.keys",
                   .label = word(view->words, "keyboard-show"),
                   .action = {.kind = ACTION_KEYS, .value = KEYS_LETTERS}};
    int width = button_width(look, &keys);
    draw_button(look, &keys, at->foot.x + at->foot.w - width, at->foot.y, 0);
}

static void search_build_screen(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    SearchLayout at = search_layout(view);
    draw_top(view, &look);
    if (at.head.h > 0) draw_head(view, &look, at.head);
    draw_grid(view, &look, &at);
    if (is_folded(view)) {
        draw_foot(view, &look, &at);
        return;
    }
    Keyboard keyboard = view_keyboard(view);
    draw_keyboard(&look, at.bed, &keyboard);
}

const ScreenType screen_search = {
    .name = "search", .dock = DOCK_FULL, .page_count = pages_here, .build = search_build_screen, .counts_idle = true};
