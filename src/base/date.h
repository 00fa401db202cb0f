/* date.h - days of the Gregorian calendar, and a local date with its time of day.
 *
 * Only civil_time() and civil_seconds() know the machine's time zone; no function here reads a clock. All are safe on
 * any thread. */
#ifndef HEARTH_DATE_H
#define HEARTH_DATE_H

#include "base/base.h"

typedef struct Date {
    int year, month, day; /* month and day from 1; year 0: there is no date */
} Date;

/* A local date and time of day. */
typedef struct CivilTime {
    Date date; /* year 0 if not known */
    int hour, minute, second;
    int weekday; /* 0 is Monday */
    bool known;  /* false: the clock cannot be trusted, and nothing may depend on it */
} CivilTime;

/* A date as text: "2026-11-24", or "-" for none. */
typedef struct DateText {
    char text[16];
} DateText;

/* True unless `date` is "there is no date". */
static inline bool date_is_set(Date date) { return date.year != 0; }
/* Negative if a is earlier than b, 0 if both are the same day, positive if a is later. */
int date_compare(Date a, Date b);
/* Returns the later of the two. */
Date date_later_of(Date a, Date b);

/* Returns how many days a month (1 to 12) has. */
int date_days_in_month(int year, int month);
/* Returns the number of days since 1970-01-01, negative before. `date` must be set. */
int date_day_number(Date date);
/* Returns the days from a to b; negative if b is earlier. Both must be set. */
int date_days_between(Date a, Date b);
/* Returns the same day so many years later; 29 February becomes the 28th where that year has none. */
Date date_years_later(Date date, int years);

/* True if `text` has the shape YYYY-MM-DD, in digits, whether or not there is such a day. */
bool date_is_shaped(const char *text);
/* Reads YYYY-MM-DD. False, and *out is "no date", for anything else, and for a day that the calendar does not have. */
MUST_USE bool date_read(const char *text, Date *out);
/* Reads what date_text() writes: as date_read(), but "-" is read as "no date". */
MUST_USE bool date_read_text(const char *text, Date *out);
/* Returns `date` as text, by value. */
DateText date_text(Date date);

/* Returns the local time at `wall_s`, seconds since 1970; 0 or less gives a time that is not known. */
CivilTime civil_time(int64_t wall_s);
/* Returns the seconds since 1970 of a local date and time; 0 if there is no such time. */
int64_t civil_seconds(Date date, int hour, int minute);
/* Returns the minute of the day, 0 to 1439. */
static inline int civil_minute(const CivilTime *time) { return time->hour * 60 + time->minute; }
/* Returns the weeks since 1970, each from Monday to Sunday; 0 when the time is not known. */
uint32_t civil_week(const CivilTime *time);

#endif
