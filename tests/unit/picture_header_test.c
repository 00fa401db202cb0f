#include "unit.h"

#include <string.h>

#include "gfx/picture_header.h"

#define BYTES(text) ((Bytes){text, sizeof(text) - 1})

#define PNG_START "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"
#define PNG_REST "\x08\x06\0\0\0\0\0\0\0"

static void kinds_come_from_bytes(void **state)
{
    (void)state;
    assert_int_equal(picture_kind(BYTES(PNG_START)), PICTURE_PNG);
    assert_int_equal(picture_kind(BYTES("\xff\xd8\xff\xe0")), PICTURE_JPEG);
    assert_int_equal(picture_kind(BYTES("<svg>")), PICTURE_SVG);
    assert_int_equal(picture_kind(BYTES("\xEF\xBB\xBF \n<?xml version=\"1.0\"?>")), PICTURE_SVG);
    assert_int_equal(picture_kind(BYTES("GIF89a")), PICTURE_UNKNOWN);
    assert_int_equal(picture_kind(BYTES("")), PICTURE_UNKNOWN);
    assert_int_equal(picture_kind(BYTES("hello <svg>")), PICTURE_UNKNOWN);
}

static void other_kinds_are_named(void **state)
{
    (void)state;
    assert_string_equal(picture_kind_guess(BYTES("GIF89a")), "GIF");
    assert_string_equal(picture_kind_guess(BYTES("RIFF\x10\0\0\0WEBPVP8 ")), "WebP");
    assert_string_equal(picture_kind_guess(BYTES("\0\0\0\x18"
                                                 "ftypheic")),
                        "HEIC");
    assert_string_equal(picture_kind_guess(BYTES("\xff\xd8\xff")), "JPEG");
    assert_string_equal(picture_kind_guess(BYTES("<svg")), "SVG");
    assert_null(picture_kind_guess(BYTES("title: no picture")));
}

static void names_promise_kinds(void **state)
{
    (void)state;
    assert_int_equal(picture_kind_of_name("images/a.png"), PICTURE_PNG);
    assert_int_equal(picture_kind_of_name("a.b.JPG"), PICTURE_JPEG);
    assert_int_equal(picture_kind_of_name("a.jpeg"), PICTURE_JPEG);
    assert_int_equal(picture_kind_of_name("a.svg"), PICTURE_SVG);
    assert_int_equal(picture_kind_of_name("a.gif"), PICTURE_UNKNOWN);
    assert_int_equal(picture_kind_of_name("png"), PICTURE_UNKNOWN);
}

