/* canvas_test.c - what is painted, pixel by pixel, and that painting in parts is painting the whole. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fs.h"
#include "platform/paint/canvas.h"
#include "platform/paint/cells.h"
#include "platform/paint/picture.h"

static const Color white = {255, 255, 255, 255}, black = {0, 0, 0, 255}, red = {255, 0, 0, 255};

typedef struct Easel {
    FontSet *fonts;
    Images *images;
    Canvas *canvas, *fresh; /* the second one paints every scene from nothing */
    Arena arena;
    Scene scene;
} Easel;

static int easel_set_up(void **state)
{
    Easel *easel = calloc(1, sizeof(*easel));
    easel->fonts = fontset_new();
    easel->images = images_new(NULL, NULL);
    easel->canvas = canvas_new(easel->fonts, easel->images);
    easel->fresh = canvas_new(easel->fonts, easel->images);
    scene_begin(&easel->scene, &easel->arena, 400, 300, white, "en");
    *state = easel;
    return 0;
}

static int easel_tear_down(void **state)
{
    Easel *easel = *state;
    canvas_free(easel->canvas);
    canvas_free(easel->fresh);
    images_free(easel->images);
    fontset_free(easel->fonts);
    arena_free(&easel->arena);
    free(easel);
    return 0;
}

static uint32_t pixel(const Canvas *canvas, int x, int y)
{
    int w, h;
    const uint32_t *pixels = canvas_pixels(canvas, &w, &h);
    assert_in_range(x, 0, w - 1);
    assert_in_range(y, 0, h - 1);
    return pixels[y * w + x];
}

/* One line of one run, whose ink reaches out of its box on purpose when line_px is small. */
static const TextLine *line_of(Easel *easel, FontId font, int size_px, const char *text)
{
    FontSource source = fontset_source(easel->fonts);
    TextRun *run = ARENA_NEW(&easel->arena, TextRun);
    *run = (TextRun){.font = font, .size_px = size_px, .text = arena_copy(&easel->arena, text)};
    run->width_px = source.width_px(source.context, run);
    TextLine *line = ARENA_NEW(&easel->arena, TextLine);
    *line =
        (TextLine){.runs = run, .run_count = 1, .width_px = run->width_px, .baseline_px = size_px, .text = run->text};
    return line;
}

static void edge_lies_inside_the_box(void **state)
{
    Easel *easel = *state;
    scene_framed_box(&easel->scene, (Rect){50, 50, 100, 80}, (Color){0}, 0, red, 3);
    canvas_paint(easel->canvas, &easel->scene);
    assert_int_equal(pixel(easel->canvas, 49, 90), 0xffffffff);
    assert_int_equal(pixel(easel->canvas, 50, 90), 0xffff0000);
    assert_int_equal(pixel(easel->canvas, 52, 90), 0xffff0000);
    assert_int_equal(pixel(easel->canvas, 53, 90), 0xffffffff); /* nothing within: the fill is transparent */
    assert_int_equal(pixel(easel->canvas, 149, 129), 0xffff0000);
    assert_int_equal(pixel(easel->canvas, 150, 90), 0xffffffff);
}

static void opacity_is_exact_at_its_ends(void **state)
{
    Easel *easel = *state;
    scene_box(&easel->scene, (Rect){0, 0, 10, 10}, black, 0)->opacity = 0;
    scene_box(&easel->scene, (Rect){10, 0, 10, 10}, black, 0)->opacity = 102;
    scene_box(&easel->scene, (Rect){20, 0, 10, 10}, (Color){255, 255, 255, 128}, 0); /* white on white stays white */
    canvas_paint(easel->canvas, &easel->scene);
    assert_int_equal(pixel(easel->canvas, 5, 5), 0xffffffff);
    assert_in_range(pixel(easel->canvas, 15, 5) & 255, 151, 155);
    assert_int_equal(pixel(easel->canvas, 25, 5), 0xffffffff);
}

static void code_has_a_quiet_zone_and_even_modules(void **state)
{
    Easel *easel = *state;
    static const uint8_t modules[9] = {1, 0, 0, 0, 1, 0, 1, 0, 0};
    scene_box(&easel->scene, (Rect){0, 0, 400, 300}, red, 0);
    scene_code(&easel->scene, (Rect){20, 20, 115, 115}, modules, 3); /* 11 modules of 10 px, 5 px to spare */
    canvas_paint(easel->canvas, &easel->scene);
    const int left = 20 + (115 - 30) / 2;
    for (int y = 20; y < 135; y++)
        for (int x = 20; x < 135; x++) {
            int column = x - left, row = y - left;
            bool inside = column >= 0 && column < 30 && row >= 0 && row < 30;
            bool dark = inside && modules[row / 10 * 3 + column / 10] == 1;
            assert_int_equal(pixel(easel->canvas, x, y), dark ? 0xff000000 : 0xffffffff);
        }
}

