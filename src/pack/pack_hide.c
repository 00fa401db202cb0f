/* pack_hide.c - a page that staff have taken off their kiosk: for visitors it was never there. */
#include <string.h>

#include "pack/pack_load.h"

static size_t page_count(const Pack *pack)
{
    const Section *sections = pack->sections.items;
    size_t count = pack->articles.count;
    for (size_t i = 0; i < pack->sections.count; i++) count += sections[i].pages.count;
    return count;
}

static void list_remove(List *list, size_t size, size_t index)
{
    char *items = list->items;
    memmove(items + index * size, items + (index + 1) * size, (list->count - index - 1) * size);
    list->count--;
}

/* A home without doors would be none: the last section stays, whatever articles there are. */
bool pack_may_hide(const Pack *pack, const char *page_id)
{
    PagePlace place;
    if (!pack_find(pack, page_id, &place)) return false;
    bool last_of_section = place.section && place.count == 1;
    return page_count(pack) > 1 && !(last_of_section && pack->sections.count == 1);
}

static void hidden_add(Pack *pack, const char *id)
{
    const char **items = ARENA_ARRAY(&pack->arena, const char *, pack->hidden.count + 1);
    for (size_t i = 0; i < pack->hidden.count; i++) items[i] = pack->hidden.items[i];
    items[pack->hidden.count] = arena_copy(&pack->arena, id);
    pack->hidden = (TextList){.items = items, .count = pack->hidden.count + 1};
}

bool pack_hide(Pack *pack, const char *page_id)
{
    PagePlace place;
    if (!pack_may_hide(pack, page_id) || !pack_find(pack, page_id, &place)) return false;
    hidden_add(pack, page_id);
    if (!place.section) {
        list_remove(&pack->articles, sizeof(PageEntry), place.index);
    } else {
        Section *sections = pack->sections.items;
        size_t index = (size_t)(place.section - sections);
        list_remove(&sections[index].pages, sizeof(PageEntry), place.index);
        if (sections[index].pages.count == 0) list_remove(&pack->sections, sizeof(Section), index);
    }
    pack->index = page_index_new(&pack->arena, pack);
    return true;
}
