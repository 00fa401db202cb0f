/* number_test.c - where a written number begins and ends, and what stands in it. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "text/number.h"

static void groups_and_signs_are_read_as_they_stand(void **state)
{
    (void)state;
    static const struct {
        const char *text, *number, *digits;
        size_t groups;
    } cases[] = {
        {"Call 9-8-8.", "9-8-8", "988", 3},
        {"1 (800) 668-8258", "1 (800) 668-8258", "18006688258", 4},
        {"(416) 555-0101", "(416) 555-0101", "4165550101", 3},
        {"(9-8-8)", "9-8-8", "988", 3},
        {"(24 hours)", "24", "24", 1},
        {"+1 416 555 0101", "+1 416 555 0101", "14165550101", 4},
        {"+(44) 20", "+(44) 20", "4420", 2},
        {"9\u20118\u20118", "9\u20118\u20118", "988", 3},
        {"\u0669-\u0668-\u0668", "\u0669-\u0668-\u0668", "988", 3},
        {"12:30, 3", "12:30, 3", "12303", 3},
        {"3.", "3", "3", 1},
        {"7 - 8", "7", "7", 1}, /* three signs */
        {"12--", "12", "12", 1},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        WrittenNumber number;
        char digits[32];
        assert_true(number_find(cases[i].text, 0, &number));
        size_t end = number_end(&number, number.count);
        assert_int_equal(end - number.start, strlen(cases[i].number));
        assert_memory_equal(cases[i].text + number.start, cases[i].number, end - number.start);
        assert_int_equal(number.count, cases[i].groups);
        number_digits(cases[i].text, &number, number.count, digits, sizeof(digits) - 1);
        assert_string_equal(digits, cases[i].digits);
    }
}

static void texts_without_digits_have_no_number(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "+", "(", "()", "-", "none", "\x80\xFF", "\u2460"};
    WrittenNumber number;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) assert_false(number_find(texts[i], 0, &number));
}

/* Each text has bytes of its own, without a NUL to spare, so that a sanitizer sees a read past its end. */
static void a_number_at_the_very_end_is_read_to_there(void **state)
{
    (void)state;
    static const char *const texts[] = {"9", "9-", "9-8", "+9", "(9", "(9)", "9 (", "9\xE2\x80", "9 \xD9", "+(9) "};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        char *text = strdup(texts[i]);
        WrittenNumber number;
        assert_true(number_find(text, 0, &number));
        assert_true(number_end(&number, number.count) <= strlen(text));
        free(text);
    }
}

static void groups_past_the_limit_are_another_number(void **state)
{
    (void)state;
    char text[2 * (NUMBER_GROUPS_MAX + 3)] = "1";
    for (size_t i = 1; i < NUMBER_GROUPS_MAX + 2; i++) strcat(text, "-1");
    WrittenNumber number;
    assert_true(number_find(text, 0, &number));
    assert_int_equal(number.count, NUMBER_GROUPS_MAX);
    assert_true(number_find(text, number_end(&number, number.count), &number));
    assert_int_equal(number.count, 2);
}

static void an_area_code_has_brackets_and_a_number_behind_it(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t group;
        bool is_code;
    } cases[] = {
        {"(416) 555-0101", 0, true}, {"(416)555-0101", 0, true}, {"1 (416) 555", 1, true},
        {"1-(416)-555", 1, true},    {"(4) 555-0101", 0, false}, {"(41600) 555", 0, false},
        {"416 555", 0, false},       {"(416)/555", 0, false},    {"(416, 555) 100", 0, false},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const NumberText text = number_text(cases[i].text);
        WrittenNumber number;
        assert_true(number_read(&text, 0, &number));
        assert_int_equal(number_is_area_code(&number, cases[i].group), cases[i].is_code);
    }
}

static void dates_and_lists_are_told_from_telephone_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t phone_groups;
        bool is_date;
    } cases[] = {
        {"2026-11-24", 3, true}, {"24/11/2026", 3, true}, {"416-555-0101", 3, false}, {"9-8-8", 3, false},
        {"12,500", 1, false},    {"12:30", 1, false},     {"988, 911", 1, false},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        WrittenNumber number;
        assert_true(number_find(cases[i].text, 0, &number));
        assert_int_equal(number_phone_groups(&number), cases[i].phone_groups);
        assert_int_equal(number_has_form_of_date(&number, number.count), cases[i].is_date);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_and_signs_are_read_as_they_stand),
        cmocka_unit_test(texts_without_digits_have_no_number),
        cmocka_unit_test(a_number_at_the_very_end_is_read_to_there),
        cmocka_unit_test(groups_past_the_limit_are_another_number),
        cmocka_unit_test(an_area_code_has_brackets_and_a_number_behind_it),
        cmocka_unit_test(dates_and_lists_are_told_from_telephone_numbers),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