static void icon_is_tinted_and_flipped(void **state)
{
    Easel *easel = *state;
    scene_icon(&easel->scene, (Rect){0, 0, 96, 96}, "back", red);
    scene_icon(&easel->scene, (Rect){96, 0, 96, 96}, "back", red)->flipped = true;
    canvas_paint(easel->canvas, &easel->scene);
    int inked = 0;
    for (int y = 0; y < 96; y++)
        for (int x = 0; x < 96; x++) {
            uint32_t got = pixel(easel->canvas, x, y);
            assert_int_equal(got, pixel(easel->canvas, 191 - x, y));
            assert_int_equal(got >> 16 & 255, 255); /* red over white: red stays full */
            if ((got & 0xffff) == 0) inked++;
        }
    assert_in_range(inked, 300, 4000);
}

static uint32_t random_next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static int random_int(uint32_t *state, int low, int high)
{
    return low + (int)(random_next(state) % (uint32_t)(high - low + 1));
}

static Rect random_rect(uint32_t *state)
{
    return (Rect){random_int(state, -40, 380), random_int(state, -40, 280), random_int(state, 1, 160),
                  random_int(state, 1, 120)};
}

static Color random_color(uint32_t *state)
{
    uint32_t rgb = random_next(state);
    return (Color){(uint8_t)rgb, (uint8_t)(rgb >> 8), (uint8_t)(rgb >> 16), random_int(state, 0, 2) > 0 ? 255 : 120};
}

static void random_item(Easel *easel, uint32_t *state)
{
    static const char *const words[] = {"Waiting", "9-8-8", "jagged \xc3\x85ngstr\xc3\xb6m", "fjord"};
    static const uint8_t modules[25] = {1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1};
    static const char *const images[] = {"icon:home", "art:mark", "icon:nothing-of-that-name"};
    Scene *scene = &easel->scene;
    Rect rect = random_rect(state);
    Color color = random_color(state);
    const TextLine *line;
    SceneItem *item;
    switch (random_int(state, 0, 5)) {
    case 0: item = scene_arc(scene, rect, color, random_int(state, 1, 12), random_int(state, 0, 9) / 10.0, 0.7); break;
    case 1:
        line = line_of(easel, 0, random_int(state, 12, 60), words[random_int(state, 0, 3)]);
        item = scene_line(scene, line, rect.x, rect.y, random_int(state, 10, 60), color);
        break;
    case 2: item = scene_image(scene, rect, (ImageRef){images[random_int(state, 0, 2)], false}); break;
    case 3: item = scene_code(scene, rect, modules, 5); break;
    default:
        item = scene_framed_box(scene, rect, color, random_int(state, 0, 40), random_color(state),
                                random_int(state, 0, 5));
        break;
    }
    item->opacity = (uint8_t)(random_int(state, 0, 3) > 0 ? 255 : random_int(state, 0, 255));
    item->flipped = random_int(state, 0, 1) == 1;
}

/* A scene that is a little different from the one with the seed before: most items are the same. */
static void random_scene(Easel *easel, uint32_t step)
{
    arena_reset(&easel->arena);
    scene_begin(&easel->scene, &easel->arena, 400, 300, color_rgb(0xf7f1e6), "en");
    for (uint32_t i = 0; i < 14; i++) {
        uint32_t state = i * 7919u + (step + i * 5) / 11 * 104729u; /* each changes every eleventh step */
        int before = easel->scene.open_clip;
        if (i % 4 == 3) scene_push_clip(&easel->scene, random_rect(&state));
        if (random_int(&state, 0, 7) > 0) random_item(easel, &state);
        scene_pop_clip(&easel->scene, before);
    }
}

static void assert_same_pixels(const Canvas *a, const Canvas *b, uint32_t step)
{
    int w, h, other_w, other_h;
    const uint32_t *left = canvas_pixels(a, &w, &h), *right = canvas_pixels(b, &other_w, &other_h);
    assert_int_equal(w, other_w);
    assert_int_equal(h, other_h);
    for (int i = 0; i < w * h; i++)
        if (left[i] != right[i]) fail_msg("step %u at %d, %d: %08x, not %08x", step, i % w, i / w, left[i], right[i]);
}

