#include "block/block.h"

#include <string.h>

int block_int(const Block *block, const char *key, int fallback)
{
    const Field *value = &block->type->value;
    if (value->type != FIELD_OBJECT || !value->schema) return fallback;
    for (const Field *field = value->schema->fields; field->key; field++) {
        if (field->type != FIELD_INT || strcmp(field->key, key) != 0) continue;
        int found = *(const int *)(const void *)((const char *)block->props + value->offset + field->offset);
        return found != 0 ? found : fallback;
    }
    return fallback;
}
