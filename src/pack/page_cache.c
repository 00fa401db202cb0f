#include "pack/page_cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/pack_load.h"

/* A page as it was asked for. That there is none is remembered, too. */
typedef struct Slot {
    Arena arena;
    const char *id, *lang;
    const Page *page;
    uint64_t last_used; /* 0: an empty slot */
} Slot;

struct PageCache {
    uint64_t uses;
    Slot slots[PAGE_CACHE_MAX];
};

PageCache *page_cache_new(void) { return mem_alloc(sizeof(PageCache)); }

void page_cache_free(PageCache *cache)
{
    if (!cache) return;
    for (size_t i = 0; i < PAGE_CACHE_MAX; i++) arena_free(&cache->slots[i].arena);
    free(cache);
}

void page_cache_wipe(PageCache *cache)
{
    for (size_t i = 0; i < PAGE_CACHE_MAX; i++) {
        arena_wipe(&cache->slots[i].arena);
        cache->slots[i] = (Slot){0};
    }
}

/* The slot that holds the page; else an empty one, in place of the one that was not used for longest. */
static Slot *slot_for(PageCache *cache, const char *id, const char *lang)
{
    Slot *oldest = &cache->slots[0];
    for (size_t i = 0; i < PAGE_CACHE_MAX; i++) {
        Slot *slot = &cache->slots[i];
        if (slot->last_used > 0 && strcmp(slot->id, id) == 0 && strcmp(slot->lang, lang) == 0) return slot;
        if (slot->last_used < oldest->last_used) oldest = slot;
    }
    arena_free(&oldest->arena);
    *oldest = (Slot){0};
    oldest->id = arena_copy(&oldest->arena, id);
    oldest->lang = arena_copy(&oldest->arena, lang);
    return oldest;
}

static const Page *slot_read(Slot *slot, const Pack *pack, const char *lang)
{
    const char *file = pack_page_file(&slot->arena, lang, slot->id);
    const char *path = fs_join(&slot->arena, pack->dir, file);
    if (!fs_is_file(path)) return NULL;
    Diags diags = {0};
    const Page *page = page_load(&slot->arena, path, file, slot->id, lang, &diags);
    diags_free(&diags);
    return page;
}

const Page *pack_page(Pack *pack, const char *id, const char *lang)
{
    if (!pack_id_is_valid(id) || !pack_has_lang(pack, lang)) lang = pack->languages.items[0];
    if (!pack_id_is_valid(id) || text_list_has(&pack->hidden, id)) return NULL;
    const char *first = pack->languages.items[0];
    Slot *slot = slot_for(pack->cache, id, lang);
    if (slot->last_used == 0) {
        slot->page = slot_read(slot, pack, lang);
        if (!slot->page && strcmp(lang, first) != 0) slot->page = slot_read(slot, pack, first);
    }
    slot->last_used = ++pack->cache->uses;
    return slot->page;
}
