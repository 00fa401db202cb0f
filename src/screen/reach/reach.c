/* reach.c - takes a recorded screen apart: words above the line, everything to touch below it. */
#include "screen/reach/reach.h"

#include <string.h>

#include "screen/reach/reach_parts.h"

enum { PORTRAIT_VIEW_PERCENT = 55, NAV_U = 72, KEYS_WIDE_U = 480, KEYS_SMALL_U = 300, KEYS_PORTRAIT_U = 112 };

bool reach_on(const View *view)
{
    return view->session->reach && screen_type(view->session->place.screen)->dock == DOCK_FULL;
}

bool reach_own_view(const View *view) { return reach_on(view) && screen_type(view->session->place.screen)->own_view; }

int reach_line(const View *view)
{
    int h = view->viewport->h;
    return view->viewport->shape == SHAPE_PORTRAIT ? h * PORTRAIT_VIEW_PERCENT / 100 : (h + 1) / 2;
}

/* A bar above the dock, and a small screen, leave little: then the rows move together. */
static int deck_pad(const View *view)
{
    int height = view->viewport->h - chrome_bottom_height(view) - reach_line(view);
    return view_px(view, height < view_px(view, 300) ? 8 : 24);
}

Rect reach_view(const View *view)
{
    int top = view_px(view, view->viewport->shape == SHAPE_SMALL ? 20 : 40), margin = chrome_margin(view);
    return (Rect){margin, top, view->viewport->w - 2 * margin, reach_line(view) - top - view_px(view, SPACE_XL_U)};
}

Rect reach_nav(const View *view)
{
    int margin = chrome_margin(view);
    return (Rect){margin, reach_line(view) + deck_pad(view), view->viewport->w - 2 * margin, view_px(view, NAV_U)};
}

Rect reach_deck(const View *view)
{
    Rect nav = reach_nav(view);
    int y = nav.y + nav.h + deck_pad(view), bottom = view->viewport->h - chrome_bottom_height(view) - deck_pad(view);
    return (Rect){nav.x, y, nav.w, bottom - y};
}

bool reach_is_chrome(const View *view, const SceneNode *node)
{
    bool row = strncmp(node->id, "top.", 4) == 0 && node->area.y >= reach_line(view);
    return row || node->hold.kind == ACTION_STAFF;
}

bool reach_is_pager(const SceneNode *node) { return strncmp(node->id, "pager.", 6) == 0; }

typedef bool Keep(const View *view, const SceneNode *node);

/* Leaves only the nodes and items for which `keep` is true; an item without a node stays if `loose` is. */
static void part_filter(const View *view, Scene *part, Keep *keep, bool loose)
{
    int *moved = ARENA_ARRAY(part->arena, int, part->node_count + 1);
    size_t nodes = 0, items = 0;
    for (size_t i = 0; i < part->node_count; i++) moved[i] = keep(view, &part->nodes[i]) ? (int)nodes++ : -1;
    for (size_t i = 0; i < part->item_count; i++) {
        SceneItem item = part->items[i];
        if (item.node < 0 ? !loose || item.box.y >= reach_line(view) : moved[item.node] < 0) continue;
        if (item.node >= 0) item.node = moved[item.node];
        part->items[items++] = item;
    }
    for (size_t i = 0; i < part->node_count; i++)
        if (moved[i] >= 0) part->nodes[moved[i]] = part->nodes[i];
    part->item_count = items;
    part->node_count = nodes;
}

/* What has been lifted out of the text is drawn there, read there, and touched below. */
static void part_disarm(const View *view, Scene *part)
{
    for (size_t i = 0; i < part->node_count; i++) {
        SceneNode *node = &part->nodes[i];
        if (node->role == NODE_GROUND || node->role == NODE_KEY || node->area.y >= reach_line(view) ||
            node->action.kind == ACTION_NONE)
            continue;
        node->aside = node->aside || !speech_reads(node); /* a button that is lifted does not become words to read */
        node->id = "";
        node->role = NODE_TEXT;
        node->disabled = true;
        node->focused = node->pressed = false;
    }
}

/* The near end of the first row; then come where one is, and the button that ends all this. */
static bool keep_chrome(const View *view, const SceneNode *node)
{
    return reach_is_chrome(view, node) && strcmp(node->id, "top.trail") != 0 && strcmp(node->id, "top.reach") != 0;
}

static bool keep_way_out(const View *view, const SceneNode *node)
{
    return reach_is_chrome(view, node) && strcmp(node->id, "top.reach") == 0;
}

