/* clock_floor.h - before which time no clock can be right: boards without a battery wake up in the past. */
#ifndef HEARTH_CLOCK_FLOOR_H
#define HEARTH_CLOCK_FLOOR_H

#include "pack/pack.h"

/* The day on which this program was compiled, or that SOURCE_DATE_EPOCH named then. */
Date clock_made_day(void);
/* The latest of: `made`, the newest review of the packs' first pages, and the last day that was noted in the state
 * folder. Seconds since 1970, with a day to spare for time zones. */
int64_t clock_floor_s(const Library *library, const char *state_dir, Date made);
/* The same, of days that are known; year 0 is not. */
int64_t clock_floor_of(Date made, Date reviewed, Date seen);

#endif
