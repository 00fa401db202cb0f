#include "platform/mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/mem.h"

enum { MOUNT_TABLE_BYTES_MAX = 4 * 1024 * 1024, MOUNT_POINT_FIELD = 4 };
static const char unreadable_ending[] = ".unreadable";

struct Mounts {
    Arena arena;
    const char *root; /* without a slash at its end */
    bool by_folder;
    int fd;      /* epoll, over the next two */
    int table;   /* /proc/self/mountinfo */
    int changes; /* inotify */
    int watch;   /* of inotify, on `root`; -1 while there is none */
};

static void watch_begin(Mounts *mounts)
{
    const uint32_t events =
        IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
    if (mounts->watch < 0) mounts->watch = inotify_add_watch(mounts->changes, mounts->root, events);
}

static bool wait_on(const Mounts *mounts, int fd, uint32_t events)
{
    struct epoll_event event = {.events = events};
    return fd >= 0 && epoll_ctl(mounts->fd, EPOLL_CTL_ADD, fd, &event) == 0;
}

Mounts *mounts_open(const char *root, bool by_folder)
{
    Mounts *mounts = mem_alloc(sizeof(*mounts));
    size_t length = strlen(root);
    while (length > 1 && root[length - 1] == '/') length--;
    mounts->root = arena_copy_bytes(&mounts->arena, root, length);
    mounts->by_folder = by_folder;
    mounts->watch = -1;
    mounts->fd = epoll_create1(EPOLL_CLOEXEC);
    mounts->table = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    mounts->changes = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (wait_on(mounts, mounts->table, EPOLLPRI) && wait_on(mounts, mounts->changes, EPOLLIN)) {
        watch_begin(mounts);
        return mounts;
    }
    mounts_close(mounts);
    return NULL;
}

void mounts_close(Mounts *mounts)
{
    if (!mounts) return;
    if (mounts->changes >= 0) close(mounts->changes);
    if (mounts->table >= 0) close(mounts->table);
    if (mounts->fd >= 0) close(mounts->fd);
    arena_free(&mounts->arena);
    free(mounts);
}

int mounts_fd(const Mounts *mounts) { return mounts->fd; }

/* One stick can be in the table twice: in a sandbox a mount reaches its folder on each way that leads there. */
static void stick_add(Sticks *out, const char *name, const char *path, bool is_readable)
{
    if (out->count == STICKS_MAX) return;
    for (size_t i = 0; i < out->count; i++)
        if (strcmp(out->items[i].name, name) == 0) return;
    size_t at = out->count++;
    while (at > 0 && strcmp(out->items[at - 1].name, name) > 0) {
        out->items[at] = out->items[at - 1];
        at--;
    }
    out->items[at] = (Stick){name, path, is_readable};
}

/* Turns "\040" and the like, as the kernel writes spaces, back. In place. */
static void escapes_undo(char *text)
{
    char *to = text;
    for (const char *from = text; *from; to++) {
        bool octal = from[0] == '\\' && from[1] >= '0' && from[1] <= '3' && from[2] >= '0' && from[2] <= '7' &&
                     from[3] >= '0' && from[3] <= '7';
        if (octal)
            *to = (char)((from[1] - '0') * 64 + (from[2] - '0') * 8 + (from[3] - '0'));
        else
            *to = *from;
        from += octal ? 4 : 1;
    }
    *to = '\0';
}

/* The mount point of a line of mountinfo. */
static char *line_mount_point(char *line)
{
    for (int field = 0; field < MOUNT_POINT_FIELD && line; field++) {
        line = strchr(line, ' ');
        if (line) line++;
    }
    if (!line) return NULL;
    line[strcspn(line, " ")] = '\0';
    escapes_undo(line);
    return line;
}

/* The name of what is mounted directly below `root`; NULL for anything else. */
static const char *name_below(const char *root, const char *path)
{
    size_t length = strlen(root);
    if (strncmp(path, root, length) != 0 || path[length] != '/') return NULL;
    const char *name = path + length + 1;
    return name[0] && !strchr(name, '/') ? name : NULL;
}

/* The whole table, or as much of it as can be read. The caller frees it. */
static char *table_read(const Mounts *mounts)
{
    size_t capacity = 16 * 1024, count = 0;
    char *text = mem_alloc(capacity);
    ssize_t got = 0;
    if (lseek(mounts->table, 0, SEEK_SET) == 0)
        while ((got = read(mounts->table, text + count, capacity - count - 1)) > 0 && count < MOUNT_TABLE_BYTES_MAX) {
            count += (size_t)got;
            if (capacity - count < capacity / 2) text = mem_resize(text, capacity *= 2);
        }
    text[count] = '\0';
    return text;
}

void mounts_parse(const char *root, char *table, Arena *arena, Sticks *out)
{
    char *next = NULL;
    for (char *line = strtok_r(table, "\n", &next); line; line = strtok_r(NULL, "\n", &next)) {
        const char *path = line_mount_point(line);
        const char *name = path ? name_below(root, path) : NULL;
        if (name) stick_add(out, arena_copy(arena, name), arena_copy(arena, path), true);
    }
}

static void table_list(const Mounts *mounts, Arena *arena, Sticks *out)
{
    char *text = table_read(mounts);
    mounts_parse(mounts->root, text, arena, out);
    free(text);
}

/* The stick that "NAME.unreadable" stands for; NULL for another name. */
static const char *unreadable_stick(Arena *arena, const char *name)
{
    size_t length = strlen(name), ending = strlen(unreadable_ending);
    if (length <= ending || strcmp(name + length - ending, unreadable_ending) != 0) return NULL;
    return arena_copy_bytes(arena, name, length - ending);
}

static void folder_list(const Mounts *mounts, Arena *arena, Sticks *out)
{
    const char **names;
    size_t count;
    if (!fs_list(arena, mounts->root, &names, &count)) return;
    for (size_t i = 0; i < count; i++) {
        if (names[i][0] == '.') continue;
        const char *path = fs_join(arena, mounts->root, names[i]), *stick = unreadable_stick(arena, names[i]);
        if (stick && fs_is_file(path))
            stick_add(out, stick, path, false);
        else if (mounts->by_folder && fs_is_dir(path))
            stick_add(out, names[i], path, true);
    }
}

/* Takes note of what has happened, so that the number is quiet until the next time. */
static void events_drain(Mounts *mounts)
{
    struct epoll_event told[2];
    char events[4096];
    ssize_t got;
    (void)epoll_wait(mounts->fd, told, 2, 0); /* asking the table is what quiets it */
    while ((got = read(mounts->changes, events, sizeof(events))) > 0) {
        const char *at = events;
        while (at < events + got) {
            struct inotify_event event;
            memcpy(&event, at, sizeof(event));
            if (event.mask & (IN_IGNORED | IN_MOVE_SELF)) mounts->watch = -1; /* the folder itself is gone */
            at += sizeof(event) + event.len;
        }
    }
}

void mounts_list(Mounts *mounts, Arena *arena, Sticks *out)
{
    *out = (Sticks){.count = 0};
    events_drain(mounts);
    watch_begin(mounts);
    if (!mounts->by_folder) table_list(mounts, arena, out);
    folder_list(mounts, arena, out);
}
