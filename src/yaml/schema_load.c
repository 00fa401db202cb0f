#include <string.h>

#include "yaml/excerpt.h"
#include "yaml/schema_parts.h"

static bool struct_load(const Slot *slot, const Schema *schema, void *out);

static void *member_of(void *out, size_t offset) { return (char *)out + offset; }

/* A time of day that is not there is -1, for 0 is midnight. */
static void clear_times(const Schema *schema, void *out)
{
    const Field *field;
    for (size_t i = 0; (field = schema_row(schema, i)) != NULL; i++) {
        if (field->type == FIELD_TIME) *(int *)member_of(out, field->offset) = -1;
        if (field->type == FIELD_OBJECT) clear_times(field->schema, member_of(out, field->offset));
    }
}

/* A required text is never NULL, even where the author has left it out: what is wrong was reported, and the rules that
 * look at the rest must not stumble. "" stands for it. */
static void clear_required_texts(const Schema *schema, void *out)
{
    const Field *field;
    for (size_t i = 0; (field = schema_row(schema, i)) != NULL; i++) {
        const char **text = member_of(out, field->offset);
        if (field->type == FIELD_TEXT && (field->flags & FIELD_REQUIRED) && !*text) *text = "";
    }
}

/* An author's key may be of any length. */
static const char *shown_key(const Slot *slot, const YNode *node)
{
    return excerpt(slot->scratch, node->key, strlen(node->key), EXCERPT_CHARACTERS);
}

static const char *item_subject(const Slot *slot, size_t i)
{
    return arena_format(slot->scratch, "item %zu of \"%s\"", i + 1, slot->field->key);
}

static bool load_list(const Slot *slot, List *out)
{
    if (slot->node->kind != Y_LIST) return slot_wrong_kind(slot);
    bool ok = slot_check_count(slot, slot->node->count, "item", "items");
    const Schema *schema = slot->field->schema;
    out->items = arena_array(slot->arena, slot->node->count, schema->size);
    for (const YNode *node = slot->node->first; node; node = node->next) {
        Slot item = *slot;
        item.node = node;
        item.subject = item_subject(slot, out->count);
        ok &= struct_load(&item, schema, member_of(out->items, out->count * schema->size));
        out->count++;
    }
    return ok;
}

static bool load_map(const Slot *slot, List *out)
{
    if (slot->node->kind != Y_MAP) return slot_wrong_kind(slot);
    bool ok = slot_check_count(slot, slot->node->count, "key", "keys");
    const Schema *schema = slot->field->schema;
    out->items = arena_array(slot->arena, slot->node->count, schema->size);
    for (const YNode *node = slot->node->first; node; node = node->next) {
        Slot item = *slot;
        item.node = node;
        item.subject = arena_format(slot->scratch, "\"%s\"", shown_key(slot, node));
        void *entry = member_of(out->items, out->count++ * schema->size);
        *(const char **)entry = node->key;
        ok &= struct_load(&item, schema, entry);
    }
    return ok;
}

static bool load_texts(const Slot *slot, TextList *out)
{
    if (slot->node->kind != Y_LIST) return slot_wrong_kind(slot);
    bool ok = slot_check_count(slot, slot->node->count, "item", "items");
    Mark *marks = ARENA_ARRAY(slot->arena, Mark, slot->node->count);
    out->items = ARENA_ARRAY(slot->arena, const char *, slot->node->count);
    out->marks = marks;
    Field text = {.key = slot->field->key, .type = FIELD_TEXT, .max = slot->field->item_max};
    text.example = slot->field->example ? slot->field->example : "[first, second]";
    for (const YNode *node = slot->node->first; node; node = node->next) {
        Slot item = {&text, node, item_subject(slot, out->count), slot->arena, slot->scratch, slot->diags};
        out->items[out->count] = "";
        ok &= slot_text(&item, &out->items[out->count]);
        marks[out->count++] = node->at;
    }
    return ok;
}

