#include "store/state/language.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store/disk/durable.h"

enum { LANGUAGE_BYTES_MAX = 16 };
static const char file_name[] = "language";

const char *language_load(Arena *arena, const char *state_dir)
{
    Bytes bytes;
    return fs_read(arena, fs_join(arena, state_dir, file_name), LANGUAGE_BYTES_MAX, &bytes) == FS_OK ? bytes.data
                                                                                                     : NULL;
}

bool language_save(const char *state_dir, const char *lang)
{
    int fd = open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && durable_replace(fd, file_name, (Bytes){lang, strlen(lang)}, 0644);
    if (fd >= 0) close(fd);
    return ok;
}
