#include "app/focus.h"

#include <stdlib.h>

static const char *node_id(const Scene *scene, int node) { return node >= 0 ? scene->nodes[node].id : NULL; }

bool focus_holds(const Scene *scene, const char *id)
{
    int node = scene_find_node(scene, id);
    return node >= 0 && scene_node_is_target(scene, node);
}

const char *focus_move(const Scene *scene, const char *id, KeyKind key)
{
    int from = scene_find_node(scene, id);
    switch (key) {
    case KEY_TAB: return node_id(scene, scene_next_target(scene, from, 1));
    case KEY_BACK_TAB: return node_id(scene, scene_next_target(scene, from, -1));
    /* The scene is mirrored already where the language asks for it, so an arrow goes where it points. */
    case KEY_LEFT: return node_id(scene, scene_target_towards(scene, from, -1, 0));
    case KEY_RIGHT: return node_id(scene, scene_target_towards(scene, from, 1, 0));
    case KEY_UP: return node_id(scene, scene_target_towards(scene, from, 0, -1));
    case KEY_DOWN: return node_id(scene, scene_target_towards(scene, from, 0, 1));
    case KEY_NONE:
    case KEY_ENTER:
    case KEY_ESCAPE:
    case KEY_PAGE_UP:
    case KEY_PAGE_DOWN:
    case KEY_HOME: break;
    }
    return NULL;
}

static int distance(Rect a, Rect b) { return abs(a.x + a.w / 2 - b.x - b.w / 2) + abs(a.y + a.h / 2 - b.y - b.h / 2); }

const char *focus_repair(const Scene *scene, const char *id, Rect was)
{
    int first = scene_next_target(scene, -1, 1);
    if (first < 0) return "";
    /* It is still there, behind an overlay: then the overlay has the focus, on its safe answer. */
    if (scene_find_node(scene, id) >= 0) return scene->nodes[first].id;
    int best = first;
    for (int i = 0; i < (int)scene->node_count; i++)
        if (scene_node_is_target(scene, i) &&
            distance(scene->nodes[i].shape, was) < distance(scene->nodes[best].shape, was))
            best = i;
    return scene->nodes[best].id;
}
