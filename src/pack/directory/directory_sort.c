/* directory_sort.c - the orders that the list can be shown in, made once. */
#include <stdlib.h>
#include <string.h>

#include "pack/site/site.h"

enum { LAST = 1000000 }; /* behind all that is known */

typedef struct Key {
    int rank;
    const char *name; /* folded */
    uint16_t number;
} Key;

static int key_compare(const void *a, const void *b)
{
    const Key *left = a, *right = b;
    if (left->rank != right->rank) return left->rank < right->rank ? -1 : 1;
    int names = strcmp(left->name, right->name);
    return names ? names : (int)left->number - (int)right->number;
}

static int rank_of(const Therapist *person, DirectorySort sort)
{
    switch (sort) {
    case SORT_NEAREST: return person->distance_hm >= 0 ? person->distance_hm : LAST;
    case SORT_WAIT:
        /* A place on a list comes after every open door, and a closed one last. */
        return person->new_clients * LAST + (person->wait_weeks >= 0 ? person->wait_weeks : LAST - 1);
    case SORT_NAME:
    case DIRECTORY_SORTS: break;
    }
    return 0;
}

void directory_sort(Directory *directory, Arena *arena)
{
    Arena scratch = {0};
    Key *keys = ARENA_ARRAY(&scratch, Key, directory->count + 1);
    const char **names = ARENA_ARRAY(&scratch, const char *, directory->count + 1);
    for (size_t i = 0; i < directory->count; i++)
        names[i] = text_fold(&scratch, directory->people[i].name ? directory->people[i].name : "");
    for (int sort = 0; sort < DIRECTORY_SORTS; sort++) {
        for (size_t i = 0; i < directory->count; i++)
            keys[i] = (Key){rank_of(&directory->people[i], (DirectorySort)sort), names[i], (uint16_t)i};
        if (directory->count > 0) qsort(keys, directory->count, sizeof(Key), key_compare);
        uint16_t *order = ARENA_ARRAY(arena, uint16_t, directory->count + 1);
        for (size_t i = 0; i < directory->count; i++) order[i] = keys[i].number;
        directory->order[sort] = order;
    }
    arena_free(&scratch);
}
