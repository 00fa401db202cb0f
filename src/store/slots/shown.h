/* shown.h - a pack as visitors see it: one that was installed, or one that came with the program. */
#ifndef HEARTH_SHOWN_H
#define HEARTH_SHOWN_H

#include "store/trust/manifest.h"

typedef struct ShownPack {
    const char *id, *dir, *version;
} ShownPack;

typedef struct ShownPacks {
    const ShownPack *items;
    size_t count;
} ShownPacks;

/* NULL: it is not shown. */
MUST_USE const ShownPack *shown_find(const ShownPacks *shown, const char *id);
/* Measures every file of a folder that holds a pack. False with a problem that names `name`. */
MUST_USE bool folder_measure(Arena *arena, const char *dir, const char *name, Manifest *out, Diags *diags);

#endif
