/* fuzz_search.c - any bytes as what somebody types: searched for in a small library, and held to what must be true of
 * what is found. The first byte chooses the language; the rest is the query, letter by letter if there is room. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "pack/search/search.h"
#include "pack/support.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const langs[] = {"en", "fr", "ar"};

/* Opened once, and left to the end of the process: an index is never changed. */
typedef struct World {
    Library library;
    SearchIndex *index[ARRAY_LEN(langs)];
    Support *support;
} World;

static const World *world(void)
{
    static World one;
    if (one.support) return &one;
    Diags diags = {0};
    one.library = (Library){mem_alloc(sizeof(Pack *)), 1};
    one.library.packs[0] = pack_open("tests/packs/good/search", &diags);
    CHECK(one.library.packs[0]);
    diags_free(&diags);
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) one.index[i] = search_build(&one.library, langs[i], NULL);
    one.support = support_load(&one.library);
    return &one;
}

static void check_hit(const SearchIndex *index, const char *query, uint32_t page)
{
    Arena arena = {0};
    SearchHit hit = search_hit(index, &arena, query, page);
    size_t length = strlen(hit.text);
    CHECK(hit.ref && hit.title && hit.from <= hit.to && hit.to <= length);
    CHECK(utf8_valid_length(hit.text, length) == length);
    CHECK(utf8_valid_length(hit.text, hit.from) == hit.from && utf8_valid_length(hit.text, hit.to) == hit.to);
    arena_free(&arena);
}

static void check_results(const SearchIndex *index, const char *query, const SearchResults *results)
{
    CHECK(results->count >= 0 && results->count <= SEARCH_HITS_MAX && results->count <= results->total);
    CHECK((size_t)results->total <= search_page_count(index));
    for (int i = 0; i < results->count; i++) {
        for (int j = 0; j < i; j++) CHECK(results->pages[i] != results->pages[j]);
        check_hit(index, query, results->pages[i]);
    }
    Arena arena = {0};
    const char *ideas[SEARCH_IDEAS_MAX];
    int count = search_ideas(index, &arena, query, results, ideas);
    CHECK(count >= 0 && count <= SEARCH_IDEAS_MAX);
    for (int i = 0; i < count; i++) CHECK(ideas[i][0] != '\0');
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1) return 0;
    const World *w = world();
    size_t lang = data[0] % ARRAY_LEN(langs);
    char query[512];
    size_t length = size - 1 < sizeof(query) - 1 ? size - 1 : sizeof(query) - 1;
    memcpy(query, data + 1, length);
    query[length] = '\0';
    query[utf8_valid_length(query, strlen(query))] = '\0';
    SearchResults results, again;
    search_run(w->index[lang], query, &results);
    search_run(w->index[lang], query, &again);
    CHECK(memcmp(&results, &again, sizeof(results)) == 0);
    check_results(w->index[lang], query, &results);
    (void)support_meant(w->support, langs[lang], query);
    return 0;
}
