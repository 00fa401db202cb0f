/* panel.c - the panel: what is installed, going back, saving, the device. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "staff/content.h"
#include "staff/machine.h"
#include "staff/panel.h"
#include "staff/sticks.h"
#include "staff/volume.h"
#include "staff/device.h"
#include "staff/staff_handlers.h"
#include "staff/survey.h"

enum { LONG_AGO_DAYS = 90 };

static void pack_put(Arena *arena, PanelPack *to, const StorePack *from)
{
    const Slots *slots = &from->slots;
    *to = (PanelPack){
        .id = from->id,
        .title = from->title,
        .version = arena_copy(arena, slots->current.version),
        .version_before = slot_is_there(&slots->previous) ? arena_copy(arena, slots->previous.version) : NULL,
        .signer = slots->current.trust == TRUST_SIGNED ? arena_copy(arena, slots->current.signer) : NULL,
        .installed = slots->current.installed,
        .is_site = from->is_site,
        .is_built_in = slots->current.trust == TRUST_SHIPPED,
    };
}

static bool panel_has(const PanelPack *packs, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(packs[i].id, id) == 0) return true;
    return false;
}

/* Adds the packs that came with the program and have no newer version in the store. Returns the new count. */
static size_t built_in_put(App *app, Arena *arena, PanelPack *packs, size_t count)
{
    for (size_t i = 0; i < app->library.count; i++) {
        const Pack *pack = app->library.packs[i];
        if (panel_has(packs, count, pack->id)) continue;
        const PackWords *words = pack_words(pack, app_lang(app));
        packs[count++] = (PanelPack){.id = arena_copy(arena, pack->id),
                                     .title = arena_copy(arena, words && words->title ? words->title : pack->id),
                                     .version = arena_copy(arena, pack->version),
                                     .is_built_in = true};
    }
    if (app->site->dir && !panel_has(packs, count, app->site->id)) {
        Word name = words_in(&app->site->clinic.name, app_lang(app));
        packs[count++] = (PanelPack){.id = arena_copy(arena, app->site->id),
                                     .title = arena_copy(arena, name.text ? name.text : app->site->id),
                                     .version = arena_copy(arena, app->site->version),
                                     .is_site = true,
                                     .is_built_in = true};
    }
    return count;
}

/* The one that was changed last goes back first. */
static void restore_find(StaffView *view, const StorePack *packs, size_t count)
{
    uint64_t latest = 0;
    view->restore_id = view->restore_title = view->restore_version = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!view->packs[i].version_before || packs[i].slots.switch_order < latest) continue;
        latest = packs[i].slots.switch_order;
        view->restore_id = packs[i].id;
        view->restore_title = packs[i].title;
        view->restore_version = view->packs[i].version_before;
    }
}

/* The day of the latest update if that is LONG_AGO_DAYS ago: telephone numbers and hours may have changed since. */
static Date nothing_new_since(const App *app)
{
    const StaffView *view = &app->staff->view;
    Date latest = {0}, today = staff_today(app);
    for (size_t i = 0; i < view->pack_count; i++)
        if (date_compare(view->packs[i].installed, latest) > 0) latest = view->packs[i].installed;
    if (!date_is_set(latest)) latest = view->survey->newest; /* what came with the program */
    bool long_ago = date_is_set(latest) && date_is_set(today) && date_days_between(latest, today) >= LONG_AGO_DAYS;
    return long_ago ? latest : (Date){0};
}

void panel_surveyed(App *app, Task *task)
{
    Staff *staff = app->staff;
    task_free(staff->survey);
    staff->survey = task;
    staff->view.survey = &task->survey;
    staff->view.nothing_new_since = nothing_new_since(app);
}

void panel_refresh(App *app)
{
    Staff *staff = app->staff;
    StaffView *view = &staff->view;
    Arena *arena = &staff->panel;
    Store store;
    StorePack *packs = NULL;
    HistoryEntry *history = NULL;
    size_t count = 0;
    arena_reset(arena);
    if (view->has_store) {
        store_open_to_read(&store, staff->options.packs.state_dir);
        store_list(&store, arena, &packs, &count);
        view->history_count = 0;
        if (store.fd >= 0) history_load(arena, store.fd, &history, &view->history_count);
        store_close(&store);
        if (!device_space(staff->options.packs.state_dir, &view->health.bytes_free, &view->health.bytes_total))
            view->health.bytes_total = 0;
    }
    PanelPack *shown = ARENA_ARRAY(arena, PanelPack, count + app->library.count + 1);
    for (size_t i = 0; i < count; i++) pack_put(arena, &shown[i], &packs[i]);
    view->packs = shown;
    view->history = history;
    restore_find(view, packs, count);
    view->pack_count = built_in_put(app, arena, shown, count);
    view->nothing_new_since = nothing_new_since(app);
    view->health.brightness = device_brightness();
    view->health.volume = volume_level(app);
    app->dirty = true;
}

