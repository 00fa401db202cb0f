#include "gfx/scene_compare.h"

#include "base/hash.h"

static uint64_t hash_int(uint64_t hash, int64_t value) { return hash_bytes(hash, &value, sizeof(value)); }

static uint64_t hash_color(uint64_t hash, Color c)
{
    return hash_int(hash, (int64_t)c.r << 24 | (int64_t)c.g << 16 | (int64_t)c.b << 8 | c.a);
}

static uint64_t hash_rect(uint64_t hash, Rect r)
{
    const int numbers[] = {r.x, r.y, r.w, r.h};
    return hash_bytes(hash, numbers, sizeof(numbers));
}

static uint64_t hash_line(uint64_t hash, const TextLine *line)
{
    hash = hash_int(hash, line->baseline_px);
    for (size_t i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        const int numbers[] = {run->font, run->size_px, run->rtl, (int)run->script, run->x_px};
        hash = hash_bytes(hash, numbers, sizeof(numbers));
        hash = hash_text(hash, run->text);
    }
    return hash;
}

uint64_t scene_item_hash(const Scene *scene, const SceneItem *item)
{
    uint64_t hash = hash_int(14695981039346656037u, (int)item->kind);
    hash = hash_rect(hash, item->box);
    hash = hash_color(hash_color(hash, item->fill), item->edge);
    const int numbers[] = {item->edge_px, item->radius_px, item->opacity};
    hash = hash_bytes(hash, numbers, sizeof(numbers));
    if (item->clip >= 0) hash = hash_rect(hash, scene->clips[item->clip]);
    switch (item->kind) {
    case ITEM_BOX: break;
    case ITEM_ARC:
        hash = hash_bytes(hash, &item->arc_start, sizeof(item->arc_start));
        hash = hash_bytes(hash, &item->arc_sweep, sizeof(item->arc_sweep));
        break;
    case ITEM_TEXT: hash = hash_line(hash, item->line); break;
    case ITEM_IMAGE: hash = hash_text(hash_int(hash, item->flipped), item->image.path); break;
    case ITEM_CODE:
        hash = hash_bytes(hash, item->modules, (size_t)item->module_count * (size_t)item->module_count);
        break;
    }
    return hash;
}

bool scene_same_picture(const Scene *a, const Scene *b)
{
    if (a->w != b->w || a->h != b->h || !color_equal(a->ground, b->ground) || a->item_count != b->item_count)
        return false;
    for (size_t i = 0; i < a->item_count; i++)
        if (scene_item_hash(a, &a->items[i]) != scene_item_hash(b, &b->items[i])) return false;
    return true;
}
