#include "unit.h"

#include <string.h>

#include "gfx/audit.h"
#include "gfx/code.h"
#include "gfx/scene.h"
#include "gfx/scene_compare.h"

static Arena arena;

static Scene scene_new(void)
{
    Scene scene;
    scene_begin(&scene, &arena, 1920, 1080, color_rgb(0xFFFFFF), "en");
    return scene;
}

static int add_target(Scene *scene, const char *id, Rect area)
{
    int node = scene_node(
        scene, (SceneNode){.role = NODE_BUTTON, .id = id, .label = id, .area = area, .action = {.kind = ACTION_BACK}});
    scene_node_end(scene);
    return node;
}

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void the_topmost_node_is_hit(void **state)
{
    (void)state;
    Scene scene = scene_new();
    int below = add_target(&scene, "below", (Rect){0, 0, 100, 100});
    int above = add_target(&scene, "above", (Rect){50, 50, 100, 100});
    assert_int_equal(scene_hit(&scene, 10, 10), below);
    assert_int_equal(scene_hit(&scene, 60, 60), above);
    assert_int_equal(scene_hit(&scene, 149, 149), above);
    assert_int_equal(scene_hit(&scene, 150, 150), -1);
}

static void under_an_overlay_only_the_dock_acts(void **state)
{
    (void)state;
    Scene scene = scene_new();
    add_target(&scene, "page", (Rect){0, 0, 100, 100});
    scene.open_layer = 1;
    scene_node(&scene, (SceneNode){.role = NODE_GROUND,
                                   .id = "scrim",
                                   .area = {0, 0, 1920, 900},
                                   .action = {.kind = ACTION_CLOSE_OVERLAY}});
    scene_node_end(&scene);
    int card = add_target(&scene, "card", (Rect){500, 300, 300, 100});
    scene.open_layer = 0;
    int dock = scene_node(&scene, (SceneNode){.role = NODE_BUTTON,
                                              .id = "hide",
                                              .label = "hide",
                                              .area = {0, 950, 200, 100},
                                              .action = {.kind = ACTION_HIDE},
                                              .always = true});
    assert_int_equal(scene_hit(&scene, 550, 350), card);
    assert_int_equal(scene_hit(&scene, 50, 1000), dock);
    assert_string_equal(scene.nodes[scene_hit(&scene, 50, 50)].id, "scrim");
    assert_int_equal(scene_next_target(&scene, -1, 1), card);
    assert_int_equal(scene_next_target(&scene, card, 1), dock);
    assert_int_equal(scene_next_target(&scene, dock, 1), card);
}

static void a_node_outside_its_clip_cannot_be_touched(void **state)
{
    (void)state;
    Scene scene = scene_new();
    scene_push_clip(&scene, (Rect){0, 0, 100, 50});
    int node = add_target(&scene, "half", (Rect){0, 0, 100, 100});
    scene_pop_clip(&scene, -1);
    assert_int_equal(scene_hit(&scene, 10, 49), node);
    assert_int_equal(scene_hit(&scene, 10, 51), -1);
}

static void focus_moves_by_direction_within_a_row_first(void **state)
{
    (void)state;
    Scene scene = scene_new();
    int a = add_target(&scene, "a", (Rect){0, 0, 100, 100}), b = add_target(&scene, "b", (Rect){200, 0, 100, 100});
    int c = add_target(&scene, "c", (Rect){0, 200, 100, 100});
    assert_int_equal(scene_target_towards(&scene, a, 1, 0), b);
    assert_int_equal(scene_target_towards(&scene, a, 0, 1), c);
    assert_int_equal(scene_target_towards(&scene, a, -1, 0), -1);
    assert_int_equal(scene_next_target(&scene, -1, 1), a);
    assert_int_equal(scene_next_target(&scene, -1, -1), c);
}

static void mirroring_twice_is_the_same_picture(void **state)
{
    (void)state;
    Scene scene = scene_new(), copy = scene_new();
    Scene *both[] = {&scene, &copy};
    for (size_t i = 0; i < 2; i++) {
        scene_box(both[i], (Rect){10, 20, 30, 40}, color_rgb(0xFF0000), 5);
        scene_image(both[i], (Rect){100, 20, 30, 40}, (ImageRef){"images/03-anxious.svg", true});
        scene_arc(both[i], (Rect){300, 20, 30, 40}, color_rgb(0), 3, 0.1, 0.3);
    }
    scene_mirror(&scene);
    assert_int_equal(scene.items[0].box.x, 1920 - 10 - 30);
    assert_true(scene.items[1].flipped);
    assert_false(scene_same_picture(&scene, &copy));
    scene_mirror(&scene);
    assert_int_equal(scene.items[0].box.x, 10);
    assert_false(scene.items[1].flipped);
}

static void every_part_of_an_item_counts_for_its_hash(void **state)
{
    (void)state;
    Scene scene = scene_new();
    scene_push_clip(&scene, (Rect){0, 0, 50, 50});
    SceneItem *item = scene_framed_box(&scene, (Rect){1, 2, 3, 4}, color_rgb(0x010203), 1, color_rgb(0x040506), 2);
    uint64_t before = scene_item_hash(&scene, item);
    SceneItem changes[] = {*item, *item, *item, *item, *item, *item, *item};
    changes[0].box.w++;
    changes[1].fill.b++;
    changes[2].edge.r++;
    changes[3].edge_px++;
    changes[4].radius_px++;
    changes[5].opacity--;
    changes[6].clip = -1;
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) assert_true(scene_item_hash(&scene, &changes[i]) != before);
}

