#include "store/slots/slots.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk/copy.h"
#include "store/disk/durable.h"
#include "store/disk/lines.h"

enum { SLOT_HASH_DIGITS = 12, CHECK_DIGITS = 16 };

const char *const trust_names[] = {"signed", "pin", "desk", "shipped", "unknown", NULL};

void slot_name_make(uint64_t counter, const Digest *manifest, char out[SLOT_NAME_BYTES])
{
    DigestText digest = digest_text(manifest);
    snprintf(out, SLOT_NAME_BYTES, "%llu-%.*s", (unsigned long long)counter, SLOT_HASH_DIGITS, digest.hex);
}

bool slot_name_is_valid(const char *name)
{
    uint64_t counter;
    size_t digits = strspn(name, "0123456789");
    char text[SLOT_NAME_BYTES];
    if (digits >= sizeof(text) || name[digits] != '-') return false;
    memcpy(text, name, digits);
    text[digits] = '\0';
    const char *hash = name + digits + 1;
    return line_number(text, COUNTER_MAX, &counter) && strlen(hash) == SLOT_HASH_DIGITS &&
           strspn(hash, "0123456789abcdef") == SLOT_HASH_DIGITS;
}

uint64_t slot_counter(const Slot *slot)
{
    uint64_t counter = 0;
    for (const char *c = slot->name; *c >= '0' && *c <= '9'; c++) counter = counter * 10 + (uint64_t)(*c - '0');
    return counter;
}

bool slots_is_bad(const Slots *slots, const Digest *manifest)
{
    for (size_t i = 0; i < slots->bad_count; i++)
        if (digest_equal(&slots->bad[i], manifest)) return true;
    return false;
}

void slots_add_bad(Slots *slots, const Digest *manifest)
{
    if (slots_is_bad(slots, manifest)) return;
    if (slots->bad_count == SLOTS_BAD_MAX) {
        memmove(&slots->bad[0], &slots->bad[1], (SLOTS_BAD_MAX - 1) * sizeof(Digest));
        slots->bad_count--;
    }
    slots->bad[slots->bad_count++] = *manifest;
}

static void slot_put(LineWriter *writer, const char *word, const Slot *slot)
{
    if (!slot_is_there(slot)) return;
    line_put(writer, "%s %s %s %s %s %s %s\n", word, slot->name, digest_text(&slot->manifest).hex,
             trust_names[slot->trust], slot->version, date_text(slot->installed).text,
             slot->signer[0] ? slot->signer : "-");
}

/* The last line proves that the lines above it are whole. */
static void check_make(Bytes text, char out[CHECK_DIGITS + 1])
{
    Digest digest = digest_of(text);
    snprintf(out, CHECK_DIGITS + 1, "%.*s", CHECK_DIGITS, digest_text(&digest).hex);
}

Bytes slots_text(Arena *arena, const Slots *slots)
{
    LineWriter writer = {0};
    line_put(&writer, "hearth-slots 1\nhighest %llu\nsince %llu\nswitched %llu\n", (unsigned long long)slots->highest,
             (unsigned long long)slots->install_order, (unsigned long long)slots->switch_order);
    slot_put(&writer, "current", &slots->current);
    slot_put(&writer, "previous", &slots->previous);
    for (size_t i = 0; i < slots->bad_count; i++) line_put(&writer, "bad %s\n", digest_text(&slots->bad[i]).hex);
    for (size_t i = 0; i < slots->adopt_count; i++)
        line_put(&writer, "adopt %s %s %s\n", public_key_text(arena, &slots->adopt[i].key),
                 base64_text(arena, slots->adopt_signer, KEY_ID_BYTES), slots->adopt[i].name);
    char check[CHECK_DIGITS + 1];
    check_make(line_bytes(&writer), check);
    line_put(&writer, "end %s\n", check);
    Bytes text = line_bytes(&writer);
    text.data = arena_copy_bytes(arena, text.data, text.count);
    line_free(&writer);
    return text;
}

static bool text_keep(char *out, size_t size, const char *text)
{
    size_t length = strlen(text);
    if (length >= size) return false;
    memcpy(out, text, length + 1);
    return true;
}

static bool slot_parse(char *rest, Slot *out)
{
    const char *name = line_word(&rest), *digest = line_word(&rest), *trust = line_word(&rest);
    const char *version = line_word(&rest), *date = line_word(&rest);
    char expected[SLOT_NAME_BYTES];
    if (!slot_name_is_valid(name) || strlen(digest) != DIGEST_HEX || !digest_parse(digest, &out->manifest))
        return false;
    if (!text_keep(out->name, sizeof(out->name), name) || !version_is_valid(version)) return false;
    slot_name_make(slot_counter(out), &out->manifest, expected);
    size_t i = 0;
    while (trust_names[i] && strcmp(trust_names[i], trust) != 0) i++;
    out->trust = (Trust)i;
    return trust_names[i] && strcmp(expected, name) == 0 && text_keep(out->version, sizeof(out->version), version) &&
           date_read_text(date, &out->installed) && rest[0] != '\0' &&
           text_keep(out->signer, sizeof(out->signer), strcmp(rest, "-") == 0 ? "" : rest);
}

