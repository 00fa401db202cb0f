#include "yaml/schema_parts.h"

#include <string.h>

#include "base/mem.h"

const Field *schema_row(const Schema *schema, size_t i)
{
    if (schema->row) return schema->row(i);
    return schema->fields && schema->fields[i].key ? &schema->fields[i] : NULL;
}

const Field *schema_find(const Schema *schema, const char *key)
{
    const Field *field;
    for (size_t i = 0; (field = schema_row(schema, i)) != NULL; i++)
        if (strcmp(field->key, key) == 0) return field;
    return NULL;
}

Mark ynode_place(const YNode *node) { return node->key ? node->key_at : node->at; }

size_t field_choice_count(const Field *field)
{
    size_t count = 0;
    while (field->choices[count]) count++;
    return count;
}

bool field_allows_empty(const Field *field) { return (field->flags & FIELD_ALLOW_EMPTY) != 0; }

const char *list_words(Arena *arena, const char *const *words, size_t count)
{
    enum { WORDS_MAX = 16 };
    const char *list = "";
    for (size_t i = 0; i < count && i < WORDS_MAX; i++)
        list = arena_format(arena, "%s%s%s", list, i > 0 ? ", " : "", words[i]);
    return count > WORDS_MAX ? arena_format(arena, "%s ...", list) : list;
}

bool schema_is_among(const Schema *const *known, size_t count, const Schema *schema)
{
    for (size_t i = 0; i < count; i++)
        if (known[i] == schema) return true;
    return false;
}

const Schema **schema_reach(Arena *arena, const Schema *const *schemas, size_t schema_count, size_t *count)
{
    enum { SCHEMAS_MAX = 256 };
    const Schema **known = ARENA_ARRAY(arena, const Schema *, SCHEMAS_MAX);
    *count = 0;
    for (size_t i = 0; i < schema_count; i++) known[(*count)++] = schemas[i];
    for (size_t at = 0; at < *count; at++) {
        const Field *field;
        for (size_t i = 0; (field = schema_row(known[at], i)) != NULL; i++) {
            if (!field->schema || schema_is_among(known, *count, field->schema)) continue;
            CHECK(*count < SCHEMAS_MAX);
            known[(*count)++] = field->schema;
        }
    }
    return known;
}
