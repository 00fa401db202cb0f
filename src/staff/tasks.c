/* tasks.c - what the worker does. It knows no App: everything comes in and goes out with the task. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/content_check.h"
#include "staff/device.h"
#include "staff/survey.h"
#include "staff/updater.h"
#include "base/mem.h"
#include "platform/images.h"
#include "store/stick/export.h"
#include "store/stick/look.h"
#include "store/stick/report.h"
#include "store/stick/send.h"
#include "store/state/settings.h"
#include "store/disk/tree.h"

Task *task_new(TaskKind kind, const char *state_dir)
{
    Task *task = mem_alloc(sizeof(*task));
    task->kind = kind;
    task->state_dir = state_dir ? arena_copy(&task->arena, state_dir) : NULL;
    return task;
}

void task_free(Task *task)
{
    if (!task) return;
    mem_wipe(task->secret, sizeof(task->secret));
    mem_wipe(&task->recovery, sizeof(task->recovery));
    stick_report_free(&task->report);
    diags_free(&task->diags);
    arena_free(&task->arena);
    free(task);
}

static void run_pin(Task *task)
{
    task->pin =
        (task->kind == TASK_RECOVER ? recovery_try : pin_try)(&task->guard, task->secret, task->now_ms, &task->diags);
    task->ok = task->pin == PIN_RIGHT;
    mem_wipe(task->secret, sizeof(task->secret));
}

static void run_set_pin(Task *task)
{
    Store store;
    /* Makes the state folder where there is none yet. */
    task->ok = verdict_goes_on(store_open_to_change(&store, task->state_dir, &task->diags));
    store_close(&store);
    task->ok = task->ok && pin_set(&task->guard, task->secret, &task->recovery, &task->diags);
    mem_wipe(task->secret, sizeof(task->secret));
}

static void run_check(Task *task, InstallProgress *progress)
{
    Store store;
    StorePack *packs;
    size_t count;
    store_open_to_read(&store, task->state_dir);
    store_list(&store, &task->arena, &packs, &count);
    task->damaged = ARENA_ARRAY(&task->arena, const char *, count + 1);
    for (size_t i = 0; i < count && !progress_is_stopped(progress); i++) {
        int folder = open_beneath(store.packs, packs[i].id, O_DIRECTORY);
        bool good = folder >= 0 && slot_verify(folder, &packs[i].slots.current, progress, &task->diags);
        if (folder >= 0) close(folder);
        if (!good) task->damaged[task->damaged_count++] = packs[i].id;
    }
    store_close(&store);
    task->ok = task->damaged_count == 0;
}

static void run_read_stick(Task *task, InstallProgress *progress)
{
    const ContentContext content = {task->today, task->state_dir};
    const LookJob job = {.like = {.state_dir = task->state_dir,
                                  .shown = task->shown,
                                  .check = content_check,
                                  .check_context = &content,
                                  .keeps_copy = true},
                         .root = task->source,
                         .wait_ms = LOOK_WAIT_MS};
    stick_look(&job, &task->arena, progress, &task->report);
    task->ok = task->report.state == STICK_PACKS;
}

/* Before the first update of a pack that came with the program: installs that version too, so that staff can go back to
 * it. If there is no room, or it fails, the update goes on: the program still has its own copy. */
static void shipped_keep(Task *task)
{
    Store store;
    StorePack installed;
    InstallResult result;
    Diags unheard = {0};
    const ShownPack *shown = shown_find(&task->shown, task->id);
    store_open_to_read(&store, task->state_dir);
    bool keep = shown && !store_find(&store, &task->arena, task->id, &installed);
    store_close(&store);
    if (!keep) return;
    const InstallJob job = {.state_dir = task->state_dir,
                            .source = shown->dir,
                            .relative = "",
                            .pin_ok = true,
                            .trust = TRUST_SHIPPED,
                            .today = task->today};
    install_run(&job, &task->arena, NULL, &result, &unheard);
    diags_free(&unheard);
}

