/* Fingers of somebody who does not see the screen, on both sides of each edge. */
#include "unit.h"

#include "ui/explore.h"

static ExploreState state;

static int begin(void **unused)
{
    (void)unused;
    explore_init(&state, 20);
    return 0;
}

static ExploreKind feed(PointerKind kind, int64_t finger, int x, int y, int64_t ms)
{
    return explore_feed(&state, (Pointer){kind, finger, x, y, ms}).kind;
}

static void a_tap_says_and_two_choose(void **unused)
{
    (void)unused;
    assert_int_equal(feed(POINTER_DOWN, 1, 100, 100, 0), EXPLORE_NOTHING);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 60), EXPLORE_UNDER);
    feed(POINTER_DOWN, 1, 700, 500, 300);
    assert_int_equal(feed(POINTER_UP, 1, 700, 500, 60 + EXPLORE_TWICE_MS - 1), EXPLORE_CHOOSE);
    feed(POINTER_DOWN, 1, 100, 100, 700);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 760), EXPLORE_UNDER);
    feed(POINTER_DOWN, 1, 100, 100, 1200);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 760 + EXPLORE_TWICE_MS), EXPLORE_UNDER);
}

static void a_resting_and_a_sliding_finger_hear(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 0);
    assert_int_equal(explore_tick(&state, EXPLORE_TAP_MS - 1).kind, EXPLORE_NOTHING);
    assert_int_equal(explore_tick(&state, EXPLORE_TAP_MS).kind, EXPLORE_UNDER);
    assert_int_equal(explore_tick(&state, 5000).kind, EXPLORE_NOTHING);
    assert_int_equal(feed(POINTER_MOVE, 1, 200, 100, 5100), EXPLORE_UNDER);
    assert_int_equal(feed(POINTER_UP, 1, 200, 100, 5200), EXPLORE_NOTHING);
}

static void swipes_go_on_and_back(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 0);
    assert_int_equal(feed(POINTER_MOVE, 1, 160, 100, 100), EXPLORE_NOTHING);
    assert_int_equal(feed(POINTER_UP, 1, 160, 100, 150), EXPLORE_NEXT);
    feed(POINTER_DOWN, 1, 160, 100, 1000);
    feed(POINTER_MOVE, 1, 100, 100, 1100);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 1150), EXPLORE_PREVIOUS);
    feed(POINTER_DOWN, 1, 100, 100, 2000);
    feed(POINTER_MOVE, 1, 159, 100, 2100);
    assert_int_equal(feed(POINTER_UP, 1, 159, 100, 2150), EXPLORE_NOTHING);
}

static void two_fingers_silence_and_three_turn_it_on(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 0);
    feed(POINTER_DOWN, 2, 300, 100, 20);
    feed(POINTER_UP, 2, 300, 100, 80);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 90), EXPLORE_SILENCE);
    for (int finger = 1; finger <= 3; finger++) feed(POINTER_DOWN, finger, 100 * finger, 100, 1000 + finger);
    assert_true(explore_deadline_ms(&state) == 1003 + EXPLORE_HOLD_MS);
    assert_int_equal(explore_tick(&state, 1002 + EXPLORE_HOLD_MS).kind, EXPLORE_NOTHING);
    assert_int_equal(explore_tick(&state, 1003 + EXPLORE_HOLD_MS).kind, EXPLORE_TOGGLE);
    assert_int_equal(explore_tick(&state, 9000).kind, EXPLORE_NOTHING);
    for (int finger = 1; finger <= 3; finger++) assert_int_equal(feed(POINTER_UP, finger, 0, 0, 9100), EXPLORE_NOTHING);
    for (int finger = 1; finger <= 4; finger++) feed(POINTER_DOWN, finger, 100 * finger, 100, 10000);
    assert_true(explore_deadline_ms(&state) == INT64_MAX); /* a palm */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_tap_says_and_two_choose, begin),
        cmocka_unit_test_setup(a_resting_and_a_sliding_finger_hear, begin),
        cmocka_unit_test_setup(swipes_go_on_and_back, begin),
        cmocka_unit_test_setup(two_fingers_silence_and_three_turn_it_on, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
