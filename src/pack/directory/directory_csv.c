/* directory_csv.c - what a spreadsheet saves: a table to the tree that YAML would have given.
 *
 * Comma, semicolon or tab between cells, quotes round any of them, with or without a byte order mark. The first row
 * names the columns. From here on the same field tables read it, so a table and a YAML file are held to the same. */
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "pack/directory/directory.h"
#include "yaml/excerpt.h"
#include "yaml/source.h"

enum { COLUMNS_MAX = 64, CELL_BYTES_MAX = 4096 }; /* of a cell; no field of a therapist is half as long */

typedef struct Cell {
    const char *text; /* without spaces around it; "" for an empty one */
} Cell;

typedef struct Row {
    Cell cells[COLUMNS_MAX];
    size_t count;
    bool too_many; /* more cells than any table has */
    int number;    /* from 1, as a spreadsheet counts */
} Row;

typedef struct Column {
    const Field *field; /* NULL: nothing is read from it */
    const char *lang;   /* of "note-fr"; NULL */
} Column;

typedef struct Table {
    Arena *arena;
    const char *name;
    const char *at, *end;
    char separator;
    int row; /* the last that was read */
    const Schema *schema;
    Column columns[COLUMNS_MAX];
    size_t column_count;
    Diags *diags;
    bool broken; /* where cells end is not known any more */
} Table;

static Mark cell_mark(const Table *table, int row, size_t column) { return (Mark){table->name, row, (int)column + 1}; }

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
    return length <= CELL_BYTES_MAX ? length : utf8_valid_length(text, CELL_BYTES_MAX);
}

static const char *trimmed(Arena *arena, const char *text, size_t length)
{
    while (length > 0 && (text[0] == ' ' || is_line_end(text[0]))) text++, length--;
    while (length > 0 && (text[length - 1] == ' ' || is_line_end(text[length - 1]))) length--;
    return arena_copy_bytes(arena, text, length);
}

/* From after the opening quote to after the closing one; "" within is a quote. */
static const char *quoted_read(Table *table, size_t column)
{
    enum { ROOM = CELL_BYTES_MAX + 1 }; /* one more, so that a longer cell is seen to be longer */
    size_t room = (size_t)(table->end - table->at), length = 0;
    char *text = arena_alloc(table->arena, (room < ROOM ? room : ROOM) + 1);
    while (table->at < table->end) {
        char c = *table->at++;
        if (c == '"' && (table->at == table->end || *table->at != '"'))
            return trimmed(table->arena, text, cell_length(text, length));
        if (c == '"') table->at++;
        if (c == '\r') continue;
        if (length < ROOM) text[length++] = c;
    }
    diag_error(table->diags, cell_mark(table, table->row, column), "csv-quote", "close it with another \"",
               "a quotation mark opens this cell, and none closes it");
    table->broken = true;
    return trimmed(table->arena, text, cell_length(text, length));
}

static const char *plain_read(const Table *table, const char *from, const char *until)
{
    return trimmed(table->arena, from, cell_length(from, (size_t)(until - from)));
}

/* What YAML refuses, a table may not have either: control characters, and those that turn the direction of the text. */
static const char *cell_clean(const Table *table, const char *text, size_t column)
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
        clean = arena_copy(table->arena, text);
        out = clean + (c - length - text);
        diag_error(table->diags, cell_mark(table, table->row, column), "csv-character", "type the cell anew",
                   "there is a character in this cell that cannot be seen (U+%04X)", (unsigned)character);
    }
    if (!out) return text;
    *out = '\0';
    return clean;
}

static Cell cell_read(Table *table, size_t column)
{
    Cell cell;
    while (table->at < table->end && *table->at == ' ') table->at++;
    bool quoted = table->at < table->end && *table->at == '"';
    if (quoted) {
        table->at++;
        cell.text = quoted_read(table, column);
    }
    const char *from = table->at;
    while (table->at < table->end && *table->at != table->separator && !is_line_end(*table->at)) table->at++;
    const char *rest = plain_read(table, from, table->at);
    if (!quoted)
        cell.text = rest;
    else if (rest[0])
        diag_error(table->diags, cell_mark(table, table->row, column), "csv-quote",
                   "write a quotation mark inside a cell twice: \"\"",
                   "there is text after the quotation mark that closes this cell");
    cell.text = cell_clean(table, cell.text, column);
    return cell;
}

static void line_end_skip(Table *table)
{
    if (table->at < table->end && *table->at == '\r') table->at++;
    if (table->at < table->end && *table->at == '\n') table->at++;
}

