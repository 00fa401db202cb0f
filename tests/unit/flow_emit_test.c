#include "flow_fixture.h"

static void a_ground_that_is_cut_is_two_whole_boxes(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_ground(&flow, 6, 8);
    size_t count;
    const FlowPage *pages = flow_paginate(&flow, 4 * LINE + 10, &count);
    assert_int_equal(count, 2);
    static const int heights[] = {4 * LINE + 10, 2 * LINE + 10};
    for (size_t i = 0; i < count; i++) {
        Scene scene;
        scene_begin(&scene, &arena, 200, 200, color_rgb(0), "en");
        flow_emit(&flow, &pages[i], &scene, 50, 20);
        assert_int_equal(scene.items[0].kind, ITEM_BOX);
        assert_true(rect_equal(scene.items[0].box, (Rect){53, 20, 90, heights[i]}));
        assert_int_equal(scene.items[1].box.y, 25);
        assert_int_equal(flow_page_height(&flow, &pages[i]), heights[i]);
    }
}

static Scene emit(const Flow *flow, const char *lang)
{
    size_t count;
    const FlowPage *pages = flow_paginate(flow, 1000, &count);
    assert_int_equal(count, 1);
    Scene scene;
    scene_begin(&scene, &arena, 200, 1000, color_rgb(0), lang);
    flow_emit(flow, &pages[0], &scene, 7, 100);
    return scene;
}

static void lines_of_a_paragraph_are_one_node(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 3, 0);
    add_text(&flow, 'b', 2, 24);
    Scene scene = emit(&flow, "en");
    assert_int_equal(scene.node_count, 2);
    assert_string_equal(scene.nodes[0].label, "a0 a1 a2");
    assert_string_equal(scene.nodes[1].label, "b0 b1");
    assert_true(rect_equal(scene.nodes[0].area, (Rect){7, 100, 20, 30}));
    assert_true(rect_equal(scene.nodes[1].area, (Rect){7, 154, 20, 20}));
    assert_null(scene.nodes[0].lang);
    for (size_t i = 0; i < scene.item_count; i++) assert_int_equal(scene.items[i].node, i < 3 ? 0 : 1);
}

static void lines_broken_without_a_space_are_joined_without_one(void **state)
{
    (void)state;
    TextLine lines[] = {{.text = "一二", .width_px = 20, .end_byte = 6},
                        {.text = "三四", .width_px = 20, .start_byte = 6, .end_byte = 12}};
    TextLayout layout = {lines, 2, 20, LINE, false};
    Flow flow = flow_new();
    flow_paragraph(&flow, &layout, NODE_TEXT, 0, 0, color_rgb(0));
    Scene scene = emit(&flow, "en");
    assert_string_equal(scene.nodes[0].label, "一二三四");
}

static void a_paragraph_on_two_pages_is_a_node_on_each(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 4, 0);
    flow.pieces[0].spoken = "Step 1 of 2.";
    size_t count;
    const FlowPage *pages = flow_paginate(&flow, 20, &count);
    assert_int_equal(count, 2);
    static const char *const labels[] = {"Step 1 of 2. a0 a1", "a2 a3"};
    for (size_t i = 0; i < count; i++) {
        Scene scene;
        scene_begin(&scene, &arena, 200, 1000, color_rgb(0), "en");
        flow_emit(&flow, &pages[i], &scene, 0, 0);
        assert_int_equal(scene.node_count, 1);
        assert_string_equal(scene.nodes[0].label, labels[i]);
    }
}

static void nodes_of_another_language_say_so(void **state)
{
    (void)state;
    Flow flow = flow_new();
    add_text(&flow, 'a', 1, 0);
    Scene scene = emit(&flow, "fr");
    assert_string_equal(scene.nodes[0].lang, "en");
}

static void a_pressed_piece_knows_while_it_is_drawn(void **state)
{
    (void)state;
    Flow flow = flow_new();
    flow.pressed = "two";
    add_button(&flow, "one");
    add_button(&flow, "two");
    Scene scene = emit(&flow, "en");
    assert_true(color_equal(scene.items[0].fill, color_rgb(2)));
    assert_true(color_equal(scene.items[1].fill, color_rgb(1)));
    assert_true(rect_equal(scene.nodes[1].area, (Rect){7, 120, 50, 20}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_ground_that_is_cut_is_two_whole_boxes, free_arena),
        cmocka_unit_test_teardown(lines_of_a_paragraph_are_one_node, free_arena),
        cmocka_unit_test_teardown(lines_broken_without_a_space_are_joined_without_one, free_arena),
        cmocka_unit_test_teardown(a_paragraph_on_two_pages_is_a_node_on_each, free_arena),
        cmocka_unit_test_teardown(nodes_of_another_language_say_so, free_arena),
        cmocka_unit_test_teardown(a_pressed_piece_knows_while_it_is_drawn, free_arena),
    };
    return cmocka_run_group_tests_name("flow_emit", tests, NULL, NULL);
}