static bool load_choices(const Slot *slot, unsigned *out)
{
    if (slot->node->kind != Y_LIST) return slot_wrong_kind(slot);
    bool ok = slot_check_count(slot, slot->node->count, "item", "items");
    Field choice = {.key = slot->field->key, .type = FIELD_CHOICE, .choices = slot->field->choices};
    choice.example = arena_format(slot->scratch, "[%s]", choice.choices[0]);
    CHECK(field_choice_count(&choice) <= 8 * sizeof(*out));
    for (const YNode *node = slot->node->first; node; node = node->next) {
        Slot item = {&choice, node, slot->subject, slot->arena, slot->scratch, slot->diags};
        int which = 0;
        if (!slot_choice(&item, &which))
            ok = false;
        else if (*out & 1u << which)
            ok = diag_error(slot->diags, node->at, "listed-twice", "keep one of them", "\"%s\" is listed twice",
                            node->text);
        else
            *out |= 1u << which;
    }
    return ok;
}

/* "en", "zh-Hans", "pt-BR": what a folder of a language is called. */
static bool is_lang(const char *text)
{
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    if (letters < 2 || letters > 3) return false;
    for (text += letters; *text; text++) {
        static const char letters_and_digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        if (*text != '-' || strspn(text + 1, letters_and_digits) < 2) return false;
        text += strspn(text + 1, letters_and_digits);
    }
    return true;
}

/* A text that is wrong is none in this language. */
static bool load_word(const Slot *slot, const char *lang, List *out)
{
    Word *word = (Word *)out->items + out->count;
    word->lang = lang;
    if (!slot_text(slot, &word->text)) return false;
    out->count++;
    return true;
}

/* Reports a key that is no language. Without a value it is the end of the text before it, which has a comma and no
 * quotes: {en: Come in, take a seat.} has two keys. */
static bool report_no_lang(const Slot *slot, const YNode *before, const YNode *node)
{
    const char *key = shown_key(slot, node);
    bool is_rest = before && before->kind == Y_TEXT && before->text[0] && node->kind == Y_TEXT && !node->text[0];
    if (!is_rest)
        return diag_error(slot->diags, node->key_at, "bad-language", "write a code such as en, fr or zh-Hans",
                          "\"%s\" is no code of a language", key);
    const char *start = excerpt(slot->scratch, before->text, strlen(before->text), EXCERPT_CHARACTERS);
    const char *hint =
        arena_format(slot->scratch, "put quotes round the text: %s: \"%s, %s\"", before->key, start, key);
    return diag_error(slot->diags, node->key_at, "comma-in-text", hint, "the comma before \"%s\" ends the text", key);
}

static bool load_words(const Slot *slot, List *out)
{
    if (slot->node->kind == Y_LIST) return slot_wrong_kind(slot);
    size_t count = slot->node->kind == Y_TEXT ? 1 : slot->node->count;
    out->items = ARENA_ARRAY(slot->arena, Word, count);
    Field text = *slot->field;
    text.type = FIELD_TEXT;
    if (!text.example) text.example = "{en: Good morning, fr: Bonjour}";
    Slot item = *slot;
    item.field = &text;
    if (slot->node->kind == Y_TEXT) return load_word(&item, "", out);
    bool ok = true;
    const YNode *before = NULL;
    for (const YNode *node = slot->node->first; node; before = node, node = node->next) {
        item.node = node;
        item.subject = arena_format(slot->scratch, "%s of %s", shown_key(slot, node), slot->subject);
        ok &= is_lang(node->key) ? load_word(&item, node->key, out) : report_no_lang(slot, before, node);
    }
    return ok;
}

static bool field_load(const Slot *slot, void *member)
{
    FieldType type = slot->field->type;
    if (slot_is_empty(slot) && type != FIELD_TEXT && type != FIELD_WORDS && type != FIELD_NODE)
        return slot_take_empty(slot);
    switch (type) {
    case FIELD_TEXT: return slot_text(slot, member);
    case FIELD_INT: return slot_int(slot, member);
    case FIELD_BOOL: return slot_bool(slot, member);
    case FIELD_DATE: return slot_date(slot, member);
    case FIELD_TIME: return slot_time(slot, member);
    case FIELD_CHOICE: return slot_choice(slot, member);
    case FIELD_CHOICES: return load_choices(slot, member);
    case FIELD_OBJECT: return struct_load(slot, slot->field->schema, member);
    case FIELD_LIST: return load_list(slot, member);
    case FIELD_TEXTS: return load_texts(slot, member);
    case FIELD_MAP: return load_map(slot, member);
    case FIELD_WORDS: return load_words(slot, member);
    case FIELD_NODE: *(const YNode **)member = slot->node; return true;
    }
    return false;
}

