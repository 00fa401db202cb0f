/* bidi.c - directions by ICU, of the text with our isolates in it. The isolates' own marks exist only here: they are
 * never shown, measured or looked up in a face. */
#include "text/paragraph.h"

enum { LRI = 0x2066, PDI = 0x2069, LRO = 0x202D, PDF = 0x202C, MARKS_MAX = 4 };

static void add_mark(Paragraph *p, UChar mark)
{
    p->unit_at[p->bidi_length] = -1;
    p->bidi_text[p->bidi_length++] = mark;
}

static void open_isolate(Paragraph *p, const Isolate *isolate)
{
    add_mark(p, LRI);
    if (isolate->override) add_mark(p, LRO);
}

static void close_isolate(Paragraph *p, const Isolate *isolate)
{
    if (isolate->override) add_mark(p, PDF);
    add_mark(p, PDI);
}

static void write_bidi_text(Paragraph *p)
{
    size_t capacity = (size_t)p->length + p->isolate_count * MARKS_MAX + 1;
    p->bidi_text = ARENA_ARRAY(p->arena, UChar, capacity);
    p->unit_at = ARENA_ARRAY(p->arena, int32_t, capacity);
    p->bidi_at = ARENA_ARRAY(p->arena, int32_t, (size_t)p->length + 1);
    size_t next = 0;
    for (int32_t i = 0; i < p->length; i++) {
        if (next < p->isolate_count && p->isolates[next].range.start == i) open_isolate(p, &p->isolates[next]);
        p->bidi_at[i] = p->bidi_length;
        p->unit_at[p->bidi_length] = i;
        p->bidi_text[p->bidi_length++] = p->text[i];
        if (next < p->isolate_count && p->isolates[next].range.end == i + 1) close_isolate(p, &p->isolates[next++]);
    }
    p->bidi_at[p->length] = p->bidi_length;
}

void bidi_resolve(Paragraph *p, UBiDi *bidi)
{
    write_bidi_text(p);
    p->bidi = bidi;
    UErrorCode error = U_ZERO_ERROR;
    /* A paragraph of a right-to-left page without any right-to-left letter is a title in another language, or a
     * number: its full stop stands at its own end. */
    bool rtl = p->lang->rtl && paragraph_has_rtl(p);
    ubidi_setPara(bidi, p->bidi_text, p->bidi_length, rtl ? 1 : 0, NULL, &error);
    const UBiDiLevel *levels = p->bidi_length > 0 ? ubidi_getLevels(bidi, &error) : NULL;
    CHECK(U_SUCCESS(error));
    for (int32_t i = 0; i < p->length; i++) p->units[i].level = levels[p->bidi_at[i]];
}
