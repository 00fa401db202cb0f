/* inline.c - what can stand inside a text: paragraphs, *light* and **strong** words, quotation marks. */
#include <string.h>

#include "base/utf8.h"
#include "block/inline.h"

/* A run of stars, and which way it can face. */
typedef struct Star {
    size_t at, count;
    bool opens, closes;
} Star;

/* The character before `at`; a space at the start. */
static uint32_t character_before(const char *text, size_t at)
{
    uint32_t character = ' ';
    size_t start = utf8_prev(text, at);
    utf8_decode(text + start, at - start, &character);
    return character;
}

static uint32_t character_at(const char *text, size_t at)
{
    uint32_t character = ' ';
    utf8_decode(text + at, strlen(text + at), &character);
    return character;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x3000;
}

/* Letters and digits of scripts that part words with spaces and join nothing to them. */
static bool is_latin_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F);
}

static bool star_next(const char *text, size_t from, Star *out)
{
    const char *found = strchr(text + from, '*');
    if (!found) return false;
    size_t at = (size_t)(found - text), count = strspn(found, "*");
    uint32_t before = character_before(text, at), after = character_at(text, at + count);
    bool inside_word = is_latin_word(before) && is_latin_word(after);
    *out = (Star){at, count, !is_space(after) && !inside_word, !is_space(before) && !inside_word};
    return true;
}

/* A stretch of text in one face. */
typedef struct Stretch {
    size_t start, end; /* bytes of what is shown */
    size_t stars;      /* around it: 0, 1 or 2 */
} Stretch;

/* The run of stars that ends what `open` begins. */
static bool star_partner(const char *text, const Star *open, Star *out)
{
    if (!open->opens || open->count > 2) return false;
    for (size_t from = open->at + open->count; star_next(text, from, out); from = out->at + out->count)
        if (out->closes && out->count == open->count) return true;
    return false;
}

/* The stretch that begins at byte `from`. False at the end of the text. */
static bool stretch_next(const char *text, size_t from, Stretch *out)
{
    if (text[from] == '\0') return false;
    Star open, close;
    for (size_t at = from; star_next(text, at, &open); at = open.at + open.count) {
        if (!star_partner(text, &open, &close)) continue;
        if (open.at > from)
            *out = (Stretch){from, open.at, 0};
        else
            *out = (Stretch){open.at + open.count, close.at, open.count};
        return true;
    }
    *out = (Stretch){from, strlen(text), 0};
    return true;
}

static size_t stretch_end(const Stretch *stretch) { return stretch->end + stretch->stars; }

/* Light words in an italic text stand upright; strong words keep to the family of the text. */
static FaceRole face_of(FaceRole base, size_t stars)
{
    bool head = base == FACE_HEAD_MEDIUM || base == FACE_HEAD_SEMIBOLD || base == FACE_HEAD_ITALIC;
    if (stars == 0) return base;
    if (stars == 1) return base == FACE_HEAD_ITALIC ? FACE_HEAD_MEDIUM : FACE_HEAD_ITALIC;
    return head ? FACE_HEAD_SEMIBOLD : FACE_BODY_BOLD;
}

Spans inline_spans(Arena *arena, const char *text, FaceRole base, int size_px)
{
    Stretch stretch;
    size_t count = 0;
    for (size_t from = 0; stretch_next(text, from, &stretch); from = stretch_end(&stretch)) count++;
    if (count == 0) count = 1;
    TextSpan *spans = ARENA_ARRAY(arena, TextSpan, count);
    spans[0] = (TextSpan){"", base, size_px};
    size_t i = 0;
    for (size_t from = 0; stretch_next(text, from, &stretch); from = stretch_end(&stretch)) {
        char *shown = arena_copy_bytes(arena, text + stretch.start, stretch.end - stretch.start);
        spans[i++] = (TextSpan){shown, face_of(base, stretch.stars), size_px};
    }
    return (Spans){spans, count};
}

const char *inline_plain(Arena *arena, const char *text)
{
    char *plain = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    Stretch stretch;
    for (size_t from = 0; stretch_next(text, from, &stretch); from = stretch_end(&stretch)) {
        memcpy(plain + length, text + stretch.start, stretch.end - stretch.start);
        length += stretch.end - stretch.start;
    }
    return plain;
}

const char *inline_lone_star(const char *text)
{
    Stretch stretch;
    Star star;
    for (size_t from = 0; stretch_next(text, from, &stretch); from = stretch_end(&stretch))
        for (size_t at = stretch.start; star_next(text, at, &star) && star.at < stretch.end; at = star.at + star.count)
            if (star.opens || star.closes) return text + star.at;
    return NULL;
}

bool inline_has_emphasis(const char *text)
{
    Stretch stretch;
    for (size_t from = 0; stretch_next(text, from, &stretch); from = stretch_end(&stretch))
        if (stretch.stars > 0) return true;
    return false;
}

/* The end of the paragraph at `text`: of its last line before a blank one, or of the text. */
static const char *paragraph_end(const char *text)
{
    for (const char *line = text;;) {
        const char *end = line + strcspn(line, "\n");
        if (end[0] == '\0') return end;
        const char *next = end + 1;
        if (next[strspn(next, " \t")] == '\n' || next[strspn(next, " \t")] == '\0') return end;
        line = next;
    }
}

/* Ideographs and what stands among them take no space where a line was broken. */
static bool is_spaceless(uint32_t c) { return c >= 0x2E80 && c <= 0xFFEF && !(c >= 0xAC00 && c <= 0xD7A3); }

/* The paragraph on one line, with single spaces. */
static const char *paragraph_copy(Arena *arena, const char *text, size_t count)
{
    char *copy = arena_alloc(arena, count + 1);
    size_t length = 0;
    for (size_t i = 0; i < count;) {
        size_t blank = strspn(text + i, " \t\n");
        if (blank == 0) {
            copy[length++] = text[i++];
            continue;
        }
        bool line_end = memchr(text + i, '\n', blank) != NULL;
        bool joined = line_end && length > 0 && is_spaceless(character_before(copy, length)) &&
                      is_spaceless(character_at(text, i + blank));
        i += blank;
        if (length > 0 && i < count && !joined) copy[length++] = ' ';
    }
    return copy;
}

const char *const *inline_paragraphs(Arena *arena, const char *text, size_t *count)
{
    size_t most = 1;
    for (const char *c = text; *c; c++)
        if (*c == '\n') most++;
    const char **paragraphs = ARENA_ARRAY(arena, const char *, most);
    *count = 0;
    for (text += strspn(text, " \t\n"); *text; text += strspn(text, " \t\n")) {
        const char *end = paragraph_end(text);
        paragraphs[(*count)++] = paragraph_copy(arena, text, (size_t)(end - text));
        text = end;
    }
    return paragraphs;
}

const char *inline_quoted(Arena *arena, const Words *words, const char *text)
{
    return arena_format(arena, "%s%s%s", word(words, "quote-open"), text, word(words, "quote-close"));
}
