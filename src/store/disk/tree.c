#include "store/disk/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/mem.h"

int open_beneath(int root, const char *path, int flags)
{
    struct open_how how = {
        .flags = (uint64_t)(unsigned)(flags | O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY),
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, root, path[0] ? path : ".", &how, sizeof(how));
}

bool read_problem(Diags *diags, Mark at, int error)
{
    if (error == EMFILE || error == ENFILE)
        return diag_error(diags, at, "kiosk-busy", "restart the kiosk and try again",
                          "the kiosk has too many files open");
    if (error == ENOSYS)
        return diag_error(diags, at, "old-system", "update its system; Linux 5.6 or later is needed",
                          "this system is too old to read a stick safely");
    return diag_error(diags, at, "stick-unreadable", "put the stick in again, or copy the pack to another stick",
                      "this could not be read: the stick is damaged, or was pulled out");
}

bool folder_list(int fd, Arena *arena, size_t most, const char ***names, size_t *count)
{
    return fs_list_open(arena, open_beneath(fd, "", O_DIRECTORY), most, names, count);
}

FsResult read_beneath(Arena *arena, int root, const char *name, size_t limit, Bytes *out)
{
    *out = (Bytes){"", 0};
    int fd = open_beneath(root, name, 0);
    if (fd < 0) return errno == ENOENT ? FS_MISSING : FS_UNREADABLE;
    FsResult result = fs_read_open(arena, fd, limit, out);
    int error = errno;
    close(fd);
    errno = error;
    return result;
}

/* One walk: the tree, and how much has been looked at, litter included. */
typedef struct Walk {
    Tree *tree;
    Arena *arena;
    Diags *diags;
    TreeFile *files;
    size_t capacity, entries;
    bool stopped; /* a limit was passed: no use to go on */
} Walk;

static const char *path_join(Arena *arena, const char *folder, const char *name)
{
    return folder[0] ? fs_join(arena, folder, name) : arena_copy(arena, name);
}

Mark tree_mark(const Tree *tree, Arena *arena, const char *path)
{
    return (Mark){path_join(arena, tree->name, path), 0, 0};
}

/* A place that can be printed, whatever the file is called. */
static Mark walk_mark(const Walk *walk, const char *folder, const char *name)
{
    return tree_mark(walk->tree, walk->arena, path_join(walk->arena, folder, name_shown(walk->arena, name)));
}

static void walk_stop(Walk *walk, const char *message)
{
    if (walk->stopped) return;
    walk->stopped = true;
    diag_error(walk->diags, (Mark){walk->tree->name, 0, 0}, "pack-too-big", "take out what does not belong there", "%s",
               message);
}

static bool status_is_plain(const Tree *tree, const struct stat *status)
{
    return S_ISREG(status->st_mode) && status->st_dev == tree->device && (status->st_nlink == 1 || tree->many_names);
}

static bool status_refuse(const Tree *tree, const struct stat *status, Mark at, Diags *diags)
{
    const char *what = S_ISLNK(status->st_mode)         ? "this is no file, but a link to one"
                       : !S_ISREG(status->st_mode)      ? "this is no file, but a device or pipe"
                       : status->st_dev != tree->device ? "this file is on another disk"
                                                        : "this file has a second name somewhere else";
    return diag_error(diags, at, "file-link", "copy the file itself into the pack", "%s", what);
}

static void file_add(Walk *walk, const char *path, FileKind kind, uint64_t bytes, uint64_t bytes_max)
{
    Tree *tree = walk->tree;
    if (tree->count == TREE_FILES_MAX) {
        walk_stop(walk, "this folder has more than 20,000 files");
        return;
    }
    walk->files = mem_grow(walk->files, tree->count, &walk->capacity, sizeof(*walk->files));
    walk->files[tree->count++] = (TreeFile){path, kind, bytes, bytes_max};
    tree->bytes += bytes;
    if (tree->bytes > TREE_BYTES_MAX) walk_stop(walk, "this folder has more than 128 MiB");
}

static bool file_too_big(Diags *diags, Mark at, uint64_t bytes_max)
{
    enum { KIB = 1024 };
    bool in_mib = bytes_max >= KIB * KIB;
    return diag_error(diags, at, "file-too-big", "make it smaller", "this file is too big; %llu %s is the most",
                      (unsigned long long)(bytes_max / (in_mib ? KIB * KIB : KIB)), in_mib ? "MiB" : "KiB");
}

static void file_walk(Walk *walk, const char *folder, const char *name, const struct stat *status)
{
    Mark at = walk_mark(walk, folder, name);
    uint64_t bytes_max = 0;
    FileKind kind = name_file_kind(name, folder[0] == '\0', &bytes_max, at, walk->diags);
    if (kind == FILE_NONE) return;
    if (!status_is_plain(walk->tree, status))
        status_refuse(walk->tree, status, at, walk->diags);
    else if (status->st_size < 0 || (uint64_t)status->st_size > bytes_max)
        file_too_big(walk->diags, at, bytes_max);
    else
        file_add(walk, path_join(walk->arena, folder, name), kind, (uint64_t)status->st_size, bytes_max);
}

static void folder_walk(Walk *walk, const char *folder, int depth);

