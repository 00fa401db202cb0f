/* machine.c - what staff do to the machine: its clock, its light and sound, and starting it again. Small services
 * do it for us. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "staff/machine.h"
#include "staff/clock_floor.h"
#include "store/state/seen.h"
#include "staff/device.h"
#include "staff/staff_handlers.h"

enum { BRIGHTNESS_STEP = 10, BRIGHTNESS_FULL = 100 };

/* Where something else is being done just now, it is next: who has touched "Restart now" will not touch it twice. */
static void service_start(App *app, const char *door, const char *line)
{
    Task *task = task_new(TASK_DEVICE, app->staff->options.packs.state_dir);
    task->id = door;
    task->value = arena_copy(&task->arena, line);
    task_free(app->staff->waiting);
    app->staff->waiting = task;
    machine_tick(app);
}

void machine_tick(App *app)
{
    Staff *staff = app->staff;
    if (!staff->waiting || updater_is_busy(&staff->updater)) return;
    staff_start(app, staff->waiting);
    staff->waiting = NULL;
}

/* Fields wrap: 23 and one hour is 0. The day is held within its month. */
void apply_clock_step(App *app, Action action)
{
    int field = action.at, step = action.value;
    ClockFields *clock = &app->staff->view.clock;
    struct {
        int *value, least, most;
    } const fields[CLOCK_FIELDS] = {
        [CLOCK_DAY] = {&clock->date.day, 1, 31},        [CLOCK_MONTH] = {&clock->date.month, 1, 12},
        [CLOCK_YEAR] = {&clock->date.year, 2026, 2099}, [CLOCK_HOUR] = {&clock->hour, 0, 23},
        [CLOCK_MINUTE] = {&clock->minute, 0, 59},
    };
    if (field < 0 || field >= CLOCK_FIELDS) return;
    int span = fields[field].most - fields[field].least + 1;
    *fields[field].value = fields[field].least + (*fields[field].value - fields[field].least + step + span) % span;
    int last_day = date_days_in_month(clock->date.year, clock->date.month);
    if (clock->date.day > last_day) clock->date.day = field == CLOCK_DAY ? 1 : last_day;
    app->dirty = true;
}

/* Seconds since 1970 and no time of day: the service knows nothing of the clinic's time zone. */
void apply_clock_set(App *app, Action action)
{
    (void)action;
    char text[32];
    const ClockFields *clock = &app->staff->view.clock;
    int64_t when_s = civil_seconds(clock->date, clock->hour, clock->minute);
    if (when_s <= 0) return; /* an hour that summer time leaves out is moved on, so this is no date at all */
    snprintf(text, sizeof(text), "%" PRId64, when_s);
    service_start(app, "clock", text);
}

void machine_restart(App *app) { service_start(app, "restart", "restart"); }

/* False if the worker has something else to do just now. */
static bool light_start(App *app, int percent)
{
    if (updater_is_busy(&app->staff->updater)) return false;
    Task *task = task_new(TASK_LIGHT, app->staff->options.packs.state_dir);
    task->percent = percent;
    staff_start(app, task);
    return true;
}

void apply_light_step(App *app, Action action)
{
    Health *health = &app->staff->view.health;
    int percent = int_clamp(health->brightness + action.value * BRIGHTNESS_STEP, BRIGHTNESS_LEAST, BRIGHTNESS_FULL);
    if (health->brightness >= 0 && light_start(app, percent)) health->brightness = percent;
    app->dirty = true;
}

int light_level(const List *hours, const CivilTime *now)
{
    const Brightness *items = hours->items;
    int minute = civil_minute(now);
    for (size_t i = 0; i < hours->count; i++) {
        bool past_midnight = items[i].from >= items[i].until;
        bool after = minute >= items[i].from, before = minute < items[i].until;
        if (past_midnight ? after || before : after && before) return items[i].level;
    }
    return BRIGHTNESS_FULL;
}

void light_follow(App *app)
{
    Staff *staff = app->staff;
    const List *hours = &app->site->display.brightness;
    if (staff->options.at_once || hours->count == 0 || !app->wall.known) return;
    int level = light_level(hours, &app->wall);
    if (level == staff->light) return;
    if (device_brightness() < 0 || light_start(app, level)) staff->light = level;
}

void machine_done(App *app, const Task *task)
{
    bool clock = strcmp(task->id, "clock") == 0;
    if (task->ok && clock) seen_forget(task->state_dir);
    if (task->ok && clock) app->clock_floor_s = clock_floor_s(&app->library, task->state_dir, app->staff->options.made);
    if (task->ok && !clock) return; /* the machine is going down */
    staff_note(app, task->ok, word(staff_words(app), task->ok ? "device-clock-done" : "device-cannot"));
}
