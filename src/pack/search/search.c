/* search.c - from what was typed to pages, best first, and to what is shown of each. */
#include "pack/search/search.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "pack/search/search_index.h"
#include "pack/search/search_words.h"

enum {
    UNRANKED = UINT16_MAX,
    SAME = 1 << 5,        /* a word that means the same comes after the word itself, as a beginning does */
    EDITED = 1 << 9,      /* any match by an edit comes after any without */
    LACKING = 1 << 10,    /* as does a page that lacks a word: more than any rank */
    COMMON_SHARE = 3,     /* a word in more than a third of the pages says nothing about any */
    ENOUGH = 4,           /* pages: with fewer, near words are looked for, too */
    EXCERPT_BEFORE = 40,  /* bytes of text in front of a match */
    IDEA_START_BYTES = 3, /* of a word, before ways to finish it are offered */
    IDEA_LETTERS_MIN = 4,
};

typedef enum Reach { REACH_EXACT, REACH_EDITS, REACH_SOME } Reach;

/* How well one word is found in each page; less is better. */
typedef struct Ranks {
    uint16_t *items;
    size_t count;
} Ranks;

/* Place counts most, then whole words before beginnings, then how often. */
static uint16_t posting_rank(uint32_t posting, bool whole)
{
    uint32_t place = (posting & POSTING_RANK) >> POSTING_PLACE_SHIFT, scarce = posting & POSTING_SCARCE;
    return (uint16_t)(place << 6 | (whole ? 0u : 1u) << 5 | scarce);
}

static void ranks_take(Ranks *ranks, const SearchIndex *index, const IndexWord *word, bool whole, uint16_t penalty)
{
    for (uint32_t i = word->first; i < word->first + word->count; i++) {
        uint32_t page = index->postings[i] >> POSTING_PAGE_SHIFT;
        uint16_t rank = (uint16_t)(posting_rank(index->postings[i], whole) + penalty);
        if (rank < ranks->items[page]) ranks->items[page] = rank;
    }
}

