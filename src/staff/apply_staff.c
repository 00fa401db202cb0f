/* apply_staff.c - the table of the handlers of staff's actions, and those that lead from screen to screen. */
#include "app/session.h"
#include "app/app.h"
#include "app/apply.h"
#include "app/place.h"
#include "staff/pad.h"
#include "staff/preview.h"
#include "staff/staff.h"
#include "staff/sticks.h"
#include "staff/staff_handlers.h"

ActionHandler *const staff_handlers[ACTION_KINDS] = {
#define HANDLER(NAME, name, flags, doc) [ACTION_##NAME] = apply_##name,
    STAFF_ACTIONS(HANDLER)
#undef HANDLER
};

static bool is_staff_screen(int screen)
{
    return screen >= 0 && screen < SCREEN_COUNT && screen_type((ScreenId)screen)->for_staff && screen != SCREEN_PIN;
}

/* The mark was held. From a page, the way back to it stays open. */
void apply_staff(App *app, Action action)
{
    (void)action;
    if (screen_type(app->state->session.place.screen)->for_staff && app->state->session.place.screen != SCREEN_STICK)
        return;
    pad_open(app, PAD_OPENS_PANEL, PIN_NOT_NEEDED);
    place_open(app, SCREEN_PIN, "");
}

void apply_staff_open(App *app, Action action)
{
    int screen = action.value;
    if (!is_staff_screen(screen)) return;
    staff_note(app, true, NULL);
    if (screen == SCREEN_CLOCK) {
        const CivilTime *now = &app->wall;
        app->staff->view.clock =
            now->known ? (ClockFields){now->date, now->hour, now->minute} : (ClockFields){{2026, 1, 1}, 12, 0};
    }
    staff_show(app, (ScreenId)screen);
}

/* From the pad to where the mark was held; from a screen of the panel to the panel; from the panel, locked, to the
 * loop. */
void apply_staff_back(App *app, Action action)
{
    (void)action;
    StaffView *view = &app->staff->view;
    const Session *session = &app->state->session;
    ScreenId screen = session->place.screen;
    if (!screen_type(screen)->for_staff || staff_is_working(app)) return;
    if (view->question != QUESTION_NONE) {
        view->question = QUESTION_NONE;
        app->dirty = true;
    } else if (screen == SCREEN_PREVIEW) {
        preview_close(app);
    } else if (screen == SCREEN_PIN && view->stick.phase != STICK_NOT_SHOWN) {
        pad_wipe(app);
        staff_show(app, SCREEN_STICK);
    } else if (screen == SCREEN_PIN && session->back_count > 0) {
        pad_wipe(app);
        app_apply(app, (Action){.kind = ACTION_BACK});
    } else if (screen == SCREEN_STICK && view->stick.all_changes) {
        view->stick.all_changes = false;
        session_set_page(app, 0);
        app->dirty = true;
    } else if (view->is_open && screen != SCREEN_STAFF) {
        sticks_dismiss(app);
        staff_show(app, SCREEN_STAFF);
    } else {
        staff_leave(app);
    }
}

void apply_staff_lock(App *app, Action action)
{
    (void)action;
    if (!staff_is_working(app)) staff_leave(app);
}
