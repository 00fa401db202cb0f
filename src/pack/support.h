/* support.h - words that somebody in danger may type: LANG/support.yaml of each pack.
 *
 * Where one is typed, also in part or with a letter wrong, help stands before anything that was found. */
#ifndef HEARTH_SUPPORT_H
#define HEARTH_SUPPORT_H

#include "pack/pack.h"

typedef struct Support Support;

/* The phrases of all languages of all packs: people may type in their own. Small files, read at once. The caller owns
 * it. */
MUST_USE Support *support_load(const Library *library);
void support_free(Support *support); /* accepts NULL */
/* How many phrases there are, in all languages. */
size_t support_count(const Support *support);

/* True if `typed` holds one of the phrases, ends in the beginning of one that leaves little doubt, or meets a sign
 * (support_sign.h). Words of harmless phrases do not count. Typing errors are forgiven in words of `lang` alone. */
bool support_meant(const Support *support, const char *lang, const char *typed);

#endif
