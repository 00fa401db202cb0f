#include "store/trust/keys.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "base/utf8.h"
#include "store/disk/durable.h"
#include "store/disk/tree.h"

enum { KEY_FILES_MAX = 64 };

static const char keys_folder[] = "keys", name_prefix[] = "hearth key of ";

static bool key_name_is_fine(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && length <= KEY_NAME_MAX && utf8_valid_length(name, length) == length && !strchr(name, '\n');
}

bool named_key_read(Arena *arena, Bytes file, const char *file_name, NamedKey *out)
{
    const char *comment;
    *out = (NamedKey){0};
    if (!public_key_parse_file(arena, file, &out->key, &comment)) return false;
    size_t prefix = strlen(name_prefix);
    if (strncmp(comment, name_prefix, prefix) == 0 && key_name_is_fine(comment + prefix)) {
        out->name = comment + prefix;
        return true;
    }
    const char *slash = strrchr(file_name, '/');
    const char *start = slash ? slash + 1 : file_name;
    const char *dot = strrchr(start, '.');
    char *stem = arena_copy_bytes(arena, start, dot && dot > start ? (size_t)(dot - start) : strlen(start));
    out->name = key_name_is_fine(stem) ? stem : arena_copy(arena, key_id_text(out->key.id).hex);
    return true;
}

Bytes named_key_file(Arena *arena, const NamedKey *key)
{
    return public_key_file(arena, &key->key, arena_format(arena, "%s%s", name_prefix, key->name));
}

static bool is_key_file(const char *name) { return str_ends(name, ".pub") && name[0] != '.' && !name_is_litter(name); }

static bool key_load(Arena *arena, int folder, const char *name, NamedKey *out, Diags *diags)
{
    Bytes bytes;
    if (read_beneath(arena, folder, name, KEY_FILE_BYTES_MAX, &bytes) == FS_OK &&
        named_key_read(arena, bytes, name, out))
        return true;
    return diag_warn(diags, (Mark){fs_join(arena, keys_folder, name), 0, 0}, "key-damaged", "put it there again",
                     "this is no public key, so nothing that it signed is trusted");
}

void keys_load(Arena *arena, int state, Keys *out, Diags *diags)
{
    const char **names;
    size_t count;
    *out = (Keys){0};
    int folder = open_beneath(state, keys_folder, O_DIRECTORY);
    if (folder < 0 && (state < 0 || errno == ENOENT)) return; /* none yet */
    bool is_listed = folder >= 0 && folder_list(folder, arena, KEY_FILES_MAX, &names, &count);
    if (!is_listed) {
        diag_warn(diags, (Mark){keys_folder, 0, 0}, "keys-unreadable", "restart the kiosk, and try again",
                  "the trusted keys cannot be read, so no signature is trusted now");
        count = 0;
    }
    if (folder < 0) return;
    for (size_t i = 0; i < count; i++) {
        NamedKey key;
        if (!is_key_file(names[i]) || !key_load(arena, folder, names[i], &key, diags)) continue;
        if (keys_find(out, key.key.id)) continue;
        if (out->count == KEYS_MAX) {
            diag_warn(diags, (Mark){fs_join(arena, keys_folder, names[i]), 0, 0}, "too-many-keys", "take one out",
                      "three keys can be trusted; this one is left out");
            continue;
        }
        out->files[out->count] = names[i];
        out->items[out->count++] = key;
    }
    close(folder);
}

const NamedKey *keys_find(const Keys *keys, const uint8_t id[KEY_ID_BYTES])
{
    for (size_t i = 0; i < keys->count; i++)
        if (memcmp(keys->items[i].key.id, id, KEY_ID_BYTES) == 0) return &keys->items[i];
    return NULL;
}

/* The file that the new key goes into: the signer's own when there is no room beside it. */
static const char *adopt_name(Arena *arena, const Keys *keys, const NamedKey *key, const uint8_t signer[KEY_ID_BYTES])
{
    const NamedKey *old = keys_find(keys, signer);
    if (keys->count == KEYS_MAX) return old ? keys->files[old - keys->items] : NULL;
    return arena_format(arena, "%s.pub", key_id_text(key->key.id).hex);
}

bool keys_adopt(int state, const NamedKey *key, const uint8_t signer[KEY_ID_BYTES], Diags *diags)
{
    Arena scratch = {0};
    Diags unheard = {0};
    Keys keys;
    keys_load(&scratch, state, &keys, &unheard);
    bool ok = keys_find(&keys, key->key.id) != NULL;
    const char *name = ok ? NULL : adopt_name(&scratch, &keys, key, signer);
    if (name) {
        int folder = durable_open_dir(state, keys_folder);
        ok = folder >= 0 && durable_replace(folder, name, named_key_file(&scratch, key), 0644);
        if (!ok) disk_problem(diags, errno, "Saving the new key");
        if (folder >= 0) close(folder);
    }
    diags_free(&unheard);
    arena_free(&scratch);
    return ok;
}
