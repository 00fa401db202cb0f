#include "unit.h"

#include <string.h>

#include "block/block.h"

static Arena arena;

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* The spans as "_light_", "#strong#" and plain text, with "|" between neighbours. */
static const char *spans_of(const char *text)
{
    Spans spans = inline_spans(&arena, text, FACE_BODY_REGULAR, 34);
    const char *shown = "";
    for (size_t i = 0; i < spans.count; i++) {
        assert_int_equal(spans.items[i].size_px, 34);
        FaceRole face = spans.items[i].face;
        const char *mark = face == FACE_HEAD_ITALIC ? "_" : face == FACE_BODY_BOLD ? "#" : "";
        if (mark[0] == '\0') assert_int_equal(face, FACE_BODY_REGULAR);
        shown = arena_format(&arena, "%s%s%s%s%s", shown, i > 0 ? "|" : "", mark, spans.items[i].text, mark);
    }
    return shown;
}

static void words_in_stars_are_set_apart(void **state)
{
    (void)state;
    assert_string_equal(spans_of("plain"), "plain");
    assert_string_equal(spans_of(""), "");
    assert_string_equal(spans_of("*light*"), "_light_");
    assert_string_equal(spans_of("**strong**"), "#strong#");
    assert_string_equal(spans_of("be **close and still free**. Not *never* upset."),
                        "be |#close and still free#|. Not |_never_| upset.");
    assert_string_equal(spans_of("*a***b**"), "*a***b**"); /* three in a row are nobody's */
    assert_string_equal(spans_of("“*a*” (**b**)"), "“|_a_|” (|#b#|)");
}

static void a_bare_star_stays_text(void **state)
{
    (void)state;
    static const char *const bare[] = {"5 * 3 = 15", "2*3*4", "a ** b", "*", "f*c*k and s**t", "x * *"};
    for (size_t i = 0; i < ARRAY_LEN(bare); i++) {
        assert_string_equal(spans_of(bare[i]), bare[i]);
        assert_null(inline_lone_star(bare[i]));
        assert_false(inline_has_emphasis(bare[i]));
    }
}

static void a_star_without_a_partner_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *text, *star;
    } lone[] = {
        {"an *open word", "*open word"}, {"closed* by nothing", "* by nothing"},
        {"**strong*", "**strong*"},      {"*light* and *open", "*open"},
        {"***all***", "***all***"},      {"*a **b** c*", "**b** c*"},
        {"*word *", "*word *"},          {"never *half*way", "*half*way"},
    };
    for (size_t i = 0; i < ARRAY_LEN(lone); i++) assert_string_equal(inline_lone_star(lone[i].text), lone[i].star);
    assert_null(inline_lone_star("*light*, **strong** and 5 * 3"));
}

static void scripts_without_spaces_have_emphasis_too(void **state)
{
    (void)state;
    assert_string_equal(spans_of("这是*重要*的"), "这是|_重要_|的");
    assert_string_equal(spans_of("و*كلمة*،"), "و|_كلمة_|،");
    assert_string_equal(spans_of("l’*autre*"), "l’|_autre_");
}

static void emphasis_in_an_italic_text_stands_upright(void **state)
{
    (void)state;
    Spans spans = inline_spans(&arena, "*a* **b**", FACE_HEAD_ITALIC, 40);
    assert_int_equal(spans.count, 3);
    assert_int_equal(spans.items[0].face, FACE_HEAD_MEDIUM);
    assert_int_equal(spans.items[1].face, FACE_HEAD_ITALIC);
    assert_int_equal(spans.items[2].face, FACE_HEAD_SEMIBOLD);
}

static void plain_text_has_lost_its_marks_and_nothing_else(void **state)
{
    (void)state;
    assert_string_equal(inline_plain(&arena, "be **close** and *free*, 5 * 3"), "be close and free, 5 * 3");
    assert_string_equal(inline_plain(&arena, "*open"), "*open");
    assert_true(inline_has_emphasis("be **close**"));
}

static const char *paragraphs_of(const char *text)
{
    size_t count;
    const char *const *paragraphs = inline_paragraphs(&arena, text, &count);
    const char *shown = "";
    for (size_t i = 0; i < count; i++) shown = arena_format(&arena, "%s[%s]", shown, paragraphs[i]);
    return shown;
}

static void blank_lines_part_paragraphs(void **state)
{
    (void)state;
    assert_string_equal(paragraphs_of(""), "");
    assert_string_equal(paragraphs_of(" \n\n "), "");
    assert_string_equal(paragraphs_of("one"), "[one]");
    assert_string_equal(paragraphs_of("one\n\ntwo\n"), "[one][two]");
    assert_string_equal(paragraphs_of("\n\none\n \t\n\n\ntwo"), "[one][two]");
}

static void a_line_end_is_a_space(void **state)
{
    (void)state;
    assert_string_equal(paragraphs_of("one\ntwo  three\n  four \n"), "[one two three four]");
    assert_string_equal(paragraphs_of("a\xC2\xA0"
                                      "b"),
                        "[a\xC2\xA0"
                        "b]");
    assert_string_equal(paragraphs_of("一二\n三四\nabc\n五"), "[一二三四 abc 五]");
}

static void quotation_marks_are_those_of_the_language(void **state)
{
    (void)state;
    WordsSet *set = words_set_new();
    static const struct {
        const char *lang, *quoted;
    } quotes[] = {{"en", "“a”"}, {"fr", "«\u00A0a\u00A0»"}, {"es", "«a»"}, {"ar", "«a»"},
                  {"uk", "«a»"}, {"zh-Hans", "“a”"},        {"pa", "“a”"}, {"tl", "“a”"}};
    for (size_t i = 0; i < ARRAY_LEN(quotes); i++)
        assert_string_equal(inline_quoted(&arena, words_of(set, quotes[i].lang), "a"), quotes[i].quoted);
    words_set_free(set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(words_in_stars_are_set_apart, free_arena),
        cmocka_unit_test_teardown(a_bare_star_stays_text, free_arena),
        cmocka_unit_test_teardown(a_star_without_a_partner_is_found, free_arena),
        cmocka_unit_test_teardown(scripts_without_spaces_have_emphasis_too, free_arena),
        cmocka_unit_test_teardown(emphasis_in_an_italic_text_stands_upright, free_arena),
        cmocka_unit_test_teardown(plain_text_has_lost_its_marks_and_nothing_else, free_arena),
        cmocka_unit_test_teardown(blank_lines_part_paragraphs, free_arena),
        cmocka_unit_test_teardown(a_line_end_is_a_space, free_arena),
        cmocka_unit_test_teardown(quotation_marks_are_those_of_the_language, free_arena),
    };
    return cmocka_run_group_tests_name("inline", tests, NULL, NULL);
}
