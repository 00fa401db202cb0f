/* pad.c - typing a PIN: to open the panel, to install, or to set a new one. */
#include <string.h>

#include "staff/staff_handlers.h"
#include "staff/first_start.h"
#include "staff/pad.h"
#include "staff/panel.h"
#include "staff/preview.h"
#include "staff/sticks.h"
#include "app/session.h"
#include "base/mem.h"

bool pad_is_up(const App *app)
{
    ScreenId screen = app->state->session.place.screen;
    return screen == SCREEN_PIN || screen == SCREEN_FIRST;
}

bool pad_is_checking(const App *app) { return pad_is_up(app) && app->staff->view.pad.state == PAD_CHECKS; }

static void digits_wipe(Staff *staff)
{
    mem_wipe(staff->typed, sizeof(staff->typed));
    staff->view.pad.digits = 0;
    staff->check_at_ms = INT64_MAX;
}

void pad_wipe(App *app)
{
    digits_wipe(app->staff);
    mem_wipe(app->staff->typed_before, sizeof(app->staff->typed_before));
}

static void pad_count_tries(App *app)
{
    Staff *staff = app->staff;
    int64_t pause_ms = pin_pause_ms(&staff->guard, app->now_ms);
    staff->view.pad.pause_until_ms = pause_ms > 0 ? app->now_ms + pause_ms : 0;
    staff->view.pad.tries_left = int_max(1, PIN_FREE_TRIES + 1 - (int)staff->guard.wrong);
}

void pad_open(App *app, PadPurpose purpose, PinReason reason)
{
    Staff *staff = app->staff;
    pad_wipe(app);
    staff->view.pad = (Pad){.purpose = purpose, .reason = reason};
    bool checks =
        purpose == PAD_OPENS_PANEL || purpose == PAD_INSTALLS || purpose == PAD_PREVIEWS || purpose == PAD_RECOVERS;
    PinState pin = staff->view.has_store ? pin_state(staff->options.packs.state_dir) : PIN_IS_NONE;
    if (checks && pin == PIN_IS_NONE) staff->view.pad.state = PAD_NO_PIN;
    if (checks && pin == PIN_IS_UNKNOWN) staff->view.pad.state = PAD_BROKEN; /* a try reads the file once more */
    if (staff->view.has_store) pad_count_tries(app);
    app->dirty = true;
}

static void new_pin_take(App *app)
{
    Staff *staff = app->staff;
    Pad *pad = &staff->view.pad;
    if (pad->purpose == PAD_SETS && pin_objection(staff->typed)) {
        pad->state = PAD_WEAK;
    } else if (pad->purpose == PAD_SETS) {
        memcpy(staff->typed_before, staff->typed, sizeof(staff->typed_before));
        pad->purpose = PAD_SETS_AGAIN;
    } else if (strcmp(staff->typed, staff->typed_before) != 0) {
        mem_wipe(staff->typed_before, sizeof(staff->typed_before));
        *pad = (Pad){.purpose = PAD_SETS, .state = PAD_DIFFERS};
    } else {
        Task *task = task_new(TASK_SET_PIN, staff->options.packs.state_dir);
        memcpy(task->secret, staff->typed, sizeof(task->secret));
        task->guard = staff->guard;
        pad->state = PAD_CHECKS;
        pad_wipe(app);
        staff_start(app, task);
    }
    digits_wipe(staff);
    app->dirty = true;
}

/* Checks each group of the code as soon as it is complete, so that a slip is reported where it was made. */
static void code_check(App *app)
{
    Staff *staff = app->staff;
    Pad *pad = &staff->view.pad;
    int slip = recovery_slip(staff->typed);
    pad->slip = slip > RECOVERY_GROUPS ? 0 : slip;
    pad->state = pad->slip > 0 ? PAD_SLIP : PAD_ASKS;
    staff->check_at_ms = slip == 0 ? app->now_ms : INT64_MAX;
}

