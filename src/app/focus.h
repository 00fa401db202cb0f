/* focus.h - the keyboard's focus on a scene: the next node for a key, and another node when the old one has gone. Ids
 * that are returned lie in the scene. */
#ifndef HEARTH_FOCUS_H
#define HEARTH_FOCUS_H

#include "gfx/scene.h"
#include "platform/platform.h"

/* The node to focus when `key` is pressed with the focus on node `id` ("": none yet); NULL: it stays. */
const char *focus_move(const Scene *scene, const char *id, KeyKind key);
/* The node to focus now that `id`, which was at `was`, cannot be any more; "" if nothing can. */
const char *focus_repair(const Scene *scene, const char *id, Rect was);
/* True if `id` can have the focus on this scene. */
bool focus_holds(const Scene *scene, const char *id);

#endif
