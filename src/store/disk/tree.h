/* tree.h - walks a folder from outside the kiosk, such as a pack on a stick, without trusting anything in it.
 *
 * Every file is opened beneath the folder only (openat2: no links, no other file system), and must be an ordinary file
 * with one name, of a kind, size and count that a pack may have. Each refusal has a sentence of its own. */
#ifndef HEARTH_TREE_H
#define HEARTH_TREE_H

#include <sys/types.h>

#include "store/disk/names.h"

enum { TREE_FILES_MAX = 20000, TREE_ENTRIES_MAX = 40000, TREE_DEPTH_MAX = 3 };
#define TREE_BYTES_MAX (UINT64_C(128) * 1024 * 1024)

typedef struct TreeFile {
    const char *path; /* within the tree: "en/anxious.yaml" */
    FileKind kind;
    uint64_t bytes, bytes_max; /* as the file system says; reading checks it */
} TreeFile;

typedef struct Tree {
    int fd; /* the folder; -1 when closed */
    dev_t device;
    bool many_names;  /* a file system that counts a file's second, short name */
    const char *name; /* what its files are reported under: "relationships" */
    TreeFile *files;  /* sorted by path, bytewise; manifest and signature among them */
    size_t count;
    uint64_t bytes;
} Tree;

/* Walks the folder `relative` ("" for itself) beneath the open folder `root`. Reports every problem; false if there was
 * an error. Tree and reports are in `arena`; tree_close() either way. */
MUST_USE bool tree_open(Tree *tree, Arena *arena, int root, const char *relative, const char *name, Diags *diags);
/* Closes the folder; the lists stay in their arena. */
void tree_close(Tree *tree);

/* Opens one of its files for reading; -1, with a problem reported, if it is not what it was during the walk. */
MUST_USE int tree_open_file(const Tree *tree, const TreeFile *file, Diags *diags);
/* Reads a whole file of the tree. */
MUST_USE bool tree_read(const Tree *tree, const TreeFile *file, Arena *arena, Bytes *out, Diags *diags);
/* Returns the file with this path; NULL if the walk found none. */
const TreeFile *tree_find(const Tree *tree, const char *path);
/* Returns the place "NAME/path" for a report, in `arena`. */
Mark tree_mark(const Tree *tree, Arena *arena, const char *path);

/* Opens `path` beneath `root`, following nothing and leaving nothing; -1 with errno. "" opens `root` itself again. */
MUST_USE int open_beneath(int root, const char *path, int flags);
/* Reads a whole small file beneath the open folder `root`, at most `limit` bytes of it. FS_MISSING only if the folder
 * says that there is none; errno otherwise. In `arena`, with a NUL behind it. */
MUST_USE FsResult read_beneath(Arena *arena, int root, const char *name, size_t limit, Bytes *out);
/* Names in an open folder, sorted, at most `most`; false if it cannot be read or has more. In `arena`. */
MUST_USE bool folder_list(int fd, Arena *arena, size_t most, const char ***names, size_t *count);
/* Reports that reading failed, saying that nothing was changed. Returns false. */
bool read_problem(Diags *diags, Mark at, int error);

#endif