void apply_pin_recover(App *app, Action action)
{
    (void)action;
    if (app->state->session.place.screen == SCREEN_PIN) pad_open(app, PAD_RECOVERS, PIN_NOT_NEEDED);
}

void apply_pin_key(App *app, Action action)
{
    int key = action.value;
    Staff *staff = app->staff;
    Pad *pad = &staff->view.pad;
    bool closed = pad->state == PAD_CHECKS || pad->state == PAD_NO_PIN || app->now_ms < pad->pause_until_ms;
    if (!pad_is_up(app) || closed) return;
    size_t count = strlen(staff->typed);
    bool is_code = pad->purpose == PAD_RECOVERS;
    if (key >= 0 && key <= 9 && count < (is_code ? RECOVERY_DIGITS : PIN_DIGITS_MAX))
        staff->typed[count++] = (char)('0' + key);
    else if (key == 11 && count > 0)
        count--, mem_wipe(&staff->typed[count], 1);
    else if (key == 10)
        digits_wipe(staff), count = 0;
    pad->digits = (int)count;
    pad->state = PAD_ASKS;
    staff->check_at_ms = count >= PIN_DIGITS_MIN ? app->now_ms + PAD_CHECK_MS : INT64_MAX;
    if (is_code) code_check(app);
    app->dirty = true;
}

void pad_tick(App *app)
{
    Staff *staff = app->staff;
    Pad *pad = &staff->view.pad;
    if (app->now_ms < staff->check_at_ms || updater_is_busy(&staff->updater)) return;
    if (pad->purpose == PAD_SETS || pad->purpose == PAD_SETS_AGAIN) {
        new_pin_take(app);
        return;
    }
    Task *task = task_new(pad->purpose == PAD_RECOVERS ? TASK_RECOVER : TASK_PIN, staff->options.packs.state_dir);
    memcpy(task->secret, staff->typed, sizeof(task->secret));
    task->guard = staff->guard;
    pad->state = PAD_CHECKS;
    digits_wipe(staff);
    staff_start(app, task);
}

/* Staff who have the code set a new PIN, and get a new code with it. */
static void code_right(App *app)
{
    app->staff->view.is_open = true;
    sticks_dismiss(app);
    panel_refresh(app);
    apply_pin_change(app, (Action){.kind = ACTION_PIN_CHANGE});
}

static void pad_right(App *app)
{
    Staff *staff = app->staff;
    bool was_open = staff->view.is_open;
    if (staff->view.pad.purpose == PAD_RECOVERS) {
        code_right(app);
        return;
    }
    if (staff->view.pad.purpose == PAD_INSTALLS) {
        staff_show(app, SCREEN_STICK);
        sticks_install(app);
        return;
    }
    if (staff->view.pad.purpose == PAD_PREVIEWS) {
        staff->stick_pin_ok = true;
        staff_show(app, SCREEN_STICK);
        preview_stick(app);
        return;
    }
    staff->view.is_open = true;
    staff_note(app, true, NULL);
    /* A stick that was on the screen is still to be dealt with. */
    staff_show(app, staff->view.stick.phase != STICK_NOT_SHOWN && !was_open ? SCREEN_STICK : SCREEN_STAFF);
    panel_refresh(app);
    panel_survey(app);
}

void pad_done(App *app, const Task *task)
{
    Staff *staff = app->staff;
    Pad *pad = &staff->view.pad;
    staff->guard = task->guard;
    pad_count_tries(app);
    /* Ignore the result if the pad was left before the check finished. */
    if (app->state->session.place.screen != SCREEN_PIN || pad->state != PAD_CHECKS) return;
    session_note_input(app); /* the answer wants to be read */
    switch (task->pin) {
    case PIN_RIGHT:
        pad->state = PAD_ASKS;
        pad_right(app);
        break;
    case PIN_WRONG:
    case PIN_PAUSED: pad->state = PAD_WRONG; break;
    case PIN_NONE: pad->state = PAD_NO_PIN; break;
    case PIN_BROKEN: pad->state = PAD_BROKEN; break;
    }
}
