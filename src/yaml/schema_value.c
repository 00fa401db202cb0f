#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "yaml/excerpt.h"
#include "yaml/schema_parts.h"

/* What a field holds, and how it is written where the row gives no example of one line. */
typedef struct TypeWords {
    const char *wants, *example;
} TypeWords;

static TypeWords type_words(FieldType type)
{
    switch (type) {
    case FIELD_TEXT: return (TypeWords){"a text", "some words"};
    case FIELD_INT: return (TypeWords){"a whole number", NULL};
    case FIELD_BOOL: return (TypeWords){"yes or no", "yes"};
    case FIELD_DATE: return (TypeWords){"a date", "2026-11-24"};
    case FIELD_TIME: return (TypeWords){"a time of day", "08:30"};
    case FIELD_CHOICE: return (TypeWords){"one word of a few", NULL};
    case FIELD_CHOICES: return (TypeWords){"a list of words", NULL};
    case FIELD_TEXTS: return (TypeWords){"a list of texts", "[first, second]"};
    case FIELD_WORDS: return (TypeWords){"a text, or one for each language", "{en: Good morning, fr: Bonjour}"};
    case FIELD_OBJECT:
    case FIELD_MAP: return (TypeWords){"a group of keys", NULL};
    case FIELD_LIST:
    case FIELD_NODE: return (TypeWords){"a list", NULL};
    }
    return (TypeWords){"a text", NULL};
}

const char *slot_how(const Slot *slot)
{
    const Field *field = slot->field;
    Arena *arena = slot->scratch;
    TypeWords words = type_words(field->type);
    const char *example = field->example && !strchr(field->example, '\n') ? field->example : words.example;
    if (field->type == FIELD_INT && !field->example)
        return arena_format(arena, "write it as %s: %d", field->key, int_max(field->min, 1));
    if (example && example[0]) return arena_format(arena, "write it as %s: %s", field->key, example);
    if (field->choices)
        return arena_format(arena, field->type == FIELD_CHOICE ? "write it as %s: %s" : "write it as %s: [%s]",
                            field->key, field->choices[0]);
    if (field->type == FIELD_OBJECT || field->type == FIELD_MAP)
        return arena_format(arena, "end the line after \"%s:\", and write its keys below, two spaces further right",
                            field->key);
    return arena_format(arena, "end the line after \"%s:\", and write each item below, with \"- \" before it",
                        field->key);
}

/* True, and reported, if a text with a colon was read as a key and its value: "- Try this: breathe out." */
static bool colon_report(const Slot *slot)
{
    const YNode *node = slot->node, *value = node->first;
    bool is_item = str_starts(slot->subject, "item ");
    if (slot->field->type != FIELD_TEXT || !is_item || node->kind != Y_MAP || node->count != 1) return false;
    if (value->kind != Y_TEXT || !value->text[0]) return false;
    const char *text = arena_format(slot->scratch, "%s: %s", value->key, value->text);
    const char *hint = utf8_count(text) > EXCERPT_CHARACTERS || strchr(text, '"')
                           ? "put quotes around the whole text: \"...\""
                           : arena_format(slot->scratch, "put quotes around the whole text: \"%s\"", text);
    return !diag_error(slot->diags, node->at, "colon-in-text", hint,
                       "\"%s\" has a colon inside, and a colon with a space starts a new key",
                       excerpt(slot->scratch, text, strlen(text), EXCERPT_CHARACTERS));
}

bool slot_wrong_kind(const Slot *slot)
{
    if (colon_report(slot)) return false;
    static const char *const found[] = {
        [Y_TEXT] = "a text is written", [Y_LIST] = "a list is written", [Y_MAP] = "keys are written"};
    const char *hint = slot_how(slot);
    if (slot->node->kind != Y_TEXT && slot->field->type == FIELD_TEXT)
        hint = arena_format(slot->scratch, "%s; a text that starts with [ or { needs quotes around it", hint);
    return diag_error(slot->diags, slot->node->at, "wrong-kind", hint, "%s must be %s, but here %s", slot->subject,
                      type_words(slot->field->type).wants, found[slot->node->kind]);
}

