#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

NO_RETURN void mem_exhausted(void)
{
    static const char message[] = "hearth: out of memory, starting again\n";
    (void)fwrite(message, 1, sizeof(message) - 1, stderr);
    exit(EXIT_RESTART);
}

void check_failed(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: this must hold: %s\n", file, line, condition);
    abort();
}

void *mem_alloc(size_t size)
{
    void *memory = calloc(1, size > 0 ? size : 1);
    if (!memory) mem_exhausted();
    return memory;
}

void *mem_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size > 0 ? size : 1);
    if (!resized) mem_exhausted();
    return resized;
}

size_t mem_product(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) mem_exhausted();
    return count * size;
}

#ifdef __GLIBC__

void mem_overwrite_on_free(void) { mallopt(M_PERTURB, 1); }

/* malloc keeps the last few freed blocks of each small size at hand, and those it does not overwrite. */
static void kept_overwrite(size_t size)
{
    enum { KEPT_OF_A_SIZE = 8 };
    void *held[KEPT_OF_A_SIZE];
    for (size_t i = 0; i < ARRAY_LEN(held); i++) held[i] = mem_alloc(size);
    for (size_t i = 0; i < ARRAY_LEN(held); i++) free(held[i]);
}

void mem_overwrite_freed(void)
{
    enum { KEPT_SIZE_MIN = 24, KEPT_SIZE_MAX = 1032, SIZE_STEP = 16 };
    for (size_t size = KEPT_SIZE_MIN; size <= KEPT_SIZE_MAX; size += SIZE_STEP) kept_overwrite(size);
}

#else

void mem_overwrite_on_free(void) {}

void mem_overwrite_freed(void) {}

#endif