static void appended_parts_keep_their_nodes_and_clips(void **state)
{
    (void)state;
    Scene scene = scene_new(), part = scene_new();
    scene_push_clip(&part, (Rect){0, 0, 20, 20});
    scene_node(
        &part,
        (SceneNode){
            .role = NODE_BUTTON, .id = "in", .label = "in", .area = {0, 0, 20, 20}, .action = {.kind = ACTION_BACK}});
    scene_box(&part, (Rect){0, 0, 20, 20}, color_rgb(0), 0);
    scene_node_end(&part);
    add_target(&scene, "first", (Rect){500, 500, 10, 10});
    scene_append(&scene, &part, 100, 200);
    int node = scene_find_node(&scene, "in");
    assert_int_equal(node, 1);
    assert_int_equal(scene.nodes[node].area.x, 100);
    assert_int_equal(scene.items[0].node, node);
    assert_int_equal(scene.clips[scene.items[0].clip].y, 200);
    assert_int_equal(scene_hit(&scene, 110, 210), node);
}

static int audit_findings(const Scene *scene, bool needs_crisis, char *said, size_t size)
{
    Viewport viewport = viewport_make(1920, 1080, 0);
    AuditOptions options = {.viewport = &viewport, .needs_crisis = needs_crisis};
    FILE *out = fmemopen(said, size, "w");
    int findings = scene_audit(scene, &options, "here", out);
    fclose(out);
    return findings;
}

static void the_audit_finds_each_fault(void **state)
{
    (void)state;
    char said[4096];
    Scene scene = scene_new();
    add_target(&scene, "fine", (Rect){100, 100, 200, 72});
    assert_int_equal(audit_findings(&scene, false, said, sizeof(said)), 0);
    assert_int_equal(audit_findings(&scene, true, said, sizeof(said)), 1);
    assert_non_null(strstr(said, "crisis strip is missing"));
    add_target(&scene, "small", (Rect){400, 100, 60, 72});
    assert_int_equal(audit_findings(&scene, false, said, sizeof(said)), 1);
    assert_non_null(strstr(said, "small is 60x72"));
    add_target(&scene, "over", (Rect){150, 100, 200, 72});
    assert_true(audit_findings(&scene, false, said, sizeof(said)) >= 2);
    assert_non_null(strstr(said, "overlap"));

    TextRun run = {.font = 0, .size_px = 30, .text = "pale", .width_px = 80};
    TextLine line = {.runs = &run, .run_count = 1, .width_px = 80, .baseline_px = 30, .text = "pale"};
    Scene words = scene_new();
    scene_line(&words, &line, 10, 10, 40, color_rgb(0x999999));
    assert_int_equal(audit_findings(&words, false, said, sizeof(said)), 1);
    assert_non_null(strstr(said, "contrast"));
    Scene cut = scene_new();
    scene_line(&cut, &line, 1900, 10, 40, color_rgb(0));
    assert_int_equal(audit_findings(&cut, false, said, sizeof(said)), 1);
    assert_non_null(strstr(said, "is cut"));
    Scene clash = scene_new();
    scene_line(&clash, &line, 10, 10, 40, color_rgb(0));
    scene_line(&clash, &line, 40, 16, 40, color_rgb(0));
    assert_int_equal(audit_findings(&clash, false, said, sizeof(said)), 1);
    assert_non_null(strstr(said, "runs into"));
}

/* Tab goes to the right in a row, and to the left once it is mirrored. */
static void the_audit_knows_how_people_read(void **state)
{
    (void)state;
    char said[4096];
    Scene scene = scene_new(), back = scene_new();
    scene_node(&scene, (SceneNode){.role = NODE_BUTTON,
                                   .id = "crisis",
                                   .label = "9-8-8",
                                   .area = {48, 980, 400, 76},
                                   .action = {.kind = ACTION_CRISIS},
                                   .always = true});
    scene_node_end(&scene);
    scene_append(&back, &scene, 0, 0);
    add_target(&scene, "left", (Rect){100, 100, 200, 72});
    add_target(&scene, "right", (Rect){400, 100, 200, 72});
    add_target(&scene, "below", (Rect){100, 200, 200, 72});
    add_target(&back, "right", (Rect){400, 100, 200, 72});
    add_target(&back, "left", (Rect){100, 100, 200, 72});
    for (int mirrored = 0; mirrored < 2; mirrored++) {
        assert_int_equal(audit_findings(&scene, true, said, sizeof(said)), 0);
        assert_int_equal(audit_findings(&back, true, said, sizeof(said)), 1);
        assert_non_null(strstr(said, "left is met after right, and stands before it"));
        scene_mirror(&scene);
        scene_mirror(&back);
    }
}

static void codes_hold_what_fits_and_no_more(void **state)
{
    (void)state;
    char text[CODE_BYTES_MAX + 2];
    memset(text, 'x', sizeof(text));
    text[CODE_BYTES_MAX + 1] = '\0';
    int modules = 0;
    assert_null(code_make(&arena, text, &modules));
    text[CODE_BYTES_MAX] = '\0';
    assert_non_null(code_make(&arena, text, &modules));
    assert_true(modules <= 41);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_topmost_node_is_hit),
        cmocka_unit_test(under_an_overlay_only_the_dock_acts),
        cmocka_unit_test(a_node_outside_its_clip_cannot_be_touched),
        cmocka_unit_test(focus_moves_by_direction_within_a_row_first),
        cmocka_unit_test(mirroring_twice_is_the_same_picture),
        cmocka_unit_test(every_part_of_an_item_counts_for_its_hash),
        cmocka_unit_test(appended_parts_keep_their_nodes_and_clips),
        cmocka_unit_test(the_audit_finds_each_fault),
        cmocka_unit_test(the_audit_knows_how_people_read),
        cmocka_unit_test(codes_hold_what_fits_and_no_more),
    };
    return cmocka_run_group_tests_name("scene", tests, NULL, free_arena);
}
