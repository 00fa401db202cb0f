/* search_index.c - reads every page once and notes which words stand where. */
#include "pack/search/search_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "pack/pack_load.h"
#include "pack/search/search_words.h"

enum { NO_WORD = UINT32_MAX, FIRST_SLOTS = 1024, PAGES_MAX = 1 << 24 };

/* A word while pages are still being read. */
typedef struct NewWord {
    const char *text, *surface;
    uint32_t *postings;
    uint32_t count, capacity;
    uint32_t aliases[2]; /* Chinese: the word in pinyin, and its first letters */
} NewWord;

typedef struct Builder {
    SearchIndex *index;
    Arena page_arena; /* lives as long as a page is read */
    NewWord *words;
    size_t word_count, word_capacity;
    const char **alias_texts; /* of words, as they were numbered before they were put in order */
    uint32_t *slots;          /* hash table of indexes into words; NO_WORD: free */
    size_t slot_count;
    size_t page_capacity;
    IndexPage *page; /* being read */
    uint32_t before; /* pinyin of the Chinese word that ends at before_end; NO_WORD: none */
    size_t before_end;
} Builder;

static size_t slot_find(const Builder *builder, const char *text)
{
    size_t slot = (size_t)hash_text(HASH_START, text) & (builder->slot_count - 1);
    while (builder->slots[slot] != NO_WORD && strcmp(builder->words[builder->slots[slot]].text, text) != 0)
        slot = (slot + 1) & (builder->slot_count - 1);
    return slot;
}

static void slots_grow(Builder *builder)
{
    builder->slot_count = builder->slot_count > 0 ? builder->slot_count * 2 : FIRST_SLOTS;
    builder->slots = mem_resize(builder->slots, mem_product(builder->slot_count, sizeof(*builder->slots)));
    for (size_t i = 0; i < builder->slot_count; i++) builder->slots[i] = NO_WORD;
    for (size_t i = 0; i < builder->word_count; i++)
        builder->slots[slot_find(builder, builder->words[i].text)] = (uint32_t)i;
}

static uint32_t word_intern(Builder *builder, const char *folded)
{
    if ((builder->word_count + 1) * 2 > builder->slot_count) slots_grow(builder);
    size_t slot = slot_find(builder, folded);
    if (builder->slots[slot] != NO_WORD) return builder->slots[slot];
    builder->words = mem_grow(builder->words, builder->word_count, &builder->word_capacity, sizeof(*builder->words));
    builder->words[builder->word_count] =
        (NewWord){.text = arena_copy(&builder->index->arena, folded), .aliases = {NO_WORD, NO_WORD}};
    builder->slots[slot] = (uint32_t)builder->word_count;
    return (uint32_t)builder->word_count++;
}

/* Han characters, from U+2E80 on, are three or four bytes whose first is E2 BA or more. */
static bool starts_chinese(const char *text)
{
    const unsigned char *t = (const unsigned char *)text;
    return t[0] >= 0xE3 || (t[0] == 0xE2 && t[1] >= 0xBA);
}

/* "gu dan" to "gudan" and "gd". */
static void aliases_make(Builder *builder, uint32_t word)
{
    char *whole = text_pinyin(&builder->page_arena, builder->words[word].text);
    char *initials = arena_copy(&builder->page_arena, whole);
    size_t letters = 0, firsts = 0;
    for (const char *c = whole; *c; c++) {
        if (*c < 'a' || *c > 'z') continue;
        if (c == whole || c[-1] == ' ') initials[firsts++] = *c;
        whole[letters++] = *c;
    }
    whole[letters] = initials[firsts] = '\0';
    if (letters == 0) return;
    uint32_t aliases[2] = {word_intern(builder, whole), firsts > 1 ? word_intern(builder, initials) : NO_WORD};
    memcpy(builder->words[word].aliases, aliases, sizeof(aliases));
}

static void posting_add(Builder *builder, uint32_t at, SearchWhere where)
{
    NewWord *word = &builder->words[at];
    uint32_t page = (uint32_t)(builder->page - builder->index->pages);
    if (word->count > 0 && word->postings[word->count - 1] >> POSTING_PAGE_SHIFT == page) {
        /* Places are read best first, so the one that is noted stays; more of the word only makes it less scarce. */
        if ((word->postings[word->count - 1] & POSTING_SCARCE) > 0) word->postings[word->count - 1]--;
        return;
    }
    if (word->count == word->capacity) {
        word->capacity = word->capacity > 0 ? word->capacity * 2 : 4;
        word->postings = mem_resize(word->postings, mem_product(word->capacity, sizeof(*word->postings)));
    }
    word->postings[word->count++] =
        page << POSTING_PAGE_SHIFT | (uint32_t)where << POSTING_PLACE_SHIFT | POSTING_SCARCE;
}

