/* packs.h - which packs are shown together, and which of them is the home. */
#ifndef HEARTH_PACKS_H
#define HEARTH_PACKS_H

#include <stdio.h>

#include "pack/pack.h"

/* Opens every pack in `paths`: each is a pack, or a folder of packs (a subfolder without a pack.yaml, like the clinic's own, is
 * passed over). Packs that were named themselves come first, in that order; of a folder's, the one with the most pages comes
 * first and the others follow by name. What cannot be opened is reported to `errors` and left out. The caller owns the
 * library: library_close(). */
void packs_open(Library *library, const char *const *paths, size_t count, FILE *errors);
/* The same for the places where packs are when nobody names any: $HEARTH_PACKS, the store, the package's, ./content. The first
 * place that has a pack is taken. */
void packs_open_usual(Library *library, FILE *errors);

#endif
