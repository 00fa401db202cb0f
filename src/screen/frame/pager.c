#include "screen/frame/pager.h"

#include "screen/frame/chrome.h"
#include "screen/reach/reach.h"

enum { PAGER_U = 104 };

int pager_height(const View *view)
{
    /* With a deck below, nothing of it stands in the room of the words. */
    return reach_own_view(view) ? 0 : viewport_px(view->viewport, PAGER_U);
}

int pager_draw(const View *view, Scene *scene, Rect room, const Pager *pager)
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

const char *pager_status(const View *view, int page, int count)
{
    const char *number = arena_format(view->arena, "%d", page + 1);
    const char *text = word_with(view->words, view->arena, "reading-page-of", "page", number);
    return word_fill(view->arena, text, "n", arena_format(view->arena, "%d", count));
}
