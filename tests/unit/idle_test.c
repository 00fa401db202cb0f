#include "unit.h"

#include "app/idle.h"

static const Site site = {.idle = {.reading_s = 90, .crisis_s = 180, .countdown_s = 30}};

static void a_slow_reader_is_never_asked_within_a_page(void **state)
{
    (void)state;
    for (int words = 0; words <= 900; words++)
        assert_true(idle_delay_ms(&site, SCREEN_READING, words) > words * (int64_t)600);
}

static void the_delay_is_what_the_clinic_says_until_the_words_ask_for_more(void **state)
{
    (void)state;
    assert_int_equal(idle_delay_ms(&site, SCREEN_READING, 0), 90000);
    assert_int_equal(idle_delay_ms(&site, SCREEN_READING, 100), 90000);
    assert_int_equal(idle_delay_ms(&site, SCREEN_READING, 101), 90600);
    assert_int_equal(idle_delay_ms(&site, SCREEN_CRISIS, 100), 180000);
    assert_int_equal(idle_delay_ms(&site, SCREEN_READING, 100000), IDLE_LONGEST_MS);
}

static void it_asks_at_the_edge_and_not_before(void **state)
{
    (void)state;
    int64_t deadline;
    IdleFacts facts = {.screen = SCREEN_READING, .visitor = true, .words = 0, .last_input_ms = 5000};
    assert_int_equal(idle_step(&site, &facts, 94999, &deadline), IDLE_NOTHING);
    assert_int_equal(deadline, 95000);
    assert_int_equal(idle_step(&site, &facts, 95000, &deadline), IDLE_ASK);
}

static void it_leaves_at_the_end_of_the_countdown_and_not_before(void **state)
{
    (void)state;
    int64_t deadline;
    IdleFacts facts = {.screen = SCREEN_READING, .visitor = true, .last_input_ms = 5000, .warned_ms = 95000};
    assert_int_equal(idle_step(&site, &facts, 124999, &deadline), IDLE_NOTHING);
    assert_int_equal(deadline, 125000);
    assert_int_equal(idle_step(&site, &facts, 125000, &deadline), IDLE_LEAVE);
}

static void behind_hide_it_leaves_without_asking(void **state)
{
    (void)state;
    int64_t deadline;
    IdleFacts facts = {.screen = SCREEN_HIDDEN, .visitor = true, .last_input_ms = 0};
    assert_int_equal(idle_step(&site, &facts, 89999, &deadline), IDLE_NOTHING);
    assert_int_equal(idle_step(&site, &facts, 90000, &deadline), IDLE_LEAVE);
}

static void the_loop_has_no_visitor_but_a_focus_ring_is_a_trace(void **state)
{
    (void)state;
    int64_t deadline;
    IdleFacts facts = {.screen = SCREEN_ATTRACT};
    assert_int_equal(idle_step(&site, &facts, 1000000000, &deadline), IDLE_NOTHING);
    assert_true(deadline == INT64_MAX);
    facts.traces = true;
    assert_int_equal(idle_step(&site, &facts, 90000, &deadline), IDLE_LEAVE);
}

static int count(const char *text)
{
    TextLine line = {.text = text};
    SceneItem item = {.kind = ITEM_TEXT, .line = &line};
    Scene scene = {.items = &item, .item_count = 1};
    return idle_count_words(&scene);
}

static void words_are_counted_between_spaces_or_by_two_characters(void **state)
{
    (void)state;
    assert_int_equal(count(""), 0);
    assert_int_equal(count("  one two  three "), 3);
    assert_int_equal(count("L’été dernier"), 2);
    assert_int_equal(count("您可以慢慢来"), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slow_reader_is_never_asked_within_a_page),
        cmocka_unit_test(the_delay_is_what_the_clinic_says_until_the_words_ask_for_more),
        cmocka_unit_test(it_asks_at_the_edge_and_not_before),
        cmocka_unit_test(it_leaves_at_the_end_of_the_countdown_and_not_before),
        cmocka_unit_test(behind_hide_it_leaves_without_asking),
        cmocka_unit_test(the_loop_has_no_visitor_but_a_focus_ring_is_a_trace),
        cmocka_unit_test(words_are_counted_between_spaces_or_by_two_characters),
    };
    return cmocka_run_group_tests_name("idle", tests, NULL, NULL);
}
