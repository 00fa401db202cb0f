#include "flow_fixture.h"

/* "3 2 4": the number of pieces on each page. */
static const char *pages_of(const Flow *flow, int height)
{
    size_t count;
    const FlowPage *pages = flow_paginate(flow, height, &count);
    const char *text = "";
    size_t next = 0;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(pages[i].first, next);
        next += pages[i].count;
        text = arena_format(&arena, "%s%s%zu", text, i > 0 ? " " : "", pages[i].count);
    }
    assert_int_equal(next, flow->count);
    return text;
}

static void an_empty_flow_is_one_page(void **state)
{
    (void)state;
    Flow flow = flow_new();
    assert_string_equal(pages_of(&flow, 100), "0");
    size_t count;
    const FlowPage *pages = flow_paginate(&flow, 100, &count);
    assert_int_equal(flow_page_height(&flow, &pages[0]), 0);
}

static void a_page_is_filled_to_the_last_pixel(void **state)
{
    (void)state;
    Flow flow = flow_new();
    for (int i = 0; i < 4; i++) add_card(&flow, 25);
    assert_string_equal(pages_of(&flow, 100), "4");
    assert_string_equal(pages_of(&flow, 25), "1 1 1 1");
    for (int i = 0; i < 4; i++) add_card(&flow, 25);
    assert_string_equal(pages_of(&flow, 125), "5 3");
    assert_string_equal(pages_of(&flow, 124), "4 4");
}

static void the_last_page_is_not_left_with_a_little(void **state)
{
    (void)state;
    Flow flow = flow_new();
    for (int i = 0; i < 4; i++) add_card(&flow, 25);
    assert_string_equal(pages_of(&flow, 99), "2 2");
    Flow text = flow_new();
    add_text(&text, 'a', 4, 0);
    add_text(&text, 'b', 4, 0);
    add_card(&text, 2 * LINE);
    assert_string_equal(pages_of(&text, 9 * LINE), "6 3");
    assert_string_equal(pages_of(&text, 10 * LINE), "9");
}

/* Five lines, then points of a line each, then a card that has a page to itself. */
static void add_list(Flow *flow, size_t points)
{
    add_text(flow, 'a', 5, 0);
    for (size_t i = 0; i < points; i++) {
        size_t first = flow->count;
        add_text(flow, 'p', 1, 0);
        flow_point(flow, first, i, points);
    }
    add_card(flow, 9 * LINE);
}

static void no_point_of_a_list_stands_alone(void **state)
{
    (void)state;
    Flow three = flow_new(), four = flow_new();
    add_list(&three, 3);
    add_list(&four, 4);
    assert_string_equal(pages_of(&three, 6 * LINE), "5 3 1"); /* neither the first */
    assert_string_equal(pages_of(&three, 7 * LINE), "5 3 1"); /* nor the last */
    assert_string_equal(pages_of(&four, 7 * LINE), "7 2 1");
}

static void words_that_announce_stay_with_what_follows(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 3, 0);
    TextLine line = {.text = "Try this:", .width_px = 20, .baseline_px = 8, .end_byte = 9};
    TextLayout layout = {&line, 1, 20, LINE, false};
    flow_paragraph(&flow, &layout, NODE_TEXT, 0, 0, color_rgb(0));
    add_card(&flow, 3 * LINE);
    add_card(&flow, 9 * LINE);
    assert_string_equal(pages_of(&flow, 5 * LINE), "3 2 1");
}

static void a_piece_higher_than_a_page_has_one_to_itself(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_card(&flow, 20);
    add_card(&flow, 200);
    add_card(&flow, 20);
    assert_string_equal(pages_of(&flow, 100), "1 1 1");
}

static void the_gap_at_the_top_of_a_page_is_dropped(void **state)
{
    (void)state;
    Flow flow = flow_new();
    flow_begin_piece(&flow, 50);
    flow_end_piece(&flow, 100);
    flow_begin_piece(&flow, 50);
    flow_end_piece(&flow, 100);
    assert_string_equal(pages_of(&flow, 100), "1 1");
    assert_string_equal(pages_of(&flow, 250), "2");
    assert_string_equal(pages_of(&flow, 249), "1 1");
    size_t count;
    const FlowPage *pages = flow_paginate(&flow, 250, &count);
    assert_int_equal(flow_page_height(&flow, &pages[0]), 250);
}

