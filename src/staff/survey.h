/* survey.h - what staff should check in the packs on this kiosk: pages past review, drafts, crisis lines to call. */
#ifndef HEARTH_SURVEY_H
#define HEARTH_SURVEY_H

#include "screen/staff/staff_view.h"

enum { REVIEW_YEARS_MAX = 2 };

typedef struct SurveyJob {
    const char *const *dirs; /* of the packs */
    size_t count;
    const char *site_dir;  /* of the clinic's own pack; NULL: there is none */
    const char *state_dir; /* says which pages are hidden; NULL: none are */
    Date today;            /* year 0: nothing is past its day */
} SurveyJob;

/* Reads every page of all of them. Texts are in `arena`. Safe on a worker thread. */
void survey_make(Arena *arena, const SurveyJob *job, Survey *out);

#endif
