#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "yaml/schema_parts.h"

/* Editors read YAML 1.2 and give plain values types of their own, while to us all of it is text: "2026" and
 * "true" are texts, and "yes" is a boolean. The types here are what an editor sees for what we accept. */
static const char text_types[] = "\"string\", \"number\", \"boolean\"";

typedef struct Printer {
    FILE *out;
    int depth;
    bool has_member; /* in the object at hand, so that the next one needs a comma before it */
    const Schema **schemas;
    size_t schema_count;
} Printer;

static void next_line(Printer *printer)
{
    fprintf(printer->out, "%s\n%*s", printer->has_member ? "," : "", 2 * printer->depth, "");
    printer->has_member = true;
}

static void begin(Printer *printer, const char *key)
{
    next_line(printer);
    json_print_text(key, printer->out);
    fputs(": {", printer->out);
    printer->depth++;
    printer->has_member = false;
}

static void end(Printer *printer)
{
    printer->depth--;
    if (printer->has_member) fprintf(printer->out, "\n%*s", 2 * printer->depth, "");
    fputc('}', printer->out);
    printer->has_member = true;
}

static void print_key(Printer *printer, const char *key)
{
    next_line(printer);
    json_print_text(key, printer->out);
    fputs(": ", printer->out);
}

static void print_text(Printer *printer, const char *key, const char *text)
{
    print_key(printer, key);
    json_print_text(text, printer->out);
}

static void print_number(Printer *printer, const char *key, int number)
{
    print_key(printer, key);
    fprintf(printer->out, "%d", number);
}

static void print_raw(Printer *printer, const char *key, const char *json)
{
    print_key(printer, key);
    fputs(json, printer->out);
}

/* The name of a schema's definition: its own, with a number where another one met earlier is called the same. */
static void print_reference(Printer *printer, const Schema *schema, const char *before, const char *after)
{
    int same = 1;
    for (size_t i = 0; printer->schemas[i] != schema; i++)
        if (strcmp(printer->schemas[i]->name, schema->name) == 0) same++;
    fputs(before, printer->out);
    for (const char *c = schema->name; *c; c++) fputc(*c == ' ' ? '-' : *c, printer->out);
    if (same > 1) fprintf(printer->out, "-%d", same);
    fputs(after, printer->out);
}

static void print_reference_to(Printer *printer, const Schema *schema)
{
    print_key(printer, "$ref");
    print_reference(printer, schema, "\"#/definitions/", "\"");
}

static void print_count(Printer *printer, const Field *field, const char *least, const char *most)
{
    if (field->min > 0) print_number(printer, least, field->min);
    if (field->max > 0) print_number(printer, most, field->max);
}

static void print_text_type(Printer *printer, const Field *field)
{
    bool may_be_empty = field_allows_empty(field);
    print_key(printer, "type");
    fprintf(printer->out, "[%s%s]", text_types, may_be_empty ? ", \"null\"" : "");
    if (!may_be_empty) print_number(printer, "minLength", field->min > 1 ? field->min : 1);
    if (field->max > 0) print_number(printer, "maxLength", field->max);
}

static void print_choices(Printer *printer, const Field *field)
{
    print_key(printer, "enum");
    for (size_t i = 0; field->choices[i]; i++) {
        fputs(i > 0 ? ", " : "[", printer->out);
        json_print_text(field->choices[i], printer->out);
    }
    fputs(field->type == FIELD_CHOICE && field_allows_empty(field) ? ", \"\", null]" : "]", printer->out);
}

static void print_type(Printer *printer, const char *type, bool may_be_empty)
{
    print_key(printer, "type");
    fprintf(printer->out, may_be_empty ? "[\"%s\", \"null\"]" : "\"%s\"", type);
}

static void print_list(Printer *printer, const Field *field)
{
    /* What a FIELD_NODE holds is its loader's business: it may be something else than a list, too. */
    if (field->type != FIELD_NODE) print_type(printer, "array", field_allows_empty(field));
    print_count(printer, field, "minItems", "maxItems");
    begin(printer, "items");
    if (field->type == FIELD_TEXTS) {
        Field item = {.type = FIELD_TEXT, .max = field->item_max};
        print_text_type(printer, &item);
    } else if (field->type == FIELD_CHOICES) {
        print_choices(printer, field);
    } else {
        print_reference_to(printer, field->schema);
    }
    end(printer);
    if (field->type == FIELD_CHOICES) print_raw(printer, "uniqueItems", "true");
}

static void print_map(Printer *printer, const Field *field)
{
    print_type(printer, "object", field_allows_empty(field));
    print_count(printer, field, "minProperties", "maxProperties");
    begin(printer, "additionalProperties");
    print_reference_to(printer, field->schema);
    end(printer);
}

static void print_words(Printer *printer, const Field *field)
{
    print_key(printer, "type");
    fprintf(printer->out, "[%s, \"object\"%s]", text_types, field_allows_empty(field) ? ", \"null\"" : "");
    if (field->max > 0) print_number(printer, "maxLength", field->max);
    begin(printer, "propertyNames");
    print_text(printer, "pattern", "^[a-z]{2,3}(-[A-Za-z0-9]{2,})*$");
    end(printer);
    begin(printer, "additionalProperties");
    print_text_type(printer, field);
    end(printer);
}

