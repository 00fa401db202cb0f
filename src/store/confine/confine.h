/* confine.h - decoding pictures where it can do no harm.
 *
 * Decoders are the part of us that strangers' bytes get furthest into. Each picture is decoded once, before a pack is
 * installed, in a child process with little memory and time, that may read files and say "done", and nothing else. One
 * that breaks the decoder breaks only the child, and is named. */
#ifndef HEARTH_CONFINE_H
#define HEARTH_CONFINE_H

#include "base/diag.h"
#include "store/disk/progress.h"

enum {
    CONFINE_MEMORY_BYTES = 256 * 1024 * 1024, /* beyond what the process has already */
    CONFINE_CPU_S = 5,                        /* for one picture */
    CONFINE_WAIT_MS = 30 * 1000,              /* for one picture, on a slow disk under load */
    CONFINE_BROKEN_MAX = 20,                  /* after so many, the rest is not tried */
};

typedef bool DecodeFn(const char *path);

/* Decodes each of `paths`. broken[i] is set for those that could not be. False if any was, or if no child could be
 * started, or if the progress was stopped. */
MUST_USE bool confine_decode(const char *const *paths, size_t count, DecodeFn *decode, bool *broken,
                             InstallProgress *progress);

#endif
