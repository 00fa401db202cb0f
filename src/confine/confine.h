/* confine.h - work on strangers' bytes, done where it can do no harm.
 *
 * Picture decoders are the part of the program that strangers' bytes get furthest into. So each picture is decoded in a
 * child process with little memory and time, that may read files, answer, and nothing else. A picture that breaks the
 * decoder, or keeps it busy for ever, breaks only the child. */
#ifndef HEARTH_CONFINE_H
#define HEARTH_CONFINE_H

#include "base/base.h"

enum {
    CONFINE_MEMORY_BYTES = 256 * 1024 * 1024, /* beyond what the process has already */
    CONFINE_CPU_S = 5,                        /* for one picture */
    CONFINE_WAIT_MS = 30 * 1000,              /* for one picture, on a slow disk under load */
    CONFINE_BROKEN_MAX = 20,                  /* after so many, the rest is not tried */
};

/* Who looks on while something is being done; either function may be NULL. They are called on the caller's thread. */
typedef struct ConfineWatch {
    bool (*is_stopped)(void *context); /* true: the work is given up */
    void (*one_done)(void *context);   /* one more picture was tried */
    void *context;
} ConfineWatch;

typedef bool DecodeFn(const char *path);

/* Decodes each of `paths`. broken[i] is set for those that could not be. False if any was, or if no child could be
 * started, or if it was stopped. `watch` may be NULL. May be called on any thread. */
MUST_USE bool confine_decode(const char *const *paths, size_t count, DecodeFn *decode, bool *broken,
                             const ConfineWatch *watch);

/* Work that puts its result into `out`, which has room for `out_bytes`. True if it succeeded. */
typedef bool ConfineWork(const void *context, void *out, size_t out_bytes);

/* Memory that a child shares, for results; zeroed. NULL if there is none. The caller gives it back with
 * confine_memory_free(). */
MUST_USE void *confine_memory_new(size_t bytes);
void confine_memory_free(void *memory, size_t bytes); /* accepts NULL */

/* Does `work` in a child, which can write nothing of this process but `out`, made by confine_memory_new(). True if the
 * work succeeded within `wait_ms` and was not stopped. `watch` may be NULL. May be called on any thread. */
MUST_USE bool confine_run(ConfineWork *work, const void *context, void *out, size_t out_bytes, int wait_ms,
                          const ConfineWatch *watch);

#endif
