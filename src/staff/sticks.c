/* sticks.c - a stick goes in: what is on it, what would change, and the installation. Never over a reader. */
#include <stdio.h>
#include <string.h>

#include "app/session.h"
#include "staff/staff_handlers.h"
#include "staff/content.h"
#include "staff/pad.h"
#include "staff/panel.h"
#include "staff/sticks.h"
#include "store/trust/bundle.h"

static StickView *stick_view(App *app) { return &app->staff->view.stick; }

static void phase_set(App *app, StickPhase phase)
{
    stick_view(app)->phase = phase;
    app->staff->stick_since_ms = app->now_ms;
    session_set_page(app, 0);
    app->dirty = true;
}

static const Stick *stick_find_in(const Sticks *sticks, const char *name)
{
    for (size_t i = 0; i < sticks->count; i++)
        if (strcmp(sticks->items[i].name, name) == 0) return &sticks->items[i];
    return NULL;
}

const Stick *sticks_readable(const App *app)
{
    const Sticks *sticks = &app->staff->sticks;
    for (size_t i = 0; i < sticks->count; i++)
        if (sticks->items[i].is_readable) return &sticks->items[i];
    return NULL;
}

static bool is_seen(const Staff *staff, const char *name)
{
    for (size_t i = 0; i < STICKS_MAX; i++)
        if (strcmp(staff->seen_names[i], name) == 0) return true;
    return false;
}

static void mark_seen(Staff *staff, const char *name)
{
    if (name[0] == '\0' || is_seen(staff, name)) return;
    for (size_t i = 0; i < STICKS_MAX; i++) {
        if (staff->seen_names[i][0]) continue;
        snprintf(staff->seen_names[i], STICK_NAME_MAX, "%s", name);
        return;
    }
}

/* A stick that came out and goes in again is a new one. */
static void forget_gone(Staff *staff)
{
    for (size_t i = 0; i < STICKS_MAX; i++)
        if (staff->seen_names[i][0] && !stick_find_in(&staff->sticks, staff->seen_names[i]))
            staff->seen_names[i][0] = '\0';
}

/* Frees the copies in memory of the packs that were read. */
static void copies_drop(const Staff *staff)
{
    for (size_t i = 0; staff->stick_read && i < staff->stick_read->report.count; i++)
        found_pack_drop_copy(&staff->stick_read->report.packs[i]);
}

void sticks_dismiss(App *app)
{
    Staff *staff = app->staff;
    const Task *task = staff->updater.task;
    if (task && task->kind == TASK_READ_STICK) updater_stop(&staff->updater);
    copies_drop(staff);
    mark_seen(staff, staff->stick);
    staff->stick[0] = '\0';
    staff->stick_pin_ok = false;
    staff->view.stick = (StickView){0};
}

void sticks_close(App *app)
{
    task_free(app->staff->stick_read);
    task_free(app->staff->install);
    app->staff->stick_read = app->staff->install = NULL;
}

/* True where a stick takes no page from a reader: on the loop, on the emergency card, in the open panel. */
static bool may_show(const App *app)
{
    const Session *session = &app->state->session;
    ScreenId screen = session->place.screen;
    if (updater_is_busy(&app->staff->updater) || app->input.press.active) return false;
    if (screen == SCREEN_ATTRACT || screen == SCREEN_EMERGENCY) return session->focus[0] == '\0';
    return app->staff->view.is_open && (screen == SCREEN_STAFF || screen == SCREEN_REVIEW || screen == SCREEN_UPDATES);
}

static void stick_begin(App *app, const Stick *stick)
{
    Staff *staff = app->staff;
    staff->view.stick = (StickView){0};
    staff->view.question = QUESTION_NONE;
    staff->stick_pin_ok = false;
    snprintf(staff->stick, sizeof(staff->stick), "%s", stick->name);
    staff_show(app, SCREEN_STICK);
    phase_set(app, stick->is_readable ? STICK_READING : STICK_NOTHING);
    if (!stick->is_readable) return;
    Task *task = task_new(TASK_READ_STICK, staff->options.packs.state_dir);
    task->source = arena_copy(&task->arena, stick->path);
    staff_list_shown(app, task);
    staff_start(app, task);
}

static void go_back(App *app)
{
    bool is_open = app->staff->view.is_open;
    sticks_dismiss(app);
    if (!is_open) {
        staff_leave(app);
        return;
    }
    staff_show(app, SCREEN_STAFF);
    panel_refresh(app);
}

