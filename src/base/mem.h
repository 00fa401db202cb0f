/* mem.h - malloc for code that cannot go on without it.
 *
 * Budgets are checked before memory is asked for, so running out is the machine's trouble and no
 * input's: we say so and exit with EXIT_RESTART, and the supervisor starts a fresh process. */
#ifndef HEARTH_MEM_H
#define HEARTH_MEM_H

#include "base/base.h"

/* Zeroed memory, never NULL. The caller owns it: free(). */
MUST_USE void *mem_alloc(size_t size);
/* Grows or shrinks; never NULL for size > 0. New bytes are not zeroed. */
MUST_USE void *mem_resize(void *memory, size_t size);
/* count * size, checked for overflow (which is treated as out of memory). */
MUST_USE size_t mem_product(size_t count, size_t size);

/* What they do when there is none: for libraries that report it to us. */
NO_RETURN void mem_exhausted(void);

/* From now on free() overwrites, also when a library frees; by itself it leaves every byte as it was. Small blocks keep
 * theirs until mem_overwrite_freed(), which is for when a visitor has gone. Both do nothing where the C library is not
 * glibc. */
void mem_overwrite_on_free(void);
void mem_overwrite_freed(void);

#endif
