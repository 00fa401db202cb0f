/* check_crisis.c - the numbers that no screen may be without. */
#include <string.h>

#include "pack/check/check.h"
#include "pack/site/site_load.h"

enum { SHORT_DIGITS_MIN = 2, SHORT_DIGITS_MAX = 6 };

/* Digits with single hyphens between; counts the digits. */
static bool number_is_plain(const char *number, size_t *digits)
{
    *digits = 0;
    for (const char *c = number; *c; c++) {
        bool is_digit = *c >= '0' && *c <= '9';
        if (is_digit)
            (*digits)++;
        else if (*c != '-' || c == number || c[-1] == '-' || c[1] == '\0')
            return false;
    }
    return *digits > 0;
}

void rule_crisis_number(Check *check)
{
    const CrisisEntry *lines = check->pack->crisis.items;
    size_t digits;
    for (size_t i = 0; i < check->pack->crisis.count; i++) {
        if (!text_is_there(lines[i].number)) continue;
        if (!number_is_plain(lines[i].number, &digits))
            diag_error(check->diags, lines[i].at, "crisis-number",
                       "write digits with single hyphens, such as 9-8-8 or 1-800-668-8258",
                       "\"%s\" is not how a number is written here", lines[i].number);
        else if (digits > SHORT_DIGITS_MAX && !phone_is_whole(lines[i].number))
            diag_error(check->diags, lines[i].at, "crisis-number",
                       "compare it with the real one; with its area code it has 10 digits, such as 416-555-0101",
                       "\"%s\" has %zu digits, so a part is missing", lines[i].number, digits);
    }
}

void rule_crisis_first(Check *check)
{
    const CrisisEntry *first = check->pack->crisis.items;
    size_t digits;
    if (check->pack->crisis.count == 0 || !text_is_there(first->number) || !number_is_plain(first->number, &digits))
        return;
    bool is_short = digits >= SHORT_DIGITS_MIN && digits <= SHORT_DIGITS_MAX;
    if (!is_short || !strchr(first->number, '-'))
        diag_error(check->diags, first->at, "crisis-first", "put the line that everybody can keep in mind first",
                   "\"%s\" stands in the strip on every screen, and is not short like 9-8-8", first->number);
}
