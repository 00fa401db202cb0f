/* lang.h - what laying out needs to know of a language, and its ICU break iterators, opened once.
 *
 * Break iterators keep a place: a TextLang is used by one engine, on one thread. */
#ifndef HEARTH_TEXT_LANG_H
#define HEARTH_TEXT_LANG_H

#include <unicode/ubrk.h>
#include <unicode/uscript.h>

#include "base/base.h"

enum { LANG_TAG_MAX = 35, LOCALE_MAX = 96 };

typedef struct TextLang {
    char tag[LANG_TAG_MAX + 1]; /* as asked for, cut to fit */
    bool rtl;
    bool french;      /* space before ; : ! ? and inside guillemets never breaks */
    bool keeps_words; /* Korean: lines break between words, though ICU would break between syllables */
    UScriptCode script;
    UBreakIterator *line_breaks, *clusters;
} TextLang;

/* Finds out all that a TextLang says of `tag`, which it copies. */
void lang_open(TextLang *lang, const char *tag);
void lang_close(TextLang *lang); /* accepts a zeroed one */

/* The ICU locale of a BCP 47 tag; "" (root) for a text that is no tag. */
void lang_locale(const char *tag, char locale[LOCALE_MAX]);
/* The script that `tag` is written in; Latin when ICU does not know. Han for both Chinese ones. */
UScriptCode lang_script(const char *tag);
uint32_t script_tag(UScriptCode script); /* as in TextRun */

#endif
