/* loop.c - wait, drain, tick, show. Nothing runs while nothing changes. */
#include "app/app.h"
#include "app/civil.h"

int app_run(App *app)
{
    Event event;
    for (;;) {
        app_set_time(app, platform_now_ms(), civil_time(platform_wall_s()));
        app_tick(app);
        app_frame(app);
        if (!platform_wait(app->platform, app_deadline_ms(app), &event)) continue;
        do {
            if (event.kind == EVENT_QUIT) return EXIT_OK;
            app_set_time(app, event.time_ms, app->wall);
            app_event(app, &event);
        } while (platform_poll(app->platform, &event));
    }
}
