#include "base/fs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

/* Reads until the end of the file or `count` bytes. -1 with errno if reading fails. */
static ssize_t read_all(int fd, char *data, size_t count)
{
    size_t done = 0;
    while (done < count) {
        ssize_t got = read(fd, data + done, count - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return -1;
        if (got == 0) break;
        done += (size_t)got;
    }
    return (ssize_t)done;
}

FsResult fs_read_open(Arena *arena, int fd, size_t limit, Bytes *out)
{
    struct stat status;
    *out = (Bytes){"", 0};
    if (fstat(fd, &status) != 0) return FS_UNREADABLE;
    if (!S_ISREG(status.st_mode)) return FS_NOT_A_FILE;
    if (status.st_size < 0 || (uintmax_t)status.st_size > limit) return FS_TOO_BIG;
    /* One byte more than it claims, to notice a file that grows while it is read. */
    size_t expected = (size_t)status.st_size;
    char *data = arena_alloc(arena, expected + 2);
    ssize_t count = read_all(fd, data, expected + 1);
    if (count < 0) return FS_UNREADABLE;
    if ((size_t)count != expected) {
        errno = EIO;
        return FS_UNREADABLE;
    }
    data[expected] = '\0';
    *out = (Bytes){data, expected};
    return FS_OK;
}

FsResult fs_read(Arena *arena, const char *path, size_t limit, Bytes *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) return errno == ENOENT || errno == ENOTDIR ? FS_MISSING : FS_UNREADABLE;
    FsResult result = fs_read_open(arena, fd, limit, out);
    int error = errno;
    close(fd);
    errno = error;
    return result;
}

bool fs_path_is_inside(const char *path)
{
    if (!path || path[0] == '\0') return false;
    const char *part = path;
    for (;;) {
        size_t length = strcspn(part, "/");
        if (length == 0 || part[0] == '.' || memchr(part, '\\', length)) return false;
        if (part[length] == '\0') return true;
        part += length + 1;
    }
}

char *fs_join(Arena *arena, const char *dir, const char *name)
{
    size_t length = strlen(dir);
    bool slash = length > 0 && dir[length - 1] == '/';
    return arena_format(arena, slash ? "%s%s" : "%s/%s", dir, name);
}

bool fs_is_dir(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool fs_is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool fs_make_dirs(const char *path)
{
    char part[4096];
    size_t length = strlen(path);
    if (length == 0 || length >= sizeof(part)) return false;
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != '\0') continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0755) != 0 && errno != EEXIST) return false;
    }
    return fs_is_dir(path);
}

static int name_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool fs_list_open(Arena *arena, int fd, size_t most, const char ***names, size_t *count)
{
    *count = 0;
    *names = ARENA_ARRAY(arena, const char *, 1);
    DIR *stream = fd < 0 ? NULL : fdopendir(fd);
    if (!stream) {
        int error = errno;
        if (fd >= 0) close(fd);
        errno = error;
        return false;
    }
    const char **found = NULL;
    size_t capacity = 0, used = 0;
    struct dirent *entry;
    for (errno = 0; used <= most && (entry = readdir(stream)) != NULL; errno = 0) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        found = mem_grow(found, used, &capacity, sizeof(*found));
        found[used++] = arena_copy(arena, entry->d_name);
    }
    int error = used > most ? EFBIG : errno;
    closedir(stream);
    *names = ARENA_ARRAY(arena, const char *, used + 1);
    if (used > 0) {
        memcpy(*names, found, used * sizeof(*found));
        qsort(*names, used, sizeof(**names), name_compare);
    }
    *count = used;
    free(found);
    errno = error;
    return error == 0;
}

bool fs_list(Arena *arena, const char *dir, const char ***names, size_t *count)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fs_list_open(arena, fd, SIZE_MAX, names, count);
}
