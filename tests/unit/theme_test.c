#include "unit.h"

#include "gfx/theme.h"

/* The pairs of the design's section 9, and the ratio that each must reach. */
typedef struct Pair {
    Color text, ground;
    double least;
} Pair;

static void check_pairs(const Pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double ratio = color_contrast(pairs[i].text, pairs[i].ground);
        if (ratio < pairs[i].least) fail_msg("pair %zu has %.2f, needs %.1f", i, ratio, pairs[i].least);
    }
}

static void light_theme_reaches_its_ratios(void **state)
{
    (void)state;
    const Theme *t = theme_light();
    const Pair pairs[] = {
        {t->ink, t->paper, 7},
        {t->ink, t->card, 7},
        {t->ink, t->sunk, 7},
        {t->ink2, t->paper, 7},
        {t->ink2, t->card, 7},
        {t->ink2, t->sunk, 4.5},
        {t->on_primary, t->primary, 7},
        {t->on_primary, t->primary_pressed, 7},
        {t->ink, t->pressed, 7},
        {t->edge, t->paper, 3},
        {t->edge, t->card, 3},
        {t->edge, t->sunk, 3},
        {t->focus, t->paper, 3},
        {t->focus, t->card, 3},
        {t->paper, t->ink, 7},
        {t->ink, t->hide_sky, 7},
        {t->on_hide_pill, t->hide_pill, 7},
        {t->family[FAMILY_CRISIS].deep, t->crisis_pressed, 4.5},
    };
    check_pairs(pairs, ARRAY_LEN(pairs));
    for (int family = 0; family < FAMILIES; family++) {
        const FamilyColors *colors = &t->family[family];
        const AttractColors *attract = &t->attract[family];
        const Pair own[] = {
            {t->ink, colors->tint, 7},
            {colors->deep, colors->tint, 4.5},
            {colors->deep, t->card, 4.5},
            {attract->text, attract->ground, 7},
            {attract->on_button, attract->button, 4.5},
        };
        check_pairs(own, ARRAY_LEN(own));
    }
}

static void high_contrast_reaches_fifteen(void **state)
{
    (void)state;
    const Theme *t = theme_high_contrast();
    const Pair pairs[] = {
        {t->ink, t->paper, 15},
        {t->ink2, t->card, 15},
        {t->ink, t->sunk, 15},
        {t->on_primary, t->primary, 15},
        {t->focus, t->paper, 15},
        {t->family[FAMILY_CRISIS].deep, t->family[FAMILY_CRISIS].tint, 15},
        {t->attract[FAMILY_GROWTH].text, t->attract[FAMILY_GROWTH].ground, 15},
        {t->ink, t->pressed, 7},
    };
    check_pairs(pairs, ARRAY_LEN(pairs));
}

static void viewport_has_the_shape_of_the_design(void **state)
{
    (void)state;
    assert_int_equal(viewport_make(1920, 1080, 0).shape, SHAPE_LANDSCAPE);
    assert_int_equal(viewport_make(1080, 1920, 0).shape, SHAPE_PORTRAIT);
    assert_int_equal(viewport_make(1024, 600, 0).shape, SHAPE_SMALL);
    assert_int_equal(viewport_make(1280, 720, 0).shape, SHAPE_LANDSCAPE); /* 720 is not under 720 */
    assert_int_equal(viewport_make(1279, 719, 0).shape, SHAPE_SMALL);
    Viewport small = viewport_make(1024, 600, 0);
    assert_int_equal(viewport_px(&small, 72), 56);
    assert_int_equal(viewport_px(&small, 0.1), 1); /* strokes are never under a pixel */
    assert_int_equal(viewport_px(&small, 0), 0);
}

static void easing_starts_and_ends_in_place(void **state)
{
    (void)state;
    double (*const curves[])(double) = {ease_out_quad, ease_out_cubic, ease_in_out_cubic, ease_in_out_sine};
    for (size_t i = 0; i < ARRAY_LEN(curves); i++) {
        assert_true(curves[i](0) < 1e-9 && curves[i](0) > -1e-9);
        assert_true(curves[i](1) < 1 + 1e-9 && curves[i](1) > 1 - 1e-9);
        for (double t = 0; t < 1; t += 0.01) assert_true(curves[i](t + 0.01) >= curves[i](t) - 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(light_theme_reaches_its_ratios),
        cmocka_unit_test(high_contrast_reaches_fifteen),
        cmocka_unit_test(viewport_has_the_shape_of_the_design),
        cmocka_unit_test(easing_starts_and_ends_in_place),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
