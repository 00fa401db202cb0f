#include "store/state/history.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "pack/pack_load.h"
#include "store/disk/durable.h"
#include "store/disk/lines.h"
#include "store/disk/tree.h"

static const char file_name[] = "history";
const char *const history_kind_names[] = {"installed", "rolled-back", "taken-back", NULL};

static bool entry_parse(char *line, HistoryEntry *out)
{
    const char *date = line_word(&line), *kind = line_word(&line);
    out->id = line_word(&line);
    out->from = line_word(&line);
    out->to = line_word(&line);
    out->signer = line;
    size_t i = 0;
    while (history_kind_names[i] && strcmp(history_kind_names[i], kind) != 0) i++;
    out->kind = (HistoryKind)i;
    return history_kind_names[i] && date_read_text(date, &out->when) && pack_id_is_valid(out->id) && out->from[0] &&
           out->to[0] && out->signer[0];
}

FsResult history_load(Arena *arena, int state, HistoryEntry **entries, size_t *count)
{
    Bytes bytes;
    FsResult result = read_beneath(arena, state, file_name, HISTORY_BYTES_MAX, &bytes);
    Lines lines = {bytes, 0, 0};
    *entries = ARENA_ARRAY(arena, HistoryEntry, HISTORY_MAX);
    *count = 0;
    while (*count < HISTORY_MAX) {
        char *line = lines_next(&lines, arena);
        if (!line) break;
        if (entry_parse(line, &(*entries)[*count])) (*count)++;
    }
    return result;
}

static void entry_put(LineWriter *writer, const HistoryEntry *entry)
{
    line_put(writer, "%s %s %s %s %s %s\n", date_text(entry->when).text, history_kind_names[entry->kind], entry->id,
             entry->from, entry->to, entry->signer);
}

bool history_add(int state, const HistoryEntry *entry)
{
    Arena arena = {0};
    HistoryEntry *entries;
    size_t count;
    LineWriter writer = {0};
    /* What cannot be read now is not replaced by one line. */
    if (history_load(&arena, state, &entries, &count) == FS_UNREADABLE) {
        int reason = errno;
        arena_free(&arena);
        errno = reason;
        return false;
    }
    entry_put(&writer, entry);
    for (size_t i = 0; i < count && i + 1 < HISTORY_MAX; i++) entry_put(&writer, &entries[i]);
    bool ok = durable_replace(state, file_name, line_bytes(&writer), 0644);
    int error = errno;
    line_free(&writer);
    arena_free(&arena);
    errno = error;
    return ok;
}