/* What is said above the line stays there, also where it could have been touched. */
static bool keep_said(const View *view, const SceneNode *node)
{
    if (reach_is_chrome(view, node) || reach_is_pager(node)) return false;
    return node->role == NODE_GROUND || node->area.y < reach_line(view);
}

static bool keep_all(const View *view, const SceneNode *node)
{
    (void)view;
    (void)node;
    return true;
}

static void *copy_of(Arena *arena, const void *from, size_t count, size_t size)
{
    void *copy = arena_array(arena, count + 1, size);
    if (count > 0) memcpy(copy, from, count * size);
    return copy;
}

/* Appends what `keep` lets through. */
static void append_some(const View *view, Scene *scene, const Scene *part, Keep *keep, bool loose)
{
    Scene some = *part;
    some.items = copy_of(part->arena, part->items, part->item_count, sizeof(SceneItem));
    some.nodes = copy_of(part->arena, part->nodes, part->node_count, sizeof(SceneNode));
    if (keep != keep_all) part_filter(view, &some, keep, loose);
    part_disarm(view, &some);
    scene_append(scene, &some, 0, 0);
}

static bool has_keys(const Scene *part)
{
    for (size_t i = 0; i < part->node_count; i++)
        if (part->nodes[i].role == NODE_KEY) return true;
    return false;
}

static const SceneNode *node_called(const Scene *part, const char *id)
{
    int node = scene_find_node(part, id);
    return node >= 0 ? &part->nodes[node] : NULL;
}

/* Where the offers and the keys stand. */
typedef struct DeckRooms {
    Rect offers, keys;
} DeckRooms;

static DeckRooms deck_rooms(const View *view, Rect deck, bool keys)
{
    if (!keys) return (DeckRooms){deck, {0}};
    int gap = view_px(view, SPACE_XL_U);
    if (view->viewport->shape == SHAPE_PORTRAIT) {
        int height = view_px(view, KEYS_PORTRAIT_U);
        return (DeckRooms){{deck.x, deck.y, deck.w, deck.h - height - gap},
                           {deck.x, deck.y + deck.h - height, deck.w, height}};
    }
    bool narrow = view->viewport->shape == SHAPE_SMALL && deck_keys_stacked(view, deck);
    int width = view_px(view, narrow ? KEYS_SMALL_U : KEYS_WIDE_U);
    return (DeckRooms){{deck.x, deck.y, deck.w - width - gap, deck.h},
                       {deck.x + deck.w - width, deck.y, width, deck.h}};
}

/* How many times the deck has to be turned to see all the offers. */
static int deck_pages(const Look *look, Rect room, const Offers *offers)
{
    int pages = 1;
    for (size_t from = 0; (from = deck_place(look, room, offers, from)) < offers->count;) pages++;
    return pages;
}

/* A screen laid out for Reach mode. */
typedef struct Plan {
    Offers offers;
    ReachWords words; /* of a screen that does not draw them itself */
    DeckRooms rooms;
    int decks;     /* pages of offers */
    int subs, sub; /* pages that the keys turn through before the screen's own, and the present one */
    bool more;     /* the offers are turned by a button of their own: the keys turn the text */
} Plan;

static Plan plan_make(const View *view, const Scene *part, bool own_view, bool overlay)
{
    Look measure = view_look(view, NULL);
    Plan plan = {.offers = offers_of(view, part), .words = {.page_count = 1}};
    if (!own_view) plan.words = reach_words(view, part, &plan.offers);
    Rect deck = overlay ? rect_union(reach_nav(view), reach_deck(view)) : reach_deck(view);
    bool paged = node_called(part, "pager.up") != NULL;
    plan.rooms = deck_rooms(view, deck, paged || plan.words.page_count > 1);
    plan.decks = deck_pages(&measure, plan.rooms.offers, &plan.offers);
    plan.more = own_view && paged && plan.decks > 1;
    if (plan.decks > 1 && !paged) {
        plan.rooms = deck_rooms(view, deck, true);
        plan.decks = deck_pages(&measure, plan.rooms.offers, &plan.offers);
    }
    plan.subs = plan.more ? 1 : int_max(plan.decks, plan.words.page_count);
    plan.sub = int_clamp(view->session->place.deck_page, 0, int_max(plan.decks, plan.subs) - 1);
    return plan;
}

