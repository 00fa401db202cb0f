/* lines.h - the small text files of the store, read line by line without believing them. */
#ifndef HEARTH_LINES_H
#define HEARTH_LINES_H

#include "base/fs.h"

/* A place in the bytes; start with `{bytes, 0}`. */
typedef struct Lines {
    Bytes bytes;
    size_t at;
    int number; /* of the line read last, from 1 */
} Lines;

/* The next line without its end (LF or CRLF), NUL-terminated in `arena`. NULL at the end, and for a line that is too
 * long, holds a control character other than a tab or is not UTF-8: then lines_at_end() is false. */
char *lines_next(Lines *lines, Arena *arena);
/* True when all bytes were read; false also in front of a line that is not plain text. */
bool lines_at_end(const Lines *lines);

/* If `line` starts with `word` and a space, what follows the space; else NULL. */
const char *line_after(const char *line, const char *word);
/* Cuts off and returns the first word of *rest, and moves *rest past the one space after it. An empty text at the end.
 */
const char *line_word(char **rest);
/* Decimal digits, no sign, no leading zero, at most `most`. */
bool line_number(const char *text, uint64_t most, uint64_t *out);

/* A text file that grows line by line. Zero-initialised is empty. */
typedef struct LineWriter {
    char *data;
    size_t count, capacity;
} LineWriter;

/* Adds formatted text to the writer. */
void line_put(LineWriter *writer, const char *format, ...) PRINTF_LIKE(2, 3);
Bytes line_bytes(const LineWriter *writer); /* valid until the next put */
/* Gives back the memory of the writer. Accepts a zero-initialised one. */
void line_free(LineWriter *writer);

#endif
