/* explain_parts.h - what the files of explain share. */
#ifndef HEARTH_EXPLAIN_PARTS_H
#define HEARTH_EXPLAIN_PARTS_H

#include "yaml/explain.h"

/* Where libyaml stopped, and the line that it stopped on. */
typedef struct Stop {
    const Source *source;
    const LastText *last;
    Diags *diags;
    size_t context_index, problem_index;
    Mark context, problem; /* the beginning of what it was reading; what it could not read */
    const char *line;      /* the problem's */
    size_t line_length;
    const char *at; /* the problem's place in `line` */
} Stop;

/* Returns the first character from `at` on, before `end`, that is no space; `end` if there is none. */
const char *skip_spaces(const char *at, const char *end);
/* Returns the end of the problem's line. */
const char *line_end(const Stop *stop);
/* Returns a short piece of the source for a message. */
const char *shown_part(const Stop *stop, const char *from, const char *to);
/* The last character before the problem on its line that is no space, or 0. */
char letter_before(const Stop *stop);
/* Returns the hint to put quotes around a text, with that text in them if it is short enough. */
const char *quotes_hint(const Stop *stop, const char *text, const char *end);

/* explain_flow.c: reports what is wrong in a list in brackets, or keys in braces. */
void explain_flow(const Stop *stop);

#endif