static DeckKeys keys_for(const View *view, const Scene *part, const Plan *plan)
{
    const SceneNode *up = node_called(part, "pager.up"), *down = node_called(part, "pager.down"),
                    *top = node_called(part, "pager.top");
    DeckKeys keys = {.up = word(view->words, "reading-page-up"),
                     .down = word(view->words, "show-more"),
                     .down_id = "pager.down",
                     .down_icon = "down"};
    int sub = plan->more ? 0 : plan->sub;
    if (sub > 0)
        keys.up_action = (Action){.kind = ACTION_TURN_DECK, .value = sub - 1};
    else if (up && !up->disabled)
        keys.up_action = up->action;
    if (sub + 1 < plan->subs) {
        keys.down_action = (Action){.kind = ACTION_TURN_DECK, .value = sub + 1};
        if (down) keys.down = down->label;
    } else if (down || top) {
        const SceneNode *on = down ? down : top;
        keys.down = on->label;
        keys.down_id = on->id;
        keys.down_icon = down ? "down" : NULL;
        keys.down_action = on->action;
    }
    return keys;
}

static void draw_ground(const View *view, Scene *scene)
{
    int line = reach_line(view), bottom = view->viewport->h - chrome_bottom_height(view);
    scene_box(scene, (Rect){0, line, view->viewport->w, bottom - line}, view->theme->sunk, 0);
    scene_box(scene, (Rect){0, line, view->viewport->w, view_px(view, HAIR_U)}, view->theme->line, 0);
}

/* The button that shows more to touch, ending at `right`; only its arrow where there is little room. Returns its width.
 */
static int draw_more(const View *view, const Look *look, const Plan *plan, int left, int right)
{
    const char *label = word(view->words, "show-more");
    Button more = {.id = "deck.more",
                   .label = label,
                   .spoken = label,
                   .icon = "next",
                   .action = {.kind = ACTION_TURN_DECK, .value = (plan->sub + 1) % plan->decks}};
    if (right - button_width(look, &more) < left) more.label = NULL;
    return draw_button(look, &more, right - button_width(look, &more), reach_nav(view).y, 0);
}

/* The rest of the first row: where one is, "Page 1 of 4", and the button for more to touch. */
static void draw_status(const View *view, const Look *look, const Scene *part, const Plan *plan)
{
    Rect nav = reach_nav(view);
    int right = nav.x + nav.w - chrome_reach_width(view) - px(look, SPACE_M_U);
    const SceneNode *status = node_called(part, "pager.status"), *trail = node_called(part, "top.trail");
    int left = trail ? trail->area.x : nav.x, width = status ? text_width(look, TYPE_META, status->label) : 0;
    if (plan->more) right -= draw_more(view, look, plan, left, right) + px(look, SPACE_M_U);
    if (status && right - width >= left) {
        Rect room = {right - width, nav.y, width, nav.h};
        scene_node(
            look->scene,
            (SceneNode){.role = NODE_TEXT, .id = "pager.status", .aside = true, .label = status->label, .area = room});
        draw_text_end(look, TYPE_META, status->label, room, view->theme->ink2);
        scene_node_end(look->scene);
        right -= width + px(look, SPACE_M_U);
    }
    if (trail)
        chrome_trail(view, look->scene, trail->label, (Rect){trail->area.x, nav.y, right - trail->area.x, nav.h});
}

void reach_settle(const View *view, Scene *scene, Scene *part, bool own_view)
{
    Look look = view_look(view, scene), measure = view_look(view, NULL);
    if (has_keys(part)) {
        /* A keyboard is below the line as it is; while it is up, it is all there is to touch. */
        append_some(view, scene, part, keep_all, true);
        return;
    }
    bool overlay = scene->open_layer > 0;
    Plan plan = plan_make(view, part, own_view, overlay);
    if (own_view)
        append_some(view, scene, part, keep_said, true);
    else
        reach_words_draw(view, scene, &plan.words, int_min(plan.sub, plan.words.page_count - 1));
    draw_ground(view, scene);
    append_some(view, scene, part, keep_chrome, false);
    if (!overlay) draw_status(view, &look, part, &plan);
    append_some(view, scene, part, keep_way_out, false);
    size_t from = 0;
    for (int page = 0; page < int_min(plan.sub, plan.decks - 1); page++)
        from = deck_place(&measure, plan.rooms.offers, &plan.offers, from);
    deck_place(&look, plan.rooms.offers, &plan.offers, from);
    const ScreenType *type = screen_type(view->session->place.screen);
    if (!overlay && type->deck_words) type->deck_words(view, scene);
    DeckKeys keys = keys_for(view, part, &plan);
    if (!rect_is_empty(plan.rooms.keys)) deck_keys(view, &look, plan.rooms.keys, &keys);
    scene_wake_at(scene, part->wake_ms);
}
