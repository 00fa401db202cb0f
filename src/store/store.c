#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/str.h"
#include "pack/pack_load.h"
#include "store/disk/durable.h"
#include "store/trust/identity.h"
#include "store/disk/tree.h"

const char *state_dir_choose(Arena *arena, const char *option)
{
    static const char shared[] = "/var/lib/hearth";
    const char *environment = getenv("HEARTH_STATE"), *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (option) return option;
    if (environment && environment[0]) return arena_copy(arena, environment);
    if (access(shared, W_OK) == 0) return shared;
    if (state && state[0] == '/') return arena_format(arena, "%s/hearth", state);
    return home && home[0] == '/' ? arena_format(arena, "%s/.local/state/hearth", home) : shared;
}

static int open_dir(int dir, const char *path) { return openat(dir, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

void store_open_to_read(Store *store, const char *dir)
{
    *store = (Store){.dir = dir, .fd = open_dir(AT_FDCWD, dir), .packs = -1, .lock = -1};
    if (store->fd >= 0) store->packs = open_dir(store->fd, "packs");
    store->is_unreadable = store->packs < 0 && errno != ENOENT;
}

/* Makes STATE and STATE/packs. False with errno. */
static bool folders_make(Store *store)
{
    if (store->fd < 0) {
        if (!fs_make_dirs(store->dir)) return false;
        store->fd = open_dir(AT_FDCWD, store->dir);
        int parent = store->fd < 0 ? -1 : open_dir(store->fd, "..");
        bool kept = parent >= 0 && durable_sync(parent);
        if (parent >= 0) close(parent);
        if (!kept) return false;
    }
    if (store->packs < 0) store->packs = durable_open_dir(store->fd, "packs");
    return store->packs >= 0;
}

static int lock_take(const Store *store)
{
    int fd = openat(store->fd, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (fd < 0) return -1;
    if (durable_adopt(fd, store->fd) && flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
    int error = errno;
    close(fd);
    errno = error;
    return -1;
}

/* Mends each pack's list by its copy, or the copy by the list. What cannot be mended now is shown as well as before. */
static void lists_mend(const Store *store, Diags *diags)
{
    Arena arena = {0};
    const char **names;
    size_t count;
    if (!folder_list(store->packs, &arena, STORE_PACKS_MAX, &names, &count)) count = 0;
    for (size_t i = 0; i < count; i++) {
        int folder = pack_id_is_valid(names[i]) ? open_beneath(store->packs, names[i], O_DIRECTORY) : -1;
        if (folder < 0) continue;
        if (!slots_mend(folder))
            diag_warn(diags, (Mark){names[i], 0, 0}, "list-damaged", "", "the list of versions could not be mended: %s",
                      strerror(errno));
        close(folder);
    }
    arena_free(&arena);
}

/* Trusts the keys that a pack vouched for when the power went just after it was installed. */
static void keys_catch_up(const Store *store, Diags *diags)
{
    Arena arena = {0};
    StorePack *packs;
    size_t count;
    store_list(store, &arena, &packs, &count);
    for (size_t i = 0; i < count; i++) {
        const Slots *slots = &packs[i].slots;
        if (slots->adopt_count == 0 || packs[i].is_damaged || packs[i].is_unreadable) continue;
        bool ok = true;
        for (size_t j = 0; j < slots->adopt_count; j++)
            ok = keys_adopt(store->fd, &slots->adopt[j], slots->adopt_signer, diags) && ok;
        Slots adopted = *slots;
        adopted.adopt_count = 0;
        int folder = ok ? store_pack_folder(store, packs[i].id) : -1;
        if (folder < 0) continue;
        if (!slots_save(folder, &adopted)) /* they are named still: once more at the next start */
            diag_warn(diags, (Mark){0}, "key-later", "", "the list of trusted keys could not be brought up to date");
        close(folder);
    }
    arena_free(&arena);
}

Verdict store_open_to_change(Store *store, const char *dir, Diags *diags)
{
    store_open_to_read(store, dir);
    if (!folders_make(store)) {
        disk_problem(diags, errno, "Opening the store of packs");
        return VERDICT_REFUSED_DISK;
    }
    store->lock = lock_take(store);
    if (store->lock < 0 && errno == EWOULDBLOCK) {
        diag_error(diags, (Mark){0}, "busy", "wait a minute, and try again", "another update is being installed");
        return VERDICT_REFUSED_BUSY;
    }
    if (store->lock < 0) {
        disk_problem(diags, errno, "Opening the store of packs");
        return VERDICT_REFUSED_DISK;
    }
    lists_mend(store, diags);
    keys_catch_up(store, diags);
    store_sweep(store);
    return VERDICT_UNDECIDED;
}

void store_close(Store *store)
{
    int *const fds[] = {&store->lock, &store->packs, &store->fd};
    for (size_t i = 0; i < ARRAY_LEN(fds); i++) {
        if (*fds[i] >= 0) close(*fds[i]);
        *fds[i] = -1;
    }
}

int store_pack_folder(const Store *store, const char *id) { return durable_open_dir(store->packs, id); }

static const char *slot_dir(const Store *store, Arena *arena, const char *id, const Slot *slot)
{
    return slot_is_there(slot) ? arena_format(arena, "%s/packs/%s/%s", store->dir, id, slot->name) : NULL;
}

bool store_find(const Store *store, Arena *arena, const char *id, StorePack *out)
{
    *out = (StorePack){.id = arena_copy(arena, id), .is_site = strcmp(id, SITE_ID) == 0};
    out->is_unreadable = store->is_unreadable;
    if (store->packs < 0 || !pack_id_is_valid(id)) return false;
    int folder = open_beneath(store->packs, id, O_DIRECTORY);
    out->is_unreadable = folder < 0 && errno != ENOENT;
    if (folder < 0) return false;
    SlotsResult result = slots_load(arena, folder, &out->slots);
    out->is_damaged = result == SLOTS_DAMAGED;
    out->is_unreadable = result == SLOTS_UNREADABLE;
    bool found =
        slot_is_there(&out->slots.current) || (result != SLOTS_MISSING && slots_recover(arena, folder, &out->slots));
    close(folder);
    if (!found || !slot_is_there(&out->slots.current)) return false;
    out->dir = slot_dir(store, arena, id, &out->slots.current);
    out->previous_dir = slot_dir(store, arena, id, &out->slots.previous);
    Identity identity;
    Diags unheard = {0};
    out->title = identity_read(arena, out->dir, id, &identity, &unheard) ? identity.title : out->id;
    diags_free(&unheard);
    return true;
}

static int pack_compare(const void *a, const void *b)
{
    const StorePack *one = a, *two = b;
    if (one->slots.install_order != two->slots.install_order)
        return one->slots.install_order < two->slots.install_order ? -1 : 1;
    return strcmp(one->id, two->id);
}

void store_list(const Store *store, Arena *arena, StorePack **packs, size_t *count)
{
    const char **names;
    size_t name_count;
    *count = 0;
    *packs = ARENA_ARRAY(arena, StorePack, STORE_PACKS_MAX);
    if (store->packs < 0 || !folder_list(store->packs, arena, STORE_PACKS_MAX, &names, &name_count)) return;
    for (size_t i = 0; i < name_count; i++)
        if (store_find(store, arena, names[i], &(*packs)[*count])) (*count)++;
    if (*count > 0) qsort(*packs, *count, sizeof(StorePack), pack_compare);
}

uint64_t store_next_order(const Store *store)
{
    Arena arena = {0};
    StorePack *packs;
    size_t count;
    uint64_t next = 1;
    store_list(store, &arena, &packs, &count);
    for (size_t i = 0; i < count; i++) {
        if (packs[i].slots.switch_order >= next) next = packs[i].slots.switch_order + 1;
        if (packs[i].slots.install_order >= next) next = packs[i].slots.install_order + 1;
    }
    arena_free(&arena);
    return next;
}

bool store_free_bytes(const Store *store, uint64_t *out)
{
    struct statvfs system;
    if (store->fd < 0 || fstatvfs(store->fd, &system) != 0) return false;
    *out = (uint64_t)system.f_bavail * (uint64_t)system.f_frsize;
    return true;
}

int slot_hold_open(const char *dir)
{
    int fd = open_dir(AT_FDCWD, dir);
    if (fd >= 0) (void)flock(fd, LOCK_SH | LOCK_NB); /* on a file system without locks the folder is simply not held */
    return fd;
}

static bool slot_is_held(int folder, const char *name)
{
    int fd = open_beneath(folder, name, O_DIRECTORY);
    if (fd < 0) return false;
    bool held = flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    close(fd);
    return held;
}

static void folder_sweep(Arena *arena, int folder)
{
    const char **names;
    size_t count;
    Slots slots;
    SlotsResult result = slots_load(arena, folder, &slots);
    if (!folder_list(folder, arena, STORE_PACKS_MAX, &names, &count)) return;
    for (size_t i = 0; i < count; i++) {
        bool named = strcmp(names[i], slots.current.name) == 0 || strcmp(names[i], slots.previous.name) == 0;
        bool old = (result == SLOTS_OK || result == SLOTS_MISSING) && slot_name_is_valid(names[i]) && !named &&
                   !slot_is_held(folder, names[i]);
        if (old) durable_remove_tree(folder, names[i]); /* else the next sweep tries again */
    }
}

void store_sweep(const Store *store)
{
    Arena arena = {0};
    const char **names;
    size_t count;
    if (!folder_list(store->packs, &arena, STORE_PACKS_MAX, &names, &count)) count = 0;
    for (size_t i = 0; i < count; i++) {
        if (str_starts(names[i], STAGING_PREFIX)) durable_remove_tree(store->packs, names[i]);
        int folder = pack_id_is_valid(names[i]) ? open_beneath(store->packs, names[i], O_DIRECTORY) : -1;
        if (folder < 0) continue;
        folder_sweep(&arena, folder);
        close(folder);
    }
    arena_free(&arena);
}
