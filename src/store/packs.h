/* packs.h - which packs are shown together, and which of them is the home. */
#ifndef HEARTH_PACKS_H
#define HEARTH_PACKS_H

#include <stdio.h>

#include "pack/site/site.h"

/* Opens every pack in `paths`: each is a pack, or a folder of packs. Packs that were named themselves come first, in
 * that order; of a folder's, the one with the most pages comes first and the others follow by name. What cannot be
 * opened is reported to `errors` and left out. The caller owns the library: library_close().
 *
 * *site becomes the clinic's own pack, the first that there is among them, or what holds without one; it is never NULL.
 * The caller owns it: site_close(). Nothing in another pack changes it. */
void packs_open(Library *library, Site **site, const char *const *paths, size_t count, FILE *errors);
/* What a kiosk shows: the store's packs, each in the version that is sound, and beside them those of `paths` (count 0:
 * the program's own: $HEARTH_PACKS, /usr/share/hearth/packs or ./content, the first that there is) which the store has
 * no version of. The one with the most pages is the home. `state_dir` NULL: there is no store. With `thoroughly` every
 * byte of the store is read first, and *sentence says what was found (NULL: all is well); it is in `arena`. */
typedef struct PacksSource {
    const char *state_dir;
    const char *const *paths;
    size_t path_count;
} PacksSource;
/* Opens all packs that this kiosk shows: see PacksSource. */
void packs_open_installed(Library *library, Site **site, const PacksSource *source, bool thoroughly, Arena *arena,
                          const char **sentence, FILE *errors);

#endif
