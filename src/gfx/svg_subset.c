#include "gfx/svg_subset.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

typedef struct Reader {
    const char *name;
    const char *text;
    size_t at, length;
    int line;
    size_t line_start; /* offset of the first byte of `line` */
    int depth, elements, problems;
    bool root_seen, view_box_seen;
    Diags *diags;
} Reader;

typedef struct Slice {
    const char *start;
    size_t length;
    Mark mark;
} Slice;

typedef enum ValueKind {
    VALUE_ANY,
    VALUE_NUMBER,
    VALUE_NUMBERS,
    VALUE_COLOUR,
    VALUE_PATH,
    VALUE_WORD,
    VALUE_TRANSFORM
} ValueKind;

typedef struct Attribute {
    const char *name;
    ValueKind kind;
} Attribute;

static const char *const elements[] = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"};

static const Attribute attributes[] = {
    {"xmlns", VALUE_ANY},
    {"version", VALUE_ANY},
    {"id", VALUE_ANY},
    {"width", VALUE_NUMBER},
    {"height", VALUE_NUMBER},
    {"viewBox", VALUE_NUMBERS},
    {"x", VALUE_NUMBER},
    {"y", VALUE_NUMBER},
    {"rx", VALUE_NUMBER},
    {"ry", VALUE_NUMBER},
    {"cx", VALUE_NUMBER},
    {"cy", VALUE_NUMBER},
    {"r", VALUE_NUMBER},
    {"x1", VALUE_NUMBER},
    {"y1", VALUE_NUMBER},
    {"x2", VALUE_NUMBER},
    {"y2", VALUE_NUMBER},
    {"points", VALUE_NUMBERS},
    {"d", VALUE_PATH},
    {"transform", VALUE_TRANSFORM},
    {"fill", VALUE_COLOUR},
    {"stroke", VALUE_COLOUR},
    {"opacity", VALUE_NUMBER},
    {"fill-opacity", VALUE_NUMBER},
    {"stroke-opacity", VALUE_NUMBER},
    {"fill-rule", VALUE_WORD},
    {"stroke-width", VALUE_NUMBER},
    {"stroke-linecap", VALUE_WORD},
    {"stroke-linejoin", VALUE_WORD},
    {"stroke-miterlimit", VALUE_NUMBER},
    {"stroke-dasharray", VALUE_NUMBERS},
};

static Mark reader_mark(const Reader *reader)
{
    int column = 1;
    for (size_t i = reader->line_start; i < reader->at; i++)
        if (!utf8_is_inside(reader->text[i])) column++;
    return (Mark){reader->name, reader->line, column};
}

/* Stops the reading: what follows makes no sense. */
static bool reader_fail(Reader *reader, const char *what)
{
    reader->problems = SVG_PROBLEMS_MAX;
    return diag_error(reader->diags, reader_mark(reader), "svg-xml", "export the drawing again as a plain SVG", "%s",
                      what);
}

static bool reader_is_done(const Reader *reader)
{
    return reader->at >= reader->length || reader->problems >= SVG_PROBLEMS_MAX;
}

static char reader_peek(const Reader *reader) { return reader->at < reader->length ? reader->text[reader->at] : '\0'; }

