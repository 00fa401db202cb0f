#include "store/diff/numbers.h"

#include <string.h>

#include "base/str.h"
#include "text/number.h"

/* Digits of a number that is written without signs, or with an area code: from so many on it is a telephone number. */
enum { PLAIN_DIGITS_MIN = 10 };

/* True if letters touch it: a part of a name or an address. */
static bool is_in_word(const char *text, size_t start, size_t end)
{
    return (start > 0 && (ascii_is_letter(text[start - 1]) || text[start - 1] == '_')) || ascii_is_letter(text[end]);
}

/* Staff are shown too many numbers rather than one too few. */
static bool is_phone(const WrittenNumber *number, size_t count)
{
    int digits = number_digit_count(number, count);
    bool has_hyphens = true;
    for (size_t i = 1; i < count; i++) has_hyphens &= number_is_joined_by(number, i, SIGN_HYPHEN);
    if (has_hyphens && count == 3 && digits == 3) return true; /* 9-8-8 */
    if (has_hyphens && number_has_form_of_date(number, count) && number->groups[0].digits == 4) return false;
    bool is_long = digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX;
    return is_long && (count >= 2 || digits >= PLAIN_DIGITS_MIN);
}

bool phone_next(const char *text, size_t *at, size_t *start, size_t *length)
{
    WrittenNumber number;
    while (number_find(text, *at, &number)) {
        size_t count = number_phone_groups(&number), end = number_end(&number, count);
        *at = end;
        if (is_in_word(text, number.groups[0].start, end) || !is_phone(&number, count)) continue;
        *start = number.start;
        *length = end - number.start;
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
    while (phone_next(node->text, &at, &start, &length))
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
