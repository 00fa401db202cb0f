#include "platform/input_watch.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static void devices_close(InputWatch *watch)
{
    for (size_t i = 1; i < watch->count; i++) close(watch->fds[i].fd);
    watch->count = int_min((int)watch->count, 1) > 0 ? 1 : 0;
}

static void device_open(InputWatch *watch, const char *name)
{
    char path[256];
    int length = snprintf(path, sizeof(path), "%s/%s", watch->folder, name);
    if (length < 0 || (size_t)length >= sizeof(path) || watch->count == INPUT_WATCH_MAX) return;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return;
    if (watch->wanted && !watch->wanted(fd))
        close(fd);
    else
        watch->fds[watch->count++] = (struct pollfd){fd, POLLIN, 0};
}

static void devices_open(InputWatch *watch)
{
    devices_close(watch);
    DIR *folder = opendir(watch->folder);
    if (!folder) return;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
        if (strncmp(entry->d_name, "event", 5) == 0) device_open(watch, entry->d_name);
    closedir(folder);
}

size_t input_watch_open(InputWatch *watch, const char *folder, InputWanted *wanted)
{
    *watch = (InputWatch){.folder = folder, .wanted = wanted};
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (fd >= 0) inotify_add_watch(fd, folder, IN_CREATE | IN_DELETE | IN_ATTRIB);
    watch->fds[watch->count++] = (struct pollfd){fd, POLLIN, 0}; /* poll() passes over -1 */
    devices_open(watch);
    return watch->count - 1;
}

void input_watch_close(InputWatch *watch)
{
    devices_close(watch);
    if (watch->count > 0 && watch->fds[0].fd >= 0) close(watch->fds[0].fd);
    *watch = (InputWatch){0};
}

/* Empties what can be read. True if devices came or went. */
static bool devices_drain(InputWatch *watch)
{
    bool changed = false;
    for (size_t i = 0; i < watch->count; i++) {
        if (watch->fds[i].revents == 0) continue;
        char bytes[4096];
        ssize_t got;
        do got = read(watch->fds[i].fd, bytes, sizeof(bytes));
        while (got > 0);
        if (i == 0 || (watch->fds[i].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0) changed = true;
    }
    if (changed) devices_open(watch);
    return changed;
}

bool input_watch_wait(InputWatch *watch, int wake_fd, int timeout_ms, bool *woken)
{
    watch->fds[watch->count] = (struct pollfd){wake_fd, POLLIN, 0};
    int ready = poll(watch->fds, watch->count + 1, timeout_ms);
    *woken = ready < 0 ? errno != EINTR : watch->fds[watch->count].revents != 0;
    return ready > 0 && devices_drain(watch);
}
