/* check_markup.c - signs of other programs in a text: lists typed by hand, headings, tags, entities, links. Visitors
 * would read them as they stand here, and lines of a paragraph run together. */
#include <string.h>

#include "base/str.h"
#include "pack/check/check.h"
#include "yaml/excerpt.h"

/* The length of what a line of a list typed by hand starts with: "- ", "• ", "2. ", "b) "; 0: it is none. */
static size_t bullet_length(const char *line)
{
    static const char *const signs[] = {"- ", "* ", "+ ", "• ", "· ", "– ", "— ", "◦ ", "▪ ", "● ", "✓ ", "✔ ", "→ "};
    for (size_t i = 0; i < ARRAY_LEN(signs); i++)
        if (str_starts(line, signs[i])) return strlen(signs[i]);
    size_t digits = strspn(line, "0123456789");
    bool is_number = digits > 0 && digits <= 2 && strchr(".)", line[digits]) && line[digits] && line[digits + 1] == ' ';
    return is_number ? digits + 2 : 0;
}

static const char *line_after(const char *line)
{
    const char *end = strchr(line, '\n');
    return end ? end + 1 : NULL;
}

static void found(Check *check, const CheckFile *file, const CheckText *text, const char *at, const char *code,
                  const char *hint, const char *what)
{
    size_t length = strcspn(at, "\n");
    diag_warn(check->diags, check_find(file, text, at, length), code, hint, "%s: \"%s\"", what,
              excerpt(&check->file_arena, at, length, EXCERPT_CHARACTERS));
}

/* Two or more lines of a list: a single dash may begin a sentence of speech. */
static void list_look(Check *check, const CheckFile *file, const CheckText *text)
{
    const char *first = NULL;
    size_t count = 0;
    for (const char *line = text->text; line; line = line_after(line)) {
        if (bullet_length(line + strspn(line, " ")) == 0) continue;
        if (!first) first = line + strspn(line, " ");
        count++;
    }
    if (count >= 2)
        found(check, file, text, first, "typed-list", "write a list block: \"- list: [first, second]\"",
              "lines of a list typed by hand run together");
}

static void heading_look(Check *check, const CheckFile *file, const CheckText *text)
{
    for (const char *line = text->text; line; line = line_after(line)) {
        size_t signs = strspn(line, "#");
        if (signs == 0 || signs > 6 || line[signs] != ' ') continue;
        found(check, file, text, line, "typed-heading", "write a heading block: \"- heading: ...\"",
              "the # before a heading would be seen");
        return;
    }
}

/* "<b>", "</p>", "<br />": a letter or a slash behind the bracket, and a bracket that closes. */
static const char *tag_find(const char *text)
{
    for (const char *at = text; (at = strchr(at, '<')); at++) {
        bool is_letter = ascii_is_letter(at[1]) || (at[1] == '/' && ascii_is_letter(at[2]));
        size_t length = strcspn(at, ">\n");
        if (is_letter && at[length] == '>' && length < 60) return at;
    }
    return NULL;
}

/* "&nbsp;", "&#39;". */
static const char *entity_find(const char *text)
{
    for (const char *at = text; (at = strchr(at, '&')); at++) {
        const char *name = at + 1 + (at[1] == '#' ? 1 : 0), *end = name;
        while (ascii_is_letter(*end) || (*end >= '0' && *end <= '9')) end++;
        if (end > name && *end == ';' && end - name < 10) return at;
    }
    return NULL;
}

/* "[the words](https://...)". */
static const char *link_find(const char *text)
{
    const char *middle = strstr(text, "](");
    while (middle && middle > text && *middle != '[') middle--;
    return middle && *middle == '[' ? middle : NULL;
}

static bool is_between_words(char c) { return c == '\0' || strchr(" \n.,;:!?()", c) != NULL; }

/* "_word_": underscores around words, with no letter outside. */
static const char *underscore_find(const char *text)
{
    for (const char *at = text; (at = strchr(at, '_')); at++) {
        const char *end = strchr(at + 1, '_');
        bool opens = at == text || is_between_words(at[-1]);
        if (opens && end && end > at + 1 && at[1] != ' ' && end[-1] != ' ' && is_between_words(end[1]) &&
            !memchr(at, '\n', (size_t)(end - at)))
            return at;
    }
    return NULL;
}

static void signs_look(Check *check, const CheckFile *file, const CheckText *text)
{
    static const struct {
        const char *(*find)(const char *text);
        const char *code, *hint, *what;
    } signs[] = {
        {tag_find, "typed-tag", "take the tag out; for emphasis write *light* or **strong**",
         "a tag of a web page would be seen"},
        {entity_find, "typed-entity", "type the letter itself in its place", "a code of a web page would be seen"},
        {link_find, "typed-link", "write the words, and the address under \"link\" of the page",
         "a link in brackets would be seen as it is"},
        {underscore_find, "typed-underscore", "for emphasis write *light* or **strong**",
         "underscores around words would be seen"},
    };
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        const char *at = signs[i].find(text->text);
        if (at) found(check, file, text, at, signs[i].code, signs[i].hint, signs[i].what);
    }
}

void rule_typed_list(Check *check, const CheckFile *file)
{
    for (size_t i = 0; i < file->text_count; i++)
        if (file->texts[i].use != TEXT_CODE) list_look(check, file, &file->texts[i]);
}

void rule_typed_heading(Check *check, const CheckFile *file)
{
    for (size_t i = 0; i < file->text_count; i++)
        if (file->texts[i].use != TEXT_CODE) heading_look(check, file, &file->texts[i]);
}

void rule_typed_sign(Check *check, const CheckFile *file)
{
    for (size_t i = 0; i < file->text_count; i++) signs_look(check, file, &file->texts[i]);
}
