#include "store/trust/bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DISK_BLOCK = 4096, SPARE_BYTES = 1024 * 1024, KILOBYTE = 1000, MEGABYTE = 1000 * 1000 };

/* The verdict for the problems that were reported since `first`, while a pack's folder was read. */
static Verdict verdict_of_reading(const Diags *diags, size_t first)
{
    static const char *const codes[] = {"stick-unreadable", "kiosk-busy", "old-system"};
    for (size_t i = first; i < diags->count; i++)
        for (size_t j = 0; j < ARRAY_LEN(codes); j++)
            if (strcmp(diags->items[i].code, codes[j]) == 0) return VERDICT_REFUSED_UNREADABLE;
    return VERDICT_REFUSED_FILES;
}

Verdict verdict_of_copying(CopyResult result)
{
    static const Verdict verdicts[] = {
        [COPY_OK] = VERDICT_UNDECIDED,
        [COPY_UNREADABLE] = VERDICT_REFUSED_UNREADABLE,
        [COPY_CHANGED] = VERDICT_REFUSED_CHANGED,
        [COPY_DISK] = VERDICT_REFUSED_DISK,
        [COPY_STOPPED] = VERDICT_STOPPED,
    };
    return verdicts[result];
}

const char *bytes_text(Arena *arena, uint64_t bytes)
{
    if (bytes < MEGABYTE)
        return arena_format(arena, "%llu kB", (unsigned long long)((bytes + KILOBYTE - 1) / KILOBYTE));
    uint64_t tenths = (bytes + MEGABYTE / 20) / (MEGABYTE / 10);
    if (tenths >= 100) return arena_format(arena, "%llu MB", (unsigned long long)((bytes + MEGABYTE / 2) / MEGABYTE));
    return arena_format(arena, "%llu.%llu MB", (unsigned long long)(tenths / 10), (unsigned long long)(tenths % 10));
}

uint64_t bundle_bytes_needed(const Tree *tree)
{
    uint64_t needed = SPARE_BYTES;
    for (size_t i = 0; i < tree->count; i++)
        needed += (tree->files[i].bytes + 2 * DISK_BLOCK - 1) / DISK_BLOCK * DISK_BLOCK;
    return needed;
}

static const char *relabel(Arena *arena, const char *file, const char *from_name, const char *to_name)
{
    size_t length = strlen(from_name);
    if (strncmp(file, from_name, length) != 0 || (file[length] != '/' && file[length] != '\0')) return file;
    return arena_format(arena, "%s%s", to_name, file + length);
}

void diags_move(Diags *from, Diags *to, const char *from_name, const char *to_name)
{
    Arena scratch = {0};
    for (size_t i = 0; i < from->count; i++) {
        const Diag *diag = &from->items[i];
        Mark at = {relabel(&scratch, diag->at.file, from_name, to_name), diag->at.line, diag->at.column};
        switch (diag->level) {
        case DIAG_ERROR: diag_error(to, at, diag->code, diag->hint, "%s", diag->message); break;
        case DIAG_WARNING: diag_warn(to, at, diag->code, diag->hint, "%s", diag->message); break;
        case DIAG_NOTE: diag_note(to, at, diag->code, diag->hint, "%s", diag->message); break;
        }
    }
    arena_free(&scratch);
    diags_free(from);
}

const char *folder_shown(Arena *arena, const char *source, const char *relative)
{
    const char *path = relative[0] ? relative : source;
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/') length--;
    char *trimmed = arena_copy_bytes(arena, path, length);
    const char *slash = strrchr(trimmed, '/');
    return name_shown(arena, slash && slash[1] ? slash + 1 : trimmed);
}

static Verdict half_signed(const Bundle *bundle, Arena *arena, bool has_manifest, Diags *diags)
{
    diag_error(diags, tree_mark(&bundle->tree, arena, has_manifest ? SIGNATURE_NAME : MANIFEST_NAME),
               "signature-missing",
               "copy the whole folder again; if it is not meant to be signed, delete the other file as well",
               "this file is missing, though %s is there", has_manifest ? MANIFEST_NAME : SIGNATURE_NAME);
    return VERDICT_REFUSED_SIGNATURE;
}

static Verdict signature_check(Bundle *bundle, Arena *arena, const Keys *keys, Diags *diags)
{
    Signature signature;
    const char *name = tree_mark(&bundle->tree, arena, SIGNATURE_NAME).file;
    if (!signature_parse(arena, name, bundle->signature, &signature, diags)) return VERDICT_REFUSED_SIGNATURE;
    const NamedKey *key = keys_find(keys, signature.key_id);
    if (key && !signature_is_by(&signature, &key->key, bundle->manifest_bytes)) {
        diag_error(diags, (Mark){name, 0, 0}, "signature-wrong", "copy the whole folder again from where it came",
                   MANIFEST_NAME " was changed after \"%s\" signed it", key->name);
        return VERDICT_REFUSED_CHANGED;
    }
    const char *manifest_name = tree_mark(&bundle->tree, arena, MANIFEST_NAME).file;
    if (!manifest_parse(arena, manifest_name, bundle->manifest_bytes, &bundle->manifest, diags))
        return VERDICT_REFUSED_SIGNATURE;
    if (!manifest_lists_tree(&bundle->manifest, &bundle->tree, diags)) return VERDICT_REFUSED_CHANGED;
    memcpy(bundle->key_id, signature.key_id, KEY_ID_BYTES);
    bundle->is_signed = true;
    bundle->signer = key;
    bundle->digest = digest_of(bundle->manifest_bytes);
    return VERDICT_UNDECIDED;
}

