#include "store/slots/inspect.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "store/disk/durable.h"

static const char scratch_pack[] =
    "pack"; /* the copy's folder; problems found in it are reported under the pack's own */

const char *verdict_text(Arena *arena, Verdict verdict, PinReason reason, uint64_t bytes_needed, uint64_t bytes_free)
{
    if (verdict == VERDICT_REFUSED_SPACE)
        return arena_format(arena, "This pack needs %s on the kiosk, and %s are free. %s",
                            bytes_text(arena, bytes_needed), bytes_text(arena, bytes_free), verdict_sentence(verdict));
    if (reason == PIN_NOT_NEEDED || verdict != VERDICT_READY_NEEDS_PIN) return verdict_sentence(verdict);
    return arena_format(arena, "%s %s", verdict_sentence(verdict), pin_reason_sentence(reason));
}

static void manifest_load(Arena *arena, const char *dir, Manifest *out)
{
    Bytes bytes;
    Diags unheard = {0};
    bool ok = fs_read(arena, fs_join(arena, dir, MANIFEST_NAME), MANIFEST_BYTES_MAX, &bytes) == FS_OK &&
              manifest_parse(arena, MANIFEST_NAME, bytes, out, &unheard);
    if (!ok) *out = (Manifest){0};
    diags_free(&unheard);
}

void installed_read(const Store *store, Arena *arena, const char *id, bool thoroughly, Installed *out)
{
    StorePack pack;
    bool found = store_find(store, arena, id, &pack);
    *out = (Installed){.is_there = found, .slots = pack.slots, .is_unreadable = pack.is_unreadable};
    if (!out->is_there) return;
    manifest_load(arena, pack.dir, &out->manifest);
    Diags unheard = {0};
    int folder = thoroughly ? open_beneath(store->packs, id, O_DIRECTORY) : -1;
    out->is_sound = !thoroughly || (folder >= 0 && slot_verify(folder, &pack.slots.current, NULL, &unheard));
    if (folder >= 0) close(folder);
    diags_free(&unheard);
}

/* The first folder that is ours to write in and has room: memory rather than disk. NULL if there is none. */
static const char *scratch_choose(Arena *arena, const char *state_dir, uint64_t needed)
{
    const char *const candidates[] = {getenv("RUNTIME_DIRECTORY"), getenv("XDG_RUNTIME_DIR"), "/dev/shm", "/tmp",
                                      state_dir};
    for (size_t i = 0; i < ARRAY_LEN(candidates); i++) {
        struct statvfs system;
        const char *dir = candidates[i];
        if (!dir || dir[0] != '/' || access(dir, W_OK | X_OK) != 0 || statvfs(dir, &system) != 0) continue;
        uint64_t bytes_free = (uint64_t)system.f_bavail * (uint64_t)system.f_frsize;
        if (bytes_free / 2 >= needed) return arena_format(arena, "%s/hearth-look-XXXXXX", dir);
    }
    return NULL;
}

/* One inspection, from the stick to the verdict. */
typedef struct Inspection {
    const InspectJob *job;
    Arena *arena;
    InstallProgress *progress;
    FoundPack *out;
    Store store;
    Keys keys;
    Bundle bundle;
    Identity identity;
    Installed installed;
    const ShownPack *shown; /* it is not installed, but came with the program; else NULL */
    char *scratch;          /* the folder made for it */
    const char *copy;       /* the pack within */
} Inspection;

/* Takes the pack as it lies on the stick. */
static Verdict look_in_place(Inspection *look)
{
    const InspectJob *job = look->job;
    look->copy = job->relative[0] ? fs_join(look->arena, job->source, job->relative) : job->source;
    if (look->bundle.is_signed) return VERDICT_UNDECIDED;
    bool ok = folder_measure(look->arena, look->copy, look->out->folder, &look->bundle.manifest, &look->out->diags);
    return ok ? VERDICT_UNDECIDED : VERDICT_REFUSED_UNREADABLE;
}