static void stick_pulled(App *app)
{
    Staff *staff = app->staff;
    staff->stick[0] = '\0';
    switch (staff->view.stick.phase) {
    case STICK_READING:
    case STICK_CHOOSING:
    case STICK_OFFERED:
        updater_stop(&staff->updater);
        staff_show(app, SCREEN_STICK);
        phase_set(app, STICK_PULLED);
        copies_drop(staff);
        break;
    case STICK_INSTALLING:
        updater_stop(&staff->updater);
        break; /* it may be too late to stop: the result of the task tells */
    case STICK_REFUSED:
        /* The copying notices first that a stick came out: reading fails before the mount is gone. */
        if (staff->view.stick.verdict == VERDICT_REFUSED_UNREADABLE)
            phase_set(app, STICK_PULLED);
        else
            go_back(app);
        break;
    case STICK_NOTHING: go_back(app); break;
    case STICK_NOT_SHOWN:
    case STICK_DONE:
    case STICK_PULLED: break;
    }
}

static bool installs_by_itself(const App *app, const FoundPack *pack)
{
    return app->site->features.sticks_install_signed && pack->verdict == VERDICT_READY_SIGNED;
}

FoundPack *sticks_chosen(App *app)
{
    Task *read = app->staff->stick_read;
    size_t chosen = app->staff->view.stick.chosen;
    return read && chosen < read->report.count ? &read->report.packs[chosen] : NULL;
}

static void stick_refuse(App *app, const FoundPack *pack)
{
    StickView *view = stick_view(app);
    view->verdict = pack->verdict;
    view->problems = &pack->diags;
    phase_set(app, pack->verdict == VERDICT_SAME ? STICK_NOTHING : STICK_REFUSED);
    if (pack->verdict != VERDICT_SAME) sticks_report(app);
}

void sticks_refuse(App *app, FoundPack *pack, Verdict verdict)
{
    pack->verdict = verdict;
    pack->sentence = verdict_sentence(verdict);
    stick_refuse(app, pack);
}

static void pack_choose(App *app, size_t index)
{
    StickView *view = stick_view(app);
    view->chosen = index;
    const FoundPack *pack = sticks_chosen(app);
    if (!pack) return;
    if (!verdict_is_ready(pack->verdict)) {
        stick_refuse(app, pack);
        return;
    }
    view->needs_pin =
        pack->verdict == VERDICT_READY_NEEDS_PIN || (!app->staff->view.is_open && !installs_by_itself(app, pack));
    phase_set(app, STICK_OFFERED);
    if (view->report->count == 1 && installs_by_itself(app, pack)) sticks_install(app);
}

void sticks_install(App *app)
{
    Staff *staff = app->staff;
    const FoundPack *pack = sticks_chosen(app);
    if (staff->view.pad.purpose == PAD_INSTALLS && staff->view.stick.needs_pin) staff->stick_pin_ok = true;
    if (!pack || staff->view.stick.phase != STICK_OFFERED || updater_is_busy(&staff->updater)) return;
    Task *task = task_new(TASK_INSTALL, staff->options.packs.state_dir);
    task->source = arena_copy(&task->arena, staff->stick_read->source);
    task->relative = arena_copy(&task->arena, pack->path);
    task->id = arena_copy(&task->arena, pack->id);
    staff_list_shown(app, task);
    task->pin_ok = staff->stick_pin_ok;
    task->expected = pack->manifest;
    phase_set(app, STICK_INSTALLING);
    staff_start(app, task);
}

static void read_done(App *app, Task *task)
{
    Staff *staff = app->staff;
    if (staff->view.stick.phase != STICK_READING) {
        task_free(task);
        return;
    }
    task_free(staff->stick_read);
    staff->stick_read = task;
    staff->view.stick.report = &task->report;
    if (task->report.state != STICK_PACKS) {
        phase_set(app, STICK_NOTHING);
        sticks_report(app);
    } else if (task->report.count == 1) {
        pack_choose(app, 0);
    } else {
        phase_set(app, STICK_CHOOSING);
    }
}

/* The slide of a page that has come or changed is the first that people see. */
static void first_slide_find(App *app, const InstallResult *result)
{
    static const ChangeKind order[] = {CHANGE_ADDED, CHANGE_CHANGED};
    char ref[REF_MAX];
    app->staff->first_ref[0] = '\0';
    for (size_t k = 0; k < ARRAY_LEN(order); k++)
        for (size_t i = 0; i < result->diff.page_count; i++) {
            if (result->diff.pages[i].kind != order[k] || !result->diff.pages[i].is_page) continue;
            snprintf(ref, sizeof(ref), "%s/%s", result->id, result->diff.pages[i].id);
            for (size_t s = 0; s < app->slides.count; s++) {
                if (strcmp(app->slides.items[s].ref, ref) != 0) continue;
                memcpy(app->staff->first_ref, ref, sizeof(ref));
                return;
            }
        }
}

