#include "store/slots/install.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk/durable.h"
#include "store/state/history.h"
#include "store/slots/pictures.h"

enum { STAGING_NAME_BYTES = 32 };

/* One installation, from the stick to the switch. */
typedef struct Install {
    const InstallJob *job;
    Arena *arena;
    InstallProgress *progress;
    InstallResult *out;
    Diags *diags;
    const char *folder; /* the source's, as problems name it */
    Store store;
    Keys keys;
    Bundle bundle;
    Identity identity;
    Installed installed;
    uint64_t bytes_needed, bytes_free;
    char staging_name[STAGING_NAME_BYTES];
    int staging; /* -1: not made, or not ours any more */
    const char *staging_dir;
} Install;

static Verdict disk_refuse(Install *in, int error, const char *what)
{
    disk_problem(in->diags, error, what);
    return VERDICT_REFUSED_DISK;
}

static Verdict staging_make(Install *in)
{
    uint32_t number = randombytes_random();
    snprintf(in->staging_name, sizeof(in->staging_name), STAGING_PREFIX "%08x", number);
    in->staging_dir = arena_format(in->arena, "%s/packs/%s", in->store.dir, in->staging_name);
    in->staging = durable_open_dir(in->store.packs, in->staging_name);
    return in->staging >= 0 ? VERDICT_UNDECIDED : disk_refuse(in, errno, "Making room for the pack");
}

static void staging_drop(Install *in)
{
    if (in->staging < 0) return;
    close(in->staging);
    in->staging = -1;
    durable_remove_tree(in->store.packs, in->staging_name);
}

static Verdict source_open(Install *in)
{
    keys_load(in->arena, in->store.fd, &in->keys, in->diags);
    int root = open(in->job->source, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) {
        read_problem(in->diags, (Mark){in->folder, 0, 0}, errno);
        return VERDICT_REFUSED_UNREADABLE;
    }
    Verdict verdict = bundle_open(&in->bundle, in->arena, root, in->job->relative, in->folder, &in->keys, in->diags);
    close(root);
    if (!verdict_goes_on(verdict)) return verdict;
    if (in->bundle.signer) {
        in->out->signer = in->bundle.signer->name;
        installed_read(&in->store, in->arena, in->bundle.manifest.id, false, &in->installed);
        Verdict counter = bundle_judge_counter(&in->bundle, &in->installed);
        if (!verdict_goes_on(counter)) return counter;
    }
    in->bytes_needed = bundle_bytes_needed(&in->bundle.tree);
    bool known = store_free_bytes(&in->store, &in->bytes_free);
    return known && in->bytes_free < in->bytes_needed ? VERDICT_REFUSED_SPACE : VERDICT_UNDECIDED;
}

static Verdict identity_find(Install *in)
{
    Diags found = {0};
    bool ok = identity_read(in->arena, in->staging_dir, in->staging_name, &in->identity, &found);
    diags_move(&found, in->diags, in->staging_name, in->folder);
    in->out->id = in->identity.id;
    in->out->version = in->identity.version;
    if (!ok) return VERDICT_REFUSED_IDENTITY;
    in->out->title = in->identity.title;
    installed_read(&in->store, in->arena, in->identity.id, true, &in->installed);
    if (in->installed.is_unreadable) return disk_refuse(in, EIO, "Reading what is installed");
    if (in->installed.is_there) in->out->version_before = arena_copy(in->arena, in->installed.slots.current.version);
    Verdict verdict = bundle_finish(&in->bundle, in->arena, &in->identity, &in->installed.slots, in->diags);
    if (!verdict_goes_on(verdict) || !in->job->expected) return verdict;
    return digest_equal(in->job->expected, &in->bundle.digest) ? verdict : VERDICT_REFUSED_OTHER;
}

/* Copies everything, writes down the manifest, and reads all of it back from our own disk. */
static Verdict source_copy(Install *in)
{
    const CopyJob copy = {&in->bundle.tree, in->staging, true, true};
    Verdict verdict = verdict_of_copying(copy_tree(&copy, in->arena, &in->bundle.manifest, in->progress, in->diags));
    if (verdict_goes_on(verdict)) verdict = identity_find(in);
    if (!verdict_goes_on(verdict)) return verdict;
    bool wrote = durable_create(in->staging, MANIFEST_NAME, in->bundle.manifest_bytes, 0644) &&
                 (!in->bundle.is_signed || durable_create(in->staging, SIGNATURE_NAME, in->bundle.signature, 0644)) &&
                 durable_sync(in->staging);
    return wrote ? VERDICT_UNDECIDED : disk_refuse(in, errno, "Copying the pack");
}

