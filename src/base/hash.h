/* hash.h - FNV-1a, 64 bits (Fowler, Noll, Vo): for tables and for noticing changes, never for trust. */
#ifndef HEARTH_HASH_H
#define HEARTH_HASH_H

#include <string.h>

#include "base/base.h"

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* Returns `hash` continued over `count` bytes; the first call starts with HASH_START. */
static inline uint64_t hash_bytes(uint64_t hash, const void *data, size_t count)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < count; i++) hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* The same over a text and its NUL, so that "ab","c" differs from "a","bc". NULL counts as "". */
static inline uint64_t hash_text(uint64_t hash, const char *text)
{
    return text ? hash_bytes(hash, text, strlen(text) + 1) : hash_bytes(hash, "", 1);
}

#endif
