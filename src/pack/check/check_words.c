/* check_words.c - LANG/pack.yaml against pack.yaml. */
#include <string.h>

#include "pack/check/check.h"
#include "pack/search/search_words.h"

/* The row called `id` under `key` of the file. */
static const YNode *words_row(const CheckFile *file, const char *key, const char *id)
{
    const YNode *map = ynode_get(file->root, key);
    return map && map->kind == Y_MAP ? ynode_get(map, id) : NULL;
}

static void row_check(Check *check, const CheckFile *file, const char *key, const char *id)
{
    if (!id || words_row(file, key, id)) return;
    Mark at = check_key(file, key);
    const char *hint = arena_format(&check->file_arena, "add it under %s", key);
    if (file->is_draft)
        diag_warn(check->diags, at, "missing-words", hint, "\"%s\" has no words in this language", id);
    else
        diag_error(check->diags, at, "missing-words", hint, "\"%s\" has no words in this language", id);
}

void rule_missing_words(Check *check, const CheckFile *file)
{
    if (file->kind != CHECK_WORDS) return;
    const Pack *pack = check->pack;
    const CrisisEntry *lines = pack->crisis.items;
    for (size_t i = 0; i < pack->crisis.count; i++) row_check(check, file, "crisis", lines[i].id);
    if (file->is_draft) return; /* the first language stands in for the rest */
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count; i++) row_check(check, file, "sections", sections[i].id);
    const TagWords *tags = pack->words[0].tags.items;
    for (size_t i = 0; i < pack->words[0].tags.count; i++) row_check(check, file, "tags", tags[i].id);
    if (pack->articles.count > 0 && !ynode_get(file->root, "articles"))
        diag_error(check->diags, (Mark){file->name, 0, 0}, "missing-words", "add articles with a title",
                   "the articles have no words in this language");
}

/* Reports each row under `key` that `is_known` does not know. */
static void rows_check(Check *check, const CheckFile *file, const char *key,
                       bool (*is_known)(const Check *check, const char *id))
{
    const YNode *map = ynode_get(file->root, key);
    for (const YNode *row = map && map->kind == Y_MAP ? map->first : NULL; row; row = row->next)
        if (!is_known(check, row->key))
            diag_error(check->diags, row->key_at, "unknown-words", "use the id in pack.yaml, or take this out",
                       "pack.yaml has no \"%s\" under %s", row->key, key);
}

static bool has_section(const Check *check, const char *id) { return pack_section(check->pack, id) != NULL; }

void rule_unknown_words(Check *check, const CheckFile *file)
{
    if (file->kind != CHECK_WORDS) return;
    rows_check(check, file, "sections", has_section);
    rows_check(check, file, "crisis", check_has_contact);
}

void rule_same_words(Check *check, const CheckFile *file)
{
    if (file->kind != CHECK_WORDS) return;
    const PackWords *words = pack_words(check->pack, file->lang);
    if (!words || strcmp(words->lang, file->lang) != 0) return;
    for (size_t i = 0; i < words->same_words.count; i++) {
        SearchQuery same = search_query(&check->file_arena, file->lang, words->same_words.items[i]);
        if (same.count < 2)
            diag_error(check->diags, words->same_words.marks[i], "same-words",
                       "write the others after it, with commas between them",
                       "\"%s\" is one word: it means the same as no other", words->same_words.items[i]);
    }
}
