#include "base/embed.h"

#include <string.h>

/* The table that embed.sh writes: ends with a NULL name. */
typedef struct EmbedEntry {
    const char *name;
    const char *start, *end;
} EmbedEntry;
extern const EmbedEntry embed_entries[];

bool embed_find(const char *name, Bytes *out)
{
    for (const EmbedEntry *entry = embed_entries; entry->name; entry++) {
        if (strcmp(entry->name, name) != 0) continue;
        *out = (Bytes){entry->start, (size_t)(entry->end - entry->start)};
        return true;
    }
    return false;
}

const char *embed_name(size_t i)
{
    for (const EmbedEntry *entry = embed_entries; entry->name; entry++)
        if (i-- == 0) return entry->name;
    return NULL;
}