static void four_lines_leave_two_on_each_side(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 4, 0);
    assert_string_equal(pages_of(&flow, 4 * LINE), "4");
    assert_string_equal(pages_of(&flow, 4 * LINE - 1), "2 2");
    assert_string_equal(pages_of(&flow, 3 * LINE), "2 2");
    Flow long_flow = flow_new();
    add_text(&long_flow, 'a', 7, 0);
    assert_string_equal(pages_of(&long_flow, 6 * LINE), "4 3");
    assert_string_equal(pages_of(&long_flow, 5 * LINE), "4 3");
    assert_string_equal(pages_of(&long_flow, 4 * LINE), "4 3");
    Flow late = flow_new();
    add_text(&late, 'a', 3, 0);
    add_text(&late, 'b', 4, 0);
    assert_string_equal(pages_of(&late, 4 * LINE), "3 4");
    assert_string_equal(pages_of(&late, 5 * LINE), "3 4");
}

static void short_paragraphs_are_not_split(void **state)
{
    (void)state;
    for (size_t lines = 2; lines <= 3; lines++) {
        Flow flow = flow_new();
        add_text(&flow, 'a', 3, 0);
        add_text(&flow, 'b', lines, 0);
        assert_string_equal(pages_of(&flow, 4 * LINE), lines == 2 ? "3 2" : "3 3");
    }
}

static void a_paragraph_that_fits_nowhere_is_split_all_the_same(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 3, 0);
    assert_string_equal(pages_of(&flow, 2 * LINE), "2 1");
    assert_string_equal(pages_of(&flow, LINE), "1 1 1");
    assert_string_equal(pages_of(&flow, LINE - 1), "1 1 1");
}

static void a_heading_takes_two_lines_along(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 2, 0);
    add_heading(&flow, 1);
    add_text(&flow, 'b', 6, 0);
    assert_string_equal(pages_of(&flow, 5 * LINE), "5 4");
    assert_string_equal(pages_of(&flow, 5 * LINE - 1), "2 4 3"); /* one line would follow: the heading moves on */
    assert_string_equal(pages_of(&flow, 3 * LINE), "2 3 2 2");
    Flow points = flow_new();
    add_card(&points, LINE);
    add_heading(&points, 1);
    for (char letter = 'a'; letter < 'd'; letter++) add_text(&points, letter, 1, 0);
    assert_string_equal(pages_of(&points, 3 * LINE), "1 3 1");
    assert_string_equal(pages_of(&points, 4 * LINE), "4 1");
}

static void a_heading_of_two_lines_is_not_split(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 2, 0);
    add_heading(&flow, 2);
    add_text(&flow, 'b', 2, 0);
    assert_string_equal(pages_of(&flow, 5 * LINE), "2 4");
}

static void a_card_is_enough_below_a_heading(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_heading(&flow, 1);
    add_card(&flow, 20);
    add_card(&flow, 20);
    assert_string_equal(pages_of(&flow, 30), "2 1");
    Flow late = flow_new();
    add_card(&late, 20);
    add_heading(&late, 1);
    add_card(&late, 20);
    add_card(&late, 20);
    assert_string_equal(pages_of(&late, 49), "1 2 1");
    assert_string_equal(pages_of(&late, 50), "3 1");
}

static void what_is_kept_together_moves_on_as_a_whole(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 2, 0);
    size_t first = flow.count;
    add_card(&flow, 20);
    add_card(&flow, 20);
    add_card(&flow, 20);
    flow_keep(&flow, first);
    add_card(&flow, 20);
    assert_string_equal(pages_of(&flow, 80), "5 1");
    assert_string_equal(pages_of(&flow, 79), "2 3 1");
    assert_string_equal(pages_of(&flow, 40), "2 2 2"); /* fits on no page: cut between the cards after all */
}

static void a_ground_counts_with_the_space_inside_it(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_ground(&flow, 2, 8);
    add_ground(&flow, 2, 8);
    assert_string_equal(pages_of(&flow, 30 + 8 + 30), "4");
    assert_string_equal(pages_of(&flow, 30 + 8 + 29), "2 2");
    size_t count;
    const FlowPage *pages = flow_paginate(&flow, 1000, &count);
    assert_int_equal(flow_page_height(&flow, &pages[0]), 68);
}

