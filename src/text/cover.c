/* cover.c - is there a face for every character? Asked when a pack is checked, so that no screen ever shows a box. */
#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/engine.h"
#include "text/faces.h"
#include "text/fonts.h"

static bool is_covered(const TextEngine *engine, const char *lang, uint32_t c)
{
    UErrorCode error = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &error);
    if (script <= USCRIPT_INHERITED) script = lang_script(lang);
    for (int role = 0; role < FACE_ROLES; role++) {
        FontId fonts[FONTS_MAX];
        size_t count = fonts_candidates(lang, script_tag(script), (FaceRole)role, fonts, FONTS_MAX);
        for (size_t i = 0; i < count; i++)
            if (face_has(&engine->fonts, fonts[i], (UChar32)c)) return true;
    }
    return false;
}

uint32_t text_first_uncovered(TextEngine *engine, const char *lang, const char *text, size_t *offset)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t c = 0xFFFD;
        size_t step = utf8_decode(text + at, length - at, &c);
        if (u_charType((UChar32)c) != U_CONTROL_CHAR && !is_covered(engine, lang, c)) {
            *offset = at;
            return c;
        }
        at += step > 0 ? step : 1;
    }
    return 0;
}
