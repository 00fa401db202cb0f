/* staff_first.c - the first start of an installed kiosk: language, PIN, screen. Each part is opened from the panel,
 * too. */
#include <string.h>

#include "app/app.h"
#include "app/session.h"
#include "base/mem.h"

static FirstStart *first_of(App *app) { return &app->staff.view.first; }

static void step_enter(App *app, int step)
{
    FirstStart *first = first_of(app);
    first->step = step;
    mem_wipe(&app->staff.recovery, sizeof(app->staff.recovery));
    first->recovery = "";
    pad_open(app, PAD_SETS, PIN_NOT_NEEDED);
    app->state.session.place.page_number = 0;
    app->dirty = true;
}

void first_begin(App *app)
{
    *first_of(app) = (FirstStart){.recovery = ""};
    session_wipe(app, SCREEN_FIRST);
    step_enter(app, FIRST_LANGUAGE);
}

static void language_keep(App *app)
{
    const char *dir = app->staff.options.packs.state_dir, *lang = app_lang(app);
    Store store;
    Diags unheard = {0};
    app->site->display.language = arena_copy(&app->site->arena, lang);
    /* Makes the state folder where there is none yet. */
    bool saved = dir && verdict_is_ready(store_open_to_change(&store, dir, &unheard)) &&
                 language_save(dir, app->site->display.language);
    (void)saved; /* it holds until the next start, then */
    if (dir) store_close(&store);
    diags_free(&unheard);
}

static void panel_part(App *app, int step)
{
    *first_of(app) = (FirstStart){.recovery = "", .from_panel = true};
    staff_show(app, SCREEN_FIRST);
    step_enter(app, step);
}

static void first_next(App *app)
{
    FirstStart *first = first_of(app);
    if (first->step == FIRST_LANGUAGE) language_keep(app);
    if (first->step == FIRST_PIN && !first->pin_is_set) return;
    if (first->step + 1 < FIRST_STEPS) step_enter(app, first->step + 1);
}

static void first_done(App *app)
{
    bool is_open = app->staff.view.is_open;
    if (is_open)
        staff_show(app, SCREEN_STAFF);
    else
        staff_leave(app);
}

void first_wish(App *app, StaffWish wish, int argument)
{
    FirstStart *first = first_of(app);
    if (wish == WISH_TEST) {
        panel_part(app, FIRST_TEST);
    } else if (wish == WISH_CHANGE_PIN) {
        panel_part(app, FIRST_PIN);
    } else if (app->state.session.place.screen != SCREEN_FIRST) {
        return;
    } else if (wish == WISH_FIRST_NEXT) {
        first_next(app);
    } else if (wish == WISH_FIRST_BACK && first->step > 0) {
        step_enter(app, first->step - 1);
    } else if (wish == WISH_FIRST_LATER || wish == WISH_FIRST_DONE) {
        first_done(app);
    } else if (wish == WISH_TOUCHED && argument >= 0 && argument < TOUCH_DOTS) {
        first->touched |= 1u << argument;
    } else if (wish == WISH_SOUND) {
        first->sound = sound_try(app) ? SOUND_PLAYED : SOUND_NONE;
    } else if (wish == WISH_RIGHT && argument >= 0 && argument < LOOK_TESTS &&
               (argument != LOOK_SOUND || first->sound == SOUND_PLAYED)) {
        first->right |= 1u << argument;
    }
    app->dirty = true;
}

void first_pin_done(App *app, const Task *task)
{
    Staff *staff = &app->staff;
    staff->guard = task->guard;
    if (app->state.session.place.screen != SCREEN_FIRST) return; /* a code that nobody sees is lost: set the PIN anew */
    if (!task->ok) {
        staff->view.pad = (Pad){.purpose = PAD_SETS, .state = PAD_BROKEN};
        return;
    }
    staff->recovery = task->recovery;
    staff->view.first.recovery = staff->recovery.text;
    staff->view.first.pin_is_set = true;
}
