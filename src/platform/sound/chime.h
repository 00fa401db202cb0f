/* chime.h - two soft notes, to hear whether there is sound at all. */
#ifndef HEARTH_CHIME_H
#define HEARTH_CHIME_H

#include "base/base.h"

/* A WAV file; the caller frees it with free(). */
MUST_USE unsigned char *chime_new(size_t *count);

#endif
