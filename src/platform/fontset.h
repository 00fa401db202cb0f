/* fontset.h - SDL2_ttf faces behind text/'s FontSource, and runs of text as pixels. */
#ifndef HEARTH_FONTSET_H
#define HEARTH_FONTSET_H

#include "text/fonts.h"

typedef struct FontSet FontSet;

MUST_USE FontSet *fontset_new(void);
void fontset_free(FontSet *fonts); /* accepts NULL */
FontSource fontset_source(FontSet *fonts);

#endif