/* The first word that is not before `text`. */
static size_t words_from(const SearchIndex *index, const char *text)
{
    size_t low = 0, high = index->word_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(index->words[middle].text, text) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void ranks_take_word(Ranks *ranks, const SearchIndex *index, const char *text)
{
    size_t at = words_from(index, text);
    if (at < index->word_count && strcmp(index->words[at].text, text) == 0)
        ranks_take(ranks, index, &index->words[at], true, SAME);
}

/* Takes the pages of words that mean the same as `typed`, after those that have it as it is in the same place. */
static void ranks_take_same(Ranks *ranks, const SearchIndex *index, const char *typed)
{
    for (size_t i = 0; i < index->same_count; i++) {
        const SearchQuery *same = &index->same[i];
        bool is_in = false;
        for (size_t j = 0; j < same->count && !is_in; j++) is_in = strcmp(same->words[j], typed) == 0;
        for (size_t j = 0; j < same->count && is_in; j++)
            if (strcmp(same->words[j], typed) != 0) ranks_take_word(ranks, index, same->words[j]);
    }
}

static void ranks_fill(Ranks *ranks, const SearchIndex *index, const char *typed, bool edits)
{
    for (size_t i = 0; i < ranks->count; i++) ranks->items[i] = UNRANKED;
    for (size_t i = words_from(index, typed); i < index->word_count; i++) {
        if (!str_starts(index->words[i].text, typed)) break;
        ranks_take(ranks, index, &index->words[i], index->words[i].text[strlen(typed)] == '\0', 0);
    }
    ranks_take_same(ranks, index, typed);
    for (size_t i = 0; edits && i < index->word_count; i++) {
        const char *word = index->words[i].text;
        if (search_one_edit(typed, word))
            ranks_take(ranks, index, &index->words[i], true, EDITED);
        else if (search_one_edit_of_start(typed, word))
            ranks_take(ranks, index, &index->words[i], false, EDITED);
    }
}

typedef struct Found {
    uint32_t rank, page;
} Found;

static int found_compare(const void *a, const void *b)
{
    const Found *one = a, *other = b;
    if (one->rank != other->rank) return one->rank < other->rank ? -1 : 1;
    return (one->page > other->page) - (one->page < other->page);
}

/* Keeps the best, in order. */
static void results_add(Found *best, int *count, Found found)
{
    int at = *count < SEARCH_HITS_MAX ? (*count)++ : SEARCH_HITS_MAX - 1;
    if (at == SEARCH_HITS_MAX - 1 && *count == SEARCH_HITS_MAX && best[at].rank != UINT32_MAX &&
        found_compare(&found, &best[at]) >= 0)
        return;
    for (; at > 0 && found_compare(&found, &best[at - 1]) < 0; at--) best[at] = best[at - 1];
    best[at] = found;
}

static bool ranks_are_common(const Ranks *ranks)
{
    size_t found = 0;
    for (size_t i = 0; i < ranks->count; i++)
        if (ranks->items[i] != UNRANKED) found++;
    return found > ranks->count / COMMON_SHARE;
}

static void ranks_sum(uint32_t *sums, const Ranks *ranks, bool all)
{
    for (size_t i = 0; i < ranks->count; i++) {
        if (sums[i] == UINT32_MAX) continue;
        if (ranks->items[i] != UNRANKED)
            sums[i] += ranks->items[i];
        else
            sums[i] = all ? UINT32_MAX : sums[i] + LACKING;
    }
}

static void find(const SearchIndex *index, const SearchQuery *query, Reach reach, SearchResults *out)
{
    Ranks ranks = {mem_alloc(mem_product(index->page_count + 1, sizeof(uint16_t))), index->page_count};
    uint32_t *sums = mem_alloc(mem_product(index->page_count + 1, sizeof(uint32_t)));
    uint32_t nothing = 0;
    for (size_t i = 0; i < query->count; i++) {
        ranks_fill(&ranks, index, query->words[i], reach != REACH_EXACT);
        if (reach == REACH_SOME && ranks_are_common(&ranks)) continue;
        nothing += LACKING;
        ranks_sum(sums, &ranks, reach != REACH_SOME);
    }
    Found best[SEARCH_HITS_MAX];
    for (int i = 0; i < SEARCH_HITS_MAX; i++) best[i] = (Found){UINT32_MAX, UINT32_MAX};
    *out = (SearchResults){0};
    for (size_t i = 0; i < index->page_count && nothing > 0; i++) {
        /* LACKING is more than any rank: a page that has none of the words has the whole of it. */
        if (sums[i] == UINT32_MAX || sums[i] >= nothing) continue;
        out->total++;
        results_add(best, &out->count, (Found){sums[i], (uint32_t)i});
    }
    for (int i = 0; i < out->count; i++) out->pages[i] = best[i].page;
    free(ranks.items);
    free(sums);
}

/* "gu dan" on Latin keys is the one word "gudan". */
static bool query_join(const SearchIndex *index, Arena *arena, const SearchQuery *query, SearchQuery *joined)
{
    if (strncmp(index->lang, "zh", 2) != 0 || query->count < 2) return false;
    const char *text = "";
    for (size_t i = 0; i < query->count; i++) text = arena_format(arena, "%s%s", text, query->words[i]);
    *joined = (SearchQuery){{text}, 1};
    return true;
}

static void find_all(const SearchIndex *index, const SearchQuery *query, SearchResults *out)
{
    find(index, query, REACH_EXACT, out);
    if (out->total >= ENOUGH) return;
    bool none = out->total == 0;
    /* What is found without edits is found with them, too, and stays in front. */
    find(index, query, REACH_EDITS, out);
    if (out->total == 0 && query->count > 1) find(index, query, REACH_SOME, out);
    out->near = none && out->total > 0;
}

void search_run(const SearchIndex *index, const char *query, SearchResults *out)
{
    Arena arena = {0};
    SearchQuery words = search_query(&arena, index->lang, query), joined;
    *out = (SearchResults){0};
    if (words.count > 0 && query_join(index, &arena, &words, &joined)) find(index, &joined, REACH_EXACT, out);
    if (words.count > 0 && out->total == 0) find_all(index, &words, out);
    arena_wipe(&arena);
}

/* Where in a page's text the words that were typed stand. */
typedef struct Match {
    const SearchIndex *index;
    const SearchQuery *query;
    const char *wanted; /* only this word; NULL: any */
    bool edits, found;
    size_t start, end;
    size_t letters; /* of the word that are as typed; 0: all */
} Match;

/* True if a word of the text is one that can be typed so in pinyin. */
static bool is_typed_as(const SearchIndex *index, const char *folded, const char *typed)
{
    size_t at = words_from(index, folded);
    if (at == index->word_count || strcmp(index->words[at].text, folded) != 0) return false;
    for (size_t i = 0; i < ARRAY_LEN(index->words[at].aliases); i++)
        if (index->words[at].aliases[i] && str_starts(index->words[at].aliases[i], typed)) return true;
    return false;
}

static void match_word(void *context, const char *folded, size_t start, size_t end)
{
    Match *match = context;
    for (size_t i = 0; i < match->query->count && !match->found; i++) {
        const char *typed = match->query->words[i];
        if (match->wanted && strcmp(typed, match->wanted) != 0) continue;
        bool begins = str_starts(folded, typed);
        bool nearly = match->edits && (search_one_edit(typed, folded) || search_one_edit_of_start(typed, folded));
        match->found = begins || nearly || is_typed_as(match->index, folded, typed);
        match->start = start;
        match->end = end;
        match->letters = begins ? utf8_count(typed) : 0;
    }
}

static const char *longest_word(const SearchQuery *query)
{
    const char *longest = query->words[0];
    for (size_t i = 1; i < query->count; i++)
        if (strlen(query->words[i]) > strlen(longest)) longest = query->words[i];
    return longest;
}

/* The longest word says most, and one that is right says more than one that is nearly so. */
static Match match_find(const SearchIndex *index, const IndexPage *page, Arena *arena, const SearchQuery *query)
{
    const char *longest = longest_word(query);
    const struct {
        const char *wanted;
        bool edits;
    } tries[] = {{longest, false}, {longest, true}, {NULL, false}, {NULL, true}};
    Match match = {.index = index, .query = query};
    for (size_t i = 0; i < ARRAY_LEN(tries) && !match.found; i++) {
        match.wanted = tries[i].wanted;
        match.edits = tries[i].edits;
        search_each_word(arena, page->lang, page->text, &match, match_word);
    }
    return match;
}

/* Alphabets whose letters stand apart: only there can a part of a word be set in another weight. */
static bool letters_stand_apart(const char *word, size_t bytes)
{
    uint32_t letter = 0;
    for (size_t at = 0, step; at < bytes; at += step) {
        step = utf8_decode(word + at, bytes - at, &letter);
        if (step == 0 || letter >= 0x530) return false;
    }
    return true;
}

/* The letters as typed, counted in the text: an accent of its own belongs to the letter before. */
static size_t match_end(const char *text, const Match *match)
{
    if (match->letters == 0 || !letters_stand_apart(text + match->start, match->end - match->start)) return match->end;
    size_t at = match->start;
    uint32_t letter;
    for (size_t left = match->letters; left > 0 && at < match->end; left--) {
        size_t step = utf8_decode(text + at, match->end - at, &letter);
        at += step > 0 ? step : 1;
        while (at < match->end && utf8_decode(text + at, match->end - at, &letter) > 0 && letter >= 0x300 &&
               letter < 0x370)
            at += 2;
    }
    return at;
}

/* From a little before the match, at the beginning of a word, to the end of its line. */
static void excerpt_cut(SearchHit *hit, Arena *arena, const char *text, size_t from, size_t to)
{
    size_t line = from, end = to;
    while (line > 0 && text[line - 1] != '\n') line--;
    while (text[end] && text[end] != '\n') end++;
    size_t start = line;
    if (from - line > EXCERPT_BEFORE) {
        start = from - EXCERPT_BEFORE;
        while (start < from && text[start - 1] != ' ') start++;
        /* Without spaces between words it may begin within a sentence, not within a character. */
        if (start == from) start = utf8_ceil(text, from - EXCERPT_BEFORE);
    }
    const char *dots = start > line ? "\xE2\x80\xA6 " : "";
    const char *line_text = arena_copy_bytes(arena, text + start, end - start);
    hit->text = arena_format(arena, "%s%s", dots, line_text);
    hit->from = from - start + strlen(dots);
    hit->to = to - start + strlen(dots);
}

SearchHit search_hit(const SearchIndex *index, Arena *arena, const char *query, uint32_t page)
{
    CHECK(page < index->page_count);
    const IndexPage *found = &index->pages[page];
    SearchHit hit = {.ref = found->ref,
                     .is_section = found->is_section,
                     .lang = found->lang,
                     .title = found->title,
                     .words = found->words,
                     .where = SEARCH_IN_SUMMARY};
    SearchQuery words = search_query(arena, index->lang, query), joined;
    Match match = {0};
    if (words.count > 0 && query_join(index, arena, &words, &joined)) match = match_find(index, found, arena, &joined);
    if (words.count > 0 && !match.found) match = match_find(index, found, arena, &words);
    size_t from = match.found ? match.start : found->starts[SEARCH_IN_SUMMARY];
    if (match.found) hit.where = index_place(found, from);
    excerpt_cut(&hit, arena, found->text, from, match.found ? match_end(found->text, &match) : from);
    return hit;
}

typedef struct Idea {
    const IndexWord *word;
    int weight;
} Idea;

/* How much a word says about the pages that were found; 0: none of them has it. */
static int idea_weight(const SearchIndex *index, const IndexWord *word, const bool *is_found)
{
    int weight = 0;
    for (uint32_t i = word->first; i < word->first + word->count; i++) {
        if (!is_found[index->postings[i] >> POSTING_PAGE_SHIFT]) continue;
        bool body = (index->postings[i] & POSTING_RANK) >> POSTING_PLACE_SHIFT == SEARCH_IN_BODY;
        weight += body ? 1 : 4;
    }
    return weight;
}

static void ideas_take(Idea *best, int *count, Idea idea)
{
    int at = *count < SEARCH_IDEAS_MAX ? (*count)++ : SEARCH_IDEAS_MAX;
    for (; at > 0 && idea.weight > best[at - 1].weight; at--)
        if (at < SEARCH_IDEAS_MAX) best[at] = best[at - 1];
    if (at < SEARCH_IDEAS_MAX) best[at] = idea;
}

/* The words before the one that is being typed, as they were typed. */
static const char *query_before_last(Arena *arena, const char *query, size_t *length)
{
    const char *space = strrchr(query, ' ');
    *length = space ? (size_t)(space - query) + 1 : 0;
    return arena_copy_bytes(arena, query, *length);
}

int search_ideas(const SearchIndex *index, Arena *arena, const char *query, const SearchResults *results,
                 const char *ideas[SEARCH_IDEAS_MAX])
{
    size_t before_length;
    const char *before = query_before_last(arena, query, &before_length);
    SearchQuery words = search_query(arena, index->lang, query + before_length);
    if (words.count == 0 || results->near) return 0;
    const char *typed = words.words[words.count - 1];
    if (strlen(typed) < IDEA_START_BYTES) return 0;
    bool *is_found = ARENA_ARRAY(arena, bool, index->page_count + 1);
    for (int i = 0; i < results->count; i++) is_found[results->pages[i]] = true;
    Idea best[SEARCH_IDEAS_MAX];
    int count = 0;
    for (size_t i = words_from(index, typed); i < index->word_count; i++) {
        const IndexWord *word = &index->words[i];
        if (!str_starts(word->text, typed)) break;
        if (strcmp(word->text, typed) == 0 || utf8_count(word->text) < IDEA_LETTERS_MIN) continue;
        if (before_length + strlen(word->surface) >= SEARCH_QUERY_BYTES) continue; /* does not fit the field */
        Idea idea = {word, idea_weight(index, word, is_found)};
        if (idea.weight > 0) ideas_take(best, &count, idea);
    }
    for (int i = 0; i < count; i++) ideas[i] = arena_format(arena, "%s%s", before, best[i].word->surface);
    return count;
}
