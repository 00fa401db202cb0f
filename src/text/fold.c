/* fold.c - what search compares: without case, accents, and the spellings that keyboards differ in. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/utf8.h"
#include "text/text.h"

/* Letters that Unicode keeps apart but people who type do not. Persian and Urdu keyboards write another yeh and kaf
 * than Arabic ones; few people find the o with a stroke. */
static const struct {
    uint32_t from;
    const char *to;
} same_letters[] = {
    {0xE6, "ae"},  {0xF8, "o"},   {0x111, "d"},        {0x142, "l"},        {0x153, "oe"},
    {0x131, "i"},  {0x640, ""},   {0x649, "\xDB\x8C"}, {0x64A, "\xDB\x8C"}, {0x643, "\xDA\xA9"},
    {0x2019, "'"}, {0x2018, "'"}, {0x2010, "-"},       {0x2011, "-"},       {0x2013, "-"},
};

/* Accents, vowel points of Arabic and Hebrew, nuktas. Vowel signs and tone marks of Indic scripts and Thai stay: words
 * are not the same without them. */
static bool is_mark_to_drop(uint32_t c)
{
    uint8_t class = u_getCombiningClass((UChar32)c);
    return class == 7 || (class >= 10 && class <= 36) || class >= 200;
}

/* Writes at most 4 bytes; returns how many. */
static size_t write_folded(uint32_t c, char *out)
{
    if (is_mark_to_drop(c)) return 0;
    for (size_t i = 0; i < ARRAY_LEN(same_letters); i++) {
        if (same_letters[i].from != c) continue;
        size_t length = strlen(same_letters[i].to);
        memcpy(out, same_letters[i].to, length);
        return length;
    }
    return utf8_encode(c, out);
}

static UChar *normalized(Arena *arena, const UNormalizer2 *normalizer, const UChar *text, int32_t *length)
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t needed = unorm2_normalize(normalizer, text, *length, NULL, 0, &error);
    CHECK(U_SUCCESS(error) || error == U_BUFFER_OVERFLOW_ERROR);
    UChar *out = ARENA_ARRAY(arena, UChar, (size_t)needed + 1);
    error = U_ZERO_ERROR;
    *length = unorm2_normalize(normalizer, text, *length, out, needed + 1, &error);
    CHECK(U_SUCCESS(error));
    return out;
}

char *text_fold(Arena *arena, const char *text)
{
    size_t bytes = strlen(text);
    CHECK(bytes < INT32_MAX / 32); /* a character can become 18 */
    Arena scratch = {0};
    UErrorCode error = U_ZERO_ERROR;
    UChar *units = ARENA_ARRAY(&scratch, UChar, bytes + 1);
    int32_t length = 0;
    u_strFromUTF8WithSub(units, (int32_t)bytes + 1, &length, text, (int32_t)bytes, 0xFFFD, NULL, &error);
    const UNormalizer2 *fold = unorm2_getNFKCCasefoldInstance(&error), *split = unorm2_getNFKDInstance(&error);
    CHECK(U_SUCCESS(error));
    units = normalized(&scratch, fold, units, &length);
    units = normalized(&scratch, split, units, &length);
    char *out = ARENA_ARRAY(&scratch, char, (size_t)length * 4 + 1);
    size_t count = 0;
    for (int32_t i = 0; i < length;) {
        bool pair = U16_IS_LEAD(units[i]);
        UChar32 c = pair ? U16_GET_SUPPLEMENTARY(units[i], units[i + 1]) : units[i];
        i += pair ? 2 : 1;
        count += write_folded((uint32_t)c, out + count);
    }
    char *folded = arena_copy_bytes(arena, out, count);
    arena_wipe(&scratch);
    return folded;
}
