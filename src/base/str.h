/* str.h - short questions about C strings and about ASCII, the same in every locale. */
#ifndef HEARTH_STR_H
#define HEARTH_STR_H

#include <string.h>

#include "base/base.h"

/* True if `text` begins with `start`. */
static inline bool str_starts(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

/* True if `text` ends with `end`, byte by byte. */
static inline bool str_ends(const char *text, const char *end)
{
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && memcmp(text + length - end_length, end, end_length) == 0;
}

/* True for 0 to 9; for A to Z and a to z. */
static inline bool ascii_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool ascii_is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/* Returns the small letter of A to Z; any other byte unchanged. */
static inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

/* Turns A to Z into small letters, in place; every other byte stays, so UTF-8 stays valid. */
static inline void str_lower_ascii(char *text)
{
    for (; *text; text++) *text = ascii_lower(*text);
}

#endif
