/* raster_test.c - shapes against their plain definitions, and that a clip is a clip. */
#include "unit.h"

#include <math.h>
#include <string.h>

#include "platform/paint/raster.h"

enum { W = 130, H = 90 };

static const Color white = {255, 255, 255, 255}, black = {0, 0, 0, 255}, red = {255, 0, 0, 255};
static const Rect everywhere = {0, 0, W, H};

typedef struct Sheet {
    uint32_t pixels[W * H];
    Raster raster;
} Sheet;

static void sheet_clear(Sheet *sheet)
{
    sheet->raster = (Raster){sheet->pixels, W, H};
    for (int i = 0; i < W * H; i++) sheet->pixels[i] = 0xffffffff;
}

static uint32_t pixel(const Sheet *sheet, int x, int y) { return sheet->pixels[y * W + x]; }

/* True if a point lies in a rounded box, by the plain definition. */
static bool point_in_box(double x, double y, double left, double top, double right, double bottom, double radius)
{
    if (x < left || x >= right || y < top || y >= bottom) return false;
    double dx = fmax(fmax(left + radius - x, x - (right - radius)), 0);
    double dy = fmax(fmax(top + radius - y, y - (bottom - radius)), 0);
    return dx * dx + dy * dy <= radius * radius;
}

/* Black fill, white ground, red edge: what 16 x 16 points within a pixel say. */
static void expected_pixel(const BoxShape *shape, int x, int y, double out[3])
{
    enum { POINTS = 16 };
    const Rect b = shape->box;
    const int edge = shape->edge_px;
    double sum[3] = {0, 0, 0};
    for (int i = 0; i < POINTS * POINTS; i++) {
        double px = x + (i % POINTS + 0.5) / POINTS, py = y + (i / POINTS + 0.5) / POINTS;
        bool outer = point_in_box(px, py, b.x, b.y, b.x + b.w, b.y + b.h, shape->radius_px);
        bool inner = edge == 0 ? outer
                               : point_in_box(px, py, b.x + edge, b.y + edge, b.x + b.w - edge, b.y + b.h - edge,
                                              fmax(0, shape->radius_px - edge));
        Color color = inner ? shape->fill : outer ? shape->edge : white;
        sum[0] += color.r;
        sum[1] += color.g;
        sum[2] += color.b;
    }
    for (int i = 0; i < 3; i++) out[i] = sum[i] / (POINTS * POINTS);
}

static const BoxShape shapes[] = {
    {{10, 10, 100, 60}, 0, 0, {0, 0, 0, 255}, {0}},
    {{10, 10, 100, 60}, 24, 0, {0, 0, 0, 255}, {0}},
    {{10, 10, 100, 60}, 30, 0, {0, 0, 0, 255}, {0}},
    {{10, 10, 61, 61}, 30, 3, {0, 0, 0, 255}, {255, 0, 0, 255}},
    {{10, 10, 100, 60}, 12, 2, {0, 0, 0, 255}, {255, 0, 0, 255}},
    {{10, 10, 100, 60}, 4, 9, {0, 0, 0, 255}, {255, 0, 0, 255}},
    {{10, 10, 7, 7}, 3, 1, {0, 0, 0, 255}, {255, 0, 0, 255}},
};

static void boxes_match_their_definition(void **state)
{
    (void)state;
    enum { TOLERANCE = 26 }; /* a tenth: what the eye does not see on an edge of one pixel */
    Sheet sheet;
    for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
        sheet_clear(&sheet);
        raster_box(&sheet.raster, everywhere, &shapes[i]);
        for (int at = 0; at < W * H; at++) {
            double expected[3];
            expected_pixel(&shapes[i], at % W, at / W, expected);
            for (int c = 0; c < 3; c++) {
                double off = fabs(expected[c] - (sheet.pixels[at] >> (16 - 8 * c) & 255));
                if (off > TOLERANCE) fail_msg("shape %zu at %d, %d: channel %d is %.0f off", i, at % W, at / W, c, off);
            }
        }
    }
}

static void arc_runs_clockwise_from_the_top(void **state)
{
    (void)state;
    enum { NEAR = 18, FAR = 71, TOP = 5 }; /* on the middle of the band, 45 degrees from the axes; at the top */
    static const struct {
        double start, sweep;
        bool right_top, right_bottom, left_bottom, left_top;
    } arcs[] = {
        {0, 0.25, true, false, false, false},   {0.25, 0.25, false, true, false, false},
        {0.5, 0.75, true, false, true, true},   {0.3, 1, true, true, true, true},
        {-0.25, 0.5, true, false, false, true}, {0, 0, false, false, false, false},
        {0.75, 0.75, true, true, false, true},
    };
    for (size_t i = 0; i < ARRAY_LEN(arcs); i++) {
        Sheet sheet;
        sheet_clear(&sheet);
        raster_arc(&sheet.raster, everywhere, (Rect){0, 0, 90, 90}, 10, arcs[i].start, arcs[i].sweep, black);
        assert_int_equal(pixel(&sheet, FAR, NEAR) == 0xff000000, arcs[i].right_top);
        assert_int_equal(pixel(&sheet, FAR, FAR) == 0xff000000, arcs[i].right_bottom);
        assert_int_equal(pixel(&sheet, NEAR, FAR) == 0xff000000, arcs[i].left_bottom);
        assert_int_equal(pixel(&sheet, NEAR, NEAR) == 0xff000000, arcs[i].left_top);
        assert_int_equal(pixel(&sheet, 45, 45), 0xffffffff);
    }
    Sheet sheet; /* its ends are round: ink a little before the top, none further */
    sheet_clear(&sheet);
    raster_arc(&sheet.raster, everywhere, (Rect){0, 0, 90, 90}, 10, 0, 0.25, black);
    assert_int_equal(pixel(&sheet, 42, TOP), 0xff000000);
    assert_int_equal(pixel(&sheet, 38, TOP), 0xffffffff);
}

