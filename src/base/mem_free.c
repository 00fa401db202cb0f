/* mem_free.c - free() and realloc() of the whole program, its libraries included: they overwrite what they give back.
 *
 * Sentences that a visitor reads pass through the memory of many libraries (SDL_ttf, ICU, libyaml, stdio), which free
 * them as they are. glibc's own setting for this (M_PERTURB) leaves small blocks, the last bytes of each block, and
 * what realloc() leaves behind when it moves. So the names are defined here; the linker gives them to every library,
 * too. All of the family is defined, so that a block never comes from one allocator and goes to another.
 *
 * When memory has run out, the program ends in EXIT_RESTART here, whoever asked: ICU and SDL break in ways of their own
 * when they get none. Only for a large block, as a decoder asks for, NULL is the answer.
 *
 * Sanitizers bring an allocator of their own, and other C libraries than glibc have no __libc_free: there nothing is
 * overwritten. */
#include "base/mem.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define ALLOCATOR_IS_TAKEN
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define ALLOCATOR_IS_TAKEN
#endif

#ifndef ALLOCATOR_IS_TAKEN

#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *memory);

/* From this size on, whole pages go back to the system, which gives out zeroed ones: faster than writing them, and
 * without touching those that were never used. */
enum { PAGES_FROM_BYTES = 1024 * 1024 };

enum { LARGE_BYTES = 16 * 1024 * 1024 };

/* `memory`, if there is any or the block is large. Locks of libraries may be held here: nothing but this process ends.
 */
static void *there_or_end(void *memory, size_t size)
{
    if (memory || size >= LARGE_BYTES) return memory;
    mem_say_exhausted();
    _exit(EXIT_RESTART);
}

static void overwrite(unsigned char *memory, size_t size)
{
    if (size < PAGES_FROM_BYTES) {
        explicit_bzero(memory, size);
        return;
    }
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), start = (uintptr_t)memory;
    size_t before = (size_t)((page - start % page) % page);
    size_t whole = (size - before) / page * page;
    explicit_bzero(memory, before);
    if (madvise(memory + before, whole, MADV_DONTNEED) != 0) explicit_bzero(memory + before, whole);
    explicit_bzero(memory + before + whole, size - before - whole);
}

void free(void *memory)
{
    if (!memory) return;
    int error = errno; /* free() leaves it as it was */
    overwrite(memory, malloc_usable_size(memory));
    __libc_free(memory);
    errno = error;
}

void *malloc(size_t size) { return there_or_end(__libc_malloc(size), size); }

void *calloc(size_t count, size_t size)
{
    size_t all;
    if (__builtin_mul_overflow(count, size, &all)) return NULL;
    return there_or_end(__libc_calloc(count, size), all);
}

void *realloc(void *memory, size_t size)
{
    if (!memory) return malloc(size);
    if (size == 0) {
        free(memory);
        return NULL;
    }
    size_t usable = malloc_usable_size(memory);
    if (size <= usable) { /* it stays where it is */
        overwrite((unsigned char *)memory + size, usable - size);
        return __libc_realloc(memory, size);
    }
    void *grown = malloc(size);
    if (!grown) return NULL;
    memcpy(grown, memory, usable);
    free(memory);
    return grown;
}

void *memalign(size_t alignment, size_t size) { return there_or_end(__libc_memalign(alignment, size), size); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **out, size_t alignment, size_t size)
{
    bool power_of_two = alignment != 0 && (alignment & (alignment - 1)) == 0;
    if (!power_of_two || alignment % sizeof(void *) != 0) return EINVAL;
    void *memory = memalign(alignment, size);
    if (!memory) return ENOMEM;
    *out = memory;
    return 0;
}

void *valloc(size_t size) { return memalign((size_t)sysconf(_SC_PAGESIZE), size); }

void *pvalloc(size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    if (size > SIZE_MAX - page) return NULL;
    return memalign(page, (size + page - 1) / page * page);
}

#endif
