/* pack_find.c - answers about a pack that has been read. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/pack_load.h"

typedef struct IndexEntry {
    const char *id;
    PagePlace place;
} IndexEntry;

struct PageIndex {
    IndexEntry *entries; /* sorted by id */
    size_t count;
};

static int entry_compare(const void *a, const void *b)
{
    return strcmp(((const IndexEntry *)a)->id, ((const IndexEntry *)b)->id);
}

static void index_add(struct PageIndex *index, const Section *section, const List *pages)
{
    const PageEntry *entries = pages->items;
    for (size_t i = 0; i < pages->count; i++) {
        if (!entries[i].id) continue;
        index->entries[index->count++] = (IndexEntry){entries[i].id, {section, &entries[i], i, pages->count}};
    }
}

struct PageIndex *page_index_new(Arena *arena, const Pack *pack)
{
    const Section *sections = pack->sections.items;
    size_t count = pack->articles.count;
    for (size_t i = 0; i < pack->sections.count; i++) count += sections[i].pages.count;
    struct PageIndex *index = ARENA_NEW(arena, struct PageIndex);
    index->entries = ARENA_ARRAY(arena, IndexEntry, count + 1);
    for (size_t i = 0; i < pack->sections.count; i++) index_add(index, &sections[i], &sections[i].pages);
    index_add(index, NULL, &pack->articles);
    if (index->count > 0) qsort(index->entries, index->count, sizeof(IndexEntry), entry_compare);
    return index;
}

bool pack_find(const Pack *pack, const char *page_id, PagePlace *out)
{
    IndexEntry key = {.id = page_id};
    if (pack->index->count == 0) return false;
    const IndexEntry *found =
        bsearch(&key, pack->index->entries, pack->index->count, sizeof(IndexEntry), entry_compare);
    if (!found) return false;
    *out = found->place;
    return true;
}

const Section *pack_section(const Pack *pack, const char *section_id)
{
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count; i++)
        if (sections[i].id && strcmp(sections[i].id, section_id) == 0) return &sections[i];
    return NULL;
}

bool text_list_has(const TextList *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], text) == 0) return true;
    return false;
}

bool pack_has_lang(const Pack *pack, const char *lang) { return text_list_has(&pack->languages, lang); }
bool pack_lang_is_draft(const Pack *pack, const char *lang) { return text_list_has(&pack->drafts, lang); }

const PackWords *pack_words(const Pack *pack, const char *lang)
{
    for (size_t i = 0; i < pack->languages.count; i++)
        if (pack->words[i].lang && strcmp(pack->words[i].lang, lang) == 0) return &pack->words[i];
    return &pack->words[0];
}

/* The row called `id` in a list of structs whose first member is their id. */
static const void *words_find(const List *list, size_t size, const char *id)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *row = (const char *)list->items + i * size;
        if (strcmp(*(const char *const *)(const void *)row, id) == 0) return row;
    }
    return NULL;
}

const SectionWords *pack_section_words(const Pack *pack, const char *section, const char *lang)
{
    const SectionWords *words = words_find(&pack_words(pack, lang)->sections, sizeof(SectionWords), section);
    return words ? words : words_find(&pack->words[0].sections, sizeof(SectionWords), section);
}

const CrisisWords *pack_crisis_words(const Pack *pack, const char *id, const char *lang)
{
    const CrisisWords *words = words_find(&pack_words(pack, lang)->crisis, sizeof(CrisisWords), id);
    return words ? words : words_find(&pack->words[0].crisis, sizeof(CrisisWords), id);
}

const char *pack_tag_title(const Pack *pack, const char *tag, const char *lang)
{
    const TagWords *words = words_find(&pack_words(pack, lang)->tags, sizeof(TagWords), tag);
    if (!words) words = words_find(&pack->words[0].tags, sizeof(TagWords), tag);
    return words ? words->title : NULL;
}

static bool entries_mirror(const List *entries, const char *image)
{
    const PageEntry *items = entries->items;
    for (size_t i = 0; i < entries->count; i++)
        if (items[i].mirror && items[i].image && strcmp(items[i].image, image) == 0) return true;
    return false;
}

/* True if any section or page says of its picture `image` that it mirrors. */
static bool image_mirrors(const Pack *pack, const char *image)
{
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count; i++) {
        if (sections[i].mirror && sections[i].image && strcmp(sections[i].image, image) == 0) return true;
        if (entries_mirror(&sections[i].pages, image)) return true;
    }
    return entries_mirror(&pack->articles, image);
}

ImageRef pack_image(const Pack *pack, Arena *arena, const char *relative)
{
    if (!relative || !fs_path_is_inside(relative)) return (ImageRef){0};
    return (ImageRef){fs_join(arena, pack->dir, relative), image_mirrors(pack, relative)};
}
