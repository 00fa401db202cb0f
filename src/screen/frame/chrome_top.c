/* chrome_top.c - Back, Home, Search and where one is; on the home the mark and the clinic. */
#include <string.h>

#include "base/fs.h"
#include "screen/frame/chrome.h"
#include "screen/reach/reach.h"

/* The row of Back and Home: at the top, or where everybody reaches. */
static Rect top_row(const View *view)
{
    if (reach_on(view)) return reach_nav(view);
    int height = view_px(view, BUTTON_U), margin = chrome_margin(view);
    return (Rect){margin, (chrome_top_height(view) - height) / 2, view->viewport->w - 2 * margin, height};
}

static Button reach_button(const View *view)
{
    /* Little room: the tick says the rest. */
    const char *label = word(view->words, view->viewport->shape == SHAPE_LANDSCAPE ? "reach-on" : "reach");
    return (Button){.id = "top.reach",
                    .label = label,
                    .spoken = word(view->words, "reach-on"),
                    .icon = "check",
                    .action = {.kind = ACTION_TOGGLE_REACH}};
}

int chrome_reach_width(const View *view)
{
    Look look = view_look(view, NULL);
    Button on = reach_button(view);
    return reach_on(view) ? button_width(&look, &on) : 0;
}

/* "Reach mode is on", at the end of the row; returns the width it takes, 0 if it is off. */
static int draw_reach(const View *view, const Look *look, Rect row)
{
    if (!reach_on(view)) return 0;
    Button on = reach_button(view);
    int width = chrome_reach_width(view);
    return draw_button(look, &on, row.x + row.w - width, row.y, width) + px(look, SPACE_M_U);
}

/* Not where a visitor looks for help, and not on the screen that it opens. */
static bool offers_search(const View *view)
{
    ScreenId screen = view->session->place.screen;
    return view->site->features.search && screen != SCREEN_CRISIS && screen != SCREEN_SEARCH;
}

static Button search_button(const View *view)
{
    return (Button){.id = "top.search",
                    .label = word(view->words, "search"),
                    .icon = "search",
                    .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_SEARCH}};
}

/* At the right edge; returns where it begins. */
static int top_search(const View *view, const Look *look, int y, int right)
{
    if (!offers_search(view)) return right;
    Button search = search_button(view);
    int x = right - button_width(look, &search);
    draw_button(look, &search, x, y, 0);
    return x - px(look, SPACE_M_U);
}

/* The home of a wide screen has the field itself. */
static int top_field(const View *view, const Look *look, int y, int right)
{
    if (!offers_search(view)) return right;
    Rect box = {right - px(look, 560), y, px(look, 560), px(look, BUTTON_U)};
    const char *hint = word(view->words, "home-search");
    int node = scene_node(look->scene, (SceneNode){.role = NODE_BUTTON,
                                                   .id = "top.search",
                                                   .label = hint,
                                                   .area = box,
                                                   .radius_px = box.h / 2,
                                                   .action = {.kind = ACTION_OPEN_SCREEN, .value = SCREEN_SEARCH}});
    Color ground = look->scene->nodes[node].pressed ? view->theme->pressed : view->theme->card;
    scene_framed_box(look->scene, box, ground, box.h / 2, view->theme->edge, px(look, view->theme->hair_u));
    int icon = px(look, ICON_M_U), x = box.x + px(look, 30);
    scene_icon(look->scene, (Rect){x, box.y + (box.h - icon) / 2, icon, icon}, "search", view->theme->ink2);
    x += icon + px(look, 14);
    draw_text_middle(look, TYPE_TEXT, hint, (Rect){x, box.y, box.x + box.w - px(look, SPACE_2XL_U) - x, box.h},
                     view->theme->ink2);
    scene_node_end(look->scene);
    return box.x - px(look, SPACE_4XL_U);
}

/* In Reach mode Search stands beside Home, where the eye goes on; returns where what follows begins. */
static int reach_search(const View *view, const Look *look, int x, int y)
{
    if (!reach_on(view) || !offers_search(view)) return x;
    Button search = search_button(view);
    return x + draw_button(look, &search, x, y, 0) + px(look, SPACE_M_U);
}

/* The trail without its last steps, as far as there is room for it; nothing where not even the first step fits: the
 * page below says the same in full. */
static const char *trail_within(const Look *look, const char *trail, int width)
{
    while (trail && trail[0] && text_width(look, TYPE_CHIP, trail) > width) {
        const char *step = NULL;
        for (const char *at = trail; *at; at++)
            if (strncmp(at, "  /  ", 5) == 0 || strncmp(at, "  ·  ", 6) == 0) step = at;
        if (!step) return NULL;
        trail = arena_copy_bytes(look->scene->arena, trail, (size_t)(step - trail));
    }
    return trail;
}

void chrome_trail(const View *view, Scene *scene, const char *trail, Rect box)
{
    Look look = view_look(view, scene);
    trail = trail_within(&look, trail, box.w);
    if (!trail || !trail[0]) return;
    scene_node(scene, (SceneNode){.role = NODE_TEXT, .id = "top.trail", .aside = true, .label = trail, .area = box});
    draw_text_middle(&look, TYPE_CHIP, trail, box, view->theme->ink2);
    scene_node_end(scene);
}