static bool is_capital(const char *surface) { return surface[0] >= 'A' && surface[0] <= 'Z'; }

static void surface_note(Builder *builder, uint32_t at, size_t start, size_t end)
{
    NewWord *word = &builder->words[at];
    const char *found = builder->page->text + start;
    if (word->surface && (!is_capital(word->surface) || is_capital(found))) return;
    word->surface = arena_copy_bytes(&builder->index->arena, found, end - start);
}

static void alias_note(Builder *builder, uint32_t alias, SearchWhere where, size_t start, size_t end)
{
    if (alias == NO_WORD) return;
    posting_add(builder, alias, where);
    surface_note(builder, alias, start, end);
}

/* Nobody who types a title in pinyin knows where ICU sees its words end: two in a row are also one. */
static void pair_note(Builder *builder, uint32_t word, SearchWhere where, size_t start, size_t end)
{
    uint32_t pinyin = builder->words[word].aliases[0];
    if (pinyin != NO_WORD && builder->before != NO_WORD && builder->before_end == start && where != SEARCH_IN_BODY) {
        const char *one = builder->words[builder->before].text, *other = builder->words[pinyin].text;
        uint32_t whole = word_intern(builder, arena_format(&builder->page_arena, "%s%s", one, other));
        alias_note(builder, whole, where, start, end);
        uint32_t initials = word_intern(builder, arena_format(&builder->page_arena, "%c%c", one[0], other[0]));
        alias_note(builder, initials, where, start, end);
    }
    builder->before = pinyin;
    builder->before_end = end;
}

static void word_note(void *context, const char *folded, size_t start, size_t end)
{
    Builder *builder = context;
    SearchWhere where = index_place(builder->page, start);
    size_t known = builder->word_count;
    uint32_t word = word_intern(builder, folded);
    if (builder->word_count > known && starts_chinese(folded)) aliases_make(builder, word);
    posting_add(builder, word, where);
    surface_note(builder, word, start, end);
    for (size_t i = 0; i < ARRAY_LEN(builder->words[word].aliases); i++)
        alias_note(builder, builder->words[word].aliases[i], where, start, end);
    pair_note(builder, word, where, start, end);
    if (where == SEARCH_IN_BODY) builder->page->words++;
}

/* The text of a page while it is put together. */
typedef struct TextJoin {
    char *bytes;
    size_t count, capacity;
    Arena *arena;
} TextJoin;

static void join_add(TextJoin *join, const char *text)
{
    size_t length = text ? strlen(text) : 0;
    if (length == 0) return;
    if (join->count + length + 2 > join->capacity) {
        join->capacity = (join->count + length + 2) * 2;
        char *bytes = ARENA_ARRAY(join->arena, char, join->capacity);
        if (join->count > 0) memcpy(bytes, join->bytes, join->count);
        join->bytes = bytes;
    }
    memcpy(join->bytes + join->count, text, length);
    join->count += length;
    join->bytes[join->count++] = '\n';
}

static void prose_join(const void *context, Mark at, const char *text)
{
    (void)at;
    TextJoin *join = *(TextJoin *const *)context;
    size_t count;
    const char *const *paragraphs = inline_paragraphs(join->arena, text, &count);
    for (size_t i = 0; i < count; i++) join_add(join, inline_plain(join->arena, paragraphs[i]));
}

static IndexPage *page_new(Builder *builder, const Pack *pack, const char *id, const char *lang, const char *title)
{
    SearchIndex *index = builder->index;
    CHECK(index->page_count < PAGES_MAX);
    index->pages = mem_grow(index->pages, index->page_count, &builder->page_capacity, sizeof(*index->pages));
    builder->page = &index->pages[index->page_count++];
    *builder->page = (IndexPage){
        .ref = arena_format(&index->arena, "%s/%s", pack->id, id),
        .lang = arena_copy(&index->arena, lang),
        .title = arena_copy(&index->arena, title),
    };
    return builder->page;
}

