#include "text/lang.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "text/text.h"

void lang_locale(const char *tag, char locale[LOCALE_MAX])
{
    UErrorCode error = U_ZERO_ERROR;
    uloc_forLanguageTag(tag, locale, LOCALE_MAX, NULL, &error);
    if (U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING) locale[0] = '\0';
}

UScriptCode lang_script(const char *tag)
{
    char locale[LOCALE_MAX], full[LOCALE_MAX], name[8];
    lang_locale(tag, locale);
    UErrorCode error = U_ZERO_ERROR;
    uloc_addLikelySubtags(locale, full, (int32_t)sizeof(full), &error);
    uloc_getScript(full, name, (int32_t)sizeof(name), &error);
    if (U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING) return USCRIPT_LATIN;
    UScriptCode code = (UScriptCode)u_getPropertyValueEnum(UCHAR_SCRIPT, name);
    if (code == USCRIPT_SIMPLIFIED_HAN || code == USCRIPT_TRADITIONAL_HAN || code == USCRIPT_JAPANESE)
        return USCRIPT_HAN;
    if (code == USCRIPT_KOREAN) return USCRIPT_HANGUL;
    return code <= USCRIPT_INHERITED ? USCRIPT_LATIN : code;
}

uint32_t script_tag(UScriptCode script)
{
    const char *name = uscript_getShortName(script);
    CHECK(name && strlen(name) == 4);
    const unsigned char *n = (const unsigned char *)name;
    return (uint32_t)n[0] << 24 | (uint32_t)n[1] << 16 | (uint32_t)n[2] << 8 | n[3];
}

static bool tag_is(const char *tag, const char *language)
{
    size_t length = strlen(language);
    return strncmp(tag, language, length) == 0 && (tag[length] == '\0' || tag[length] == '-');
}

void lang_open(TextLang *lang, const char *tag)
{
    *lang = (TextLang){.rtl = text_lang_is_rtl(tag),
                       .french = tag_is(tag, "fr"),
                       .keeps_words = tag_is(tag, "ko"),
                       .script = lang_script(tag)};
    snprintf(lang->tag, sizeof(lang->tag), "%s", tag);
    char locale[LOCALE_MAX];
    lang_locale(tag, locale);
    UErrorCode error = U_ZERO_ERROR;
    lang->line_breaks = ubrk_open(UBRK_LINE, locale, NULL, 0, &error);
    lang->clusters = ubrk_open(UBRK_CHARACTER, locale, NULL, 0, &error);
    CHECK(U_SUCCESS(error));
}

void lang_close(TextLang *lang)
{
    if (lang->line_breaks) ubrk_close(lang->line_breaks);
    if (lang->clusters) ubrk_close(lang->clusters);
    *lang = (TextLang){0};
}

char *text_language_name(Arena *arena, const char *lang, const char *in)
{
    enum { NAME_MAX_UNITS = 128 };
    UChar name[NAME_MAX_UNITS];
    char of[LOCALE_MAX], reader[LOCALE_MAX], *bytes = arena_array(arena, NAME_MAX_UNITS * 3 + 1, 1);
    lang_locale(lang, of);
    lang_locale(in, reader);
    if (of[0] == '\0') return NULL;
    UErrorCode error = U_ZERO_ERROR;
    uloc_getDisplayLanguage(of, reader, name, NAME_MAX_UNITS, &error);
    /* Without a name for it, ICU answers with the code. */
    if (U_FAILURE(error) || error == U_USING_DEFAULT_WARNING || error == U_STRING_NOT_TERMINATED_WARNING) return NULL;
    u_strToUTF8(bytes, NAME_MAX_UNITS * 3 + 1, NULL, name, -1, &error);
    return U_SUCCESS(error) && bytes[0] ? bytes : NULL;
}

bool text_lang_is_rtl(const char *lang)
{
    char locale[LOCALE_MAX];
    lang_locale(lang, locale);
    return uloc_isRightToLeft(locale);
}

double text_line_scale(const char *lang)
{
    static const struct {
        UScriptCode script;
        double scale;
    } taller[] = {
        {USCRIPT_ARABIC, 1.17},   {USCRIPT_DEVANAGARI, 1.1}, {USCRIPT_GURMUKHI, 1.1}, {USCRIPT_TAMIL, 1.1},
        {USCRIPT_BENGALI, 1.1},   {USCRIPT_GUJARATI, 1.1},   {USCRIPT_TELUGU, 1.1},   {USCRIPT_KANNADA, 1.1},
        {USCRIPT_MALAYALAM, 1.1}, {USCRIPT_SINHALA, 1.1},    {USCRIPT_THAI, 1.1},     {USCRIPT_LAO, 1.1},
        {USCRIPT_KHMER, 1.17},    {USCRIPT_MYANMAR, 1.17},   {USCRIPT_TIBETAN, 1.17},
    };
    UScriptCode script = lang_script(lang);
    for (size_t i = 0; i < ARRAY_LEN(taller); i++)
        if (taller[i].script == script) return taller[i].scale;
    return 1.0;
}
