/* numbers.h - the phone numbers in a YAML file: the words of a pack that must not change unnoticed. */
#ifndef HEARTH_NUMBERS_H
#define HEARTH_NUMBERS_H

#include "yaml/ynode.h"

typedef struct Number {
    const char *place; /* the same in two versions: "crisis/suicide-crisis/number"; "" in running text */
    const char *label; /* for people: a name beside it, or the page's title */
    const char *text;  /* as it is written */
} Number;

typedef struct Numbers {
    Number *items;
    size_t count, capacity;
} Numbers;

/* Adds every number in `root`. `label` stands in where nothing near it has a name. Texts are in `arena`. */
void numbers_collect(Arena *arena, const YNode *root, const char *label, Numbers *out);
/* The next phone number at or after `*at` in `text`: true, its bytes from *start, and *at moved past it. */
bool phone_next(const char *text, size_t *at, size_t *start, size_t *length);

#endif
