/* check_phone.c - phone numbers that are not written with hyphens. */
#include <string.h>

#include "base/str.h"
#include "pack/check/check.h"
#include "text/number.h"

/* A number in a text, without what a comma or colon joins to it. */
typedef struct Number {
    char digits[PHONE_DIGITS_MAX + 1];
    size_t digit_count;
    int groups[NUMBER_GROUPS_MAX]; /* digits in each */
    size_t group_count;
    bool hyphens_only;    /* a single "-" between all groups */
    size_t start, length; /* bytes of the text */
} Number;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Finds the next number at or after `from`; false if there is none. */
static bool number_next(const char *text, size_t from, Number *out)
{
    WrittenNumber written;
    if (!number_find(text, from, &written)) return false;
    size_t count = number_phone_groups(&written);
    *out = (Number){.start = written.start, .group_count = count, .hyphens_only = true};
    for (size_t i = 0; i < count; i++) out->groups[i] = written.groups[i].digits;
    for (size_t i = 1; i < count; i++) out->hyphens_only &= number_is_joined_by(&written, i, SIGN_HYPHEN);
    number_digits(text, &written, count, out->digits, PHONE_DIGITS_MAX);
    out->digit_count = strlen(out->digits);
    out->length = number_end(&written, count) - written.start;
    return true;
}

/* Group sizes, after an optional 1, that only phone numbers have. */
static bool groups_are_phone(const Number *number)
{
    static const int shapes[][4] = {{3, 3, 4, 0}, {10, 0, 0, 0}, {3, 7, 0, 0}, {6, 4, 0, 0}};
    if (number->group_count == 1 && number->groups[0] == 11 && number->digits[0] == '1') return true;
    bool country = number->groups[0] == 1 && number->digits[0] == '1';
    for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
        size_t count = 0;
        while (count < 4 && shapes[i][count] > 0) count++;
        size_t skip = country && number->group_count == count + 1 ? 1 : 0;
        bool is_shape =
            number->group_count == count + skip && memcmp(&number->groups[skip], shapes[i], count * sizeof(int)) == 0;
        if (is_shape) return true;
    }
    return false;
}

static void digits_of(const char *number, char out[PHONE_DIGITS_MAX + 1])
{
    size_t count = 0;
    for (; *number && count < PHONE_DIGITS_MAX; number++)
        if (is_digit(*number)) out[count++] = *number;
    out[count] = '\0';
}

/* How the number is to be written, or NULL if it is fine or no phone number. */
static const char *number_wanted(Check *check, const Number *number, const char *written)
{
    const CrisisEntry *lines = check->pack->crisis.items;
    for (size_t i = 0; i < check->pack->crisis.count; i++) {
        char digits[PHONE_DIGITS_MAX + 1];
        if (!lines[i].number) continue;
        digits_of(lines[i].number, digits);
        if (strcmp(digits, number->digits) == 0) return strcmp(written, lines[i].number) == 0 ? NULL : lines[i].number;
    }
    bool is_fine = number->hyphens_only && number->group_count >= 3;
    if (is_fine || !groups_are_phone(number)) return NULL;
    size_t country = number->digit_count == 11 ? 1 : 0;
    return arena_format(&check->file_arena, "%s%.3s-%.3s-%s", country ? "1-" : "", number->digits + country,
                        number->digits + country + 3, number->digits + country + 6);
}

/* Part of a word, an address or a larger number: "v1988", "988.ca", "12,988". */
static bool is_in_word(const char *text, const Number *number)
{
    char before = number->start > 0 ? text[number->start - 1] : ' ';
    const char *after = text + number->start + number->length;
    bool domain_after = after[0] == '.' && ascii_is_letter(after[1]);
    bool thousands = (before == ',' && number->start > 1 && is_digit(text[number->start - 2])) ||
                     (after[0] == ',' && is_digit(after[1]));
    return thousands || ascii_is_letter(before) || strchr("@_#$/=", before) || ascii_is_letter(after[0]) ||
           domain_after;
}

void rule_phone_form(Check *check, const CheckFile *file)
{
    Number number;
    for (size_t i = 0; i < file->text_count; i++) {
        const CheckText *text = &file->texts[i];
        for (size_t from = 0; number_next(text->text, from, &number); from = number.start + number.length) {
            const char *written = arena_copy_bytes(&check->file_arena, text->text + number.start, number.length);
            const char *wanted = is_in_word(text->text, &number) ? NULL : number_wanted(check, &number, written);
            if (wanted)
                diag_error(check->diags, check_find(file, text, written, number.length), "phone-form",
                           arena_format(&check->file_arena, "write %s", wanted),
                           "\"%s\" is hard to read as a phone number", written);
        }
    }
}
