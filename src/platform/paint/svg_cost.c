/* svg_cost.c - looks at every number of every tag. Tags are cut here as SDL2_image cuts them, from '<' to the next '>',
 * quotes or comments notwithstanding, so that nothing can hide. */
#include "platform/paint/svg_cost.h"

#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 6, STROKE_DIGITS_MAX = 3 };
static const double DASH_MIN = 0.5;

typedef struct Span {
    const char *start;
    size_t length;
} Span;

static bool span_is(Span span, const char *text)
{
    return strlen(text) == span.length && memcmp(span.start, text, span.length) == 0;
}

static Span span_until(const char *start, const char *end, const char *stops)
{
    const char *at = start;
    while (at < end && !strchr(stops, *at)) at++;
    return (Span){start, (size_t)(at - start)};
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* No number with more digits before the point, and none in the 1e9 form. */
static bool numbers_are_small(Span value, int digits_max)
{
    const char *end = value.start + value.length;
    for (const char *at = value.start; at < end; at++) {
        const char *start = at;
        while (at < end && is_digit(*at)) at++;
        if (at - start > digits_max) return false;
        if (at > start && at < end && (*at == 'e' || *at == 'E')) return false;
    }
    return true;
}

static bool dashes_are_long(Span value)
{
    const char *end = value.start + value.length;
    for (const char *at = value.start; at < end;) {
        char *after;
        if (!is_digit(*at) && *at != '.') {
            at++;
            continue;
        }
        if (strtod(at, &after) < DASH_MIN) return false;
        at = after;
    }
    return true;
}

static bool attribute_is_quick(Span name, Span value)
{
    static const char *const no_numbers[] = {"id", "fill", "stroke", "xmlns", "version"};
    for (size_t i = 0; i < ARRAY_LEN(no_numbers); i++)
        if (span_is(name, no_numbers[i])) return true;
    if (span_is(name, "stroke-dasharray") && !dashes_are_long(value)) return false;
    return numbers_are_small(value, span_is(name, "stroke-width") ? STROKE_DIGITS_MAX : DIGITS_MAX);
}

static bool tag_is_quick(const char *at, const char *end)
{
    static const char blank[] = " \t\r\n/";
    at += span_until(at, end, blank).length;
    for (;;) {
        while (at < end && strchr(blank, *at)) at++;
        if (at == end) return true;
        Span name = span_until(at, end, "= \t\r\n");
        at = name.start + name.length;
        while (at < end && strchr("= \t\r\n", *at)) at++;
        if (at == end || (*at != '"' && *at != '\'')) return false;
        const char quote[2] = {*at, '\0'};
        Span value = span_until(at + 1, end, quote);
        at = value.start + value.length;
        if (at == end || !attribute_is_quick(name, value)) return false;
        at++;
    }
}

bool svg_is_quick(Bytes file)
{
    const char *at = file.data;
    while ((at = strchr(at, '<')) != NULL) {
        const char *end = strchr(++at, '>');
        if (!end) return false;
        bool is_shape = !strchr("?!/", *at);
        if (is_shape && !tag_is_quick(at, end)) return false;
        at = end;
    }
    return true;
}
