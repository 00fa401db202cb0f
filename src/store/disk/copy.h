/* copy.h - a tree's files copied and held against their manifest. */
#ifndef HEARTH_COPY_H
#define HEARTH_COPY_H

#include "store/trust/manifest.h"
#include "store/disk/progress.h"
#include "store/disk/tree.h"

typedef enum CopyResult {
    COPY_OK,
    COPY_UNREADABLE, /* the source */
    COPY_CHANGED,    /* the source is not what its manifest says */
    COPY_DISK,       /* the destination */
    COPY_STOPPED,    /* progress_stop() was called */
} CopyResult;

typedef struct CopyJob {
    const Tree *tree;
    int to;      /* an empty folder; -1: nothing is written, only read and measured */
    bool sync;   /* to stay after a power cut */
    bool sounds; /* recordings, too; without it they are only measured */
} CopyJob;

/* Copies all files but manifest and signature. With `manifest->count` 0 fills in its files; else holds every file
 * against it. On anything but COPY_OK a problem is reported (except for COPY_STOPPED). */
MUST_USE CopyResult copy_tree(const CopyJob *job, Arena *arena, Manifest *manifest, InstallProgress *progress,
                              Diags *diags);

/* True if the tree has the manifest's files and no others, going by names and sizes alone. */
MUST_USE bool manifest_lists_tree(const Manifest *manifest, const Tree *tree, Diags *diags);
/* Reads every byte of the tree and holds it against the manifest. */
MUST_USE CopyResult tree_verify(const Tree *tree, const Manifest *manifest, InstallProgress *progress, Diags *diags);

#endif