/* False at the end. */
static bool row_read(Table *table, Row *row)
{
    if (table->at == table->end) return false;
    *row = (Row){.number = ++table->row};
    for (;;) {
        Cell cell = cell_read(table, row->count);
        if (row->count < COLUMNS_MAX)
            row->cells[row->count++] = cell;
        else if (cell.text[0])
            row->too_many = true;
        if (table->at == table->end || is_line_end(*table->at)) break;
        table->at++;
    }
    line_end_skip(table);
    return true;
}

static bool row_is_blank(const Row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].text[0]) return false;
    return true;
}

/* "Distance KM" to "distance-km". */
static char *heading_key(Arena *arena, const char *text)
{
    char *key = arena_copy(arena, text);
    for (char *c = key; *c; c++) {
        *c = ascii_lower(*c);
        if (*c == ' ' || *c == '_') *c = '-';
    }
    return key;
}

static const Field *field_find(const Schema *schema, const char *key, size_t length)
{
    for (const Field *field = schema->fields; field->key; field++)
        if (strlen(field->key) == length && strncmp(field->key, key, length) == 0) return field;
    return NULL;
}

/* "note-fr" is the French of "note". */
static Column column_of(Arena *arena, const Schema *schema, const char *key)
{
    const Field *field = field_find(schema, key, strlen(key));
    if (field) return (Column){field, NULL};
    for (const char *dash = strchr(key, '-'); dash; dash = strchr(dash + 1, '-')) {
        field = field_find(schema, key, (size_t)(dash - key));
        if (field && field->type == FIELD_WORDS && dash[1]) return (Column){field, arena_copy(arena, dash + 1)};
    }
    return (Column){0};
}

static void heading_unknown(Table *table, size_t column, const char *text, const char *key)
{
    const char *names[COLUMNS_MAX];
    size_t count = 0;
    for (const Field *field = table->schema->fields; field->key && count < COLUMNS_MAX; field++)
        names[count++] = field->key;
    const char *nearest = schema_nearest(key, names, count);
    Arena scratch = {0};
    const char *hint = nearest ? arena_format(&scratch, "did you mean \"%s\"? or take the column out", nearest)
                               : "take the column out, or call it by a key of the format";
    diag_error(table->diags, cell_mark(table, 1, column), "unknown-column", hint, "there is no column \"%s\"",
               excerpt(&scratch, text, strlen(text), EXCERPT_CHARACTERS));
    arena_free(&scratch);
}

static bool same_column(const Column *a, const Column *b)
{
    if (!a->field || a->field != b->field) return false;
    return a->lang && b->lang ? strcmp(a->lang, b->lang) == 0 : a->lang == b->lang;
}

static void heading_read(Table *table, size_t column, const char *text)
{
    const char *key = heading_key(table->arena, text);
    table->columns[column] = column_of(table->arena, table->schema, key);
    if (!table->columns[column].field) heading_unknown(table, column, text, key);
    for (size_t before = 0; before < column; before++) {
        if (!same_column(&table->columns[before], &table->columns[column])) continue;
        diag_error(table->diags, cell_mark(table, 1, column), "column-twice", "keep one of them",
                   "there are two columns \"%s\"", key);
        table->columns[column] = (Column){0};
    }
}

static bool headings_read(Table *table)
{
    Row row;
    do {
        if (!row_read(table, &row))
            return diag_error(table->diags, (Mark){table->name, 0, 0}, "csv-empty",
                              "put the names of the columns in the first row", "this table is empty");
    } while (row_is_blank(&row));
    table->column_count = row.count;
    for (size_t i = 0; i < row.count; i++)
        if (row.cells[i].text[0]) heading_read(table, i, row.cells[i].text);
    for (const Field *field = table->schema->fields; field->key; field++) {
        bool is_there = !(field->flags & FIELD_REQUIRED);
        for (size_t i = 0; i < row.count && !is_there; i++) is_there = table->columns[i].field == field;
        if (!is_there)
            return diag_error(table->diags, cell_mark(table, row.number, 0), "missing-column",
                              "add it to the first row", "there is no column \"%s\"", field->key);
    }
    return true;
}

static YNode *node_new(Table *table, YKind kind, int row, size_t column)
{
    YNode *node = ARENA_NEW(table->arena, YNode);
    node->kind = kind;
    node->at = node->key_at = cell_mark(table, row, column);
    return node;
}

static void node_add(YNode *parent, YNode ***tail, YNode *child)
{
    **tail = child;
    *tail = &child->next;
    parent->count++;
}

/* "couples; anxiety" or "couples, anxiety": where there is a semicolon, a comma is part of the text. */
static YNode *list_node(Table *table, const char *text, int row, size_t column)
{
    YNode *list = node_new(table, Y_LIST, row, column), **tail = &list->first;
    const char *between = strchr(text, ';') ? ";" : ",";
    while (*text) {
        size_t length = strcspn(text, between);
        YNode *item = node_new(table, Y_TEXT, row, column);
        item->text = trimmed(table->arena, text, length);
        if (item->text[0]) node_add(list, &tail, item);
        text += length + (text[length] ? 1 : 0);
    }
    return list;
}

