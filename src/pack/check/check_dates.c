/* check_dates.c - what was read or called when, and what is due. */
#include <stdio.h>
#include <string.h>

#include "pack/check/check.h"

enum { REVIEW_YEARS = 2 };

bool date_is_set(Date date) { return date.year != 0; }

int date_compare(Date a, Date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    if (a.day != b.day) return a.day < b.day ? -1 : 1;
    return 0;
}

static Date file_reviewed(const CheckFile *file)
{
    return file->page ? file->page->reviewed : file->questions ? file->questions->reviewed : (Date){0};
}

void rule_reviewed_future(Check *check, const CheckFile *file)
{
    Date reviewed = file_reviewed(file), today = check->options->today;
    if (date_is_set(reviewed) && date_is_set(today) && date_compare(reviewed, today) > 0)
        diag_error(check->diags, check_key(file, "reviewed"), "reviewed-future",
                   "write the day it was read, or set this computer's clock", "%04d-%02d-%02d is still to come",
                   reviewed.year, reviewed.month, reviewed.day);
}

void rule_review_due(Check *check, const CheckFile *file)
{
    Date reviewed = file_reviewed(file), today = check->options->today;
    if (!date_is_set(reviewed) || !date_is_set(today)) return;
    Date due = {reviewed.year + REVIEW_YEARS, reviewed.month, reviewed.day};
    if (date_compare(due, today) < 0)
        diag_warn(check->diags, check_key(file, "reviewed"), "review-due",
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
                  "this was reviewed before its source was (%s/%s.yaml, %04d-%02d-%02d)", first, file->id, source->year,
                  source->month, source->day);
}

static bool month_has_day(Date date)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1) return false;
    bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return date.day <= days[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
}

bool date_read(const char *text, Date *out)
{
    char rest;
    if (strspn(text, "0123456789-") != strlen(text) || strlen(text) != 10) return false;
    return sscanf(text, "%4d-%2d-%2d%c", &out->year, &out->month, &out->day, &rest) == 3 && month_has_day(*out);
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
            diag_warn(check->diags, lines[i].at, "review-by", "call it, and write the new dates here",
                      "%s was to be called again by %04d-%02d-%02d", lines[i].number ? lines[i].number : "this line",
                      lines[i].review_by.year, lines[i].review_by.month, lines[i].review_by.day);
}
