/* embed.h - files compiled into the program: faces, icons, interface words, the emergency card's picture.
 *
 * The Makefile makes the table from fonts/ and assets/ (src/base/embed.sh). */
#ifndef HEARTH_EMBED_H
#define HEARTH_EMBED_H

#include "base/fs.h"

/* `name` as in the tree: "assets/icons/home.svg". False if there is none. The bytes are never freed. */
bool embed_find(const char *name, Bytes *out);
/* The i-th name, or NULL past the last. */
const char *embed_name(size_t i);

#endif
