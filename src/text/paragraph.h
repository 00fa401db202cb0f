/* paragraph.h - one paragraph on its way from spans to lines: what each pass learns about its characters.
 *
 * The passes, in order: paragraph_new (spans joined, as UTF-16 for ICU), atoms_find (numbers and Latin that stay
 * together), bidi_resolve (directions), breaks_find (where lines may end), itemize (scripts and faces). Then
 * layout.c fills lines. Everything is in the arena of one layout. */
#ifndef HEARTH_TEXT_PARAGRAPH_H
#define HEARTH_TEXT_PARAGRAPH_H

#include <unicode/ubidi.h>

#include "text/lang.h"
#include "text/text.h"

typedef struct Unit {
    size_t byte; /* where it comes from in the spans' text, joined */
    size_t span;
    int32_t item; /* -1: none (a newline) */
    FontId font;
    UScriptCode script;
    UBiDiLevel level;
    bool in_number;       /* never split */
    bool in_latin_digits; /* of a number in Western digits: set in the Latin face, its hyphens too */
    bool starts_cluster;
} Unit;

/* A stretch of one style, direction, script and face: what can be shaped at once. */
typedef struct Item {
    int32_t start, end;
    const TextSpan *span;
    UScriptCode script;
    FontId font;
    UBiDiLevel level;
    int width_px; /* of the whole; -1: not measured yet */
} Item;

/* Units [start, end). */
typedef struct UnitRange {
    int32_t start, end;
} UnitRange;

/* What stays in its own order inside text of the other direction. */
typedef struct Isolate {
    UnitRange range;
    bool override; /* Arabic-Indic digits: even an isolate would turn the groups of a number round */
} Isolate;

typedef struct Paragraph {
    Arena *arena;
    TextLang *lang;
    const TextSpan *spans;
    size_t span_count;
    UChar *text; /* hard line ends are '\n' */
    int32_t length;
    Unit *units; /* length + 1: the last one only has .byte, the length of the spans' text */
    Isolate *isolates;
    size_t isolate_count;
    UBiDi *bidi; /* the engine's, set to the text with isolates; see bidi.c */
    UChar *bidi_text;
    int32_t *bidi_at; /* unit -> index in bidi_text; length + 1 */
    int32_t *unit_at; /* index in bidi_text -> unit, -1: one of our isolates' marks */
    int32_t bidi_length;
    Item *items;
    int32_t item_count;
    int32_t *clusters; /* where what a reader takes for one letter ends, ascending */
    size_t cluster_count;
    int32_t *breaks; /* where a line may end, ascending; hard line ends and the end of the text are among them */
    size_t break_count;
} Paragraph;

/* `one_line` turns hard line ends into spaces. */
Paragraph *paragraph_new(Arena *arena, TextLang *lang, const TextSpan *spans, size_t span_count, bool one_line);

/* The character at unit `at`, also when that is its second half; -1 outside the text. */
UChar32 paragraph_char(const Paragraph *paragraph, int32_t at);
/* The unit after the character at `at`. */
int32_t paragraph_next(const Paragraph *paragraph, int32_t at);

/* True if the character at `at` is a mark that may not begin a line. */
bool paragraph_closes_at(const Paragraph *paragraph, int32_t at);

void atoms_find(Paragraph *paragraph); /* atoms.c */
/* True if any character of it is written from right to left. */
bool paragraph_has_rtl(const Paragraph *paragraph);
void bidi_resolve(Paragraph *paragraph, UBiDi *bidi);        /* bidi.c */
void breaks_find(Paragraph *paragraph);                      /* breaks.c */
void itemize(Paragraph *paragraph, const FontSource *fonts); /* itemize.c; after breaks_find */

/* True for what HarfBuzz and people do not see: never drawn, never looked up in a face. Zero width (non-)joiners
 * are not among these: they change the shape of their neighbours. */
bool char_is_hidden(UChar32 character);
bool char_is_space(UChar32 character); /* may hang at the end of a line */

#endif
