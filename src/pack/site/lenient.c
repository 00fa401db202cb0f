/* lenient.c - what an author meant, where another way to write it leaves no doubt. */
#include <string.h>

#include "pack/site/site_load.h"
#include "text/number.h"
#include "text/text.h"
#include "words/words.h"

enum { NORTH_AMERICAN_DIGITS = 10 };

/* Digits behind "x", "ext", "poste" or "#"; NULL if `rest` is something else. "" for nothing. */
static const char *extension_of(Arena *arena, const char *rest)
{
    static const char *const words[] = {"extension", "ext.", "ext", "poste", "x.", "x", "#"};
    rest += strspn(rest, " ,;");
    if (!*rest) return "";
    const char *folded = text_fold(arena, rest);
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        size_t length = strlen(words[i]);
        if (strncmp(folded, words[i], length) != 0) continue;
        const char *digits = folded + length + strspn(folded + length, " .:");
        bool is_number = digits[0] && strspn(digits, "0123456789") == strlen(digits);
        return is_number ? arena_format(arena, " x %s", digits) : NULL;
    }
    return NULL;
}

const char *phone_usual(Arena *arena, const char *phone)
{
    WrittenNumber number;
    char digits[NORTH_AMERICAN_DIGITS + 3];
    if (!phone || !number_find(phone, 0, &number)) return phone;
    size_t groups = number_phone_groups(&number);
    number_digits(phone, &number, groups, digits, sizeof(digits) - 1);
    const char *extension = extension_of(arena, phone + number_end(&number, groups));
    bool has_one = strlen(digits) == NORTH_AMERICAN_DIGITS + 1 && digits[0] == '1';
    bool is_whole = strspn(phone, " +(\xC2\xA0") >= number.start || number.start == 0;
    if (!extension || !is_whole || (!has_one && strlen(digits) != NORTH_AMERICAN_DIGITS)) return phone;
    const char *from = digits + (has_one ? 1 : 0);
    return arena_format(arena, "%s%.3s-%.3s-%s%s", has_one ? "1-" : "", from, from + 3, from + 6, extension);
}

int phone_digits(const char *phone)
{
    WrittenNumber number;
    return number_find(phone, 0, &number) ? number_digit_count(&number, number_phone_groups(&number)) : 0;
}

/* No area code begins with 0 or 1. */
bool phone_is_whole(const char *phone)
{
    enum { SHORT_DIGITS = 3 };
    WrittenNumber number;
    char digits[NUMBER_GROUPS_MAX + 1];
    if (!number_find(phone, 0, &number)) return false;
    number_digits(phone, &number, number_phone_groups(&number), digits, sizeof(digits) - 1);
    size_t count = strlen(digits);
    bool has_one = digits[0] == '1';
    if (count == NORTH_AMERICAN_DIGITS) return !has_one && digits[0] != '0';
    return count == SHORT_DIGITS || (count == NORTH_AMERICAN_DIGITS + 1 && has_one) ||
           count > NORTH_AMERICAN_DIGITS + 1;
}

bool lang_is_called(Arena *scratch, const char *lang, const char *folded)
{
    const char *const readers[] = {"en", "fr", lang};
    for (size_t i = 0; i < ARRAY_LEN(readers); i++) {
        const char *name = text_language_name(scratch, lang, readers[i]);
        if (name && strcmp(text_fold(scratch, name), folded) == 0) return true;
    }
    return false;
}

const char *lang_meant(const char *text)
{
    Arena scratch = {0};
    const char *folded = text_fold(&scratch, text), *found = text;
    for (size_t i = 0; !words_has(text) && words_langs()[i]; i++)
        if (lang_is_called(&scratch, words_langs()[i], folded)) found = words_langs()[i];
    arena_free(&scratch);
    return found;
}
