/* Lines: where they end, what hangs, what is never split, and what does not fit. 20 px characters are 10 px wide. */
#include "text_fixture.h"

enum { SIZE_PX = 20, CHAR_PX = 10, LINE_PX = 30 };

static const TextLayout *lay_out(const char *lang, const char *text, TextStyle style)
{
    const TextSpan span = {text, FACE_BODY_REGULAR, SIZE_PX};
    style.line_px = LINE_PX;
    return text_layout(engine, lang, &span, 1, &style);
}

/* The lines, with a bar between. */
static const char *lines_of(const TextLayout *layout)
{
    const char *out = "";
    for (size_t i = 0; i < layout->line_count; i++)
        out = arena_format(&arena, "%s%s%s", out, i > 0 ? "|" : "", layout->lines[i].text);
    return out;
}

static const char *broken(const char *lang, const char *text, int characters)
{
    return lines_of(lay_out(lang, text, (TextStyle){.width_px = characters * CHAR_PX}));
}

static void each_line_takes_what_fits(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "Take a slow breath, then one more.", 12), "Take a slow|breath, then|one more.");
    /* One character less, and the word that just fitted does not. */
    assert_string_equal(broken("en", "Take a slow breath, then one more.", 11), "Take a slow|breath,|then one|more.");
    const TextLayout *layout = lay_out("en", "Take a slow breath", (TextStyle){.width_px = 120});
    assert_int_equal(layout->lines[0].width_px, 110); /* the space hangs */
    assert_int_equal(layout->lines[1].width_px, 60);
    assert_int_equal(layout->width_px, 110);
    assert_int_equal(layout->line_px, LINE_PX);
}

static void long_paragraphs_are_measured_sparingly(void **state)
{
    (void)state;
    const char *text = "";
    for (int i = 0; i < 400; i++) text = arena_format(&arena, "%s%s", text, "word ");
    fake.measured = 0;
    const TextLayout *layout = lay_out("en", text, (TextStyle){.width_px = 500});
    assert_int_equal(layout->line_count, 40);
    assert_in_range(fake.measured, 40, 40 * 4);
}

static void width_zero_is_one_line(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "One line\nwhatever is in it, however long", 0),
                        "One line whatever is in it, however long");
    char word[400] = {0};
    memset(word, 'a', sizeof(word) - 1);
    const char *text = arena_format(&arena, "%s b", word);
    assert_string_equal(broken("en", text, 0), text);
    /* A word without end is cut like any other. */
    assert_int_equal(lay_out("en", text, (TextStyle){.width_px = 1000})->line_count, 5);
}

static void newlines_break(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "Line one\nLine two\r\n\r\nLine four\n", 40), "Line one|Line two||Line four");
    const TextLayout *layout = lay_out("en", "a\n\nb", (TextStyle){.width_px = 400});
    assert_int_equal(layout->lines[1].run_count, 0);
    assert_int_equal(layout->lines[1].start_byte, 2);
    assert_int_equal(layout->lines[2].start_byte, 3);
}

static void nothing_is_one_empty_line(void **state)
{
    (void)state;
    const TextStyle style = {.line_px = LINE_PX, .width_px = 100};
    const TextLayout *layout = text_layout(engine, "en", NULL, 0, &style);
    assert_int_equal(layout->line_count, 1);
    assert_int_equal(layout->lines[0].run_count, 0);
    assert_string_equal(broken("en", "  \n ", 10), "");
    assert_string_equal(broken("en", " a\n  b", 10), "a|b");
}

static void french_marks_keep_their_space(void **state)
{
    (void)state;
    assert_string_equal(broken("fr", "Oui ! Non ? Voici : « un » ; deux", 9),
                        "Oui\xC2\xA0!|Non\xC2\xA0?|Voici\xC2\xA0:|\xC2\xAB\xC2\xA0un\xC2\xA0\xC2\xBB\xC2\xA0;|deux");
}

static void french_rule_adds_nothing(void **state)
{
    (void)state;
    assert_string_equal(broken("fr", "Non! Est-ce vrai?", 0), "Non! Est-ce vrai?");
    assert_string_equal(broken("en", "Yes ! So ?", 0), "Yes ! So ?");
    assert_string_equal(broken("fr-CA", "Oui !", 0), "Oui\xC2\xA0!");
}

