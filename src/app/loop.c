/* loop.c - wait, drain, tick, show. Nothing runs while nothing changes. */
#include "app/picture.h"
#include "app/run.h"
#include "app/app.h"
#include "platform/notify.h"

/* The supervisor hears from us only after a frame has really been shown: a loop that turns over a dead display is dead.
 */
typedef struct Pulse {
    Notify notify;
    bool ready;
    int64_t next_ms; /* INT64_MAX: no supervisor asks */
} Pulse;

static Pulse pulse_start(void)
{
    Pulse pulse = {.notify = notify_open(), .next_ms = INT64_MAX};
    if (pulse.notify.interval_ms > 0) pulse.next_ms = platform_now_ms();
    return pulse;
}

static void pulse_prepare(const Pulse *pulse, App *app)
{
    if (app->now_ms >= pulse->next_ms) app->repaint = true;
}

static void pulse_beat(Pulse *pulse, const App *app)
{
    if (app->repaint || app->retry_ms != INT64_MAX) return;
    if (!pulse->ready) notify_ready(&pulse->notify);
    pulse->ready = true;
    if (app->now_ms < pulse->next_ms) return;
    notify_alive(&pulse->notify);
    pulse->next_ms = app->now_ms + pulse->notify.interval_ms;
}

static bool drain(App *app, Event event)
{
    do {
        if (event.kind == EVENT_QUIT) return false;
        app_set_time(app, event.time_ms, app->wall);
        app_event(app, &event);
    } while (platform_poll(app->platform, &event));
    return true;
}

int app_run(App *app)
{
    Pulse pulse = pulse_start();
    Event event;
    bool running = true;
    while (running) {
        app_set_time(app, platform_now_ms(), app_civil_time(app, platform_wall_s()));
        app_tick(app);
        pulse_prepare(&pulse, app);
        app_frame(app);
        pulse_beat(&pulse, app);
        int64_t deadline_ms = int64_min(app_deadline_ms(app), pulse.next_ms);
        if (platform_wait(app->platform, deadline_ms, &event)) running = drain(app, event);
    }
    notify_close(&pulse.notify);
    return EXIT_OK;
}
