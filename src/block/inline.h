/* inline.h - what can stand inside a text of a block: paragraphs, *light* and **strong** words, quotation marks. */
#ifndef HEARTH_INLINE_H
#define HEARTH_INLINE_H

#include "base/arena.h"
#include "text/text.h"
#include "words/words.h"

typedef struct Spans {
    const TextSpan *items;
    size_t count;
} Spans;

/* Cuts "*light* and **strong**" into spans, each in the face that goes with `base`. They live in `arena`. */
Spans inline_spans(Arena *arena, const char *text, FaceRole base, int size_px);
/* Returns `text` without the marks of emphasis, in `arena`. */
const char *inline_plain(Arena *arena, const char *text);
/* Returns the pieces of `text` between blank lines, each on one line, in `arena`. */
const char *const *inline_paragraphs(Arena *arena, const char *text, size_t *count);
/* Returns the first * in `text` that has no partner, or NULL. A * with spaces on both sides or inside a word is text.
 */
const char *inline_lone_star(const char *text);
/* True if some words of `text` are emphasised. */
bool inline_has_emphasis(const char *text);
/* Returns `text` in the quotation marks of the language of `words`, in `arena`. */
const char *inline_quoted(Arena *arena, const Words *words, const char *text);

#endif
