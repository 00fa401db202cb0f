#include "block/block.h"

#include <string.h>

#include "base/utf8.h"

#define BLOCK_ROW(name) &block_##name,
static const BlockType *const types[] = {BLOCKS(BLOCK_ROW)};
#undef BLOCK_ROW
#define BLOCK_NAME(name) #name,
static const char *const type_names[] = {BLOCKS(BLOCK_NAME)};
#undef BLOCK_NAME

const BlockType *const *block_types(size_t *count)
{
    *count = ARRAY_LEN(types);
    return types;
}

const BlockType *block_type_find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(types); i++)
        if (strcmp(types[i]->name, name) == 0) return types[i];
    return NULL;
}

static bool unknown_block(const YNode *value, Diags *diags)
{
    Arena scratch = {0};
    const char *nearest = schema_nearest(value->key, type_names, ARRAY_LEN(type_names));
    const char *hint = arena_copy(&scratch, "the kinds of block are: ");
    for (size_t i = 0; i < ARRAY_LEN(type_names); i++)
        hint = arena_format(&scratch, "%s%s%s", hint, i > 0 ? ", " : "", type_names[i]);
    if (nearest) hint = arena_format(&scratch, "did you mean \"%s\"?", nearest);
    diag_error(diags, value->key_at, "unknown-block", hint, "there is no block called \"%s\"", value->key);
    arena_free(&scratch);
    return false;
}

bool block_load(const YNode *node, Arena *arena, Block *out, Diags *diags)
{
    static const char *const how = "begin each block with a dash, its name and a colon, such as \"- text: ...\"";
    if (node->kind != Y_MAP || node->count == 0)
        return diag_error(diags, node->at, "not-a-block", how, "this is not a block");
    const YNode *value = node->first;
    if (value->next)
        return diag_error(diags, value->next->key_at, "two-blocks", "put a dash in front of it, to begin a new block",
                          "\"%s\" stands in the same block as \"%s\"", value->next->key, value->key);
    const BlockType *type = block_type_find(value->key);
    if (!type) return unknown_block(value, diags);
    void *props = arena_alloc(arena, type->props_size);
    *out = (Block){type, value->key_at, props};
    return schema_load_field(&type->value, arena, value, props, diags);
}

/* The first few words from `text` on, to show a place. In `arena`. */
static const char *excerpt(Arena *arena, const char *text)
{
    enum { EXCERPT_BYTES = 24 };
    size_t length = 0, step;
    uint32_t character;
    while (length < EXCERPT_BYTES && (step = utf8_decode(text + length, strlen(text + length), &character)) > 0)
        length += step;
    return arena_format(arena, "%.*s%s", (int)length, text, text[length] ? "…" : "");
}

void check_prose(const BlockCheck *check, Mark at, const char *text)
{
    static const char *const hint = "put the same number of * on both sides of the words, or a space on both sides of "
                                    "a * that is to be seen";
    if (!text) return;
    check->prose(check->context, at, text);
    Arena scratch = {0};
    size_t count;
    const char *const *paragraphs = inline_paragraphs(&scratch, text, &count);
    for (size_t i = 0; i < count; i++) {
        const char *star = inline_lone_star(paragraphs[i]);
        if (star) diag_error(check->diags, at, "emphasis", hint, "a * has no partner: \"%s\"", excerpt(&scratch, star));
    }
    arena_free(&scratch);
}

void check_title(const BlockCheck *check, Mark at, const char *text)
{
    if (!text) return;
    check->prose(check->context, at, text);
    if (inline_has_emphasis(text) || inline_lone_star(text))
        diag_error(check->diags, at, "emphasis", "take the * out", "there is no emphasis in titles and captions");
}

static bool ends_sentence(const char *text)
{
    static const char *const ends[] = {".", "!", "?", "…", "。", "！", "？", "؟", "।", ":", "”", "»"};
    size_t length = strlen(text);
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        size_t end = strlen(ends[i]);
        if (length >= end && strcmp(text + length - end, ends[i]) == 0) return true;
    }
    return false;
}

const char *speech_join(Arena *arena, const char *const *parts, size_t count)
{
    const char *joined = "";
    for (size_t i = 0; i < count; i++) {
        if (!parts[i] || !parts[i][0]) continue;
        const char *between = !joined[0] ? "" : ends_sentence(joined) ? " " : ". ";
        joined = arena_format(arena, "%s%s%s", joined, between, parts[i]);
    }
    return joined;
}