static bool number_parse(char *rest, uint64_t *out) { return line_number(rest, UINT64_MAX / 2, out); }

static bool adopt_parse(char *rest, Slots *out)
{
    if (out->adopt_count == MANIFEST_NEXT_KEYS_MAX) return false;
    NamedKey *key = &out->adopt[out->adopt_count++];
    bool ok = public_key_parse(line_word(&rest), &key->key) &&
              base64_parse(line_word(&rest), out->adopt_signer, KEY_ID_BYTES);
    key->name = rest;
    return ok && rest[0] != '\0' && strlen(rest) <= KEY_NAME_MAX;
}

static bool bad_parse(const char *rest, Slots *out)
{
    return out->bad_count < SLOTS_BAD_MAX && strlen(rest) == DIGEST_HEX &&
           digest_parse(rest, &out->bad[out->bad_count++]);
}

static bool line_parse(char *line, Slots *out)
{
    const char *word = line_word(&line);
    if (strcmp(word, "highest") == 0) return number_parse(line, &out->highest);
    if (strcmp(word, "since") == 0) return number_parse(line, &out->install_order);
    if (strcmp(word, "switched") == 0) return number_parse(line, &out->switch_order);
    if (strcmp(word, "current") == 0) return slot_parse(line, &out->current);
    if (strcmp(word, "previous") == 0) return slot_parse(line, &out->previous);
    if (strcmp(word, "bad") == 0) return bad_parse(line, out);
    return strcmp(word, "adopt") == 0 && adopt_parse(line, out);
}

bool slots_parse(Arena *arena, Bytes file, Slots *out)
{
    Lines lines = {file, 0, 0};
    char check[CHECK_DIGITS + 1];
    *out = (Slots){0};
    const char *first = lines_next(&lines, arena);
    if (!first || strcmp(first, "hearth-slots 1") != 0) return false;
    for (;;) {
        size_t before = lines.at;
        char *line = lines_next(&lines, arena);
        const char *end = line ? line_after(line, "end") : NULL;
        if (end) {
            check_make((Bytes){file.data, before}, check);
            return strcmp(end, check) == 0 && lines_at_end(&lines) && file.data[file.count - 1] == '\n';
        }
        if (!line || !line_parse(line, out)) return false;
    }
}

static SlotsResult list_load(Arena *arena, int folder, const char *name, Bytes *file, Slots *out)
{
    *out = (Slots){0};
    switch (read_beneath(arena, folder, name, SLOTS_FILE_BYTES_MAX, file)) {
    case FS_OK: return slots_parse(arena, *file, out) ? SLOTS_OK : SLOTS_DAMAGED;
    case FS_MISSING: return SLOTS_MISSING;
    case FS_UNREADABLE: return SLOTS_UNREADABLE;
    case FS_TOO_BIG:
    case FS_NOT_A_FILE: break;
    }
    return SLOTS_DAMAGED;
}

SlotsResult slots_load(Arena *arena, int folder, Slots *out)
{
    Bytes file;
    SlotsResult result = list_load(arena, folder, SLOTS_NAME, &file, out);
    if (result == SLOTS_OK) return result;
    SlotsResult copy = list_load(arena, folder, SLOTS_COPY_NAME, &file, out);
    if (copy != SLOTS_OK) *out = (Slots){0};
    if (result == SLOTS_UNREADABLE) return result;
    if (copy == SLOTS_OK) return SLOTS_FROM_COPY;
    return copy == SLOTS_MISSING ? result : copy;
}

/* The copy first: then it is never behind the file. A file that cannot be written takes its copy with it. */
static bool lists_write(int folder, Bytes text)
{
    if (durable_replace(folder, SLOTS_COPY_NAME, text, 0644) && durable_replace(folder, SLOTS_NAME, text, 0644))
        return true;
    int error = errno;
    bool is_gone = durable_unlink(folder, SLOTS_COPY_NAME);
    (void)is_gone; /* else the next start makes both equal */
    errno = error;
    return false;
}

bool slots_save(int folder, const Slots *slots)
{
    Arena scratch = {0};
    bool ok = lists_write(folder, slots_text(&scratch, slots));
    int error = errno;
    arena_free(&scratch);
    errno = error;
    return ok;
}

