/* pinyin.c - Chinese in Latin letters, by ICU: what is typed where there are no keys for thousands of characters. */
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "text/text.h"

enum { SYLLABLE_UNITS_MAX = 12 }; /* "zhuang " and some room for what is no Chinese */

char *text_pinyin(Arena *arena, const char *text)
{
    static const UChar id[] = u"Han-Latin; Latin-ASCII; Lower";
    size_t bytes = strlen(text);
    CHECK(bytes < INT32_MAX / SYLLABLE_UNITS_MAX);
    int32_t capacity = (int32_t)bytes * SYLLABLE_UNITS_MAX + SYLLABLE_UNITS_MAX, length = 0, written = 0;
    Arena scratch = {0};
    UChar *units = ARENA_ARRAY(&scratch, UChar, (size_t)capacity);
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8WithSub(units, capacity, &length, text, (int32_t)bytes, 0xFFFD, NULL, &error);
    UTransliterator *latin = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    int32_t limit = length;
    utrans_transUChars(latin, units, &length, capacity, 0, &limit, &error);
    utrans_close(latin);
    CHECK(U_SUCCESS(error));
    char *out = ARENA_ARRAY(&scratch, char, (size_t)length * 3 + 1);
    u_strToUTF8(out, length * 3 + 1, &written, units, length, &error);
    CHECK(U_SUCCESS(error));
    char *pinyin = arena_copy_bytes(arena, out, (size_t)written);
    arena_wipe(&scratch);
    return pinyin;
}
