#include "store/state/hidden.h"

#include <string.h>

#include "store/disk/lines.h"
#include "store/state/state.h"

static const char hidden_name[] = "hidden";
enum { HIDDEN_BYTES_MAX = HIDDEN_MAX * REF_MAX };

bool hidden_load(Arena *arena, const char *state_dir, TextList *out)
{
    Bytes bytes;
    const char *line, **items = ARENA_ARRAY(arena, const char *, HIDDEN_MAX);
    *out = (TextList){.items = items};
    if (!state_dir) return true;
    FsResult result = fs_read(arena, fs_join(arena, state_dir, hidden_name), HIDDEN_BYTES_MAX, &bytes);
    if (result != FS_OK) return result == FS_MISSING;
    Lines lines = {bytes, 0, 0};
    while (out->count < HIDDEN_MAX && (line = lines_next(&lines, arena)) != NULL) {
        size_t length = strlen(line);
        if (length > 0 && length < REF_MAX && strchr(line, '/')) items[out->count++] = line;
    }
    return true;
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

bool hidden_set(const char *state_dir, const char *pack, const char *page, bool is_hidden)
{
    Arena arena = {0};
    TextList hidden;
    LineWriter writer = {0};
    bool is_known = hidden_load(&arena, state_dir, &hidden); /* a list that cannot be read now is not replaced */
    for (size_t i = 0; i < hidden.count; i++)
        if (!names(hidden.items[i], pack, page)) line_put(&writer, "%s\n", hidden.items[i]);
    if (is_hidden) line_put(&writer, "%s/%s\n", pack, page);
    bool has_room = !is_hidden || hidden.count < HIDDEN_MAX;
    bool ok = is_known && has_room && state_write(state_dir, hidden_name, line_bytes(&writer));
    line_free(&writer);
    arena_free(&arena);
    return ok;
}
