/* spoken.c - numbers as a person would say them, so that a voice reads 9-8-8 as three digits and not as a sum.
 *
 * Telephone numbers are given digit by digit, with a rest where they are written with a hyphen; a range gets the word
 * between its ends. Years, counts, dates and times stay: every voice reads those by itself. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "text/number.h"
#include "text/text.h"

enum {
    CODE_DIGITS_MIN = 5, /* a short code to text to, such as 686868; a count this large is written in groups */
    MIDDLE_DOT = 0xB7,
};

/* A number as it is written, up to where it is one number for a voice. */
typedef struct Number {
    WrittenNumber written;
    size_t count;               /* of its groups */
    int total;                  /* digits */
    bool hyphens, spaces, dots; /* that join groups */
    bool area_code;             /* it has one in brackets */
} Number;

static uint32_t char_at(const char *text, size_t *length)
{
    enum { CHARACTER_BYTES_MAX = 4 };
    uint32_t character = 0;
    *length = utf8_decode(text, strnlen(text, CHARACTER_BYTES_MAX), &character);
    return character;
}

static int digits_in(const Number *number, size_t group) { return number->written.groups[group].digits; }

static bool joins(Number *number, NumberSign sign)
{
    number->hyphens |= sign == SIGN_HYPHEN || sign == SIGN_DASH;
    number->spaces |= sign == SIGN_SPACE;
    number->dots |= sign == SIGN_DOT;
    return sign == SIGN_HYPHEN || sign == SIGN_DASH || sign == SIGN_SPACE || sign == SIGN_DOT;
}

/* Adds the next group if it belongs to the number. */
static bool group_take(Number *number)
{
    const WrittenNumber *written = &number->written;
    const NumberGroup *group = &written->groups[number->count];
    bool opens = group->before[0] == SIGN_OPEN || group->before[1] == SIGN_OPEN;
    bool past_code = number->count > 0 && number_is_area_code(written, number->count - 1);
    Number tried = *number;
    if (opens && !number_is_area_code(written, number->count)) return false;
    if (number->count > 0 && !past_code) {
        bool is_single = group->before[1] == SIGN_NONE || opens;
        if (!joins(&tried, group->before[0]) || !is_single) return false;
        /* "9-8-8 1-800-..." are two numbers. */
        if (tried.hyphens && tried.spaces && !written->plus && !tried.area_code) return false;
    }
    tried.area_code |= opens;
    tried.total += group->digits;
    tried.count++;
    *number = tried;
    return true;
}

/* The number that begins at `at`. False if none does. */
static bool read_number(const char *text, size_t at, Number *out)
{
    const NumberText utf8 = number_text(text);
    *out = (Number){0};
    if (!number_read(&utf8, at, &out->written)) return false;
    while (out->count < out->written.count && group_take(out)) {
    }
    return out->count > 0;
}

/* "1 234 567": thousands are written apart in many languages. */
static bool is_count_in_thousands(const Number *number)
{
    if (!number->spaces || number->hyphens || digits_in(number, 0) > 3) return false;
    for (size_t i = 1; i < number->count; i++)
        if (digits_in(number, i) != 3) return false;
    return true;
}

static bool ends_in_hundreds(const char *text, const Number *number)
{
    size_t end = number_end(&number->written, number->count);
    return end >= 2 && text[end - 1] == '0' && text[end - 2] == '0';
}

/* True if it is said digit by digit. */
static bool is_said_by_digits(const char *text, const Number *number)
{
    if (number->total > PHONE_DIGITS_MAX) return true;
    if (number->written.plus || number->area_code) return number->total >= PHONE_DIGITS_MIN;
    if (number->count == 1) return number->total >= CODE_DIGITS_MIN && !ends_in_hundreds(text, number);
    if (number_has_form_of_date(&number->written, number->count)) return false;
    if (number->hyphens) return number->count > 2 || (digits_in(number, 0) == 3 && digits_in(number, 1) == 4);
    if (number->spaces) return number->total >= PHONE_DIGITS_MIN && !is_count_in_thousands(number);
    return number->dots && number->count > 2 && number->total >= PHONE_DIGITS_MIN;
}

