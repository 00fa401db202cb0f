/* pixels.h - memory for whole pictures of the screen.
 *
 * Mapped at once, since touching two thousand fresh pages one after another takes five times as long, and given back to
 * the system when freed, since such pictures come and go and 8 MB is a third of all that Hearth uses. */
#ifndef HEARTH_PIXELS_H
#define HEARTH_PIXELS_H

#include "base/base.h"

/* Zeroed, w * h, never NULL (see mem.h). */
MUST_USE uint32_t *pixels_alloc(int w, int h);
void pixels_free(uint32_t *pixels, int w, int h); /* accepts NULL */
/* Overwrites every one, and is not optimised away. */
void pixels_wipe(uint32_t *pixels, int w, int h);

#endif
