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
    bool people_differ; /* a file with people does: therapists.yaml or .csv */
    PageChange *pages;  /* on the heap; grows */
    size_t page_count;
    NumberChange *numbers; /* likewise */
    size_t number_count;
} Diff;

/* A YAML file of one side; NULL if it cannot be read or the side is NULL. Of therapists.yaml, the people of a table
 * beside it are a part. */
const YNode *diff_read(Arena *arena, const DiffSide *side, const char *path);
/* diff_people.c: `root`, the tree of a side's therapists.yaml, with the people of the table, and an id for each person.
 */
const YNode *diff_people_read(Arena *arena, const DiffSide *side, const YNode *root);
bool nodes_equal(const YNode *a, const YNode *b); /* keys and texts; not comments and places */
/* Adds a change of a page, up to the limit of the list; all are counted. */
void diff_add_page(Diff *diff, PageChange change);
/* The keys with other values in two maps, such as "line, number", apart from those in `skipped`; "" if there are none,
 * or one side is no map. In diff->arena. */
const char *diff_keys(Diff *diff, const YNode *before, const YNode *after, const char *const *skipped);
/* One change in one language of what `id` stands for; other languages and keys of the same join it. */
void diff_note(Diff *diff, PageChange change);
/* diff_words.c: crisis lines in pack.yaml or LANG/pack.yaml that say something else; the words for danger of
 * LANG/support.yaml that came and went. */
void diff_crisis(Diff *diff, const char *path);
/* Adds a change of the list of support phrases at `path`. */
void diff_support(Diff *diff, const char *path, ChangeKind kind, const char *lang);
/* diff_numbers.c: who answers a crisis line, in the words of the pack's first language; `id` if they do not say. */
const char *crisis_label(Diff *diff, const char *id);
/* diff_settings.c: what differs in a file of the clinic's own pack, key by key. */
void diff_settings(Diff *diff, const char *path);
/* diff_numbers.c: the numbers of one file that differ; and, at the end, the crisis lines that stay. */
void diff_numbers(Diff *diff, const char *path);
/* Compares the numbers of both sides once all files were read, and fills in the result. */
void diff_numbers_finish(Diff *diff);

#endif
