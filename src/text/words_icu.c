/* words_icu.c - words, sentences, plurals and dates, by ICU. None of these keeps anything between calls. */
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#include "base/mem.h"
#include "text/lang.h"
#include "text/text.h"

/* Breaks of UTF-8 in place, so that positions are bytes. */
typedef struct Utf8Breaks {
    UText text;
    UBreakIterator *breaks;
} Utf8Breaks;

static void set_breaks(Utf8Breaks *b, const char *text)
{
    UErrorCode error = U_ZERO_ERROR;
    utext_openUTF8(&b->text, text, -1, &error);
    ubrk_setUText(b->breaks, &b->text, &error);
    CHECK(U_SUCCESS(error));
}

static void open_breaks(Utf8Breaks *b, UBreakIteratorType type, const char *locale, const char *text)
{
    UErrorCode error = U_ZERO_ERROR;
    b->text = (UText)UTEXT_INITIALIZER;
    b->breaks = ubrk_open(type, locale, NULL, 0, &error);
    CHECK(U_SUCCESS(error));
    set_breaks(b, text);
}

static void close_breaks(Utf8Breaks *b)
{
    ubrk_close(b->breaks);
    utext_close(&b->text);
}

size_t text_count_words(const char *lang, const char *text)
{
    char locale[LOCALE_MAX];
    lang_locale(lang, locale);
    Utf8Breaks b;
    open_breaks(&b, UBRK_WORD, locale, text);
    size_t count = 0;
    ubrk_first(b.breaks);
    while (ubrk_next(b.breaks) != UBRK_DONE)
        if (ubrk_getRuleStatus(b.breaks) >= UBRK_WORD_NONE_LIMIT) count++;
    close_breaks(&b);
    return count;
}

void text_each_word(const char *lang, const char *text, void *context, TextWordFn *word)
{
    char locale[LOCALE_MAX];
    lang_locale(lang, locale);
    Utf8Breaks b;
    open_breaks(&b, UBRK_WORD, locale, text);
    int32_t start = ubrk_first(b.breaks);
    for (int32_t end; (end = ubrk_next(b.breaks)) != UBRK_DONE; start = end)
        if (ubrk_getRuleStatus(b.breaks) >= UBRK_WORD_NONE_LIMIT) word(context, (size_t)start, (size_t)end);
    close_breaks(&b);
}

/* Titles that ICU's own list lacks, which stand before a name more often than at the end of a sentence. */
static bool ends_in_title(const char *text, size_t length)
{
    static const char *const titles[] = {"Dr.", "Dre.", "Dra.", "St.", "Ste.", "M.", "Mt."};
    while (length > 0 && text[length - 1] == ' ') length--;
    for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
        size_t count = strlen(titles[i]);
        if (length < count || memcmp(text + length - count, titles[i], count) != 0) continue;
        if (length == count || text[length - count - 1] == ' ' || text[length - count - 1] == '\n') return true;
    }
    return false;
}

struct TextSentences {
    Utf8Breaks breaks;
};

TextSentences *text_sentences_new(const char *lang)
{
    char locale[LOCALE_MAX];
    lang_locale(lang, locale);
    /* ICU's list of abbreviations that end no sentence. */
    UErrorCode error = U_ZERO_ERROR;
    uloc_setKeywordValue("ss", "standard", locale, LOCALE_MAX, &error);
    TextSentences *sentences = mem_alloc(sizeof(TextSentences));
    open_breaks(&sentences->breaks, UBRK_SENTENCE, locale, "");
    return sentences;
}

void text_sentences_free(TextSentences *sentences)
{
    if (!sentences) return;
    close_breaks(&sentences->breaks);
    free(sentences);
}

