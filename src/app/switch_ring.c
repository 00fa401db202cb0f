#include "app/switch_ring.h"

#include <string.h>

#include "app/reading_position.h"
#include "app/session.h"
#include "screen/frame/switch_bar.h"

SwitchesUse ring_use(const App *app) { return switch_use(app->site, &app->state->session); }

static int pace_ms(const App *app) { return scan_pace_ms(app->site->switches.every_ms, app->state->session.scan_pace); }

/* After something new has come up, people look first: the first stop is longer. */
void ring_wait(App *app, bool first)
{
    bool moves = ring_use(app) == SWITCHES_ONE && app->state->session.scan.level != SCAN_RESTS;
    app->input.scan_next_ms = moves ? app->now_ms + pace_ms(app) * (first ? 3 : 2) / 2 : INT64_MAX;
}

void ring_start(App *app)
{
    ReadingPosition position = position_read(app);
    session_focus(app, "");
    session_set_scan(app, &(ScanPlace){.level = SCAN_GROUPS});
    session_set_page(app, position_page(app, &position));
    ring_wait(app, true);
}

void ring_rest(App *app)
{
    if (app->state->session.scan.level == SCAN_RESTS) return;
    ReadingPosition position = position_read(app);
    session_set_scan(app, &(ScanPlace){.level = SCAN_RESTS});
    session_set_page(app, position_page(app, &position));
    ring_wait(app, false);
}

void ring_set_use(App *app, SwitchesUse use)
{
    session_set_switches(app, use);
    if (use == SWITCHES_OFF) ring_rest(app);
    ring_wait(app, true);
    app->dirty = true;
}

void ring_listen(App *app)
{
    const Switches *switches = &app->site->switches;
    bool first = switches->first >= SWITCH_KEY_JOYSTICK_1, second = switches->second >= SWITCH_KEY_JOYSTICK_1;
    if (app->platform) platform_use_joysticks(app->platform, first || second);
}