bool slot_is_empty(const Slot *slot)
{
    return slot->node->kind == Y_TEXT && slot->node->text[strspn(slot->node->text, " \n")] == '\0';
}

bool slot_take_empty(const Slot *slot)
{
    if (field_allows_empty(slot->field)) return true;
    return diag_error(slot->diags, ynode_place(slot->node), "empty-value", slot_how(slot), "%s is empty",
                      slot->subject);
}

bool slot_check_count(const Slot *slot, size_t count, const char *of_one, const char *of_many)
{
    int has = count < INT_MAX ? (int)count : INT_MAX;
    const char *unit = has == 1 ? of_one : of_many;
    const Field *field = slot->field;
    bool is_text = slot->node->kind == Y_TEXT;
    if (field->max > 0 && has > field->max)
        return diag_error(slot->diags, ynode_place(slot->node), is_text ? "too-long" : "too-many",
                          arena_format(slot->scratch, "take out at least %d", has - field->max),
                          "%s has %d %s, and may have at most %d", slot->subject, has, unit, field->max);
    if (has < field->min)
        return diag_error(slot->diags, ynode_place(slot->node), is_text ? "too-short" : "too-few",
                          arena_format(slot->scratch, "add at least %d", field->min - has),
                          "%s has %d %s, and must have at least %d", slot->subject, has, unit, field->min);
    return true;
}

/* A "|" text ends in a line end that nobody meant to write. */
static const char *without_last_line_ends(Arena *arena, const char *text)
{
    size_t length = strlen(text), kept = length;
    while (kept > 0 && text[kept - 1] == '\n') kept--;
    return kept == length ? text : arena_copy_bytes(arena, text, kept);
}

bool slot_text(const Slot *slot, const char **out)
{
    if (slot->node->kind != Y_TEXT) return slot_wrong_kind(slot);
    if (slot_is_empty(slot)) {
        *out = "";
        return slot_take_empty(slot);
    }
    *out = without_last_line_ends(slot->arena, slot->node->text);
    return slot_check_count(slot, utf8_count(*out), "character", "characters");
}

static const char *shown(const Slot *slot)
{
    return excerpt(slot->scratch, slot->node->text, strlen(slot->node->text), EXCERPT_CHARACTERS);
}

static bool is_digits(const char *text, size_t count) { return strspn(text, "0123456789") >= count; }

bool slot_int(const Slot *slot, int *out)
{
    enum { DIGITS_MAX = 9 }; /* always fits an int */
    if (slot->node->kind != Y_TEXT) return slot_wrong_kind(slot);
    const Field *field = slot->field;
    const char *digits = slot->node->text + (slot->node->text[0] == '-' ? 1 : 0);
    size_t length = strlen(digits);
    if (length == 0 || length > DIGITS_MAX || !is_digits(digits, length) || (digits[0] == '0' && length > 1))
        return diag_error(slot->diags, slot->node->at, "bad-number", slot_how(slot),
                          "%s must be a whole number in digits, and \"%s\" is none", slot->subject, shown(slot));
    int value = (int)strtol(slot->node->text, NULL, 10);
    if (value < field->min || (field->max > 0 && value > field->max))
        return field->max > 0
                   ? diag_error(slot->diags, slot->node->at, "number-out-of-range", slot_how(slot),
                                "%s is %d, and must be from %d to %d", slot->subject, value, field->min, field->max)
                   : diag_error(slot->diags, slot->node->at, "number-out-of-range", slot_how(slot),
                                "%s is %d, and must be at least %d", slot->subject, value, field->min);
    *out = value;
    return true;
}

