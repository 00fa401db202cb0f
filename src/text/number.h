/* number.h - numbers as people write them: groups of digits, and the signs between them.
 *
 * "9-8-8", "1 (800) 668-8258", "+1 416 555 0101" and "2026-11-24" all have this shape, in the digits of any script.
 * What stands between two groups is one sign, or two of which one is a bracket or a space. number_read() takes all
 * groups that follow each other so; which of them make one telephone number is for the caller to say, who knows what it
 * is for: see atoms.c (never broken across lines), spoken.c (said digit by digit), check_phone.c (the form that packs
 * must use) and diff/numbers.c (what staff are shown before they install). Safe on any thread. */
#ifndef HEARTH_NUMBER_H
#define HEARTH_NUMBER_H

#include "base/base.h"

enum {
    NUMBER_GROUPS_MAX = 16,
    PHONE_DIGITS_MIN = 7,  /* without an area code: 555-0101 */
    PHONE_DIGITS_MAX = 15, /* with the code of a country (E.164) */
    AREA_CODE_DIGITS_MIN = 2,
    AREA_CODE_DIGITS_MAX = 4,
};

typedef enum NumberSign {
    SIGN_NONE,
    SIGN_HYPHEN, /* - */
    SIGN_DASH,   /* any other hyphen, and the en dash */
    SIGN_SPACE,  /* also one that does not break */
    SIGN_DOT,
    SIGN_SLASH,
    SIGN_COMMA,
    SIGN_COLON,
    SIGN_OPEN, /* ( */
    SIGN_CLOSE,
} NumberSign;

typedef struct NumberGroup {
    NumberSign before[2]; /* what stands before it; of the first group, SIGN_OPEN or nothing */
    size_t start, end;    /* its digits, in units of the text */
    int digits;
} NumberGroup;

typedef struct WrittenNumber {
    size_t start; /* of the plus, the bracket or the first digit */
    bool plus;
    NumberGroup groups[NUMBER_GROUPS_MAX];
    size_t count; /* 1 or more */
} WrittenNumber;

/* A text in any encoding. char_at() returns the character at a unit and how many units it has; a length of 0 is the
 * end. */
typedef struct NumberText {
    const void *text;
    uint32_t (*char_at)(const void *text, size_t at, size_t *length);
} NumberText;

/* Returns UTF-8 as a NumberText, which borrows it. */
NumberText number_text(const char *text);
/* Reads the number that starts at `at` with a digit, a plus or an opening bracket. False if none starts there. */
MUST_USE bool number_read(const NumberText *text, size_t at, WrittenNumber *out);
/* Finds the first number at or after byte `from` of UTF-8. False if there is none. A plus before its digits belongs to
 * it, and an opening bracket if an area code stands in it. */
MUST_USE bool number_find(const char *text, size_t from, WrittenNumber *out);

/* Returns where the first `count` groups end. */
static inline size_t number_end(const WrittenNumber *number, size_t count) { return number->groups[count - 1].end; }
/* Returns how many digits the first `count` groups have together. */
int number_digit_count(const WrittenNumber *number, size_t count);
/* True if group `i` stands in brackets as an area code does, "(416) ", and another group follows. */
bool number_is_area_code(const WrittenNumber *number, size_t i);
/* Returns how many groups from the first on may be one telephone number: up to a comma or a colon. */
size_t number_phone_groups(const WrittenNumber *number);
/* True if exactly one sign stands before group `i`, and it is `sign`. */
bool number_is_joined_by(const WrittenNumber *number, size_t i, NumberSign sign);
/* True if the first `count` groups have the lengths of a date: 2026-11-24, 24/11/2026. */
bool number_has_form_of_date(const WrittenNumber *number, size_t count);
/* Writes the first `count` groups of a number in UTF-8 as ASCII digits, at most `most` of them, and a NUL. */
void number_digits(const char *text, const WrittenNumber *number, size_t count, char *out, size_t most);

#endif
