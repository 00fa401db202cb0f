/* scan_test.c - groups in reading order, the way through them, and what counts as a press of a switch. */
#include "unit.h"

#include <string.h>

#include "ui/scan.h"

static Arena arena;

static Scene scene_new(void)
{
    Scene scene;
    scene_begin(&scene, &arena, 1920, 1080, color_rgb(0xFFFFFF), "en");
    return scene;
}

static void add(Scene *scene, const char *id, int x, int y, int w, ActionKind action, bool always)
{
    scene_node(scene, (SceneNode){.role = NODE_BUTTON,
                                  .id = id,
                                  .label = id,
                                  .area = {x, y, w, 80},
                                  .action = {.kind = action},
                                  .always = always});
    scene_node_end(scene);
}

static void add_dock(Scene *scene)
{
    add(scene, "crisis", 48, 980, 400, ACTION_CRISIS, true);
    add(scene, "dock.languages", 1200, 980, 120, ACTION_OPEN_SCREEN, true);
    add(scene, "dock.contrast", 1340, 980, 120, ACTION_TOGGLE_CONTRAST, true);
    add(scene, "dock.hide", 1700, 980, 170, ACTION_HIDE, true);
}

/* Two rows of things, one thing alone, and the dock. */
static Scene page_new(void)
{
    Scene scene = scene_new();
    add(&scene, "back", 64, 20, 170, ACTION_BACK, false);
    add(&scene, "home", 250, 24, 170, ACTION_HOME, false);
    add(&scene, "one", 64, 300, 500, ACTION_OPEN_PAGE, false);
    add(&scene, "two", 600, 300, 500, ACTION_OPEN_PAGE, false);
    add(&scene, "three", 1200, 310, 500, ACTION_OPEN_PAGE, false);
    add(&scene, "on", 64, 700, 300, ACTION_TURN_BY, false);
    add_dock(&scene);
    return scene;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void assert_group(const Scene *scene, const ScanGroup *group, const char *ids)
{
    char is[256] = "";
    for (int i = 0; i < group->count; i++) {
        const char *id = scene->nodes[group->nodes[i]].id;
        size_t at = strlen(is);
        snprintf(is + at, sizeof(is) - at, "%s%s", i > 0 ? " " : "", id);
    }
    assert_string_equal(is, ids);
}

static void groups_are_hide_and_help_then_rows_then_the_dock(void **state)
{
    (void)state;
    Scene scene = page_new();
    ScanGroups groups = scan_groups(&scene, &arena);
    assert_int_equal(groups.count, 5);
    assert_group(&scene, &groups.items[0], "dock.hide crisis");
    assert_group(&scene, &groups.items[1], "back home");
    assert_group(&scene, &groups.items[2], "one two three");
    assert_group(&scene, &groups.items[3], "on");
    assert_group(&scene, &groups.items[4], "dock.languages dock.contrast");
    assert_true(rect_equal(groups.items[1].box, (Rect){64, 20, 356, 84}));
}

static void a_long_row_is_cut_evenly(void **state)
{
    (void)state;
    static const char *const ids[] = {"a", "b", "c", "d", "e", "f", "g", "h"};
    for (int count = SCAN_GROUP_MAX; count <= 8; count++) {
        Scene scene = scene_new();
        for (int i = 0; i < count; i++) add(&scene, ids[i], 64 + i * 150, 300, 140, ACTION_TYPE, false);
        ScanGroups groups = scan_groups(&scene, &arena);
        assert_int_equal(groups.count, count > SCAN_GROUP_MAX ? 2 : 1);
        assert_int_equal(groups.items[0].count, count > SCAN_GROUP_MAX ? count / 2 : count);
    }
}

/* Three below each other are met one by one; of four or more the first press takes the column. What turns pages never
 * hides in one. */
static void a_column_of_many_is_one_group(void **state)
{
    (void)state;
    static const char *const ids[] = {"a", "b", "c", "d", "e"};
    for (int count = 3; count <= 4; count++) {
        Scene scene = scene_new();
        for (int i = 0; i < count; i++) add(&scene, ids[i], 64, 100 + i * 120, 900, ACTION_OPEN_PAGE, false);
        add(&scene, "on", 64, 800, 300, ACTION_TURN_BY, false);
        ScanGroups groups = scan_groups(&scene, &arena);
        assert_int_equal(groups.count, count == 3 ? 4 : 2);
        assert_group(&scene, &groups.items[groups.count - 1], "on");
    }
}

static void an_overlay_comes_before_help(void **state)
{
    (void)state;
    Scene scene = page_new();
    scene.open_layer = 1;
    scene_node(&scene, (SceneNode){.role = NODE_GROUND,
                                   .id = "scrim",
                                   .label = "Close",
                                   .area = {0, 0, 1920, 960},
                                   .action = {.kind = ACTION_STAY}});
    scene_node_end(&scene);
    add(&scene, "yes", 500, 500, 300, ACTION_STAY, false);
    add(&scene, "done", 820, 500, 300, ACTION_LEAVE, false);
    ScanGroups groups = scan_groups(&scene, &arena);
    assert_int_equal(groups.count, 3);
    assert_group(&scene, &groups.items[0], "yes done");
    assert_group(&scene, &groups.items[1], "dock.hide crisis");
}

static void a_screen_that_is_a_door_is_a_stop(void **state)
{
    (void)state;
    Scene scene = scene_new();
    scene_node(&scene, (SceneNode){.role = NODE_GROUND,
                                   .id = "slide",
                                   .label = "A line",
                                   .area = {0, 0, 1920, 1080},
                                   .action = {.kind = ACTION_WAKE}});
    scene_node_end(&scene);
    add(&scene, "crisis", 48, 980, 400, ACTION_CRISIS, true);
    ScanGroups groups = scan_groups(&scene, &arena);
    assert_int_equal(groups.count, 2);
    assert_group(&scene, &groups.items[0], "crisis");
    assert_group(&scene, &groups.items[1], "slide");
}

static void the_ring_goes_round_and_a_press_goes_in(void **state)
{
    (void)state;
    Scene scene = page_new();
    ScanGroups groups = scan_groups(&scene, &arena);
    ScanPlace place = {.level = SCAN_GROUPS};
    static const char *const heads[] = {"dock.hide", "back", "one", "on", "dock.languages", "dock.hide"};
    for (size_t i = 0; i < ARRAY_LEN(heads); i++) {
        place = i == 0 ? scan_settle(&scene, &groups, &place) : scan_next(&scene, &groups, &place);
        assert_string_equal(place.id, heads[i]);
    }
    place = scan_next(&scene, &groups, &place);
    place = scan_next(&scene, &groups, &place);
    assert_int_equal(scan_choose(&scene, &groups, &place), -1);
    assert_int_equal(place.level, SCAN_ITEMS);
    assert_string_equal(place.id, "one");
    place = scan_next(&scene, &groups, &place);
    assert_string_equal(place.id, "two");
    assert_int_equal(scan_choose(&scene, &groups, &place), scene_find_node(&scene, "two"));
    place = scan_next(&scene, &groups, &place);
    assert_string_equal(place.id, "three");
    assert_false(place.out);
    place = scan_next(&scene, &groups, &place);
    assert_true(place.out);
    ScanPlace again = scan_next(&scene, &groups, &place);
    assert_string_equal(again.id, "one");
    assert_int_equal(scan_choose(&scene, &groups, &place), -1);
    assert_int_equal(place.level, SCAN_GROUPS);
    assert_string_equal(place.id, "one");
}

static void one_thing_alone_needs_one_press(void **state)
{
    (void)state;
    Scene scene = page_new();
    ScanGroups groups = scan_groups(&scene, &arena);
    ScanPlace place = {.level = SCAN_GROUPS, .id = "on"};
    assert_int_equal(scan_choose(&scene, &groups, &place), scene_find_node(&scene, "on"));
}

/* "Read on" has the row for itself on the first page of a text, and "Page up" before it on the second. */
static void what_has_acted_stays_under_the_ring(void **state)
{
    (void)state;
    Scene first = page_new(), second = scene_new();
    ScanGroups groups = scan_groups(&first, &arena);
    ScanPlace place = {.level = SCAN_GROUPS, .id = "on"};
    assert_int_equal(scan_stay(&first, &groups, &place).level, SCAN_GROUPS);
    add(&second, "up", 64, 700, 100, ACTION_TURN_BY, false);
    add(&second, "on", 180, 700, 300, ACTION_TURN_BY, false);
    groups = scan_groups(&second, &arena);
    place = scan_stay(&second, &groups, &place);
    assert_int_equal(scan_choose(&second, &groups, &place), scene_find_node(&second, "on"));
    ScanPlace gone = {.level = SCAN_ITEMS, .id = "two"};
    assert_string_equal(scan_stay(&second, &groups, &gone).id, "up");
}

static void what_has_gone_is_begun_anew(void **state)
{
    (void)state;
    Scene scene = page_new();
    ScanGroups groups = scan_groups(&scene, &arena);
    ScanPlace place = {.level = SCAN_ITEMS, .id = "of another page"};
    ScanPlace settled = scan_settle(&scene, &groups, &place);
    assert_int_equal(settled.level, SCAN_GROUPS);
    assert_string_equal(settled.id, "dock.hide");
    ScanPlace rests = {0};
    settled = scan_settle(&scene, &groups, &rests);
    assert_int_equal(settled.level, SCAN_RESTS);
}

static void the_ring_is_round_what_is_meant(void **state)
{
    (void)state;
    Scene scene = page_new();
    ScanPlace place = {.level = SCAN_ITEMS, .id = "two"};
    size_t before = scene.item_count;
    scan_draw(&scene, &place, color_rgb(0x1B5FA8), 6, 4, 4);
    assert_int_equal(scene.item_count, before + 2);
    assert_true(rect_equal(scene.items[before].box, (Rect){590, 290, 520, 100}));
    assert_int_equal(scene.items[before].edge_px, 6);
    assert_int_equal(scene.items[before + 1].edge_px, 4);
    /* Hide and help stand apart, with tools between them: each has its own. */
    place = (ScanPlace){.level = SCAN_GROUPS};
    before = scene.item_count;
    scan_draw(&scene, &place, color_rgb(0x1B5FA8), 6, 4, 4);
    assert_int_equal(scene.item_count, before + 2);
    place.level = SCAN_RESTS;
    scan_draw(&scene, &place, color_rgb(0x1B5FA8), 6, 4, 4);
    assert_int_equal(scene.item_count, before + 2);
}

static void contacts_that_bounce_press_once(void **state)
{
    (void)state;
    ScanSwitch contact = {0};
    assert_true(scan_switch_down(&contact, 0, 150)); /* also at the very beginning of time */
    scan_switch_up(&contact, 5);
    assert_false(scan_switch_down(&contact, 9, 150));
    scan_switch_up(&contact, 40);
    assert_false(scan_switch_down(&contact, 189, 150));
    scan_switch_up(&contact, 189);
    assert_true(scan_switch_down(&contact, 339, 150));
    /* Held down it says so again and again, and is one press. */
    for (int64_t ms = 600; ms < 6000; ms += 500) assert_false(scan_switch_down(&contact, ms, 150));
    scan_switch_up(&contact, 6000);
    assert_true(scan_switch_down(&contact, 6150, 150));
}

static void the_pace_has_two_ends(void **state)
{
    (void)state;
    assert_int_equal(scan_pace_ms(2000, 0), 2000);
    assert_int_equal(scan_pace_ms(2000, 1), 3000);
    assert_int_equal(scan_pace_ms(2000, -1), 1500);
    assert_int_equal(scan_pace_ms(2000, 100), 10000);
    assert_int_equal(scan_pace_ms(2000, -100), 500);
    assert_int_equal(scan_pace_ms(2200, 0), 2200);
    assert_int_equal(scan_pace_ms(2200, 1), 3000);
    assert_int_equal(scan_pace_ms(2200, -1), 2000);
    assert_int_equal(scan_pace_ms(500, -1), 500);
    assert_int_equal(scan_pace_ms(10000, 1), 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(groups_are_hide_and_help_then_rows_then_the_dock, free_arena),
        cmocka_unit_test_teardown(a_long_row_is_cut_evenly, free_arena),
        cmocka_unit_test_teardown(a_column_of_many_is_one_group, free_arena),
        cmocka_unit_test_teardown(an_overlay_comes_before_help, free_arena),
        cmocka_unit_test_teardown(a_screen_that_is_a_door_is_a_stop, free_arena),
        cmocka_unit_test_teardown(the_ring_goes_round_and_a_press_goes_in, free_arena),
        cmocka_unit_test_teardown(one_thing_alone_needs_one_press, free_arena),
        cmocka_unit_test_teardown(what_has_acted_stays_under_the_ring, free_arena),
        cmocka_unit_test_teardown(what_has_gone_is_begun_anew, free_arena),
        cmocka_unit_test_teardown(the_ring_is_round_what_is_meant, free_arena),
        cmocka_unit_test(contacts_that_bounce_press_once),
        cmocka_unit_test(the_pace_has_two_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
