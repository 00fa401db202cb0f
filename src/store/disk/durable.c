#include "store/disk/durable.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DURABLE_DEPTH_MAX = 8 };

/* Closes without losing the errno of what failed before. */
static void close_quietly(int fd)
{
    int error = errno;
    close(fd);
    errno = error;
}

bool durable_write(int fd, const void *bytes, size_t count)
{
    const char *next = bytes;
    while (count > 0) {
        ssize_t written = write(fd, next, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        if (written == 0 || (size_t)written > count) {
            errno = EIO; /* a disk that says this is not to be believed */
            return false;
        }
        next += written;
        count -= (size_t)written;
    }
    return true;
}

bool durable_sync(int fd) { return fsync(fd) == 0; }

bool durable_adopt(int fd, int dir)
{
    struct stat owner;
    if (geteuid() != 0) return true;
    if (fstat(dir, &owner) != 0) return false;
    return owner.st_uid == 0 || fchown(fd, owner.st_uid, owner.st_gid) == 0;
}

static bool file_fill(int fd, int dir, Bytes bytes)
{
    return durable_adopt(fd, dir) && durable_write(fd, bytes.data, bytes.count) && durable_sync(fd);
}

bool durable_create(int dir, const char *name, Bytes bytes, mode_t mode)
{
    int fd = openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd < 0) return false;
    bool ok = file_fill(fd, dir, bytes);
    if (!ok) close_quietly(fd);
    return ok && close(fd) == 0;
}

/* True if the file holds exactly `bytes`. A disk that took them and kept others has failed. */
static bool file_holds(int dir, const char *name, Bytes bytes)
{
    int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return false;
    char chunk[4096];
    size_t at = 0;
    ssize_t got;
    errno = EIO;
    while ((got = read(fd, chunk, sizeof(chunk))) > 0) {
        if ((size_t)got > bytes.count - at || memcmp(chunk, bytes.data + at, (size_t)got) != 0) break;
        at += (size_t)got;
    }
    close_quietly(fd);
    return got == 0 && at == bytes.count;
}

/* Puts `new_name` in the place of `name`, in one step. Where there was one, the old file waits under the new one's name
 * until the folder is synced; if that fails it comes back, for nobody may find what we could not promise. */
static bool file_take_place(int dir, const char *new_name, const char *name)
{
    bool swapped = renameat2(dir, new_name, dir, name, RENAME_EXCHANGE) == 0;
    bool was_there = swapped || errno != ENOENT;
    if (!swapped && renameat(dir, new_name, dir, name) != 0) return false;
    bool synced = durable_sync(dir);
    int error = errno;
    if (!synced && swapped) (void)renameat2(dir, new_name, dir, name, RENAME_EXCHANGE);
    if (!synced && !was_there) (void)unlinkat(dir, name, 0);
    if (swapped) (void)unlinkat(dir, new_name, 0);
    errno = error;
    return synced;
}

bool durable_replace(int dir, const char *name, Bytes bytes, mode_t mode)
{
    char new_name[256];
    int length = snprintf(new_name, sizeof(new_name), "%s.new", name);
    CHECK(length > 0 && (size_t)length < sizeof(new_name));
    if (unlinkat(dir, new_name, 0) != 0 && errno != ENOENT) return false; /* left by a power cut */
    if (durable_create(dir, new_name, bytes, mode) && file_holds(dir, new_name, bytes) &&
        file_take_place(dir, new_name, name))
        return true;
    int error = errno;
    (void)unlinkat(dir, new_name, 0);
    errno = error;
    return false;
}

bool durable_unlink(int dir, const char *name)
{
    if (unlinkat(dir, name, 0) != 0) return errno == ENOENT;
    return durable_sync(dir);
}

int durable_open_dir(int dir, const char *name)
{
    bool made = mkdirat(dir, name, 0755) == 0;
    if (!made && errno != EEXIST) return -1;
    int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return -1;
    if (!made || (durable_adopt(fd, dir) && durable_sync(dir))) return fd;
    close_quietly(fd);
    return -1;
}

static bool remove_within(int dir, const char *name, int depth);

static bool remove_entries(int fd, int depth)
{
    int again = dup(fd);
    DIR *stream = again < 0 ? NULL : fdopendir(again);
    if (!stream) {
        if (again >= 0) close_quietly(again);
        return false;
    }
    bool ok = true;
    for (struct dirent *entry = readdir(stream); entry; entry = readdir(stream)) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        ok = remove_within(fd, entry->d_name, depth + 1) && ok;
    }
    closedir(stream);
    return ok;
}

static bool remove_within(int dir, const char *name, int depth)
{
    if (unlinkat(dir, name, 0) == 0) return true;
    if (errno != EISDIR && errno != EPERM) return errno == ENOENT;
    if (depth > DURABLE_DEPTH_MAX) return false;
    int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return false;
    bool ok = remove_entries(fd, depth);
    close_quietly(fd);
    return ok && unlinkat(dir, name, AT_REMOVEDIR) == 0;
}

bool durable_remove_tree(int dir, const char *name) { return remove_within(dir, name, 0); }

/* "the disk is full", for an errno. */
static const char *disk_reason(int error)
{
    static const struct {
        int error;
        const char *reason;
    } reasons[] = {
        {ENOSPC, "the kiosk's disk is full"},
        {EDQUOT, "the kiosk's disk is full"},
        {EROFS, "the kiosk's disk is locked against writing"},
        {EACCES, "this user may not write there"},
        {EPERM, "this user may not write there"},
        {EMFILE, "too many files are open; restart the kiosk"},
        {ENFILE, "too many files are open; restart the kiosk"},
        {EIO, "the kiosk's disk reports an error"},
    };
    for (size_t i = 0; i < ARRAY_LEN(reasons); i++)
        if (reasons[i].error == error) return reasons[i].reason;
    return "the kiosk's disk did not take it";
}

bool disk_problem(Diags *diags, int error, const char *what)
{
    return diag_error(diags, (Mark){0}, "disk", "", "%s failed: %s", what, disk_reason(error));
}
