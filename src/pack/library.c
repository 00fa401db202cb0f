#include <stdlib.h>
#include <string.h>

#include "pack/pack.h"
#include "pack/page_cache.h"

void library_close(Library *library)
{
    for (size_t i = 0; i < library->count; i++) pack_close(library->packs[i]);
    free(library->packs);
    *library = (Library){0};
}

void library_forget_pages(Library *library)
{
    for (size_t i = 0; i < library->count; i++) page_cache_wipe(library->packs[i]->cache);
}

Pack *library_find(const Library *library, const char *ref, const char **id)
{
    const char *slash = strchr(ref, '/');
    *id = slash ? slash + 1 : ref;
    if (!slash) return library->count > 0 ? library->packs[0] : NULL;
    size_t length = (size_t)(slash - ref);
    for (size_t i = 0; i < library->count; i++) {
        const char *pack_id = library->packs[i]->id;
        if (strlen(pack_id) == length && memcmp(pack_id, ref, length) == 0) return library->packs[i];
    }
    return NULL;
}
