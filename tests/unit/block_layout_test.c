#include "block_fixture.h"

static const SceneItem *find_text(const Scene *scene, const char *text)
{
    for (size_t i = 0; i < scene->item_count; i++)
        if (scene->items[i].kind == ITEM_TEXT && strcmp(scene->items[i].line->text, text) == 0) return &scene->items[i];
    return NULL;
}

static Scene draw(const char *yaml, BlockLook *look)
{
    Block block = block_of(yaml);
    Flow flow = flow_of(&block, look);
    return scene_of(&flow, look->theme);
}

/* The two blocks one after the other: the space between them in u, at 1 px a u. */
static int space_between(const char *above, const char *below)
{
    BlockLook look = look_new();
    Block first = block_of(above), second = block_of(below);
    Flow flow;
    flow_begin(&flow, &arena, look.width_px, look.lang);
    first.type->layout(&first, &look, &flow);
    size_t next = flow.count;
    assert_int_equal(flow.pieces[0].gap_px, 0);
    second.type->layout(&second, &look, &flow);
    return flow.pieces[next].gap_px;
}

static void spaces_are_those_of_the_design(void **state)
{
    (void)state;
    static const char *const text = "text: One", *const heading = "heading: Two",
                             *const card = "contact: [suicide-crisis]";
    assert_int_equal(space_between(text, text), 24);
    assert_int_equal(space_between(text, heading), 40);
    assert_int_equal(space_between(text, card), 32);
    assert_int_equal(space_between(card, text), 32);
    assert_int_equal(space_between(card, heading), 40);
    assert_int_equal(space_between(heading, text), 12);
    assert_int_equal(space_between(heading, card), 20);
}

static void text_grows_with_the_step_and_labels_do_not(void **state)
{
    (void)state;
    static const int text_px[] = {17, 20, 23}, meta_px[] = {12, 12, 12}; /* half of the size is one character */
    for (int step = 0; step < 3; step++) {
        BlockLook look = look_new();
        look.text_step = step;
        Scene text = draw("text: i", &look);
        assert_int_equal(find_text(&text, "i")->box.w, text_px[step]);
        Scene quote = draw("quote: {text: I miss us., by: m}", &look);
        assert_int_equal(find_text(&quote, "m")->box.w, meta_px[step]);
    }
}

static void lines_are_higher_where_the_script_needs_it(void **state)
{
    (void)state;
    BlockLook look = look_new();
    assert_int_equal(look_line_px(&look, TYPE_READ), 51);
    look.lang = "ar";
    assert_int_equal(look_line_px(&look, TYPE_READ), 60);
}

static void accordions_are_counted_over_the_page_and_one_is_open(void **state)
{
    (void)state;
    Block block = block_of("accordion:\n  - {title: A, text: inside a}\n  - {title: B, text: inside b}");
    BlockLook look = look_new();
    look.open_accordion = 2;
    Flow flow;
    flow_begin(&flow, &arena, look.width_px, look.lang);
    block.type->layout(&block, &look, &flow);
    block.type->layout(&block, &look, &flow);
    Scene scene = scene_of(&flow, look.theme);
    assert_int_equal(look.accordion_count, 4);
    for (int i = 0; i < 4; i++) {
        int node = scene_find_node(&scene, arena_format(&arena, "accordion.%d", i));
        assert_true(node >= 0);
        assert_int_equal(scene.nodes[node].action.kind, ACTION_TOGGLE_ACCORDION);
        assert_int_equal(scene.nodes[node].action.value, i);
        assert_int_equal(scene.nodes[node].selected, i == 2);
        assert_int_equal(scene.nodes[node].area.h, 72);
    }
    assert_non_null(find_text(&scene, "inside a"));
    assert_null(find_text(&scene, "inside b"));
}

static bool has_box(const Scene *scene, Color fill)
{
    for (size_t i = 0; i < scene->item_count; i++)
        if (scene->items[i].kind == ITEM_BOX && color_equal(scene->items[i].fill, fill)) return true;
    return false;
}