static void png_claims_its_size(void **state)
{
    (void)state;
    int w = -1, h = -1;
    assert_true(picture_size(BYTES(PNG_START "\0\0\x01\x02\0\0\0\x03" PNG_REST), &w, &h));
    assert_int_equal(w, 258);
    assert_int_equal(h, 3);
    assert_false(picture_size(BYTES(PNG_START "\0\0\0\0\0\0\0\x03" PNG_REST), &w, &h));
    assert_false(picture_size(BYTES(PNG_START "\xff\0\0\0\0\0\0\x03" PNG_REST), &w, &h));
    assert_false(picture_size(BYTES(PNG_START "\0\0\0\x01"), &w, &h));
    assert_false(picture_size(BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIDAT\0\0\0\x01\0\0\0\x01" PNG_REST), &w, &h));
    assert_int_equal(w, 258); /* left alone by what failed */
}

#define JPEG_APP0                                                                                                      \
    "\xff\xd8\xff\xe0\0\x04"                                                                                           \
    "AB"
#define JPEG_FRAME(marker) "\xff" marker "\0\x0b\x08\0\x05\x01\0\x01\x01\x11\0"

static void jpeg_claims_its_size(void **state)
{
    (void)state;
    int w = -1, h = -1;
    assert_true(picture_size(BYTES(JPEG_APP0 "\xff" JPEG_FRAME("\xc0")), &w, &h)); /* one byte of padding */
    assert_int_equal(w, 256);
    assert_int_equal(h, 5);
    assert_true(picture_size(BYTES(JPEG_APP0 JPEG_FRAME("\xc2")), &w, &h));
    assert_true(picture_size(BYTES(JPEG_APP0 "\xff\xc4\0\x03\0" JPEG_FRAME("\xc1")), &w, &h));
}

static void damaged_jpegs_have_no_size(void **state)
{
    (void)state;
    int w = -1, h = -1;
    assert_false(picture_size(BYTES(JPEG_APP0 JPEG_FRAME("\xc9")), &w, &h)); /* arithmetic coding */
    assert_false(picture_size(BYTES(JPEG_APP0 JPEG_FRAME("\xc3")), &w, &h)); /* lossless */
    assert_false(picture_size(BYTES(JPEG_APP0), &w, &h));
    assert_false(picture_size(BYTES(JPEG_APP0 "\xff\xda\0\x02"), &w, &h)); /* pixels before any frame */
    assert_false(picture_size(BYTES("\xff\xd8\xff\xe0\0\x01" JPEG_FRAME("\xc0")), &w, &h));   /* shorter than itself */
    assert_false(picture_size(BYTES("\xff\xd8\xff\xe0\xff\xff" JPEG_FRAME("\xc0")), &w, &h)); /* past the end */
    assert_false(picture_size(BYTES(JPEG_APP0 "AB" JPEG_FRAME("\xc0")), &w, &h));
    assert_int_equal(w, -1);
}

static void no_prefix_is_read_past_its_end(void **state)
{
    (void)state;
    static const char jpeg[] = JPEG_APP0 JPEG_FRAME("\xc0"), png[] = PNG_START "\0\0\x01\x02\0\0\0\x03" PNG_REST;
    int w, h;
    for (size_t count = 0; count < sizeof(jpeg) - 1; count++) {
        char *exact = test_malloc(count + 1);
        memcpy(exact, jpeg, count);
        assert_false(picture_size((Bytes){exact, count}, &w, &h));
        test_free(exact);
    }
    for (size_t count = 0; count < sizeof(png) - 1; count++) assert_false(picture_size((Bytes){png, count}, &w, &h));
}

static void sizes_have_both_edges(void **state)
{
    (void)state;
    assert_true(picture_size_is_fine(1, 1));
    assert_true(picture_size_is_fine(4096, 2050));
    assert_false(picture_size_is_fine(4096, 2051)); /* 8.4 million pixels */
    assert_true(picture_size_is_fine(4096, 1));
    assert_false(picture_size_is_fine(4097, 1));
    assert_false(picture_size_is_fine(1, 4097));
    assert_false(picture_size_is_fine(0, 1));
}

#define CHUNK(length, type) "\0\0\0" length type
#define CHECK_SUM "abcd" /* the decoder's business */
#define PNG_HEADER PNG_START "\0\0\0\x01\0\0\0\x01" PNG_REST
#define PNG_PIXELS CHUNK("\x02", "IDAT") "xy" CHECK_SUM
#define PNG_END CHUNK("\0", "IEND") CHECK_SUM

static void no_beginning_of(Bytes file)
{
    assert_true(picture_is_whole(file));
    for (size_t count = 0; count < file.count; count++) assert_false(picture_is_whole((Bytes){file.data, count}));
}

static void a_png_goes_on_to_its_end(void **state)
{
    (void)state;
    no_beginning_of(BYTES(PNG_HEADER CHUNK("\x01", "gAMA") "x" CHECK_SUM PNG_PIXELS PNG_PIXELS PNG_END));
    assert_true(picture_is_whole(BYTES(PNG_HEADER PNG_PIXELS PNG_END "and more")));
    assert_false(picture_is_whole(BYTES(PNG_HEADER PNG_END)));                       /* no pixels */
    assert_false(picture_is_whole(BYTES(PNG_HEADER PNG_HEADER PNG_PIXELS PNG_END))); /* two pictures in one */
    assert_false(picture_is_whole(BYTES(PNG_HEADER "\xff\xff\xff\xffIDAT" CHECK_SUM PNG_END))); /* 4 GiB */
    assert_false(picture_is_whole(BYTES(PNG_HEADER CHUNK("\0", "ID\0T") CHECK_SUM PNG_PIXELS PNG_END)));
    assert_false(picture_is_whole(BYTES("\x89PNG\r\n\x1a\n" PNG_PIXELS PNG_END)));
}

#define JPEG_SCAN                                                                                                      \
    "\xff\xda\0\x04"                                                                                                   \
    "AB"                                                                                                               \
    "pixels\xff\0\xff\xd0more\xff\xd7more"
#define JPEG_END "\xff\xd9"

static void a_jpeg_goes_on_to_its_end(void **state)
{
    (void)state;
    no_beginning_of(BYTES(JPEG_APP0 JPEG_FRAME("\xc0") JPEG_SCAN JPEG_END));
    no_beginning_of(BYTES(JPEG_APP0 JPEG_FRAME("\xc2") JPEG_SCAN "\xff\xff\xc4\0\x03X" JPEG_SCAN JPEG_END));
    assert_true(picture_is_whole(BYTES(JPEG_APP0 JPEG_FRAME("\xc0") JPEG_SCAN JPEG_END "and more")));
    assert_false(picture_is_whole(BYTES(JPEG_APP0 JPEG_FRAME("\xc0") JPEG_END))); /* no pixels */
    assert_false(picture_is_whole(BYTES(JPEG_APP0 "\xff\xda\xff\xff"
                                                  "AB" JPEG_END)));
    assert_false(picture_is_whole(BYTES("GIF89a")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_come_from_bytes),
        cmocka_unit_test(other_kinds_are_named),
        cmocka_unit_test(names_promise_kinds),
        cmocka_unit_test(png_claims_its_size),
        cmocka_unit_test(jpeg_claims_its_size),
        cmocka_unit_test(damaged_jpegs_have_no_size),
        cmocka_unit_test(no_prefix_is_read_past_its_end),
        cmocka_unit_test(sizes_have_both_edges),
        cmocka_unit_test(a_png_goes_on_to_its_end),
        cmocka_unit_test(a_jpeg_goes_on_to_its_end),
    };
    return cmocka_run_group_tests_name("picture_header", tests, NULL, NULL);
}
