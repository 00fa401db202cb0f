#include "store/trust/manifest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pack/pack_load.h"
#include "store/disk/lines.h"

enum { MANIFEST_FORMAT = 1, FILE_LINE_BYTES_MIN = sizeof("file ") + DIGEST_HEX };
#define FILE_BYTES_MAX (UINT64_C(1) << 32)

bool version_is_valid(const char *version)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+";
    size_t length = strlen(version);
    return length > 0 && length <= VERSION_MAX && strspn(version, allowed) == length;
}

Bytes manifest_text(Arena *arena, const Manifest *manifest)
{
    LineWriter writer = {0};
    line_put(&writer, "hearth-manifest %d\npack %s\nversion %s\n", MANIFEST_FORMAT, manifest->id, manifest->version);
    line_put(&writer, "counter %llu\nmade %s\n", (unsigned long long)manifest->counter, date_text(manifest->made).text);
    for (size_t i = 0; i < manifest->next_key_count; i++)
        line_put(&writer, "next-key %s %s\n", public_key_text(arena, &manifest->next_keys[i].key),
                 manifest->next_keys[i].name);
    for (size_t i = 0; i < manifest->count; i++)
        line_put(&writer, "file %s %llu %s\n", digest_text(&manifest->files[i].digest).hex,
                 (unsigned long long)manifest->files[i].bytes, manifest->files[i].path);
    Bytes text = line_bytes(&writer);
    text.data = arena_copy_bytes(arena, text.data, text.count);
    line_free(&writer);
    return text;
}

/* The rest of the next line if it starts with `word`; else NULL, and the line is not used up. */
static char *next_after(Lines *lines, Arena *arena, const char *word)
{
    Lines before = *lines;
    char *line = lines_next(lines, arena);
    const char *rest = line ? line_after(line, word) : NULL;
    if (!rest) *lines = before;
    return rest ? line + (rest - line) : NULL;
}

static bool head_parse(Lines *lines, Arena *arena, Manifest *out)
{
    uint64_t format;
    const char *line = next_after(lines, arena, "hearth-manifest");
    if (!line || !line_number(line, MANIFEST_FORMAT, &format) || format != MANIFEST_FORMAT) return false;
    out->id = next_after(lines, arena, "pack");
    if (!out->id || !pack_id_is_valid(out->id)) return false;
    out->version = next_after(lines, arena, "version");
    if (!out->version || !version_is_valid(out->version)) return false;
    const char *counter = next_after(lines, arena, "counter");
    if (!counter || !line_number(counter, COUNTER_MAX, &out->counter)) return false;
    const char *made = next_after(lines, arena, "made");
    return made && date_read_text(made, &out->made);
}

static bool next_keys_parse(Lines *lines, Arena *arena, Manifest *out)
{
    char *rest;
    while ((rest = next_after(lines, arena, "next-key")) != NULL) {
        if (out->next_key_count == MANIFEST_NEXT_KEYS_MAX) return false;
        NamedKey *key = &out->next_keys[out->next_key_count++];
        if (!public_key_parse(line_word(&rest), &key->key)) return false;
        key->name = rest;
        if (rest[0] == '\0' || strlen(rest) > KEY_NAME_MAX) return false;
    }
    return true;
}

static bool file_parse(char *rest, ManifestFile *out)
{
    const char *digest = line_word(&rest), *bytes = line_word(&rest);
    out->path = rest;
    return strlen(digest) == DIGEST_HEX && digest_parse(digest, &out->digest) &&
           line_number(bytes, FILE_BYTES_MAX, &out->bytes) && fs_path_is_inside(rest);
}

static bool files_parse(Lines *lines, Arena *arena, Manifest *out)
{
    out->files = ARENA_ARRAY(arena, ManifestFile, lines->bytes.count / FILE_LINE_BYTES_MIN + 1);
    while (!lines_at_end(lines)) {
        char *rest = next_after(lines, arena, "file");
        ManifestFile *file = &out->files[out->count];
        if (!rest || !file_parse(rest, file)) return false;
        if (out->count > 0 && strcmp(file[-1].path, file->path) >= 0) return false;
        out->count++;
    }
    return out->count > 0;
}

bool manifest_parse(Arena *arena, const char *name, Bytes file, Manifest *out, Diags *diags)
{
    Lines lines = {file, 0, 0};
    *out = (Manifest){0};
    bool ok = file.count <= MANIFEST_BYTES_MAX && head_parse(&lines, arena, out) &&
              next_keys_parse(&lines, arena, out) && files_parse(&lines, arena, out);
    if (ok) {
        Bytes canonical = manifest_text(arena, out);
        ok = canonical.count == file.count && memcmp(canonical.data, file.data, file.count) == 0;
    }
    if (ok) return true;
    return diag_error(diags, (Mark){name, lines.number + 1, 1}, "manifest-damaged",
                      "copy the whole folder again from where it came",
                      "this file should list what is in the pack, but it is damaged");
}

static int file_compare(const void *a, const void *b)
{
    return strcmp(((const ManifestFile *)a)->path, ((const ManifestFile *)b)->path);
}

const ManifestFile *manifest_find(const Manifest *manifest, const char *path)
{
    ManifestFile key = {.path = path};
    if (manifest->count == 0) return NULL;
    return bsearch(&key, manifest->files, manifest->count, sizeof(ManifestFile), file_compare);
}

uint64_t manifest_total_bytes(const Manifest *manifest)
{
    uint64_t total = 0;
    for (size_t i = 0; i < manifest->count; i++) total += manifest->files[i].bytes;
    return total;
}
