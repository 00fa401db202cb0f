/* progress.h - how far an installation is, written by a worker and read by whoever draws it. */
#ifndef HEARTH_PROGRESS_H
#define HEARTH_PROGRESS_H

#include <pthread.h>

#include "base/base.h"

typedef enum ProgressPhase {
    PROGRESS_LOOKING,   /* at names, sizes and the signature */
    PROGRESS_COPYING,   /* from the stick */
    PROGRESS_VERIFYING, /* what was copied, read back from the kiosk's own disk */
    PROGRESS_CHECKING,  /* texts and rules */
    PROGRESS_PICTURES,  /* each decoded once, in a process of its own */
    PROGRESS_SWITCHING,
    PROGRESS_DONE, /* well or badly: the worker is about to return */
} ProgressPhase;

typedef struct ProgressState {
    ProgressPhase phase;
    uint64_t bytes_done, bytes_total; /* of this phase; 0 of 0 where bytes say nothing */
    size_t files_done, files_total;
} ProgressState;

typedef struct InstallProgress {
    pthread_mutex_t mutex; /* guards both */
    ProgressState state;
    bool stop;
} InstallProgress;

void progress_init(InstallProgress *progress);
void progress_destroy(InstallProgress *progress);
/* For whoever draws. */
ProgressState progress_read(InstallProgress *progress);
void progress_stop(InstallProgress *progress); /* asks the worker to give up; it keeps the old pack */

/* For the worker; each accepts NULL. */
void progress_phase(InstallProgress *progress, ProgressPhase phase, uint64_t bytes_total, size_t files_total);
void progress_add(InstallProgress *progress, uint64_t bytes, size_t files);
bool progress_is_stopped(InstallProgress *progress);

#endif
