/* fonts.h - the font table: for each script, the faces to look through, in order.
 *
 * Latin uses the faces that ship with Hearth; other scripts use Noto faces from Debian's packages. */
#ifndef HEARTH_FONTS_H
#define HEARTH_FONTS_H

#include "text/text.h"

typedef struct FontFile {
    const char *name; /* shipped: as for embed_find(), "fonts/Literata_500Medium.ttf"; else an absolute path */
    int face_index;   /* within a .ttc */
    bool shipped;     /* compiled into the program; the others are read from the system */
} FontFile;

enum { FONTS_MAX = 80 }; /* room enough for all that fonts_candidates() may write */

/* Returns the number of font files. */
size_t fonts_count(void);
/* Returns the row of one; `font` must be below fonts_count(). */
const FontFile *fonts_file(FontId font);
/* The faces to try for a character of `script` in `role` on a page in `lang`, best first. Returns how many were
 * written (at most `max`). */
size_t fonts_candidates(const char *lang, uint32_t script, FaceRole role, FontId *out, size_t max);

#endif
