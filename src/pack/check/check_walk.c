/* check_walk.c - everything that lies in a pack's folder, and what does not belong there. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "gfx/picture_header.h"
#include "pack/check/check.h"

enum { PACK_FILES_MAX = 20000, PACK_DEPTH_MAX = 3, FILE_NAME_MAX = 64 };
#define PACK_BYTES_MAX ((uint64_t)128 * 1024 * 1024)

typedef enum Folder { FOLDER_TOP, FOLDER_IMAGES, FOLDER_AUDIO, FOLDER_LANGUAGE } Folder;

static bool name_ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), ending_length = strlen(ending);
    return length > ending_length && strcasecmp(name + length - ending_length, ending) == 0;
}

static bool name_ends_with_any(const char *name, const char *const *endings)
{
    for (size_t i = 0; endings[i]; i++)
        if (name_ends_with(name, endings[i])) return true;
    return false;
}

/* What systems leave on sticks by themselves. */
static bool name_is_litter(const char *name)
{
    static const char *const litter[] = {"desktop.ini", "Thumbs.db", "System Volume Information", "$RECYCLE.BIN"};
    for (size_t i = 0; i < ARRAY_LEN(litter); i++)
        if (strcasecmp(name, litter[i]) == 0) return true;
    return name[0] == '.';
}

static const char *const folder_endings[][6] = {
    [FOLDER_TOP] = {".md", ".txt", ".minisig", NULL},
    [FOLDER_IMAGES] = {".svg", ".png", ".jpg", ".jpeg", NULL},
    [FOLDER_AUDIO] = {".ogg", ".opus", NULL},
    [FOLDER_LANGUAGE] = {".yaml", NULL},
};

static const char *const folder_wants[] = {
    [FOLDER_TOP] = "beside the folders stand pack.yaml and notes (.md, .txt)",
    [FOLDER_IMAGES] = "images are .svg, .png or .jpg",
    [FOLDER_AUDIO] = "recordings are .ogg or .opus",
    [FOLDER_LANGUAGE] = "a language folder has .yaml files only",
};

static bool file_belongs(const char *name, Folder folder)
{
    if (folder == FOLDER_TOP && (strcmp(name, "pack.yaml") == 0 || strcmp(name, "LICENSE") == 0)) return true;
    return name_ends_with_any(name, folder_endings[folder]);
}

static void file_kind_check(Check *check, Mark at, const char *name, Folder folder)
{
    static const char *const fonts[] = {".ttf", ".otf", ".ttc", ".woff", ".woff2", ".pfb", NULL};
    const char *hint = name_ends_with(name, ".yml") ? "end its name in .yaml" : folder_wants[folder];
    if (name_ends_with_any(name, fonts))
        diag_error(check->diags, at, "font-file", "take it out; the screen has fonts for each language",
                   "a pack may not bring fonts");
    else if (!file_belongs(name, folder))
        diag_error(check->diags, at, "file-kind", hint, "\"%s\" does not belong here", name);
}

static void file_name_check(Check *check, Mark at, const char *name, Folder folder)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789.-_");
    bool is_note = folder == FOLDER_TOP && file_belongs(name, folder);
    if (!is_note && (name[length] != '\0' || length > FILE_NAME_MAX))
        diag_error(check->diags, at, "file-name", "rename it, here and where it is used",
                   "names of files have small letters a to z, digits, dots, hyphens and underscores, 64 at most");
}

static void found_add(Check *check, const char *path, const char *name, Folder folder, uint64_t bytes)
{
    FoundFiles *found = &check->found;
    found->items = arena_grow(&check->arena, found->items, found->count, &found->capacity, sizeof(*found->items));
    bool is_picture = folder == FOLDER_IMAGES && picture_kind_of_name(name) != PICTURE_UNKNOWN;
    found->items[found->count++] = (FoundFile){path, is_picture, false};
    found->bytes += bytes;
}

static void folder_walk(Check *check, const char *relative, Folder folder, int depth);

/* A folder at the top is one of the known; below, everything belongs to the folder above it. */
static void subfolder_walk(Check *check, const char *path, const char *name, Folder folder, int depth)
{
    bool is_lang = depth == 1 && pack_has_lang(check->pack, name);
    bool is_known = depth > 1 ? folder == FOLDER_IMAGES || folder == FOLDER_AUDIO
                              : is_lang || strcmp(name, "images") == 0 || strcmp(name, "audio") == 0;
    if (!is_known || depth > PACK_DEPTH_MAX) {
        bool may_be_lang = depth == 1 && pack_lang_is_valid(name);
        diag_warn(check->diags, check_whole_file(check, path), "unknown-folder",
                  may_be_lang ? "add it to languages in pack.yaml, or take the folder out"
                              : "a pack has images, audio, and a folder for each language",
                  "nothing in this folder is read");
        return;
    }
    if (depth == 1) folder = is_lang ? FOLDER_LANGUAGE : strcmp(name, "images") == 0 ? FOLDER_IMAGES : FOLDER_AUDIO;
    folder_walk(check, path, folder, depth);
}

