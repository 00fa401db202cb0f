#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/geom.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

static void arena_hands_out_zeroed_aligned_memory(void **state)
{
    (void)state;
    Arena arena = {0};
    for (size_t size = 1; size < 100000; size = size * 3 + 1) {
        unsigned char *memory = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)memory % 16, 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(memory[i], 0);
        memset(memory, 0xAA, size);
    }
    arena_reset(&arena);
    unsigned char *again = arena_alloc(&arena, 1000);
    for (size_t i = 0; i < 1000; i++) assert_int_equal(again[i], 0);
    arena_free(&arena);
}

static void utf8_refuses_what_rfc_3629_refuses(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x80",         "\xC0\x80",         "\xC1\xBF",         "\xE0\x80\x80",
                                      "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                                      "\xFF"};
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) assert_int_equal(utf8_valid_length(bad[i], strlen(bad[i])), 0);
    assert_int_equal(utf8_valid_length("a\xE9z", 3), 1);
}

static void utf8_round_trips_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        char bytes[4];
        uint32_t back = 0xFFFFFFFF;
        size_t count = utf8_encode(c, bytes);
        assert_int_equal(utf8_decode(bytes, count, &back), count);
        assert_int_equal(back, c);
    }
}

static void utf8_steps_go_by_characters(void **state)
{
    (void)state;
    static const char text[] = "aé€\xF0\x9F\x99\x82"; /* at 0, 1, 3, 6, end 10 */
    static const size_t starts[] = {0, 1, 3, 6, 10};
    size_t at = 0;
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        assert_int_equal(at, starts[i]);
        at = (size_t)(utf8_next(text + at) - text);
    }
    assert_int_equal(at, 10);
    for (size_t i = ARRAY_LEN(starts); i-- > 0;) {
        assert_int_equal(at, starts[i]);
        at = utf8_prev(text, at);
    }
    assert_int_equal(at, 0);
    assert_int_equal(utf8_floor(text, 5), 3);
    assert_int_equal(utf8_floor(text, 3), 3);
    assert_int_equal(utf8_ceil(text, 4), 6);
    assert_int_equal(utf8_ceil(text, 7), 10);
    /* Not valid: it still ends, and stays inside. */
    assert_int_equal(utf8_next("\x80\x80") - (const char *)"\x80\x80" <= 2, 1);
    assert_int_equal(utf8_floor("\x80\x80", 1), 0);
}

static void texts_are_asked_for_their_ends(void **state)
{
    (void)state;
    char text[] = "Grüße.YAML";
    assert_true(str_starts("pack.yaml", "pack") && str_starts("pack", "pack") && str_starts("pack", ""));
    assert_false(str_starts("pac", "pack") || str_starts("", "p"));
    assert_true(str_ends("pack.yaml", ".yaml") && str_ends(".yaml", ".yaml") && str_ends("x", ""));
    assert_false(str_ends("yaml", ".yaml") || str_ends("pack.yamlx", ".yaml"));
    str_lower_ascii(text);
    assert_string_equal(text, "grüße.yaml");
}

static void arrays_grow_and_keep_what_they_hold(void **state)
{
    (void)state;
    Arena arena = {0};
    size_t in_arena = 0, in_heap = 0;
    int *held = NULL, *owned = NULL;
    for (size_t i = 0; i < 1000; i++) {
        held = arena_grow(&arena, held, i, &in_arena, sizeof(*held));
        owned = mem_grow(owned, i, &in_heap, sizeof(*owned));
        held[i] = owned[i] = (int)i;
    }
    for (size_t i = 0; i < 1000; i++) assert_true(held[i] == (int)i && owned[i] == (int)i);
    assert_int_equal(in_arena, 1024);
    assert_int_equal(in_heap, 1024);
    free(owned);
    arena_free(&arena);
}

