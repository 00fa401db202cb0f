/* fontset.h - SDL2_ttf faces behind text/'s FontSource, and runs of text as pixels. */
#ifndef HEARTH_FONTSET_H
#define HEARTH_FONTSET_H

#include "text/fonts.h"

typedef struct FontSet FontSet;

/* Starts the font library. If that fails, the program says so and ends in EXIT_RESTART. The caller owns it. */
MUST_USE FontSet *fontset_new(void);
void fontset_free(FontSet *fonts); /* accepts NULL */
/* What text/ measures with. Valid as long as `fonts` is. */
FontSource fontset_source(FontSet *fonts);

/* A run as pixels: coverages to be tinted, or (emoji) colours with straight alpha; the other is NULL. */
typedef struct RunPicture {
    const uint8_t *mask;
    const uint32_t *colors;
    int w, h;            /* both 0: nothing to see */
    int left_px, top_px; /* of its top left pixel, from where the run starts on the baseline */
} RunPicture;

enum { FONTSET_RUN_BYTES = 4 * 1024 * 1024 }; /* half a dozen pages; a line is rendered in 20 microseconds */

/* Valid until the next call. */
RunPicture fontset_picture(FontSet *fonts, const TextRun *run);
/* Overwrites and forgets every run. */
void fontset_wipe(FontSet *fonts);

#endif
