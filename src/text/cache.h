/* cache.h - finished layouts, by everything that they depend on.
 *
 * Each is one block of memory, with its key: it never moves until it is dropped. */
#ifndef HEARTH_TEXT_CACHE_H
#define HEARTH_TEXT_CACHE_H

#include "text/text.h"

enum { CACHE_BUCKETS = 1024, CACHE_BYTES = 4 * 1024 * 1024 };

typedef struct CacheKey {
    const char *lang;
    const TextSpan *spans;
    size_t span_count;
    const TextStyle *style;
} CacheKey;

typedef struct CacheEntry CacheEntry;

/* Zero-initialised is empty and ready. */
typedef struct LayoutCache {
    CacheEntry *buckets[CACHE_BUCKETS];
    uint64_t frame;
    size_t used_bytes;
} LayoutCache;

/* NULL if it is not there. Counts as a use in this frame. */
const TextLayout *cache_find(LayoutCache *cache, const CacheKey *key);
/* Copies the layout and its key. The key must not be in the cache. */
const TextLayout *cache_add(LayoutCache *cache, const CacheKey *key, const TextLayout *layout);
/* Past CACHE_BYTES, drops what neither this frame nor the one before used. */
void cache_end_frame(LayoutCache *cache);
/* Overwrites and drops everything. */
void cache_wipe(LayoutCache *cache);

#endif