static void parts_and_nodes_are_found_by_page(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_card(&flow, 20);
    add_button(&flow, "one");
    flow.part = 1;
    add_button(&flow, "two");
    add_card(&flow, 20);
    flow.part = 2;
    add_card(&flow, 20);
    size_t count;
    const FlowPage *pages = flow_paginate(&flow, 40, &count);
    assert_int_equal(count, 3);
    assert_int_equal(flow_page_of_part(&flow, pages, count, 0), 0);
    assert_int_equal(flow_page_of_part(&flow, pages, count, 1), 1);
    assert_int_equal(flow_page_of_part(&flow, pages, count, 2), 2);
    assert_int_equal(flow_page_of_part(&flow, pages, count, 3), 0);
    assert_int_equal(pages[1].part, 1);
}

static bool has_text(const Flow *flow, const FlowPage *page)
{
    for (size_t i = page->first; i < page->first + page->count; i++)
        if (flow->pieces[i].role != NODE_HEADING) return true;
    return false;
}

/* Whatever the mixture and the height: no piece is lost, no page is too high unless it holds a single piece, and
 * none ends with a heading unless what follows fits on no page with it. */
static void every_mixture_is_cut_safely(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int round = 0; round < 500; round++) {
        Flow flow = flow_new();
        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525u + 1013904223u;
            size_t lines = 1 + seed / 16777216u % 7;
            switch (seed / 65536u % 4) {
            case 0: add_text(&flow, 'a', lines, 4); break;
            case 1: add_heading(&flow, 1 + lines % 2); break;
            case 2: add_ground(&flow, lines, 6); break;
            default: add_card(&flow, (int)lines * 12); break;
            }
        }
        int height = 30 + (int)(seed / 256u % 90);
        size_t count, next = 0;
        const FlowPage *pages = flow_paginate(&flow, height, &count);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(pages[i].first, next);
            next += pages[i].count;
            assert_true(pages[i].count > 0);
            if (pages[i].count > 1) assert_true(flow_page_height(&flow, &pages[i]) <= height);
            if (next < flow.count && has_text(&flow, &pages[i]))
                assert_int_not_equal(flow.pieces[next - 1].role, NODE_HEADING);
        }
        assert_int_equal(next, flow.count);
        arena_reset(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(an_empty_flow_is_one_page, free_arena),
        cmocka_unit_test_teardown(a_page_is_filled_to_the_last_pixel, free_arena),
        cmocka_unit_test_teardown(the_last_page_is_not_left_with_a_little, free_arena),
        cmocka_unit_test_teardown(no_point_of_a_list_stands_alone, free_arena),
        cmocka_unit_test_teardown(words_that_announce_stay_with_what_follows, free_arena),
        cmocka_unit_test_teardown(a_piece_higher_than_a_page_has_one_to_itself, free_arena),
        cmocka_unit_test_teardown(the_gap_at_the_top_of_a_page_is_dropped, free_arena),
        cmocka_unit_test_teardown(four_lines_leave_two_on_each_side, free_arena),
        cmocka_unit_test_teardown(short_paragraphs_are_not_split, free_arena),
        cmocka_unit_test_teardown(a_paragraph_that_fits_nowhere_is_split_all_the_same, free_arena),
        cmocka_unit_test_teardown(a_heading_takes_two_lines_along, free_arena),
        cmocka_unit_test_teardown(a_heading_of_two_lines_is_not_split, free_arena),
        cmocka_unit_test_teardown(a_card_is_enough_below_a_heading, free_arena),
        cmocka_unit_test_teardown(what_is_kept_together_moves_on_as_a_whole, free_arena),
        cmocka_unit_test_teardown(a_ground_counts_with_the_space_inside_it, free_arena),
        cmocka_unit_test_teardown(parts_and_nodes_are_found_by_page, free_arena),
        cmocka_unit_test_teardown(every_mixture_is_cut_safely, free_arena),
    };
    return cmocka_run_group_tests_name("flow", tests, NULL, NULL);
}