/* Every pixel that differs lies in exactly one of the changes. */
static void assert_changes_are_told(const Canvas *canvas, const uint32_t *before)
{
    int w, h;
    const uint32_t *after = canvas_pixels(canvas, &w, &h);
    size_t count;
    const Rect *changes = canvas_changes(canvas, &count);
    for (int i = 0; i < w * h; i++) {
        int covered = 0;
        for (size_t c = 0; c < count; c++) covered += rect_contains(changes[c], i % w, i / w);
        assert_in_range(covered, before[i] != after[i], 1);
    }
}

static void painting_in_parts_is_painting_the_whole(void **state)
{
    Easel *easel = *state;
    uint32_t *before = malloc(400 * 300 * sizeof(*before));
    int partial = 0, w, h;
    for (uint32_t step = 0; step < 300; step++) {
        random_scene(easel, step);
        if (step > 0) memcpy(before, canvas_pixels(easel->canvas, &w, &h), 400 * 300 * sizeof(*before));
        canvas_paint(easel->canvas, &easel->scene);
        if (step > 0) assert_changes_are_told(easel->canvas, before);
        canvas_invalidate(easel->fresh);
        canvas_paint(easel->fresh, &easel->scene);
        assert_same_pixels(easel->canvas, easel->fresh, step);
        size_t count;
        const Rect *changes = canvas_changes(easel->canvas, &count);
        int area = 0;
        for (size_t i = 0; i < count; i++) area += changes[i].w * changes[i].h;
        partial += area > 0 && area < 400 * 300;
    }
    assert_in_range(partial, 150, 300); /* or this would have tested nothing */
    free(before);
}

static void nothing_new_paints_nothing(void **state)
{
    Easel *easel = *state;
    random_scene(easel, 1);
    Rect first = canvas_paint(easel->canvas, &easel->scene);
    assert_true(rect_equal(first, (Rect){0, 0, 400, 300}));
    assert_true(rect_is_empty(canvas_paint(easel->canvas, &easel->scene)));
    random_scene(easel, 1); /* built anew, but the same */
    assert_true(rect_is_empty(canvas_paint(easel->canvas, &easel->scene)));
    canvas_invalidate(easel->canvas);
    assert_true(rect_equal(canvas_paint(easel->canvas, &easel->scene), first));
}

static void small_change_paints_few_cells(void **state)
{
    Easel *easel = *state;
    SceneItem *item = scene_box(&easel->scene, (Rect){100, 100, 20, 20}, black, 0);
    canvas_paint(easel->canvas, &easel->scene);
    item->fill = red;
    Rect changed = canvas_paint(easel->canvas, &easel->scene);
    assert_true(rect_equal(changed, (Rect){CELL_PX, CELL_PX, CELL_PX, CELL_PX}));
}

static void order_of_items_matters(void **state)
{
    Easel *easel = *state;
    scene_box(&easel->scene, (Rect){10, 10, 20, 20}, black, 0);
    scene_box(&easel->scene, (Rect){10, 10, 20, 20}, red, 0);
    canvas_paint(easel->canvas, &easel->scene);
    assert_int_equal(pixel(easel->canvas, 15, 15), 0xffff0000);
    SceneItem first = easel->scene.items[0];
    easel->scene.items[0] = easel->scene.items[1];
    easel->scene.items[1] = first;
    assert_false(rect_is_empty(canvas_paint(easel->canvas, &easel->scene)));
    assert_int_equal(pixel(easel->canvas, 15, 15), 0xff000000);
}

static void ground_changes_everything(void **state)
{
    Easel *easel = *state;
    canvas_paint(easel->canvas, &easel->scene);
    easel->scene.ground = red;
    assert_true(rect_equal(canvas_paint(easel->canvas, &easel->scene), (Rect){0, 0, 400, 300}));
    assert_int_equal(pixel(easel->canvas, 399, 299), 0xffff0000);
}

static void scene_of_another_size_is_painted_whole(void **state)
{
    Easel *easel = *state;
    canvas_paint(easel->canvas, &easel->scene);
    scene_begin(&easel->scene, &easel->arena, 300, 400, red, "en");
    assert_true(rect_equal(canvas_paint(easel->canvas, &easel->scene), (Rect){0, 0, 300, 400}));
    assert_int_equal(pixel(easel->canvas, 299, 399), 0xffff0000);
}

