/* utf8.h - strict UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing past U+10FFFF). */
#ifndef HEARTH_UTF8_H
#define HEARTH_UTF8_H

#include "base/base.h"

/* Reads one character at `text` (at most `length` bytes). Returns its length in bytes, 0 if it is no
 * valid character or length is 0; then *character is left alone. */
size_t utf8_decode(const char *text, size_t length, uint32_t *character);
/* The offset of the first byte that is not valid, or `length` if all are. */
size_t utf8_valid_length(const char *text, size_t length);
/* Writes at most 4 bytes, no NUL; returns how many. */
size_t utf8_encode(uint32_t character, char out[4]);
/* Number of characters of valid text. */
size_t utf8_count(const char *text);

/* True for a byte that continues a character, false for one that starts it (or is no UTF-8 at all). */
static inline bool utf8_is_inside(char byte) { return ((unsigned char)byte & 0xC0) == 0x80; }
/* Returns the start of the character after the one at `text`, or `text` itself at the NUL. Never goes past the NUL,
 * also in text that is not valid. */
const char *utf8_next(const char *text);
/* Returns the offset of the character that ends before `at`; 0 stays 0. */
size_t utf8_prev(const char *text, size_t at);
/* Returns the largest offset up to `at` at which a character starts: where a text may be cut. */
size_t utf8_floor(const char *text, size_t at);
/* Returns the smallest offset from `at` on at which a character, or the NUL, starts. */
size_t utf8_ceil(const char *text, size_t at);

#endif
