/* fs.h - reading files under a size limit, and paths that stay inside a folder. */
#ifndef HEARTH_FS_H
#define HEARTH_FS_H

#include "base/arena.h"

typedef enum FsResult { FS_OK, FS_MISSING, FS_TOO_BIG, FS_NOT_A_FILE, FS_UNREADABLE } FsResult;

typedef struct Bytes {
    const char *data; /* followed by a NUL that is not counted */
    size_t count;
} Bytes;

/* Reads a whole regular file of at most `limit` bytes into `arena`. FS_MISSING only if there is no such file: every
 * other failure may pass, or may hide a file. errno says which. */
MUST_USE FsResult fs_read(Arena *arena, const char *path, size_t limit, Bytes *out);
/* The same for a file that is open, from its beginning; `fd` stays open. */
MUST_USE FsResult fs_read_open(Arena *arena, int fd, size_t limit, Bytes *out);

/* True if `path` is relative, uses '/', and no part of it is empty, "." or ".." or starts with a
 * dot: the only kind of path that a pack may name. */
bool fs_path_is_inside(const char *path);
/* Returns "dir/name", in `arena`; a slash at the end of `dir` is not doubled. */
MUST_USE char *fs_join(Arena *arena, const char *dir, const char *name);
/* True if `path` leads to a folder; false also if that cannot be found out. */
bool fs_is_dir(const char *path);
/* The same for an ordinary file. */
bool fs_is_file(const char *path);
/* Makes `path` and what is missing above it (mode 0755). True if it is a folder at the end. */
MUST_USE bool fs_make_dirs(const char *path);

/* Names of entries, sorted by byte value, without "." and "..". NULL-terminated, in `arena`. False, with errno, if the
 * folder cannot be read to its end; then *names are those that were found before. */
MUST_USE bool fs_list(Arena *arena, const char *dir, const char ***names, size_t *count);
/* The same for an open folder, at most `most` names: EFBIG if there are more. Closes `fd`, in any case; -1 fails with
 * the errno that is set already. */
MUST_USE bool fs_list_open(Arena *arena, int fd, size_t most, const char ***names, size_t *count);

#endif
