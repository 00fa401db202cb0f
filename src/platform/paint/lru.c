#include "platform/paint/lru.h"

static void entry_unlink(Lru *lru, LruEntry *entry)
{
    if (entry->newer)
        entry->newer->older = entry->older;
    else
        lru->newest = entry->older;
    if (entry->older)
        entry->older->newer = entry->newer;
    else
        lru->oldest = entry->newer;
}

static void entry_link_newest(Lru *lru, LruEntry *entry)
{
    entry->newer = NULL;
    entry->older = lru->newest;
    if (lru->newest)
        lru->newest->newer = entry;
    else
        lru->oldest = entry;
    lru->newest = entry;
}

LruEntry *lru_find(Lru *lru, uint64_t hash, LruMatches matches, const void *key)
{
    for (LruEntry *entry = lru->buckets[hash % LRU_BUCKETS]; entry; entry = entry->next) {
        if (entry->hash != hash || !matches(entry, key)) continue;
        if (lru->newest != entry) {
            entry_unlink(lru, entry);
            entry_link_newest(lru, entry);
        }
        return entry;
    }
    return NULL;
}

void lru_add(Lru *lru, LruEntry *entry, uint64_t hash, size_t cost)
{
    entry->hash = hash;
    entry->cost = cost;
    entry->next = lru->buckets[hash % LRU_BUCKETS];
    lru->buckets[hash % LRU_BUCKETS] = entry;
    entry_link_newest(lru, entry);
    lru->cost += cost;
}

void lru_remove(Lru *lru, LruEntry *entry)
{
    LruEntry **link = &lru->buckets[entry->hash % LRU_BUCKETS];
    while (*link != entry) link = &(*link)->next;
    *link = entry->next;
    entry_unlink(lru, entry);
    lru->cost -= entry->cost;
}
