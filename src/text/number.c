#include "text/number.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"

static const struct {
    uint32_t character;
    NumberSign sign;
} signs[] = {
    {'-', SIGN_HYPHEN},
    {0x2010, SIGN_DASH},
    {0x2011, SIGN_DASH} /* does not break */,
    {0x2013, SIGN_DASH} /* en dash */,
    {' ', SIGN_SPACE},
    {0xA0, SIGN_SPACE} /* does not break */,
    {0x202F, SIGN_SPACE} /* nor this one, and is narrow */,
    {'.', SIGN_DOT},
    {'/', SIGN_SLASH},
    {',', SIGN_COMMA},
    {':', SIGN_COLON},
    {'(', SIGN_OPEN},
    {')', SIGN_CLOSE},
};

static NumberSign sign_of(uint32_t character)
{
    for (size_t i = 0; i < ARRAY_LEN(signs); i++)
        if (signs[i].character == character) return signs[i].sign;
    return SIGN_NONE;
}

static int digit_value(uint32_t character) { return u_charDigitValue((UChar32)character); }

/* Reads the digits from `at`; false if there are none. */
static bool group_read(const NumberText *text, size_t at, NumberGroup *out)
{
    size_t length;
    out->start = out->end = at;
    while (digit_value(text->char_at(text->text, out->end, &length)) >= 0 && length > 0) {
        out->end += length;
        out->digits++;
    }
    return out->digits > 0;
}

/* Reads one or two signs from `at`, and the group after them. */
static bool next_group_read(const NumberText *text, size_t at, NumberGroup *out)
{
    *out = (NumberGroup){0};
    for (size_t i = 0; i < ARRAY_LEN(out->before); i++) {
        size_t length;
        out->before[i] = sign_of(text->char_at(text->text, at, &length));
        if (out->before[i] == SIGN_NONE || length == 0) return false;
        at += length;
        if (group_read(text, at, out)) return true;
    }
    return false;
}

bool number_read(const NumberText *text, size_t at, WrittenNumber *out)
{
    size_t length;
    *out = (WrittenNumber){.start = at};
    if (text->char_at(text->text, at, &length) == '+' && length > 0) {
        out->plus = true;
        at += length;
    }
    if (text->char_at(text->text, at, &length) == '(' && length > 0) {
        out->groups[0].before[0] = SIGN_OPEN;
        at += length;
    }
    if (!group_read(text, at, &out->groups[0])) return false;
    out->count = 1;
    while (out->count < NUMBER_GROUPS_MAX &&
           next_group_read(text, number_end(out, out->count), &out->groups[out->count]))
        out->count++;
    return true;
}

static uint32_t utf8_at(const void *text, size_t at, size_t *length)
{
    enum { CHARACTER_BYTES_MAX = 4 };
    uint32_t character = 0;
    const char *here = (const char *)text + at;
    *length = utf8_decode(here, strnlen(here, CHARACTER_BYTES_MAX), &character);
    return character;
}

NumberText number_text(const char *text) { return (NumberText){text, utf8_at}; }

bool number_find(const char *text, size_t from, WrittenNumber *out)
{
    const NumberText utf8 = number_text(text);
    size_t length;
    for (size_t at = from; text[at]; at = (size_t)(utf8_next(text + at) - text)) {
        if (digit_value(utf8_at(text, at, &length)) < 0) continue;
        size_t start = at;
        if (start > from && text[start - 1] == '(') start--;
        if (start > from && text[start - 1] == '+') start--;
        /* A bracket that holds more than an area code belongs to the sentence: "(9-8-8)". */
        if (number_read(&utf8, start, out) && (out->groups[0].before[0] != SIGN_OPEN || number_is_area_code(out, 0)))
            return true;
        return number_read(&utf8, at, out);
    }
    return false;
}

int number_digit_count(const WrittenNumber *number, size_t count)
{
    int digits = 0;
    for (size_t i = 0; i < count; i++) digits += number->groups[i].digits;
    return digits;
}

bool number_is_area_code(const WrittenNumber *number, size_t i)
{
    const NumberGroup *group = &number->groups[i], *next = group + 1;
    if (i + 1 >= number->count || next->before[0] != SIGN_CLOSE) return false;
    bool is_opened = group->before[0] == SIGN_OPEN || group->before[1] == SIGN_OPEN;
    NumberSign after = next->before[1];
    bool is_followed = after == SIGN_NONE || after == SIGN_SPACE || after == SIGN_HYPHEN || after == SIGN_DASH;
    return is_opened && is_followed && group->digits >= AREA_CODE_DIGITS_MIN && group->digits <= AREA_CODE_DIGITS_MAX;
}

size_t number_phone_groups(const WrittenNumber *number)
{
    for (size_t i = 1; i < number->count; i++)
        for (size_t sign = 0; sign < 2; sign++)
            if (number->groups[i].before[sign] == SIGN_COMMA || number->groups[i].before[sign] == SIGN_COLON) return i;
    return number->count;
}

bool number_is_joined_by(const WrittenNumber *number, size_t i, NumberSign sign)
{
    return number->groups[i].before[0] == sign && number->groups[i].before[1] == SIGN_NONE;
}

bool number_has_form_of_date(const WrittenNumber *number, size_t count)
{
    if (count != 3) return false;
    int first = number->groups[0].digits, middle = number->groups[1].digits, last = number->groups[2].digits;
    return (first == 4 || last == 4) && middle <= 2 && first + last <= 6;
}

void number_digits(const char *text, const WrittenNumber *number, size_t count, char *out, size_t most)
{
    size_t written = 0, length;
    for (size_t i = 0; i < count; i++)
        for (size_t at = number->groups[i].start; at < number->groups[i].end && written < most; at += length)
            out[written++] = (char)('0' + digit_value(utf8_at(text, at, &length)));
    out[written] = '\0';
}
