/* fake_font.h - a FontSource without fonts: every character is half its size wide, combining marks nothing.
 *
 *     FakeFont fake = {0};
 *     FontSource source = fake_font_source(&fake);
 *     TextEngine *engine = text_engine_new(&source); */
#ifndef HEARTH_TESTS_FAKE_FONT_H
#define HEARTH_TESTS_FAKE_FONT_H

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/text.h"

/* Zero-initialised, every face has every character. */
typedef struct FakeFont {
    bool (*covers)(FontId font, uint32_t character);
    size_t measured; /* how often a width was asked for */
} FakeFont;

static inline int fake_char_width_px(uint32_t character, int size_px)
{
    switch (u_charType((UChar32)character)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR: return 0;
    default: return size_px / 2;
    }
}

static inline int fake_width_px(void *context, const TextRun *run)
{
    FakeFont *fake = context;
    fake->measured++;
    int width = 0;
    size_t length = strlen(run->text);
    for (size_t at = 0; at < length;) {
        uint32_t character = 0;
        size_t step = utf8_decode(run->text + at, length - at, &character);
        CHECK(step > 0); /* a face is only asked about valid text */
        at += step;
        width += fake_char_width_px(character, run->size_px);
    }
    return width;
}

static inline bool fake_covers(void *context, FontId font, uint32_t character)
{
    const FakeFont *fake = context;
    return !fake->covers || fake->covers(font, character);
}

static inline FontMetrics fake_metrics(void *context, FontId font, int size_px)
{
    (void)context;
    (void)font;
    return (FontMetrics){size_px * 4 / 5, size_px / 5};
}

static inline FontSource fake_font_source(FakeFont *fake)
{
    return (FontSource){fake, fake_width_px, fake_covers, fake_metrics};
}

#endif
