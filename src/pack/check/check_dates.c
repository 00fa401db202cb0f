/* check_dates.c - checks of the days on which pages were reviewed and crisis lines called.
 *
 * A day that has passed is a note, not a warning: a pack that passes the check today passes it for ever. Staff see what
 * is due in their panel. */
#include <stdio.h>
#include <string.h>

#include "pack/check/check.h"

enum { REVIEW_YEARS = 2 };

static Date file_reviewed(const CheckFile *file)
{
    return file->page ? file->page->reviewed : file->questions ? file->questions->reviewed : (Date){0};
}

void rule_reviewed_future(Check *check, const CheckFile *file)
{
    Date reviewed = file_reviewed(file), today = check->options->today;
    if (date_is_set(reviewed) && date_is_set(today) && date_compare(reviewed, today) > 0)
        diag_error(check->diags, check_key(file, "reviewed"), "reviewed-future",
                   "write the day it was read, or set this computer's clock", "%s is still to come",
                   date_text(reviewed).text);
}

void rule_review_due(Check *check, const CheckFile *file)
{
    Date reviewed = file_reviewed(file), today = check->options->today;
    if (!date_is_set(reviewed) || !date_is_set(today)) return;
    if (date_compare(date_years_later(reviewed, REVIEW_YEARS), today) < 0)
        diag_note(check->diags, check_key(file, "reviewed"), "review-due",
                  "have it read again, and write the new date here", "this was last reviewed more than 24 months ago");
}

/* The first language comes first, so its dates are there when the others ask. */
void rule_stale_translation(Check *check, const CheckFile *file)
{
    Date reviewed = file_reviewed(file);
    if (file->kind == CHECK_WORDS || !date_is_set(reviewed)) return;
    const char *first = check->pack->languages.items[0];
    Date *source = &check->source_reviewed[file->ordinal];
    if (strcmp(file->lang, first) == 0)
        *source = reviewed;
    else if (date_is_set(*source) && date_compare(reviewed, *source) < 0)
        diag_warn(check->diags, check_key(file, "reviewed"), "stale-translation",
                  "read both side by side, and write today's date here",
                  "this was reviewed before its source was (%s/%s.yaml, %s)", first, file->id, date_text(*source).text);
}

void rule_crisis_verified(Check *check)
{
    const CrisisEntry *lines = check->pack->crisis.items;
    Date today = check->options->today, verified;
    for (size_t i = 0; i < check->pack->crisis.count; i++) {
        if (!lines[i].verified || !lines[i].verified[0]) continue;
        if (!date_read(lines[i].verified, &verified))
            diag_error(check->diags, lines[i].at, "crisis-verified",
                       "write the day a person called this number, such as 2026-11-24, or \"\" until one has",
                       "\"%s\" is no date", lines[i].verified);
        else if (date_is_set(today) && date_compare(verified, today) > 0)
            diag_error(check->diags, lines[i].at, "crisis-verified",
                       "write the day a person called this number, or set this computer's clock", "%s is still to come",
                       lines[i].verified);
    }
}

void rule_review_by(Check *check)
{
    const CrisisEntry *lines = check->pack->crisis.items;
    Date today = check->options->today;
    for (size_t i = 0; i < check->pack->crisis.count; i++)
        if (date_is_set(today) && date_is_set(lines[i].review_by) && date_compare(lines[i].review_by, today) < 0)
            diag_note(check->diags, lines[i].at, "review-by", "call it, and write the new dates here",
                      "%s was to be called again by %s", lines[i].number ? lines[i].number : "this line",
                      date_text(lines[i].review_by).text);
}
