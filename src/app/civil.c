#include "app/civil.h"

#include <time.h>

CivilTime civil_time(int64_t wall_s)
{
    time_t seconds = (time_t)wall_s;
    struct tm parts;
    if (wall_s <= 0 || !localtime_r(&seconds, &parts)) return (CivilTime){0};
    return (CivilTime){
        .year = parts.tm_year + 1900,
        .month = parts.tm_mon + 1,
        .day = parts.tm_mday,
        .hour = parts.tm_hour,
        .minute = parts.tm_min,
        .second = int_min(parts.tm_sec, 59),
        .weekday = (parts.tm_wday + 6) % 7,
        .known = true,
    };
}

int64_t civil_seconds(int year, int month, int day, int hour, int minute)
{
    struct tm parts = {
        .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day, .tm_hour = hour, .tm_min = minute, .tm_isdst = -1};
    time_t seconds = mktime(&parts);
    /* mktime bends 31 February into March; a person who wrote it made a mistake. */
    bool same =
        parts.tm_mon == month - 1 && parts.tm_mday == day && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return same && seconds > 0 ? (int64_t)seconds : 0;
}

uint32_t civil_week(const CivilTime *time)
{
    if (!time->known) return 0;
    /* Days since 1970 in the Gregorian calendar, years counted from March (H. Hinnant). The first Monday was day 4. */
    int64_t year = time->month <= 2 ? time->year - 1 : time->year, era = year / 400, of_era = year - era * 400;
    int64_t of_year = (153 * (time->month + (time->month > 2 ? -3 : 9)) + 2) / 5 + time->day - 1;
    int64_t days = era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
    return days < 4 ? 0 : (uint32_t)((days + 3) / 7);
}

unsigned civil_when(const CivilTime *time)
{
    static const AttractWhen seasons[] = {WHEN_WINTER, WHEN_SPRING, WHEN_SUMMER, WHEN_AUTUMN};
    if (!time->known) return 0;
    unsigned when = 1u << seasons[time->month % 12 / 3];
    if (time->hour >= MORNING_FROM_H && time->hour < MORNING_UNTIL_H) when |= 1u << WHEN_MORNING;
    if (time->hour >= EVENING_FROM_H || time->hour < MORNING_FROM_H) when |= 1u << WHEN_EVENING;
    return when;
}
