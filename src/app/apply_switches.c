/* apply_switches.c - actions on one or two switches: how many are used, and how fast the ring moves. */
#include "app/handlers.h"
#include "app/switch_ring.h"
#include "screen/frame/switch_bar.h"

void apply_set_switches(App *app, Action action) { ring_set_use(app, (SwitchesUse)int_clamp(action.value, 0, 2)); }

void apply_scan_pace(App *app, Action action)
{
    Session *session = &app->own_state->session;
    int wanted = session->scan_pace + action.value, base_ms = app->site->switches.every_ms;
    /* At the end of the paces there is none left to step to. */
    if (scan_pace_ms(base_ms, wanted) != scan_pace_ms(base_ms, session->scan_pace)) session->scan_pace = wanted;
    ring_wait(app, true);
    app->dirty = true;
}
