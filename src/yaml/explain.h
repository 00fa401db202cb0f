/* explain.h - what libyaml objects to, in words for somebody who is no programmer. */
#ifndef HEARTH_EXPLAIN_H
#define HEARTH_EXPLAIN_H

#include <yaml.h>

#include "yaml/source.h"

/* What had been read when libyaml stopped. */
typedef struct LastText {
    bool is_there;
    size_t start;      /* index of its first character */
    const char *key;   /* that it is the value of, or NULL */
    int property_line; /* the last on which an alias, anchor or tag was reported, or 0 */
} LastText;

/* Reports why `parser` stopped, at the place where a person would look. */
void explain_stop(const yaml_parser_t *parser, const LastText *last, const Source *source, Diags *diags);

/* A curly quote, which YAML takes for a letter. */
bool is_curly_quote(uint32_t character);

/* What to do about a sign that means something to YAML. */
extern const char hint_quotes_around[];

/* unclosed.c: the place of a double quote that was never closed. The next one, lines below, has a text right behind it,
 * so it was meant to open another text. .line is 0 if there is none above `line`. */
Mark unclosed_quote_find(const Source *source, int line);

#endif
