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

#endif
