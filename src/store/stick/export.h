/* export.h - saving a pack to a stick, to be edited on a computer. */
#ifndef HEARTH_EXPORT_H
#define HEARTH_EXPORT_H

#include "store/disk/progress.h"
#include "store/slots/shown.h"

/* Copies the pack to a new folder of `to`, without its manifest and signature: what is edited is not what was signed.
 * *folder is the name of the new folder, in `arena`. */
MUST_USE bool pack_export(Arena *arena, const ShownPack *pack, const char *to, const char **folder,
                          InstallProgress *progress, Diags *diags);

#endif
