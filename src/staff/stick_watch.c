#include "staff/stick_watch.h"

#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

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

/* The number stays readable until the loop has looked, so the thread waits for that before it sleeps on it again. */
static void *watch_run(void *context)
{
    StickWatch *watch = context;
    struct pollfd news[] = {{mounts_fd(watch->mounts), POLLIN, 0}, {watch->stop, POLLIN, 0}};
    struct pollfd seen[] = {{watch->again, POLLIN, 0}, {watch->stop, POLLIN, 0}};
    uint64_t count;
    for (;;) {
        if (poll(news, ARRAY_LEN(news), -1) < 0) continue;
        if (news[1].revents != 0) return NULL;
        atomic_store(&watch->told, true);
        platform_wake(watch->platform);
        while (poll(seen, ARRAY_LEN(seen), -1) < 0) {
        }
        if (seen[1].revents != 0) return NULL;
        ssize_t got = read(watch->again, &count, sizeof(count));
        (void)got;
    }
}

static void thread_stop(StickWatch *watch)
{
    if (!watch->platform) return;
    event_raise(watch->stop);
    pthread_join(watch->thread, NULL);
    close(watch->stop);
    close(watch->again);
    watch->platform = NULL;
}

void stick_watch_attach(StickWatch *watch, Platform *platform)
{
    sigset_t all, before;
    thread_stop(watch);
    if (!watch->mounts || !platform) return;
    watch->stop = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    watch->again = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    CHECK(watch->stop >= 0 && watch->again >= 0);
    watch->platform = platform;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&watch->thread, NULL, watch_run, watch) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    CHECK(started);
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
