/* cells.h - the screen as a grid of cells, each with a hash of all that is painted in it.
 *
 * Two frames are compared cell by cell; what differs is handed out as few rectangles. */
#ifndef HEARTH_CELLS_H
#define HEARTH_CELLS_H

#include "base/geom.h"

enum { CELL_PX = 96 };

/* Zero-initialised is empty and ready: cells_free(). */
typedef struct Cells {
    int w, h, columns, rows;
    uint64_t *now, *before; /* columns * rows */
    bool known;             /* `before` tells what is painted */
    Rect *changes;
    size_t change_count;
} Cells;

/* Frees what `cells` holds; it is empty and ready again then. */
void cells_free(Cells *cells);
/* Starts a frame of w x h whose ground has this hash. */
void cells_begin(Cells *cells, int w, int h, uint64_t ground_hash);
/* Something with this hash is painted within `area`, on top of what was added before. */
void cells_add(Cells *cells, Rect area, uint64_t hash);
/* Compares with the frame before and fills in `changes`. */
void cells_end(Cells *cells);
/* Nothing is known of what is painted: the next frame changes everywhere. */
void cells_forget(Cells *cells);

#endif
