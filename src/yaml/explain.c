#include "yaml/explain.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "yaml/excerpt.h"
#include "yaml/explain_parts.h"

const char hint_quotes_around[] = "if it is meant as text, put quotes around the whole text: \"...\"";

/* What is said of a message that always means the same thing. */
typedef struct Remedy {
    const char *code, *message, *hint;
} Remedy;

typedef struct Explanation {
    const char *context, *problem;     /* of libyaml; NULL: any */
    void (*explain)(const Stop *stop); /* or: */
    const Remedy *remedy;
    bool is_at_context;
} Explanation;

bool is_curly_quote(uint32_t c) { return (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB; }

const char *skip_spaces(const char *at, const char *end)
{
    while (at < end && *at == ' ') at++;
    return at;
}

/* Where the value of a line starts: after "- " and "key: ". NULL: the line has no key. */
static const char *value_of_line(const char *line, size_t length)
{
    for (size_t i = 0; i + 1 < length; i++)
        if (line[i] == ':' && line[i + 1] == ' ') return skip_spaces(line + i + 1, line + length);
    return NULL;
}

const char *line_end(const Stop *stop) { return stop->line + stop->line_length; }

const char *shown_part(const Stop *stop, const char *from, const char *to)
{
    return excerpt(stop->source->arena, from, (size_t)(to - from), EXCERPT_CHARACTERS);
}

char letter_before(const Stop *stop)
{
    const char *at = stop->at;
    while (at > stop->line && at[-1] == ' ') at--;
    return at > stop->line ? at[-1] : '\0';
}

/* The last line above `line` that is not blank; "" at the top. */
static const char *line_above(const Stop *stop, int line, size_t *length)
{
    while (--line > 0) {
        const char *text = source_line(stop->source, line, length);
        if (skip_spaces(text, text + *length) < text + *length) return text;
    }
    *length = 0;
    return "";
}

/* `text` as it can stand in quotes, or NULL when it is too long to show. */
static const char *quoted(const Stop *stop, const char *text, const char *end)
{
    while (end > text && end[-1] == ' ') end--;
    const char *copy = arena_copy_bytes(stop->source->arena, text, (size_t)(end - text));
    bool has_double = strpbrk(copy, "\"\\") != NULL;
    if (utf8_count(copy) > EXCERPT_CHARACTERS || (has_double && strchr(copy, '\''))) return NULL;
    return arena_format(stop->source->arena, has_double ? "'%s'" : "\"%s\"", copy);
}

const char *quotes_hint(const Stop *stop, const char *text, const char *end)
{
    const char *fixed = quoted(stop, text, end);
    if (!fixed) return "put quotes around the whole text: \"...\"";
    return arena_format(stop->source->arena, "put quotes around the whole text: %s", fixed);
}

/* True, and reported, if the value on the line starts with a sign that is to blame for what follows. */
static bool explain_first_sign(const Stop *stop)
{
    const char *value = value_of_line(stop->line, stop->line_length), *end = line_end(stop);
    uint32_t first = 0;
    if (!value || utf8_decode(value, (size_t)(end - value), &first) == 0) return false;
    Mark at = stop->problem;
    at.column = (int)utf8_count(arena_copy_bytes(stop->source->arena, stop->line, (size_t)(value - stop->line))) + 1;
    if (is_curly_quote(first))
        return !diag_error(stop->diags, at, "curly-quotes", "put straight quotes around the whole text: \"...\"",
                           "YAML takes the curly quotes in %s for letters, so they cannot hold a text together",
                           shown_part(stop, value, end));
    if (first == '&')
        return !diag_error(stop->diags, at, "anchor", quotes_hint(stop, value, end),
                           "a text that starts with \"&\" must be in quotes");
    return false;
}

/* A line that is neither "key: text" nor belongs to anything. */
static void explain_lone_text(const Stop *stop, Mark at)
{
    size_t length, above_length;
    const char *line = source_line(stop->source, at.line, &length), *end = line + length;
    const char *text = skip_spaces(line, end), *above = line_above(stop, at.line, &above_length);
    size_t word = strcspn(text, " \n");
    const char *colon = memchr(text, ':', word);
    if (colon && colon > text && colon + 1 < text + word && colon[1] != '/') {
        diag_error(stop->diags, at, "missing-space",
                   arena_format(stop->source->arena, "write \"%s: %s\"", shown_part(stop, text, colon),
                                shown_part(stop, colon + 1, end)),
                   "a space is missing after the colon of \"%s\"", shown_part(stop, text, end));
    } else if (above_length > 0 && strchr("|>", above[above_length - 1])) {
        diag_error(stop->diags, at, "indentation", "put two more spaces before each of its lines",
                   "the text that belongs to the \"%c\" above must start further right than its key",
                   above[above_length - 1]);
    } else {
        diag_error(stop->diags, at, "missing-colon",
                   "write it as \"key: text\"; if it goes on with the text above, start it as far right as that text",
                   "\"%s\" stands alone here, without a key and a colon", shown_part(stop, text, end));
    }
}

/* "mapping values are not allowed": a colon in the middle of something. */
static void explain_colon(const Stop *stop)
{
    if (explain_first_sign(stop)) return;
    Mark start = source_mark(stop->source, stop->last->start);
    const char *text = source_at(stop->source, stop->last->start);
    if (!stop->last->is_there || start.line == stop->problem.line) {
        if (!stop->last->is_there) text = stop->line;
        diag_error(stop->diags, stop->problem, "colon-in-text", quotes_hint(stop, text, line_end(stop)),
                   "\"%s\" has a colon inside, and a colon with a space would start a new key",
                   shown_part(stop, text, line_end(stop)));
        return;
    }
    Mark at = {stop->source->name, stop->problem.line, 1};
    at.column += (int)(skip_spaces(stop->line, line_end(stop)) - stop->line);
    if (stop->last->key)
        diag_error(
            stop->diags, at, "indentation",
            arena_format(stop->source->arena,
                         "start it in the same column as \"%s\"; or, if it is text, put quotes "
                         "around all of that text",
                         excerpt(stop->source->arena, stop->last->key, strlen(stop->last->key), EXCERPT_CHARACTERS)),
            "no key can start here, because this line goes on with the text that starts on line %d", start.line);
    else if (start.column > 2 && text[-2] == '-')
        diag_error(stop->diags, at, "indentation",
                   "give it a \"- \" of its own; or, if it is text, put quotes around all "
                   "of that text",
                   "no key can start here, because this line goes on with the list item on line %d", start.line);
    else
        explain_lone_text(stop, start);
}

static void explain_simple_key(const Stop *stop) { explain_lone_text(stop, stop->context); }

static bool explain_text_after(const Stop *stop)
{
    char before = letter_before(stop);
    if (explain_first_sign(stop)) return true;
    if (before == '\'')
        return !diag_error(stop->diags, stop->problem, "text-after-quote",
                           "write '' for an apostrophe inside '...', or put the whole text in double quotes: \"...\"",
                           "the quoted text ends before this place, but the line goes on");
    if (before == '"')
        return !diag_error(stop->diags, stop->problem, "text-after-quote",
                           "put the whole text in quotes, and write \\\" for a quote inside it",
                           "the quoted text ends before this place, but the line goes on");
    if (before == ']' || before == '}')
        return !diag_error(stop->diags, stop->problem, "text-after-bracket",
                           "delete the rest; or, if the brackets are part of a text, put quotes around all of it",
                           "the \"%c\" before this place ends the value, but the line goes on", before);
    return false;
}

static void explain_empty_key(const Stop *stop)
{
    diag_error(stop->diags, stop->problem, "empty-key", "write a key before the colon, or delete the colon",
               "nothing stands before this colon");
}

/* The nearest line above the problem that starts further left: it ended what the problem's line was to go on with, and
 * may have slipped itself. 0: there is none. */
static int line_to_the_left(const Stop *stop)
{
    for (int line = stop->problem.line - 1; line > 0; line--) {
        size_t length;
        const char *text = source_line(stop->source, line, &length), *first = skip_spaces(text, text + length);
        bool is_blank = first == text + length || *first == '#';
        if (!is_blank && first - text < stop->problem.column - 1) return line;
    }
    return 0;
}

static const char *slipped_hint(const Stop *stop, const char *hint)
{
    int line = line_to_the_left(stop);
    if (line == 0) return hint;
    return arena_format(stop->source->arena, "%s; or start line %d further right, if that is the one that has slipped",
                        hint, line);
}

/* "did not find expected key": a line that stands in no column where a key may start, or more after a value. */
static void explain_key(const Stop *stop)
{
    if (explain_text_after(stop)) return;
    char first = *stop->at;
    if (first == ':')
        explain_empty_key(stop);
    else if (first == '-')
        diag_error(stop->diags, stop->problem, "indentation",
                   slipped_hint(stop, "start it in the same column as the \"- \" above it"),
                   "this list item stands in no list: no \"- \" above it starts in column %d", stop->problem.column);
    else
        diag_error(stop->diags, stop->problem, "indentation",
                   slipped_hint(stop, "start it in the same column as the key or the text that it goes on with"),
                   "this line starts in column %d, but nothing above it that could go on does", stop->problem.column);
}

static void explain_item(const Stop *stop)
{
    if (explain_text_after(stop)) return;
    diag_error(stop->diags, stop->problem, "indentation",
               "start it with \"- \", or further right if it belongs to the item above",
               "the list that starts on line %d goes on here, but this line has no \"- \" in column %d",
               stop->context.line, stop->context.column);
}

static void explain_document(const Stop *stop)
{
    size_t length;
    const char *above = line_above(stop, stop->problem.line, &length);
    if (stop->source->text[0] == '%')
        diag_error(stop->diags, (Mark){stop->source->name, 1, 1}, "directive", "delete the lines that start with \"%\"",
                   "the file starts with a YAML directive (\"%%\"), which Hearth does not use");
    else if (length >= 3 && strncmp(above, "...", 3) == 0)
        diag_error(stop->diags, stop->problem, "second-document", "delete the line \"...\" above",
                   "the line \"...\" ended the document, and a file holds one");
    else
        diag_error(stop->diags, stop->problem, "indentation", "start all keys of the file in the first column",
                   "this line does not belong to what stands above it");
}

static void explain_content(const Stop *stop)
{
    char first = *stop->at;
    if (first == ':')
        explain_empty_key(stop);
    else if (first == ',')
        diag_error(stop->diags, stop->problem, "stray-comma",
                   "delete it, or put quotes around a text that starts with it", "nothing stands before this comma");
    else if (first == ']' || first == '}')
        diag_error(stop->diags, stop->problem, "stray-bracket",
                   "delete it, or put quotes around a text that starts with it", "this \"%c\" closes nothing", first);
    else
        diag_error(stop->diags, stop->problem, "unclosed-bracket", "add the \"]\" or \"}\" that is missing above",
                   "a list or a group in brackets is not finished before this place");
}

static void explain_start(const Stop *stop)
{
    char first[2] = {*stop->at, '\0'};
    diag_error(stop->diags, stop->problem, "reserved-start", quotes_hint(stop, stop->at, line_end(stop)),
               "a text cannot start with \"%s\"", first);
}

static const Remedy alias = {
    "alias", "a text that starts with \"*\" must be in quotes",
    "put quotes around the whole text: \"...\"; or write \"|\" after the key and the text below it, further right"};
static const Remedy anchor = {"anchor", "a text that starts with \"&\" must be in quotes", hint_quotes_around};
static const Remedy tag = {"tag", "a text that starts with \"!\" must be in quotes", hint_quotes_around};
static const Remedy directive = {"directive", "a line cannot start with \"%\"",
                                 "delete the line, or put quotes around the text"};
static const Remedy unclosed_quote = {"unclosed-quote", "the quote that opens here is never closed",
                                      "add the same quote at the end of the text"};
static const Remedy bad_escape = {"bad-escape",
                                  "a backslash in double quotes starts a special sign, and this one is unknown",
                                  "write \\\\ for a backslash, or put the text in single quotes: '...'"};
static const Remedy block_header = {
    "block-header", "the line must end after the \"|\" or \">\" that announces a text",
    "start the text on the next line, two spaces further right than its key; or put quotes around all of it"};
static const Remedy list_on_key_line = {
    "list-on-key-line", "a list cannot start on the line of its key",
    "put the \"- \" on the next line, two spaces further right; or put quotes around a text that starts with it"};
static const Remedy question_start = {"reserved-start", "a text cannot start with \"? \"",
                                      "put quotes around the whole text: \"...\""};

/* The first row that fits is taken. */
static const Explanation explanations[] = {
    {.problem = "mapping values are not allowed in this context", .explain = explain_colon},
    {.problem = "could not find expected ':'", .explain = explain_simple_key},
    {.problem = "did not find expected key", .explain = explain_key},
    {.problem = "did not find expected '-' indicator", .explain = explain_item},
    {.problem = "did not find expected <document start>", .explain = explain_document},
    {.problem = "did not find expected ',' or ']'", .explain = explain_flow},
    {.problem = "did not find expected ',' or '}'", .explain = explain_flow},
    {.problem = "did not find expected node content", .explain = explain_content},
    {.problem = "found character that cannot start any token", .explain = explain_start},
    {.problem = "block sequence entries are not allowed in this context", .remedy = &list_on_key_line},
    {.problem = "mapping keys are not allowed in this context", .remedy = &question_start},
    {.problem = "found undefined tag handle", .remedy = &tag},
    {.problem = "found duplicate %YAML directive", .remedy = &directive},
    {.problem = "found duplicate %TAG directive", .remedy = &directive},
    {.problem = "found incompatible YAML document", .remedy = &directive},
    {.context = "while scanning an alias", .remedy = &alias, .is_at_context = true},
    {.context = "while scanning an anchor", .remedy = &anchor, .is_at_context = true},
    {.context = "while scanning a tag", .remedy = &tag, .is_at_context = true},
    {.context = "while parsing a tag", .remedy = &tag, .is_at_context = true},
    {.context = "while scanning a quoted scalar", .remedy = &unclosed_quote, .is_at_context = true},
    {.context = "while parsing a quoted scalar", .remedy = &bad_escape},
    {.context = "while scanning a block scalar", .remedy = &block_header},
    {.context = "while scanning a directive", .remedy = &directive, .is_at_context = true},
    {.context = "while scanning a %YAML directive", .remedy = &directive, .is_at_context = true},
    {.context = "while scanning a %TAG directive", .remedy = &directive, .is_at_context = true},
    {.context = "while parsing a %TAG directive", .remedy = &directive, .is_at_context = true},
};

static bool explanation_fits(const Explanation *row, const yaml_parser_t *parser)
{
    if (row->context && (!parser->context || strcmp(row->context, parser->context) != 0)) return false;
    return !row->problem || strcmp(row->problem, parser->problem) == 0;
}

static void explain(const Stop *stop, const yaml_parser_t *parser)
{
    for (size_t i = 0; i < ARRAY_LEN(explanations); i++) {
        const Explanation *row = &explanations[i];
        if (!explanation_fits(row, parser)) continue;
        if (row->explain)
            row->explain(stop);
        else
            diag_error(stop->diags, row->is_at_context ? stop->context : stop->problem, row->remedy->code,
                       row->remedy->hint, "%s", row->remedy->message);
        return;
    }
    diag_error(stop->diags, stop->problem, "yaml", "compare it with the examples in FORMAT.md",
               "YAML cannot be read from here on: %s", parser->problem);
}

void explain_stop(const yaml_parser_t *parser, const LastText *last, const Source *source, Diags *diags)
{
    if (parser->error == YAML_MEMORY_ERROR) mem_exhausted();
    if (!parser->problem) {
        diag_error(diags, (Mark){source->name, 0, 0}, "yaml", "compare it with the examples in FORMAT.md",
                   "this cannot be read as YAML");
        return;
    }
    Stop stop = {.source = source, .last = last, .diags = diags};
    stop.problem_index = parser->problem_mark.index;
    stop.context_index = parser->context_mark.index;
    stop.problem = source_mark(source, stop.problem_index);
    stop.context = source_mark(source, stop.context_index);
    if (source->guess_line > 0 && stop.problem.line >= source->guess_line) return;
    if (stop.problem.line == last->property_line) return;
    Mark quote = unclosed_quote_find(source, stop.problem.line);
    if (quote.line > 0) {
        diag_error(diags, quote, unclosed_quote.code, unclosed_quote.hint, "%s", unclosed_quote.message);
        return;
    }
    stop.line = source_line(source, stop.problem.line, &stop.line_length);
    stop.at = source_at(source, stop.problem_index);
    explain(&stop, parser);
}