/* True if the folder has a file, or anything else, that only a pack has: the walk will say what is wrong with it. */
static bool looks_like_pack(int root, const char *relative)
{
    static const char *const names[] = {"pack.yaml", "site.yaml", MANIFEST_NAME};
    int folder = open_beneath(root, relative, O_DIRECTORY);
    bool found = folder < 0; /* which the walk will say */
    for (size_t i = 0; i < ARRAY_LEN(names) && !found; i++) {
        struct stat status;
        found = fstatat(folder, names[i], &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
    }
    if (folder >= 0) close(folder);
    return found;
}

Verdict bundle_open(Bundle *bundle, Arena *arena, int root, const char *relative, const char *name, const Keys *keys,
                    Diags *diags)
{
    size_t first = diags->count;
    sodium_ready();
    *bundle = (Bundle){.tree = {.fd = -1}};
    if (!looks_like_pack(root, relative)) {
        diag_error(diags, (Mark){name, 0, 0}, "no-pack-file", "copy the whole folder of the pack",
                   "there is no pack.yaml here, so this is no pack");
        return VERDICT_REFUSED_IDENTITY;
    }
    if (!tree_open(&bundle->tree, arena, root, relative, name, diags)) return verdict_of_reading(diags, first);
    const TreeFile *manifest = tree_find(&bundle->tree, MANIFEST_NAME),
                   *signature = tree_find(&bundle->tree, SIGNATURE_NAME);
    if (!manifest && !signature) return VERDICT_UNDECIDED;
    if (!manifest || !signature) return half_signed(bundle, arena, manifest != NULL, diags);
    if (!tree_read(&bundle->tree, manifest, arena, &bundle->manifest_bytes, diags) ||
        !tree_read(&bundle->tree, signature, arena, &bundle->signature, diags))
        return VERDICT_REFUSED_UNREADABLE;
    return signature_check(bundle, arena, keys, diags);
}

void bundle_close(Bundle *bundle) { tree_close(&bundle->tree); }

Verdict bundle_finish(Bundle *bundle, Arena *arena, const Identity *identity, const Slots *slots, Diags *diags)
{
    Manifest *manifest = &bundle->manifest;
    if (bundle->is_signed) {
        if (strcmp(manifest->id, identity->id) == 0 && strcmp(manifest->version, identity->version) == 0)
            return VERDICT_UNDECIDED;
        diag_error(diags, tree_mark(&bundle->tree, arena, MANIFEST_NAME), "id-clash",
                   "sign it again: hearth sign FOLDER",
                   "it was signed as \"%s\", version %s; the folder holds \"%s\", version %s", manifest->id,
                   manifest->version, identity->id, identity->version);
        return VERDICT_REFUSED_IDENTITY;
    }
    manifest->id = identity->id;
    manifest->version = identity->version;
    manifest->counter = slots->highest;
    bundle->manifest_bytes = manifest_text(arena, manifest);
    bundle->digest = digest_of(bundle->manifest_bytes);
    return VERDICT_UNDECIDED;
}

/* True if both have the same files, to the byte. */
static bool files_equal(const Manifest *a, const Manifest *b)
{
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->files[i].path, b->files[i].path) != 0 || !digest_equal(&a->files[i].digest, &b->files[i].digest))
            return false;
    return true;
}

Verdict bundle_judge_counter(const Bundle *bundle, const Installed *installed)
{
    bool older = installed->is_there && bundle->signer && bundle->manifest.counter < installed->slots.highest;
    return older ? VERDICT_OLDER : VERDICT_UNDECIDED;
}

static PinReason pin_reason(const Bundle *bundle, const Installed *installed, const PackDiff *diff)
{
    if (!bundle->signer) return bundle->is_signed ? PIN_UNKNOWN_KEY : PIN_UNSIGNED;
    if (slots_is_bad(&installed->slots, &bundle->digest)) return PIN_CRASHED;
    PinReason numbers = diff->number_count > 0 ? PIN_NUMBERS : PIN_NOT_NEEDED;
    if (!installed->is_there) return diff->is_new ? PIN_NOT_NEEDED : numbers;
    const Slot *current = &installed->slots.current;
    bool repairs = digest_equal(&current->manifest, &bundle->digest);
    if (current->trust == TRUST_UNKNOWN) return PIN_ORIGIN_UNKNOWN;
    if (!repairs && bundle->manifest.counter == installed->slots.highest) return PIN_SAME_COUNTER;
    if (current->trust == TRUST_PIN || current->trust == TRUST_DESK) return PIN_EDITED;
    return numbers;
}

Verdict bundle_judge(const Bundle *bundle, const Installed *installed, const PackDiff *diff, PinReason *reason)
{
    *reason = PIN_NOT_NEEDED;
    Verdict counter = bundle_judge_counter(bundle, installed);
    if (!verdict_goes_on(counter)) return counter;
    bool same = installed->is_there && (digest_equal(&installed->slots.current.manifest, &bundle->digest) ||
                                        (!bundle->signer && files_equal(&installed->manifest, &bundle->manifest)));
    if (same && installed->is_sound) return VERDICT_SAME;
    *reason = pin_reason(bundle, installed, diff);
    return *reason == PIN_NOT_NEEDED ? VERDICT_READY_SIGNED : VERDICT_READY_NEEDS_PIN;
}
