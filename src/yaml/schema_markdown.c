#include "yaml/schema_parts.h"

/* A cell of a table is one line, and "|" ends it. */
static void print_cell_with(const char *text, const char *line_end, FILE *out)
{
    for (const char *c = text; *c; c++) {
        if (*c == '|')
            fputs("\\|", out);
        else if (*c == '\n')
            fputs(line_end, out);
        else
            fputc(*c, out);
    }
}

static void print_cell(const char *text, FILE *out) { print_cell_with(text, "<br>", out); }

static void print_code(const char *text, FILE *out)
{
    fputc('`', out);
    print_cell_with(text, "`<br>`", out);
    fputc('`', out);
}

static const char *count_words(Arena *arena, const Field *field, const char *unit)
{
    if (field->min > 0 && field->max > 0) return arena_format(arena, ", %d to %d %s", field->min, field->max, unit);
    if (field->max > 0) return arena_format(arena, ", at most %d %s", field->max, unit);
    if (field->min > 0) return arena_format(arena, ", at least %d %s", field->min, unit);
    return "";
}

/* A link to the table of a schema, by the name that its heading gets. */
static const char *link_to(Arena *arena, const Schema *schema)
{
    char *anchor = arena_copy(arena, schema->name);
    for (char *c = anchor; *c; c++)
        if (*c == ' ') *c = '-';
    return arena_format(arena, "[%s](#%s)", schema->name, anchor);
}

/* What the value must be, as in "text, at most 60 characters". */
static const char *must_be(Arena *arena, const Field *field)
{
    const char *group = field->schema ? link_to(arena, field->schema) : "";
    const char *choices = field->choices ? list_words(arena, field->choices, field_choice_count(field)) : "";
    switch (field->type) {
    case FIELD_TEXT: return arena_format(arena, "text%s", count_words(arena, field, "characters"));
    case FIELD_INT:
        return field->max > 0 ? arena_format(arena, "a whole number, %d to %d", field->min, field->max)
                              : arena_format(arena, "a whole number, at least %d", field->min);
    case FIELD_BOOL: return "yes or no";
    case FIELD_DATE: return "a date, year-month-day";
    case FIELD_TIME: return "a time, 00:00 to 23:59";
    case FIELD_CHOICE: return arena_format(arena, "one of: %s", choices);
    case FIELD_CHOICES: return arena_format(arena, "a list of: %s%s", choices, count_words(arena, field, "items"));
    case FIELD_OBJECT: return arena_format(arena, "the keys of %s", group);
    case FIELD_LIST:
        return arena_format(arena, "a list%s, each with the keys of %s", count_words(arena, field, "items"), group);
    case FIELD_TEXTS:
        return field->item_max > 0 ? arena_format(arena, "a list of texts%s, each at most %d characters",
                                                  count_words(arena, field, "items"), field->item_max)
                                   : arena_format(arena, "a list of texts%s", count_words(arena, field, "items"));
    case FIELD_MAP:
        return arena_format(arena, "names%s, each with the keys of %s", count_words(arena, field, "of them"), group);
    case FIELD_WORDS:
        return arena_format(arena, "text, or one text for each language%s", count_words(arena, field, "characters"));
    case FIELD_NODE: return field->schema ? arena_format(arena, "a list, each a %s", group) : "see its description";
    }
    return "";
}

static void print_row(Arena *arena, const Schema *schema, const Field *field, FILE *out)
{
    fprintf(out, "| `%s` | ", field->key);
    print_cell(field->doc ? field->doc : "", out);
    fputs(" | ", out);
    if ((field->flags & FIELD_REQUIRED) && !schema->one_key) fputs("**required**; ", out);
    print_cell(must_be(arena, field), out);
    if (field_allows_empty(field)) fputs("; may be left empty", out);
    fputs(" | ", out);
    if (field->example) print_code(arena_format(arena, "%s: %s", field->key, field->example), out);
    fputs(" |\n", out);
}

static void print_table(Arena *arena, const Schema *schema, const char *heading, FILE *out)
{
    const Field *field;
    fprintf(out, "%s %s\n\n", heading, schema->name);
    if (schema->doc) fprintf(out, "%s\n\n", schema->doc);
    if (schema->one_key) fputs("Exactly one of these keys:\n\n", out);
    fputs("| key | what | must be | example |\n| --- | --- | --- | --- |\n", out);
    for (size_t i = 0; (field = schema_row(schema, i)) != NULL; i++) print_row(arena, schema, field, out);
    fputc('\n', out);
}

void schema_print_markdown(const Schema *const *schemas, size_t count, FILE *out)
{
    Arena scratch = {0};
    size_t all_count, printed_count = 0;
    (void)schema_reach(&scratch, schemas, count, &all_count);
    const Schema **printed = ARENA_ARRAY(&scratch, const Schema *, all_count);
    for (size_t i = 0; i < count; i++) {
        size_t part_count;
        const Schema **parts = schema_reach(&scratch, &schemas[i], 1, &part_count);
        for (size_t j = 0; j < part_count; j++) {
            if (schema_is_among(printed, printed_count, parts[j])) continue;
            print_table(&scratch, parts[j], j == 0 ? "##" : "###", out);
            printed[printed_count++] = parts[j];
        }
    }
    arena_free(&scratch);
}
