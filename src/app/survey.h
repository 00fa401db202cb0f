/* survey.h - what is to be looked at in the packs on this kiosk: pages past review, drafts, crisis lines to call. */
#ifndef HEARTH_SURVEY_H
#define HEARTH_SURVEY_H

#include "screen/staff_view.h"

enum { REVIEW_YEARS_MAX = 2 };

/* Reads every page of the packs in `dirs`, and the clinic's own pack in `site_dir` (NULL: there is none). With a `today` of
 * year 0 nothing is past its day. Texts are in `arena`. Safe on a worker thread. */
void survey_make(Arena *arena, const char *const *dirs, size_t count, const char *site_dir, Date today, Survey *out);
/* Days from a to b; negative if b comes first. */
int days_between(Date a, Date b);

#endif
