#include "store/diff/numbers.h"

#include <string.h>

#include "base/str.h"

enum { PHONE_DIGITS_MIN = 3, PHONE_DIGITS_MAX = 15, LONG_DIGITS = 7 };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
/* What may stand between two groups of a number; its bytes, or 0. */
static size_t gap_one(const char *text)
{
    static const char *const gaps[] = {
        "-", " ", ".", "(", ")", "/", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x93"};
    for (size_t i = 0; i < ARRAY_LEN(gaps); i++)
        if (str_starts(text, gaps[i])) return strlen(gaps[i]);
    return 0;
}

/* The gap at `text` if, within two signs, digits follow; else 0. */
static size_t gap_length(const char *text)
{
    size_t first = gap_one(text);
    if (first == 0 || is_digit(text[first])) return first;
    size_t second = gap_one(text + first);
    return second > 0 && is_digit(text[first + second]) ? first + second : 0;
}

/* Digits in groups, as they stand in the text. */
typedef struct Digits {
    size_t start, length;
    size_t digits, groups, first_group;
    bool hyphens; /* all gaps are a single hyphen */
} Digits;

static bool digits_next(const char *text, size_t from, Digits *out)
{
    size_t at = from + strcspn(text + from, "0123456789");
    if (!text[at]) return false;
    *out = (Digits){.start = at, .hyphens = true};
    for (;;) {
        size_t count = strspn(text + at, "0123456789");
        if (out->groups++ == 0) out->first_group = count;
        out->digits += count;
        at += count;
        size_t gap = gap_length(text + at);
        if (gap == 0 || !is_digit(text[at + gap])) break;
        out->hyphens = out->hyphens && gap == 1 && text[at] == '-';
        at += gap;
    }
    out->length = at - out->start;
    return true;
}

static bool digits_are_phone(const char *text, const Digits *d)
{
    if (d->digits < PHONE_DIGITS_MIN || d->digits > PHONE_DIGITS_MAX) return false;
    if (d->start > 0 && (ascii_is_letter(text[d->start - 1]) || text[d->start - 1] == '_')) return false;
    if (ascii_is_letter(text[d->start + d->length])) return false;
    bool is_date = d->hyphens && d->groups == 3 && d->first_group == 4 && d->digits == 8;
    bool is_short = d->hyphens && d->groups == 3 && d->digits == 3; /* 9-8-8 */
    return is_short || (!is_date && d->digits >= LONG_DIGITS && (d->groups >= 2 || d->digits >= LONG_DIGITS + 3));
}

bool number_next(const char *text, size_t *at, size_t *start, size_t *length)
{
    Digits digits;
    while (digits_next(text, *at, &digits)) {
        *at = digits.start + digits.length;
        if (!digits_are_phone(text, &digits)) continue;
        bool plus = digits.start > 0 && text[digits.start - 1] == '+';
        *start = digits.start - (plus ? 1 : 0);
        *length = digits.length + (plus ? 1 : 0);
        return true;
    }
    return false;
}

typedef struct Collector {
    Arena *arena;
    const char *page; /* what the whole file is called, for numbers in running text */
    Numbers *out;
} Collector;

static void number_add(const Collector *collector, const char *place, const char *label, const char *text)
{
    Numbers *out = collector->out;
    out->items = arena_grow(collector->arena, out->items, out->count, &out->capacity, sizeof(*out->items));
    out->items[out->count++] = (Number){place, label, text};
}

/* Keys whose whole value is a number, whatever it looks like. */
static bool key_is_number(const char *key)
{
    static const char *const keys[] = {"number", "phone", "telephone", "fax", "sms", "text-to", "call"};
    for (size_t i = 0; key && i < ARRAY_LEN(keys); i++)
        if (strcmp(key, keys[i]) == 0) return true;
    return false;
}

static const char *text_of(const YNode *node)
{
    if (node && node->kind == Y_MAP) node = node->first; /* {en: ..., fr: ...}: the first language */
    return node && node->kind == Y_TEXT && node->text[0] ? node->text : NULL;
}

/* What people call the thing that a map describes; NULL if it does not say. */
static const char *map_name(const YNode *map)
{
    static const char *const keys[] = {"name", "title", "label", "id"};
    const char *name = NULL;
    for (size_t i = 0; i < ARRAY_LEN(keys) && !name; i++) name = text_of(ynode_get(map, keys[i]));
    return name;
}

static void node_collect(const Collector *collector, const YNode *node, const char *place, const char *label);

static void text_collect(const Collector *collector, const YNode *node, const char *place, const char *label)
{
    size_t at = 0, start, length;
    if (key_is_number(node->key)) {
        if (node->text[0]) number_add(collector, place, label, node->text);
        return;
    }
    while (number_next(node->text, &at, &start, &length))
        number_add(collector, "", collector->page, arena_copy_bytes(collector->arena, node->text + start, length));
}

static void children_collect(const Collector *collector, const YNode *node, const char *place, const char *label)
{
    size_t i = 0;
    for (const YNode *child = node->first; child; child = child->next, i++) {
        const YNode *id = child->kind == Y_MAP ? ynode_get(child, "id") : NULL;
        const char *step = child->key                 ? child->key
                           : id && id->kind == Y_TEXT ? id->text
                                                      : arena_format(collector->arena, "%zu", i);
        const char *below = place[0] ? arena_format(collector->arena, "%s/%s", place, step) : step;
        node_collect(collector, child, below, label);
    }
}

static void node_collect(const Collector *collector, const YNode *node, const char *place, const char *label)
{
    if (node->kind == Y_TEXT) {
        text_collect(collector, node, place, label);
        return;
    }
    const char *name = node->kind == Y_MAP ? map_name(node) : NULL;
    children_collect(collector, node, place, name ? name : label);
}

void numbers_collect(Arena *arena, const YNode *root, const char *label, Numbers *out)
{
    const char *name = root->kind == Y_MAP ? map_name(root) : NULL;
    const Collector collector = {arena, name ? name : label, out};
    node_collect(&collector, root, "", label);
}