/* "3-5", "10–15": from one to the other. */
static bool is_range(const Number *number)
{
    return number->count == 2 && number->hyphens && !number->spaces && !number->dots && !number->written.plus;
}

/* The word between the ends of a range, with its spaces; NULL: not known, the hyphen stays. */
static const char *range_word(const char *lang)
{
    static const struct {
        const char *lang, *word;
    } words[] = {
        {"en", " to "}, {"fr", " à "},  {"es", " a "},  {"ar", " إلى "},      {"pa", " ਤੋਂ "},
        {"zh", "到"},   {"uk", " до "}, {"ru", " до "}, {"tl", " hanggang "},
    };
    size_t primary = strcspn(lang, "-");
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (strlen(words[i].lang) == primary && strncmp(words[i].lang, lang, primary) == 0) return words[i].word;
    return NULL;
}

/* What is said, as it grows. Room for it is made once: a digit takes at most five times its bytes, a word between the
 * ends of a range stands for at least three characters. */
typedef struct Said {
    char *text;
    size_t length;
} Said;

enum { GROWTH = 8 };

static void say(Said *said, const char *text, size_t length)
{
    memcpy(said->text + said->length, text, length);
    said->length += length;
}

static void say_text(Said *said, const char *text) { say(said, text, strlen(text)); }

static void say_group(Said *said, const char *text, const NumberGroup *group)
{
    size_t length;
    for (size_t at = group->start; at < group->end; at += length) {
        char digit = (char)('0' + u_charDigitValue((UChar32)char_at(text + at, &length)));
        if (at > group->start) say_text(said, " ");
        say(said, &digit, 1);
    }
}

static void say_digits(Said *said, const char *text, const Number *number)
{
    for (size_t i = 0; i < number->count; i++) {
        bool rest = i > 0 && (digits_in(number, i) > 1 || digits_in(number, i - 1) > 1);
        if (i > 0) say_text(said, rest ? ", " : " ");
        say_group(said, text, &number->written.groups[i]);
    }
}

static void say_number(Said *said, const char *text, const Number *number, const char *lang)
{
    const NumberGroup *first = &number->written.groups[0], *last = &number->written.groups[number->count - 1];
    const char *to = range_word(lang);
    if (is_said_by_digits(text, number)) {
        say_digits(said, text, number);
    } else if (is_range(number) && to) {
        say(said, text + first->start, first->end - first->start);
        say_text(said, to);
        say(said, text + last->start, last->end - last->start);
    } else {
        say(said, text + number->written.start, last->end - number->written.start);
    }
}

static bool is_latin(uint32_t c)
{
    UErrorCode error = U_ZERO_ERROR;
    return u_isalpha((UChar32)c) && uscript_getScript((UChar32)c, &error) == USCRIPT_LATIN;
}

char *text_spoken(Arena *arena, const char *lang, const char *text)
{
    Said said = {arena_alloc(arena, strlen(text) * GROWTH + 1), 0};
    bool in_word = false; /* a digit after a letter belongs to a name: B12. Other scripts join words to numbers. */
    for (size_t at = 0, length; text[at]; at += length) {
        Number number;
        uint32_t c = char_at(text + at, &length);
        if (length == 0) break;
        if (!in_word && read_number(text, at, &number)) {
            say_number(&said, text, &number, lang);
            length = number_end(&number.written, number.count) - at;
            in_word = true;
            continue;
        }
        in_word = is_latin(c);
        if (c == '/')
            say_text(&said, " "); /* voices say "slash" */
        else if (c == MIDDLE_DOT)
            say_text(&said, ",");
        else
            say(&said, text + at, length);
    }
    said.text[said.length] = '\0';
    return said.text;
}
