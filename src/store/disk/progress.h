/* progress.h - how far an installation is: written by the worker thread, read by the thread that draws. */
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

/* Prepares a progress for one job; progress_destroy() when no thread uses it any more. */
void progress_init(InstallProgress *progress);
/* Frees what progress_init() made. */
void progress_destroy(InstallProgress *progress);
/* For the thread that draws. */
ProgressState progress_read(InstallProgress *progress);
void progress_stop(InstallProgress *progress); /* asks the worker to give up; it keeps the old pack */

/* For the worker; each accepts NULL. */
void progress_phase(InstallProgress *progress, ProgressPhase phase, uint64_t bytes_total, size_t files_total);
/* Adds to what is done of the phase. From the worker thread. */
void progress_add(InstallProgress *progress, uint64_t bytes, size_t files);
/* True once progress_stop() was called. NULL is never stopped. */
bool progress_is_stopped(InstallProgress *progress);

#endif
