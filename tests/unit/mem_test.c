/* What free() and realloc() leave behind: nothing that can be read. */
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#endif

enum { SECRET = 0xA5 };

static const size_t sizes[] = {17, 24, 40, 120, 500, 1032, 1033, 5000, 70000, 500000, 2000000};

/* How often the secret's byte stands at an address, whoever owns the memory now. Memory that has gone back to the
 * system cannot be read and holds nothing. */
static size_t secrets_at(uintptr_t address, size_t size)
{
    enum { CHANCE = 3 };
    static unsigned char copy[2000000];
    size_t found = 0, in_a_row = 0;
    int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    assert_true(memory >= 0 && size <= sizeof(copy));
    ssize_t got = pread(memory, copy, size, (off_t)address);
    close(memory);
    for (ssize_t i = 0; i < got; i++) {
        in_a_row = copy[i] == SECRET ? in_a_row + 1 : 0;
        if (in_a_row == CHANCE + 1) found += in_a_row;
        if (in_a_row > CHANCE + 1) found++;
    }
    return found;
}

static unsigned char *secret_new(size_t size)
{
    unsigned char *memory = mem_alloc(size);
    memset(memory, SECRET, size);
    assert_int_equal(secrets_at((uintptr_t)memory, size), size); /* this test can see */
    return memory;
}

static void free_overwrites_every_byte(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        /* More of them than an allocator keeps at hand for one size. */
        unsigned char *blocks[12];
        uintptr_t addresses[ARRAY_LEN(blocks)];
        for (size_t block = 0; block < ARRAY_LEN(blocks); block++) {
            blocks[block] = secret_new(sizes[i]);
            addresses[block] = (uintptr_t)blocks[block];
        }
        for (size_t block = 0; block < ARRAY_LEN(blocks); block++) free(blocks[block]);
        for (size_t block = 0; block < ARRAY_LEN(blocks); block++)
            assert_int_equal(secrets_at(addresses[block], sizes[i]), 0);
    }
}

static void realloc_leaves_nothing_where_it_was(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        unsigned char *memory = secret_new(sizes[i]), *behind = mem_alloc(1); /* it cannot grow in place */
        uintptr_t address = (uintptr_t)memory;
        memory = mem_resize(memory, sizes[i] * 3);
        for (size_t at = 0; at < sizes[i]; at++) assert_int_equal(memory[at], SECRET);
        if ((uintptr_t)memory != address) assert_int_equal(secrets_at(address, sizes[i]), 0);
        free(memory);
        free(behind);
    }
}

static void realloc_leaves_nothing_behind_what_shrinks(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        size_t kept = sizes[i] / 4;
        unsigned char *memory = secret_new(sizes[i]);
        uintptr_t address = (uintptr_t)memory;
        memory = mem_resize(memory, kept);
        for (size_t at = 0; at < kept; at++) assert_int_equal(memory[at], SECRET);
        assert_int_equal(secrets_at(address + kept, sizes[i] - kept), 0);
        free(memory);
    }
}

/* Fills a piece of the stack, as a call that works on a sentence does. Returns where it was. */
__attribute__((noinline)) static uintptr_t stack_use(size_t *size)
{
    volatile unsigned char text[20000];
    for (size_t i = 0; i < sizeof(text); i++) text[i] = SECRET;
    *size = sizeof(text);
    uintptr_t where = (uintptr_t)&text[0];
    return where;
}

static void the_stack_below_is_overwritten(void **state)
{
    (void)state;
    enum { FRAME = 128 }; /* of the call itself */
    size_t size;
    uintptr_t address = stack_use(&size);
    mem_overwrite_stack();
    assert_int_equal(secrets_at(address, size - FRAME), 0);
}

int main(void)
{
#ifdef SANITIZED
    puts("1..0 # skip: a sanitizer's allocator keeps what was freed, to look at it");
    return 0;
#endif
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(free_overwrites_every_byte),
        cmocka_unit_test(realloc_leaves_nothing_where_it_was),
        cmocka_unit_test(realloc_leaves_nothing_behind_what_shrinks),
        cmocka_unit_test(the_stack_below_is_overwritten),
    };
    return cmocka_run_group_tests_name("mem", tests, NULL, NULL);
}
