#include "store/state/state.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "store/disk/durable.h"
#include "store/disk/lines.h"
#include "store/disk/tree.h"

int state_open(const char *state_dir) { return open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

static void close_quietly(int fd)
{
    int error = errno;
    close(fd);
    errno = error;
}

bool state_write(const char *state_dir, const char *name, Bytes bytes)
{
    int fd = state_open(state_dir);
    if (fd < 0) return false;
    bool ok = durable_replace(fd, name, bytes, 0644);
    close_quietly(fd);
    return ok;
}

const char *state_read_line(Arena *arena, const char *state_dir, const char *name, size_t limit)
{
    Bytes bytes;
    int fd = state_open(state_dir);
    if (fd < 0) return NULL;
    FsResult result = read_beneath(arena, fd, name, limit, &bytes);
    close(fd);
    Lines lines = {bytes, 0, 0};
    return result == FS_OK ? lines_next(&lines, arena) : NULL;
}

bool state_remove(const char *state_dir, const char *name)
{
    int fd = state_open(state_dir);
    if (fd < 0) return false;
    bool gone = durable_unlink(fd, name);
    close_quietly(fd);
    return gone;
}
