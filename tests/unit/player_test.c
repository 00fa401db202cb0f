/* The player on a virtual clock: nothing is said early, nothing twice, and a pause takes no time. */
#include "unit.h"

#include "ui/player.h"

enum { START = 1000, LONG = 3000 };

static Player playing(int count)
{
    Player player;
    player_start(&player, 0, count, START);
    player_say(&player, LONG, PLAYER_REST_MS, START);
    return player;
}

static void a_sentence_waits_for_its_sound(void **state)
{
    (void)state;
    Player player;
    player_start(&player, 0, 2, START);
    assert_int_equal(player.phase, PLAYER_WAITING);
    assert_true(player_deadline_ms(&player) == INT64_MAX);
    assert_int_equal(player_tick(&player, START + 60000), PLAYER_NOTHING);
    player_say(&player, LONG, PLAYER_REST_MS, START + 60000);
    assert_int_equal(player.phase, PLAYER_SAYING);
    assert_true(player_deadline_ms(&player) == START + 60000 + LONG);
}

static void sentences_follow_each_other_after_a_rest(void **state)
{
    (void)state;
    Player player = playing(2);
    assert_int_equal(player_tick(&player, START + LONG - 1), PLAYER_NOTHING);
    assert_int_equal(player.phase, PLAYER_SAYING);
    assert_int_equal(player_tick(&player, START + LONG), PLAYER_NOTHING);
    assert_int_equal(player.phase, PLAYER_RESTING);
    assert_int_equal(player_tick(&player, START + LONG + PLAYER_REST_MS - 1), PLAYER_NOTHING);
    assert_int_equal(player_tick(&player, START + LONG + PLAYER_REST_MS), PLAYER_NEXT);
    assert_int_equal(player.sentence, 1);
    assert_int_equal(player.phase, PLAYER_WAITING);
    player_say(&player, 10, 0, 9000);
    assert_int_equal(player_tick(&player, 9010), PLAYER_NOTHING);
    assert_int_equal(player_tick(&player, 9010), PLAYER_ENDED);
    assert_int_equal(player.phase, PLAYER_OFF);
}

static void a_pause_takes_no_time(void **state)
{
    (void)state;
    Player player = playing(2);
    player_pause(&player, START + 1000);
    assert_true(player_deadline_ms(&player) == INT64_MAX);
    assert_false(player_is_saying(&player));
    assert_int_equal(player_tick(&player, START + 99000), PLAYER_NOTHING);
    player_pause(&player, START + 5000); /* twice is once */
    player_go_on(&player, START + 100000);
    assert_true(player_deadline_ms(&player) == START + 99000 + LONG);
    player_go_on(&player, START + 200000);
    assert_true(player_deadline_ms(&player) == START + 99000 + LONG);
}

static void sound_that_comes_in_a_pause_waits(void **state)
{
    (void)state;
    Player player;
    player_start(&player, 0, 1, START);
    player_pause(&player, START + 100);
    player_say(&player, LONG, 0, START + 500);
    assert_true(player_deadline_ms(&player) == INT64_MAX);
    player_go_on(&player, START + 9000);
    assert_true(player_deadline_ms(&player) == START + 9000 + LONG);
}

static void back_says_it_again_or_the_one_before(void **state)
{
    (void)state;
    Player player = playing(3);
    assert_true(player_skip(&player, 1, START + 10));
    assert_int_equal(player.sentence, 1);
    player_say(&player, 2 * LONG, 0, START + 10);
    assert_true(player_skip(&player, -1, START + 10 + PLAYER_RESTART_MS + 1));
    assert_int_equal(player.sentence, 1);
    player_say(&player, 2 * LONG, 0, 20000);
    assert_true(player_skip(&player, -1, 20000 + PLAYER_RESTART_MS));
    assert_int_equal(player.sentence, 0);
    assert_true(player_skip(&player, -1, 20000));
    assert_int_equal(player.sentence, 0);
    player.sentence = 2;
    assert_false(player_skip(&player, 1, 20000));
    assert_int_equal(player.sentence, 2);
}

static void what_cannot_be_said_is_passed_over_but_not_for_ever(void **state)
{
    (void)state;
    Player player;
    player_start(&player, 0, 9, START);
    for (int i = 1; i < PLAYER_FAILURES_MAX; i++) {
        player_fail(&player, START);
        assert_int_equal(player_tick(&player, START), PLAYER_NEXT);
        assert_int_equal(player.sentence, i);
    }
    player_fail(&player, START);
    assert_int_equal(player_tick(&player, START), PLAYER_ENDED);
}

static void what_has_nothing_to_hear_is_no_failure(void **state)
{
    (void)state;
    Player player;
    player_start(&player, 0, PLAYER_FAILURES_MAX + 2, START);
    for (int i = 0; i <= PLAYER_FAILURES_MAX; i++) {
        player_pass(&player, START);
        assert_int_equal(player_tick(&player, START), PLAYER_NEXT);
    }
    player_pass(&player, START);
    assert_int_equal(player_tick(&player, START), PLAYER_ENDED);
}

static void the_share_follows_the_sound(void **state)
{
    (void)state;
    Player player = playing(1);
    assert_true(player_share(&player, START) == 0);
    assert_true(player_share(&player, START + LONG / 2) == 0.5);
    player_pause(&player, START + LONG / 2);
    assert_true(player_share(&player, START + LONG) == 0.5);
    player_go_on(&player, START + LONG);
    player_tick(&player, START + 9 * LONG);
    assert_true(player_share(&player, START + 9 * LONG) == 1);
}

static void nothing_to_say_is_off(void **state)
{
    (void)state;
    Player player;
    player_start(&player, 0, 0, START);
    assert_int_equal(player.phase, PLAYER_OFF);
    assert_int_equal(player_tick(&player, START), PLAYER_NOTHING);
    assert_false(player_skip(&player, 1, START));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_waits_for_its_sound),
        cmocka_unit_test(sentences_follow_each_other_after_a_rest),
        cmocka_unit_test(a_pause_takes_no_time),
        cmocka_unit_test(sound_that_comes_in_a_pause_waits),
        cmocka_unit_test(back_says_it_again_or_the_one_before),
        cmocka_unit_test(what_cannot_be_said_is_passed_over_but_not_for_ever),
        cmocka_unit_test(what_has_nothing_to_hear_is_no_failure),
        cmocka_unit_test(the_share_follows_the_sound),
        cmocka_unit_test(nothing_to_say_is_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
