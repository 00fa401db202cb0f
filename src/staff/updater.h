/* updater.h - the one worker thread for what takes longer than a frame: reading sticks, installing, going back, the
 * PIN.
 *
 * It does one task at a time. The task belongs to the worker until it is done; only its progress is shared. In scripts
 * there is no thread: a task is done where it is started. All functions are for the main thread. */
#ifndef HEARTH_UPDATER_H
#define HEARTH_UPDATER_H

#include "platform/platform.h"
#include "screen/staff/staff_view.h"
#include "store/slots/pictures.h"
#include "store/slots/shown.h"

typedef enum TaskKind {
    TASK_PIN,        /* is `secret` the PIN? */
    TASK_RECOVER,    /* is it the printed code? */
    TASK_SET_PIN,    /* sets it to `secret` */
    TASK_SURVEY,     /* reviews the packs in `dirs`, and the site in site_dir */
    TASK_CHECK,      /* reads every byte of every installed pack */
    TASK_READ_STICK, /* reads what is on the stick `source` */
    TASK_PREVIEW,    /* may the copy of a pack in `source` be shown? `relative`: what its files are reported under */
    TASK_INSTALL,    /* installs the folder `relative` of the stick `source` */
    TASK_ROLLBACK,   /* of pack `id`, to the version before */
    TASK_EXPORT,     /* copies every pack that visitors see to the folder `source`, or to `stick` through a service */
    TASK_REPORT,     /* writes `bytes` to the stick `source`, or to `stick` through a service */
    TASK_LIGHT,      /* sets the display's light to `percent` */
    TASK_SETTING,    /* saves `value` as the setting `id` of this kiosk */
    TASK_DEVICE,     /* asks the service behind the door `id` for `value` */
} TaskKind;

enum { SECRET_BYTES = RECOVERY_DIGITS + 1 };

/* Texts that go in and come out are in its arena. */
typedef struct Task {
    TaskKind kind;
    Arena arena;
    const char *state_dir, *source, *relative, *id, *value;
    const char *stick; /* its kernel name, for the service that writes to it; NULL: it is written directly */
    const char *const *dirs;
    size_t dir_count;
    const char *site_dir;
    ShownPacks shown;          /* what visitors see */
    char secret[SECRET_BYTES]; /* overwritten as soon as it was checked */
    PinGuard guard;            /* comes back changed */
    int64_t now_ms;
    bool pin_ok;
    int percent;
    Digest expected;
    Date today;
    Bytes bytes;
    /* What came of it. */
    bool ok;
    PinResult pin;
    PicturesResult pictures;
    RecoveryCode recovery;
    Survey survey;
    const char **damaged; /* ids of packs that are not as they were installed */
    size_t damaged_count;
    StickReport report;
    InstallResult install;
    RollbackResult rollback;
    Diags diags;
} Task;

/* The caller owns it: task_free(), or it is handed to updater_start(). `state_dir` is copied and may be NULL. */
MUST_USE Task *task_new(TaskKind kind, const char *state_dir);
void task_free(Task *task); /* accepts NULL; overwrites secrets */
/* Does it, on this thread. */
void task_run(Task *task, InstallProgress *progress);

typedef struct Updater {
    pthread_t thread;
    pthread_mutex_t mutex; /* guards `is_done` and `platform` */
    bool is_done;
    Platform *platform; /* to be woken when it is done; NULL: nobody waits */
    bool at_once;       /* no thread: tasks are done by updater_start() */
    bool is_threaded;   /* the present task has one */
    Task *task;         /* being done, or done and not yet taken; NULL: idle */
    InstallProgress progress;
} Updater;

/* `updater` must stay where it is. */
void updater_open(Updater *updater, bool at_once);
/* Asks a running task to stop, and waits for it. */
void updater_close(Updater *updater);
/* Wakes this display's loop when a task is done; NULL: none. */
void updater_attach(Updater *updater, Platform *platform);
/* True while a task is being done, or is done and not yet taken. */
bool updater_is_busy(const Updater *updater);
/* Takes over the task. It must be idle. */
void updater_start(Updater *updater, Task *task);
void updater_stop(Updater *updater); /* asks; what was not finished has changed nothing */
/* The task that is done, now the caller's: task_free(); NULL while there is none. */
MUST_USE Task *updater_take(Updater *updater);

#endif
