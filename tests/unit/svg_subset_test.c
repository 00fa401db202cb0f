#include "unit.h"

#include <string.h>

#include "gfx/svg_subset.h"

#define SVG(inside) "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 480\">" inside "</svg>"
#define VIEW "<svg viewBox=\"0 0 1 1\">"

/* The code of the first problem, "" for none; checks that the answer agrees. */
static const char *first_code(const char *text, int *line, int *column)
{
    Diags diags = {0};
    bool fine = svg_subset_check("a.svg", (Bytes){text, strlen(text)}, &diags);
    assert_int_equal(fine, diags.errors == 0);
    const char *code = diags.count > 0 ? diags.items[0].code : "";
    if (diags.count > 0) {
        *line = diags.items[0].at.line;
        *column = diags.items[0].at.column;
    }
    diags_free(&diags);
    return code;
}

static void what_we_draw_passes(void **state)
{
    (void)state;
    static const char *const drawings[] = {
        SVG(""),
        SVG("<g transform=\"translate(3 4) rotate(-8.5)\"><path d=\"M206 227C236 300 262 322 313 276\"/></g>"),
        SVG("<rect x=\"-1\" y=\"1.5\" width=\"3\" height=\"4px\" rx=\"2\" fill=\"#FfF\" fill-opacity=\"0.5\"/>"),
        SVG("<circle cx='1' cy='2' r='3' stroke='#2C5A4C' stroke-width='3' stroke-linecap='round'/>"),
        SVG("<!-- a comment with <text> --><polygon points=\"1,2 3,4 5,6\"/>"),
        "\xEF\xBB\xBF<?xml version=\"1.0\"?>\r\n<!-- top -->\r\n" SVG("<line x1=\"0\" x2=\"9\" y2=\"9\"></line>"),
    };
    int line, column;
    for (size_t i = 0; i < ARRAY_LEN(drawings); i++) assert_string_equal(first_code(drawings[i], &line, &column), "");
}

typedef struct Refused {
    const char *text, *code;
    int line, column;
} Refused;

static void what_we_do_not_draw_is_named_with_its_place(void **state)
{
    (void)state;
    static const Refused refused[] = {
        {VIEW "\n<text/></svg>", "svg-element", 2, 2},
        {VIEW "\n\n  <script></script></svg>", "svg-element", 3, 4},
        {VIEW "<image/></svg>", "svg-element", 1, 25},
        {VIEW "<use/></svg>", "svg-element", 1, 25},
        {VIEW "<linearGradient/></svg>", "svg-element", 1, 25},
        {VIEW "<g style=\"fill:red\"/></svg>", "svg-attribute", 1, 27},
        {VIEW "<g href=\"#a\"/></svg>", "svg-attribute", 1, 27},
        {VIEW "<g onload=\"x()\"/></svg>", "svg-attribute", 1, 27},
        {VIEW "<g fill=\"url(#a)\"/></svg>", "svg-value", 1, 33},
        {VIEW "<g fill=\"red\"/></svg>", "svg-value", 1, 33},
        {VIEW "<g fill=\"\"/></svg>", "svg-value", 1, 33},
        {VIEW "<rect width=\"100%\"/></svg>", "svg-value", 1, 37},
        {VIEW "<rect width=\"9999999999999\"/></svg>", "svg-value", 1, 37},
        {VIEW "<path d=\"L1 1\"/></svg>", "svg-value", 1, 33},
        {VIEW "<path d=\"\"/></svg>", "svg-value", 1, 33},
        {"<!-- \xC3\xA9 -->" VIEW "<text/></svg>", "svg-element", 1, 35},
    };
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        int line = 0, column = 0;
        assert_string_equal(first_code(refused[i].text, &line, &column), refused[i].code);
        assert_int_equal(line, refused[i].line);
        assert_int_equal(column, refused[i].column);
    }
}

static void damaged_drawings_are_refused(void **state)
{
    (void)state;
    static const char *const damaged[] = {
        "",
        "   ",
        VIEW,
        "<svg viewBox=\"0 0 1 1\"/><svg viewBox=\"0 0 1 1\"/>",
        "<svg/>", /* no viewBox */
        "<g viewBox=\"0 0 1 1\"/>",
        SVG("hello"),
        VIEW "<g fill=\"#000\"",
        VIEW "<g fill=\"#000",
        SVG("<g fill=#000/>"),
        SVG("<g fill/>"),
        SVG("<g fill=\"&amp;\"/>"),
        SVG("<>"),
        SVG("</g></g>"),
        SVG("<![CDATA[x]]>"),
        SVG("<!-- open"),
        "<!DOCTYPE svg [<!ENTITY a \"b\">]>" SVG(""),
        SVG("\xff"),
    };
    for (size_t i = 0; i < ARRAY_LEN(damaged); i++) {
        int line, column;
        assert_string_equal(first_code(damaged[i], &line, &column), "svg-xml");
    }
}

/* Opens `count` groups within the root, and closes them. */
static bool nested_is_fine(int count)
{
    Arena arena = {0};
    char *text = arena_copy(&arena, VIEW);
    for (int i = 0; i < count; i++) text = arena_format(&arena, "%s<g>", text);
    for (int i = 0; i < count; i++) text = arena_format(&arena, "%s</g>", text);
    text = arena_format(&arena, "%s</svg>", text);
    Diags diags = {0};
    bool fine = svg_subset_check("a.svg", (Bytes){text, strlen(text)}, &diags);
    diags_free(&diags);
    arena_free(&arena);
    return fine;
}

static void depth_has_both_edges(void **state)
{
    (void)state;
    assert_true(nested_is_fine(SVG_DEPTH_MAX - 1));
    assert_false(nested_is_fine(SVG_DEPTH_MAX));
}

static void every_problem_is_named_up_to_a_limit(void **state)
{
    (void)state;
    Diags diags = {0};
    const char *three = SVG("<text/><g style=\"\"/><rect width=\"a\"/>");
    assert_false(svg_subset_check("a.svg", (Bytes){three, strlen(three)}, &diags));
    assert_int_equal(diags.errors, 3);
    diags_free(&diags);

    Arena arena = {0};
    char *many = arena_copy(&arena, VIEW);
    for (int i = 0; i < 100; i++) many = arena_format(&arena, "%s<text/>", many);
    assert_false(svg_subset_check("a.svg", (Bytes){many, strlen(many)}, &diags));
    assert_int_equal(diags.errors, SVG_PROBLEMS_MAX);
    diags_free(&diags);
    arena_free(&arena);
}

static void size_has_both_edges(void **state)
{
    (void)state;
    Arena arena = {0};
    const char *drawing = SVG("");
    char *big = arena_alloc(&arena, SVG_FILE_BYTES_MAX + 2);
    memset(big, ' ', SVG_FILE_BYTES_MAX + 1);
    memcpy(big, drawing, strlen(drawing));
    Diags diags = {0};
    assert_true(svg_subset_check("a.svg", (Bytes){big, SVG_FILE_BYTES_MAX}, &diags));
    assert_false(svg_subset_check("a.svg", (Bytes){big, SVG_FILE_BYTES_MAX + 1}, &diags));
    diags_free(&diags);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_we_draw_passes),
        cmocka_unit_test(what_we_do_not_draw_is_named_with_its_place),
        cmocka_unit_test(damaged_drawings_are_refused),
        cmocka_unit_test(depth_has_both_edges),
        cmocka_unit_test(every_problem_is_named_up_to_a_limit),
        cmocka_unit_test(size_has_both_edges),
    };
    return cmocka_run_group_tests_name("svg_subset", tests, NULL, NULL);
}
