#include "gfx/scene.h"

#include <string.h>

#include "base/hash.h"

void scene_begin(Scene *scene, Arena *arena, int w, int h, Color ground, const char *lang)
{
    *scene = (Scene){
        .arena = arena,
        .w = w,
        .h = h,
        .ground = ground,
        .open_clip = -1,
        .open_node = -1,
        .wake_ms = INT64_MAX,
        .lang = lang,
    };
}

static SceneItem *item_add(Scene *scene, ItemKind kind, Rect box)
{
    scene->items = arena_grow(scene->arena, scene->items, scene->item_count, &scene->item_capacity, sizeof(SceneItem));
    SceneItem *item = &scene->items[scene->item_count++];
    *item = (SceneItem){.kind = kind, .box = box, .opacity = 255, .clip = scene->open_clip, .node = scene->open_node};
    if (scene->open_node >= 0 && scene->nodes[scene->open_node].disabled) item->opacity = 102;
    return item;
}

SceneItem *scene_box(Scene *scene, Rect box, Color fill, int radius_px)
{
    SceneItem *item = item_add(scene, ITEM_BOX, box);
    item->fill = fill;
    item->radius_px = int_min(radius_px, int_min(box.w, box.h) / 2);
    return item;
}

SceneItem *scene_framed_box(Scene *scene, Rect box, Color fill, int radius_px, Color edge, int edge_px)
{
    SceneItem *item = scene_box(scene, box, fill, radius_px);
    item->edge = edge;
    item->edge_px = edge_px;
    return item;
}

SceneItem *scene_insert_box(Scene *scene, size_t at, Rect box, Color fill, int radius_px)
{
    SceneItem inserted = *scene_box(scene, box, fill, radius_px);
    memmove(&scene->items[at + 1], &scene->items[at], (scene->item_count - 1 - at) * sizeof(SceneItem));
    scene->items[at] = inserted;
    return &scene->items[at];
}

SceneItem *scene_arc(Scene *scene, Rect box, Color color, int thickness_px, double start, double sweep)
{
    SceneItem *item = item_add(scene, ITEM_ARC, box);
    item->fill = color;
    item->edge_px = thickness_px;
    item->arc_start = start;
    item->arc_sweep = sweep;
    return item;
}

SceneItem *scene_line(Scene *scene, const TextLine *line, int x, int y, int line_px, Color color)
{
    SceneItem *item = item_add(scene, ITEM_TEXT, (Rect){x, y, line->width_px, line_px});
    item->fill = color;
    item->line = line;
    return item;
}

SceneItem *scene_image(Scene *scene, Rect box, ImageRef image)
{
    SceneItem *item = item_add(scene, ITEM_IMAGE, box);
    item->image = image;
    return item;
}

/* Icons that point along the reading direction turn with it. */
static bool icon_is_directional(const char *name)
{
    static const char *const directional[] = {"back", "next",   "prev",    "chev",   "skip",
                                              "book", "listen", "quieter", "louder", "bksp"};
    for (size_t i = 0; i < ARRAY_LEN(directional); i++)
        if (strcmp(name, directional[i]) == 0) return true;
    return false;
}

SceneItem *scene_icon(Scene *scene, Rect box, const char *name, Color color)
{
    ImageRef image = {arena_format(scene->arena, "icon:%s", name), icon_is_directional(name)};
    SceneItem *item = scene_image(scene, box, image);
    item->fill = color;
    return item;
}

SceneItem *scene_code(Scene *scene, Rect box, const uint8_t *modules, int module_count)
{
    SceneItem *item = item_add(scene, ITEM_CODE, box);
    item->modules = modules;
    item->module_count = module_count;
    return item;
}

int scene_node(Scene *scene, SceneNode node)
{
    scene->nodes = arena_grow(scene->arena, scene->nodes, scene->node_count, &scene->node_capacity, sizeof(SceneNode));
    int index = (int)scene->node_count++;
    if (!node.id) node.id = "";
    if (!node.label) node.label = "";
    if (rect_is_empty(node.shape)) node.shape = node.area;
    node.layer = scene->open_layer;
    node.clip = scene->open_clip;
    node.focused = node.id[0] != '\0' && scene->open_focus && strcmp(scene->open_focus, node.id) == 0;
    node.pressed = node.id[0] != '\0' && scene->open_pressed && strcmp(scene->open_pressed, node.id) == 0;
    scene->nodes[index] = node;
    scene->open_node = index;
    return index;
}

