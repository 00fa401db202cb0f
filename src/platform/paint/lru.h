/* lru.h - a hash table of bounded size that forgets what was used longest ago.
 *
 * Entries are the owner's structs with an LruEntry as their first member; the owner compares keys and frees. */
#ifndef HEARTH_LRU_H
#define HEARTH_LRU_H

#include "base/base.h"

typedef struct LruEntry LruEntry;
struct LruEntry {
    LruEntry *newer, *older; /* by use */
    LruEntry *next;          /* in the bucket */
    uint64_t hash;
    size_t cost;
};

enum { LRU_BUCKETS = 256 };

/* Zero-initialised is empty and ready. */
typedef struct Lru {
    LruEntry *newest, *oldest;
    LruEntry *buckets[LRU_BUCKETS];
    size_t cost; /* of all entries */
} Lru;

typedef bool (*LruMatches)(const LruEntry *entry, const void *key);

/* The entry with this hash and key, now the newest; NULL: none. */
LruEntry *lru_find(Lru *lru, uint64_t hash, LruMatches matches, const void *key);
/* Adds `entry` as the newest. There must be none with its key. */
void lru_add(Lru *lru, LruEntry *entry, uint64_t hash, size_t cost);
/* Takes `entry` out. Its memory stays the owner's. */
void lru_remove(Lru *lru, LruEntry *entry);

#endif
