#include "store/stick/stick.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "yaml/ynode.h"

enum { STICK_ENTRIES_MAX = 20000 };

typedef struct Search {
    Arena *arena;
    StickReport *out;
    int root;
    size_t folders;
    const char *archive, *part; /* the first of each, or NULL */
    bool failed;                /* something could not be read */
} Search;

static bool has_file(int folder, const char *name)
{
    struct stat status;
    return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode);
}

/* Each language folder of a pack has a pack.yaml, too; but only the pack's own says which format it is in. */
static bool is_language_folder(Search *search, int folder)
{
    Arena scratch = {0};
    Diags unheard = {0};
    Bytes bytes;
    FsResult result = read_beneath(&scratch, folder, "pack.yaml", YAML_FILE_BYTES_MAX, &bytes);
    if (result == FS_UNREADABLE) search->failed = true;
    bool is_read = result == FS_OK && bytes.count > 0;
    const YNode *root = is_read ? yaml_parse(&scratch, "pack.yaml", bytes.data, bytes.count, &unheard) : NULL;
    bool is_language =
        root && root->kind == Y_MAP && !ynode_get(root, "hearth") && !ynode_get(root, "id") && ynode_get(root, "title");
    diags_free(&unheard);
    arena_free(&scratch);
    return is_language;
}

static void pack_add(Search *search, const char *path)
{
    StickReport *out = search->out;
    if (out->count == STICK_PACKS_MAX) return;
    FoundPack *pack = &out->packs[out->count++];
    pack->path = path;
    pack->folder = folder_shown(search->arena, path[0] ? path : "stick", "");
}

/* True if the folder is a pack, or a part of one: then nothing below it is looked at. */
static bool folder_is_pack(Search *search, int folder, const char *path)
{
    bool plain = has_file(folder, "pack.yaml");
    if (plain && is_language_folder(search, folder)) {
        if (!search->part) search->part = path[0] ? path : "the stick";
        return true;
    }
    if (!plain && !has_file(folder, "site.yaml") && !has_file(folder, MANIFEST_NAME)) return false;
    pack_add(search, path);
    return true;
}

static void folder_search(Search *search, const char *path, int depth);

static void entry_search(Search *search, int folder, const char *path, const char *name, int depth)
{
    struct stat status;
    if (name_is_litter(name)) return;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        search->failed = true;
    } else if (S_ISREG(status.st_mode)) {
        if (!search->archive && name_is_archive(name)) search->archive = name_shown(search->arena, name);
    } else if (S_ISDIR(status.st_mode) && depth < STICK_DEPTH_MAX) {
        folder_search(search, path[0] ? fs_join(search->arena, path, name) : arena_copy(search->arena, name),
                      depth + 1);
    }
}

static void folder_search(Search *search, const char *path, int depth)
{
    const char **names;
    size_t count;
    if (search->folders++ >= STICK_FOLDERS_MAX) return;
    int folder = open_beneath(search->root, path, O_DIRECTORY);
    if (folder < 0) {
        search->failed = true;
        return;
    }
    if (!folder_is_pack(search, folder, path)) {
        if (!folder_list(folder, search->arena, STICK_ENTRIES_MAX, &names, &count) && errno != EFBIG)
            search->failed = true;
        for (size_t i = 0; i < count; i++) entry_search(search, folder, path, names[i], depth);
    }
    close(folder);
}

static StickState search_state(const Search *search)
{
    if (search->out->count > 0) return STICK_PACKS;
    if (search->failed) return STICK_UNREADABLE;
    if (search->part) return STICK_PART;
    return search->archive ? STICK_ARCHIVE : STICK_EMPTY;
}

static const char *search_sentence(const Search *search)
{
    Arena *arena = search->arena;
    switch (search->out->state) {
    case STICK_PACKS:
        return search->out->count == 1
                   ? "There is one pack on this stick."
                   : arena_format(arena, "There are %zu packs on this stick. Choose one.", search->out->count);
    case STICK_ARCHIVE:
        return arena_format(arena,
                            "“%s” is an archive, which the kiosk does not open, so nothing was changed. Unpack it on a "
                            "computer, and copy the folder that was inside to the stick.",
                            search->archive);
    case STICK_PART:
        return arena_format(
            arena,
            "Only a part of a pack is on this stick (“%s” is a language folder), so nothing was changed. "
            "Copy the whole folder of the pack to the stick.",
            name_shown(arena, search->part));
    case STICK_UNREADABLE:
        return "This stick cannot be read, so nothing was changed. Try it in a computer; if it works there, copy the "
               "pack to "
               "another stick.";
    case STICK_EMPTY: break;
    }
    return "There is no Hearth pack on this stick, so nothing was changed. A pack is a folder with a file called "
           "pack.yaml in "
           "it; copy that whole folder to the stick.";
}

void stick_find(Arena *arena, const char *root, StickReport *out)
{
    *out = (StickReport){.packs = ARENA_ARRAY(arena, FoundPack, STICK_PACKS_MAX)};
    Search search = {.arena = arena, .out = out, .root = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (search.root < 0)
        search.failed = true;
    else
        folder_search(&search, "", 0);
    out->state = search_state(&search);
    out->sentence = search_sentence(&search);
    if (out->state == STICK_ARCHIVE) out->found = search.archive;
    if (out->state == STICK_PART) out->found = name_shown(arena, search.part);
    if (search.root >= 0) close(search.root);
}

void stick_inspect(const InspectJob *like, const char *root, Arena *arena, InstallProgress *progress,
                   StickReport *report)
{
    uint64_t kept = 0;
    for (size_t i = 0; i < report->count && !progress_is_stopped(progress); i++) {
        FoundPack *pack = &report->packs[i];
        InspectJob job = *like;
        job.source = root;
        job.relative = pack->path;
        inspect_run(&job, arena, progress, pack);
        if (kept + pack->bytes > STICK_COPIES_BYTES_MAX) found_pack_drop_copy(pack);
        if (pack->copy) kept += pack->bytes;
    }
}

void stick_report_free(StickReport *report)
{
    for (size_t i = 0; i < report->count; i++) found_pack_free(&report->packs[i]);
    *report = (StickReport){0};
}
