#include "text/faces.h"

#include "text/paragraph.h"

/* Few faces have all of these, and none needs them: they differ only in where a line may break, or by a hair. */
static UChar32 stand_in(UChar32 c)
{
    switch (c) {
    case 0xA0:
    case 0x2007:
    case 0x202F:
    case 0x205F:
    case 0x1680:
    case 0x3000: return ' ';
    case 0x2010:
    case 0x2011: return '-';
    default: return c >= 0x2000 && c <= 0x200A ? ' ' : 0;
    }
}

static bool covers(const FontSource *source, FontId font, UChar32 c)
{
    return source->covers(source->context, font, (uint32_t)c);
}

bool face_has(const FontSource *source, FontId font, UChar32 c)
{
    if (c == ' ' || c == 0x200C || c == 0x200D || char_is_hidden(c)) return true;
    if (covers(source, font, c)) return true;
    UChar32 instead = stand_in(c);
    return instead == ' ' || (instead > 0 && covers(source, font, instead));
}

UChar32 face_char(const FontSource *source, FontId font, UChar32 c)
{
    if (char_is_hidden(c)) return 0;
    UChar32 instead = stand_in(c);
    return instead > 0 && !covers(source, font, c) ? instead : c;
}