void scene_node_end(Scene *scene) { scene->open_node = -1; }

int scene_text_node(Scene *scene, NodeRole role, const char *label, Rect area)
{
    int index = scene_node(scene, (SceneNode){.role = role, .label = label, .area = area});
    scene_node_end(scene);
    return index;
}

void scene_push_clip(Scene *scene, Rect clip)
{
    if (scene->open_clip >= 0) clip = rect_intersect(clip, scene->clips[scene->open_clip]);
    scene->clips = arena_grow(scene->arena, scene->clips, scene->clip_count, &scene->clip_capacity, sizeof(Rect));
    scene->clips[scene->clip_count] = clip;
    scene->open_clip = (int)scene->clip_count++;
}

void scene_pop_clip(Scene *scene, int previous) { scene->open_clip = previous; }

/* The clip that a copied item gets: its own, moved, within the one that is open now. */
static int clip_copy(Scene *scene, const Scene *part, int clip, int dx, int dy)
{
    if (clip < 0) return scene->open_clip;
    int before = scene->open_clip;
    Rect moved = part->clips[clip];
    moved.x += dx;
    moved.y += dy;
    scene_push_clip(scene, moved);
    int copied = scene->open_clip;
    scene_pop_clip(scene, before);
    return copied;
}

static void rect_move(Rect *rect, int dx, int dy)
{
    rect->x += dx;
    rect->y += dy;
}

void scene_append(Scene *scene, const Scene *part, int dx, int dy)
{
    int first_node = (int)scene->node_count;
    const char *lang = part->lang && scene->lang && strcmp(part->lang, scene->lang) != 0 ? part->lang : NULL;
    for (size_t i = 0; i < part->node_count; i++) {
        SceneNode node = part->nodes[i];
        if (!node.lang) node.lang = lang;
        rect_move(&node.area, dx, dy);
        rect_move(&node.shape, dx, dy);
        int index = scene_node(scene, node);
        scene->nodes[index].clip = clip_copy(scene, part, part->nodes[i].clip, dx, dy);
        scene->nodes[index].layer = int_max(scene->open_layer, node.layer);
    }
    scene_node_end(scene);
    for (size_t i = 0; i < part->item_count; i++) {
        SceneItem copy = part->items[i];
        SceneItem *item = item_add(scene, copy.kind, copy.box);
        copy.clip = clip_copy(scene, part, copy.clip, dx, dy);
        copy.node = copy.node >= 0 ? copy.node + first_node : -1;
        rect_move(&copy.box, dx, dy);
        *item = copy;
    }
    scene_wake_at(scene, part->wake_ms);
}

void scene_wake_at(Scene *scene, int64_t ms)
{
    if (ms < scene->wake_ms) scene->wake_ms = ms;
}

static void rect_mirror(Rect *rect, int width) { rect->x = width - rect->x - rect->w; }

void scene_mirror(Scene *scene)
{
    for (size_t i = 0; i < scene->item_count; i++) {
        SceneItem *item = &scene->items[i];
        rect_mirror(&item->box, scene->w);
        if (item->kind == ITEM_IMAGE && item->image.mirror) item->flipped = !item->flipped;
        if (item->kind == ITEM_ARC) item->arc_start = -item->arc_start - item->arc_sweep;
    }
    for (size_t i = 0; i < scene->node_count; i++) {
        rect_mirror(&scene->nodes[i].area, scene->w);
        rect_mirror(&scene->nodes[i].shape, scene->w);
        scene->nodes[i].mirrored = !scene->nodes[i].mirrored;
    }
    for (size_t i = 0; i < scene->clip_count; i++) rect_mirror(&scene->clips[i], scene->w);
    scene->mirrored = true;
}

void scene_focus_ring(Scene *scene, Color color, int thickness_px, int gap_px)
{
    for (size_t i = 0; i < scene->node_count; i++) {
        const SceneNode *node = &scene->nodes[i];
        if (!node->focused) continue;
        int out = gap_px + thickness_px;
        Rect ring = rect_grow(node->shape, out);
        ring = rect_intersect(ring, (Rect){0, 0, scene->w, scene->h});
        scene->open_clip = -1;
        scene_framed_box(scene, ring, (Color){0}, node->radius_px + out, color, thickness_px);
        return;
    }
}
