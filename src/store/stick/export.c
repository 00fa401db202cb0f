#include "store/stick/export.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk/copy.h"
#include "store/disk/durable.h"

/* Makes a folder that was not there: "relationships", or "relationships-2" beside an older copy. -1 with errno. */
static int folder_make(Arena *arena, int to, const char *id, const char **name)
{
    enum { COPIES_MAX = 99 };
    for (int copy = 1; copy <= COPIES_MAX; copy++) {
        *name = copy == 1 ? id : arena_format(arena, "%s-%d", id, copy);
        if (mkdirat(to, *name, 0755) == 0) return openat(to, *name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (errno != EEXIST) return -1;
    }
    return -1;
}

static bool tree_export(Arena *arena, const Tree *tree, int to, const char *id, const char **folder,
                        InstallProgress *progress, Diags *diags)
{
    Manifest copied = {0};
    int fd = folder_make(arena, to, id, folder);
    if (fd < 0) return disk_problem(diags, errno, "Making a folder on the stick");
    const CopyJob job = {tree, fd, true, true};
    bool ok = copy_tree(&job, arena, &copied, progress, diags) == COPY_OK;
    close(fd);
    if (!ok) durable_remove_tree(to, *folder);
    return ok && (durable_sync(to) || disk_problem(diags, errno, "Saving to the stick"));
}

bool pack_export(Arena *arena, const ShownPack *pack, const char *to, const char **folder, InstallProgress *progress,
                 Diags *diags)
{
    Tree tree;
    int stick = open(to, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (stick < 0)
        return diag_error(diags, (Mark){0}, "stick-unreadable", "put the stick in again", "the stick cannot be opened");
    int shown = open(pack->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = false;
    if (shown < 0) {
        disk_problem(diags, errno, "Reading the pack");
    } else {
        ok = tree_open(&tree, arena, shown, "", pack->id, diags) &&
             tree_export(arena, &tree, stick, pack->id, folder, progress, diags);
        tree_close(&tree);
        close(shown);
    }
    close(stick);
    return ok;
}
