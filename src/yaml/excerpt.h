/* excerpt.h - a few of an author's words, fit to stand inside a message. */
#ifndef HEARTH_EXCERPT_H
#define HEARTH_EXCERPT_H

#include "base/arena.h"

enum { EXCERPT_CHARACTERS = 40 };

/* The start of `length` bytes of valid UTF-8 on one line: line ends and control characters become spaces, and
 * what is longer than `characters_max` ends in an ellipsis. */
MUST_USE char *excerpt(Arena *arena, const char *text, size_t length, size_t characters_max);

#endif
