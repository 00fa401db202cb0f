#include "store/stick/send.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store/disk/durable.h"
#include "store/disk/tree.h"

static bool text_send(Arena *arena, int fd, SendBytes *send, const char *what, const char *name, uint64_t bytes)
{
    const char *line = bytes == UINT64_MAX ? arena_format(arena, "%s %s\n", what, name)
                                           : arena_format(arena, "%s %s %llu\n", what, name, (unsigned long long)bytes);
    return send(fd, (Bytes){line, strlen(line)});
}

/* Sends one file: its size is said first, so all of it must be there. */
static bool file_send(const Tree *tree, const TreeFile *file, Arena *arena, int fd, SendBytes *send,
                      InstallProgress *progress, Diags *diags)
{
    Bytes bytes;
    if (!tree_read(tree, file, arena, &bytes, diags)) return false;
    if (!text_send(arena, fd, send, "file", file->path, bytes.count) || !send(fd, bytes))
        return disk_problem(diags, errno, "Saving to the stick");
    progress_add(progress, bytes.count, 1);
    return !progress_is_stopped(progress);
}

static bool tree_send(const Tree *tree, const char *id, int fd, SendBytes *send, InstallProgress *progress,
                      Diags *diags)
{
    Arena scratch = {0};
    bool ok =
        text_send(&scratch, fd, send, "pack", id, UINT64_MAX) || disk_problem(diags, errno, "Saving to the stick");
    for (size_t i = 0; i < tree->count && ok; i++) {
        const TreeFile *file = &tree->files[i];
        arena_reset(&scratch);
        if (file->kind != FILE_MANIFEST && file->kind != FILE_SIGNATURE)
            ok = file_send(tree, file, &scratch, fd, send, progress, diags);
    }
    arena_free(&scratch);
    return ok;
}

bool pack_send(Arena *arena, const ShownPack *pack, int fd, SendBytes *send, InstallProgress *progress, Diags *diags)
{
    Tree tree;
    int shown = open(pack->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (shown < 0) return disk_problem(diags, errno, "Reading the pack");
    bool ok =
        tree_open(&tree, arena, shown, "", pack->id, diags) && tree_send(&tree, pack->id, fd, send, progress, diags);
    tree_close(&tree);
    close(shown);
    return ok;
}
