/* directory_csv.c - what a spreadsheet saves: a table to the tree that YAML would have given.
 *
 * Comma, semicolon or tab between cells, quotes round any of them, with or without a byte order mark. The first row
 * names the columns. From here on the same field tables read it, so a table and a YAML file are held to the same. */
#include <string.h>

#include "base/str.h"
#include "pack/directory/csv_rows.h"
#include "pack/directory/directory.h"
#include "yaml/excerpt.h"

typedef struct Column {
    const Field *field; /* NULL: nothing is read from it */
    const char *lang;   /* of "note-fr"; NULL */
} Column;

typedef struct Table {
    CsvReader rows;
    Arena *arena;
    const Schema *schema;
    Column columns[CSV_COLUMNS_MAX];
    size_t column_count;
    int heading_row;
    Diags *diags;
} Table;

static Mark cell_mark(const Table *table, int row, size_t column) { return csv_mark(&table->rows, row, column); }

static bool row_is_blank(const CsvRow *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i][0]) return false;
    return true;
}

/* "Distance KM" to "distance-km". */
static char *heading_key(Arena *arena, const char *text)
{
    char *key = arena_copy(arena, csv_plain(arena, text));
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
    const char *names[CSV_COLUMNS_MAX];
    size_t count = 0;
    for (const Field *field = table->schema->fields; field->key && count < CSV_COLUMNS_MAX; field++)
        names[count++] = field->key;
    const char *nearest = schema_nearest(key, names, count);
    Arena scratch = {0};
    const char *hint = nearest ? arena_format(&scratch, "did you mean \"%s\"? or take the column out", nearest)
                               : "take the column out, or call it by a key of the format";
    diag_error(table->diags, cell_mark(table, table->heading_row, column), "unknown-column", hint,
               "there is no column \"%s\"", excerpt(&scratch, text, strlen(text), EXCERPT_CHARACTERS));
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
        diag_error(table->diags, cell_mark(table, table->heading_row, column), "column-twice", "keep one of them",
                   "there are two columns \"%s\"", key);
        table->columns[column] = (Column){0};
    }
}

static bool headings_read(Table *table)
{
    CsvRow row;
    do {
        if (!csv_row(&table->rows, &row))
            return diag_error(table->diags, (Mark){table->rows.name, 0, 0}, "csv-empty",
                              "put the names of the columns in the first row", "this table is empty");
    } while (row_is_blank(&row));
    table->column_count = row.count;
    table->heading_row = row.number;
    for (size_t i = 0; i < row.count; i++)
        if (row.cells[i][0]) heading_read(table, i, row.cells[i]);
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

/* "couples; anxiety", "couples, anxiety", or each in a line of its own: where there is a semicolon, a comma is part of
 * the text. */
static YNode *list_node(Table *table, const char *text, int row, size_t column)
{
    YNode *list = node_new(table, Y_LIST, row, column), **tail = &list->first;
    const char *between = strchr(text, ';') ? ";\n" : ",\n";
    while (*text) {
        size_t length = strcspn(text, between);
        YNode *item = node_new(table, Y_TEXT, row, column);
        item->text = csv_plain(table->arena, csv_trimmed(table->arena, text, length));
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
    if (field->type != FIELD_WORDS) text = csv_plain(table->arena, text);
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

static void cell_add(Table *table, YNode *map, YNode ***tail, const CsvRow *row, size_t i)
{
    const Column *column = &table->columns[i];
    YNode *value = value_node(table, column->field, row->cells[i], row->number, i);
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

static YNode *row_node(Table *table, const CsvRow *row)
{
    YNode *map = node_new(table, Y_MAP, row->number, 0), **tail = &map->first;
    map->key_at = (Mark){0};
    for (size_t i = 0; i < row->count; i++) {
        if (!row->cells[i][0]) continue;
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

/* What Excel writes where a formula went wrong, or a column is too narrow for its number. */
static bool is_excel_error(const char *text)
{
    static const char *const errors[] = {"#REF!",  "#N/A",  "#NAME?",  "#VALUE!", "#DIV/0!",
                                         "#NULL!", "#NUM!", "#SPILL!", "#CALC!",  "#NV"};
    for (size_t i = 0; i < ARRAY_LEN(errors); i++)
        if (strcmp(text, errors[i]) == 0) return true;
    return strlen(text) >= 3 && strspn(text, "#") == strlen(text);
}

static void formulas_check(const Table *table, const CsvRow *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (is_excel_error(row->cells[i]))
            diag_error(table->diags, cell_mark(table, row->number, i), "csv-formula",
                       "type what should stand in this cell, and save the table again",
                       "the spreadsheet has written \"%s\" here in place of a value", row->cells[i]);
}

const YNode *csv_parse(Arena *arena, const char *name, const char *bytes, size_t count, const Schema *schema,
                       Diags *diags)
{
    Table *table = ARENA_NEW(arena, Table);
    *table = (Table){.arena = arena, .schema = schema, .diags = diags};
    if (!csv_open(&table->rows, arena, arena_copy(arena, name), bytes, count, diags)) return NULL;
    if (!headings_read(table) || table->rows.broken) return NULL;
    YNode *list = node_new(table, Y_LIST, 1, 0), **tail = &list->first;
    CsvRow *row = ARENA_NEW(arena, CsvRow);
    while (csv_row(&table->rows, row)) {
        if (table->rows.broken) return NULL;
        if (row_is_blank(row)) continue;
        formulas_check(table, row);
        if (list->count == DIRECTORY_PEOPLE_MAX) {
            diag_error(diags, cell_mark(table, row->number, 0), "too-many-people", "take some out",
                       "a list has at most %d people", DIRECTORY_PEOPLE_MAX);
            break;
        }
        node_add(list, &tail, row_node(table, row));
    }
    if (list->count == 0)
        diag_warn(diags, cell_mark(table, table->heading_row, 0), "csv-no-people",
                  "add a row for each person, or write find-a-therapist: no under features in site.yaml",
                  "this table has headings and no people, so visitors find nobody");
    return list;
}