static Verdict copy_verify(Install *in)
{
    Slot slot = {.manifest = in->bundle.digest};
    Diags found = {0};
    snprintf(slot.name, sizeof(slot.name), "%s", in->staging_name);
    progress_phase(in->progress, PROGRESS_VERIFYING, manifest_total_bytes(&in->bundle.manifest),
                   in->bundle.manifest.count);
    bool ok = slot_verify(in->store.packs, &slot, in->progress, &found);
    diags_free(&found);
    if (progress_is_stopped(in->progress)) return VERDICT_STOPPED;
    if (ok) return VERDICT_UNDECIDED;
    diag_error(in->diags, (Mark){0}, "disk", "try once more; if it happens again, the kiosk's disk is to be replaced",
               "what the kiosk saved is not what it was given");
    return VERDICT_REFUSED_DISK;
}

static Verdict copy_judge(Install *in)
{
    StorePack current;
    bool has_before = in->installed.manifest.count > 0 && store_find(&in->store, in->arena, in->identity.id, &current);
    const DiffSide before = {has_before ? current.dir : NULL, &in->installed.manifest};
    const DiffSide after = {in->staging_dir, &in->bundle.manifest};
    pack_diff(in->arena, has_before ? &before : NULL, &after, &in->out->diff);
    Verdict verdict = bundle_judge(&in->bundle, &in->installed, &in->out->diff, &in->out->pin_reason);
    bool may_install = verdict == VERDICT_READY_SIGNED || (verdict == VERDICT_READY_NEEDS_PIN && in->job->pin_ok);
    return may_install ? VERDICT_UNDECIDED : verdict;
}

static Verdict pictures_decode(Install *in)
{
    switch (pictures_try(&in->bundle.tree, in->arena, in->staging_dir, in->job->decode, in->progress, in->diags)) {
    case PICTURES_GOOD: return VERDICT_UNDECIDED;
    case PICTURES_BROKEN: return VERDICT_REFUSED_PICTURE;
    case PICTURES_STOPPED: return VERDICT_STOPPED;
    case PICTURES_UNKNOWN: break;
    }
    return disk_refuse(in, errno, "Looking at the pictures");
}

static Verdict copy_check(Install *in)
{
    progress_phase(in->progress, PROGRESS_CHECKING, 0, 0);
    if (in->job->check) {
        Diags found = {0};
        bool ok = in->job->check(in->job->check_context, in->staging_dir, in->identity.is_site, &found);
        diags_move(&found, in->diags, in->staging_name, in->folder);
        if (!ok) return VERDICT_REFUSED_CONTENT;
    }
    if (progress_is_stopped(in->progress)) return VERDICT_STOPPED;
    return in->job->decode ? pictures_decode(in) : VERDICT_UNDECIDED;
}

/* Puts the staged folder where its slot is to be. One that stands there already is either the same, or damaged. */
static bool slot_place(Install *in, int folder, const Slot *slot)
{
    Diags unheard = {0};
    bool sound = slot_verify(folder, slot, NULL, &unheard);
    diags_free(&unheard);
    if (sound) return true; /* left by a power cut, or the previous one; the staged copy goes */
    if (renameat2(in->store.packs, in->staging_name, folder, slot->name, RENAME_EXCHANGE) != 0 &&
        (!durable_remove_tree(folder, slot->name) ||
         renameat(in->store.packs, in->staging_name, folder, slot->name) != 0))
        return false;
    return durable_sync(folder) && durable_sync(in->store.packs);
}

static Slot slot_make(const Install *in)
{
    const Bundle *bundle = &in->bundle;
    bool trusted = bundle->signer != NULL;
    Slot slot = {
        .manifest = bundle->digest, .trust = trusted ? TRUST_SIGNED : in->job->trust, .installed = in->job->today};
    slot_name_make(bundle->manifest.counter, &bundle->digest, slot.name);
    snprintf(slot.version, sizeof(slot.version), "%s", in->identity.version);
    if (trusted) snprintf(slot.signer, sizeof(slot.signer), "%s", bundle->signer->name);
    return slot;
}

