/* apply_breathing.c - actions of the circle to breathe with. */
#include "app/handlers.h"

void apply_breathing_toggle(App *app, Action action)
{
    Session *session = &app->own_state->session;
    bool again = action.value == 1;
    if (session->breathing && !again) {
        session->breathing = false;
        session->breathing_paused_ms = app->now_ms - session->breathing_start_ms;
    } else {
        session->breathing = true;
        session->breathing_start_ms = app->now_ms - (again ? 0 : session->breathing_paused_ms);
    }
    app->dirty = true;
}

/* Another pace starts with a new breath, at once if one is running. */
void apply_breathing_speed(App *app, Action action)
{
    Session *session = &app->own_state->session;
    session->breathing_speed = int_clamp(action.value, 0, 2);
    session->breathing_paused_ms = 0;
    session->breathing_start_ms = app->now_ms;
    app->dirty = true;
}
