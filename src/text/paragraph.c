#include "text/paragraph.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "base/utf8.h"

enum { NBSP = 0xA0, REPLACEMENT = 0xFFFD };

bool char_is_hidden(UChar32 c)
{
    return c != 0x200C && c != 0x200D && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool char_is_space(UChar32 c)
{
    if (c == NBSP || c == 0x2007 || c == 0x202F) return false;
    return c == 0x200B || u_charType(c) == U_SPACE_SEPARATOR;
}

UChar32 paragraph_char(const Paragraph *p, int32_t at)
{
    if (at < 0 || at >= p->length) return -1;
    UChar unit = p->text[at];
    if (U16_IS_LEAD(unit)) return U16_GET_SUPPLEMENTARY(unit, p->text[at + 1]);
    if (U16_IS_TRAIL(unit)) return U16_GET_SUPPLEMENTARY(p->text[at - 1], unit);
    return unit;
}

int32_t paragraph_next(const Paragraph *p, int32_t at) { return at + (U16_IS_LEAD(p->text[at]) ? 2 : 1); }

bool paragraph_closes_at(const Paragraph *p, int32_t at)
{
    UChar32 c = paragraph_char(p, at);
    if (c < 0) return false;
    switch (u_getIntPropertyValue(c, UCHAR_LINE_BREAK)) {
    case U_LB_CLOSE_PUNCTUATION:
    case U_LB_CLOSE_PARENTHESIS:
    case U_LB_EXCLAMATION:
    case U_LB_INFIX_NUMERIC:
    case U_LB_NONSTARTER:
    case U_LB_INSEPARABLE: return true;
    default:
        /* A closing quote; but in Urdu it opens, right before a word. */
        return u_charType(c) == U_FINAL_PUNCTUATION && !u_isalnum(paragraph_char(p, paragraph_next(p, at)));
    }
}

/* Directions come from the page's language and from us; a pack may not turn text round by itself. */
static bool is_direction_control(uint32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

static bool is_line_end(uint32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

static void add_unit(Paragraph *p, UChar unit, size_t byte, size_t span)
{
    p->units[p->length] = (Unit){.byte = byte, .span = span, .item = -1, .font = -1};
    p->text[p->length++] = unit;
}

static void add_char(Paragraph *p, uint32_t c, size_t byte, size_t span)
{
    if (c <= 0xFFFF) {
        add_unit(p, (UChar)c, byte, span);
        return;
    }
    add_unit(p, U16_LEAD(c), byte, span);
    add_unit(p, U16_TRAIL(c), byte, span);
}

static void add_span(Paragraph *p, size_t span, size_t base, bool one_line)
{
    const char *text = p->spans[span].text;
    size_t length = strlen(text);
    for (size_t at = 0; at < length;) {
        uint32_t c = REPLACEMENT;
        size_t step = utf8_decode(text + at, length - at, &c);
        size_t byte = base + at;
        at += step > 0 ? step : 1;
        if (c == '\r' && at < length && text[at] == '\n') continue;
        if (is_line_end(c))
            c = one_line ? ' ' : '\n';
        else if (c == '\t')
            c = ' ';
        else if (is_direction_control(c) || u_charType((UChar32)c) == U_CONTROL_CHAR)
            continue;
        add_char(p, c, byte, span);
    }
}

/* Blank ends would be lines with nothing on them. */
static void drop_trailing_space(Paragraph *p)
{
    while (p->length > 0 && (p->text[p->length - 1] == '\n' || char_is_space(p->text[p->length - 1]))) p->length--;
}

static bool wants_space_before(UChar c) { return c == ';' || c == ':' || c == '!' || c == '?' || c == 0xBB; }

/* A plain space typed before ; : ! ? and inside guillemets must not break; nothing is added where none was typed. */
static void set_french_spaces(Paragraph *p)
{
    for (int32_t i = 0; i < p->length; i++) {
        if (wants_space_before(p->text[i]))
            for (int32_t k = i - 1; k >= 0 && p->text[k] == ' '; k--) p->text[k] = NBSP;
        if (p->text[i] == 0xAB)
            for (int32_t k = i + 1; k < p->length && p->text[k] == ' '; k++) p->text[k] = NBSP;
    }
}

Paragraph *paragraph_new(Arena *arena, TextLang *lang, const TextSpan *spans, size_t span_count, bool one_line)
{
    Paragraph *p = ARENA_NEW(arena, Paragraph);
    *p = (Paragraph){.arena = arena, .lang = lang, .spans = spans, .span_count = span_count};
    size_t bytes = 0;
    for (size_t i = 0; i < span_count; i++) bytes += strlen(spans[i].text);
    CHECK(bytes < INT32_MAX / 4);
    p->text = ARENA_ARRAY(arena, UChar, bytes + 1); /* never more UTF-16 units than bytes */
    p->units = ARENA_ARRAY(arena, Unit, bytes + 1);
    size_t base = 0;
    for (size_t i = 0; i < span_count; i++) {
        add_span(p, i, base, one_line);
        base += strlen(spans[i].text);
    }
    p->units[p->length] = (Unit){.byte = bytes, .item = -1, .font = -1};
    drop_trailing_space(p);
    if (lang->french) set_french_spaces(p);
    return p;
}
