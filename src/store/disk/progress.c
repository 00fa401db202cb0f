#include "store/disk/progress.h"

void progress_init(InstallProgress *progress)
{
    *progress = (InstallProgress){.state = {.phase = PROGRESS_LOOKING}};
    CHECK(pthread_mutex_init(&progress->mutex, NULL) == 0);
}

void progress_destroy(InstallProgress *progress) { pthread_mutex_destroy(&progress->mutex); }

ProgressState progress_read(InstallProgress *progress)
{
    pthread_mutex_lock(&progress->mutex);
    ProgressState state = progress->state;
    pthread_mutex_unlock(&progress->mutex);
    return state;
}

void progress_stop(InstallProgress *progress)
{
    pthread_mutex_lock(&progress->mutex);
    progress->stop = true;
    pthread_mutex_unlock(&progress->mutex);
}

void progress_phase(InstallProgress *progress, ProgressPhase phase, uint64_t bytes_total, size_t files_total)
{
    if (!progress) return;
    pthread_mutex_lock(&progress->mutex);
    progress->state = (ProgressState){.phase = phase, .bytes_total = bytes_total, .files_total = files_total};
    pthread_mutex_unlock(&progress->mutex);
}

void progress_add(InstallProgress *progress, uint64_t bytes, size_t files)
{
    if (!progress) return;
    pthread_mutex_lock(&progress->mutex);
    progress->state.bytes_done += bytes;
    progress->state.files_done += files;
    pthread_mutex_unlock(&progress->mutex);
}

bool progress_is_stopped(InstallProgress *progress)
{
    if (!progress) return false;
    pthread_mutex_lock(&progress->mutex);
    bool stop = progress->stop;
    pthread_mutex_unlock(&progress->mutex);
    return stop;
}
