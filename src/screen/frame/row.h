/* row.h - a row that opens something: picture, title, a line of meta text, and an arrow. */
#ifndef HEARTH_ROW_H
#define HEARTH_ROW_H

#include "ui/widget.h"

typedef struct Row {
    const char *id, *title, *meta;
    ImageRef image; /* path NULL: none */
    Family family;
    Action action;
    bool meta_below; /* under the title instead of at the far end */
} Row;

/* Draws the row over all of `box`. */
void row_draw(const Look *look, Rect box, const Row *row);

/* Returns the side in pixels, at most `side`, of the picture above `title` and `words` in a panel. Where a bar above
 * the dock takes room, the picture gets smaller first, and the words only after it. */
int panel_picture_side(const Look *look, Rect panel, const char *title, const char *words, int side);

#endif
