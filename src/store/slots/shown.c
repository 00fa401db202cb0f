#include "store/slots/shown.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store/disk/copy.h"

const ShownPack *shown_find(const ShownPacks *shown, const char *id)
{
    for (size_t i = 0; i < shown->count; i++)
        if (strcmp(shown->items[i].id, id) == 0) return &shown->items[i];
    return NULL;
}

bool folder_measure(Arena *arena, const char *dir, const char *name, Manifest *out, Diags *diags)
{
    Tree tree;
    int root = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0)
        return diag_error(diags, (Mark){dir, 0, 0}, "unreadable", "", "the folder cannot be opened: %s",
                          strerror(errno));
    bool ok = tree_open(&tree, arena, root, "", name, diags);
    const CopyJob measure = {&tree, -1, false, false};
    ok = ok && copy_tree(&measure, arena, out, NULL, diags) == COPY_OK;
    tree_close(&tree);
    close(root);
    return ok;
}
