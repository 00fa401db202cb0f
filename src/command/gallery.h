/* gallery.h - many pictures to look through: an index page that any browser opens, and one picture of them all. */
#ifndef HEARTH_GALLERY_H
#define HEARTH_GALLERY_H

#include "base/arena.h"

#define SHEET_NAME "contact-sheet.png"

typedef struct GalleryItem {
    const char *group, *caption;
    const char *file; /* relative to the folder of the index */
} GalleryItem;

typedef struct Gallery {
    Arena *arena; /* of everything in it */
    GalleryItem *items;
    size_t count, capacity;
} Gallery;

/* Copies the texts. */
void gallery_add(Gallery *gallery, const char *group, const char *caption, const char *file);
/* Writes DIR/index.html: by groups, with a list of them at the top. False with a sentence on stderr. */
MUST_USE bool gallery_write_index(const Gallery *gallery, const char *dir, const char *title);
/* Writes DIR/contact-sheet.png (SHEET_NAME). False with a sentence on stderr. */
MUST_USE bool gallery_write_sheet(const Gallery *gallery, const char *dir);

#endif
