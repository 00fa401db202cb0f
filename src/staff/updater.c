#include "staff/updater.h"

#include "base/thread.h"

void updater_open(Updater *updater, bool at_once)
{
    *updater = (Updater){.at_once = at_once};
    CHECK(pthread_mutex_init(&updater->mutex, NULL) == 0);
    progress_init(&updater->progress);
}

void updater_close(Updater *updater)
{
    if (updater->task && updater->is_threaded) {
        updater_stop(updater);
        pthread_join(updater->thread, NULL);
    }
    task_free(updater->task);
    progress_destroy(&updater->progress);
    pthread_mutex_destroy(&updater->mutex);
    *updater = (Updater){0};
}

void updater_attach(Updater *updater, Platform *platform)
{
    pthread_mutex_lock(&updater->mutex);
    updater->platform = platform;
    pthread_mutex_unlock(&updater->mutex);
}

bool updater_is_busy(const Updater *updater) { return updater->task != NULL; }

static void *work(void *context)
{
    Updater *updater = context;
    task_run(updater->task, &updater->progress);
    pthread_mutex_lock(&updater->mutex);
    updater->is_done = true;
    if (updater->platform) platform_wake(updater->platform);
    pthread_mutex_unlock(&updater->mutex);
    return NULL;
}

void updater_start(Updater *updater, Task *task)
{
    CHECK(!updater->task);
    progress_destroy(&updater->progress);
    progress_init(&updater->progress);
    updater->task = task;
    updater->is_done = false;
    /* A machine that has no thread left gets it done all the same, with the screen standing still meanwhile. */
    updater->is_threaded = !updater->at_once && thread_start(&updater->thread, work, updater);
    if (updater->is_threaded) return;
    task_run(task, &updater->progress);
    updater->is_done = true;
}

void updater_stop(Updater *updater)
{
    if (updater->task) progress_stop(&updater->progress);
}

Task *updater_take(Updater *updater)
{
    if (!updater->task) return NULL;
    pthread_mutex_lock(&updater->mutex);
    bool is_done = updater->is_done;
    pthread_mutex_unlock(&updater->mutex);
    if (!is_done) return NULL;
    if (updater->is_threaded) pthread_join(updater->thread, NULL);
    Task *task = updater->task;
    updater->task = NULL;
    return task;
}
