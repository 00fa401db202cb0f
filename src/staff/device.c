#include "staff/device.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

enum { DOOR_PATIENCE_S = 300 }; /* saving packs to a slow stick takes minutes; as long as the unit may run */

static const char backlights[] = "/sys/class/backlight";

/* The folder of the sockets, as the unit names it; NULL at a desk. */
static const char *doors_dir(void)
{
    const char *dir = getenv("HEARTH_DOORS");
    return dir && dir[0] == '/' && access(dir, X_OK) == 0 ? dir : NULL;
}

bool device_has_doors(void) { return doors_dir() != NULL; }

int device_door_open(const char *door)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    const struct timeval patience = {.tv_sec = DOOR_PATIENCE_S};
    const char *dir = doors_dir();
    if (!dir) return -1;
    int length = snprintf(address.sun_path, sizeof(address.sun_path), "%s/%s", dir, door);
    if (length < 0 || (size_t)length >= sizeof(address.sun_path)) return -1;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return -1;
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    (void)setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    if (connect(fd, (const struct sockaddr *)&address, sizeof(address)) == 0) return fd;
    close(fd);
    return -1;
}

bool device_door_send(int fd, Bytes bytes)
{
    size_t sent = 0;
    while (sent < bytes.count) {
        /* The service may end before it has read all: that is a failure, and no signal. */
        ssize_t now = send(fd, (const char *)bytes.data + sent, bytes.count - sent, MSG_NOSIGNAL);
        if (now < 0 && errno == EINTR) continue;
        if (now <= 0) return false;
        sent += (size_t)now;
    }
    return true;
}

bool device_door_close(int fd)
{
    static const char done[] = "done\n";
    char answer[sizeof(done)] = "";
    size_t length = 0;
    (void)shutdown(fd, SHUT_WR);
    while (length < sizeof(answer) - 1) {
        ssize_t got = read(fd, answer + length, sizeof(answer) - 1 - length);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        length += (size_t)got;
    }
    close(fd);
    return strcmp(answer, done) == 0;
}

bool device_wish(const char *door, const char *line, Bytes data)
{
    int fd = device_door_open(door);
    if (fd < 0) return false;
    bool sent = device_door_send(fd, (Bytes){line, strlen(line)}) && device_door_send(fd, (Bytes){"\n", 1}) &&
                device_door_send(fd, data);
    return device_door_close(fd) && sent;
}

static bool number_read(const char *dir, const char *name, long *out)
{
    Arena arena = {0};
    FILE *file = fopen(fs_join(&arena, dir, name), "re");
    bool ok = file && fscanf(file, "%9ld", out) == 1 && *out >= 0;
    if (file) fclose(file);
    arena_free(&arena);
    return ok;
}

/* The first light that there is. */
static const char *backlight_find(Arena *arena)
{
    const char **names;
    size_t count;
    if (!fs_list(arena, backlights, &names, &count)) return NULL;
    for (size_t i = 0; i < count; i++) {
        const char *dir = fs_join(arena, backlights, names[i]);
        if (access(fs_join(arena, dir, "brightness"), R_OK) == 0) return dir;
    }
    return NULL;
}

int device_brightness(void)
{
    Arena arena = {0};
    long now, most;
    const char *dir = backlight_find(&arena);
    bool known = dir && number_read(dir, "brightness", &now) && number_read(dir, "max_brightness", &most) && most > 0;
    bool ours = known && (device_has_doors() || access(fs_join(&arena, dir, "brightness"), W_OK) == 0);
    arena_free(&arena);
    return ours ? int_clamp((int)((now * 100 + most / 2) / most), 0, 100) : -1;
}

bool device_set_brightness(int percent)
{
    Arena arena = {0};
    long most;
    const char *dir = backlight_find(&arena);
    bool ok = false;
    if (device_has_doors()) {
        ok = device_wish("light", arena_format(&arena, "%d", percent), (Bytes){0});
    } else if (dir && number_read(dir, "max_brightness", &most)) {
        FILE *file = fopen(fs_join(&arena, dir, "brightness"), "we");
        ok = file && fprintf(file, "%ld\n", most * percent / 100) > 0;
        if (file && fclose(file) != 0) ok = false;
    }
    arena_free(&arena);
    return ok;
}

bool device_space(const char *dir, uint64_t *free_bytes, uint64_t *total_bytes)
{
    struct statvfs system;
    if (statvfs(dir, &system) != 0) return false;
    *free_bytes = (uint64_t)system.f_bavail * (uint64_t)system.f_frsize;
    *total_bytes = (uint64_t)system.f_blocks * (uint64_t)system.f_frsize;
    return *total_bytes > 0;
}