/* `allOf`, because whatever stands beside a plain $ref is ignored. */
static void print_object(Printer *printer, const Field *field)
{
    if (field_allows_empty(field)) print_raw(printer, "type", "[\"object\", \"null\"]");
    print_key(printer, field_allows_empty(field) ? "anyOf" : "allOf");
    print_reference(printer, field->schema, "[{\"$ref\": \"#/definitions/", "\"}");
    fputs(field_allows_empty(field) ? ", {\"type\": \"null\"}]" : "]", printer->out);
}

static void print_value(Printer *printer, const Field *field)
{
    bool may_be_empty = field_allows_empty(field);
    switch (field->type) {
    case FIELD_TEXT: print_text_type(printer, field); break;
    case FIELD_INT:
        print_type(printer, "integer", may_be_empty);
        print_number(printer, "minimum", field->min);
        if (field->max > 0) print_number(printer, "maximum", field->max);
        break;
    case FIELD_BOOL:
        print_raw(printer, "enum",
                  may_be_empty ? "[\"yes\", \"no\", true, false, null]" : "[\"yes\", \"no\", true, false]");
        break;
    case FIELD_DATE:
        print_type(printer, "string", may_be_empty);
        print_text(printer, "pattern", may_be_empty ? "^(\\d{4}-\\d{2}-\\d{2})?$" : "^\\d{4}-\\d{2}-\\d{2}$");
        break;
    case FIELD_TIME:
        print_type(printer, "string", may_be_empty);
        print_text(printer, "pattern", may_be_empty ? "^(([01]\\d|2[0-3]):[0-5]\\d)?$" : "^([01]\\d|2[0-3]):[0-5]\\d$");
        break;
    case FIELD_CHOICE: print_choices(printer, field); break;
    case FIELD_OBJECT: print_object(printer, field); break;
    case FIELD_TEXTS:
    case FIELD_CHOICES:
    case FIELD_LIST: print_list(printer, field); break;
    case FIELD_MAP: print_map(printer, field); break;
    case FIELD_WORDS: print_words(printer, field); break;
    case FIELD_NODE:
        if (field->schema) print_list(printer, field);
        break;
    }
}

/* Examples of lists and groups are YAML and not JSON, so they stand in the description. */
static void print_description(Printer *printer, Arena *scratch, const Field *field)
{
    bool is_single = field->type == FIELD_TEXT || field->type == FIELD_DATE || field->type == FIELD_TIME ||
                     field->type == FIELD_CHOICE || field->type == FIELD_BOOL || field->type == FIELD_INT;
    const char *doc = field->doc ? field->doc : "";
    if (!field->example) {
        print_text(printer, "description", doc);
    } else if (is_single) {
        print_text(printer, "description", doc);
        print_key(printer, "examples");
        fputc('[', printer->out);
        if (field->type == FIELD_INT)
            fputs(field->example, printer->out);
        else
            json_print_text(field->example, printer->out);
        fputc(']', printer->out);
    } else {
        print_text(printer, "description", arena_format(scratch, "%s\nExample: %s", doc, field->example));
    }
}

static void print_properties(Printer *printer, Arena *scratch, const Schema *schema)
{
    const Field *field;
    begin(printer, "properties");
    for (size_t i = 0; (field = schema_row(schema, i)) != NULL; i++) {
        begin(printer, field->key);
        print_description(printer, scratch, field);
        print_value(printer, field);
        end(printer);
    }
    end(printer);
}

static void print_required(Printer *printer, const Schema *schema)
{
    const Field *field;
    bool is_first = true;
    for (size_t i = 0; (field = schema_row(schema, i)) != NULL; i++) {
        if (!(field->flags & FIELD_REQUIRED)) continue;
        if (is_first) print_key(printer, "required");
        fputs(is_first ? "[" : ", ", printer->out);
        json_print_text(field->key, printer->out);
        is_first = false;
    }
    if (!is_first) fputc(']', printer->out);
}

static void print_schema(Printer *printer, Arena *scratch, const Schema *schema)
{
    next_line(printer);
    print_reference(printer, schema, "\"", "\": {");
    printer->depth++;
    printer->has_member = false;
    print_text(printer, "description", schema->doc ? schema->doc : schema->name);
    print_raw(printer, "type", "\"object\"");
    print_raw(printer, "additionalProperties", "false");
    print_properties(printer, scratch, schema);
    if (schema->one_key) {
        print_number(printer, "minProperties", 1);
        print_number(printer, "maxProperties", 1);
    } else {
        print_required(printer, schema);
    }
    end(printer);
}

void schema_print_json(const Schema *const *schemas, size_t count, FILE *out)
{
    Arena scratch = {0};
    Printer printer = {.out = out, .depth = 1};
    printer.schemas = schema_reach(&scratch, schemas, count, &printer.schema_count);
    fputc('{', out);
    print_raw(&printer, "$schema", "\"http://json-schema.org/draft-07/schema#\"");
    if (count == 1) {
        print_text(&printer, "title", schemas[0]->name);
        print_reference_to(&printer, schemas[0]);
    } else {
        print_key(&printer, "anyOf");
        for (size_t i = 0; i < count; i++)
            print_reference(&printer, schemas[i],
                            i > 0 ? ", {\"$ref\": \"#/definitions/" : "[{\"$ref\": \"#/definitions/", "\"}");
        fputc(']', out);
    }
    begin(&printer, "definitions");
    for (size_t i = 0; i < printer.schema_count; i++) print_schema(&printer, &scratch, printer.schemas[i]);
    end(&printer);
    fputs("\n}\n", out);
    arena_free(&scratch);
}