bool slots_mend(int folder)
{
    Arena scratch = {0};
    Slots unused;
    Bytes file, copy;
    SlotsResult found = list_load(&scratch, folder, SLOTS_NAME, &file, &unused);
    SlotsResult copied = list_load(&scratch, folder, SLOTS_COPY_NAME, &copy, &unused);
    bool are_equal = file.count == copy.count && memcmp(file.data, copy.data, file.count) == 0, ok = true;
    if (found == SLOTS_OK && !are_equal)
        ok = durable_replace(folder, SLOTS_COPY_NAME, file, 0644);
    else if (copied == SLOTS_OK && (found == SLOTS_DAMAGED || found == SLOTS_MISSING))
        ok = durable_replace(folder, SLOTS_NAME, copy, 0644);
    int error = errno;
    arena_free(&scratch);
    errno = error;
    return ok;
}

/* Reads the manifest in a slot's folder and holds everything there against it. */
static bool slot_hold(const Tree *tree, Arena *arena, const Slot *slot, InstallProgress *progress, Diags *diags)
{
    const TreeFile *file = tree_find(tree, MANIFEST_NAME);
    Manifest manifest;
    Bytes bytes;
    if (!file) return diag_error(diags, (Mark){slot->name, 0, 0}, "slot-damaged", "", "its manifest is gone");
    if (!tree_read(tree, file, arena, &bytes, diags)) return false;
    Digest digest = digest_of(bytes);
    if (!digest_equal(&digest, &slot->manifest))
        return diag_error(diags, (Mark){slot->name, 0, 0}, "slot-damaged", "", "its manifest has changed");
    return manifest_parse(arena, slot->name, bytes, &manifest, diags) &&
           tree_verify(tree, &manifest, progress, diags) == COPY_OK;
}

bool slot_verify(int folder, const Slot *slot, InstallProgress *progress, Diags *diags)
{
    Arena arena = {0};
    Tree tree;
    bool ok = slot_is_there(slot) && tree_open(&tree, &arena, folder, slot->name, slot->name, diags);
    if (slot_is_there(slot)) {
        ok = ok && slot_hold(&tree, &arena, slot, progress, diags);
        tree_close(&tree);
    }
    arena_free(&arena);
    return ok;
}

/* The slot that a folder would be if its manifest is the one it is named after. */
static bool slot_of_folder(Arena *arena, int folder, const char *name, Slot *out)
{
    Diags unheard = {0};
    Tree tree;
    Manifest manifest;
    Bytes bytes;
    *out = (Slot){.trust = TRUST_UNKNOWN};
    bool ok = tree_open(&tree, arena, folder, name, name, &unheard);
    const TreeFile *file = ok ? tree_find(&tree, MANIFEST_NAME) : NULL;
    ok = file && tree_read(&tree, file, arena, &bytes, &unheard) &&
         manifest_parse(arena, name, bytes, &manifest, &unheard);
    if (ok) {
        char expected[SLOT_NAME_BYTES];
        out->manifest = digest_of(bytes);
        ok = text_keep(out->name, sizeof(out->name), name) &&
             text_keep(out->version, sizeof(out->version), manifest.version);
        slot_name_make(slot_counter(out), &out->manifest, expected);
        ok = ok && strcmp(expected, name) == 0 && tree_verify(&tree, &manifest, NULL, &unheard) == COPY_OK;
    }
    tree_close(&tree);
    diags_free(&unheard);
    return ok;
}

/* When the folder was made, by the clock of that time; 0 if it does not say. */
static int64_t folder_made_ns(int folder, const char *name)
{
    struct stat status;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return 0;
    return (int64_t)status.st_mtim.tv_sec * 1000000000 + status.st_mtim.tv_nsec;
}

static bool is_later(const Slot *a, int64_t a_ns, const Slot *b, int64_t b_ns)
{
    if (!slot_is_there(b)) return true;
    uint64_t a_counter = slot_counter(a), b_counter = slot_counter(b);
    return a_counter != b_counter ? a_counter > b_counter : a_ns > b_ns;
}

bool slots_recover(Arena *arena, int folder, Slots *out)
{
    const char **names;
    size_t count;
    enum { SLOT_FOLDERS_MAX = 100 };
    int64_t current_ns = 0, previous_ns = 0;
    *out = (Slots){0};
    if (!folder_list(folder, arena, SLOT_FOLDERS_MAX, &names, &count)) return false;
    for (size_t i = 0; i < count; i++) {
        Slot slot;
        if (!slot_name_is_valid(names[i]) || !slot_of_folder(arena, folder, names[i], &slot)) continue;
        int64_t made_ns = folder_made_ns(folder, names[i]);
        if (is_later(&slot, made_ns, &out->current, current_ns)) {
            out->previous = out->current;
            previous_ns = current_ns;
            out->current = slot;
            current_ns = made_ns;
        } else if (is_later(&slot, made_ns, &out->previous, previous_ns)) {
            out->previous = slot;
            previous_ns = made_ns;
        }
    }
    out->highest = slot_counter(&out->current);
    return slot_is_there(&out->current);
}
