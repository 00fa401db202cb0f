#include "base/mem.h"

#include <stdio.h>
#include <stdlib.h>

static NO_RETURN void out_of_memory(void)
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
    if (!memory) out_of_memory();
    return memory;
}

void *mem_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size > 0 ? size : 1);
    if (!resized) out_of_memory();
    return resized;
}

size_t mem_product(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) out_of_memory();
    return count * size;
}
