/* seen.h - STATE/seen: the last day on which this kiosk ran. A clock that shows an earlier day cannot be right. */
#ifndef HEARTH_SEEN_H
#define HEARTH_SEEN_H

#include "base/date.h"

/* Year 0 if no day was noted. */
Date seen_load(const char *state_dir);
/* Writes `today` down if it is later than what was noted. Failing is no harm: an earlier day stays. */
void seen_note(const char *state_dir, Date today);
/* Forgets the day: staff have set the clock. */
void seen_forget(const char *state_dir);

#endif