/* Spreadsheets write TRUE, and people Yes. */
static const char *lower_case(Arena *arena, const char *text)
{
    char *lower = arena_copy(arena, text);
    str_lower_ascii(lower);
    return lower;
}

static YNode *value_node(Table *table, const Field *field, const char *text, int row, size_t column)
{
    if (field->type == FIELD_TEXTS) return list_node(table, text, row, column);
    YNode *node = node_new(table, Y_TEXT, row, column);
    bool is_word = field->type == FIELD_BOOL || field->type == FIELD_CHOICE;
    node->text = is_word ? lower_case(table->arena, text) : text;
    return node;
}

static YNode *child_find(YNode *map, const char *key)
{
    for (YNode *child = map->first; child; child = child->next)
        if (strcmp(child->key, key) == 0) return child;
    return NULL;
}

static void cell_add(Table *table, YNode *map, YNode ***tail, const Row *row, size_t i)
{
    const Column *column = &table->columns[i];
    YNode *value = value_node(table, column->field, row->cells[i].text, row->number, i);
    if (!column->lang) {
        value->key = column->field->key;
        if (!child_find(map, value->key)) node_add(map, tail, value);
        return;
    }
    YNode *words = child_find(map, column->field->key);
    if (!words) {
        words = node_new(table, Y_MAP, row->number, i);
        words->key = column->field->key;
        node_add(map, tail, words);
    }
    if (words->kind != Y_MAP) return; /* "note" and "note-fr": the plain one is for all languages */
    YNode **last = &words->first;
    while (*last) last = &(*last)->next;
    value->key = column->lang;
    node_add(words, &last, value);
}

static YNode *row_node(Table *table, const Row *row)
{
    YNode *map = node_new(table, Y_MAP, row->number, 0), **tail = &map->first;
    map->key_at = (Mark){0};
    for (size_t i = 0; i < row->count; i++) {
        if (!row->cells[i].text[0]) continue;
        if (i >= table->column_count || row->too_many) {
            diag_error(table->diags, cell_mark(table, row->number, i), "csv-cells",
                       "put quotation marks round a cell with a comma in it",
                       "row %d has more cells than there are columns", row->number);
            return map;
        }
        if (table->columns[i].field) cell_add(table, map, &tail, row, i);
    }
    return map;
}

/* Windows' own encoding has bytes that are no UTF-8; UTF-16 starts with FF FE or FE FF. */
static bool encoding_check(const Table *table, const char *bytes, size_t count)
{
    static const char hint[] = "in Excel choose Save As, \"CSV UTF-8\"; in LibreOffice choose the character set UTF-8";
    size_t valid = utf8_valid_length(bytes, count);
    if (valid == count && !memchr(bytes, '\0', count)) return true;
    int row = 1;
    const char *stop = valid < count ? bytes + valid : memchr(bytes, '\0', count);
    for (const char *c = bytes; c < stop; c++)
        if (*c == '\n') row++;
    return diag_error(table->diags, (Mark){table->name, row, 1}, "csv-encoding", hint,
                      "this table is not saved as UTF-8, so letters such as é cannot be read");
}

const YNode *csv_parse(Arena *arena, const char *name, const char *bytes, size_t count, const Schema *schema,
                       Diags *diags)
{
    static const char mark[] = "\xEF\xBB\xBF";
    if (count >= 3 && memcmp(bytes, mark, 3) == 0) bytes += 3, count -= 3;
    Table *table = ARENA_NEW(arena, Table);
    *table = (Table){.arena = arena,
                     .name = arena_copy(arena, name),
                     .at = bytes,
                     .end = bytes + count,
                     .schema = schema,
                     .diags = diags};
    if (!encoding_check(table, bytes, count)) return NULL;
    table->separator = separator_find(bytes, table->end);
    if (!headings_read(table) || table->broken) return NULL;
    YNode *list = node_new(table, Y_LIST, 1, 0), **tail = &list->first;
    Row *row = ARENA_NEW(arena, Row);
    while (row_read(table, row)) {
        if (table->broken) return NULL;
        if (row_is_blank(row)) continue;
        if (list->count == DIRECTORY_PEOPLE_MAX) {
            diag_error(diags, cell_mark(table, row->number, 0), "too-many-people", "take some out",
                       "a list has at most %d people", DIRECTORY_PEOPLE_MAX);
            break;
        }
        node_add(list, &tail, row_node(table, row));
    }
    return list;
}
