#include "ui/scan.h"

#include <string.h>

enum { COLUMN_LEAST = 4 }; /* so many rows of one thing each are one group, to be walked through from its head */

static bool is_target(const Scene *scene, int node) { return scene_node_is_target(scene, node); }

static bool is_help(const SceneNode *node)
{
    return node->always && (node->action.kind == ACTION_HIDE || node->action.kind == ACTION_CRISIS);
}

/* A screen that is one door, all of it: the loop, and the picture behind Hide. */
static bool is_door(const Scene *scene, int node)
{
    const SceneNode *n = &scene->nodes[node];
    return n->role == NODE_GROUND && n->layer == 0 && n->label[0] != '\0' && scene_node_acts(scene, node);
}

/* More than half of the lower one is beside the other. */
static bool same_row(Rect a, Rect b)
{
    int shared = int_min(a.y + a.h, b.y + b.h) - int_max(a.y, b.y);
    return 2 * shared > int_min(a.h, b.h);
}

static bool same_column(Rect a, Rect b) { return int_min(a.x + a.w, b.x + b.w) > int_max(a.x, b.x); }

/* Groups while they are collected. */
typedef struct Collector {
    const Scene *scene;
    Arena *arena;
    ScanGroups groups;
} Collector;

static void add_group(Collector *to, const int *nodes, int count)
{
    ScanGroup group = {.nodes = nodes, .count = count, .box = to->scene->nodes[nodes[0]].shape};
    for (int i = 1; i < count; i++) group.box = rect_union(group.box, to->scene->nodes[nodes[i]].shape);
    to->groups.items[to->groups.count++] = group;
}

/* A long row in parts that are as even as can be. */
static void add_split(Collector *to, const int *nodes, int count)
{
    int parts = (count + SCAN_GROUP_MAX - 1) / SCAN_GROUP_MAX;
    for (int part = 0, from = 0; part < parts; part++) {
        int until = count * (part + 1) / parts;
        add_group(to, nodes + from, until - from);
        from = until;
    }
}

/* Single things below each other that could be one column, from `nodes` on. */
static int column_length(const Collector *to, const int *nodes, const int *lengths, int rows)
{
    int length = 0;
    for (const SceneNode *n = to->scene->nodes; length < rows && lengths[length] == 1; length++) {
        bool joins = length == 0 || same_column(n[nodes[0]].shape, n[nodes[length]].shape);
        if (!joins || action_has(n[nodes[length]].action.kind, TURNS_PAGE)) break;
    }
    return length;
}

/* Cuts nodes, which are in reading order, into rows, and rows into groups. */
static void add_rows(Collector *to, const int *nodes, int count)
{
    int *lengths = ARENA_ARRAY(to->arena, int, (size_t)count + 1), rows = 0;
    for (int from = 0; from < count; rows++) {
        int until = from + 1;
        while (until < count && same_row(to->scene->nodes[nodes[from]].shape, to->scene->nodes[nodes[until]].shape))
            until++;
        lengths[rows] = until - from;
        from = until;
    }
    for (int row = 0, from = 0; row < rows;) {
        int column = column_length(to, nodes + from, lengths + row, rows - row);
        int length = column >= COLUMN_LEAST ? column : lengths[row];
        add_split(to, nodes + from, length);
        row += column >= COLUMN_LEAST ? column : 1;
        from += length;
    }
}

static void add_help(Collector *to)
{
    int *nodes = ARENA_ARRAY(to->arena, int, to->scene->node_count + 1), count = 0;
    for (int hide = 1; hide >= 0; hide--)
        for (int i = 0; i < (int)to->scene->node_count; i++) {
            const SceneNode *node = &to->scene->nodes[i];
            if (is_help(node) && is_target(to->scene, i) && (node->action.kind == ACTION_HIDE) == (hide == 1))
                nodes[count++] = i;
        }
    if (count > 0) add_group(to, nodes, count);
}

/* What is in the dock (`always`), or what is above it. */
static int add_others(Collector *to, bool always)
{
    int *nodes = ARENA_ARRAY(to->arena, int, to->scene->node_count + 1), count = 0;
    for (int i = 0; i < (int)to->scene->node_count; i++) {
        const SceneNode *node = &to->scene->nodes[i];
        if (node->always == always && !is_help(node) && is_target(to->scene, i)) nodes[count++] = i;
    }
    add_rows(to, nodes, count);
    return count;
}

static bool has_overlay(const Scene *scene)
{
    for (size_t i = 0; i < scene->node_count; i++)
        if (scene->nodes[i].layer > 0) return true;
    return false;
}

ScanGroups scan_groups(const Scene *scene, Arena *arena)
{
    Collector to = {scene, arena, {.items = ARENA_ARRAY(arena, ScanGroup, scene->node_count + 1)}};
    bool overlay = has_overlay(scene);
    if (!overlay) add_help(&to);
    for (int i = 0; i < (int)scene->node_count; i++) {
        if (!is_door(scene, i)) continue;
        int *door = ARENA_ARRAY(arena, int, 1);
        door[0] = i;
        add_group(&to, door, 1);
    }
    add_others(&to, false);
    if (overlay) add_help(&to);
    add_others(&to, true);
    return to.groups;
}

bool scan_find(const Scene *scene, const ScanGroups *groups, const ScanPlace *place, int *group, int *item)
{
    for (int g = 0; g < groups->count; g++)
        for (int i = 0; i < groups->items[g].count; i++) {
            if (strcmp(scene->nodes[groups->items[g].nodes[i]].id, place->id) != 0) continue;
            *group = g;
            *item = i;
            return true;
        }
    return false;
}

