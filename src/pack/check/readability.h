/* readability.h - school grades of a text, from its words, sentences and syllables.
 *
 * English by Flesch and Kincaid (1975). French by Kandel and Moles (1958), whose ease is put on the scale of
 * grades that Flesch gave for his. Other languages are not measured: no formula is trusted there. */
#ifndef HEARTH_READABILITY_H
#define HEARTH_READABILITY_H

#include "base/base.h"

/* Numbers are left out: nobody finds 9-8-8 hard to read. */
typedef struct Readability {
    size_t words, sentences, syllables;
} Readability;

/* True if there is a formula of reading grades for `lang` (English and French). */
bool readability_is_measured(const char *lang);
/* Adds one sentence in `lang`; nothing for a language that is not measured. */
void readability_add(Readability *sum, const char *lang, const char *sentence);
/* The grade, from 0; only for a language that is measured. 0 for no words. */
double readability_grade(const Readability *sum, const char *lang);

/* Of one word: letters, perhaps with apostrophes inside, `length` bytes. At least 1. */
typedef size_t SyllablesFn(const char *word, size_t length);
SyllablesFn syllables_english, syllables_french;

#endif
