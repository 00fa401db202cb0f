#include "app/apply_breathing.h"

void breathing_toggle(App *app, int value)
{
    Session *session = &app->state.session;
    bool again = value == 1;
    if (session->breathing && !again) {
        session->breathing = false;
        session->breathing_paused_ms = app->now_ms - session->breathing_start_ms;
    } else {
        session->breathing = true;
        session->breathing_start_ms = app->now_ms - (again ? 0 : session->breathing_paused_ms);
    }
    app->dirty = true;
}

void breathing_pace(App *app, int speed)
{
    Session *session = &app->state.session;
    session->breathing_speed = int_clamp(speed, 0, 2);
    session->breathing_paused_ms = 0;
    session->breathing_start_ms = app->now_ms;
    app->dirty = true;
}
