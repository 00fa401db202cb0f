/* civil.h - the wall clock as people say it, and the dayparts and seasons that the loop knows. */
#ifndef HEARTH_CIVIL_H
#define HEARTH_CIVIL_H

#include "screen/screen.h"

enum { MORNING_FROM_H = 5, MORNING_UNTIL_H = 12, EVENING_FROM_H = 17 };

/* `wall_s` as platform_wall_s() gives it: 0 is "not known". In the machine's time zone. */
CivilTime civil_time(int64_t wall_s);
/* Seconds since 1970 of a local date and time; 0 if there is no such time. */
int64_t civil_seconds(int year, int month, int day, int hour, int minute);
/* Bit set of AttractWhen that holds now; 0 when the clock is not known. Seasons are those of the northern half. */
/* Weeks since 1970, from Monday to Sunday. 0 when the clock is not known. */
uint32_t civil_week(const CivilTime *time);
unsigned civil_when(const CivilTime *time);

#endif
