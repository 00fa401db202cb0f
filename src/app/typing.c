#include "app/typing.h"

#include <stdio.h>
#include <string.h>

#include "app/apply.h"
#include "app/picture.h"
#include "app/press.h"
#include "app/switch_ring.h"
#include "app/session.h"

static const SceneNode *key_of_screen(App *app, const Event *event)
{
    if (event->kind != EVENT_KEY_DOWN || !event->types[0]) return NULL;
    if (event->key == KEY_ENTER && app->state->session.focus[0]) return NULL;
    char id[sizeof("key.") + TYPED_MAX];
    snprintf(id, sizeof(id), "key.%s", event->types);
    const Scene *scene = app_scene(app);
    int node = scene_find_node(scene, id);
    return node >= 0 && scene->nodes[node].role == NODE_KEY ? &scene->nodes[node] : NULL;
}

bool typing_concerns(App *app, const Event *event) { return key_of_screen(app, event) != NULL; }

bool typing_event(App *app, const Event *event)
{
    const SceneNode *key = key_of_screen(app, event);
    if (!key) return false;
    char id[REF_MAX], node_id[NODE_ID_MAX];
    Action action = action_keep(key->action, id);
    snprintf(node_id, sizeof(node_id), "%s", key->id);
    ring_rest(app);
    input_forget_press(app);
    session_note_input(app);
    app_apply(app, action);
    session_press(app, node_id);
    app->input.unpress_ms = app->now_ms + MOTION_KEY_MS;
    return true;
}