static void install_accepted(App *app, const Task *task)
{
    Staff *staff = app->staff;
    StickView *view = stick_view(app);
    view->took_ms = app->now_ms - staff->stick_since_ms;
    view->result = &task->install;
    copies_drop(staff);
    phase_set(app, STICK_DONE);
    if (!content_reload(app, false)) return;
    first_slide_find(app, &task->install);
    if (staff->view.is_open) panel_refresh(app);
    if (staff->view.is_open) panel_survey(app);
}

static void install_refused(App *app, Task *task)
{
    Staff *staff = app->staff;
    FoundPack *pack = sticks_chosen(app);
    bool is_in = staff->stick[0] != '\0';
    if (task->install.verdict == VERDICT_STOPPED || !is_in || !pack) {
        phase_set(app, is_in ? STICK_OFFERED : STICK_PULLED);
        return;
    }
    pack->verdict = task->install.verdict;
    pack->sentence = arena_copy(&staff->stick_read->arena, task->install.sentence);
    diags_move(&task->diags, &pack->diags, pack->folder, pack->folder);
    stick_refuse(app, pack);
}

static void install_done(App *app, Task *task)
{
    task_free(app->staff->install);
    app->staff->install = task;
    if (task->ok)
        install_accepted(app, task);
    else
        install_refused(app, task);
}

void sticks_done(App *app, Task *task)
{
    if (task->kind == TASK_READ_STICK)
        read_done(app, task);
    else
        install_done(app, task);
}

static bool is_on_screen(const App *app) { return app->state->session.place.screen == SCREEN_STICK; }

static bool is_at(App *app, StickPhase phase) { return is_on_screen(app) && stick_view(app)->phase == phase; }

void apply_stick_read(App *app, Action action)
{
    (void)action;
    const Sticks *sticks = &app->staff->sticks;
    if ((!is_on_screen(app) && !app->staff->view.is_open) || updater_is_busy(&app->staff->updater)) return;
    const Stick *stick = sticks_readable(app);
    if (!stick && sticks->count > 0) stick = &sticks->items[0];
    sticks_dismiss(app);
    if (stick)
        stick_begin(app, stick);
    else if (app->staff->view.is_open)
        staff_show(app, SCREEN_STAFF);
    else
        staff_leave(app);
    if (!stick) staff_note(app, false, word(staff_words(app), "staff-no-stick"));
}

void apply_stick_choose(App *app, Action action)
{
    if (is_at(app, STICK_CHOOSING) && action.value >= 0) pack_choose(app, (size_t)action.value);
}

void apply_stick_install(App *app, Action action)
{
    (void)action;
    const FoundPack *pack = sticks_chosen(app);
    if (!pack || !is_at(app, STICK_OFFERED)) return;
    if (!stick_view(app)->needs_pin) {
        sticks_install(app);
        return;
    }
    pad_open(app, PAD_INSTALLS, pack->pin_reason);
    staff_show(app, SCREEN_PIN);
}

void apply_stick_stop(App *app, Action action)
{
    (void)action;
    if (is_at(app, STICK_INSTALLING)) updater_stop(&app->staff->updater);
}

void apply_stick_close(App *app, Action action)
{
    (void)action;
    if (is_on_screen(app) && !staff_is_working(app)) go_back(app);
}

void apply_stick_all_changes(App *app, Action action)
{
    (void)action;
    if (!is_at(app, STICK_OFFERED)) return;
    stick_view(app)->all_changes = true;
    session_set_page(app, 0);
    app->dirty = true;
}

void sticks_tick(App *app)
{
    Staff *staff = app->staff;
    if (!staff->view.has_store) return;
    Arena names = {0};
    Sticks now;
    if (stick_watch_news(&staff->watch, &names, &now)) {
        arena_free(&staff->stick_names);
        staff->stick_names = names;
        staff->sticks = now;
        forget_gone(staff);
        if (staff->stick[0] && !stick_find_in(&now, staff->stick)) stick_pulled(app);
    } else {
        arena_free(&names);
    }
    if (staff->stick[0] || !may_show(app)) return;
    for (size_t i = 0; i < staff->sticks.count; i++) {
        if (is_seen(staff, staff->sticks.items[i].name)) continue;
        stick_begin(app, &staff->sticks.items[i]);
        return;
    }
}

/* A stick that may be shown now is shown at the next tick. */
int64_t sticks_deadline_ms(const App *app)
{
    const Staff *staff = app->staff;
    if (!staff->view.has_store || staff->stick[0] || !may_show(app)) return INT64_MAX;
    for (size_t i = 0; i < staff->sticks.count; i++)
        if (!is_seen(staff, staff->sticks.items[i].name)) return app->now_ms;
    return INT64_MAX;
}
