/* arena.h - memory that is given back all at once.
 *
 * A zero-initialised Arena is empty and ready. Nothing from an arena is freed by itself. */
#ifndef HEARTH_ARENA_H
#define HEARTH_ARENA_H

#include "base/base.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    ArenaBlock *head;
    size_t used_bytes; /* handed out since the last reset */
} Arena;

/* Zeroed, aligned for any type, never NULL (see mem.h). */
MUST_USE void *arena_alloc(Arena *arena, size_t size);
/* Returns room for `count` items of `size` bytes, as arena_alloc() does. */
MUST_USE void *arena_array(Arena *arena, size_t count, size_t size);
MUST_USE char *arena_copy(Arena *arena, const char *text);                      /* NULL stays NULL */
MUST_USE char *arena_copy_bytes(Arena *arena, const char *bytes, size_t count); /* adds a NUL */
/* printf() into the arena. Never NULL. */
MUST_USE char *arena_format(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

/* As mem_grow(), in `arena`: the old array stays allocated until the arena is reset. */
MUST_USE void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#define ARENA_NEW(arena, Type) ((Type *)arena_alloc((arena), sizeof(Type)))
#define ARENA_ARRAY(arena, Type, count) ((Type *)arena_array((arena), (count), sizeof(Type)))

void arena_reset(Arena *arena); /* everything handed out is gone; keeps one block for reuse */
/* Gives all memory back. Accepts an arena that was never used; it may be used again. */
void arena_free(Arena *arena);
/* As arena_free, but overwrites every byte first: for what a visitor did. */
void arena_wipe(Arena *arena);

#endif
