/* stick_write.c - writing to a stick. At an installed kiosk a service does it: the player has no rights to. */
#include <string.h>

#include "staff/staff_handlers.h"
#include "staff/sticks.h"
#include "store/stick/report.h"

bool sticks_target(const App *app, const char *name, const char *path, Task *task)
{
    task->source = arena_copy(&task->arena, path);
    if (app->staff->options.sticks_are_folders) return true;
    if (name[0] == '\0' || strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789") != strlen(name)) return false;
    task->stick = arena_copy(&task->arena, name);
    return true;
}

void sticks_report(App *app)
{
    Staff *staff = app->staff;
    bool allowed = staff->view.is_open || staff->stick_pin_ok || staff->options.sticks_are_folders;
    if (!allowed || !staff->stick_read || updater_is_busy(&staff->updater)) return;
    Task *task = task_new(TASK_REPORT, staff->options.packs.state_dir);
    task->bytes = report_text(&task->arena, &staff->stick_read->report, staff_today(app));
    if (sticks_target(app, staff->stick, staff->stick_read->source, task))
        staff_start(app, task);
    else
        task_free(task);
}

void apply_stick_report(App *app, Action action)
{
    (void)action;
    if (app->state->session.place.screen == SCREEN_STICK) sticks_report(app);
}
