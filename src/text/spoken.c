/* spoken.c - numbers as a person would say them, so that a voice reads 9-8-8 as three digits and not as a sum.
 *
 * Telephone numbers are given digit by digit, with a rest where they are written with a hyphen; a range gets the word
 * between its ends. Years, counts, dates and times stay: every voice reads those by itself. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "text/text.h"

enum {
    GROUPS_MAX = 8,
    PHONE_DIGITS_MIN = 7, /* without groups, or with spaces between them */
    PHONE_DIGITS_MAX = 15,
    CODE_DIGITS_MIN = 5, /* a short code to text to, such as 686868; a count this large is written in groups */
    NBSP = 0xA0,
    NARROW_NBSP = 0x202F,
    HYPHEN = 0x2010,
    NO_BREAK_HYPHEN = 0x2011,
    EN_DASH = 0x2013,
    MIDDLE_DOT = 0xB7,
};

/* A number as it is written: groups of digits and what stands between them. */
typedef struct Number {
    const char *groups[GROUPS_MAX]; /* where each begins */
    int digits[GROUPS_MAX];         /* how many each has */
    int count, total;
    bool hyphens, spaces, dots; /* that join groups */
    bool plus, area_code;       /* it begins with + or with (416) */
    const char *end;
} Number;

static uint32_t char_at(const char *text, size_t *length)
{
    uint32_t character = 0;
    *length = utf8_decode(text, strlen(text), &character);
    return character;
}

static int digit_value(uint32_t character) { return u_charDigitValue((UChar32)character); }

static bool is_hyphen(uint32_t c) { return c == '-' || c == HYPHEN || c == NO_BREAK_HYPHEN || c == EN_DASH; }

static bool is_space(uint32_t c) { return c == ' ' || c == NBSP || c == NARROW_NBSP; }

/* Reads one group of digits at `text`; its end, or `text` if there is none or there are too many groups. */
static const char *read_group(Number *number, const char *text)
{
    size_t length;
    const char *at = text;
    if (number->count == GROUPS_MAX) return text;
    int digits = 0;
    while (digit_value(char_at(at, &length)) >= 0) {
        at += length;
        digits++;
    }
    if (digits == 0) return text;
    number->groups[number->count] = text;
    number->digits[number->count++] = digits;
    number->total += digits;
    return at;
}

/* "(416) ": where it ends; `text` if it is none. */
static const char *read_area_code(Number *number, const char *text)
{
    size_t length;
    if (*text != '(') return text;
    Number tried = *number;
    const char *end = read_group(&tried, text + 1);
    if (end == text + 1 || *end != ')' || tried.digits[tried.count - 1] > 4) return text;
    tried.area_code = true;
    end++;
    uint32_t next = char_at(end, &length);
    if (is_space(next) || is_hyphen(next)) end += length;
    if (digit_value(char_at(end, &length)) < 0) return text;
    *number = tried;
    return end;
}

static bool joins(Number *number, uint32_t c)
{
    if (is_hyphen(c))
        number->hyphens = true;
    else if (is_space(c))
        number->spaces = true;
    else if (c == '.')
        number->dots = true;
    else
        return false;
    return true;
}

/* The number that begins at `text`. False if none does. */
static bool read_number(const char *text, Number *out)
{
    *out = (Number){.end = text};
    size_t length;
    if (*text == '+') {
        out->plus = true;
        text++;
    }
    text = read_area_code(out, text);
    const char *end = read_group(out, text);
    if (end == text) return false;
    for (;;) {
        Number tried = *out;
        uint32_t between = char_at(end, &length);
        const char *next = end + length;
        if (length == 0 || !joins(&tried, between)) break;
        if (tried.hyphens && tried.spaces && !tried.plus && !tried.area_code) break; /* "9-8-8 1-800-..." are two */
        const char *past = read_area_code(&tried, next);
        const char *group_end = read_group(&tried, past);
        if (group_end == past) break;
        *out = tried;
        end = group_end;
    }
    out->end = end;
    return true;
}