static const uint8_t mask[6] = {0, 128, 255, 255, 64, 0};
static const uint32_t picture[6] = {0x00ff0000, 0x80ff0000, 0xffff0000, 0xff00ff00, 0xff0000ff, 0xff808080};

static void masks_are_tinted(void **state)
{
    (void)state;
    Sheet sheet;
    sheet_clear(&sheet);
    raster_mask(&sheet.raster, everywhere, 5, 6, mask, 3, 2, red);
    static const uint32_t expected[6] = {0xffffffff, 0xffff7e7e, 0xffff0000, 0xffff0000, 0xffffbfbf, 0xffffffff};
    for (int i = 0; i < 6; i++) assert_int_equal(pixel(&sheet, 5 + i % 3, 6 + i / 3), expected[i]);
    sheet_clear(&sheet);
    raster_mask(&sheet.raster, everywhere, -1, -1, mask, 3, 2, red); /* its second row, from the second column on */
    assert_int_equal(pixel(&sheet, 0, 0), 0xffffbfbf);
    assert_int_equal(pixel(&sheet, 1, 0), 0xffffffff);
}

static void pictures_are_flipped_tinted_and_faded(void **state)
{
    (void)state;
    Sheet sheet;
    PictureShape shape = {.pixels = picture, .x = 2, .y = 3, .w = 3, .h = 2, .opacity = 255};
    sheet_clear(&sheet);
    raster_picture(&sheet.raster, everywhere, &shape);
    assert_int_equal(pixel(&sheet, 2, 3), 0xffffffff);
    assert_int_equal(pixel(&sheet, 4, 3), 0xffff0000);
    assert_int_equal(pixel(&sheet, 2, 4), 0xff00ff00);
    sheet_clear(&sheet);
    shape.flipped = true;
    raster_picture(&sheet.raster, everywhere, &shape);
    assert_int_equal(pixel(&sheet, 2, 3), 0xffff0000);
    assert_int_equal(pixel(&sheet, 2, 4), 0xff808080);
    sheet_clear(&sheet);
    shape.tint = black;
    shape.opacity = 51;
    raster_picture(&sheet.raster, everywhere, &shape);
    assert_in_range(pixel(&sheet, 2, 4) & 255, 203, 205);
    assert_int_equal(pixel(&sheet, 4, 3), 0xffffffff);
}

static void mixing_is_exact_at_its_ends(void **state)
{
    (void)state;
    for (uint32_t value = 0; value < 256; value++) {
        uint32_t grey = 0xff000000 | value * 0x010101;
        assert_int_equal(pixel_mix(grey, 0xff123456, 0), grey);
        assert_int_equal(pixel_mix(grey, 0xff123456, 255), 0xff123456);
        for (uint32_t alpha = 0; alpha < 256; alpha++) assert_int_equal(pixel_mix(grey, grey, alpha), grey);
        assert_int_equal(alpha_product(value, 255), value);
    }
}

static void paint_all(const Raster *raster, Rect clip, size_t kind)
{
    if (kind < ARRAY_LEN(shapes))
        raster_box(raster, clip, &shapes[kind]);
    else if (kind == ARRAY_LEN(shapes))
        raster_arc(raster, clip, (Rect){20, -10, 90, 90}, 9, 0.1, 0.6, red);
    else if (kind == ARRAY_LEN(shapes) + 1)
        raster_mask(raster, clip, 64, 32, mask, 3, 2, red);
    else if (kind == ARRAY_LEN(shapes) + 2)
        raster_fill(raster, clip, (Rect){-5, 20, 80, 80}, (Color){9, 8, 7, 100});
    else
        raster_picture(raster, clip,
                       &(PictureShape){.pixels = picture, .x = 63, .y = 43, .w = 3, .h = 2, .opacity = 200});
}

/* Painted in four parts that meet in the middle of things, every shape is what it is when painted at once. */
static void clips_leave_no_seam(void **state)
{
    (void)state;
    static const Rect parts[] = {{0, 0, 65, 44}, {65, 0, 65, 44}, {0, 44, 65, 46}, {65, 44, 65, 46}};
    for (size_t kind = 0; kind < ARRAY_LEN(shapes) + 4; kind++) {
        Sheet whole, split;
        sheet_clear(&whole);
        sheet_clear(&split);
        paint_all(&whole.raster, everywhere, kind);
        for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
            Sheet before = split;
            paint_all(&split.raster, parts[i], kind);
            for (int at = 0; at < W * H; at++)
                if (!rect_contains(parts[i], at % W, at / W)) assert_int_equal(split.pixels[at], before.pixels[at]);
        }
        assert_memory_equal(whole.pixels, split.pixels, sizeof(whole.pixels));
        Sheet blank;
        sheet_clear(&blank);
        assert_memory_not_equal(whole.pixels, blank.pixels, sizeof(blank.pixels));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_match_their_definition),
        cmocka_unit_test(arc_runs_clockwise_from_the_top),
        cmocka_unit_test(masks_are_tinted),
        cmocka_unit_test(pictures_are_flipped_tinted_and_faded),
        cmocka_unit_test(mixing_is_exact_at_its_ends),
        cmocka_unit_test(clips_leave_no_seam),
    };
    return cmocka_run_group_tests_name("raster", tests, NULL, NULL);
}
