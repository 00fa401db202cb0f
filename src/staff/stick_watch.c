#include "staff/stick_watch.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/thread.h"

void stick_watch_open(StickWatch *watch, const char *root, bool by_folder)
{
    *watch = (StickWatch){.mounts = root ? mounts_open(root, by_folder) : NULL, .stop = -1, .again = -1};
}

static void event_raise(int fd)
{
    const uint64_t one = 1;
    ssize_t written = write(fd, &one, sizeof(one)); /* fails only when it is raised already */
    (void)written;
}

/* Waits until one of the files is ready. False if the system cannot wait, which no second try would change. */
static bool poll_wait(struct pollfd *files, nfds_t count)
{
    int ready;
    do ready = poll(files, count, -1);
    while (ready < 0 && errno == EINTR);
    return ready >= 0;
}

/* The file stays readable until the loop has listed the sticks, so the thread waits for that before it polls again. */
static void *watch_run(void *context)
{
    StickWatch *watch = context;
    struct pollfd news[] = {{mounts_fd(watch->mounts), POLLIN, 0}, {watch->stop, POLLIN, 0}};
    struct pollfd seen[] = {{watch->again, POLLIN, 0}, {watch->stop, POLLIN, 0}};
    uint64_t count;
    for (;;) {
        if (!poll_wait(news, ARRAY_LEN(news))) return NULL;
        if (news[1].revents != 0) return NULL;
        atomic_store(&watch->told, true);
        platform_wake(watch->platform);
        if (!poll_wait(seen, ARRAY_LEN(seen))) return NULL;
        if (seen[1].revents != 0) return NULL;
        ssize_t got = read(watch->again, &count, sizeof(count));
        (void)got;
    }
}

static void files_close(StickWatch *watch)
{
    if (watch->stop >= 0) close(watch->stop);
    if (watch->again >= 0) close(watch->again);
    watch->stop = watch->again = -1;
}

static void thread_stop(StickWatch *watch)
{
    if (!watch->platform) return;
    event_raise(watch->stop);
    pthread_join(watch->thread, NULL);
    files_close(watch);
    watch->platform = NULL;
}

void stick_watch_attach(StickWatch *watch, Platform *platform)
{
    thread_stop(watch);
    if (!watch->mounts || !platform) return;
    watch->stop = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    watch->again = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    watch->platform = platform;
    if (watch->stop >= 0 && watch->again >= 0 && thread_start(&watch->thread, watch_run, watch)) return;
    fprintf(stderr, "hearth: sticks will be noticed late, at the next touch: no thread to wait for them (%s)\n",
            strerror(errno));
    watch->platform = NULL;
    files_close(watch);
}

void stick_watch_close(StickWatch *watch)
{
    thread_stop(watch);
    mounts_close(watch->mounts);
    *watch = (StickWatch){0};
}

bool stick_watch_news(StickWatch *watch, Arena *arena, Sticks *out)
{
    if (!watch->mounts) return false;
    struct pollfd news = {mounts_fd(watch->mounts), POLLIN, 0};
    if (!atomic_exchange(&watch->told, false) && poll(&news, 1, 0) <= 0) return false;
    mounts_list(watch->mounts, arena, out);
    if (watch->platform) event_raise(watch->again);
    return true;
}
