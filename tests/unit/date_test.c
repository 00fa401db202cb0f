#include "unit.h"

#include <stdlib.h>
#include <time.h>

#include "base/date.h"

static void a_day_is_written_in_one_way(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "2026-02-29",  "2026-13-01", "2026-00-10",  "2026-11-31", "2026-11-00", "2026-1-24", "0000-01-01",
        "2026-11-245", "-026-11-24", "2026-11-24 ", "2026/11/24", "2026-11-2",  "-",         ""};
    Date date;
    assert_true(date_read("2026-11-24", &date));
    assert_int_equal(date_compare(date, (Date){2026, 11, 24}), 0);
    assert_true(date_read("2028-02-29", &date));
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        date = (Date){2000, 1, 1};
        assert_false(date_read(wrong[i], &date));
        assert_false(date_is_set(date));
    }
    assert_true(date_is_shaped("2026-02-31"));
    assert_false(date_is_shaped("2026-02-3"));
}

static void no_date_is_written_as_a_dash(void **state)
{
    (void)state;
    Date date = {2026, 1, 1};
    assert_string_equal(date_text((Date){2026, 3, 7}).text, "2026-03-07");
    assert_string_equal(date_text((Date){0}).text, "-");
    assert_true(date_read_text("-", &date));
    assert_false(date_is_set(date));
    assert_true(date_read_text("2026-03-07", &date));
    assert_int_equal(date.day, 7);
    assert_false(date_read_text("--", &date));
    assert_false(date_read_text("2026-02-30", &date));
}

/* Goes through 400 years and more, day by day: each day has the number after the one before it. */
static void days_are_numbered_without_a_gap(void **state)
{
    (void)state;
    int number = date_day_number((Date){1969, 12, 31});
    assert_int_equal(number, -1);
    for (Date date = {1970, 1, 1}; date.year < 2401; date.day++) {
        if (date.day > date_days_in_month(date.year, date.month)) {
            date.day = 1;
            date.month = date.month % 12 + 1;
            date.year += date.month == 1 ? 1 : 0;
        }
        assert_int_equal(date_day_number(date), ++number);
    }
    assert_int_equal(date_day_number((Date){2000, 3, 1}), 11017);
    assert_int_equal(date_days_between((Date){2028, 2, 28}, (Date){2028, 3, 1}), 2);
    assert_int_equal(date_days_between((Date){2027, 1, 1}, (Date){2026, 1, 1}), -365);
}

static void a_leap_day_has_its_anniversary_a_day_early(void **state)
{
    (void)state;
    assert_string_equal(date_text(date_years_later((Date){2028, 2, 29}, 1)).text, "2029-02-28");
    assert_string_equal(date_text(date_years_later((Date){2028, 2, 29}, 4)).text, "2032-02-29");
    assert_string_equal(date_text(date_years_later((Date){2026, 12, 31}, 2)).text, "2028-12-31");
}

static void days_are_compared_from_the_year_down(void **state)
{
    (void)state;
    static const Date rising[] = {{0}, {2025, 12, 31}, {2026, 1, 31}, {2026, 2, 1}, {2026, 2, 2}};
    for (size_t a = 0; a < ARRAY_LEN(rising); a++)
        for (size_t b = 0; b < ARRAY_LEN(rising); b++) {
            int order = date_compare(rising[a], rising[b]);
            assert_int_equal((order > 0) - (order < 0), (a > b) - (a < b));
            assert_int_equal(date_compare(date_later_of(rising[a], rising[b]), rising[a > b ? a : b]), 0);
        }
}

/* In a zone of its own with summer time, so that the machine's does not matter. */
static void local_time_goes_both_ways(void **state)
{
    (void)state;
    setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
    tzset();
    int64_t seconds = civil_seconds((Date){2026, 11, 24}, 14, 30);
    assert_int_equal(seconds, 1795527000);
    CivilTime time = civil_time(seconds);
    assert_true(time.known);
    assert_string_equal(date_text(time.date).text, "2026-11-24");
    assert_int_equal(civil_minute(&time), 14 * 60 + 30);
    assert_int_equal(time.weekday, 1);
    assert_int_equal(civil_seconds((Date){2026, 2, 31}, 12, 0), 0);
    assert_int_equal(civil_seconds((Date){2026, 1, 1}, 24, 0), 0);
    assert_int_equal(civil_seconds((Date){2026, 1, 1}, 0, 60), 0);
    assert_int_equal(civil_seconds((Date){1960, 1, 1}, 0, 0), 0);
}

static void a_time_that_is_not_known_has_no_date(void **state)
{
    (void)state;
    CivilTime unknown = civil_time(0), before = civil_time(-1);
    assert_false(unknown.known || before.known);
    assert_false(date_is_set(unknown.date) || date_is_set(before.date));
    assert_int_equal(civil_week(&unknown), 0);
}

static void a_week_begins_on_monday(void **state)
{
    (void)state;
    const CivilTime sunday = {.date = {2026, 11, 22}, .known = true}, monday = {.date = {2026, 11, 23}, .known = true};
    const CivilTime next_sunday = {.date = {2026, 11, 29}, .known = true};
    const CivilTime first_day = {.date = {1970, 1, 1}, .known = true},
                    first_monday = {.date = {1970, 1, 5}, .known = true};
    assert_int_equal(civil_week(&monday), civil_week(&sunday) + 1);
    assert_int_equal(civil_week(&next_sunday), civil_week(&monday));
    assert_int_equal(civil_week(&first_day), 0);
    assert_int_equal(civil_week(&first_monday), 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_written_in_one_way),
        cmocka_unit_test(no_date_is_written_as_a_dash),
        cmocka_unit_test(days_are_numbered_without_a_gap),
        cmocka_unit_test(a_leap_day_has_its_anniversary_a_day_early),
        cmocka_unit_test(days_are_compared_from_the_year_down),
        cmocka_unit_test(local_time_goes_both_ways),
        cmocka_unit_test(a_time_that_is_not_known_has_no_date),
        cmocka_unit_test(a_week_begins_on_monday),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
