#include "platform/jack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/mem.h"

enum { JACKS_MAX = 8, FD_STOP, FD_FOLDER, FD_FIRST, SWITCH_BYTES = (SW_MAX + 8) / 8, PATH_BYTES = 256, BITS = 8 };

struct Jack {
    const char *folder;
    JackChanged *changed;
    void *context;
    pthread_t thread;
    atomic_int state; /* JackState */
    /* The thread's from here on. */
    struct pollfd fds[JACKS_MAX + FD_FIRST];
    nfds_t count;
};

static bool bit_is_set(const unsigned char *bits, int bit) { return (bits[bit / BITS] >> (bit % BITS) & 1) != 0; }

JackState jack_state_of_bits(const unsigned char *has, const unsigned char *closed)
{
    if (!bit_is_set(has, SW_HEADPHONE_INSERT)) return JACK_UNKNOWN;
    return bit_is_set(closed, SW_HEADPHONE_INSERT) ? JACK_IN : JACK_OUT;
}

JackState jack_state_join(JackState a, JackState b) { return a > b ? a : b; }

static JackState device_state(int fd)
{
    unsigned char has[SWITCH_BYTES] = {0}, closed[SWITCH_BYTES] = {0};
    if (ioctl(fd, EVIOCGBIT(EV_SW, sizeof(has)), has) < 0 || ioctl(fd, EVIOCGSW(sizeof(closed)), closed) < 0)
        return JACK_UNKNOWN;
    return jack_state_of_bits(has, closed);
}

static void device_open(Jack *jack, const char *name)
{
    char path[PATH_BYTES];
    int length = snprintf(path, sizeof(path), "%s/%s", jack->folder, name);
    if (length < 0 || length >= PATH_BYTES || jack->count == ARRAY_LEN(jack->fds)) return;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return;
    if (device_state(fd) == JACK_UNKNOWN)
        close(fd);
    else
        jack->fds[jack->count++] = (struct pollfd){fd, POLLIN, 0};
}

static void devices_close(Jack *jack)
{
    while (jack->count > FD_FIRST) close(jack->fds[--jack->count].fd);
}

static void devices_open(Jack *jack)
{
    devices_close(jack);
    DIR *folder = opendir(jack->folder);
    if (!folder) return;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
        if (strncmp(entry->d_name, "event", 5) == 0) device_open(jack, entry->d_name);
    closedir(folder);
}

static void state_read(Jack *jack)
{
    JackState state = JACK_UNKNOWN;
    for (nfds_t i = FD_FIRST; i < jack->count; i++) state = jack_state_join(state, device_state(jack->fds[i].fd));
    if (atomic_exchange(&jack->state, (int)state) != (int)state) jack->changed(jack->context);
}

/* Empties what was read. True if devices came or went. */
static bool drain(Jack *jack)
{
    bool changed = false;
    for (nfds_t i = FD_FOLDER; i < jack->count; i++) {
        if (jack->fds[i].revents == 0) continue;
        char bytes[4096];
        while (read(jack->fds[i].fd, bytes, sizeof(bytes)) > 0) continue;
        changed = changed || i == FD_FOLDER || (jack->fds[i].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
    }
    return changed;
}

static void *thread_main(void *context)
{
    Jack *jack = context;
    for (;;) {
        int ready = poll(jack->fds, jack->count, -1);
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0 || jack->fds[FD_STOP].revents != 0) break;
        if (drain(jack)) devices_open(jack);
        state_read(jack);
    }
    return NULL;
}

static void files_close(Jack *jack)
{
    devices_close(jack);
    for (int i = 0; i < FD_FIRST; i++)
        if (jack->fds[i].fd >= 0) close(jack->fds[i].fd);
}

Jack *jack_open(const char *folder, JackChanged *changed, void *context)
{
    Jack *jack = mem_alloc(sizeof(*jack));
    jack->folder = folder;
    jack->changed = changed;
    jack->context = context;
    jack->fds[FD_STOP] = (struct pollfd){eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), POLLIN, 0};
    jack->fds[FD_FOLDER] = (struct pollfd){inotify_init1(IN_NONBLOCK | IN_CLOEXEC), POLLIN, 0};
    jack->count = FD_FIRST;
    if (jack->fds[FD_FOLDER].fd >= 0)
        inotify_add_watch(jack->fds[FD_FOLDER].fd, folder, IN_CREATE | IN_DELETE | IN_ATTRIB);
    devices_open(jack);
    JackState state = JACK_UNKNOWN;
    for (nfds_t i = FD_FIRST; i < jack->count; i++) state = jack_state_join(state, device_state(jack->fds[i].fd));
    atomic_init(&jack->state, (int)state);
    if (jack->fds[FD_STOP].fd >= 0 && pthread_create(&jack->thread, NULL, thread_main, jack) == 0) return jack;
    files_close(jack);
    free(jack);
    return NULL;
}

void jack_close(Jack *jack)
{
    if (!jack) return;
    const uint64_t one = 1;
    ssize_t written = write(jack->fds[FD_STOP].fd, &one, sizeof(one)); /* an empty counter always takes it */
    (void)written;
    pthread_join(jack->thread, NULL);
    files_close(jack);
    free(jack);
}

JackState jack_state(const Jack *jack) { return jack ? (JackState)atomic_load(&jack->state) : JACK_UNKNOWN; }
