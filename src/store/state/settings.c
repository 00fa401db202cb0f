#include "store/state/settings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "store/state/state.h"
#include "store/trust/digest.h"
#include "store/disk/durable.h"
#include "store/disk/lines.h"
#include "store/disk/tree.h"

enum { SETTINGS_BYTES_MAX = 128 * 1024 };
static const char file_name[] = "settings", first_line[] = "hearth-settings 1";

static bool key_is_fine(const char *key)
{
    size_t length = strlen(key);
    return length > 0 && length <= SETTING_KEY_MAX && strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789.-/") == length;
}

static bool value_is_fine(const char *value)
{
    size_t length = strlen(value);
    return length <= SETTING_VALUE_MAX && utf8_valid_length(value, length) == length && !strpbrk(value, "\r\n");
}

static int setting_compare(const void *a, const void *b)
{
    return strcmp(((const Setting *)a)->key, ((const Setting *)b)->key);
}

Bytes settings_text(Arena *arena, const Settings *settings)
{
    LineWriter writer = {0};
    line_put(&writer, "%s\n", first_line);
    for (size_t i = 0; i < settings->count; i++)
        line_put(&writer, "%s %s\n", settings->items[i].key, settings->items[i].value);
    Digest digest = digest_of(line_bytes(&writer)); /* proves that the lines above are whole */
    line_put(&writer, "end %s\n", digest_text(&digest).hex);
    Bytes text = line_bytes(&writer);
    text.data = arena_copy_bytes(arena, text.data, text.count);
    line_free(&writer);
    return text;
}

bool settings_parse(Arena *arena, Bytes file, Settings *out)
{
    *out = (Settings){.count = 0};
    Lines lines = {file, 0, 0};
    const char *first = lines_next(&lines, arena);
    if (!first || strcmp(first, first_line) != 0) return false;
    for (;;) {
        Bytes above = {file.data, lines.at};
        char *line = lines_next(&lines, arena);
        const char *end = line ? line_after(line, "end") : NULL;
        if (end) {
            Digest digest = digest_of(above);
            return strcmp(digest_text(&digest).hex, end) == 0 && lines_at_end(&lines);
        }
        if (!line || out->count == SETTINGS_MAX) return false;
        Setting *setting = &out->items[out->count++];
        setting->key = line_word(&line);
        setting->value = line;
        if (!key_is_fine(setting->key)) return false;
    }
}

/* FS_OK also for a file that is damaged, FS_UNREADABLE if nothing is known of it. */
static FsResult settings_read(Arena *arena, int state, Settings *out)
{
    Bytes bytes;
    *out = (Settings){.count = 0};
    FsResult result = read_beneath(arena, state, file_name, SETTINGS_BYTES_MAX, &bytes);
    if (result == FS_MISSING) return FS_OK;
    if (result == FS_OK && settings_parse(arena, bytes, out)) return FS_OK;
    *out = (Settings){.is_damaged = true};
    return result == FS_UNREADABLE ? result : FS_OK;
}

void settings_load(Arena *arena, const char *state_dir, Settings *out)
{
    int state = state_open(state_dir);
    *out = (Settings){.is_damaged = state < 0 && errno != ENOENT};
    if (state < 0) return;
    FsResult result = settings_read(arena, state, out);
    (void)result; /* is_damaged says it */
    close(state);
}

static Setting *setting_find(Settings *settings, const char *key)
{
    Setting wanted = {.key = key};
    if (settings->count == 0) return NULL;
    return bsearch(&wanted, settings->items, settings->count, sizeof(Setting), setting_compare);
}

const char *settings_get(const Settings *settings, const char *key)
{
    for (size_t i = 0; i < settings->count; i++)
        if (strcmp(settings->items[i].key, key) == 0) return settings->items[i].value;
    return NULL;
}

/* False if there are too many already. */
static bool settings_change(Settings *settings, const char *key, const char *value)
{
    Setting *setting = setting_find(settings, key);
    if (setting && value) {
        setting->value = value;
    } else if (setting) {
        *setting = settings->items[--settings->count];
    } else if (value) {
        if (settings->count == SETTINGS_MAX) return false;
        settings->items[settings->count++] = (Setting){key, value};
    }
    if (settings->count > 0) qsort(settings->items, settings->count, sizeof(Setting), setting_compare);
    return true;
}

bool settings_set(const char *state_dir, const char *key, const char *value, Diags *diags)
{
    CHECK(key_is_fine(key) && (!value || value_is_fine(value)));
    Arena arena = {0};
    Settings *settings = ARENA_NEW(&arena, Settings);
    int state = fs_make_dirs(state_dir) ? state_open(state_dir) : -1;
    bool ok = state >= 0;
    /* A damaged file is written anew; one that cannot be read now may be whole, and is kept. */
    if (ok) ok = settings_read(&arena, state, settings) == FS_OK;
    if (ok && !settings_change(settings, key, value)) {
        errno = ENOSPC;
        ok = false;
    }
    if (ok) ok = durable_replace(state, file_name, settings_text(&arena, settings), 0644);
    if (!ok) disk_problem(diags, errno, "Saving the setting");
    if (state >= 0) close(state);
    arena_free(&arena);
    return ok;
}
