#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { BLOCK_BYTES = 32 * 1024 };

struct ArenaBlock {
    ArenaBlock *next;
    size_t capacity;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

static ArenaBlock *block_new(ArenaBlock *next, size_t size)
{
    size_t capacity = size > BLOCK_BYTES ? size : BLOCK_BYTES;
    ArenaBlock *block = mem_alloc(sizeof(ArenaBlock) + capacity);
    block->next = next;
    block->capacity = capacity;
    return block;
}

void *arena_alloc(Arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    CHECK(size < SIZE_MAX - align - sizeof(ArenaBlock));
    size = (size + align - 1) / align * align;
    if (!arena->head || arena->head->capacity - arena->head->used < size) arena->head = block_new(arena->head, size);
    void *memory = arena->head->bytes + arena->head->used;
    arena->head->used += size;
    arena->used_bytes += size;
    return memory;
}

void *arena_array(Arena *arena, size_t count, size_t size) { return arena_alloc(arena, mem_product(count, size)); }

void *arena_grow(Arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    *capacity = mem_grown(*capacity);
    void *grown = arena_array(arena, *capacity, size);
    if (count > 0) memcpy(grown, items, mem_product(count, size));
    return grown;
}

char *arena_copy_bytes(Arena *arena, const char *bytes, size_t count)
{
    char *copy = arena_alloc(arena, count + 1);
    if (count > 0) memcpy(copy, bytes, count);
    return copy;
}

char *arena_copy(Arena *arena, const char *text) { return text ? arena_copy_bytes(arena, text, strlen(text)) : NULL; }

char *arena_format(Arena *arena, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    CHECK(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

void arena_reset(Arena *arena)
{
    ArenaBlock *keep = arena->head;
    if (!keep) return;
    ArenaBlock *block = keep->next;
    while (block) {
        ArenaBlock *next = block->next;
        free(block);
        block = next;
    }
    memset(keep->bytes, 0, keep->used);
    keep->next = NULL;
    keep->used = 0;
    arena->used_bytes = 0;
}

void arena_free(Arena *arena)
{
    while (arena->head) {
        ArenaBlock *next = arena->head->next;
        free(arena->head);
        arena->head = next;
    }
    arena->used_bytes = 0;
}

void arena_wipe(Arena *arena)
{
    for (ArenaBlock *block = arena->head; block; block = block->next) mem_wipe(block->bytes, block->used);
    arena_free(arena);
}