static Slots slots_make(const Install *in, const Slot *slot)
{
    const Bundle *bundle = &in->bundle;
    Slots slots = in->installed.slots;
    uint64_t next = store_next_order(&in->store);
    bool replaces = in->installed.is_there && strcmp(slots.current.name, slot->name) != 0;
    if (replaces && in->installed.is_sound) slots.previous = slots.current; /* a damaged one is nothing to go back to */
    if (strcmp(slots.previous.name, slot->name) == 0) slots.previous = (Slot){0};
    slots.current = *slot;
    slots.switch_order = next;
    if (!in->installed.is_there) slots.install_order = next;
    slots.adopt_count = 0;
    if (!bundle->signer) return slots;
    if (bundle->manifest.counter > slots.highest) slots.highest = bundle->manifest.counter;
    for (size_t i = 0; i < bundle->manifest.next_key_count; i++)
        slots.adopt[slots.adopt_count++] = bundle->manifest.next_keys[i];
    memcpy(slots.adopt_signer, bundle->key_id, KEY_ID_BYTES);
    return slots;
}

/* What comes after the switch. None of it can undo the installation. */
static void switch_finish(Install *in, int folder, const Slots *slots)
{
    bool adopted = true;
    for (size_t i = 0; i < slots->adopt_count; i++)
        adopted = keys_adopt(in->store.fd, &slots->adopt[i], slots->adopt_signer, in->diags) && adopted;
    if (adopted && slots->adopt_count > 0) {
        Slots done = *slots;
        done.adopt_count = 0;
        adopted = slots_save(folder, &done);
    }
    if (!adopted) diag_warn(in->diags, (Mark){0}, "key-later", "", "the new key will be trusted after the next start");
    const HistoryEntry entry = {in->job->today,       HISTORY_INSTALLED,
                                in->identity.id,      in->out->version_before ? in->out->version_before : "-",
                                in->identity.version, slots->current.signer[0] ? slots->current.signer : "-"};
    bool is_update = slots->current.trust != TRUST_SHIPPED; /* visitors saw it before */
    if (is_update && !history_add(in->store.fd, &entry))
        diag_warn(in->diags, (Mark){0}, "history", "", "the list of past updates was not saved");
    store_sweep(&in->store);
}

static Verdict switch_over(Install *in)
{
    progress_phase(in->progress, PROGRESS_SWITCHING, 0, 0);
    Slot slot = slot_make(in);
    Slots slots = slots_make(in, &slot);
    int folder = store_pack_folder(&in->store, in->identity.id);
    bool ok = folder >= 0 && slot_place(in, folder, &slot);
    if (ok) ok = slots_save(folder, &slots);
    Verdict verdict = ok ? VERDICT_INSTALLED : disk_refuse(in, errno, "Switching to the new pack");
    if (ok) switch_finish(in, folder, &slots);
    if (folder >= 0) close(folder);
    return verdict;
}

static Verdict install_steps(Install *in)
{
    typedef Verdict Step(Install *);
    static Step *const steps[] = {source_open, staging_make, source_copy, copy_verify,
                                  copy_judge,  copy_check,   switch_over};
    Verdict verdict = store_open_to_change(&in->store, in->job->state_dir, in->diags);
    for (size_t i = 0; i < ARRAY_LEN(steps) && verdict_goes_on(verdict); i++) {
        if (progress_is_stopped(in->progress)) return VERDICT_STOPPED;
        verdict = steps[i](in);
    }
    return verdict;
}

void install_run(const InstallJob *job, Arena *arena, InstallProgress *progress, InstallResult *out, Diags *diags)
{
    *out = (InstallResult){0};
    Install in = {.job = job,
                  .arena = arena,
                  .progress = progress,
                  .out = out,
                  .diags = diags,
                  .staging = -1,
                  .bundle = {.tree = {.fd = -1}}};
    in.folder = folder_shown(arena, job->source, job->relative);
    sodium_ready();
    progress_phase(progress, PROGRESS_LOOKING, 0, 0);
    out->verdict = install_steps(&in);
    out->sentence = verdict_text(arena, out->verdict, out->pin_reason, in.bytes_needed, in.bytes_free);
    bundle_close(&in.bundle);
    staging_drop(&in);
    store_close(&in.store);
    diags_sort(diags);
    progress_phase(progress, PROGRESS_DONE, 0, 0);
}
