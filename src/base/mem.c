#include "base/mem.h"

#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { STACK_SEARCHED = 512 * 1024, ALIGNMENT = 64 /* what alloca() may round up by, and more */ };

/* Registers, too, hold what was copied last; a compiler that can clear them does so when the function returns. */
#if defined(__has_attribute)
#if __has_attribute(zero_call_used_regs)
#define CLEARS_REGISTERS __attribute__((zero_call_used_regs("all")))
#endif
#endif
#ifndef CLEARS_REGISTERS
#define CLEARS_REGISTERS
#endif
#define NEVER_INLINED __attribute__((noinline))
/* What writes outside of any variable on purpose. */
#define NOT_SANITIZED __attribute__((no_sanitize("address", "undefined")))

void mem_say_exhausted(void)
{
    static const char message[] = "hearth: out of memory, starting again\n";
    (void)!write(STDERR_FILENO, message, sizeof(message) - 1);
}

NO_RETURN void mem_exhausted(void)
{
    mem_say_exhausted();
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

void *mem_grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    *capacity = mem_grown(*capacity);
    return mem_resize(items, mem_product(*capacity, size));
}

size_t mem_grown(size_t capacity)
{
    enum { FIRST_CAPACITY = 16 };
    return capacity > 0 ? mem_product(capacity, 2) : FIRST_CAPACITY;
}

void mem_wipe(void *memory, size_t size)
{
    if (size > 0) explicit_bzero(memory, size);
}

void mem_wipe_text(char *text)
{
    if (text) mem_wipe(text, strlen(text));
    free(text);
}

/* The lowest address of this thread's stack that has been used: the start of the lowest page that is in memory. */
static uintptr_t stack_bottom(uintptr_t here)
{
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t top = here / page * page, bottom = top;
    unsigned char in_memory;
    for (size_t below = page; below <= STACK_SEARCHED; below += page)
        if (mincore((void *)(top - below), page, &in_memory) == 0 && (in_memory & 1) != 0) bottom = top - below;
    return bottom;
}

/* Writes in a frame of its own, below the caller's: never inlined, so that it lies where earlier calls lay. It makes no
 * call at the bottom, which would make the stack longer: there may be no memory for that. */
NEVER_INLINED NOT_SANITIZED CLEARS_REGISTERS void mem_overwrite_stack(void)
{
    uintptr_t here = (uintptr_t)alloca(1), bottom = stack_bottom(here);
    if (here < bottom + ALIGNMENT) return;
    volatile unsigned char *below = alloca(here - bottom - ALIGNMENT);
    (void)below;
    for (uintptr_t at = bottom; at < here; at++) *(volatile unsigned char *)at = 0;
}
