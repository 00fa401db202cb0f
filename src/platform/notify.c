#include "platform/notify.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { US_PER_MS = 1000 };

static int socket_open(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = path ? strlen(path) : 0;
    if (length == 0 || length >= sizeof(address.sun_path) || (path[0] != '/' && path[0] != '@')) return -1;
    memcpy(address.sun_path, path, length);
    if (path[0] == '@') address.sun_path[0] = '\0'; /* an abstract name */
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return -1;
    if (connect(fd, (struct sockaddr *)&address, (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length)) == 0)
        return fd;
    close(fd);
    return -1;
}

Notify notify_open(void)
{
    Notify notify = {.socket = socket_open(getenv("NOTIFY_SOCKET"))};
    const char *watchdog_us = getenv("WATCHDOG_USEC");
    if (notify.socket >= 0 && watchdog_us) notify.interval_ms = strtoll(watchdog_us, NULL, 10) / US_PER_MS / 2;
    return notify;
}

void notify_close(Notify *notify)
{
    if (notify->socket >= 0) close(notify->socket);
    notify->socket = -1;
}

/* A message that cannot be sent is lost: the supervisor then does what it is there for. */
static void notify_send(const Notify *notify, const char *text)
{
    if (notify->socket < 0) return;
    ssize_t sent = send(notify->socket, text, strlen(text), MSG_NOSIGNAL);
    (void)sent;
}

void notify_ready(const Notify *notify) { notify_send(notify, "READY=1"); }

void notify_alive(const Notify *notify) { notify_send(notify, "WATCHDOG=1"); }
