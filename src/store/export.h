/* export.h - saving an installed pack to a stick, to be edited on a computer. */
#ifndef HEARTH_EXPORT_H
#define HEARTH_EXPORT_H

#include "store/store.h"

/* Copies the current version of `id` to a new folder of `to`, without its manifest and signature: what is edited is not
 * what was signed. *folder is the name of the new folder, in `arena`. */
MUST_USE bool store_export(const Store *store, Arena *arena, const char *id, const char *to, const char **folder,
                           InstallProgress *progress, Diags *diags);

#endif
