/* measure.h - how much a text asks of its reader: words, sentences, grade. */
#ifndef HEARTH_MEASURE_H
#define HEARTH_MEASURE_H

#include "pack/pack.h"
#include "pack/check/readability.h"

typedef struct Measure {
    size_t words;         /* by ICU, in any language: for reading times */
    size_t longest_words; /* of the longest sentence */
    Readability readability;
} Measure;

/* Of the blocks of a list of PagePart. `sentences` is of the same language. */
Measure measure_parts(const List *parts, const char *lang, TextSentences *sentences);
/* Only the words: quick, for pages that are read to be shown. */
size_t measure_words(const List *parts, const char *lang);

/* Hands out each sentence of `text`, without its *marks*, and the number of its words. */
typedef void SentenceFn(void *context, const char *sentence, size_t words);
/* Calls `sentence` for each sentence of `text`, in order. `sentences` finds their ends in `lang`. */
void measure_each_sentence(const char *text, const char *lang, TextSentences *sentences, void *context,
                           SentenceFn *sentence);

#endif