static void page_finish(Builder *builder, const TextJoin *join)
{
    builder->before = NO_WORD;
    builder->page->text = arena_copy_bytes(&builder->index->arena, join->bytes ? join->bytes : "", join->count);
    search_each_word(&builder->page_arena, builder->page->lang, builder->page->text, builder, word_note);
}

/* A word that a page is found by without saying it ranks as one of a part's title. */
static void find_word_note(void *context, const char *folded, size_t start, size_t end)
{
    Builder *builder = context;
    (void)start, (void)end;
    uint32_t at = word_intern(builder, folded);
    posting_add(builder, at, SEARCH_IN_PART);
    NewWord *word = &builder->words[at];
    if (!word->surface) word->surface = word->text;
    uint32_t *posting = &word->postings[word->count - 1], part = (uint32_t)SEARCH_IN_PART << POSTING_PLACE_SHIFT;
    uint32_t places = POSTING_RANK & ~(uint32_t)POSTING_SCARCE;
    if ((*posting & places) > part) *posting = (*posting & ~places) | part;
}

static void find_words_add(Builder *builder, const Page *page)
{
    for (size_t i = 0; i < page->find.count; i++)
        search_each_word(&builder->page_arena, page->lang, page->find.items[i], builder, find_word_note);
}

static void page_add(Builder *builder, const Pack *pack, const Page *page)
{
    TextJoin join = {.arena = &builder->page_arena}, *context = &join;
    IndexPage *out = page_new(builder, pack, page->id, page->lang, page->title);
    join_add(&join, page->title);
    out->starts[SEARCH_IN_PART] = join.count;
    join_add(&join, page->also);
    const PagePart *parts = page->parts.items;
    for (size_t i = 0; i < page->parts.count; i++) join_add(&join, parts[i].title);
    for (size_t i = 0; i < page->tags.count; i++)
        join_add(&join, pack_tag_title(pack, page->tags.items[i], page->lang));
    out->starts[SEARCH_IN_SUMMARY] = join.count;
    join_add(&join, page->summary);
    join_add(&join, page->line);
    out->starts[SEARCH_IN_BODY] = join.count;
    parts_each_prose(&page->parts, page->lang, &context, prose_join);
    page_finish(builder, &join);
    find_words_add(builder, page);
}

/* The page in the language, or in the pack's first one where there is none: what visitors can open, they can find. */
static void entry_add(Builder *builder, const Pack *pack, const char *id, const char *lang)
{
    if (!id || !pack_id_is_valid(id)) return;
    Arena *arena = &builder->page_arena;
    const char *langs[] = {pack_has_lang(pack, lang) ? lang : pack->languages.items[0], pack->languages.items[0]};
    Diags unheard = {0};
    const Page *page = NULL;
    for (size_t i = 0; i < ARRAY_LEN(langs) && !page; i++) {
        const char *file = pack_page_file(arena, langs[i], id), *path = fs_join(arena, pack->dir, file);
        if (fs_is_file(path)) page = page_load(arena, path, file, id, langs[i], &unheard);
    }
    if (page) page_add(builder, pack, page);
    diags_free(&unheard);
    arena_reset(arena);
}

static void section_add(Builder *builder, const Pack *pack, const char *id, const char *lang)
{
    const SectionWords *words = pack_section_words(pack, id, lang);
    if (!words || !words->title) return;
    TextJoin join = {.arena = &builder->page_arena};
    IndexPage *out = page_new(builder, pack, id, pack_words(pack, lang)->lang, words->title);
    out->is_section = true;
    join_add(&join, words->title);
    out->starts[SEARCH_IN_PART] = out->starts[SEARCH_IN_SUMMARY] = join.count;
    join_add(&join, words->line);
    out->starts[SEARCH_IN_BODY] = join.count;
    join_add(&join, words->intro);
    page_finish(builder, &join);
    arena_reset(&builder->page_arena);
}

static bool pages_add(Builder *builder, const Pack *pack, const List *pages, const char *lang, const atomic_bool *stop)
{
    const PageEntry *entries = pages->items;
    for (size_t i = 0; i < pages->count; i++) {
        if (stop && atomic_load(stop)) return false;
        entry_add(builder, pack, entries[i].id, lang);
    }
    return true;
}

