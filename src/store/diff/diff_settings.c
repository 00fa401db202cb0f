/* diff_settings.c - what differs in the clinic's own pack: keys, and the entries of lists whose entries have an id. */
#include <string.h>

#include "store/diff/diff_parts.h"

static const char *text_of(const YNode *map, const char *key)
{
    const YNode *node = map->kind == Y_MAP ? ynode_get(map, key) : NULL;
    if (node && node->kind == Y_MAP) node = node->first; /* by language: the first */
    return node && node->kind == Y_TEXT && node->text[0] ? node->text : NULL;
}

static const char *entry_id(const YNode *entry) { return entry->kind == Y_MAP ? text_of(entry, "id") : NULL; }

static bool has_ids(const YNode *list) { return list && list->kind == Y_LIST && list->first && entry_id(list->first); }

static const YNode *entry_find(const YNode *list, const char *id)
{
    for (const YNode *entry = list ? list->first : NULL; entry; entry = entry->next) {
        const char *entry_named = entry_id(entry);
        if (entry_named && strcmp(entry_named, id) == 0) return entry;
    }
    return NULL;
}

/* `parts`: the keys within that differ, or NULL. */
static void setting_add(Diff *diff, ChangeKind kind, const char *id, const char *title, const char *parts)
{
    diff_add_page(diff,
                  (PageChange){kind, arena_copy(diff->arena, id), arena_copy(diff->arena, title), "", parts, false});
}

static void entry_add(Diff *diff, ChangeKind kind, const YNode *entry, const char *parts)
{
    const char *id = entry_id(entry), *name = text_of(entry, "name");
    if (!name) name = text_of(entry, "title");
    setting_add(diff, kind, id, name ? name : id, parts);
}

static void entries_compare(Diff *diff, const YNode *before, const YNode *after)
{
    for (const YNode *entry = after ? after->first : NULL; entry; entry = entry->next) {
        const YNode *old = entry_id(entry) ? entry_find(before, entry_id(entry)) : NULL;
        if (entry_id(entry) && !old)
            entry_add(diff, CHANGE_ADDED, entry, NULL);
        else if (old && !nodes_equal(old, entry))
            entry_add(diff, CHANGE_CHANGED, entry, diff_keys(diff, old, entry, NULL));
    }
    for (const YNode *entry = before ? before->first : NULL; entry; entry = entry->next)
        if (entry_id(entry) && !entry_find(after, entry_id(entry))) entry_add(diff, CHANGE_REMOVED, entry, NULL);
}

static void value_compare(Diff *diff, const char *key, const YNode *before, const YNode *after)
{
    bool lists = has_ids(before) || has_ids(after);
    bool kinds_fit = (!before || before->kind == Y_LIST) && (!after || after->kind == Y_LIST);
    if (lists && kinds_fit)
        entries_compare(diff, before, after);
    else if (!before)
        setting_add(diff, CHANGE_ADDED, key, key, NULL);
    else if (!after)
        setting_add(diff, CHANGE_REMOVED, key, key, NULL);
    else if (!nodes_equal(before, after))
        setting_add(diff, CHANGE_CHANGED, key, key, diff_keys(diff, before, after, NULL));
}

void diff_settings(Diff *diff, const char *path)
{
    Arena scratch = {0};
    const YNode *before = diff_read(&scratch, diff->before, path), *after = diff_read(&scratch, diff->after, path);
    if (before && before->kind != Y_MAP) before = NULL;
    if (after && after->kind != Y_MAP) after = NULL;
    for (const YNode *value = after ? after->first : NULL; value; value = value->next)
        value_compare(diff, value->key, before ? ynode_get(before, value->key) : NULL, value);
    for (const YNode *value = before ? before->first : NULL; value; value = value->next)
        if (!after || !ynode_get(after, value->key)) value_compare(diff, value->key, value, NULL);
    arena_free(&scratch);
}
