/* words.h - the interface's own words, one YAML file a language (assets/ui), compiled into the program.
 *
 * A word that a language lacks comes from English. tests/command/words_test.sh holds that every key used in
 * the code exists, that every key is used, and that all languages have the same keys and placeholders. */
#ifndef HEARTH_WORDS_H
#define HEARTH_WORDS_H

#include "base/arena.h"
#include "base/diag.h"

typedef struct Words Words;
typedef struct WordsSet WordsSet; /* all languages */

/* Parses the built-in files. Never NULL: a broken file is a bug that tests catch. */
MUST_USE WordsSet *words_set_new(void);
/* Frees all languages of the set; NULL is fine. */
void words_set_free(WordsSet *set);
/* The words of `lang`; English when there is no such language. */
const Words *words_of(const WordsSet *set, const char *lang);
/* Codes of the built-in languages, in the order they are offered; NULL-terminated. */
const char *const *words_langs(void);
/* True if `lang` has interface words of its own. */
bool words_has(const char *lang);

/* The text for `key`. Never NULL; an unknown key aborts. */
const char *word(const Words *words, const char *key);
/* The plural form of `key` for n, with {n} filled in. In `arena`. */
const char *word_count(const Words *words, Arena *arena, const char *key, long n);
/* `key` with {name} replaced by value. In `arena`. */
const char *word_with(const Words *words, Arena *arena, const char *key, const char *name, const char *value);
/* `text` with every {name} replaced by value: for texts with more than one slot. In `arena`. */
const char *word_fill(Arena *arena, const char *text, const char *name, const char *value);

#endif
