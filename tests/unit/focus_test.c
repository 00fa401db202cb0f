#include "app/picture.h"
#include "app/run.h"
#include "app_fixture.h"

#include "app/focus.h"

/* Four buttons in a square, and one that cannot be pressed:  a b / c d , and x under c. */
static Arena arena;
static Scene scene;

static void add(const char *id, int x, int y, bool disabled)
{
    scene_node(&scene, (SceneNode){.role = NODE_BUTTON,
                                   .id = id,
                                   .label = id,
                                   .area = {x, y, 80, 80},
                                   .action = {.kind = ACTION_HOME},
                                   .disabled = disabled});
    scene_node_end(&scene);
}

static int square(void **state)
{
    (void)state;
    scene_begin(&scene, &arena, 400, 400, (Color){0}, "en");
    add("a", 0, 0, false);
    add("b", 200, 0, false);
    add("c", 0, 200, false);
    add("d", 200, 200, false);
    add("x", 0, 300, true);
    return 0;
}

static int square_end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void tab_goes_round_and_leaves_out_what_cannot_be_pressed(void **state)
{
    (void)state;
    assert_string_equal(focus_move(&scene, "", KEY_TAB), "a");
    assert_string_equal(focus_move(&scene, "c", KEY_TAB), "d");
    assert_string_equal(focus_move(&scene, "d", KEY_TAB), "a");
    assert_string_equal(focus_move(&scene, "a", KEY_BACK_TAB), "d");
}

static void arrows_go_where_they_point_and_stop_at_the_edge(void **state)
{
    (void)state;
    assert_string_equal(focus_move(&scene, "a", KEY_RIGHT), "b");
    assert_string_equal(focus_move(&scene, "b", KEY_DOWN), "d");
    assert_string_equal(focus_move(&scene, "d", KEY_LEFT), "c");
    assert_string_equal(focus_move(&scene, "c", KEY_UP), "a");
    assert_null(focus_move(&scene, "a", KEY_LEFT));
    assert_null(focus_move(&scene, "c", KEY_DOWN));
    assert_null(focus_move(&scene, "a", KEY_ENTER));
}

static void a_focus_that_has_gone_moves_to_what_is_nearest(void **state)
{
    (void)state;
    assert_false(focus_holds(&scene, "gone"));
    assert_false(focus_holds(&scene, "x"));
    assert_true(focus_holds(&scene, "a"));
    assert_string_equal(focus_repair(&scene, "gone", (Rect){210, 210, 60, 60}), "d");
    assert_string_equal(focus_repair(&scene, "x", (Rect){0, 300, 80, 80}), "a"); /* there, but not to be had */
}

static void key(KeyKind kind)
{
    app_event(&app, &(Event){.kind = EVENT_KEY_DOWN, .key = kind, .time_ms = app.now_ms});
    app_event(&app, &(Event){.kind = EVENT_KEY_UP, .key = kind, .time_ms = app.now_ms});
    app_frame(&app);
}

static void a_touch_takes_the_ring_away(void **state)
{
    (void)state;
    key(KEY_TAB);
    assert_string_not_equal(app.state->session.focus, "");
    pointer_at(POINTER_DOWN, 5, 540);
    assert_string_equal(app.state->session.focus, "");
}

static void a_key_that_is_held_acts_once(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/lake");
    int before = app.state->session.back_count;
    for (int i = 0; i < 5; i++)
        app_event(&app, &(Event){.kind = EVENT_KEY_DOWN, .key = KEY_ESCAPE, .time_ms = app.now_ms});
    assert_int_equal(app.state->session.back_count, before - 1);
}

static void what_a_key_opens_has_a_focus(void **state)
{
    (void)state;
    key(KEY_ENTER);
    assert_int_equal(app.state->session.place.screen, SCREEN_READING);
    assert_true(focus_holds(app_scene(&app), app.state->session.focus));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tab_goes_round_and_leaves_out_what_cannot_be_pressed, square, square_end),
        cmocka_unit_test_setup_teardown(arrows_go_where_they_point_and_stop_at_the_edge, square, square_end),
        cmocka_unit_test_setup_teardown(a_focus_that_has_gone_moves_to_what_is_nearest, square, square_end),
        cmocka_unit_test_setup_teardown(a_touch_takes_the_ring_away, app_start, app_stop),
        cmocka_unit_test_setup_teardown(a_key_that_is_held_acts_once, app_start, app_stop),
        cmocka_unit_test_setup_teardown(what_a_key_opens_has_a_focus, app_start, app_stop),
    };
    return cmocka_run_group_tests_name("focus", tests, NULL, NULL);
}
