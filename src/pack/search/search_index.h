/* search_index.h - what an index is made of. Internal to pack/. */
#ifndef HEARTH_SEARCH_INDEX_H
#define HEARTH_SEARCH_INDEX_H

#include "pack/search/search.h"
#include "pack/search/search_words.h"

/* A posting says that a page has a word: page << 8 | place << 5 | scarcity. Less is better within a page. */
enum { POSTING_PAGE_SHIFT = 8, POSTING_PLACE_SHIFT = 5, POSTING_SCARCE = 31, POSTING_RANK = 0xFF };

typedef struct IndexWord {
    const char *text;       /* folded */
    const char *surface;    /* as it first stood in a text, in small letters where it did so anywhere */
    const char *aliases[2]; /* Chinese: in pinyin, and by first letters; else NULL */
    uint32_t first, count;  /* of its postings */
} IndexWord;

typedef struct IndexPage {
    const char *ref, *lang, *title;
    const char *text;                  /* title, parts, summary, body; a line each */
    size_t starts[SEARCH_IN_BODY + 1]; /* where each place begins in `text` */
    int words;
    bool is_section;
} IndexPage;

struct SearchIndex {
    Arena arena;
    char lang[16];
    uint32_t *generations; /* of the packs */
    size_t pack_count;
    IndexPage *pages;
    size_t page_count;
    IndexWord *words; /* sorted by text */
    size_t word_count;
    uint32_t *postings;
    size_t posting_count;
    SearchQuery *same; /* lists of words that mean the same */
    size_t same_count, same_capacity;
};

static inline SearchWhere index_place(const IndexPage *page, size_t offset)
{
    int where = SEARCH_IN_BODY;
    while (where > SEARCH_IN_TITLE && offset < page->starts[where]) where--;
    return (SearchWhere)where;
}

#endif
