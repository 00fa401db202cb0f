#include "text/cache.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"

struct CacheEntry {
    CacheEntry *next;
    uint64_t hash;
    uint64_t last_used; /* frame */
    size_t bytes;       /* of the whole block */
    size_t span_count;
    const TextSpan *spans;
    const char *lang;
    TextStyle style;
    TextLayout layout;
};

static uint64_t key_hash(const CacheKey *key)
{
    const TextStyle *style = key->style;
    const int numbers[] = {style->line_px, style->width_px, style->max_lines, style->balance};
    uint64_t hash = hash_bytes(HASH_START, numbers, sizeof(numbers));
    hash = hash_text(hash, key->lang);
    for (size_t i = 0; i < key->span_count; i++) {
        const int span[] = {(int)key->spans[i].face, key->spans[i].size_px};
        hash = hash_text(hash_bytes(hash, span, sizeof(span)), key->spans[i].text);
    }
    return hash;
}

static bool style_equal(const TextStyle *a, const TextStyle *b)
{
    return a->line_px == b->line_px && a->width_px == b->width_px && a->max_lines == b->max_lines &&
           a->balance == b->balance;
}

static bool key_matches(const CacheEntry *entry, const CacheKey *key)
{
    if (entry->span_count != key->span_count || !style_equal(&entry->style, key->style)) return false;
    if (strcmp(entry->lang, key->lang) != 0) return false;
    for (size_t i = 0; i < key->span_count; i++) {
        const TextSpan *a = &entry->spans[i], *b = &key->spans[i];
        if (a->face != b->face || a->size_px != b->size_px || strcmp(a->text, b->text) != 0) return false;
    }
    return true;
}

const TextLayout *cache_find(LayoutCache *cache, const CacheKey *key)
{
    uint64_t hash = key_hash(key);
    for (CacheEntry *entry = cache->buckets[hash % CACHE_BUCKETS]; entry; entry = entry->next) {
        if (entry->hash != hash || !key_matches(entry, key)) continue;
        entry->last_used = cache->frame;
        return &entry->layout;
    }
    return NULL;
}

/* A block that is filled from the front. Without memory it only counts, so that one walk over a layout both sizes
 * and copies it. */
typedef struct Block {
    unsigned char *memory;
    size_t used;
} Block;

static void *block_put(Block *block, const void *data, size_t count, size_t size)
{
    const size_t align = alignof(max_align_t);
    block->used = (block->used + align - 1) / align * align;
    size_t bytes = mem_product(count, size), at = block->used;
    block->used += bytes;
    if (!block->memory) return NULL;
    if (bytes > 0) memcpy(block->memory + at, data, bytes);
    return block->memory + at;
}

static const char *block_put_text(Block *block, const char *text)
{
    size_t count = strlen(text) + 1, at = block->used;
    block->used += count;
    if (!block->memory) return NULL;
    memcpy(block->memory + at, text, count);
    return (const char *)block->memory + at;
}

static void copy_line(Block *block, const TextLine *from, TextLine *to)
{
    TextRun *runs = block_put(block, from->runs, from->run_count, sizeof(TextRun));
    const char *text = block_put_text(block, from->text);
    if (to) {
        to->runs = runs;
        to->text = text;
    }
    for (size_t i = 0; i < from->run_count; i++) {
        const char *run_text = block_put_text(block, from->runs[i].text);
        if (runs) runs[i].text = run_text;
    }
}

static CacheEntry *copy_entry(Block *block, const CacheEntry *from)
{
    CacheEntry *entry = block_put(block, from, 1, sizeof(*from));
    TextSpan *spans = block_put(block, from->spans, from->span_count, sizeof(TextSpan));
    TextLine *lines = block_put(block, from->layout.lines, from->layout.line_count, sizeof(TextLine));
    const char *lang = block_put_text(block, from->lang);
    for (size_t i = 0; i < from->span_count; i++) {
        const char *text = block_put_text(block, from->spans[i].text);
        if (spans) spans[i].text = text;
    }
    for (size_t i = 0; i < from->layout.line_count; i++)
        copy_line(block, &from->layout.lines[i], lines ? &lines[i] : NULL);
    if (!entry) return NULL;
    entry->spans = spans;
    entry->lang = lang;
    entry->layout.lines = lines;
    return entry;
}

const TextLayout *cache_add(LayoutCache *cache, const CacheKey *key, const TextLayout *layout)
{
    uint64_t hash = key_hash(key);
    CacheEntry **bucket = &cache->buckets[hash % CACHE_BUCKETS];
    const CacheEntry from = {.next = *bucket,
                             .hash = hash,
                             .last_used = cache->frame,
                             .span_count = key->span_count,
                             .spans = key->spans,
                             .lang = key->lang,
                             .style = *key->style,
                             .layout = *layout};
    Block size = {0};
    copy_entry(&size, &from);
    Block block = {.memory = mem_alloc(size.used)};
    CacheEntry *entry = copy_entry(&block, &from);
    entry->bytes = block.used;
    cache->used_bytes += entry->bytes;
    *bucket = entry;
    return &entry->layout;
}

/* What a visitor read is overwritten, not just given back. */
static void drop_entry(LayoutCache *cache, CacheEntry **link)
{
    CacheEntry *entry = *link;
    *link = entry->next;
    cache->used_bytes -= entry->bytes;
    mem_wipe(entry, entry->bytes);
    free(entry);
}

static void drop_unused_since(LayoutCache *cache, uint64_t frame)
{
    for (size_t i = 0; i < CACHE_BUCKETS; i++) {
        CacheEntry **link = &cache->buckets[i];
        while (*link) {
            if ((*link)->last_used < frame)
                drop_entry(cache, link);
            else
                link = &(*link)->next;
        }
    }
}

void cache_end_frame(LayoutCache *cache)
{
    cache->frame++;
    if (cache->used_bytes > CACHE_BYTES) drop_unused_since(cache, cache->frame - 1);
}

void cache_wipe(LayoutCache *cache) { drop_unused_since(cache, UINT64_MAX); }