void panel_survey(App *app)
{
    if (updater_is_busy(&app->staff->updater)) return;
    Task *task = task_new(TASK_SURVEY, app->staff->options.packs.state_dir);
    const char **dirs = ARENA_ARRAY(&task->arena, const char *, app->library.count + 1);
    for (size_t i = 0; i < app->library.count; i++) dirs[i] = arena_copy(&task->arena, app->library.packs[i]->dir);
    task->dirs = dirs;
    task->dir_count = app->library.count;
    task->site_dir = arena_copy(&task->arena, app->site->dir);
    staff_start(app, task);
}

static void task_start(App *app, TaskKind kind, const char *id)
{
    if (updater_is_busy(&app->staff->updater)) return;
    Task *task = task_new(kind, app->staff->options.packs.state_dir);
    task->id = arena_copy(&task->arena, id);
    staff_start(app, task);
}

void apply_save_packs(App *app, Action action)
{
    (void)action;
    const Stick *stick = sticks_readable(app);
    if (!stick) {
        staff_note(app, false, word(staff_words(app), "staff-no-stick"));
        return;
    }
    if (updater_is_busy(&app->staff->updater)) return;
    Task *task = task_new(TASK_EXPORT, app->staff->options.packs.state_dir);
    if (!sticks_target(app, stick->name, stick->path, task)) {
        task_free(task);
        return;
    }
    staff_list_shown(app, task);
    staff_note(app, true, word(staff_words(app), "save-working"));
    staff_start(app, task);
}

void apply_check_packs(App *app, Action action)
{
    (void)action;
    task_start(app, TASK_CHECK, NULL);
}

static void question_set(App *app, PanelQuestion question)
{
    app->staff->view.question = question;
    app->dirty = true;
}

/* True if this question is up. It is answered, so it goes. */
static bool question_take(App *app, PanelQuestion question)
{
    bool was_asked = app->staff->view.question == question;
    question_set(app, QUESTION_NONE);
    return was_asked;
}

void apply_restore_ask(App *app, Action action)
{
    (void)action;
    if (app->staff->view.restore_id)
        question_set(app, QUESTION_RESTORE);
    else
        staff_note(app, false, word(staff_words(app), "restore-none"));
}

void apply_restore(App *app, Action action)
{
    (void)action;
    if (question_take(app, QUESTION_RESTORE)) task_start(app, TASK_ROLLBACK, app->staff->view.restore_id);
}

void apply_restart_ask(App *app, Action action)
{
    (void)action;
    question_set(app, QUESTION_RESTART);
}

void apply_restart(App *app, Action action)
{
    (void)action;
    if (question_take(app, QUESTION_RESTART)) machine_restart(app);
}

void apply_answer_no(App *app, Action action)
{
    (void)action;
    question_set(app, QUESTION_NONE);
}

static const char *pack_title(const StaffView *view, const char *id)
{
    for (size_t i = 0; i < view->pack_count; i++)
        if (strcmp(view->packs[i].id, id) == 0) return view->packs[i].title;
    return id;
}

/* A tick or a cross beside each pack that the store has. */
static void check_done(App *app, const Task *task)
{
    Staff *staff = app->staff;
    StaffView *view = &staff->view;
    PanelPack *packs = ARENA_ARRAY(&staff->panel, PanelPack, view->pack_count + 1);
    for (size_t i = 0; i < view->pack_count; i++) {
        packs[i] = view->packs[i];
        packs[i].check = packs[i].is_built_in ? CHECK_NONE : CHECK_GOOD;
        for (size_t d = 0; d < task->damaged_count; d++)
            if (strcmp(task->damaged[d], packs[i].id) == 0) packs[i].check = CHECK_BAD;
    }
    view->packs = packs;
    const Words *words = staff_words(app);
    if (task->ok)
        staff_note(app, true, word(words, "staff-check-good"));
    else
        staff_note(app, false,
                   word_with(words, &app->scratch, "staff-check-bad", "name", pack_title(view, task->damaged[0])));
    /* Stop showing a damaged pack at once, and show the version before it. */
    if (!task->ok && content_reload(app, true)) panel_survey(app);
}

static void rollback_done(App *app, const Task *task)
{
    const Words *words = staff_words(app);
    if (!task->ok) {
        staff_note(app, false, task->diags.count > 0 ? task->diags.items[0].message : word(words, "why-write"));
        return;
    }
    staff_note(app, true, word_with(words, &app->scratch, "restore-done", "version", task->rollback.to));
    if (!content_reload(app, false)) app->dirty = true;
    panel_refresh(app);
    panel_survey(app);
}

void panel_done(App *app, const Task *task)
{
    if (!app->staff->view.is_open && task->kind != TASK_ROLLBACK) return;
    if (task->kind == TASK_CHECK)
        check_done(app, task);
    else if (task->kind == TASK_ROLLBACK)
        rollback_done(app, task);
    else if (task->kind == TASK_DEVICE)
        machine_done(app, task);
    else
        staff_note(app, task->ok, word(staff_words(app), task->ok ? "save-done" : "save-failed"));
}