static void reader_skip(Reader *reader, size_t count)
{
    for (; count > 0 && reader->at < reader->length; count--) {
        if (reader->text[reader->at++] != '\n') continue;
        reader->line++;
        reader->line_start = reader->at;
    }
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static bool is_name(char c)
{
    bool is_letter = ascii_is_letter(c);
    return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

static void reader_skip_blanks(Reader *reader)
{
    while (is_blank(reader_peek(reader))) reader_skip(reader, 1);
}

static bool reader_starts_with(const Reader *reader, const char *text)
{
    size_t length = strlen(text);
    return length <= reader->length - reader->at && memcmp(reader->text + reader->at, text, length) == 0;
}

/* Goes past the next `end`; false if there is none. */
static bool reader_skip_past(Reader *reader, const char *end)
{
    while (reader->at < reader->length && !reader_starts_with(reader, end)) reader_skip(reader, 1);
    if (reader->at >= reader->length) return false;
    reader_skip(reader, strlen(end));
    return true;
}

static Slice reader_name(Reader *reader)
{
    Slice name = {reader->text + reader->at, 0, reader_mark(reader)};
    while (is_name(reader_peek(reader))) {
        reader_skip(reader, 1);
        name.length++;
    }
    return name;
}

static bool slice_is(Slice slice, const char *text)
{
    return strlen(text) == slice.length && memcmp(slice.start, text, slice.length) == 0;
}

/* How much of it a message shows: the start, on one line. */
static int slice_shown(Slice slice)
{
    int shown = 0;
    while (shown < 40 && (size_t)shown < slice.length && (unsigned char)slice.start[shown] >= ' ') shown++;
    return shown;
}

/* A finite number, perhaps with "px"; returns the offset after it, 0 if there is none. */
static size_t number_end(const char *text, size_t length)
{
    size_t at = 0, digits = 0;
    if (at < length && (text[at] == '-' || text[at] == '+')) at++;
    for (; at < length && text[at] >= '0' && text[at] <= '9'; at++) digits++;
    if (at < length && text[at] == '.') at++;
    for (; at < length && text[at] >= '0' && text[at] <= '9'; at++) digits++;
    if (digits == 0 || digits > 12) return 0;
    return at;
}

static bool value_is_number(Slice value)
{
    size_t end = number_end(value.start, value.length);
    if (end == 0) return false;
    return end == value.length || (value.length - end == 2 && memcmp(value.start + end, "px", 2) == 0);
}

static bool value_has_only(Slice value, const char *allowed)
{
    for (size_t i = 0; i < value.length; i++)
        if (!is_blank(value.start[i]) && (value.start[i] == '\0' || !strchr(allowed, value.start[i]))) return false;
    return value.length > 0;
}

static bool value_is_colour(Slice value)
{
    if (slice_is(value, "none")) return true;
    if (value.start[0] != '#' || (value.length != 4 && value.length != 7)) return false;
    Slice digits = {value.start + 1, value.length - 1, value.mark};
    return value_has_only(digits, "0123456789abcdefABCDEF") && !memchr(digits.start, ' ', digits.length);
}

static bool value_is_word(Slice value)
{
    for (size_t i = 0; i < value.length; i++)
        if ((value.start[i] < 'a' || value.start[i] > 'z') && value.start[i] != '-') return false;
    return value.length > 0;
}

static bool value_fits(Slice value, ValueKind kind, const char **wanted)
{
    switch (kind) {
    case VALUE_NUMBER: *wanted = "a plain number"; return value_is_number(value);
    case VALUE_NUMBERS: *wanted = "plain numbers"; return value_has_only(value, "0123456789.,-+");
    case VALUE_COLOUR:
        *wanted = "a flat colour such as #2C5A4C, or none";
        return value.length > 0 && value_is_colour(value);
    case VALUE_PATH:
        *wanted = "path data, which starts with M";
        return value_has_only(value, "MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE") && strchr("Mm", value.start[0]);
    case VALUE_WORD: *wanted = "one word"; return value_is_word(value);
    case VALUE_TRANSFORM:
        *wanted = "translate, rotate, scale or matrix with plain numbers";
        return value_has_only(value, "abcdefghijklmnopqrstuvwxyzXY()0123456789.,-+");
    case VALUE_ANY: break;
    }
    return true;
}

static void attribute_check(Reader *reader, Slice name, Slice value)
{
    for (size_t i = 0; i < ARRAY_LEN(attributes); i++) {
        if (!slice_is(name, attributes[i].name)) continue;
        if (slice_is(name, "viewBox")) reader->view_box_seen = true;
        const char *wanted = "";
        if (value_fits(value, attributes[i].kind, &wanted)) return;
        reader->problems++;
        diag_error(reader->diags, value.mark, "svg-value", "", "%s=\"%.*s\" needs %s", attributes[i].name,
                   slice_shown(value), value.start, wanted);
        return;
    }
    reader->problems++;
    diag_error(reader->diags, name.mark, "svg-attribute",
               slice_is(name, "style") ? "write the colours as fill=\"...\" and stroke=\"...\""
                                       : "take it out, or export the drawing as a plain SVG",
               "\"%.*s\" is not among what Hearth draws", slice_shown(name), name.start);
}

/* name="value" pairs up to the end of the tag. */
static bool reader_attributes(Reader *reader)
{
    for (;;) {
        reader_skip_blanks(reader);
        char next = reader_peek(reader);
        if (next == '>' || next == '/' || next == '\0') return true;
        Slice name = reader_name(reader);
        reader_skip_blanks(reader);
        if (name.length == 0 || reader_peek(reader) != '=') return reader_fail(reader, "this tag is damaged");
        reader_skip(reader, 1);
        reader_skip_blanks(reader);
        char quote = reader_peek(reader);
        if (quote != '"' && quote != '\'') return reader_fail(reader, "a value must stand between quotes");
        reader_skip(reader, 1);
        Slice value = {reader->text + reader->at, 0, reader_mark(reader)};
        while (reader->at < reader->length && reader_peek(reader) != quote) {
            if (strchr("<&", reader_peek(reader))) return reader_fail(reader, "a value may not hold < or &");
            reader_skip(reader, 1);
            value.length++;
        }
        if (reader->at >= reader->length) return reader_fail(reader, "the closing quote of this value is missing");
        reader_skip(reader, 1);
        attribute_check(reader, name, value);
        if (reader->problems >= SVG_PROBLEMS_MAX) return false;
    }
}

static void element_check(Reader *reader, Slice name)
{
    for (size_t i = 0; i < ARRAY_LEN(elements); i++)
        if (slice_is(name, elements[i])) return;
    reader->problems++;
    diag_error(reader->diags, name.mark, "svg-element",
               slice_is(name, "text") ? "turn the text into outlines, or say it in the page"
                                      : "draw it with path, rect, circle, ellipse, line or polygon",
               "<%.*s> is not among what Hearth draws", slice_shown(name), name.start);
}

static bool reader_open_tag(Reader *reader)
{
    reader_skip(reader, 1);
    Slice name = reader_name(reader);
    if (name.length == 0) return reader_fail(reader, "this tag is damaged");
    bool is_root = reader->depth == 0;
    if (is_root && (reader->root_seen || !slice_is(name, "svg")))
        return reader_fail(reader, "a drawing is one <svg>, with everything else inside");
    reader->root_seen = true;
    if (++reader->elements > SVG_ELEMENTS_MAX)
        return reader_fail(reader, "this drawing has too many shapes (4,000 at most)");
    element_check(reader, name);
    if (!reader_attributes(reader)) return false;
    if (is_root && !reader->view_box_seen) return reader_fail(reader, "<svg> needs a viewBox, such as \"0 0 480 480\"");
    bool closed = reader_peek(reader) == '/';
    if (closed) reader_skip(reader, 1);
    if (reader_peek(reader) != '>') return reader_fail(reader, "the end of a tag is missing");
    reader_skip(reader, 1);
    if (!closed && ++reader->depth > SVG_DEPTH_MAX)
        return reader_fail(reader, "groups within groups go too deep (16 at most)");
    return true;
}

static bool reader_markup(Reader *reader)
{
    if (reader_starts_with(reader, "<!--"))
        return reader_skip_past(reader, "-->") || reader_fail(reader, "a comment is not closed");
    if (reader_starts_with(reader, "<?xml") && !reader->root_seen)
        return reader_skip_past(reader, "?>") || reader_fail(reader, "the first line is not closed");
    if (reader_starts_with(reader, "<!") || reader_starts_with(reader, "<?"))
        return reader_fail(reader, "declarations and instructions (<! and <?) are not read");
    if (!reader_starts_with(reader, "</")) return reader_open_tag(reader);
    reader_skip_past(reader, ">");
    if (--reader->depth < 0) return reader_fail(reader, "a closing tag has no opening one");
    return true;
}

bool svg_subset_check(const char *name, Bytes file, Diags *diags)
{
    size_t errors_before = diags->errors;
    Reader reader = {.name = name, .text = file.data, .length = file.count, .line = 1, .diags = diags};
    if (file.count > SVG_FILE_BYTES_MAX)
        return diag_error(diags, (Mark){name, 0, 0}, "svg-xml", "simplify the drawing, or save it as a PNG",
                          "this drawing has %zu KiB; 256 KiB is the most", file.count / 1024);
    if (utf8_valid_length(file.data, file.count) < file.count || memchr(file.data, '\0', file.count))
        return reader_fail(&reader, "this is not readable text");
    if (reader_starts_with(&reader, "\xEF\xBB\xBF")) reader_skip(&reader, 3);
    while (!reader_is_done(&reader)) {
        reader_skip_blanks(&reader);
        if (reader_is_done(&reader)) break;
        if (reader_peek(&reader) != '<') {
            reader_fail(&reader, "there is text outside the tags, which would not be drawn");
            break;
        }
        if (!reader_markup(&reader)) break;
    }
    if (reader.problems == 0 && (!reader.root_seen || reader.depth != 0))
        reader_fail(&reader, "the end of the drawing is missing");
    return diags->errors == errors_before;
}