static void entry_walk(Walk *walk, int fd, const char *folder, const char *name, int depth)
{
    struct stat status;
    Mark at = walk_mark(walk, folder, name);
    if (fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        read_problem(walk->diags, at, errno);
    } else if (!S_ISDIR(status.st_mode)) {
        file_walk(walk, folder, name, &status);
    } else if (status.st_dev != walk->tree->device) {
        diag_error(walk->diags, at, "file-link", "copy the folder itself into the pack",
                   "this folder is on another disk");
    } else if (depth == TREE_DEPTH_MAX) {
        diag_error(walk->diags, at, "folder-too-deep", "move what is in it further up",
                   "folders go three deep at most");
    } else if (name_is_folder(name, at, walk->diags)) {
        folder_walk(walk, path_join(walk->arena, folder, name), depth + 1);
    }
}

static int name_case_compare(const void *a, const void *b)
{
    return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

/* Windows, Macs and most sticks take "A.svg" and "a.svg" for one file; so may not we. */
static void twins_refuse(Walk *walk, const char *folder, const char **names, size_t count)
{
    if (count < 2) return;
    const char **folded = ARENA_ARRAY(walk->arena, const char *, count);
    memcpy(folded, names, count * sizeof(*names));
    qsort(folded, count, sizeof(*folded), name_case_compare);
    for (size_t i = 1; i < count; i++)
        if (strcasecmp(folded[i - 1], folded[i]) == 0)
            diag_error(walk->diags, walk_mark(walk, folder, folded[i]), "file-name", "rename one of them",
                       "two names here differ only in capital letters");
}

static void folder_walk(Walk *walk, const char *folder, int depth)
{
    const char **names;
    size_t count;
    int fd = open_beneath(walk->tree->fd, folder, O_DIRECTORY);
    bool listed = fd >= 0 && folder_list(fd, walk->arena, TREE_ENTRIES_MAX - walk->entries, &names, &count);
    if (!listed && errno == EFBIG) {
        walk_stop(walk, "this folder has more than 20,000 files");
    } else if (!listed) {
        read_problem(walk->diags, tree_mark(walk->tree, walk->arena, folder), errno);
    } else {
        walk->entries += count;
        twins_refuse(walk, folder, names, count);
        for (size_t i = 0; i < count && !walk->stopped; i++)
            if (!name_is_litter(names[i])) entry_walk(walk, fd, folder, names[i], depth);
    }
    if (fd >= 0) close(fd);
}

static int file_compare(const void *a, const void *b)
{
    return strcmp(((const TreeFile *)a)->path, ((const TreeFile *)b)->path);
}

/* NTFS keeps a short name beside each long one, and its drivers count it as a second name of the file. */
static bool counts_short_names(int fd)
{
    enum { NTFS_MAGIC = 0x5346544e, NTFS3_MAGIC = 0x7366746e, FUSE_MAGIC = 0x65735546 };
    struct statfs system;
    if (fstatfs(fd, &system) != 0) return false;
    return system.f_type == NTFS_MAGIC || system.f_type == NTFS3_MAGIC || system.f_type == FUSE_MAGIC;
}

bool tree_open(Tree *tree, Arena *arena, int root, const char *relative, const char *name, Diags *diags)
{
    size_t errors_before = diags->errors;
    struct stat status;
    *tree = (Tree){.fd = open_beneath(root, relative, O_DIRECTORY), .name = name};
    if (tree->fd < 0 || fstat(tree->fd, &status) != 0) return read_problem(diags, (Mark){name, 0, 0}, errno);
    tree->device = status.st_dev;
    tree->many_names = counts_short_names(tree->fd);
    Walk walk = {.tree = tree, .arena = arena, .diags = diags};
    folder_walk(&walk, "", 0);
    if (tree->count > 0) {
        tree->files = ARENA_ARRAY(arena, TreeFile, tree->count);
        memcpy(tree->files, walk.files, tree->count * sizeof(TreeFile));
        qsort(tree->files, tree->count, sizeof(TreeFile), file_compare);
    }
    free(walk.files);
    return diags->errors == errors_before;
}

void tree_close(Tree *tree)
{
    if (tree->fd >= 0) close(tree->fd);
    tree->fd = -1;
}

const TreeFile *tree_find(const Tree *tree, const char *path)
{
    TreeFile key = {.path = path};
    if (tree->count == 0) return NULL;
    return bsearch(&key, tree->files, tree->count, sizeof(TreeFile), file_compare);
}

int tree_open_file(const Tree *tree, const TreeFile *file, Diags *diags)
{
    Arena scratch = {0};
    struct stat status;
    Mark at = tree_mark(tree, &scratch, file->path);
    int fd = open_beneath(tree->fd, file->path, 0);
    bool ok = fd >= 0 && fstat(fd, &status) == 0;
    if (!ok)
        read_problem(diags, at, errno);
    else if (!status_is_plain(tree, &status))
        ok = status_refuse(tree, &status, at, diags);
    else if (status.st_size < 0 || (uint64_t)status.st_size > file->bytes_max)
        ok = file_too_big(diags, at, file->bytes_max);
    arena_free(&scratch);
    if (ok) return fd;
    if (fd >= 0) close(fd);
    return -1;
}

bool tree_read(const Tree *tree, const TreeFile *file, Arena *arena, Bytes *out, Diags *diags)
{
    int fd = tree_open_file(tree, file, diags);
    if (fd < 0) return false;
    FsResult result = fs_read_open(arena, fd, (size_t)file->bytes, out);
    int error = result == FS_UNREADABLE ? errno : EIO;
    close(fd);
    if (result == FS_OK && out->count == file->bytes) return true;
    return read_problem(diags, tree_mark(tree, arena, file->path), error);
}