static bool is_date(const Number *number)
{
    return number->count == 3 && (number->digits[0] == 4 || number->digits[2] == 4) && number->digits[1] <= 2 &&
           number->digits[0] + number->digits[2] <= 6 && number->digits[0] >= 1;
}

/* "1 234 567": thousands are written apart in many languages. */
static bool is_count_in_thousands(const Number *number)
{
    if (!number->spaces || number->hyphens || number->digits[0] > 3) return false;
    for (int i = 1; i < number->count; i++)
        if (number->digits[i] != 3) return false;
    return true;
}

static bool ends_in_hundreds(const Number *number)
{
    const char *end = number->end;
    return end[-1] == '0' && end[-2] == '0';
}

/* True if it is said digit by digit. */
static bool is_said_by_digits(const Number *number)
{
    if (number->total > PHONE_DIGITS_MAX) return true;
    if (number->plus || number->area_code) return number->total >= PHONE_DIGITS_MIN;
    if (number->count == 1) return number->total >= CODE_DIGITS_MIN && !ends_in_hundreds(number);
    if (is_date(number)) return false;
    if (number->hyphens) return number->count > 2 || (number->digits[0] == 3 && number->digits[1] == 4);
    if (number->spaces) return number->total >= PHONE_DIGITS_MIN && !is_count_in_thousands(number);
    return number->dots && number->count > 2 && number->total >= PHONE_DIGITS_MIN;
}

/* "3-5", "10–15": from one to the other. */
static bool is_range(const Number *number)
{
    return number->count == 2 && number->hyphens && !number->spaces && !number->dots && !number->plus;
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

static void say_group(Said *said, const char *group, int digits)
{
    size_t length;
    for (int i = 0; i < digits; i++, group += length) {
        char digit = (char)('0' + digit_value(char_at(group, &length)));
        if (i > 0) say_text(said, " ");
        say(said, &digit, 1);
    }
}

static void say_digits(Said *said, const Number *number)
{
    for (int i = 0; i < number->count; i++) {
        bool rest = i > 0 && (number->digits[i] > 1 || number->digits[i - 1] > 1);
        if (i > 0) say_text(said, rest ? ", " : " ");
        say_group(said, number->groups[i], number->digits[i]);
    }
}

static size_t group_bytes(const char *group, int digits)
{
    size_t bytes = 0, length;
    for (int i = 0; i < digits; i++) {
        char_at(group + bytes, &length);
        bytes += length;
    }
    return bytes;
}

static void say_number(Said *said, const Number *number, const char *start, const char *lang)
{
    const char *to = range_word(lang);
    if (is_said_by_digits(number)) {
        say_digits(said, number);
    } else if (is_range(number) && to) {
        say(said, number->groups[0], group_bytes(number->groups[0], number->digits[0]));
        say_text(said, to);
        say(said, number->groups[1], group_bytes(number->groups[1], number->digits[1]));
    } else {
        say(said, start, (size_t)(number->end - start));
    }
}

static bool is_latin(uint32_t c)
{
    UErrorCode error = U_ZERO_ERROR;
    return u_isalpha((UChar32)c) && uscript_getScript((UChar32)c, &error) == USCRIPT_LATIN;
}

static bool begins_number(const char *text)
{
    size_t length;
    if (*text == '+' || *text == '(') text++;
    return digit_value(char_at(text, &length)) >= 0;
}

char *text_spoken(Arena *arena, const char *lang, const char *text)
{
    Said said = {arena_alloc(arena, strlen(text) * GROWTH + 1), 0};
    bool in_word = false; /* a digit after a letter belongs to a name: B12. Other scripts join words to numbers. */
    for (size_t length; *text; text += length) {
        Number number;
        uint32_t c = char_at(text, &length);
        if (length == 0) break;
        if (!in_word && begins_number(text) && read_number(text, &number)) {
            say_number(&said, &number, text, lang);
            length = (size_t)(number.end - text);
            in_word = true;
            continue;
        }
        in_word = is_latin(c);
        if (c == '/')
            say_text(&said, " "); /* voices say "slash" */
        else if (c == MIDDLE_DOT)
            say_text(&said, ",");
        else
            say(&said, text, length);
    }
    said.text[said.length] = '\0';
    return said.text;
}
