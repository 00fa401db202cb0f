/* pack_review.c - what tells staff that a pack has had "nothing new since March". */
#include "pack/check/check.h"

static Date file_review(Arena *arena, const Pack *pack, const char *id)
{
    Date date = {0};
    const char *file = pack_page_file(arena, pack->languages.items[0], id), *path = fs_join(arena, pack->dir, file);
    Diags unheard = {0}; /* the checker reports them */
    const YNode *root = pack_id_is_valid(id) && fs_is_file(path) ? yaml_read(arena, path, file, &unheard) : NULL;
    const YNode *reviewed = root && root->kind == Y_MAP ? ynode_get(root, "reviewed") : NULL;
    if (reviewed && reviewed->kind == Y_TEXT && !date_read(reviewed->text, &date)) date = (Date){0};
    diags_free(&unheard);
    arena_reset(arena);
    return date;
}

static Date list_review(Arena *arena, const Pack *pack, const List *list, Date newest)
{
    const PageEntry *entries = list->items;
    for (size_t i = 0; i < list->count; i++) {
        if (!entries[i].id) continue;
        Date date = file_review(arena, pack, entries[i].id);
        if (date_compare(date, newest) > 0) newest = date;
    }
    return newest;
}

Date pack_newest_review(const Pack *pack)
{
    Arena arena = {0};
    const Section *sections = pack->sections.items;
    Date newest = {0};
    for (size_t i = 0; i < pack->sections.count; i++) newest = list_review(&arena, pack, &sections[i].pages, newest);
    newest = list_review(&arena, pack, &pack->articles, newest);
    arena_free(&arena);
    return newest;
}
