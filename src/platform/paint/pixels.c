#include "platform/paint/pixels.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/mem.h"

static size_t byte_count(int w, int h)
{
    return mem_product(mem_product((size_t)int_max(w, 1), (size_t)int_max(h, 1)), sizeof(uint32_t));
}

uint32_t *pixels_alloc(int w, int h)
{
    void *memory =
        mmap(NULL, byte_count(w, h), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    if (memory != MAP_FAILED) return memory;
    fprintf(stderr, "hearth: out of memory for a picture of %d x %d, starting again\n", w, h);
    exit(EXIT_RESTART);
}

void pixels_free(uint32_t *pixels, int w, int h)
{
    if (pixels) munmap(pixels, byte_count(w, h));
}

void pixels_wipe(uint32_t *pixels, int w, int h)
{
    if (!pixels) return;
    mem_wipe(pixels, byte_count(w, h));
    for (size_t i = 0; i < (size_t)w * (size_t)h; i++) pixels[i] = 0xff000000u;
}
