#include "staff/staff.h"
#include "app/session.h"
#include "app/app.h"
#include "app/apply.h"
#include "app/forget.h"
#include "app/slideshow.h"
#include "staff/content.h"
#include "staff/first_start.h"
#include "staff/machine.h"
#include "staff/pad.h"
#include "staff/panel.h"
#include "staff/preview.h"
#include "staff/staff_handlers.h"
#include "staff/sticks.h"
#include "staff/volume.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "staff/clock_floor.h"
#include "store/state/crash.h"
#include "store/state/seen.h"

enum { CRASH_WINDOW_MS = CRASH_WINDOW_S * 1000 };

static void staff_open(App *app, const StaffOptions *options)
{
    Staff *staff = app->staff = mem_alloc(sizeof(*staff));
    *staff = (Staff){.check_at_ms = INT64_MAX, .opened_ms = app->now_ms, .fine_at_ms = INT64_MAX};
    app->staff_view = &staff->view;
    if (options) staff->options = *options;
    staff->view.survey = &staff->no_survey;
    staff->view.has_store = staff->options.packs.state_dir != NULL;
    staff->view.health.running_since_ms = app->now_ms;
    staff->view.boot_sentence = staff->options.boot_sentence;
    updater_open(&staff->updater, staff->options.at_once);
    stick_watch_open(&staff->watch, staff->options.sticks_dir, staff->options.sticks_are_folders);
    if (!staff->view.has_store) return;
    if (!staff->options.at_once) staff->fine_at_ms = app->now_ms + CRASH_WINDOW_MS;
    pin_open(&staff->guard, staff->options.packs.state_dir, app->now_ms);
    app->clock_floor_s = clock_floor_s(&app->library, staff->options.packs.state_dir, staff->options.made);
    content_lock(app);
    if (staff->options.first_start && pin_state(staff->options.packs.state_dir) == PIN_IS_NONE) first_begin(app);
}

static void staff_close(App *app)
{
    Staff *staff = app->staff;
    pad_wipe(app);
    stick_watch_close(&staff->watch);
    updater_close(&staff->updater);
    sticks_close(app);
    task_free(staff->survey);
    task_free(staff->waiting);
    mem_wipe(&staff->recovery, sizeof(staff->recovery));
    content_unlock(app);
    library_close(&staff->preview);
    arena_free(&staff->preview_arena);
    arena_free(&staff->panel);
    arena_free(&staff->note);
    arena_free(&staff->stick_names);
    mem_wipe(staff, sizeof(*staff));
    free(staff);
    app->staff = NULL;
}

static void staff_attach(App *app, Platform *platform)
{
    updater_attach(&app->staff->updater, platform);
    if (!app->staff->options.at_once) stick_watch_attach(&app->staff->watch, platform);
}

Date staff_today(const App *app) { return app->wall.date; }

const Words *staff_words(const App *app) { return words_of(app->words, app_lang(app)); }

static ScreenId screen_here(const App *app) { return app->state->session.place.screen; }

bool staff_is_working(const App *app) { return app->staff->view.stick.phase == STICK_INSTALLING; }

void staff_list_shown(const App *app, Task *task)
{
    const Library *library = &app->library;
    const Site *site = app->site;
    Arena *arena = &task->arena;
    ShownPack *shown = ARENA_ARRAY(arena, ShownPack, library->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < library->count; i++) {
        const Pack *pack = library->packs[i];
        shown[count++] =
            (ShownPack){arena_copy(arena, pack->id), arena_copy(arena, pack->dir), arena_copy(arena, pack->version)};
    }
    if (site->dir)
        shown[count++] =
            (ShownPack){arena_copy(arena, site->id), arena_copy(arena, site->dir), arena_copy(arena, site->version)};
    task->shown = (ShownPacks){shown, count};
}

/* Among screens for staff, and from the pad to them: whatever a visitor did is gone. The language stays. */
void staff_show(App *app, ScreenId screen)
{
    char lang[sizeof(app->state->session.lang)];
    bool high_contrast = app->state->session.high_contrast, focus = app->state->session.focus[0] != '\0';
    if (screen_here(app) == screen) {
        app->dirty = true;
        return;
    }
    memcpy(lang, app->state->session.lang, sizeof(lang));
    session_wipe(app, screen);
    session_set_lang(app, lang);
    session_set_contrast(app, high_contrast);
    app->input.focus_wanted = focus;
}

void staff_leave(App *app)
{
    Staff *staff = app->staff;
    staff->view.is_open = false;
    sticks_dismiss(app);
    app_apply(app, (Action){.kind = ACTION_LEAVE});
    for (size_t i = 0; staff->first_ref[0] && i < app->slides.count; i++) {
        if (strcmp(app->slides.items[i].ref, staff->first_ref) != 0) continue;
        slides_show(app, (int)i);
        break;
    }
    staff->first_ref[0] = '\0';
}

void staff_note(App *app, bool good, const char *text)
{
    Staff *staff = app->staff;
    char *kept = arena_copy(&app->scratch, text);
    arena_reset(&staff->note);
    staff->view.note = (PanelNote){kept ? arena_copy(&staff->note, kept) : NULL, good};
    arena_reset(&app->scratch);
    app->dirty = true;
}

void staff_start(App *app, Task *task)
{
    task->now_ms = app->now_ms;
    task->today = staff_today(app);
    /* Light and volume are done in no time: nothing has to wait for them visibly. */
    app->staff->view.busy = task->kind != TASK_LIGHT && task->kind != TASK_SETTING;
    updater_start(&app->staff->updater, task);
    app->dirty = true;
}