bool slot_bool(const Slot *slot, bool *out)
{
    if (slot->node->kind != Y_TEXT) return slot_wrong_kind(slot);
    const char *text = slot->node->text;
    if (strcmp(text, "yes") == 0 || strcmp(text, "true") == 0)
        *out = true;
    else if (strcmp(text, "no") == 0 || strcmp(text, "false") == 0)
        *out = false;
    else
        return diag_error(slot->diags, slot->node->at, "bad-yes-no",
                          arena_format(slot->scratch, "write %s: yes or %s: no", slot->field->key, slot->field->key),
                          "%s must be yes or no, and \"%s\" is neither", slot->subject, shown(slot));
    return true;
}

bool slot_date(const Slot *slot, Date *out)
{
    if (slot->node->kind != Y_TEXT) return slot_wrong_kind(slot);
    const char *text = slot->node->text;
    if (!date_is_shaped(text))
        return diag_error(slot->diags, slot->node->at, "bad-date", slot_how(slot),
                          "%s must be a date as year-month-day, and \"%s\" is not written so", slot->subject,
                          shown(slot));
    if (!date_read(text, out))
        return diag_error(slot->diags, slot->node->at, "bad-date", "write a day that exists, as year-month-day",
                          "there is no such day as %s in the calendar", text);
    return true;
}

/* Reads a time as people write it: "9:00", "9.30", "9h30", "10:30 AM", "5 pm". -1: it is none. */
static int time_meant(const char *text)
{
    char *end;
    if (!is_digits(text, 1)) return -1;
    long hour = strtol(text, &end, 10), minute = 0;
    if (end - text > 2) return -1;
    if (strchr(":.hH", *end) && *end && is_digits(end + 1, 2)) {
        minute = strtol(end + 1, NULL, 10);
        end += 3;
    }
    end += strspn(end, " ");
    bool is_pm = strchr("pP", *end) && *end, is_half = is_pm || (strchr("aA", *end) && *end);
    if (is_half && (hour == 0 || hour > 12)) return -1;
    end += is_half ? strspn(end, "aApPmM. ") : 0;
    if (*end || hour > 23 || minute > 59) return -1;
    if (is_half) hour = hour % 12 + (is_pm ? 12 : 0);
    return (int)(hour * 60 + minute);
}

/* An hour without its zero is taken; other ways to write a time are shown as they should be. */
bool slot_time(const Slot *slot, int *out)
{
    if (slot->node->kind != Y_TEXT) return slot_wrong_kind(slot);
    const char *text = slot->node->text;
    int meant = time_meant(text);
    size_t hours = strspn(text, "0123456789");
    bool is_shaped = hours > 0 && text[hours] == ':' && strlen(text + hours) == 3 && is_digits(text + hours + 1, 2);
    const char *hint = meant < 0 ? slot_how(slot)
                                 : arena_format(slot->scratch, "write it as %s: \"%02d:%02d\"", slot->field->key,
                                                meant / 60, meant % 60);
    if (!is_shaped || meant < 0)
        return diag_error(slot->diags, slot->node->at, "bad-time", hint,
                          "%s must be a time from 00:00 to 23:59, and \"%s\" is none", slot->subject, shown(slot));
    *out = meant;
    return true;
}

bool slot_choice(const Slot *slot, int *out)
{
    if (slot->node->kind != Y_TEXT) return slot_wrong_kind(slot);
    const char *const *choices = slot->field->choices;
    size_t count = field_choice_count(slot->field);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(choices[i], slot->node->text) != 0) continue;
        *out = (int)i;
        return true;
    }
    Arena *arena = slot->scratch;
    const char *nearest = schema_nearest(slot->node->text, choices, count);
    const char *hint = arena_format(arena, "write one of: %s", list_words(arena, choices, count));
    if (nearest)
        hint =
            arena_format(arena, "did you mean \"%s\"? the choices are: %s", nearest, list_words(arena, choices, count));
    return diag_error(slot->diags, slot->node->at, "unknown-choice", hint, "\"%s\" is no choice for %s", shown(slot),
                      slot->subject);
}
