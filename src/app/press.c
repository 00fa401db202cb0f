#include "app/press.h"

#include <string.h>

#include "app/session.h"

void input_init(Input *input, double px_per_mm)
{
    *input = (Input){.unpress_ms = INT64_MAX, .scan_next_ms = INT64_MAX, .staff_at_ms = INT64_MAX};
    input->press.hold_at_ms = INT64_MAX;
    gesture_init(&input->gesture, px_per_mm);
    explore_init(&input->explore, input->gesture.slop_px);
}

void input_forget_press(App *app)
{
    app->input.press = (Press){.hold_at_ms = INT64_MAX};
    app->input.drag = DRAG_NONE;
    app->input.unpress_ms = INT64_MAX;
    session_press(app, "");
    session_drag(app, 0);
}

Action action_keep(Action action, char id[REF_MAX])
{
    size_t length = action.id ? strlen(action.id) : 0;
    id[0] = '\0';
    if (length >= REF_MAX) return (Action){.id = id};
    if (length > 0) memcpy(id, action.id, length + 1);
    action.id = id;
    return action;
}
