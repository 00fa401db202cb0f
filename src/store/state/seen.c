#include "store/state/seen.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/disk/durable.h"

enum { SEEN_BYTES_MAX = 64, DATE_BYTES = 10 };
static const char file_name[] = "seen";

Date seen_load(const char *state_dir)
{
    Arena arena = {0};
    Bytes bytes;
    Date seen = {0};
    if (fs_read(&arena, fs_join(&arena, state_dir, file_name), SEEN_BYTES_MAX, &bytes) == FS_OK &&
        bytes.count >= DATE_BYTES)
        if (!date_read(arena_copy_bytes(&arena, bytes.data, DATE_BYTES), &seen)) seen = (Date){0};
    arena_free(&arena);
    return seen;
}

void seen_note(const char *state_dir, Date today)
{
    DateText text = date_text(today);
    if (date_compare(today, seen_load(state_dir)) <= 0) return;
    int fd = open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    bool saved = durable_replace(fd, file_name, (Bytes){text.text, strlen(text.text)}, 0644);
    (void)saved;
    close(fd);
}

void seen_forget(const char *state_dir)
{
    int fd = open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    bool gone = durable_unlink(fd, file_name);
    (void)gone;
    close(fd);
}
