/* explain_flow.c - what can go wrong in brackets and braces: signs within a text that mean something else there. */
#include <string.h>

#include "yaml/explain_parts.h"

/* Where the text that `at` is in starts: after the last ": ", or after the bracket. */
static const char *flow_text_start(const Stop *stop, const char *line, const char *at)
{
    const char *start = at;
    while (start > line && !strchr("[{", start[-1]) && !(start - line > 1 && start[-1] == ' ' && start[-2] == ':'))
        start--;
    return skip_spaces(start, line_end(stop));
}

/* Where the text that `at` is in probably ends: before the next key, or the bracket at the end. */
static const char *flow_text_end(const char *at, const char *end)
{
    const char *last = end;
    while (last > at && strchr(" ]}", last[-1])) last--;
    for (const char *comma = at; comma < last; comma++) {
        const char *colon = *comma == ',' ? memchr(comma, ':', (size_t)(last - comma)) : NULL;
        if (colon && !memchr(comma + 2, ' ', (size_t)(colon > comma + 2 ? colon - comma - 2 : 0))) return comma;
    }
    return last;
}

/* True, and reported, if a sign within a text in brackets means something else to YAML: " #", " : " or an apostrophe.
 */
static bool explain_flow_sign(const Stop *stop, char before)
{
    size_t length;
    const char *line = source_line(stop->source, stop->context.line, &length), *end = line + length;
    const char *hash = strstr(line, " #");
    Mark at = stop->problem;
    if (hash && hash < end && line + stop->context.column <= hash) {
        const char *start = flow_text_start(stop, line, hash), *last = flow_text_end(hash, end);
        at = (Mark){stop->source->name, stop->context.line, (int)(hash - line) + 2};
        return !diag_error(stop->diags, at, "hash-in-text", quotes_hint(stop, start, last),
                           "everything after the # is left out, also the bracket at the end");
    }
    if (stop->problem.line != stop->context.line) return false;
    if (*stop->at == ':') {
        const char *colon = stop->at > stop->line && stop->at[-1] == ' ' ? stop->at - 1 : stop->at;
        const char *start = flow_text_start(stop, stop->line, colon), *last = flow_text_end(stop->at, line_end(stop));
        return !diag_error(stop->diags, at, "colon-in-text", quotes_hint(stop, start, last),
                           "\"%s\" has a colon inside, and a colon with a space would start a new key",
                           shown_part(stop, start, last));
    }
    if (before != '\'' || stop->at == stop->line || stop->at[-1] != '\'') return false;
    const char *start = flow_text_start(stop, stop->line, stop->at - 1),
               *last = flow_text_end(stop->at, line_end(stop));
    if (start[0] != '\'' || last - start < 3) return false;
    return !diag_error(stop->diags, at, "text-after-quote",
                       quotes_hint(stop, start + 1, last[-1] == '\'' ? last - 1 : last),
                       "the apostrophe before this place ends the quoted text");
}

void explain_flow(const Stop *stop)
{
    char open = *source_at(stop->source, stop->context_index);
    char before = letter_before(stop);
    if (explain_flow_sign(stop, before)) return;
    bool is_at_end =
        *stop->at == '\0' || (stop->problem.line > stop->context.line && !(before && strchr("\"']}", before)));
    if (is_at_end)
        diag_error(stop->diags, stop->context, "unclosed-bracket",
                   open == '{' ? "add \"}\" at its end" : "add \"]\" at its end",
                   "the \"%c\" that opens here is never closed", open);
    else
        diag_error(
            stop->diags, stop->problem, "missing-comma",
            "put a comma between two items, and quotes around an item that has quotes, brackets or a comma in it",
            "a comma is missing before \"%s\"", shown_part(stop, stop->at, line_end(stop)));
}
