/* scene_compare.h - whether two scenes, or two items, would be painted alike. */
#ifndef HEARTH_SCENE_COMPARE_H
#define HEARTH_SCENE_COMPARE_H

#include "gfx/scene.h"

/* True if both scenes would paint the same pixels. Nodes are not compared. */
bool scene_same_picture(const Scene *a, const Scene *b);
/* Returns a hash of everything that affects the pixels of an item of `scene`. */
uint64_t scene_item_hash(const Scene *scene, const SceneItem *item);

#endif
