/* diff_people.c - therapists.yaml as the player reads it: with the people of the table beside it, each under an id. */
#include <stdlib.h>
#include <string.h>

#include "pack/site/site_load.h"
#include "store/diff/diff_parts.h"

/* Reads the people of one version from its table. NULL if there is no table, or none that can be read. */
static const YNode *table_read(Arena *arena, const DiffSide *side)
{
    Bytes bytes;
    Diags unheard = {0};
    const YNode *list = NULL;
    if (fs_read(arena, fs_join(arena, side->dir, TABLE_FILE), DIRECTORY_CSV_BYTES_MAX, &bytes) == FS_OK)
        list = csv_parse(arena, TABLE_FILE, bytes.data, bytes.count, &therapist_schema, &unheard);
    diags_free(&unheard);
    return list;
}

static int key_compare(const void *a, const void *b)
{
    return strcmp((*(YNode *const *)a)->key, (*(YNode *const *)b)->key);
}

/* Hangs the children of a map in the order of their keys: a table has its columns in another order than a list. */
static void children_sort(Arena *arena, YNode *map)
{
    YNode **sorted = ARENA_ARRAY(arena, YNode *, map->count + 1), **tail = &map->first;
    size_t count = 0;
    for (YNode *child = map->first; child; child = child->next) sorted[count++] = child;
    qsort(sorted, count, sizeof(sorted[0]), key_compare);
    for (size_t i = 0; i < count; i++) {
        *tail = sorted[i];
        tail = &sorted[i]->next;
    }
    *tail = NULL;
}

/* A copy that may be changed; its texts are those of `node`. */
static YNode *node_copy(Arena *arena, const YNode *node)
{
    YNode *copy = ARENA_NEW(arena, YNode), **tail = &copy->first;
    *copy = *node;
    copy->next = copy->first = NULL;
    for (const YNode *child = node->first; child; child = child->next) {
        *tail = node_copy(arena, child);
        tail = &(*tail)->next;
    }
    if (copy->kind == Y_MAP) children_sort(arena, copy);
    return copy;
}

static const char *text_of(const YNode *map, const char *key)
{
    const YNode *node = map->kind == Y_MAP ? ynode_get(map, key) : NULL;
    return node && node->kind == Y_TEXT && node->text[0] ? node->text : NULL;
}

static bool id_is_taken(const YNode *list, const YNode *until, const char *id)
{
    for (const YNode *person = list->first; person != until; person = person->next) {
        const char *other = text_of(person, "id");
        if (other && strcmp(other, id) == 0) return true;
    }
    return false;
}

/* Gives a person without an id the one that follows from the name, so that both versions call them the same. */
static void id_add(Arena *arena, const YNode *list, YNode *person)
{
    const char *name = text_of(person, "name");
    if (person->kind != Y_MAP || !name || text_of(person, "id")) return;
    YNode *id = ARENA_NEW(arena, YNode);
    const char *wanted = person_id(arena, name);
    *id = (YNode){.kind = Y_TEXT, .key = "id", .text = wanted, .at = person->at, .next = person->first};
    for (int number = 2; id_is_taken(list, person, id->text); number++)
        id->text = arena_format(arena, "%s-%d", wanted, number);
    person->first = id;
    person->count++;
}

static YNode *people_copy(Arena *arena, const YNode *list)
{
    YNode *copy = node_copy(arena, list);
    copy->key = PEOPLE_KEY;
    for (YNode *person = copy->first; person; person = person->next) id_add(arena, copy, person);
    return copy;
}

const YNode *diff_people_read(Arena *arena, const DiffSide *side, const YNode *root)
{
    const YNode *table = table_read(arena, side);
    if (root->kind != Y_MAP) return root;
    YNode *copy = ARENA_NEW(arena, YNode), **tail = &copy->first;
    *copy = *root;
    copy->first = NULL;
    for (const YNode *child = root->first; child; child = child->next) {
        bool is_people = child->kind == Y_LIST && strcmp(child->key, PEOPLE_KEY) == 0;
        *tail = is_people ? people_copy(arena, child) : ARENA_NEW(arena, YNode);
        if (!is_people) **tail = *child;
        tail = &(*tail)->next;
    }
    *tail = table ? people_copy(arena, table) : NULL;
    return copy;
}
