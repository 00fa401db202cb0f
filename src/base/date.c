#include "base/date.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

int date_compare(Date a, Date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    if (a.day != b.day) return a.day < b.day ? -1 : 1;
    return 0;
}

Date date_later_of(Date a, Date b) { return date_compare(a, b) > 0 ? a : b; }

int date_days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    CHECK(month >= 1 && month <= 12);
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

/* Counts years from March, so that the leap day is the last of its year (H. Hinnant, "chrono-compatible low-level date
 * algorithms", days_from_civil). An era is 400 years. */
int date_day_number(Date date)
{
    enum { DAYS_AN_ERA = 146097, DAYS_TO_1970 = 719468 };
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int day_of_year = (153 * ((date.month + 9) % 12) + 2) / 5 + date.day - 1;
    return era * DAYS_AN_ERA + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - DAYS_TO_1970;
}

int date_days_between(Date a, Date b) { return date_day_number(b) - date_day_number(a); }

Date date_years_later(Date date, int years)
{
    Date later = {date.year + years, date.month, date.day};
    later.day = int_min(later.day, date_days_in_month(later.year, later.month));
    return later;
}

bool date_is_shaped(const char *text)
{
    static const char shape[] = "0000-00-00";
    for (size_t i = 0; i < sizeof(shape); i++) {
        bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == '0' ? !is_digit : text[i] != shape[i]) return false;
    }
    return true;
}

static int digits_value(const char *text, size_t count)
{
    int value = 0;
    for (size_t i = 0; i < count; i++) value = value * 10 + (text[i] - '0');
    return value;
}

bool date_read(const char *text, Date *out)
{
    *out = (Date){0};
    if (!date_is_shaped(text)) return false;
    Date date = {digits_value(text, 4), digits_value(text + 5, 2), digits_value(text + 8, 2)};
    if (date.year < 1 || date.month < 1 || date.month > 12) return false;
    if (date.day < 1 || date.day > date_days_in_month(date.year, date.month)) return false;
    *out = date;
    return true;
}

bool date_read_text(const char *text, Date *out)
{
    *out = (Date){0};
    return strcmp(text, "-") == 0 || date_read(text, out);
}

DateText date_text(Date date)
{
    DateText text = {"-"};
    if (date.year > 0 && date.year <= 9999)
        snprintf(text.text, sizeof(text.text), "%04d-%02d-%02d", date.year, date.month % 100, date.day % 100);
    return text;
}

CivilTime civil_time(int64_t wall_s)
{
    time_t seconds = (time_t)wall_s;
    struct tm parts;
    if (wall_s <= 0 || !localtime_r(&seconds, &parts)) return (CivilTime){0};
    return (CivilTime){
        .date = {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday},
        .hour = parts.tm_hour,
        .minute = parts.tm_min,
        .second = int_min(parts.tm_sec, 59),
        .weekday = (parts.tm_wday + 6) % 7,
        .known = true,
    };
}

int64_t civil_seconds(Date date, int hour, int minute)
{
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return 0;
    struct tm parts = {.tm_year = date.year - 1900,
                       .tm_mon = date.month - 1,
                       .tm_mday = date.day,
                       .tm_hour = hour,
                       .tm_min = minute,
                       .tm_isdst = -1};
    time_t seconds = mktime(&parts);
    /* mktime turns 31 February into a day of March. */
    bool is_same_day = parts.tm_mon == date.month - 1 && parts.tm_mday == date.day;
    return is_same_day && seconds > 0 ? (int64_t)seconds : 0;
}

uint32_t civil_week(const CivilTime *time)
{
    enum { FIRST_MONDAY = 4, DAYS_A_WEEK = 7 }; /* 1970-01-01 was a Thursday, day 0 */
    if (!time->known) return 0;
    int days = date_day_number(time->date);
    return days < FIRST_MONDAY ? 0 : (uint32_t)((days - FIRST_MONDAY) / DAYS_A_WEEK + 1);
}