/* The pack's words that mean the same, as the index compares them. */
static void same_words_add(SearchIndex *index, const Pack *pack, const char *lang)
{
    const PackWords *words = pack_words(pack, lang);
    if (!words || strcmp(words->lang, lang) != 0) return;
    for (size_t i = 0; i < words->same_words.count; i++) {
        index->same =
            arena_grow(&index->arena, index->same, index->same_count, &index->same_capacity, sizeof(*index->same));
        index->same[index->same_count++] = search_query(&index->arena, lang, words->same_words.items[i]);
    }
}

static bool pack_add(Builder *builder, const Pack *pack, const char *lang, const atomic_bool *stop)
{
    const Section *sections = pack->sections.items;
    same_words_add(builder->index, pack, lang);
    for (size_t i = 0; i < pack->sections.count; i++) {
        section_add(builder, pack, sections[i].id, lang);
        if (!pages_add(builder, pack, &sections[i].pages, lang, stop)) return false;
    }
    return pages_add(builder, pack, &pack->articles, lang, stop);
}

static int new_word_compare(const void *a, const void *b)
{
    return strcmp(((const NewWord *)a)->text, ((const NewWord *)b)->text);
}

static IndexWord word_settle(const Builder *builder, const NewWord *word, uint32_t first)
{
    IndexWord out = {.text = word->text, .surface = word->surface, .first = first, .count = word->count};
    for (size_t i = 0; i < ARRAY_LEN(word->aliases); i++)
        out.aliases[i] = word->aliases[i] != NO_WORD ? builder->alias_texts[word->aliases[i]] : NULL;
    return out;
}

/* Puts the words in order and their postings behind one another. */
static void words_settle(Builder *builder)
{
    SearchIndex *index = builder->index;
    builder->alias_texts = ARENA_ARRAY(&builder->page_arena, const char *, builder->word_count + 1);
    for (size_t i = 0; i < builder->word_count; i++) builder->alias_texts[i] = builder->words[i].text;
    if (builder->word_count > 0) qsort(builder->words, builder->word_count, sizeof(*builder->words), new_word_compare);
    for (size_t i = 0; i < builder->word_count; i++) index->posting_count += builder->words[i].count;
    index->word_count = builder->word_count;
    index->words = ARENA_ARRAY(&index->arena, IndexWord, index->word_count + 1);
    index->postings = ARENA_ARRAY(&index->arena, uint32_t, index->posting_count + 1);
    uint32_t first = 0;
    for (size_t i = 0; i < builder->word_count; i++) {
        const NewWord *word = &builder->words[i];
        index->words[i] = word_settle(builder, word, first);
        if (word->count > 0) memcpy(index->postings + first, word->postings, word->count * sizeof(*word->postings));
        first += word->count;
    }
}

static void builder_free(Builder *builder)
{
    for (size_t i = 0; i < builder->word_count; i++) free(builder->words[i].postings);
    free(builder->words);
    free(builder->slots);
    arena_free(&builder->page_arena);
}

SearchIndex *search_build(const Library *library, const char *lang, const atomic_bool *stop)
{
    SearchIndex *index = mem_alloc(sizeof(*index));
    Builder builder = {.index = index};
    size_t length = strlen(lang);
    if (length < sizeof(index->lang)) memcpy(index->lang, lang, length + 1);
    index->generations = ARENA_ARRAY(&index->arena, uint32_t, library->count + 1);
    index->pack_count = library->count;
    bool whole = true;
    for (size_t i = 0; i < library->count && whole; i++) {
        index->generations[i] = library->packs[i]->generation;
        whole = pack_add(&builder, library->packs[i], lang, stop);
    }
    if (whole) words_settle(&builder);
    builder_free(&builder);
    if (whole) return index;
    search_free(index);
    return NULL;
}

void search_free(SearchIndex *index)
{
    if (!index) return;
    free(index->pages);
    arena_free(&index->arena);
    free(index);
}

bool search_fits(const SearchIndex *index, const Library *library, const char *lang)
{
    if (!index || index->pack_count != library->count || strcmp(index->lang, lang) != 0) return false;
    for (size_t i = 0; i < library->count; i++)
        if (index->generations[i] != library->packs[i]->generation) return false;
    return true;
}

size_t search_page_count(const SearchIndex *index) { return index->page_count; }
size_t search_word_count(const SearchIndex *index) { return index->word_count; }

size_t search_bytes(const SearchIndex *index)
{
    return sizeof(*index) + index->arena.used_bytes + index->page_count * sizeof(*index->pages);
}