/* Copies what will be read; recordings are only measured. */
static Verdict look_copy(Inspection *look)
{
    if (look->job->is_trial) return look_in_place(look);
    uint64_t needed = bundle_bytes_needed(&look->bundle.tree);
    Diags *diags = &look->out->diags;
    const char *template = scratch_choose(look->arena, look->job->state_dir, needed);
    look->scratch = template ? arena_copy(look->arena, template) : NULL;
    if (!look->scratch) return VERDICT_REFUSED_SPACE;
    if (!mkdtemp(look->scratch)) {
        look->scratch = NULL;
        disk_problem(diags, errno, "Making room to look at the pack");
        return VERDICT_REFUSED_DISK;
    }
    look->copy = fs_join(look->arena, look->scratch, scratch_pack);
    int to = mkdir(look->copy, 0700) == 0 ? open(look->copy, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (to < 0) {
        disk_problem(diags, errno, "Making room to look at the pack");
        return VERDICT_REFUSED_DISK;
    }
    const CopyJob copy = {&look->bundle.tree, to, false, false};
    CopyResult result = copy_tree(&copy, look->arena, &look->bundle.manifest, look->progress, diags);
    close(to);
    return verdict_of_copying(result);
}

static Verdict look_identity(Inspection *look)
{
    Diags found = {0};
    bool ok = identity_read(look->arena, look->copy, scratch_pack, &look->identity, &found);
    diags_move(&found, &look->out->diags, scratch_pack, look->out->folder);
    look->out->id = look->identity.id;
    look->out->version = look->identity.version;
    if (!ok) return VERDICT_REFUSED_IDENTITY;
    look->out->title = look->identity.title;
    look->out->is_site = look->identity.is_site;
    installed_read(&look->store, look->arena, look->identity.id, true, &look->installed);
    if (look->installed.is_unreadable) {
        disk_problem(&look->out->diags, EIO, "Reading what is installed");
        return VERDICT_REFUSED_DISK;
    }
    if (look->installed.is_there)
        look->out->version_before = arena_copy(look->arena, look->installed.slots.current.version);
    else
        look->shown = shown_find(&look->job->shown, look->identity.id);
    if (look->shown) look->out->version_before = look->shown->version;
    return bundle_finish(&look->bundle, look->arena, &look->identity, &look->installed.slots, &look->out->diags);
}

/* What visitors see of it now. False: nothing. */
static bool before_find(Inspection *look, DiffSide *before, Manifest *measured)
{
    StorePack current;
    Diags unheard = {0};
    bool found = false;
    *before = (DiffSide){NULL, &look->installed.manifest};
    if (look->shown) {
        found = folder_measure(look->arena, look->shown->dir, look->out->folder, measured, &unheard);
        *before = (DiffSide){look->shown->dir, measured};
    } else if (look->installed.manifest.count > 0) {
        found = store_find(&look->store, look->arena, look->identity.id, &current);
        if (found) before->dir = current.dir;
    }
    diags_free(&unheard);
    return found;
}

static void look_diff(Inspection *look)
{
    DiffSide before;
    Manifest measured = {0};
    bool has_before = before_find(look, &before, &measured);
    const DiffSide after = {look->copy, &look->bundle.manifest};
    pack_diff(look->arena, has_before ? &before : NULL, &after, &look->out->diff);
    look->out->diff_is_made = true;
}

/* True if it is, file by file, what came with the program. */
static bool look_is_shown(const Inspection *look)
{
    const FoundPack *out = look->out;
    return look->shown && !out->diff.is_new && pack_diff_is_empty(&out->diff) &&
           strcmp(out->version, look->shown->version) == 0;
}

static Verdict look_check(Inspection *look)
{
    const InspectJob *job = look->job;
    if (!job->check) return VERDICT_UNDECIDED;
    progress_phase(look->progress, PROGRESS_CHECKING, 0, 0);
    Diags found = {0};
    bool ok = job->check(job->check_context, look->copy, look->identity.is_site, &found);
    diags_move(&found, &look->out->diags, scratch_pack, look->out->folder);
    return ok ? VERDICT_UNDECIDED : VERDICT_REFUSED_CONTENT;
}

/* From the stick to the verdict; stops at the first refusal. */
static Verdict look_judge(Inspection *look, int root)
{
    FoundPack *out = look->out;
    keys_load(look->arena, look->store.fd, &look->keys, &out->diags);
    Verdict verdict =
        bundle_open(&look->bundle, look->arena, root, look->job->relative, out->folder, &look->keys, &out->diags);
    const Bundle *bundle = &look->bundle;
    out->files = bundle->tree.count;
    out->bytes = bundle->tree.bytes;
    out->is_signed = bundle->is_signed;
    if (bundle->is_signed) out->key_number = arena_copy(look->arena, key_id_text(bundle->key_id).hex);
    if (bundle->signer) out->signer = bundle->signer->name;
    if (bundle->is_signed) out->made = bundle->manifest.made;
    if (!verdict_goes_on(verdict)) return verdict;
    out->bytes_needed = bundle_bytes_needed(&bundle->tree);
    verdict = look_copy(look);
    if (verdict_goes_on(verdict)) verdict = look_identity(look);
    if (!verdict_goes_on(verdict)) return verdict;
    out->manifest = bundle->digest;
    look_diff(look);
    if (look_is_shown(look)) return VERDICT_SAME;
    verdict = bundle_judge(bundle, &look->installed, &out->diff, &out->pin_reason);
    if (!verdict_is_ready(verdict)) return verdict;
    Verdict checked = look_check(look);
    if (!verdict_goes_on(checked)) return checked;
    return out->bytes_free < out->bytes_needed ? VERDICT_REFUSED_SPACE : verdict;
}

void inspect_run(const InspectJob *job, Arena *arena, InstallProgress *progress, FoundPack *out)
{
    *out = (FoundPack){.path = arena_copy(arena, job->relative),
                       .folder = folder_shown(arena, job->source, job->relative)};
    Inspection look = {.job = job, .arena = arena, .progress = progress, .out = out, .bundle = {.tree = {.fd = -1}}};
    progress_phase(progress, PROGRESS_LOOKING, 0, 0);
    store_open_to_read(&look.store, job->state_dir);
    if (!store_free_bytes(&look.store, &out->bytes_free)) out->bytes_free = UINT64_MAX;
    int root = open(job->source, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) {
        read_problem(&out->diags, (Mark){out->folder, 0, 0}, errno);
        out->verdict = VERDICT_REFUSED_UNREADABLE;
    } else {
        out->verdict = look_judge(&look, root);
        close(root);
    }
    out->sentence = verdict_text(arena, out->verdict, out->pin_reason, out->bytes_needed, out->bytes_free);
    bundle_close(&look.bundle);
    out->scratch = look.scratch;
    out->copy = look.copy;
    if (!job->keeps_copy || !verdict_is_ready(out->verdict)) found_pack_drop_copy(out);
    store_close(&look.store);
    diags_sort(&out->diags);
    progress_phase(progress, PROGRESS_DONE, 0, 0);
}

void found_pack_drop_copy(FoundPack *pack)
{
    if (pack->scratch) durable_remove_tree(AT_FDCWD, pack->scratch);
    pack->scratch = pack->copy = NULL;
}

void found_pack_free(FoundPack *pack)
{
    found_pack_drop_copy(pack);
    diags_free(&pack->diags);
    *pack = (FoundPack){0};
}
