/* check_texts.c - all that visitors read in a file, each text with its place and its use. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/check/check.h"

typedef struct Texts {
    CheckText *items;
    size_t count, capacity;
    Arena *arena;
} Texts;

/* Keys whose text visitors read. Blocks hand out their own. */
static const struct {
    const char *key;
    TextUse use;
} keys[] = {
    {"title", TEXT_LABEL},   {"also", TEXT_LABEL},       {"line", TEXT_LABEL},     {"name", TEXT_LABEL},
    {"label", TEXT_LABEL},   {"button", TEXT_LABEL},     {"clear", TEXT_LABEL},    {"any", TEXT_LABEL},
    {"note", TEXT_SENTENCE}, {"summary", TEXT_SENTENCE}, {"text", TEXT_SENTENCE},  {"intro", TEXT_SENTENCE},
    {"ask", TEXT_SENTENCE},  {"none", TEXT_SENTENCE},    {"take-home", TEXT_CODE},
};

static void texts_add(Texts *texts, Mark at, const char *text, TextUse use)
{
    if (!text[0]) return;
    texts->items = arena_grow(texts->arena, texts->items, texts->count, &texts->capacity, sizeof(*texts->items));
    texts->items[texts->count++] = (CheckText){at, text, use};
}

static void node_collect(Texts *texts, const YNode *node);

static void value_collect(Texts *texts, const YNode *value)
{
    if (strcmp(value->key, "blocks") == 0) return;
    if (value->kind != Y_TEXT) {
        node_collect(texts, value);
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(keys); i++)
        if (strcmp(value->key, keys[i].key) == 0) texts_add(texts, value->at, value->text, keys[i].use);
}

/* Depth is bounded by YAML_DEPTH_MAX. */
static void node_collect(Texts *texts, const YNode *node)
{
    for (const YNode *child = node->first; child; child = child->next) {
        if (node->kind == Y_MAP)
            value_collect(texts, child);
        else if (child->kind != Y_TEXT)
            node_collect(texts, child);
    }
}

/* Names of tags have keys of their own. */
static void tags_collect(Texts *texts, const YNode *tags)
{
    for (const YNode *tag = tags && tags->kind == Y_MAP ? tags->first : NULL; tag; tag = tag->next)
        if (tag->kind == Y_TEXT) texts_add(texts, tag->at, tag->text, TEXT_LABEL);
}

static void body_collect(const void *context, Mark at, const char *text)
{
    texts_add(*(Texts *const *)context, at, text, TEXT_BODY);
}

void check_collect_texts(Check *check, CheckFile *file)
{
    Texts texts = {.arena = &check->file_arena};
    Texts *context = &texts;
    node_collect(&texts, file->root);
    if (file->kind == CHECK_WORDS) tags_collect(&texts, ynode_get(file->root, "tags"));
    if (file->page) parts_each_prose(&file->page->parts, file->lang, &context, body_collect);
    if (file->questions) parts_each_prose(&file->questions->words, file->lang, &context, body_collect);
    if (file->questions) parts_each_prose(&file->questions->first_call, file->lang, &context, body_collect);
    file->texts = texts.items;
    file->text_count = texts.count;
}
