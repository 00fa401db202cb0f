/* rollback.c - which pack to play after a start, and going back to the one before. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "store/disk/durable.h"
#include "store/state/history.h"
#include "store/store.h"
#include "store/disk/tree.h"

/* True if every byte of the slot is as it was installed. */
static bool slot_is_sound(const Store *store, const char *id, const Slot *slot)
{
    Diags unheard = {0};
    int folder = open_beneath(store->packs, id, O_DIRECTORY);
    bool sound = folder >= 0 && slot_verify(folder, slot, NULL, &unheard);
    if (folder >= 0) close(folder);
    diags_free(&unheard);
    return sound;
}

static void boot_choose(const Store *store, Arena *arena, BootPack *boot)
{
    const StorePack *pack = &boot->pack;
    const Slots *slots = &pack->slots;
    *boot = (BootPack){.pack = *pack, .state = BOOT_CURRENT, .dir = pack->dir};
    if (slot_is_sound(store, pack->id, &slots->current)) {
        if (!pack->is_damaged && !pack->is_unreadable) return;
        boot->state = BOOT_IN_DOUBT;
        boot->sentence = arena_format(arena,
                                      "The list of versions of “%s” is damaged, so the kiosk cannot tell which one was "
                                      "installed last. Version %s is shown. Install the pack again from its stick.",
                                      pack->title, slots->current.version);
        return;
    }
    bool has_previous = slot_is_sound(store, pack->id, &slots->previous);
    boot->state = has_previous ? BOOT_PREVIOUS : BOOT_NOTHING;
    boot->dir = has_previous ? pack->previous_dir : NULL;
    boot->sentence =
        has_previous
            ? arena_format(arena,
                           "Version %s of “%s” is damaged on this kiosk, so version %s is shown. Install the "
                           "pack again from its stick.",
                           slots->current.version, pack->title, slots->previous.version)
            : arena_format(arena,
                           "“%s” is damaged on this kiosk and cannot be shown. Install the pack again from its "
                           "stick.",
                           pack->title);
}

void store_boot(const Store *store, Arena *arena, BootPack **packs, size_t *count)
{
    StorePack *installed;
    store_list(store, arena, &installed, count);
    *packs = ARENA_ARRAY(arena, BootPack, *count + 1);
    for (size_t i = 0; i < *count; i++) {
        (*packs)[i].pack = installed[i];
        boot_choose(store, arena, &(*packs)[i]);
    }
}

/* Makes the previous slot the current one. What a failed sync leaves is the old list or the new: both name sound packs.
 */
static bool slots_turn(Store *store, const StorePack *pack, bool is_bad, Diags *diags)
{
    Slots slots = pack->slots;
    slots.current = pack->slots.previous;
    slots.previous = is_bad ? (Slot){0} : pack->slots.current;
    if (is_bad) slots_add_bad(&slots, &pack->slots.current.manifest);
    slots.switch_order = store_next_order(store);
    int folder = store_pack_folder(store, pack->id);
    bool ok = folder >= 0 && slots_save(folder, &slots);
    if (!ok) disk_problem(diags, errno, "Going back");
    if (folder >= 0) close(folder);
    return ok;
}

static bool turn_back(Store *store, Arena *arena, const char *id, Date today, bool is_bad, RollbackResult *out,
                      Diags *diags)
{
    StorePack pack;
    *out = (RollbackResult){.id = id, .from = "-", .to = "-"};
    if (!store_find(store, arena, id, &pack)) {
        out->sentence = "There is no such pack on this kiosk, so nothing was changed.";
        return diag_error(diags, (Mark){0}, "no-such-pack", "hearth list names them", "there is no pack \"%s\"", id);
    }
    if (pack.is_unreadable) {
        out->sentence = "The kiosk's disk could not be read, so nothing was changed. Try once more.";
        return diag_error(diags, (Mark){0}, "disk", "", "the list of versions of \"%s\" could not be read", id);
    }
    out->from = arena_copy(arena, pack.slots.current.version);
    if (!slot_is_sound(store, id, &pack.slots.previous)) {
        out->sentence = "There is no earlier version that could be shown, so nothing was changed.";
        return diag_error(diags, (Mark){0}, "no-previous", "install the version that you want from its stick",
                          "no earlier version of \"%s\" is kept here", id);
    }
    out->to = arena_copy(arena, pack.slots.previous.version);
    if (!slots_turn(store, &pack, is_bad, diags)) {
        out->sentence = "The kiosk could not save the change, so nothing was changed. Try once more.";
        return false;
    }
    const HistoryEntry entry = {today,   is_bad ? HISTORY_TAKEN_BACK : HISTORY_ROLLED_BACK,
                                id,      out->from,
                                out->to, pack.slots.previous.signer[0] ? pack.slots.previous.signer : "-"};
    if (!history_add(store->fd, &entry))
        diag_warn(diags, (Mark){0}, "history", "", "the list of past updates was not saved");
    if (is_bad) store_sweep(store);
    out->sentence = arena_format(arena, "“%s” is back at version %s.", pack.title, out->to);
    return true;
}

bool store_rollback(Store *store, Arena *arena, const char *id, Date today, RollbackResult *out, Diags *diags)
{
    return turn_back(store, arena, id, today, false, out, diags);
}

bool store_take_back(Store *store, Arena *arena, const char *id, Date today, RollbackResult *out, Diags *diags)
{
    return turn_back(store, arena, id, today, true, out, diags);
}
