/* csv_rows.h - the rows and cells of a table, as spreadsheets save them.
 *
 * Comma, semicolon or tab between cells, quotes round any of them, with or without a byte order mark or a first line
 * "sep=;". Rows are counted as the spreadsheet shows them: one with a line break in a cell is one row. */
#ifndef HEARTH_CSV_ROWS_H
#define HEARTH_CSV_ROWS_H

#include "base/arena.h"
#include "base/diag.h"

enum { CSV_COLUMNS_MAX = 64, CSV_CELL_BYTES_MAX = 4096 }; /* of a cell; no field of a therapist is half as long */

typedef struct CsvRow {
    const char *cells[CSV_COLUMNS_MAX]; /* without spaces around; "" for an empty one */
    size_t count;
    bool too_many; /* more cells than any table has */
    int number;    /* from 1, as a spreadsheet counts */
} CsvRow;

typedef struct CsvReader {
    Arena *arena;
    const char *name; /* of the file, in reports */
    const char *at, *end;
    char separator;
    int row; /* the last that was read */
    Diags *diags;
    bool broken; /* a quote is open: where cells end is not known any more */
} CsvReader;

/* Starts at the first row. The bytes, `arena`, `name` and `diags` outlive the reader. Reports, and returns false for,
 * what is not UTF-8. */
MUST_USE bool csv_open(CsvReader *reader, Arena *arena, const char *name, const char *bytes, size_t count,
                       Diags *diags);
/* Reads the next row; false at the end. Cells are in the arena. Problems with quotes and characters are reported. */
MUST_USE bool csv_row(CsvReader *reader, CsvRow *row);
/* The place of a cell; `column` is from 0. */
Mark csv_mark(const CsvReader *reader, int row, size_t column);
/* A copy of `length` bytes without the spaces and line ends around them, also those that do not break. */
const char *csv_trimmed(Arena *arena, const char *text, size_t length);
/* A copy in one line, whose spaces are all plain ones: for what has to be found again, such as a choice or a heading.
 */
const char *csv_plain(Arena *arena, const char *text);

#endif
