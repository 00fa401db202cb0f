/* packs.h - which packs are shown together, and which of them is the home. */
#ifndef HEARTH_PACKS_H
#define HEARTH_PACKS_H

#include <stdio.h>

#include "pack/site.h"

/* Opens every pack in `paths`: each is a pack, or a folder of packs. Packs that were named themselves come first, in that order; of a folder's, the one with the most pages comes
 * first and the others follow by name. What cannot be opened is reported to `errors` and left out. The caller owns the
 * library: library_close().
 *
 * *site becomes the clinic's own pack, the first that there is among them, or what holds without one; it is never NULL. The
 * caller owns it: site_close(). Nothing in another pack changes it. */
void packs_open(Library *library, Site **site, const char *const *paths, size_t count, FILE *errors);
/* The same for the places where packs are when nobody names any: $HEARTH_PACKS, the store, the package's, ./content. The first
 * place that has a pack is taken. */
void packs_open_usual(Library *library, Site **site, FILE *errors);

#endif