static void what_is_pressed_shows_it(void **state)
{
    (void)state;
    static const char *const pressed[] = {"accordion.0", "links.0.secure", "breathing.0", NULL};
    static const char *const yaml[] = {"accordion:\n  - {title: A, text: a}", "links: [secure]",
                                       "breathing: {in: 4, out: 6, rounds: 4}"};
    for (size_t i = 0; i < ARRAY_LEN(yaml); i++) {
        Color ground = i == 2 ? theme_light()->primary_pressed : theme_light()->pressed;
        for (size_t p = 0; p < ARRAY_LEN(pressed); p++) {
            BlockLook look = look_new();
            Block block = block_of(yaml[i]);
            Flow flow;
            flow_begin(&flow, &arena, look.width_px, look.lang);
            flow.pressed = pressed[p];
            block.type->layout(&block, &look, &flow);
            Scene scene = scene_of(&flow, look.theme);
            assert_int_equal(has_box(&scene, ground), p == i);
        }
    }
}

static void links_open_their_pages_and_lost_ones_are_left_out(void **state)
{
    (void)state;
    BlockLook look = look_new();
    Scene scene = draw("links: [nowhere, asking-for-help, secure]", &look);
    assert_int_equal(scene.node_count, 2);
    assert_string_equal(scene.nodes[0].id, "links.0.asking-for-help");
    assert_int_equal(scene.nodes[0].action.kind, ACTION_OPEN_PAGE);
    assert_string_equal(scene.nodes[0].action.id, "p/asking-for-help");
    assert_string_equal(scene.items[0].image.path, "icon:book");
    Scene contacts = draw("contact: [nobody]", &look);
    assert_int_equal(contacts.item_count, 0);
}

static void columns_are_stacked_where_they_do_not_fit(void **state)
{
    (void)state;
    static const char *const yaml = "compare:\n  - {title: A, items: [a, b]}\n  - {title: B, items: [c]}";
    BlockLook look = look_new();
    Scene beside = draw(yaml, &look);
    assert_int_equal(find_text(&beside, "A")->box.y, find_text(&beside, "B")->box.y);
    assert_int_equal(beside.items[0].box.h, beside.h);
    assert_int_equal(find_text(&beside, "b")->box.y + 42 + 24, beside.h); /* the higher column */
    BlockLook narrow = look_new(), asked = look_new(), low = look_new();
    narrow.width_px = 500;
    asked.stacked = true;
    low.page_px = beside.h - 1;
    BlockLook *const stacked[] = {&narrow, &asked, &low};
    for (size_t i = 0; i < ARRAY_LEN(stacked); i++) {
        Scene scene = draw(yaml, stacked[i]);
        assert_true(find_text(&scene, "B")->box.y > find_text(&scene, "b")->box.y);
    }
    low.page_px = beside.h;
    Scene just = draw(yaml, &low);
    assert_int_equal(just.h, beside.h);
}

static void numbers_stand_below_the_name_where_it_is_narrow(void **state)
{
    (void)state;
    BlockLook look = look_new();
    Scene wide = draw("contact: [family-violence-legal]", &look);
    const SceneItem *number = find_text(&wide, "1-800-668-8258");
    assert_int_equal(number->box.x + number->box.w, 1040 - 28);
    look.width_px = 380; /* the number itself hardly fits */
    Scene narrow = draw("contact: [family-violence-legal]", &look);
    number = find_text(&narrow, "1-800-668-8258");
    assert_non_null(number); /* in one line */
    assert_int_equal(number->box.x, find_text(&narrow, "Legal help with")->box.x);
    for (size_t i = 0; i < narrow.item_count; i++) {
        const SceneItem *item = &narrow.items[i];
        if (item->kind == ITEM_TEXT && item != number) assert_true(item->box.y + item->box.h <= number->box.y);
    }
}

static void a_picture_is_no_higher_than_the_page(void **state)
{
    (void)state;
    BlockLook look = look_new();
    static const char *const yaml = "picture: {image: images/a.svg, alt: Two., caption: Close.}";
    Scene scene = draw(yaml, &look);
    assert_int_equal(scene.h, 400 + 12 + 32);
    assert_string_equal(scene.items[1].image.path, "/packs/p/images/a.svg");
    look.page_px = 300;
    Scene low = draw(yaml, &look);
    assert_int_equal(low.h, 300);
    assert_true(low.items[1].box.h < low.items[0].box.h);
}

