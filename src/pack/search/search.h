/* search.h - finding pages by words: an index in memory over all packs, in one language.
 *
 * Words are compared as text_fold() leaves them. All words that were typed are wanted, the last one may still be
 * unfinished; titles come before parts, parts before summaries, summaries before bodies, whole words before beginnings.
 * Where that finds little, one wrong, missing, extra or swapped letter is forgiven in words of four letters or more.
 * An index holds copies: it outlives the packs that it was made from, and is never changed once it is built. */
#ifndef HEARTH_SEARCH_H
#define HEARTH_SEARCH_H

#include <stdatomic.h>

#include "pack/pack.h"

typedef struct SearchIndex SearchIndex;

enum { SEARCH_QUERY_BYTES = 64, SEARCH_HITS_MAX = 60, SEARCH_IDEAS_MAX = 4 };

typedef enum SearchWhere { SEARCH_IN_TITLE, SEARCH_IN_PART, SEARCH_IN_SUMMARY, SEARCH_IN_BODY } SearchWhere;

/* Reads every page of every pack: may take a while, and may run on any thread as long as the packs stay open. NULL once
 * `stop` (may be NULL) is set. The caller owns it. */
MUST_USE SearchIndex *search_build(const Library *library, const char *lang, const atomic_bool *stop);
void search_free(SearchIndex *index); /* accepts NULL */
/* True if the index is of these packs and this language. */
bool search_fits(const SearchIndex *index, const Library *library, const char *lang);
/* How many pages the index has. */
size_t search_page_count(const SearchIndex *index);
/* How many different words it has. */
size_t search_word_count(const SearchIndex *index);
size_t search_bytes(const SearchIndex *index); /* of memory that it takes */

/* Plain numbers, so that a session can hold and forget them. */
typedef struct SearchResults {
    uint32_t pages[SEARCH_HITS_MAX]; /* best first, for search_hit() */
    int count;                       /* of `pages` */
    int total;                       /* found in all */
    bool near;                       /* no page has all the words as they were typed */
} SearchResults;

/* `query` is UTF-8. Nothing of it is kept. */
void search_run(const SearchIndex *index, const char *query, SearchResults *out);

typedef struct SearchHit {
    const char *ref; /* "pack/page" or "pack/section" */
    bool is_section;
    const char *lang; /* in which it is written */
    const char *title;
    int words;         /* in its body */
    SearchWhere where; /* the best place that has one of the words */
    const char *text;  /* that place, cut to begin near the match; of a title, the title */
    size_t from, to;   /* the match in `text`, in bytes; from == to: it is not in one place */
} SearchHit;

/* What to show of a page that search_run() found. Texts live in `arena` or as long as the index. */
SearchHit search_hit(const SearchIndex *index, Arena *arena, const char *query, uint32_t page);

/* Ways to finish the word that is being typed, each of which finds something. Returns how many; texts in `arena`. */
int search_ideas(const SearchIndex *index, Arena *arena, const char *query, const SearchResults *results,
                 const char *ideas[SEARCH_IDEAS_MAX]);

#endif