static void wiping_takes_nothing_and_everything(void **state)
{
    (void)state;
    char bytes[64];
    memset(bytes, 'x', sizeof(bytes));
    mem_wipe(bytes, sizeof(bytes) - 1);
    for (size_t i = 0; i < sizeof(bytes) - 1; i++) assert_int_equal(bytes[i], 0);
    assert_int_equal(bytes[sizeof(bytes) - 1], 'x');
    mem_wipe(NULL, 0);
    mem_wipe_text(NULL);
}

static void hashes_are_those_of_fnv(void **state)
{
    (void)state;
    assert_true(hash_bytes(HASH_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(hash_bytes(HASH_START, "foobar", 6) == UINT64_C(0x85944171f73967e8));
    assert_true(hash_text(HASH_START, NULL) == hash_text(HASH_START, ""));
    assert_true(hash_text(hash_text(HASH_START, "ab"), "c") != hash_text(hash_text(HASH_START, "a"), "bc"));
}

static void paths_stay_inside(void **state)
{
    (void)state;
    static const char *const good[] = {"a", "images/01-a.svg", "a/b/c.png"};
    static const char *const bad[] = {"",   "/etc/passwd", "..",      "../a", "a/../b", "a//b",
                                      "a/", "./a",         ".hidden", "a/.b", "a\\b"};
    for (size_t i = 0; i < ARRAY_LEN(good); i++) assert_true(fs_path_is_inside(good[i]));
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) assert_false(fs_path_is_inside(bad[i]));
    assert_false(fs_path_is_inside(NULL));
}

static void reading_stops_at_the_limit(void **state)
{
    (void)state;
    Arena arena = {0};
    Bytes bytes;
    assert_int_equal(fs_read(&arena, "Makefile", 10, &bytes), FS_TOO_BIG);
    assert_int_equal(fs_read(&arena, "no-such-file", 10, &bytes), FS_MISSING);
    assert_int_equal(fs_read(&arena, "src", 10, &bytes), FS_NOT_A_FILE);
    assert_int_equal(fs_read(&arena, "Makefile", 1 << 20, &bytes), FS_OK);
    assert_int_equal(bytes.count, strlen(bytes.data));
    arena_free(&arena);
}

static void problems_are_sorted_by_place_and_keep_their_order(void **state)
{
    (void)state;
    Diags diags = {0};
    assert_false(diag_error(&diags, (Mark){"b.yaml", 1, 1}, "first", "", "one"));
    diag_warn(&diags, (Mark){"a.yaml", 9, 1}, "second", "do this", "two");
    diag_error(&diags, (Mark){"a.yaml", 2, 5}, "third", "", "three");
    diag_error(&diags, (Mark){"a.yaml", 2, 5}, "fourth", "", "four");
    diags_sort(&diags);
    static const char *const order[] = {"third", "fourth", "second", "first"};
    for (size_t i = 0; i < ARRAY_LEN(order); i++) assert_string_equal(diags.items[i].code, order[i]);
    assert_int_equal(diags.errors, 3);
    assert_int_equal(diags.warnings, 1);
    diags_free(&diags);
}

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    assert_true(color_contrast(color_rgb(0), color_rgb(0xFFFFFF)) > 20.99);
    double grey = color_contrast(color_rgb(0x767676), color_rgb(0xFFFFFF)); /* the well-known 4.54 */
    assert_true(grey > 4.53 && grey < 4.55);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_hands_out_zeroed_aligned_memory),
        cmocka_unit_test(utf8_refuses_what_rfc_3629_refuses),
        cmocka_unit_test(utf8_round_trips_every_character),
        cmocka_unit_test(utf8_steps_go_by_characters),
        cmocka_unit_test(texts_are_asked_for_their_ends),
        cmocka_unit_test(arrays_grow_and_keep_what_they_hold),
        cmocka_unit_test(wiping_takes_nothing_and_everything),
        cmocka_unit_test(hashes_are_those_of_fnv),
        cmocka_unit_test(paths_stay_inside),
        cmocka_unit_test(reading_stops_at_the_limit),
        cmocka_unit_test(problems_are_sorted_by_place_and_keep_their_order),
        cmocka_unit_test(contrast_is_that_of_wcag),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