static void a_callout_higher_than_the_page_is_cut_between_lines(void **state)
{
    (void)state;
    BlockLook look = look_new();
    Block block =
        block_of("callout:\n  kind: note\n  title: Long\n  text: |\n"
                 "    One two three four five six seven eight nine ten one two three four five six seven eight\n"
                 "    nine ten one two three four five six seven eight nine ten one two three four five six\n"
                 "    seven eight nine ten one two three four five six.\n");
    Flow flow = flow_of(&block, &look);
    assert_int_equal(flow.count, 5);
    size_t count;
    flow_paginate(&flow, 48 + 46 + 4 * 42, &count);
    assert_int_equal(count, 1);
    const FlowPage *pages = flow_paginate(&flow, 48 + 46 + 3 * 42, &count);
    assert_int_equal(count, 2);
    assert_int_equal(pages[0].count, 3); /* two lines go over */
    for (size_t i = 0; i < count; i++) {
        Scene scene;
        scene_begin(&scene, &arena, 1040, 300, look.theme->paper, "en");
        flow_emit(&flow, &pages[i], &scene, 0, 0);
        assert_int_equal(scene.items[0].box.h, flow_page_height(&flow, &pages[i]));
        const SceneItem *last = &scene.items[scene.item_count - 1];
        assert_int_equal(last->box.y + last->box.h + 24, scene.items[0].box.h);
    }
}

static void a_callout_that_fits_a_page_is_not_cut(void **state)
{
    (void)state;
    BlockLook look = look_new();
    look.width_px = 360;
    Block text = block_of("text: One");
    Block block = block_of("callout: {kind: note, text: One two three four five six seven eight nine ten.}");
    Flow flow = flow_of(&text, &look);
    block.type->layout(&block, &look, &flow);
    assert_int_equal(flow.count, 1 + 1 + 4);
    int height = 51 + 32 + 48 + 46 + 4 * 42;
    size_t count;
    const FlowPage *pages = flow_paginate(&flow, height - 1, &count);
    assert_int_equal(count, 2);
    assert_int_equal(pages[0].count, 1);
    flow_paginate(&flow, height, &count);
    assert_int_equal(count, 1);
}

static void one_source_is_named_once(void **state)
{
    (void)state;
    BlockLook look = look_new();
    Scene scene = draw("facts:\n  - {value: 1 in 5, note: a, source: S}\n  - {value: 1 in 6, note: b, source: S}\n"
                       "  - {value: 1 in 7, note: c, source: T}",
                       &look);
    assert_int_equal(scene.node_count, 5);
    assert_string_equal(scene.nodes[3].label, "Source: S");
    assert_string_equal(scene.nodes[4].label, "Source: T");
}

static void the_breathing_screen_is_asked_for_by_name(void **state)
{
    (void)state;
    BlockLook look = look_new();
    Scene scene = draw("breathing: {in: 4, out: 6, rounds: 3}", &look);
    assert_int_equal(scene.node_count, 1);
    assert_string_equal(scene.nodes[0].id, "breathing.0");
    assert_int_equal(scene.nodes[0].action.kind, ACTION_OPEN_SCREEN);
    assert_int_equal(scene.nodes[0].action.value, -1);
    assert_string_equal(scene.nodes[0].action.id, "breathing");
    assert_non_null(find_text(&scene, "3 breaths, 30 seconds"));
}

static void the_page_speaks_its_own_language(void **state)
{
    (void)state;
    BlockLook look = look_new();
    look.words = words_of(words_set, "fr");
    look.lang = "fr";
    Scene scene = draw("quote: {text: Tu me manques.}", &look);
    assert_string_equal(scene.nodes[0].label, "«\u00A0Tu me manques.\u00A0»");
    Scene callout = draw("callout: {kind: try, text: Appelez.}", &look);
    assert_string_equal(callout.nodes[0].label, word(look.words, "callout-try"));
    assert_string_not_equal(callout.nodes[0].label, "Try this");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(spaces_are_those_of_the_design, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(text_grows_with_the_step_and_labels_do_not, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(lines_are_higher_where_the_script_needs_it, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(accordions_are_counted_over_the_page_and_one_is_open, fixture_begin,
                                        fixture_end),
        cmocka_unit_test_setup_teardown(what_is_pressed_shows_it, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(links_open_their_pages_and_lost_ones_are_left_out, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(columns_are_stacked_where_they_do_not_fit, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(numbers_stand_below_the_name_where_it_is_narrow, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(a_picture_is_no_higher_than_the_page, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(a_callout_higher_than_the_page_is_cut_between_lines, fixture_begin,
                                        fixture_end),
        cmocka_unit_test_setup_teardown(a_callout_that_fits_a_page_is_not_cut, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(one_source_is_named_once, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(the_breathing_screen_is_asked_for_by_name, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(the_page_speaks_its_own_language, fixture_begin, fixture_end),
    };
    return cmocka_run_group_tests_name("block_layout", tests, NULL, NULL);
}