/* The keys of a struct, and which of them an unknown key was probably meant to be. */
typedef struct Keys {
    const char **names;
    bool *are_meant;
    size_t count;
} Keys;

static Keys keys_of(const Schema *schema, Arena *arena)
{
    Keys keys = {0};
    while (schema_row(schema, keys.count)) keys.count++;
    keys.names = ARENA_ARRAY(arena, const char *, keys.count);
    keys.are_meant = ARENA_ARRAY(arena, bool, keys.count);
    for (size_t i = 0; i < keys.count; i++) keys.names[i] = schema_row(schema, i)->key;
    return keys;
}

static bool report_unknown(const Slot *slot, const Schema *schema, Keys *keys)
{
    const YNode *node = slot->node;
    bool is_heard = slot->diags->count < DIAGS_MAX; /* ten thousand unknown keys must not take seconds */
    const char *nearest = is_heard ? schema_nearest(node->key, keys->names, keys->count) : NULL;
    const char *hint = nearest ? arena_format(slot->scratch, "did you mean \"%s\"?", nearest)
                               : arena_format(slot->scratch, "the keys here are: %s",
                                              list_words(slot->scratch, keys->names, keys->count));
    for (size_t i = 0; i < keys->count; i++)
        if (keys->names[i] == nearest) keys->are_meant[i] = true;
    return diag_error(slot->diags, node->key_at, "unknown-key", hint, "there is no key \"%s\" in this %s",
                      shown_key(slot, node), schema->name);
}

/* A key that is missing because it is misspelt has been reported already. */
static bool report_missing(const Slot *slot, const Schema *schema, const Keys *keys)
{
    bool ok = true;
    for (size_t i = 0; i < keys->count; i++) {
        const Field *field = schema_row(schema, i);
        if (!(field->flags & FIELD_REQUIRED) || keys->are_meant[i] || ynode_get(slot->node, field->key)) continue;
        Slot missing = *slot;
        missing.field = field;
        ok = diag_error(slot->diags, ynode_place(slot->node), "missing-key", slot_how(&missing),
                        "\"%s\" is missing in this %s", field->key, schema->name);
    }
    return ok;
}

static bool report_no_keys(const Slot *slot, const Keys *keys)
{
    const char *hint = arena_format(slot->scratch, "write keys with a colon after each; they may be: %s",
                                    list_words(slot->scratch, keys->names, keys->count));
    if (slot_is_empty(slot))
        return diag_error(slot->diags, ynode_place(slot->node), "empty-value", hint, "%s is empty", slot->subject);
    return diag_error(slot->diags, slot->node->at, "wrong-kind", hint, "%s must be a group of keys, but here %s",
                      slot->subject, slot->node->kind == Y_TEXT ? "a text is written" : "a list is written");
}

static bool struct_load(const Slot *slot, const Schema *schema, void *out)
{
    clear_times(schema, out);
    clear_required_texts(schema, out);
    if (schema->mark_offset > 0) *(Mark *)member_of(out, schema->mark_offset - 1) = ynode_place(slot->node);
    Keys keys = keys_of(schema, slot->scratch);
    if (slot->node->kind != Y_MAP) return report_no_keys(slot, &keys);
    bool ok = true;
    for (const YNode *node = slot->node->first; node; node = node->next) {
        const Field *field = schema_find(schema, node->key);
        Slot value = *slot;
        value.node = node;
        value.field = field;
        value.subject = arena_format(slot->scratch, "\"%s\"", node->key);
        ok &= field ? field_load(&value, member_of(out, field->offset)) : report_unknown(&value, schema, &keys);
    }
    return report_missing(slot, schema, &keys) && ok;
}

bool schema_load(const Schema *schema, Arena *arena, const YNode *node, void *out, Diags *diags)
{
    Arena scratch = {0};
    Slot slot = {NULL, node, arena_format(&scratch, "this %s", schema->name), arena, &scratch, diags};
    bool ok = struct_load(&slot, schema, out);
    arena_free(&scratch);
    return ok;
}

bool schema_load_field(const Field *field, Arena *arena, const YNode *node, void *out, Diags *diags)
{
    Arena scratch = {0};
    Slot slot = {field, node, arena_format(&scratch, "\"%s\"", field->key), arena, &scratch, diags};
    bool ok = field_load(&slot, member_of(out, field->offset));
    arena_free(&scratch);
    return ok;
}
