/* faces.h - what a face can draw, and what stands in for spaces and hyphens that it lacks. */
#ifndef HEARTH_TEXT_FACES_H
#define HEARTH_TEXT_FACES_H

#include <unicode/umachine.h>

#include "text/text.h"

/* True if `font` draws the character, by itself or with a stand-in, or if there is nothing to draw. */
bool face_has(const FontSource *source, FontId font, UChar32 character);
/* What to draw for `character` in `font`: itself, a stand-in, or 0 for nothing. */
UChar32 face_char(const FontSource *source, FontId font, UChar32 character);

#endif
