/* Numbers as a voice gets them, and where a part of a line stands. 20 px characters are 10 px wide. */
#include "text_fixture.h"

static void check_said(const char *lang, const char *text, const char *said)
{
    assert_string_equal(text_spoken(&arena, lang, text), said);
}

static void short_numbers_are_said_digit_by_digit(void **state)
{
    (void)state;
    check_said("en", "Call 9-8-8.", "Call 9 8 8.");
    check_said("en", "Call 9\u20118\u20118 or 9-1-1, any time", "Call 9 8 8 or 9 1 1, any time");
    check_said("fr", "Composez le 9-8-8.", "Composez le 9 8 8.");
    check_said("es", "Llama al 9-8-8.", "Llama al 9 8 8.");
    check_said("ar", "اتصل بـ 9-8-8 الآن", "اتصل بـ 9 8 8 الآن");
    check_said("ar", "9-8-8 و9-1-1", "9 8 8 و9 1 1");
    check_said("ar", "اتصل بـ ٩-٨-٨", "اتصل بـ 9 8 8");
    check_said("pa", "9-8-8 ਤੇ ਫ਼ੋਨ ਕਰੋ।", "9 8 8 ਤੇ ਫ਼ੋਨ ਕਰੋ।");
    check_said("zh-Hans", "请拨打9-8-8。", "请拨打9 8 8。");
    check_said("zh-Hans", "请拨打 9-8-8。", "请拨打 9 8 8。");
    check_said("uk", "Телефонуйте 9-8-8.", "Телефонуйте 9 8 8.");
    check_said("tl", "Tumawag sa 9-8-8.", "Tumawag sa 9 8 8.");
}

static void telephone_numbers_rest_where_they_are_written_apart(void **state)
{
    (void)state;
    check_said("en", "1-800-668-8258", "1, 8 0 0, 6 6 8, 8 2 5 8");
    check_said("fr", "1 800 668 6868", "1, 8 0 0, 6 6 8, 6 8 6 8");
    check_said("en", "(416) 555-0176.", "4 1 6, 5 5 5, 0 1 7 6.");
    check_said("en", "+1 416 555 0176", "1, 4 1 6, 5 5 5, 0 1 7 6");
    check_said("en", "555-0176", "5 5 5, 0 1 7 6");
    check_said("en", "416.555.0176", "4 1 6, 5 5 5, 0 1 7 6");
    check_said("en", "9-8-8 1-800-668-8258", "9 8 8 1, 8 0 0, 6 6 8, 8 2 5 8");
    check_said("en", "text CONNECT to 686868", "text CONNECT to 6 8 6 8 6 8");
}

static void counts_years_and_times_stay(void **state)
{
    (void)state;
    check_said("en", "In 2026, 15 people of 120 came.", "In 2026, 15 people of 120 came.");
    check_said("en", "At 12:30, for 3.5 hours, on 2026-11-24.", "At 12:30, for 3.5 hours, on 2026-11-24.");
    check_said("fr", "10 000 personnes, 1 234 567 jours", "10 000 personnes, 1 234 567 jours");
    check_said("en", "10000 steps, 12,500 more", "10000 steps, 12,500 more");
    check_said("en", "Vitamin B12 (24 hours)", "Vitamin B12 (24 hours)");
    check_said("en", "Page 12 30 times", "Page 12 30 times");
}

static void a_range_has_its_word(void **state)
{
    (void)state;
    check_said("en", "3-5 breaths", "3 to 5 breaths");
    check_said("en-CA", "10\u201315", "10 to 15");
    check_said("fr", "3-5 fois", "3 à 5 fois");
    check_said("zh-Hans", "3-5", "3到5");
    check_said("vi", "3-5", "3-5");
}

static void marks_that_voices_would_name_are_left_out(void **state)
{
    (void)state;
    check_said("en", "call and/or text, 24/7", "call and or text, 24 7");
    check_said("en", "3 minute read  ·  Also", "3 minute read  ,  Also");
    check_said("en", "", "");
}

static const TextLine *first_line(const char *lang, const char *text)
{
    const TextSpan span = {text, FACE_BODY_REGULAR, 20};
    return &text_layout(engine, lang, &span, 1, &(TextStyle){.line_px = 30})->lines[0];
}

static void check_stretch(const TextLine *line, const char *part, int x, int width)
{
    const char *found = strstr(line->text, part);
    assert_non_null(found);
    size_t start = (size_t)(found - line->text);
    TextStretch stretch = text_line_stretch(engine, line, start, start + strlen(part));
    assert_int_equal(stretch.x_px, x);
    assert_int_equal(stretch.width_px, width);
}

static void a_part_of_a_line_is_found(void **state)
{
    (void)state;
    const TextLine *line = first_line("en", "You wait. You call.");
    check_stretch(line, "You wait.", 0, 90);
    check_stretch(line, "You call.", 100, 90);
    check_stretch(line, "You wait. You call.", 0, 190);
    assert_int_equal(text_line_stretch(engine, line, 4, 4).width_px, 0);
}

static void right_to_left_parts_begin_at_the_right(void **state)
{
    (void)state;
    const TextLine *line = first_line("ar", "انتظر. اتصل.");
    check_stretch(line, "انتظر.", line->width_px - 60, 60);
    check_stretch(line, "اتصل.", 0, 50);
}

static void soft_hyphens_do_not_move_what_follows(void **state)
{
    (void)state;
    const TextLine *line = first_line("en", "at\u00ADtach now");
    check_stretch(line, "now", 70, 30);
}

static void languages_have_a_name_that_the_reader_knows(void **state)
{
    (void)state;
    assert_string_equal(text_language_name(&arena, "ar", "en"), "Arabic");
    assert_string_equal(text_language_name(&arena, "ar", "fr"), "arabe");
    assert_string_equal(text_language_name(&arena, "zh-Hans", "en"), "Chinese");
    assert_null(text_language_name(&arena, "qqq", "en"));
    assert_null(text_language_name(&arena, "ase", "ar")); /* no code is read out */
    assert_null(text_language_name(&arena, "", "en"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_numbers_are_said_digit_by_digit),
        cmocka_unit_test(telephone_numbers_rest_where_they_are_written_apart),
        cmocka_unit_test(counts_years_and_times_stay),
        cmocka_unit_test(a_range_has_its_word),
        cmocka_unit_test(marks_that_voices_would_name_are_left_out),
        cmocka_unit_test(a_part_of_a_line_is_found),
        cmocka_unit_test(right_to_left_parts_begin_at_the_right),
        cmocka_unit_test(soft_hyphens_do_not_move_what_follows),
        cmocka_unit_test(languages_have_a_name_that_the_reader_knows),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
