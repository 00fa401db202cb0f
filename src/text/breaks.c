/* breaks.c - where lines may end: ICU's positions for the language, less those that hurt a reader. */
#include <unicode/uchar.h>

#include "text/paragraph.h"

static UBreakIterator *open_breaks(UBreakIterator *breaks, const UChar *text, int32_t length)
{
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(breaks, text, length, &error);
    CHECK(U_SUCCESS(error));
    return breaks;
}

/* The iterator lives on; the paragraph does not. */
static void close_breaks(UBreakIterator *breaks)
{
    static const UChar nothing[] = {0};
    (void)open_breaks(breaks, nothing, 0);
}

static void mark_clusters(Paragraph *p)
{
    UBreakIterator *breaks = open_breaks(p->lang->clusters, p->text, p->length);
    p->clusters = ARENA_ARRAY(p->arena, int32_t, (size_t)p->length + 1);
    for (int32_t at = ubrk_first(breaks); at != UBRK_DONE; at = ubrk_next(breaks)) {
        p->units[at].starts_cluster = true;
        if (at > 0) p->clusters[p->cluster_count++] = at;
    }
    close_breaks(breaks);
}

static bool is_hangul_letter(UChar32 c)
{
    UErrorCode error = U_ZERO_ERROR;
    return u_isalnum(c) && uscript_getScript(c, &error) == USCRIPT_HANGUL;
}

/* "check-in", "co-op": not two letters alone on the next line. */
static bool strands_letters(const Paragraph *p, int32_t at)
{
    enum { FEW = 2 };
    UChar32 before = paragraph_char(p, at - 1);
    int32_t end = at;
    if (before != '-' && before != 0x2010) return false;
    while (end < p->length && end - at <= FEW && u_isalpha(paragraph_char(p, end))) end++;
    return end > at && end - at <= FEW;
}

static bool may_break(const Paragraph *p, int32_t at)
{
    UChar32 before = paragraph_char(p, at - 1), after = paragraph_char(p, at);
    if (p->units[at].in_number && p->units[at - 1].in_number) return false;
    if (paragraph_closes_at(p, at) || strands_letters(p, at)) return false;
    if (p->lang->keeps_words && u_isalnum(before) && is_hangul_letter(after)) return false;
    return true;
}

static void add_break(Paragraph *p, int32_t at) { p->breaks[p->break_count++] = at; }

void breaks_find(Paragraph *p)
{
    mark_clusters(p);
    p->breaks = ARENA_ARRAY(p->arena, int32_t, (size_t)p->length * 2 + 1);
    UBreakIterator *breaks = open_breaks(p->lang->line_breaks, p->text, p->length);
    int32_t next = ubrk_first(breaks);
    for (int32_t at = 0; at < p->length; at++) {
        if (next == at) {
            if (at > 0 && p->text[at] != '\n' && p->text[at - 1] != '\n' && may_break(p, at)) add_break(p, at);
            next = ubrk_next(breaks);
        }
        if (p->text[at] == '\n') add_break(p, at);
    }
    add_break(p, p->length);
    close_breaks(breaks);
}
