#include "unit.h"

#include "ui/gesture.h"

/* Ten pixels a millimetre: the slop of 4.5 mm is 45 px. */
enum { SLOP = 45 };

static GestureState state;

static int start(void **unused)
{
    (void)unused;
    gesture_init(&state, 10.0);
    return 0;
}

static Gesture feed(PointerKind kind, int64_t finger, int x, int y, int64_t ms)
{
    return gesture_feed(&state, (Pointer){kind, finger, x, y, ms});
}

static void the_slop_is_in_millimetres(void **unused)
{
    (void)unused;
    assert_int_equal(state.slop_px, SLOP);
    gesture_init(&state, 0); /* not known: 96 dots an inch */
    assert_int_equal(state.slop_px, 17);
}

static void a_finger_that_rolls_by_the_slop_still_taps(void **unused)
{
    (void)unused;
    assert_int_equal(feed(POINTER_DOWN, 1, 100, 100, 0).kind, GESTURE_PRESS);
    assert_int_equal(feed(POINTER_MOVE, 1, 100, 100 + SLOP, 50).kind, GESTURE_NONE);
    assert_int_equal(feed(POINTER_UP, 1, 100 - SLOP, 100, 90).kind, GESTURE_TAP);
}

static void a_pixel_more_is_a_drag_even_if_it_comes_back(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 0);
    assert_int_equal(feed(POINTER_MOVE, 1, 100, 100 + SLOP + 1, 50).kind, GESTURE_DRAG);
    assert_int_equal(feed(POINTER_MOVE, 1, 100, 100, 100).kind, GESTURE_DRAG);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 150).kind, GESTURE_RELEASE);
}

static void a_second_tap_is_a_tremor_until_a_quarter_of_a_second(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 1000);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 1050).kind, GESTURE_TAP);
    feed(POINTER_DOWN, 1, 100, 100, 1200);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 1050 + DOUBLE_TAP_MS - 1).kind, GESTURE_CANCEL);
    start(NULL);
    feed(POINTER_DOWN, 1, 100, 100, 1000);
    feed(POINTER_UP, 1, 100, 100, 1050);
    feed(POINTER_DOWN, 1, 100, 100, 1200);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 1050 + DOUBLE_TAP_MS).kind, GESTURE_TAP);
}

static void a_second_tap_somewhere_else_is_meant(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 1000);
    feed(POINTER_UP, 1, 100, 100, 1050);
    feed(POINTER_DOWN, 1, 100 + 2 * SLOP + 1, 100, 1100);
    assert_int_equal(feed(POINTER_UP, 1, 100 + 2 * SLOP + 1, 100, 1150).kind, GESTURE_TAP);
}

static void a_second_finger_calls_everything_off_until_all_are_up(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 0);
    assert_int_equal(feed(POINTER_DOWN, 2, 300, 300, 20).kind, GESTURE_CANCEL);
    assert_int_equal(feed(POINTER_MOVE, 1, 100, 500, 40).kind, GESTURE_NONE);
    assert_int_equal(feed(POINTER_UP, 1, 100, 500, 60).kind, GESTURE_NONE);
    assert_int_equal(feed(POINTER_DOWN, 3, 100, 100, 70).kind, GESTURE_NONE);
    feed(POINTER_UP, 2, 300, 300, 80);
    assert_int_equal(feed(POINTER_UP, 3, 100, 100, 90).kind, GESTURE_NONE);
    assert_int_equal(feed(POINTER_DOWN, 1, 100, 100, 400).kind, GESTURE_PRESS);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 450).kind, GESTURE_TAP);
}

static void a_finger_that_never_lifts_is_let_go_of_after_half_a_minute(void **unused)
{
    (void)unused;
    assert_true(gesture_deadline_ms(&state) == INT64_MAX);
    feed(POINTER_DOWN, 1, 100, 100, 1000);
    assert_int_equal(gesture_deadline_ms(&state), 1000 + STUCK_TOUCH_MS);
    assert_int_equal(gesture_tick(&state, 1000 + STUCK_TOUCH_MS - 1).kind, GESTURE_NONE);
    assert_int_equal(gesture_tick(&state, 1000 + STUCK_TOUCH_MS).kind, GESTURE_CANCEL);
    assert_true(gesture_deadline_ms(&state) == INT64_MAX);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 50000).kind, GESTURE_NONE);
}

static void a_finger_that_rests_before_lifting_throws_nothing(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 500, 0);
    for (int i = 1; i <= 10; i++) feed(POINTER_MOVE, 1, 100, 500 - 20 * i, 16 * i);
    assert_true(feed(POINTER_UP, 1, 100, 300, 170).velocity_px_s < -500);
    start(NULL);
    feed(POINTER_DOWN, 1, 100, 500, 0);
    for (int i = 1; i <= 10; i++) feed(POINTER_MOVE, 1, 100, 500 - 20 * i, 16 * i);
    assert_true(feed(POINTER_UP, 1, 100, 300, 160 + 121).velocity_px_s == 0);
}

static void what_the_system_cancels_does_nothing(void **unused)
{
    (void)unused;
    feed(POINTER_DOWN, 1, 100, 100, 0);
    assert_int_equal(feed(POINTER_CANCEL, 1, 100, 100, 20).kind, GESTURE_CANCEL);
    assert_int_equal(feed(POINTER_UP, 1, 100, 100, 40).kind, GESTURE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_slop_is_in_millimetres, start),
        cmocka_unit_test_setup(a_finger_that_rolls_by_the_slop_still_taps, start),
        cmocka_unit_test_setup(a_pixel_more_is_a_drag_even_if_it_comes_back, start),
        cmocka_unit_test_setup(a_second_tap_is_a_tremor_until_a_quarter_of_a_second, start),
        cmocka_unit_test_setup(a_second_tap_somewhere_else_is_meant, start),
        cmocka_unit_test_setup(a_second_finger_calls_everything_off_until_all_are_up, start),
        cmocka_unit_test_setup(a_finger_that_never_lifts_is_let_go_of_after_half_a_minute, start),
        cmocka_unit_test_setup(a_finger_that_rests_before_lifting_throws_nothing, start),
        cmocka_unit_test_setup(what_the_system_cancels_does_nothing, start),
    };
    return cmocka_run_group_tests_name("gesture", tests, NULL, NULL);
}
