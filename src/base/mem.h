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

/* Makes room for one more item in an array of `count` items of `size` bytes that has room for *capacity: returns
 * `items` itself, or a larger array that replaces it, with *capacity raised. `items` is NULL at first; the caller owns
 * the result. */
MUST_USE void *mem_grow(void *items, size_t count, size_t *capacity, size_t size);
/* Returns the capacity that an array of `capacity` items grows to: twice as many, or 16 at first. */
MUST_USE size_t mem_grown(size_t capacity);
/* Overwrites memory with zeros, also where a compiler sees that it is never read again. NULL with size 0 is fine. */
void mem_wipe(void *memory, size_t size);
/* Overwrites a text and frees it; NULL is fine. */
void mem_wipe_text(char *text);

/* What they do when there is none: for libraries that report it to us. */
NO_RETURN void mem_exhausted(void);
/* Writes on stderr that memory has run out; takes none itself. */
void mem_say_exhausted(void);

/* Overwrites the stack of the calling thread below the caller, and the registers: calls that have returned leave there
 * what they worked with. For the end of work on what a visitor reads or types; called from as near to the thread's
 * start as possible, since the frames above it stay. (free() and realloc() overwrite by themselves, see mem_free.c.) */
void mem_overwrite_stack(void);

#endif