static void no_line_begins_with_a_closing_mark(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "a bcd ) e", 5), "a|bcd )|e");
    assert_string_equal(broken("en", "“a bcd ” e", 6), "“a|bcd ”|e"); /* ICU alone would break there */
    assert_string_equal(broken("zh-Hans", "你好吗，世界。", 3), "你好|吗，世|界。");
    /* Inside a word that has to be cut, too. */
    assert_string_equal(broken("en", "abcdefghij)klm", 10), "abcdefghi|j)klm");
}

static void numbers_are_never_split(void **state)
{
    (void)state;
    static const char *const numbers[] = {"9-8-8",
                                          "1-800-668-8258",
                                          "416-555-0176",
                                          "(416) 555-0176",
                                          "1 800 668 6868",
                                          "+1 416-555-0176",
                                          "1\xE2\x80\x91"
                                          "800\xE2\x80\x91"
                                          "668"};
    static const char *const langs[] = {"en", "fr", "pa", "zh-Hans", "th", "ko"};
    for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
        for (size_t k = 0; k < ARRAY_LEN(langs); k++)
            for (int width = 15; width < 40; width++) {
                const char *text = arena_format(&arena, "ab cd %s ef gh", numbers[i]);
                assert_non_null(strstr(broken(langs[k], text, width), numbers[i]));
            }
}

static void small_numbers_side_by_side_may_part(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "in 2019 20 people", 7), "in 2019|20|people");
    assert_string_equal(broken("en", "9-8-8 1-800-668-6868", 14), "9-8-8|1-800-668-6868");
}

static void long_words_are_cut_between_clusters(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "a abcdefgh", 3), "a|abc|def|gh");
    /* e with a combining acute is one: never a line that starts with the accent. */
    assert_string_equal(broken("en", "aae\xCC\x81\x65\xCC\x81zz", 3), "aae\xCC\x81|e\xCC\x81zz");
    /* A line too narrow for one character still shows one. */
    assert_string_equal(lines_of(lay_out("en", "abc", (TextStyle){.width_px = 1})), "a|b|c");
}

static void no_two_letters_are_left_alone_after_a_hyphen(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "a quiet check-in", 14), "a quiet|check-in");
    assert_string_equal(broken("en", "a quiet check-in, now", 15), "a quiet|check-in, now");
    assert_string_equal(broken("en", "a quiet step-by-step", 16), "a quiet step-by-|step");
    assert_string_equal(broken("en", "a quiet well-known", 14), "a quiet well-|known");
}

static void soft_hyphens_show_only_where_they_break(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "wait\xC2\xADing room", 20), "waiting room");
    assert_string_equal(broken("en", "wait\xC2\xADing room", 6), "wait-|ing|room");
    assert_string_equal(broken("en", "a wait\xC2\xADing", 6), "a|wait-|ing"); /* "a wait" would fit, its hyphen not */
}

static void korean_breaks_between_words(void **state)
{
    (void)state;
    assert_string_equal(broken("ko", "안녕하세요 여러분 반갑습니다", 8), "안녕하세요|여러분|반갑습니다");
}

static void headings_avoid_a_lone_last_word(void **state)
{
    (void)state;
    const char *text = "How we learn to be close";
    assert_string_equal(broken("en", text, 19), "How we learn to be|close");
    const TextLayout *layout = lay_out("en", text, (TextStyle){.width_px = 190, .balance = true});
    assert_string_equal(lines_of(layout), "How we learn to|be close");
    /* Not where it would take another line, or cut a word. */
    layout = lay_out("en", "Attachment styles", (TextStyle){.width_px = 100, .balance = true});
    assert_string_equal(lines_of(layout), "Attachment|styles");
    layout = lay_out("en", "Hello there\nYou", (TextStyle){.width_px = 200, .balance = true});
    assert_string_equal(lines_of(layout), "Hello there|You");
}

static void too_many_lines_end_in_an_ellipsis(void **state)
{
    (void)state;
    const TextLayout *layout = lay_out("en", "one two three four five", (TextStyle){.width_px = 90, .max_lines = 2});
    assert_string_equal(lines_of(layout), "one two|three\xE2\x80\xA6");
    assert_true(layout->truncated);
    layout = lay_out("en", "one two three four five", (TextStyle){.width_px = 100, .max_lines = 2});
    assert_string_equal(lines_of(layout), "one two|three fou\xE2\x80\xA6");
    assert_int_equal(layout->lines[1].width_px, 100);
    layout = lay_out("en", "one two three four", (TextStyle){.width_px = 100, .max_lines = 2});
    assert_string_equal(lines_of(layout), "one two|three four");
    assert_false(layout->truncated);
}