static ScanPlace place_at(const Scene *scene, const ScanGroups *groups, ScanLevel level, int group, int item)
{
    ScanPlace place = {.level = level};
    if (groups->count == 0) return place;
    const char *id = scene->nodes[groups->items[group].nodes[item]].id;
    size_t length = strlen(id);
    if (length < sizeof(place.id)) memcpy(place.id, id, length + 1);
    return place;
}

ScanPlace scan_settle(const Scene *scene, const ScanGroups *groups, const ScanPlace *place)
{
    int group, item;
    if (place->level == SCAN_RESTS || scan_find(scene, groups, place, &group, &item)) return *place;
    return place_at(scene, groups, SCAN_GROUPS, 0, 0);
}

ScanPlace scan_next(const Scene *scene, const ScanGroups *groups, const ScanPlace *place)
{
    int group, item;
    if (place->level == SCAN_RESTS || groups->count == 0) return *place;
    if (!scan_find(scene, groups, place, &group, &item)) return place_at(scene, groups, SCAN_GROUPS, 0, 0);
    if (place->level == SCAN_GROUPS) return place_at(scene, groups, SCAN_GROUPS, (group + 1) % groups->count, 0);
    if (place->out) return place_at(scene, groups, SCAN_ITEMS, group, 0);
    bool last = item + 1 == groups->items[group].count;
    ScanPlace next = place_at(scene, groups, SCAN_ITEMS, group, last ? item : item + 1);
    next.out = last;
    return next;
}

int scan_choose(const Scene *scene, const ScanGroups *groups, ScanPlace *place)
{
    int group, item;
    if (place->level == SCAN_RESTS || !scan_find(scene, groups, place, &group, &item)) return -1;
    const ScanGroup *here = &groups->items[group];
    if (place->level == SCAN_GROUPS && here->count > 1) {
        *place = place_at(scene, groups, SCAN_ITEMS, group, 0);
        return -1;
    }
    if (place->out) {
        *place = place_at(scene, groups, SCAN_GROUPS, group, 0);
        return -1;
    }
    return here->nodes[item];
}

ScanPlace scan_stay(const Scene *scene, const ScanGroups *groups, const ScanPlace *place)
{
    int group, item;
    if (!scan_find(scene, groups, place, &group, &item)) return scan_settle(scene, groups, place);
    return place_at(scene, groups, groups->items[group].count > 1 ? SCAN_ITEMS : SCAN_GROUPS, group, item);
}

static void draw_ring(Scene *scene, Rect box, int radius_px, Color color, int thickness_px, int gap_px)
{
    int out = gap_px + thickness_px;
    Rect ring = rect_intersect(rect_grow(box, out), (Rect){0, 0, scene->w, scene->h});
    scene_framed_box(scene, ring, (Color){0}, radius_px + out, color, thickness_px);
}

/* True if something that is not of the group stands within its box. */
static bool holds_others(const Scene *scene, const ScanGroup *group)
{
    for (int i = 0; i < (int)scene->node_count; i++) {
        if (!is_target(scene, i)) continue;
        bool own = false;
        for (int n = 0; n < group->count; n++) own = own || group->nodes[n] == i;
        Rect shape = scene->nodes[i].shape;
        if (!own && rect_contains(group->box, shape.x + shape.w / 2, shape.y + shape.h / 2)) return true;
    }
    return false;
}

static void draw_group_ring(Scene *scene, const ScanGroup *group, Color color, int thickness_px, int gap_px)
{
    if (!holds_others(scene, group)) {
        draw_ring(scene, group->box, gap_px, color, thickness_px, gap_px);
        return;
    }
    for (int n = 0; n < group->count; n++) {
        const SceneNode *node = &scene->nodes[group->nodes[n]];
        draw_ring(scene, node->shape, node->radius_px, color, thickness_px, gap_px);
    }
}

void scan_draw(Scene *scene, const ScanPlace *place, Color color, int item_px, int group_px, int gap_px)
{
    int group, item;
    ScanGroups groups = scan_groups(scene, scene->arena);
    ScanPlace settled = scan_settle(scene, &groups, place);
    if (settled.level == SCAN_RESTS || !scan_find(scene, &groups, &settled, &group, &item)) return;
    const ScanGroup *here = &groups.items[group];
    const SceneNode *node = &scene->nodes[here->nodes[item]];
    scene->open_clip = -1;
    bool on_item = settled.level == SCAN_ITEMS && !settled.out;
    if (on_item || here->count == 1) draw_ring(scene, node->shape, node->radius_px, color, item_px, gap_px);
    /* Further out than the ring of the item, so that the two are never one. */
    if (here->count > 1)
        draw_group_ring(scene, here, color, on_item ? group_px : item_px, on_item ? item_px + 2 * gap_px : gap_px);
}

int scan_pace_ms(int base_ms, int steps)
{
    static const int paces_ms[] = {500, 750, 1000, 1500, 2000, 3000, 4000, 5000, 6000, 8000, 10000};
    int at = 0, last = (int)ARRAY_LEN(paces_ms) - 1;
    if (steps == 0) return base_ms;
    while (at < last && paces_ms[at] < base_ms) at++;
    /* Between two paces, one step is to the next one. */
    if (steps > 0 && paces_ms[at] > base_ms) at--;
    return paces_ms[int_clamp(at + steps, 0, last)];
}

bool scan_switch_down(ScanSwitch *state, int64_t now_ms, int settle_ms)
{
    bool press = !state->down && (!state->used || now_ms - state->last_ms >= settle_ms);
    state->down = state->used = true;
    state->last_ms = now_ms;
    return press;
}

void scan_switch_up(ScanSwitch *state, int64_t now_ms)
{
    state->down = false;
    state->last_ms = now_ms;
}
