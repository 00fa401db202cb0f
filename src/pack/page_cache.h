/* page_cache.h - the pages read last, kept so that a frame that draws one reads no file. */
#ifndef HEARTH_PAGE_CACHE_H
#define HEARTH_PAGE_CACHE_H

#include "pack/pack.h"

typedef struct PageCache PageCache;

/* The caller owns it: page_cache_free(). One thread. */
MUST_USE PageCache *page_cache_new(void);
void page_cache_free(PageCache *cache); /* accepts NULL */
void page_cache_wipe(PageCache *cache); /* overwrites and forgets every page */

#endif
