/* scene_node.c - finding what is touched, and where the focus goes next. */
#include <stdlib.h>
#include <string.h>

#include "gfx/scene.h"

static int top_layer(const Scene *scene)
{
    int layer = 0;
    for (size_t i = 0; i < scene->node_count; i++) layer = int_max(layer, scene->nodes[i].layer);
    return layer;
}

/* The part of the node's area that can really be touched. */
static Rect node_area(const Scene *scene, const SceneNode *node)
{
    return node->clip >= 0 ? rect_intersect(node->area, scene->clips[node->clip]) : node->area;
}

static bool node_acts(const Scene *scene, const SceneNode *node, int layer)
{
    if (node->disabled || (node->layer < layer && !node->always)) return false;
    if (node->action.kind == ACTION_NONE && node->hold.kind == ACTION_NONE) return false;
    return !rect_is_empty(rect_intersect(node_area(scene, node), (Rect){0, 0, scene->w, scene->h}));
}

bool scene_node_is_target(const Scene *scene, int node)
{
    const SceneNode *n = &scene->nodes[node];
    return n->role != NODE_GROUND && n->action.kind != ACTION_NONE && node_acts(scene, n, top_layer(scene));
}

bool scene_node_acts(const Scene *scene, int node) { return node_acts(scene, &scene->nodes[node], top_layer(scene)); }

int scene_hit(const Scene *scene, int x, int y)
{
    int layer = top_layer(scene);
    for (size_t i = scene->node_count; i-- > 0;) {
        const SceneNode *node = &scene->nodes[i];
        if (!node_acts(scene, node, layer) || node->role == NODE_GROUND) continue;
        if (rect_contains(node_area(scene, node), x, y)) return (int)i;
    }
    for (size_t i = scene->node_count; i-- > 0;) {
        const SceneNode *node = &scene->nodes[i];
        if (node->role != NODE_GROUND || !node_acts(scene, node, layer)) continue;
        if (rect_contains(node_area(scene, node), x, y)) return (int)i;
    }
    return -1;
}

int scene_find_node(const Scene *scene, const char *id)
{
    if (id[0] == '\0') return -1;
    for (size_t i = 0; i < scene->node_count; i++)
        if (strcmp(scene->nodes[i].id, id) == 0) return (int)i;
    return -1;
}

int scene_next_target(const Scene *scene, int from, int step)
{
    int count = (int)scene->node_count;
    if (from < 0 && step < 0) from = 0;
    for (int moved = 1; moved <= count; moved++) {
        int at = ((from + step * moved) % count + count) % count;
        if (scene_node_is_target(scene, at)) return at;
    }
    return -1;
}

/* Distance along the direction counts once, distance across it three times: a row is left last. */
static long distance_towards(Rect from, Rect to, int dx, int dy)
{
    long along_x = (to.x + to.w / 2) - (from.x + from.w / 2), along_y = (to.y + to.h / 2) - (from.y + from.h / 2);
    long along = dx != 0 ? along_x * dx : along_y * dy;
    long gap = dx != 0 ? int_max(0, int_max(to.y - (from.y + from.h), from.y - (to.y + to.h)))
                       : int_max(0, int_max(to.x - (from.x + from.w), from.x - (to.x + to.w)));
    long across = labs(dx != 0 ? along_y : along_x);
    if (along <= 0) return -1;
    return along + across + 3 * gap;
}

int scene_target_towards(const Scene *scene, int from, int dx, int dy)
{
    if (from < 0) return scene_next_target(scene, -1, 1);
    int best = -1;
    long best_distance = 0;
    for (int i = 0; i < (int)scene->node_count; i++) {
        if (i == from || !scene_node_is_target(scene, i)) continue;
        long distance = distance_towards(scene->nodes[from].shape, scene->nodes[i].shape, dx, dy);
        if (distance < 0 || (best >= 0 && distance >= best_distance)) continue;
        best = i;
        best_distance = distance;
    }
    return best;
}