static void run_install(Task *task, InstallProgress *progress)
{
    shipped_keep(task);
    const ContentContext content = {task->today, task->state_dir};
    const InstallJob job = {
        .state_dir = task->state_dir,
        .source = task->source,
        .relative = task->relative,
        .pin_ok = task->pin_ok,
        .trust = TRUST_PIN,
        .expected = &task->expected,
        .today = task->today,
        .check = content_check,
        .check_context = &content,
        .decode = images_decodes,
    };
    install_run(&job, &task->arena, progress, &task->install, &task->diags);
    task->ok = task->install.verdict == VERDICT_INSTALLED;
}

static void run_rollback(Task *task)
{
    Store store;
    task->ok = verdict_goes_on(store_open_to_change(&store, task->state_dir, &task->diags)) &&
               store_rollback(&store, &task->arena, task->id, task->today, &task->rollback, &task->diags);
    store_close(&store);
}

/* The player sees sticks read-only: it sends the packs to a service, which writes them. */
static bool export_by_service(Task *task, InstallProgress *progress)
{
    int door = device_door_open("save");
    const char *name = arena_format(&task->arena, "%s\n", task->stick);
    bool ok = door >= 0 && device_door_send(door, (Bytes){name, strlen(name)});
    for (size_t i = 0; i < task->shown.count && ok; i++)
        ok = pack_send(&task->arena, &task->shown.items[i], door, device_door_send, progress, &task->diags);
    ok = ok && device_door_send(door, (Bytes){"end\n", 4});
    return door >= 0 && device_door_close(door) && ok;
}

static void run_export(Task *task, InstallProgress *progress)
{
    const char *folder;
    task->ok = task->shown.count > 0;
    if (task->stick) task->ok = task->ok && export_by_service(task, progress);
    for (size_t i = 0; i < task->shown.count && task->ok && !task->stick; i++)
        task->ok = pack_export(&task->arena, &task->shown.items[i], task->source, &folder, progress, &task->diags);
}

static void run_report(Task *task)
{
    task->ok = task->stick ? device_wish("report", task->stick, task->bytes) : report_write(task->source, task->bytes);
}

static void run_survey(Task *task)
{
    const SurveyJob job = {task->dirs, task->dir_count, task->site_dir, task->state_dir, task->today};
    survey_make(&task->arena, &job, &task->survey);
    task->ok = true;
}

/* Whether the copy of a pack may be shown: strangers' pictures are decoded by the player only after a child has done
 * it. */
static void run_preview(Task *task, InstallProgress *progress)
{
    Tree tree = {.fd = -1};
    int root = open(task->source, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool opened = root >= 0 && tree_open(&tree, &task->arena, root, "", task->relative, &task->diags);
    if (root >= 0) close(root);
    task->pictures = opened ? pictures_try(&tree, &task->arena, task->source, images_decodes, progress, &task->diags)
                            : PICTURES_UNKNOWN;
    task->ok = task->pictures == PICTURES_GOOD;
    tree_close(&tree);
}

void task_run(Task *task, InstallProgress *progress)
{
    switch (task->kind) {
    case TASK_PIN:
    case TASK_RECOVER: run_pin(task); break;
    case TASK_SET_PIN: run_set_pin(task); break;
    case TASK_SURVEY: run_survey(task); break;
    case TASK_CHECK: run_check(task, progress); break;
    case TASK_READ_STICK: run_read_stick(task, progress); break;
    case TASK_PREVIEW: run_preview(task, progress); break;
    case TASK_INSTALL: run_install(task, progress); break;
    case TASK_ROLLBACK: run_rollback(task); break;
    case TASK_EXPORT: run_export(task, progress); break;
    case TASK_REPORT: run_report(task); break;
    case TASK_SETTING: task->ok = settings_set(task->state_dir, task->id, task->value, &task->diags); break;
    case TASK_LIGHT: task->ok = device_set_brightness(task->percent); break;
    case TASK_DEVICE: task->ok = device_wish(task->id, task->value, (Bytes){0}); break;
    }
}
