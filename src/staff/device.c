#include "staff/device.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/disk/durable.h"

static const char backlights[] = "/sys/class/backlight";

const char *device_wish_dir(void)
{
    const char *dir = getenv("RUNTIME_DIRECTORY");
    return dir && dir[0] == '/' && access(dir, W_OK) == 0 ? dir : NULL;
}

static bool wish_leave(const char *dir, const char *name, Bytes bytes)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && durable_replace(fd, name, bytes, 0644);
    if (fd >= 0) close(fd);
    return ok;
}

/* No shell: the names are handed over as they are. */
static bool service_start(const char *unit, bool wait)
{
    char *const argv[] = {"systemctl", "start", wait ? "--quiet" : "--no-block", (char *)(uintptr_t)unit, NULL};
    char *const environment[] = {"PATH=/usr/bin:/bin", NULL};
    posix_spawn_file_actions_t actions;
    sigset_t none;
    posix_spawnattr_t attributes;
    pid_t child;
    int status = -1;
    sigemptyset(&none);
    if (posix_spawn_file_actions_init(&actions) != 0) return false;
    if (posix_spawnattr_init(&attributes) != 0) return false;
    (void)posix_spawnattr_setsigmask(&attributes, &none);
    (void)posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    (void)posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    (void)posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    bool started = posix_spawn(&child, "/usr/bin/systemctl", &actions, &attributes, argv, environment) == 0;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return started && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool device_wish(const char *name, Bytes bytes, const char *unit, bool wait)
{
    const char *dir = device_wish_dir();
    if (!dir) return false;
    if (name && !wish_leave(dir, name, bytes)) return false;
    return service_start(unit, wait);
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
    bool ours = known && (device_wish_dir() || access(fs_join(&arena, dir, "brightness"), W_OK) == 0);
    arena_free(&arena);
    return ours ? int_clamp((int)((now * 100 + most / 2) / most), 0, 100) : -1;
}

bool device_set_brightness(int percent)
{
    Arena arena = {0};
    long most;
    const char *dir = backlight_find(&arena);
    bool ok = false;
    const char *wish = arena_format(&arena, "%d\n", percent);
    if (device_wish_dir()) {
        ok = device_wish("light", (Bytes){wish, strlen(wish)}, "hearth-light.service", true);
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