/* Forgets what belongs to a screen that was left: digits, the printed code, and that the panel was open. */
static void forget_left(App *app)
{
    Staff *staff = app->staff;
    if (!pad_is_up(app)) pad_wipe(app);
    preview_forget_left(app);
    if (screen_here(app) != SCREEN_FIRST && staff->recovery.text[0])
        mem_wipe(&staff->recovery, sizeof(staff->recovery));
    if (!screen_type(screen_here(app))->for_staff && staff->view.is_open) {
        staff->view.is_open = false;
        staff->view.question = QUESTION_NONE;
        sticks_dismiss(app);
    }
}

static void task_done(App *app, Task *task)
{
    app->staff->view.busy = false;
    app->dirty = true;
    switch (task->kind) {
    case TASK_PIN:
    case TASK_RECOVER: pad_done(app, task); break;
    case TASK_SET_PIN: first_pin_done(app, task); break;
    case TASK_READ_STICK:
    case TASK_INSTALL: sticks_done(app, task); return;
    case TASK_PREVIEW: preview_done(app, task); return;
    case TASK_SURVEY: panel_surveyed(app, task); return;
    case TASK_REPORT: app->staff->view.stick.report_written = task->ok; break;
    case TASK_CHECK:
    case TASK_ROLLBACK:
    case TASK_EXPORT:
    case TASK_DEVICE: panel_done(app, task); break;
    case TASK_SETTING:
        if (!task->ok) staff_note(app, false, word(staff_words(app), "why-write"));
        break;
    case TASK_LIGHT: break;
    }
    task_free(task);
}

/* When an untouched screen for staff goes back to the loop; INT64_MAX: it does not. */
static int64_t idle_ms(const App *app)
{
    const Session *session = &app->state->session;
    const StaffView *view = &app->staff->view;
    if (!screen_type(session->place.screen)->for_staff || staff_is_working(app) || pad_is_checking(app))
        return INT64_MAX;
    int64_t from_ms = session->last_input_ms, staff_ms = app->site->idle.staff_s * (int64_t)1000;
    switch (session->place.screen == SCREEN_STICK ? view->stick.phase : STICK_NOT_SHOWN) {
    case STICK_PULLED: return app->staff->stick_since_ms + STICK_PULLED_MS;
    case STICK_NOTHING:
        if (!view->is_open) return app->staff->stick_since_ms + STICK_SENTENCE_MS;
        break;
    case STICK_DONE:
        if (!view->is_open) return app->staff->stick_since_ms + STICK_DONE_MS;
        break;
    case STICK_NOT_SHOWN:
    case STICK_READING:
    case STICK_CHOOSING:
    case STICK_OFFERED:
    case STICK_INSTALLING:
    case STICK_REFUSED: break;
    }
    if (session->place.screen == SCREEN_PIN) return from_ms + PAD_IDLE_MS;
    if (session->place.screen == SCREEN_FIRST && !view->is_open) return from_ms + FIRST_IDLE_MS;
    return from_ms + staff_ms;
}

/* Once a day at most: the day that it is, so that a clock which wakes up in the past is noticed. */
static void day_note(App *app)
{
    Staff *staff = app->staff;
    Date today = staff_today(app);
    if (!staff->view.has_store || !date_is_set(today) || date_compare(today, staff->noted_day) == 0) return;
    staff->noted_day = today;
    seen_note(staff->options.packs.state_dir, today);
}

/* After five good minutes this start was none of a crash; packs that were left out are tried once more. */
static void start_note_fine(App *app)
{
    Staff *staff = app->staff;
    if (app->now_ms < staff->fine_at_ms) return;
    staff->fine_at_ms = staff->options.safe_mode ? app->now_ms + CRASH_WINDOW_MS : INT64_MAX;
    /* The starts are kept until packs that are back have run well, too. */
    if (!staff->options.safe_mode)
        crash_note_fine(staff->options.packs.state_dir);
    else if (content_reload(app, true))
        staff->options.safe_mode = false;
}

static void staff_tick(App *app)
{
    Staff *staff = app->staff;
    Task *task = updater_take(&staff->updater);
    if (task) task_done(app, task);
    machine_tick(app);
    forget_left(app);
    pad_tick(app);
    sticks_tick(app);
    day_note(app);
    start_note_fine(app);
    light_follow(app);
    volume_save(app);
    staff->view.locks_at_ms = idle_ms(app);
    if (staff->view.stick.phase == STICK_INSTALLING)
        staff->view.stick.progress = progress_read(&staff->updater.progress);
    if (app->now_ms < staff->view.locks_at_ms) return;
    if (screen_here(app) == SCREEN_STICK && staff->view.is_open && staff->view.stick.phase == STICK_PULLED) {
        sticks_dismiss(app);
        staff_show(app, SCREEN_STAFF);
    } else {
        staff_leave(app);
    }
}

static int64_t staff_deadline_ms(const App *app)
{
    const Staff *staff = app->staff;
    int64_t earliest_ms = int64_min(idle_ms(app), sticks_deadline_ms(app));
    earliest_ms = int64_min(earliest_ms, staff->fine_at_ms);
    if (!updater_is_busy(&staff->updater)) earliest_ms = int64_min(earliest_ms, staff->check_at_ms);
    if (staff->updater.task && !staff->updater.is_threaded) earliest_ms = int64_min(earliest_ms, app->now_ms);
    return earliest_ms;
}

const StaffService staff_service = {
    .handlers = staff_handlers,
    .open = staff_open,
    .close = staff_close,
    .attach = staff_attach,
    .tick = staff_tick,
    .deadline_ms = staff_deadline_ms,
    .forget_left = forget_left,
};
