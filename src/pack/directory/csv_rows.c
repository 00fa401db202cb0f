#include "pack/directory/csv_rows.h"

#include <string.h>

#include "base/utf8.h"
#include "yaml/source.h"

Mark csv_mark(const CsvReader *reader, int row, size_t column) { return (Mark){reader->name, row, (int)column + 1}; }

static bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/* A separator counts outside quotes, in the first row; a row of one column has none, and then it is the comma. */
static char separator_find(const char *at, const char *end)
{
    static const char separators[] = ",;\t";
    size_t counts[3] = {0}, best = 0;
    bool quoted = false;
    while (at < end && is_line_end(*at)) at++;
    for (; at < end && (quoted || !is_line_end(*at)); at++) {
        if (*at == '"') quoted = !quoted;
        const char *found = quoted || !*at ? NULL : strchr(separators, *at);
        if (found) counts[found - separators]++;
    }
    for (size_t i = 1; i < 3; i++)
        if (counts[i] > counts[best]) best = i;
    return separators[best];
}

/* The start of a cell that is too long, cut between two characters. */
static size_t cell_length(const char *text, size_t length)
{
    return length <= CSV_CELL_BYTES_MAX ? length : utf8_valid_length(text, CSV_CELL_BYTES_MAX);
}

/* The length of the space or line end at the start or the end of a text; 0: there is none. */
static size_t space_length(const char *text, size_t length, bool at_end)
{
    uint32_t character = 0;
    if (length == 0) return 0;
    size_t start = at_end ? utf8_prev(text, length) : 0;
    size_t step = utf8_decode(text + start, length - start, &character);
    bool is_space = character == ' ' || character == '\n' || character == '\r' || is_odd_space(character);
    return step > 0 && is_space ? step : 0;
}

const char *csv_trimmed(Arena *arena, const char *text, size_t length)
{
    for (size_t step; (step = space_length(text, length, false)) > 0; length -= step) text += step;
    for (size_t step; (step = space_length(text, length, true)) > 0;) length -= step;
    return arena_copy_bytes(arena, text, length);
}

const char *csv_plain(Arena *arena, const char *text)
{
    char *plain = arena_copy(arena, text), *out = plain;
    while (*text) {
        size_t space = space_length(text, strlen(text), false), step = space > 0 ? space : 1;
        if (space > 0)
            *out++ = ' ';
        else
            *out++ = *text;
        text += step;
    }
    *out = '\0';
    return plain;
}

/* From after the opening quote to after the closing one; "" within is a quote. */
static const char *quoted_read(CsvReader *reader, size_t column)
{
    enum { ROOM = CSV_CELL_BYTES_MAX + 1 }; /* one more, so that a longer cell is seen to be longer */
    size_t room = (size_t)(reader->end - reader->at), length = 0;
    char *text = arena_alloc(reader->arena, (room < ROOM ? room : ROOM) + 1);
    while (reader->at < reader->end) {
        char c = *reader->at++;
        if (c == '"' && (reader->at == reader->end || *reader->at != '"'))
            return csv_trimmed(reader->arena, text, cell_length(text, length));
        if (c == '"') reader->at++;
        if (c == '\r') continue;
        if (length < ROOM) text[length++] = c;
    }
    diag_error(reader->diags, csv_mark(reader, reader->row, column), "csv-quote", "close it with another \"",
               "a quotation mark opens this cell, and none closes it");
    reader->broken = true;
    return csv_trimmed(reader->arena, text, cell_length(text, length));
}

static const char *plain_read(const CsvReader *reader, const char *from, const char *until)
{
    return csv_trimmed(reader->arena, from, cell_length(from, (size_t)(until - from)));
}

