/* image_svg.c - which SVG files may be drawn.
 *
 * SDL2_image leaves out text, clips, filters and references without saying so, and a single huge number or a tiny dash
 * keeps it busy for minutes. Tags are cut here as it cuts them: from '<' to the next '>', quotes or not. */
#include <string.h>

#include "platform/image_header.h"

typedef struct Span {
    const char *start;
    size_t length;
} Span;

static bool span_is_in(Span span, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == span.length && memcmp(names[i], span.start, span.length) == 0) return true;
    return false;
}

static Span span_until(const char *start, const char *end, const char *stops)
{
    const char *at = start;
    while (at < end && !strchr(stops, *at)) at++;
    return (Span){start, (size_t)(at - start)};
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* No number of a million or more, and none in the 1e9 form. In colours, what follows a '#' is no number. */
static bool numbers_are_small(Span value, bool has_colors)
{
    const char *end = value.start + value.length;
    for (const char *at = value.start; at < end;) {
        if (has_colors && *at == '#') {
            at += 1 + span_until(at + 1, end, " ;)\"'").length;
            continue;
        }
        const char *start = at;
        while (at < end && is_digit(*at)) at++;
        if (at - start > 6) return false;
        if (at > start && at < end && (*at == 'e' || *at == 'E')) return false;
        if (at == start) at++;
    }
    return true;
}

static bool attribute_is_drawn(Span name, Span value)
{
    static const char *const words[] = {"id", "class", "version"}, *const colors[] = {
        "fill", "stroke", "stop-color", "color", "style"};
    if (span_is_in(name, words, ARRAY_LEN(words)) || strncmp(name.start, "xmlns", 5) == 0) return true;
    return numbers_are_small(value, span_is_in(name, colors, ARRAY_LEN(colors)));
}

static bool attributes_are_drawn(const char *at, const char *end)
{
    static const char blank[] = " \t\r\n/";
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
        if (at == end || !attribute_is_drawn(name, value)) return false;
        at++;
    }
}

static bool tag_is_drawn(const char *start, const char *end)
{
    static const char *const drawn[] = {"svg",     "g",     "path", "circle", "ellipse", "rect", "line", "polyline",
                                        "polygon", "title", "desc", "defs", "linearGradient", "radialGradient", "stop"};
    Span name = span_until(start, end, " \t\r\n/");
    return span_is_in(name, drawn, ARRAY_LEN(drawn)) && attributes_are_drawn(start + name.length, end);
}

bool image_svg_is_drawable(Bytes file)
{
    if (file.count > IMAGE_SVG_MAX || strlen(file.data) != file.count || strstr(file.data, "dasharray")) return false;
    size_t start = strncmp(file.data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    const char *at = file.data + start + strspn(file.data + start, " \t\r\n");
    if (*at != '<') return false;
    bool found = false;
    while ((at = strchr(at, '<')) != NULL) {
        const char *end = strchr(++at, '>');
        if (!end) return false;
        if (!strchr("?!/", *at)) { /* no declaration, comment or closing tag */
            if (!found && strncmp(at, "svg", 3) != 0) return false;
            found = true;
            if (!tag_is_drawn(at, end)) return false;
        }
        at = end;
    }
    return found;
}
