/* search_words.h - words as search compares them. Internal to pack/. */
#ifndef HEARTH_SEARCH_WORDS_H
#define HEARTH_SEARCH_WORDS_H

#include "base/arena.h"

enum { SEARCH_WORDS_MAX = 16, SEARCH_WORD_BYTES_MAX = 120, EDIT_LETTERS_MIN = 4 };

/* `folded` ends with a NUL and lives in the scratch arena; start and end are its bytes in the text it came from. */
typedef void SearchWordFn(void *context, const char *folded, size_t start, size_t end);
/* Hands out the words of `text`. Apostrophes part words where the language elides ("l'amour"), and vanish elsewhere
 * ("don't" is "dont"). */
void search_each_word(Arena *scratch, const char *lang, const char *text, void *context, SearchWordFn *word);

/* The words of what somebody typed. */
typedef struct SearchQuery {
    const char *words[SEARCH_WORDS_MAX];
    size_t count;
} SearchQuery;
/* The words of `text` as the index has them: folded, without marks. In `arena`. */
SearchQuery search_query(Arena *arena, const char *lang, const char *text);
/* The same with apostrophes gone in every language: for phrases, where "j'ai" and "jai" are one word. */
SearchQuery search_plain_words(Arena *arena, const char *lang, const char *text);

/* True if `typed` is `word` but for one letter: wrong, missing, extra, or changed round with its neighbour. Words of
 * fewer than EDIT_LETTERS_MIN letters have to be right. */
bool search_one_edit(const char *typed, const char *word);
/* True if `typed` is the beginning of `word` but for one letter. */
bool search_one_edit_of_start(const char *typed, const char *word);

#endif
