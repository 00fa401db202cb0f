/* first_start.c - the first start of an installed kiosk: language, PIN, screen. Each part is opened from the panel,
 * too. */
#include <string.h>

#include "app/session.h"
#include "app/app.h"
#include "app/forget.h"
#include "staff/staff_handlers.h"
#include "staff/first_start.h"
#include "staff/pad.h"
#include "staff/volume.h"
#include "store/state/language.h"
#include "base/mem.h"

static FirstStart *first_of(App *app) { return &app->staff->view.first; }

static void step_enter(App *app, int step)
{
    FirstStart *first = first_of(app);
    first->step = step;
    mem_wipe(&app->staff->recovery, sizeof(app->staff->recovery));
    first->recovery = "";
    pad_open(app, PAD_SETS, PIN_NOT_NEEDED);
    session_set_page(app, 0);
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
    const char *dir = app->staff->options.packs.state_dir, *lang = app_lang(app);
    Store store;
    Diags unheard = {0};
    app->site->display.language = arena_copy(&app->site->arena, lang);
    /* Makes the state folder where there is none yet. */
    bool saved = dir && verdict_goes_on(store_open_to_change(&store, dir, &unheard)) &&
                 language_save(dir, app->site->display.language);
    (void)saved; /* it holds until the next start, then */
    if (dir) store_close(&store);
    diags_free(&unheard);
}

static void open_from_panel(App *app, int step)
{
    *first_of(app) = (FirstStart){.recovery = "", .from_panel = true};
    staff_show(app, SCREEN_FIRST);
    step_enter(app, step);
}

void apply_test_open(App *app, Action action)
{
    (void)action;
    open_from_panel(app, FIRST_TEST);
}

void apply_pin_change(App *app, Action action)
{
    (void)action;
    open_from_panel(app, FIRST_PIN);
}

static bool is_up(const App *app) { return app->state->session.place.screen == SCREEN_FIRST; }

void apply_first_step(App *app, Action action)
{
    FirstStart *first = first_of(app);
    int step = first->step + (action.value < 0 ? -1 : 1);
    if (!is_up(app) || step < 0 || step >= FIRST_STEPS) return;
    if (step > first->step && first->step == FIRST_LANGUAGE) language_keep(app);
    if (step > first->step && first->step == FIRST_PIN && !first->pin_is_set) return;
    step_enter(app, step);
}

void apply_first_close(App *app, Action action)
{
    (void)action;
    if (!is_up(app)) return;
    if (app->staff->view.is_open)
        staff_show(app, SCREEN_STAFF);
    else
        staff_leave(app);
}

void apply_test_touched(App *app, Action action)
{
    if (!is_up(app) || action.value < 0 || action.value >= TOUCH_DOTS) return;
    first_of(app)->touched |= 1u << action.value;
    app->dirty = true;
}

void apply_test_sound(App *app, Action action)
{
    (void)action;
    if (!is_up(app)) return;
    first_of(app)->sound = volume_chime(app) ? SOUND_PLAYED : SOUND_NONE;
    app->dirty = true;
}

void apply_test_right(App *app, Action action)
{
    FirstStart *first = first_of(app);
    if (!is_up(app) || action.value < 0 || action.value >= SCREEN_TESTS) return;
    if (action.value == TEST_SOUND && first->sound != SOUND_PLAYED) return;
    first->right |= 1u << action.value;
    app->dirty = true;
}

void first_pin_done(App *app, const Task *task)
{
    Staff *staff = app->staff;
    staff->guard = task->guard;
    if (app->state->session.place.screen != SCREEN_FIRST)
        return; /* the screen was left, so the code cannot be shown: staff must set the PIN again */
    if (!task->ok) {
        staff->view.pad = (Pad){.purpose = PAD_SETS, .state = PAD_BROKEN};
        return;
    }
    staff->recovery = task->recovery;
    staff->view.first.recovery = staff->recovery.text;
    staff->view.first.pin_is_set = true;
}
