#include "store/state/hidden.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store/disk/durable.h"
#include "store/disk/lines.h"

static const char hidden_name[] = "hidden";
enum { HIDDEN_BYTES_MAX = HIDDEN_MAX * REF_MAX };

void hidden_load(Arena *arena, const char *state_dir, TextList *out)
{
    Bytes bytes;
    const char *line, **items = ARENA_ARRAY(arena, const char *, HIDDEN_MAX);
    *out = (TextList){.items = items};
    if (!state_dir || fs_read(arena, fs_join(arena, state_dir, hidden_name), HIDDEN_BYTES_MAX, &bytes) != FS_OK) return;
    Lines lines = {bytes, 0, 0};
    while (out->count < HIDDEN_MAX && (line = lines_next(&lines, arena)) != NULL) {
        size_t length = strlen(line);
        if (length > 0 && length < REF_MAX && strchr(line, '/')) items[out->count++] = line;
    }
}

static bool names(const char *ref, const char *pack, const char *page)
{
    size_t length = strlen(pack);
    return strncmp(ref, pack, length) == 0 && ref[length] == '/' && strcmp(ref + length + 1, page) == 0;
}

bool hidden_has(const TextList *hidden, const char *pack, const char *page)
{
    for (size_t i = 0; i < hidden->count; i++)
        if (names(hidden->items[i], pack, page)) return true;
    return false;
}

static bool save(const char *state_dir, Bytes bytes)
{
    int fd = open(state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && durable_replace(fd, hidden_name, bytes, 0644);
    if (fd >= 0) close(fd);
    return ok;
}

bool hidden_set(const char *state_dir, const char *pack, const char *page, bool is_hidden)
{
    Arena arena = {0};
    TextList hidden;
    LineWriter writer = {0};
    hidden_load(&arena, state_dir, &hidden);
    for (size_t i = 0; i < hidden.count; i++)
        if (!names(hidden.items[i], pack, page)) line_put(&writer, "%s\n", hidden.items[i]);
    if (is_hidden) line_put(&writer, "%s/%s\n", pack, page);
    bool has_room = !is_hidden || hidden.count < HIDDEN_MAX;
    bool ok = has_room && save(state_dir, line_bytes(&writer));
    line_free(&writer);
    arena_free(&arena);
    return ok;
}