void chrome_top(const View *view, Scene *scene, const char *trail)
{
    Look look = view_look(view, scene);
    Rect row = top_row(view);
    int gap = px(&look, SPACE_M_U), x = row.x, right = row.x + row.w;
    Button back = {
        .id = "top.back", .label = word(view->words, "back"), .icon = "back", .action = {.kind = ACTION_BACK}};
    x += draw_button(&look, &back, x, row.y, 0) + gap;
    Button home = {.id = "top.home",
                   .label = word(view->words, "home"),
                   .icon = "home",
                   .action = {.kind = ACTION_HOME},
                   .hold = {.kind = ACTION_STAFF},
                   .hold_ms = STAFF_HOLD_MS};
    x += draw_button(&look, &home, x, row.y, 0) + gap;
    if (!reach_on(view)) {
        right = top_search(view, &look, row.y, right);
        x += px(&look, SPACE_XS_U);
        chrome_trail(view, scene, trail, (Rect){x, row.y, right - x, row.h});
        return;
    }
    x = reach_search(view, &look, x, row.y) + px(&look, SPACE_XS_U);
    /* The rest of the row is shared with more: who lays that out draws this. */
    scene_text_node(scene, NODE_TEXT, trail ? trail : "", (Rect){x, row.y, right - x, row.h});
    scene->nodes[scene->node_count - 1].id = "top.trail";
    draw_reach(view, &look, row);
}

/* The clinic's logo and name beside the mark, as far as there is room. Returns the width that it took. */
static int draw_place(const View *view, const Look *look, Rect room)
{
    const Site *site = view->site;
    Word name = words_in(&site->clinic.name, view->lang);
    int side = px(look, 56), gap = px(look, SPACE_L_U), x = room.x, hair = px(look, HAIR_U);
    Look own = *look;
    own.lang = name.lang;
    int logo = site->logo ? side + px(look, SPACE_M_U) : 0,
        width = name.text ? text_width(&own, TYPE_CHIP, name.text) : 0;
    if (logo + width == 0 || 2 * gap + hair + logo + width > room.w) return 0;
    scene_box(look->scene, (Rect){x + gap, room.y + (room.h - side) / 2, hair, side}, view->theme->line, 0);
    x += 2 * gap + hair;
    if (site->logo)
        scene_image(look->scene, (Rect){x, room.y + (room.h - side) / 2, side, side},
                    (ImageRef){fs_join(view->arena, site->dir, site->logo), false});
    x += logo;
    if (width > 0) {
        scene_node(look->scene, (SceneNode){.role = NODE_TEXT,
                                            .id = "top.clinic",
                                            .label = name.text,
                                            .lang = name.lang,
                                            .area = {x, room.y, width, room.h}});
        draw_text_middle(&own, TYPE_CHIP, name.text, (Rect){x, room.y, width, room.h}, view->theme->ink2);
        scene_node_end(look->scene);
    }
    return x + width - room.x;
}

/* The mark, which staff hold; returns the width that it takes. */
static int draw_mark(const View *view, const Look *look, Rect row)
{
    int width = px(look, 230);
    Rect corner = {0, 0, row.x + width, chrome_top_height(view)};
    scene_node(look->scene, (SceneNode){
                                .role = NODE_TEXT,
                                .id = "mark",
                                .label = word(view->words, "mark-spoken"),
                                .area = reach_on(view) ? (Rect){row.x, row.y, width, row.h} : corner,
                                .hold = {.kind = ACTION_STAFF},
                                .hold_ms = STAFF_HOLD_MS,
                            });
    draw_brand(look, row.x, row.y, row.h, view->theme->ink, false);
    scene_node_end(look->scene);
    return width;
}

void chrome_top_home(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    Rect row = top_row(view);
    int brand_width = draw_mark(view, &look, row), right = row.x + row.w;
    bool wide = view->viewport->shape == SHAPE_LANDSCAPE, reach = reach_on(view);
    const char *promise = word(view->words, view_is_small(view) ? "home-private-short" : "home-private");
    right -= draw_reach(view, &look, row);
    right = wide ? top_field(view, &look, row.y, right) : top_search(view, &look, row.y, right);
    Rect room = {row.x + brand_width, row.y, right - row.x - brand_width, row.h};
    bool below = view_is_portrait(view) && !reach;
    int promise_w = below || reach ? 0 : text_width(&look, TYPE_META, promise) + px(&look, SPACE_3XL_U);
    int place = draw_place(view, &look, (Rect){room.x, room.y, room.w - promise_w, room.h});
    room.x += place;
    room.w -= place;
    if (below) {
        /* Below everything, in the middle. */
        Rect main = chrome_main(view);
        int line = style_line_px(&look, TYPE_META), width = int_min(text_width(&look, TYPE_META, promise), main.w);
        room = (Rect){main.x + (main.w - width) / 2, main.y + main.h - line, width, line};
    }
    scene_text_node(scene, NODE_TEXT, promise, room);
    /* In Reach mode it is set with the other words, above the line. */
    if (!reach) draw_text_end(&look, TYPE_META, promise, room, view->theme->ink2);
}
