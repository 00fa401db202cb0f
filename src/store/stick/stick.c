#include "store/stick/stick.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "yaml/ynode.h"

enum { STICK_ENTRIES_MAX = 20000 };

/* A folder that is still to be looked at. */
typedef struct Waiting {
    const char *path;
    int depth;
} Waiting;

/* Folders are looked at level by level, so that a pack at the top is found however many folders lie beside it. */
typedef struct Search {
    Arena *arena;
    StickReport *out;
    int root;
    Waiting *folders;
    size_t folder_count, folder_room;
    const char *archive, *part, *misnamed, *alone; /* the first of each, or NULL */
    bool failed;                                   /* something could not be read */
    bool gave_up;                                  /* there are more folders, or deeper ones */
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

/* "pack.yaml.txt", as an editor saves it, and "pack.yml". */
static bool name_is_misnamed(const char *name)
{
    static const char *const names[] = {"pack.yaml.txt",  "site.yaml.txt", "pack.yml", "site.yml",
                                        "pack.yaml.yaml", "pack.yaml.rtf", "pack.txt", "pack.yaml.docx"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (strcasecmp(name, names[i]) == 0) return true;
    return false;
}

/* A file that belongs into a pack, and lies outside of one. */
static bool name_is_part(const char *name)
{
    return strcasecmp(name, "therapists.csv") == 0 || (str_ends(name, ".yaml") && name[0] != '.');
}

static void file_note(Search *search, const char *path, const char *name)
{
    const char *whole = path[0] ? fs_join(search->arena, path, name) : name;
    if (!search->archive && name_is_archive(name)) search->archive = name_shown(search->arena, name);
    if (!search->misnamed && name_is_misnamed(name)) search->misnamed = name_shown(search->arena, whole);
    if (!search->alone && name_is_part(name)) search->alone = name_shown(search->arena, whole);
}

static void folder_wait(Search *search, const char *path, int depth)
{
    if (depth > STICK_DEPTH_MAX || search->folder_count >= STICK_FOLDERS_MAX) {
        search->gave_up = true;
        return;
    }
    search->folders = arena_grow(search->arena, search->folders, search->folder_count, &search->folder_room,
                                 sizeof(*search->folders));
    search->folders[search->folder_count++] = (Waiting){path, depth};
}

static void entry_search(Search *search, int folder, const Waiting *in, const char *name)
{
    struct stat status;
    if (name_is_litter(name)) return;
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        search->failed = true;
    else if (S_ISREG(status.st_mode))
        file_note(search, in->path, name);
    else if (S_ISDIR(status.st_mode))
        folder_wait(search, in->path[0] ? fs_join(search->arena, in->path, name) : arena_copy(search->arena, name),
                    in->depth + 1);
}

static void folder_search(Search *search, Waiting in)
{
    const char **names;
    size_t count;
    int folder = open_beneath(search->root, in.path, O_DIRECTORY);
    if (folder < 0) {
        search->failed = true;
        return;
    }
    if (!folder_is_pack(search, folder, in.path)) {
        if (!folder_list(folder, search->arena, STICK_ENTRIES_MAX, &names, &count) && errno != EFBIG)
            search->failed = true;
        for (size_t i = 0; i < count; i++) entry_search(search, folder, &in, names[i]);
    }
    close(folder);
}

static StickState search_state(const Search *search)
{
    if (search->out->count > 0) return STICK_PACKS;
    if (search->failed) return STICK_UNREADABLE;
    if (search->misnamed) return STICK_MISNAMED;
    if (search->part) return STICK_PART;
    if (search->alone) return STICK_ALONE;
    if (search->archive) return STICK_ARCHIVE;
    return search->gave_up ? STICK_DEEP : STICK_EMPTY;
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
    case STICK_MISNAMED:
        return arena_format(arena,
                            "“%s” has another name than it must have, so nothing was changed. Rename it on a computer, "
                            "to pack.yaml or site.yaml: some editors add .txt, which Windows does not show.",
                            search->misnamed);
    case STICK_ALONE:
        return arena_format(arena,
                            "There is “%s” on this stick, but not the pack that it belongs to, so nothing was changed. "
                            "Copy the whole folder with pack.yaml or site.yaml in it to the stick.",
                            search->alone);
    case STICK_DEEP:
        return "There are more folders on this stick than are looked through, and no pack was among them, so nothing "
               "was "
               "changed. Copy the pack to the top of the stick.";
    case STICK_STOPPED:
        return "The kiosk could not finish looking at this stick, now or the last time, so nothing was changed. Check "
               "the "
               "pack with hearth check on a computer, and copy it to an empty stick.";
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
        folder_wait(&search, "", 0);
    for (size_t i = 0; i < search.folder_count; i++) folder_search(&search, search.folders[i]);
    out->state = search_state(&search);
    out->sentence = search_sentence(&search);
    if (out->state == STICK_ARCHIVE) out->found = search.archive;
    if (out->state == STICK_MISNAMED) out->found = search.misnamed;
    if (out->state == STICK_ALONE) out->found = search.alone;
    if (out->state == STICK_PART) out->found = name_shown(arena, search.part);
    if (search.root >= 0) close(search.root);
}

void stick_report_stopped(StickReport *out)
{
    const Search none = {.out = out};
    *out = (StickReport){.state = STICK_STOPPED};
    out->sentence = search_sentence(&none);
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
