/* diff_parts.h - what the files of diff share among themselves. */
#ifndef HEARTH_DIFF_PARTS_H
#define HEARTH_DIFF_PARTS_H

#include "store/diff/diff.h"

typedef struct Diff {
    Arena *arena;
    const DiffSide *before, *after; /* before may be NULL */
    PackDiff *out;
    bool is_site;
    const char *first_lang;
    PageChange *pages; /* on the heap; grows */
    size_t page_count;
    NumberChange *numbers; /* likewise */
    size_t number_count;
} Diff;

/* A YAML file of one side; NULL if it cannot be read or the side is NULL. */
const YNode *diff_read(Arena *arena, const DiffSide *side, const char *path);
bool nodes_equal(const YNode *a, const YNode *b); /* keys and texts; not comments and places */
void diff_add_page(Diff *diff, PageChange change);
/* diff_settings.c: what differs in a file of the clinic's own pack, key by key. */
void diff_settings(Diff *diff, const char *path);
/* diff_numbers.c: the numbers of one file that differ; and, at the end, the crisis lines that stay. */
void diff_numbers(Diff *diff, const char *path);
void diff_numbers_finish(Diff *diff);

#endif
