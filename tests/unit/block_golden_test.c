#include "block_fixture.h"

#include "gfx/audit.h"
#include "golden.h"

static const char *dump_of(const Scene *scene)
{
    char *bytes = NULL;
    size_t count = 0;
    FILE *out = open_memstream(&bytes, &count);
    assert_non_null(out);
    scene_dump(scene, out);
    assert_int_equal(fclose(out), 0);
    const char *text = arena_copy_bytes(&arena, bytes, count);
    free(bytes);
    return text;
}

/* The scene keeps the design's rules and looks as it did. */
static void assert_scene(const Scene *scene, const char *name)
{
    AuditOptions options = {.viewport = &viewport};
    assert_int_equal(scene_audit(scene, &options, name, stderr), 0);
    assert_golden(arena_format(&arena, "blocks/%s.txt", name), dump_of(scene));
}

static void every_sample_looks_as_it_did(void **state)
{
    (void)state;
    size_t count;
    const BlockType *const *types = block_types(&count);
    for (size_t i = 0; i < count; i++) {
        Block block = block_of(types[i]->sample);
        BlockLook look = look_new();
        Flow flow = flow_of(&block, &look);
        Scene scene = scene_of(&flow, look.theme);
        assert_scene(&scene, types[i]->name);
    }
}

/* All samples in one column. */
static Scene all_samples(BlockLook *look)
{
    size_t count;
    const BlockType *const *types = block_types(&count);
    Flow flow;
    flow_begin(&flow, &arena, look->width_px, look->lang);
    for (size_t i = 0; i < count; i++) {
        Block block = block_of(types[i]->sample);
        block.type->layout(&block, look, &flow);
    }
    return scene_of(&flow, look->theme);
}

static void a_whole_column_keeps_its_spaces(void **state)
{
    (void)state;
    BlockLook look = look_new();
    look.open_accordion = 0;
    Scene scene = all_samples(&look);
    assert_scene(&scene, "all");
}

static void high_contrast_has_edges_for_tints(void **state)
{
    (void)state;
    BlockLook look = look_new();
    look.theme = theme_high_contrast();
    Scene scene = all_samples(&look);
    assert_scene(&scene, "all-high-contrast");
}

static void a_narrow_column_in_the_largest_text(void **state)
{
    (void)state;
    BlockLook look = look_new();
    look.width_px = 480;
    look.text_step = 2;
    look.open_accordion = 1;
    Scene scene = all_samples(&look);
    assert_scene(&scene, "all-narrow-largest");
}

static void arabic_words_on_a_small_screen(void **state)
{
    (void)state;
    viewport = viewport_make(1024, 600, 0);
    BlockLook look = look_new();
    look.words = words_of(words_set, "ar");
    look.lang = "ar";
    look.width_px = 900;
    Scene scene = all_samples(&look);
    scene_mirror(&scene);
    assert_scene(&scene, "all-small-arabic");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_sample_looks_as_it_did, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(a_whole_column_keeps_its_spaces, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(high_contrast_has_edges_for_tints, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(a_narrow_column_in_the_largest_text, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(arabic_words_on_a_small_screen, fixture_begin, fixture_end),
    };
    return cmocka_run_group_tests_name("block_golden", tests, NULL, NULL);
}
