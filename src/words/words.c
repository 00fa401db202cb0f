#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/mem.h"
#include "text/text.h"
#include "yaml/ynode.h"

static const char *const langs[] = {"en", "fr", "es", "ar", "pa", "zh-Hans", "uk", "tl", NULL};

typedef struct WordEntry {
    const char *key;
    const YNode *value; /* a text, or a map from plural category to text */
} WordEntry;

struct Words {
    const char *lang;
    WordEntry *entries; /* sorted by key */
    size_t count;
    const Words *fallback; /* English; NULL for English itself */
};

struct WordsSet {
    Arena arena;
    Words items[ARRAY_LEN(langs) - 1];
};

static int entry_compare(const void *a, const void *b)
{
    return strcmp(((const WordEntry *)a)->key, ((const WordEntry *)b)->key);
}

static void words_load(Words *words, Arena *arena, const char *lang)
{
    words->lang = lang;
    Bytes bytes;
    const char *name = arena_format(arena, "assets/ui/%s.yaml", lang);
    if (!embed_find(name, &bytes)) return;
    Diags diags = {0};
    const YNode *root = yaml_parse(arena, name, bytes.data, bytes.count, &diags);
    if (!root) diags_print(&diags, stderr);
    diags_free(&diags);
    if (!root || root->kind != Y_MAP) return;
    words->entries = ARENA_ARRAY(arena, WordEntry, root->count);
    for (const YNode *node = root->first; node; node = node->next)
        words->entries[words->count++] = (WordEntry){node->key, node};
    qsort(words->entries, words->count, sizeof(WordEntry), entry_compare);
}

WordsSet *words_set_new(void)
{
    WordsSet *set = mem_alloc(sizeof(WordsSet));
    for (size_t i = 0; langs[i]; i++) {
        words_load(&set->items[i], &set->arena, langs[i]);
        set->items[i].fallback = i > 0 ? &set->items[0] : NULL;
    }
    return set;
}

void words_set_free(WordsSet *set)
{
    if (!set) return;
    arena_free(&set->arena);
    free(set);
}

const Words *words_of(const WordsSet *set, const char *lang)
{
    for (size_t i = 0; langs[i]; i++)
        if (strcmp(langs[i], lang) == 0) return &set->items[i];
    return &set->items[0];
}

const char *const *words_langs(void) { return langs; }

bool words_has(const char *lang)
{
    for (size_t i = 0; langs[i]; i++)
        if (strcmp(langs[i], lang) == 0) return true;
    return false;
}

static const YNode *words_find(const Words *words, const char *key)
{
    const WordEntry wanted = {.key = key};
    for (; words; words = words->fallback) {
        if (words->count == 0) continue;
        const WordEntry *entry = bsearch(&wanted, words->entries, words->count, sizeof(WordEntry), entry_compare);
        if (entry) return entry->value;
    }
    fprintf(stderr, "words: no key \"%s\"\n", key);
    abort();
}

const char *word(const Words *words, const char *key)
{
    const YNode *value = words_find(words, key);
    if (value->kind == Y_TEXT) return value->text;
    const YNode *other = ynode_get(value, "other");
    CHECK(other);
    return other->text;
}

/* `text` with every "{name}" replaced. */
static char *fill(Arena *arena, const char *text, const char *name, const char *value)
{
    char *slot = arena_format(arena, "{%s}", name);
    char *filled = arena_copy(arena, text);
    size_t from = 0;
    for (char *at = strstr(filled, slot); at; at = strstr(filled + from, slot)) {
        size_t before = (size_t)(at - filled);
        filled = arena_format(arena, "%.*s%s%s", (int)before, filled, value, at + strlen(slot));
        from = before + strlen(value);
    }
    return filled;
}

const char *word_with(const Words *words, Arena *arena, const char *key, const char *name, const char *value)
{
    return fill(arena, word(words, key), name, value);
}

const char *word_fill(Arena *arena, const char *text, const char *name, const char *value)
{
    return fill(arena, text, name, value);
}

const char *word_count(const Words *words, Arena *arena, const char *key, long n)
{
    const YNode *value = words_find(words, key);
    const YNode *form = value;
    if (value->kind == Y_MAP) {
        form = ynode_get(value, text_plural(words->lang, n));
        if (!form) form = ynode_get(value, "other");
    }
    CHECK(form && form->kind == Y_TEXT);
    return fill(arena, form->text, "n", arena_format(arena, "%ld", n));
}