/* What YAML refuses, a table may not have either: control characters, and those that turn the direction of the text. */
static const char *cell_clean(const CsvReader *reader, const char *text, size_t column)
{
    uint32_t character;
    char *clean = NULL, *out = NULL; /* a copy, from the first that is left out on */
    for (const char *c = text; *c;) {
        size_t length = utf8_decode(c, strlen(c), &character);
        CHECK(length > 0); /* the whole table was found to be UTF-8, and cells are cut between characters */
        c += length;
        if (fault_of(character) == FAULT_NONE) {
            if (out) out = (char *)memmove(out, c - length, length) + length;
            continue;
        }
        if (out) continue;
        clean = arena_copy(reader->arena, text);
        out = clean + (c - length - text);
        diag_error(reader->diags, csv_mark(reader, reader->row, column), "csv-character", "type the cell anew",
                   "there is a character in this cell that cannot be seen (U+%04X)", (unsigned)character);
    }
    if (!out) return text;
    *out = '\0';
    return clean;
}

static const char *cell_read(CsvReader *reader, size_t column)
{
    const char *cell = NULL;
    while (reader->at < reader->end && *reader->at == ' ') reader->at++;
    bool quoted = reader->at < reader->end && *reader->at == '"';
    if (quoted) {
        reader->at++;
        cell = quoted_read(reader, column);
    }
    const char *from = reader->at;
    while (reader->at < reader->end && *reader->at != reader->separator && !is_line_end(*reader->at)) reader->at++;
    const char *rest = plain_read(reader, from, reader->at);
    if (!quoted)
        cell = rest;
    else if (rest[0])
        diag_error(reader->diags, csv_mark(reader, reader->row, column), "csv-quote",
                   "write a quotation mark inside a cell twice: \"\"",
                   "there is text after the quotation mark that closes this cell");
    cell = cell_clean(reader, cell, column);
    return cell;
}

static void line_end_skip(CsvReader *reader)
{
    if (reader->at < reader->end && *reader->at == '\r') reader->at++;
    if (reader->at < reader->end && *reader->at == '\n') reader->at++;
}

bool csv_row(CsvReader *reader, CsvRow *row)
{
    if (reader->at == reader->end) return false;
    *row = (CsvRow){.number = ++reader->row};
    for (;;) {
        const char *cell = cell_read(reader, row->count);
        if (row->count < CSV_COLUMNS_MAX)
            row->cells[row->count++] = cell;
        else if (cell[0])
            row->too_many = true;
        if (reader->at == reader->end || is_line_end(*reader->at)) break;
        reader->at++;
    }
    line_end_skip(reader);
    return true;
}

/* Excel's own first line, which says what stands between cells: "sep=;". */
static void separator_line_skip(CsvReader *reader)
{
    static const char start[] = "sep=";
    size_t length = sizeof(start) - 1, left = (size_t)(reader->end - reader->at);
    if (left <= length || memcmp(reader->at, start, length) != 0 || is_line_end(reader->at[length])) return;
    if (left > length + 1 && !is_line_end(reader->at[length + 1])) return;
    reader->separator = reader->at[length];
    reader->at += length + 1;
    reader->row++;
    line_end_skip(reader);
}

/* Windows' own encoding has bytes that are no UTF-8; UTF-16 starts with FF FE or FE FF. */
static bool encoding_check(const CsvReader *reader, const char *bytes, size_t count)
{
    static const char hint[] = "in Excel choose Save As, \"CSV UTF-8\"; in LibreOffice choose the character set UTF-8";
    size_t valid = utf8_valid_length(bytes, count);
    if (valid == count && !memchr(bytes, '\0', count)) return true;
    int row = 1;
    const char *stop = valid < count ? bytes + valid : memchr(bytes, '\0', count);
    for (const char *c = bytes; c < stop; c++)
        if (*c == '\n') row++;
    return diag_error(reader->diags, (Mark){reader->name, row, 1}, "csv-encoding", hint,
                      "this table is not saved as UTF-8, so letters such as é cannot be read");
}

bool csv_open(CsvReader *reader, Arena *arena, const char *name, const char *bytes, size_t count, Diags *diags)
{
    static const char mark[] = "\xEF\xBB\xBF";
    if (count >= 3 && memcmp(bytes, mark, 3) == 0) bytes += 3, count -= 3;
    *reader = (CsvReader){.arena = arena, .name = name, .at = bytes, .end = bytes + count, .diags = diags};
    if (!encoding_check(reader, bytes, count)) return false;
    reader->separator = separator_find(bytes, reader->end);
    separator_line_skip(reader);
    return true;
}
