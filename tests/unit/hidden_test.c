/* Pages that staff take off their kiosk. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "store/state/hidden.h"

static const char visit[] = "tests/packs/good/visit";

static Pack *visit_open(void)
{
    Diags diags = {0};
    Pack *pack = pack_open(visit, &diags);
    CHECK(pack);
    diags_free(&diags);
    return pack;
}

static void a_hidden_page_was_never_there(void **state)
{
    (void)state;
    Pack *pack = visit_open();
    PagePlace before, after;
    assert_true(pack_find(pack, "rain", &before));
    assert_true(pack_hide(pack, "lake"));
    assert_false(pack_find(pack, "lake", &after));
    assert_null(pack_page(pack, "lake", "en"));
    assert_null(pack_page(pack, "lake", "fr"));
    assert_true(pack_find(pack, "rain", &after));
    assert_int_equal(after.count, before.count - 1);
    assert_int_equal(after.index, before.index - 1);
    assert_non_null(pack_page(pack, "rain", "en"));
    pack_close(pack);
}

static void a_section_goes_with_its_last_page(void **state)
{
    (void)state;
    Pack *pack = visit_open();
    size_t sections = pack->sections.count;
    assert_true(pack_hide(pack, "pebble"));
    assert_int_equal(pack->sections.count, sections);
    assert_true(pack_hide(pack, "sand"));
    assert_int_equal(pack->sections.count, sections - 1);
    assert_null(pack_section(pack, "stones"));
    assert_non_null(pack_section(pack, "water"));
    pack_close(pack);
}

static void the_last_section_stays(void **state)
{
    (void)state;
    static const char *const pages[] = {"pebble", "sand", "river", "lake", "rain", "walk", "sit"};
    Pack *pack = visit_open();
    size_t hidden = 0;
    for (size_t i = 0; i < ARRAY_LEN(pages); i++)
        if (pack_hide(pack, pages[i])) hidden++;
    assert_int_equal(hidden, ARRAY_LEN(pages) - 1);
    assert_int_equal(pack->sections.count, 1);
    assert_non_null(pack_page(pack, "rain", "en"));
    assert_false(pack_may_hide(pack, "rain"));
    pack_close(pack);
}

static void a_page_that_is_in_no_list_cannot_be_hidden(void **state)
{
    (void)state;
    Pack *pack = visit_open();
    assert_false(pack_hide(pack, "nothing"));
    assert_false(pack_hide(pack, "crisis"));
    assert_non_null(pack_page(pack, "crisis", "en"));
    pack_close(pack);
}

static void what_is_hidden_is_written_down_once_and_taken_back(void **state)
{
    (void)state;
    char dir[] = "/tmp/hearth-test-XXXXXX";
    Arena arena = {0};
    TextList hidden;
    CHECK(mkdtemp(dir));
    assert_true(hidden_set(dir, "visit", "lake", true));
    assert_true(hidden_set(dir, "visit", "lake", true));
    assert_true(hidden_set(dir, "other", "lake", true));
    assert_true(hidden_load(&arena, dir, &hidden));
    assert_int_equal(hidden.count, 2);
    assert_true(hidden_has(&hidden, "visit", "lake"));
    assert_false(hidden_has(&hidden, "visit", "lak"));
    assert_false(hidden_has(&hidden, "visi", "lake"));
    assert_true(hidden_set(dir, "visit", "lake", false));
    assert_true(hidden_load(&arena, dir, &hidden));
    assert_int_equal(hidden.count, 1);
    assert_false(hidden_has(&hidden, "visit", "lake"));
    unlink(fs_join(&arena, dir, "hidden"));
    rmdir(dir);
    arena_free(&arena);
}

static void without_a_folder_nothing_is_hidden_and_nothing_is_claimed(void **state)
{
    (void)state;
    Arena arena = {0};
    TextList hidden;
    assert_true(hidden_load(&arena, "/nowhere/at/all", &hidden));
    assert_int_equal(hidden.count, 0);
    assert_false(hidden_set("/nowhere/at/all", "visit", "lake", true));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hidden_page_was_never_there),
        cmocka_unit_test(a_section_goes_with_its_last_page),
        cmocka_unit_test(the_last_section_stays),
        cmocka_unit_test(a_page_that_is_in_no_list_cannot_be_hidden),
        cmocka_unit_test(what_is_hidden_is_written_down_once_and_taken_back),
        cmocka_unit_test(without_a_folder_nothing_is_hidden_and_nothing_is_claimed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
