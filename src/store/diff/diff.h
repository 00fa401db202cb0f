/* diff.h - what changes from one version of a pack to the next, as a person would say it. */
#ifndef HEARTH_DIFF_H
#define HEARTH_DIFF_H

#include "store/trust/manifest.h"

typedef enum ChangeKind { CHANGE_ADDED, CHANGE_CHANGED, CHANGE_REMOVED } ChangeKind;
extern const char *const change_names[];

/* A page, a crisis line or the words for danger; in the clinic's own pack a setting, or one person of a list. */
typedef struct PageChange {
    ChangeKind kind;
    const char *id, *title; /* the title names what differs, where only a part does: "Amara Osei: phone" */
    const char *langs;      /* in which it differs: "en, fr"; "" where it has no language */
    const char *parts;      /* while the title is put together: what differs, or NULL */
    bool is_page;           /* visitors can open it by its id */
} PageChange;

typedef struct NumberChange {
    const char *label;          /* whose number it is */
    const char *before, *after; /* in full; NULL: there is none */
    const char *file;
} NumberChange;

typedef struct PackDiff {
    bool is_site; /* then pages are settings and people */
    bool is_new;  /* there was no such pack */
    PageChange *pages;
    size_t page_count, added, changed, removed;
    NumberChange *numbers;
    size_t number_count;
    NumberChange *kept; /* crisis lines that stay as they are; before and after are the same */
    size_t kept_count;
    size_t pictures, sounds, other_files;    /* added, changed or removed */
    const char *langs_added, *langs_removed; /* "fr, es"; "" */
    bool structure;                          /* order, sections, titles of sections */
} PackDiff;

typedef struct DiffSide {
    const char *dir;
    const Manifest *manifest;
} DiffSide;

/* `before` may be NULL: everything is new. What cannot be read counts as changed. All of `out` is in `arena`. */
void pack_diff(Arena *arena, const DiffSide *before, const DiffSide *after, PackDiff *out);
/* True if the two versions do not differ in anything that this struct names. */
bool pack_diff_is_empty(const PackDiff *diff);
/* True if there is a page, new or changed, that can be looked at before it is installed. */
bool pack_diff_has_pages(const PackDiff *diff);

#endif