static void moving_takes_the_picture_along(void **state)
{
    Easel *easel = *state;
    uint32_t *borrowed = calloc(400 * 300, sizeof(*borrowed)), *other = calloc(400 * 300, sizeof(*other));
    random_scene(easel, 3);
    canvas_paint(easel->fresh, &easel->scene);
    canvas_paint(easel->canvas, &easel->scene);
    canvas_move(easel->canvas, borrowed, 400, 300);
    assert_true(rect_is_empty(canvas_paint(easel->canvas, &easel->scene)));
    int w, h;
    assert_ptr_equal(canvas_pixels(easel->canvas, &w, &h), borrowed);
    assert_same_pixels(easel->canvas, easel->fresh, 3);
    canvas_move(easel->canvas, NULL, 400, 300);
    assert_ptr_not_equal(canvas_pixels(easel->canvas, &w, &h), borrowed);
    assert_true(rect_is_empty(canvas_paint(easel->canvas, &easel->scene)));
    assert_same_pixels(easel->canvas, easel->fresh, 3);
    /* From one caller's pixels to others nothing is copied: the first may be gone. */
    canvas_move(easel->canvas, borrowed, 400, 300);
    canvas_move(easel->canvas, other, 400, 300);
    assert_int_equal(other[0], 0);
    assert_true(rect_equal(canvas_paint(easel->canvas, &easel->scene), (Rect){0, 0, 400, 300}));
    assert_same_pixels(easel->canvas, easel->fresh, 3);
    canvas_leave(easel->canvas);
    free(borrowed);
    free(other);
    assert_true(rect_equal(canvas_paint(easel->canvas, &easel->scene), (Rect){0, 0, 400, 300}));
}

static void wiping_leaves_no_pixel(void **state)
{
    Easel *easel = *state;
    random_scene(easel, 5);
    canvas_paint(easel->canvas, &easel->scene);
    canvas_wipe(easel->canvas);
    for (int y = 0; y < 300; y++)
        for (int x = 0; x < 400; x++) assert_int_equal(pixel(easel->canvas, x, y), 0xff000000);
    canvas_paint(easel->canvas, &easel->scene);
    canvas_paint(easel->fresh, &easel->scene);
    assert_same_pixels(easel->canvas, easel->fresh, 5);
}

static void png_holds_what_is_painted(void **state)
{
    Easel *easel = *state;
    random_scene(easel, 7);
    assert_false(canvas_save_png(easel->canvas, "/nowhere/picture.png"));
    canvas_paint(easel->canvas, &easel->scene);
    char path[] = "/tmp/hearth-canvas-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    Bytes first, second;
    assert_true(canvas_save_png(easel->canvas, path));
    assert_int_equal(fs_read(&easel->arena, path, 1 << 22, &first), FS_OK);
    assert_true(canvas_save_png(easel->canvas, path));
    assert_int_equal(fs_read(&easel->arena, path, 1 << 22, &second), FS_OK);
    unlink(path);
    assert_int_equal(first.count, second.count);
    assert_memory_equal(first.data, second.data, first.count);
    PictureData picture;
    assert_true(picture_decode(first, 400, 300, &picture));
    int w, h;
    assert_memory_equal(picture.pixels, canvas_pixels(easel->canvas, &w, &h), 400 * 300 * sizeof(uint32_t));
    free(picture.pixels);
    assert_false(canvas_save_png(easel->canvas, "/nowhere/picture.png"));
}

int main(void)
{
#define EASEL_TEST(name) cmocka_unit_test_setup_teardown(name, easel_set_up, easel_tear_down)
    const struct CMUnitTest tests[] = {
        EASEL_TEST(edge_lies_inside_the_box),
        EASEL_TEST(opacity_is_exact_at_its_ends),
        EASEL_TEST(code_has_a_quiet_zone_and_even_modules),
        EASEL_TEST(icon_is_tinted_and_flipped),
        EASEL_TEST(painting_in_parts_is_painting_the_whole),
        EASEL_TEST(nothing_new_paints_nothing),
        EASEL_TEST(small_change_paints_few_cells),
        EASEL_TEST(order_of_items_matters),
        EASEL_TEST(ground_changes_everything),
        EASEL_TEST(scene_of_another_size_is_painted_whole),
        EASEL_TEST(moving_takes_the_picture_along),
        EASEL_TEST(wiping_leaves_no_pixel),
        EASEL_TEST(png_holds_what_is_painted),
    };
    return cmocka_run_group_tests_name("canvas", tests, NULL, NULL);
}