static void entry_walk(Check *check, const char *path, const char *name, Folder folder, int depth)
{
    struct stat status;
    Mark at = check_whole_file(check, path);
    if (lstat(fs_join(&check->arena, check->pack->dir, path), &status) != 0) return;
    if (S_ISDIR(status.st_mode)) {
        subfolder_walk(check, path, name, folder, depth + 1);
    } else if (!S_ISREG(status.st_mode)) {
        diag_error(check->diags, at, "file-link", "copy the file itself into the pack", "this is no file, but a %s",
                   S_ISLNK(status.st_mode) ? "link to one" : "device or pipe");
    } else {
        file_kind_check(check, at, name, folder);
        file_name_check(check, at, name, folder);
        found_add(check, path, name, folder, (uint64_t)status.st_size);
    }
}

static void folder_walk(Check *check, const char *relative, Folder folder, int depth)
{
    const char **names;
    size_t count;
    const char *full = relative[0] ? fs_join(&check->arena, check->pack->dir, relative) : check->pack->dir;
    if (!fs_list(&check->arena, full, &names, &count)) return;
    for (size_t i = 0; i < count && check->found.count <= PACK_FILES_MAX; i++) {
        if (name_is_litter(names[i])) continue;
        const char *path = relative[0] ? fs_join(&check->arena, relative, names[i]) : names[i];
        entry_walk(check, path, names[i], folder, depth);
    }
}

static int found_compare(const void *a, const void *b)
{
    return strcmp(((const FoundFile *)a)->path, ((const FoundFile *)b)->path);
}

FoundFile *check_found(Check *check, const char *path)
{
    FoundFile key = {path, false, false};
    if (check->found.count == 0) return NULL;
    return bsearch(&key, check->found.items, check->found.count, sizeof(FoundFile), found_compare);
}

void check_walk(Check *check)
{
    FoundFiles *found = &check->found;
    folder_walk(check, "", FOLDER_TOP, 0);
    if (found->count > 0) qsort(found->items, found->count, sizeof(FoundFile), found_compare);
    if (found->count > PACK_FILES_MAX || found->bytes > PACK_BYTES_MAX)
        diag_error(check->diags, check_whole_file(check, "pack.yaml"), "pack-too-big", "make two packs of it",
                   "this pack has %s", found->count > PACK_FILES_MAX ? "more than 20,000 files" : "more than 128 MiB");
    for (size_t i = 0; i < found->count; i++)
        if (found->items[i].is_picture) check_picture_file(check, found->items[i].path);
}

/* "en/anxious.yaml" to "anxious", for a file in a folder of one of the languages. */
static const char *page_of_path(Check *check, const char *path)
{
    const char *slash = strchr(path, '/');
    if (!slash || !name_ends_with(path, ".yaml")) return NULL;
    const char *lang = arena_copy_bytes(&check->arena, path, (size_t)(slash - path));
    if (!pack_has_lang(check->pack, lang)) return NULL;
    return arena_copy_bytes(&check->arena, slash + 1, strlen(slash + 1) - strlen(".yaml"));
}

void rule_orphan_page(Check *check)
{
    static const char *const specials[] = {"pack", CRISIS_ID, REFLECTION_ID, READY_ID, SUPPORT_ID};
    for (size_t i = 0; i < check->found.count; i++) {
        const char *path = check->found.items[i].path, *id = page_of_path(check, path);
        PagePlace place;
        bool is_known = !id || pack_find(check->pack, id, &place);
        for (size_t j = 0; !is_known && j < ARRAY_LEN(specials); j++) is_known = strcmp(id, specials[j]) == 0;
        if (!is_known)
            diag_warn(check->diags, check_whole_file(check, path), "orphan-page",
                      arena_format(&check->arena, "add {id: %s} to a section in pack.yaml, or take the file out", id),
                      "no list names this page, so nobody can reach it");
    }
}

void rule_unused_picture(Check *check)
{
    for (size_t i = 0; i < check->found.count; i++)
        if (check->found.items[i].is_picture && !check->found.items[i].used)
            diag_warn(check->diags, check_whole_file(check, check->found.items[i].path), "unused-picture",
                      "use it, or take it out", "nothing uses this picture");
}