size_t text_sentences_end(TextSentences *sentences, const char *text, size_t from)
{
    size_t length = strlen(text);
    if (from >= length) return length;
    Utf8Breaks *b = &sentences->breaks;
    set_breaks(b, text + from);
    ubrk_first(b->breaks);
    int32_t end = ubrk_next(b->breaks);
    while (end != UBRK_DONE && ends_in_title(text + from, (size_t)end)) end = ubrk_next(b->breaks);
    return end == UBRK_DONE ? length : from + (size_t)end;
}

const char *text_plural(const char *lang, long n)
{
    static const char *const categories[] = {"zero", "one", "two", "few", "many", "other"};
    char locale[LOCALE_MAX], name[16];
    UChar category[16];
    lang_locale(lang, locale);
    UErrorCode error = U_ZERO_ERROR;
    UPluralRules *rules = uplrules_open(locale, &error);
    uplrules_select(rules, (double)n, category, ARRAY_LEN(category), &error);
    uplrules_close(rules);
    CHECK(U_SUCCESS(error));
    u_strToUTF8(name, (int32_t)sizeof(name), NULL, category, -1, &error);
    for (size_t i = 0; i < ARRAY_LEN(categories); i++)
        if (U_SUCCESS(error) && strcmp(name, categories[i]) == 0) return categories[i];
    return "other";
}

/* "24 November 2026": Canada writes both orders; the day first is the one that no one misreads. */
static void date_locale(const char *lang, char locale[LOCALE_MAX])
{
    lang_locale(strcmp(lang, "en") == 0 ? "en-GB" : lang, locale);
    UErrorCode error = U_ZERO_ERROR;
    uloc_setKeywordValue("calendar", "gregorian", locale, LOCALE_MAX, &error);
    uloc_setKeywordValue("numbers", "latn", locale, LOCALE_MAX, &error);
}

static char *date_in(Arena *arena, const char *lang, Date date, UDateFormatStyle style)
{
    static const UChar utc[] = {'U', 'T', 'C', 0};
    char locale[LOCALE_MAX], out[256];
    UChar text[64];
    date_locale(lang, locale);
    UErrorCode error = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_NONE, style, locale, utc, -1, NULL, 0, &error);
    UDate when = (double)date_day_number(date) * U_MILLIS_PER_DAY;
    udat_format(format, when, text, ARRAY_LEN(text), NULL, &error);
    udat_close(format);
    u_strToUTF8(out, (int32_t)sizeof(out), NULL, text, -1, &error);
    CHECK(U_SUCCESS(error) && error != U_STRING_NOT_TERMINATED_WARNING);
    return arena_copy(arena, out);
}

char *text_date(Arena *arena, const char *lang, Date date) { return date_in(arena, lang, date, UDAT_LONG); }

char *text_date_short(Arena *arena, const char *lang, Date date) { return date_in(arena, lang, date, UDAT_MEDIUM); }

bool text_time_zone_exists(const char *zone)
{
    enum { ZONE_MAX_UNITS = 64 };
    UChar name[ZONE_MAX_UNITS], canonical[ZONE_MAX_UNITS];
    UBool is_known = false;
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8(name, ZONE_MAX_UNITS, NULL, zone, -1, &error);
    ucal_getCanonicalTimeZoneID(name, -1, canonical, ZONE_MAX_UNITS, &is_known, &error);
    return U_SUCCESS(error) && error != U_STRING_NOT_TERMINATED_WARNING && is_known;
}

const char **text_time_zones(Arena *arena, size_t *count)
{
    UErrorCode error = U_ZERO_ERROR;
    UEnumeration *zones = ucal_openTimeZones(&error);
    int32_t room = U_SUCCESS(error) ? uenum_count(zones, &error) : 0;
    const char **names = ARENA_ARRAY(arena, const char *, (size_t)room + 1), *name;
    *count = 0;
    while (room > 0 && (name = uenum_next(zones, NULL, &error)) && *count < (size_t)room)
        if (strchr(name, '/')) names[(*count)++] = arena_copy(arena, name);
    uenum_close(zones);
    return names;
}
