#include "platform/paint/cells.h"

#include <stdlib.h>

#include "base/mem.h"

void cells_free(Cells *cells)
{
    free(cells->now);
    free(cells->before);
    free(cells->changes);
    *cells = (Cells){0};
}

static void cells_resize(Cells *cells, int w, int h)
{
    cells_free(cells);
    cells->w = w;
    cells->h = h;
    cells->columns = (w + CELL_PX - 1) / CELL_PX;
    cells->rows = (h + CELL_PX - 1) / CELL_PX;
    size_t count = (size_t)cells->columns * (size_t)cells->rows;
    cells->now = mem_alloc(mem_product(count, sizeof(*cells->now)));
    cells->before = mem_alloc(mem_product(count, sizeof(*cells->before)));
    cells->changes = mem_alloc(mem_product(count, sizeof(*cells->changes)));
}

void cells_begin(Cells *cells, int w, int h, uint64_t ground_hash)
{
    if (!cells->now || cells->w != w || cells->h != h) cells_resize(cells, w, h);
    uint64_t *before = cells->now;
    cells->now = cells->before;
    cells->before = before;
    for (int i = 0; i < cells->columns * cells->rows; i++) cells->now[i] = ground_hash;
}

void cells_add(Cells *cells, Rect area, uint64_t hash)
{
    area = rect_intersect(area, (Rect){0, 0, cells->w, cells->h});
    if (rect_is_empty(area)) return;
    int left = area.x / CELL_PX, right = (area.x + area.w - 1) / CELL_PX;
    int top = area.y / CELL_PX, bottom = (area.y + area.h - 1) / CELL_PX;
    for (int row = top; row <= bottom; row++)
        for (int column = left; column <= right; column++) {
            uint64_t *cell = &cells->now[row * cells->columns + column];
            *cell = (*cell ^ hash) * UINT64_C(0x9e3779b97f4a7c15); /* order matters, as it does for paint */
            *cell ^= *cell >> 29;
        }
}

static bool cell_changed(const Cells *cells, int column, int row)
{
    int i = row * cells->columns + column;
    return !cells->known || cells->now[i] != cells->before[i];
}

/* Adds a run of changed cells; a run as wide right above grows down instead. */
static void change_add(Cells *cells, Rect run)
{
    for (size_t i = 0; i < cells->change_count; i++) {
        Rect *above = &cells->changes[i];
        if (above->x == run.x && above->w == run.w && above->y + above->h == run.y) {
            above->h += run.h;
            return;
        }
    }
    cells->changes[cells->change_count++] = run;
}

void cells_end(Cells *cells)
{
    cells->change_count = 0;
    for (int row = 0; row < cells->rows; row++)
        for (int column = 0; column < cells->columns; column++) {
            int first = column;
            while (column < cells->columns && cell_changed(cells, column, row)) column++;
            if (column == first) continue;
            Rect run = {first * CELL_PX, row * CELL_PX, (column - first) * CELL_PX, CELL_PX};
            change_add(cells, rect_intersect(run, (Rect){0, 0, cells->w, cells->h}));
        }
    cells->known = true;
}

void cells_forget(Cells *cells) { cells->known = false; }