static void an_ellipsis_never_shortens_a_number(void **state)
{
    (void)state;
    const TextLayout *layout =
        lay_out("en", "Call 1-800-668-6868 now, or later", (TextStyle){.width_px = 190, .max_lines = 1});
    assert_string_equal(lines_of(layout), "Call\xE2\x80\xA6");
}

static void baselines_are_the_same_everywhere(void **state)
{
    (void)state;
    const TextLayout *layout =
        lay_out("en", "Text \xD8\xA7\xD9\x84\xD8\xA2\xD9\x86 and 你好 mixed", (TextStyle){.width_px = 60});
    for (size_t i = 0; i < layout->line_count; i++) assert_int_equal(layout->lines[i].baseline_px, 5 + 16);
}

static void spans_keep_their_faces(void **state)
{
    (void)state;
    const TextSpan spans[] = {
        {"Call ", FACE_BODY_REGULAR, 20}, {"9-8-8", FACE_BODY_BOLD, 40}, {".", FACE_BODY_REGULAR, 20}};
    const TextStyle style = {.line_px = 50, .width_px = 1000};
    const TextLayout *layout = text_layout(engine, "en", spans, ARRAY_LEN(spans), &style);
    const TextLine *line = &layout->lines[0];
    assert_int_equal(line->run_count, 3);
    assert_string_equal(line->runs[1].text, "9-8-8");
    assert_int_equal(line->runs[1].size_px, 40);
    assert_int_equal(line->runs[1].x_px, 50);
    assert_int_equal(line->runs[2].x_px, 150);
    assert_int_equal(line->width_px, 160);
    assert_int_not_equal(line->runs[0].font, line->runs[1].font);
    assert_int_equal(line->baseline_px, (50 - 40) / 2 + 32); /* of the largest */
    assert_int_equal(line->end_byte, 11);
}

static void bytes_say_where_a_line_comes_from(void **state)
{
    (void)state;
    const char *text = "\xC3\x89t\xC3\xA9  encore\nfin";
    const TextLayout *layout = lay_out("fr", text, (TextStyle){.width_px = 60});
    assert_int_equal(layout->line_count, 3);
    assert_int_equal(layout->lines[0].start_byte, 0);
    assert_int_equal(layout->lines[0].end_byte, 5); /* without the spaces that hang */
    assert_int_equal(layout->lines[1].start_byte, 7);
    assert_int_equal(layout->lines[1].end_byte, 13);
    assert_int_equal(layout->lines[2].start_byte, 14);
    assert_int_equal(layout->lines[2].end_byte, 17);
}

static void bytes_that_are_no_text_do_no_harm(void **state)
{
    (void)state;
    assert_string_equal(broken("en", "a\xFF\x80z", 0), "a\xEF\xBF\xBD\xEF\xBF\xBDz");
    assert_string_equal(broken("en", "a\x01\x1B[2Jz", 0), "a[2Jz");
    /* Turning text round is not for packs. */
    assert_string_equal(broken("en", "9\xE2\x80\xAE-8-8", 0), "9-8-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_takes_what_fits),
        cmocka_unit_test(long_paragraphs_are_measured_sparingly),
        cmocka_unit_test(width_zero_is_one_line),
        cmocka_unit_test(newlines_break),
        cmocka_unit_test(nothing_is_one_empty_line),
        cmocka_unit_test(french_marks_keep_their_space),
        cmocka_unit_test(french_rule_adds_nothing),
        cmocka_unit_test(no_line_begins_with_a_closing_mark),
        cmocka_unit_test(numbers_are_never_split),
        cmocka_unit_test(small_numbers_side_by_side_may_part),
        cmocka_unit_test(long_words_are_cut_between_clusters),
        cmocka_unit_test(no_two_letters_are_left_alone_after_a_hyphen),
        cmocka_unit_test(soft_hyphens_show_only_where_they_break),
        cmocka_unit_test(korean_breaks_between_words),
        cmocka_unit_test(headings_avoid_a_lone_last_word),
        cmocka_unit_test(too_many_lines_end_in_an_ellipsis),
        cmocka_unit_test(an_ellipsis_never_shortens_a_number),
        cmocka_unit_test(baselines_are_the_same_everywhere),
        cmocka_unit_test(spans_keep_their_faces),
        cmocka_unit_test(bytes_say_where_a_line_comes_from),
        cmocka_unit_test(bytes_that_are_no_text_do_no_harm),
    };
    return cmocka_run_group_tests_name("text_layout", tests, set_up, tear_down);
}
