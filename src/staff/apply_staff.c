/* apply_staff.c - what staff touch. With apply.c and session.c this is all that changes what is shown. */
#include <stdlib.h>

#include "app/app.h"
#include "app/session.h"

static bool is_staff_screen(int screen)
{
    return screen >= 0 && screen < SCREEN_COUNT && screen_type((ScreenId)screen)->for_staff && screen != SCREEN_PIN;
}

/* The mark was held. From a page, the way back to it stays open. */
static void apply_hold(App *app)
{
    if (screen_type(app->state.session.place.screen)->for_staff && app->state.session.place.screen != SCREEN_STICK)
        return;
    pad_open(app, PAD_OPENS_PANEL, PIN_NOT_NEEDED);
    place_open(app, SCREEN_PIN, "");
}

static void apply_open(App *app, int screen)
{
    if (!app->staff.view.is_open || !is_staff_screen(screen)) return;
    staff_note(app, true, NULL);
    if (screen == SCREEN_CLOCK) {
        const CivilTime *now = &app->wall;
        app->staff.view.clock =
            now->known ? (ClockFields){now->date, now->hour, now->minute} : (ClockFields){{2026, 1, 1}, 12, 0};
    }
    staff_show(app, (ScreenId)screen);
}

/* From the pad to where the mark was held; from a screen of the panel to the panel; from the panel, locked, to the
 * loop. */
static void apply_back_staff(App *app)
{
    StaffView *view = &app->staff.view;
    Session *session = &app->state.session;
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
        app->state.session.place.page_number = 0;
        app->dirty = true;
    } else if (view->is_open && screen != SCREEN_STAFF) {
        sticks_dismiss(app);
        staff_show(app, SCREEN_STAFF);
    } else {
        staff_leave(app);
    }
}

static void apply_wish(App *app, StaffWish wish, int argument)
{
    switch (wish) {
    case WISH_CHECK_ALL:
    case WISH_RESTORE:
    case WISH_RESTORE_YES:
    case WISH_RESTART:
    case WISH_RESTART_YES:
    case WISH_NO:
    case WISH_SAVE:
    case WISH_CLOCK_MORE:
    case WISH_CLOCK_LESS:
    case WISH_CLOCK_SET:
    case WISH_BRIGHTER:
    case WISH_DARKER:
    case WISH_LOUDER:
    case WISH_QUIETER:
        if (app->staff.view.is_open) panel_wish(app, wish, argument);
        break;
    case WISH_LOOK:
    case WISH_CHOOSE:
    case WISH_INSTALL:
    case WISH_NOT_NOW:
    case WISH_STOP:
    case WISH_FINISH:
    case WISH_ALL_CHANGES:
    case WISH_REPORT: sticks_wish(app, wish, argument); break;
    case WISH_PREVIEW:
    case WISH_PREVIEW_NEXT:
    case WISH_PREVIEW_BEFORE:
    case WISH_PREVIEW_LANG: preview_wish(app, wish, argument); break;
    case WISH_ITEM_OPEN:
    case WISH_ITEM_HIDE:
        if (app->staff.view.is_open) preview_wish(app, wish, argument);
        break;
    case WISH_TEST:
    case WISH_CHANGE_PIN:
        if (app->staff.view.is_open) first_wish(app, wish, argument);
        break;
    case WISH_RECOVER:
        if (app->state.session.place.screen == SCREEN_PIN) pad_open(app, PAD_RECOVERS, PIN_NOT_NEEDED);
        break;
    case WISH_FIRST_NEXT:
    case WISH_FIRST_BACK:
    case WISH_FIRST_LATER:
    case WISH_FIRST_DONE:
    case WISH_TOUCHED:
    case WISH_SOUND:
    case WISH_RIGHT: first_wish(app, wish, argument); break;
    }
}

static void staff_hold(App *app, Action action)
{
    (void)action;
    apply_hold(app);
}
static void staff_key(App *app, Action action) { pad_key(app, action.value); }
static void staff_open_screen(App *app, Action action) { apply_open(app, action.value); }
static void staff_back(App *app, Action action)
{
    (void)action;
    apply_back_staff(app);
}

static void staff_do(App *app, Action action)
{
    apply_wish(app, (StaffWish)action.value, action.id ? (int)strtol(action.id, NULL, 10) : 0);
}

static void staff_lock(App *app, Action action)
{
    (void)action;
    if (!staff_is_working(app)) staff_leave(app);
}

bool staff_apply(App *app, Action action)
{
    static void (*const doors[ACTION_KINDS])(App *, Action) = {
        [ACTION_STAFF] = staff_hold,  [ACTION_PIN_KEY] = staff_key,     [ACTION_STAFF_OPEN] = staff_open_screen,
        [ACTION_STAFF_DO] = staff_do, [ACTION_STAFF_BACK] = staff_back, [ACTION_STAFF_LOCK] = staff_lock,
    };
    if ((unsigned)action.kind >= ACTION_KINDS || !doors[action.kind]) return false;
    doors[action.kind](app, action);
    staff_settle(app);
    return true;
}
