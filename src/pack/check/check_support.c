/* check_support.c - the words after which the search shows help first. */
#include <string.h>

#include "base/utf8.h"
#include "pack/check/check.h"
#include "pack/search/search_words.h"

enum { LONE_LETTERS_MIN = 4 };

/* Chinese says in two characters what others say in a sentence. */
static bool is_too_short(const SearchQuery *words)
{
    if (words->count != 1) return words->count == 0;
    const char *word = words->words[0];
    bool is_chinese = (unsigned char)word[0] >= 0xE3;
    bool is_number = strspn(word, "0123456789") == strlen(word);
    return !is_chinese && !is_number && utf8_count(word) < LONE_LETTERS_MIN;
}

void rule_support_short(Check *check, const CheckFile *file)
{
    if (!file->support) return;
    const TextList *phrases = &file->support->phrases;
    for (size_t i = 0; i < phrases->count; i++) {
        SearchQuery words = search_plain_words(&check->file_arena, file->lang, phrases->items[i]);
        if (is_too_short(&words))
            diag_error(check->diags, phrases->marks[i], "support-short", "write the phrase that it stands in",
                       "\"%s\" is so short that it would bring up help for many other words", phrases->items[i]);
    }
}

static bool phrases_same(const SearchQuery *a, const SearchQuery *b)
{
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++)
        if (strcmp(a->words[i], b->words[i]) != 0) return false;
    return true;
}

void rule_support_twice(Check *check, const CheckFile *file)
{
    if (!file->support) return;
    const TextList *phrases = &file->support->phrases;
    SearchQuery *all = ARENA_ARRAY(&check->file_arena, SearchQuery, phrases->count + 1);
    for (size_t i = 0; i < phrases->count; i++) {
        all[i] = search_plain_words(&check->file_arena, file->lang, phrases->items[i]);
        for (size_t j = 0; j < i; j++)
            if (phrases_same(&all[i], &all[j])) {
                diag_warn(check->diags, phrases->marks[i], "support-twice", "take one of them out",
                          "\"%s\" is the same to the search as \"%s\"", phrases->items[i], phrases->items[j]);
                break;
            }
    }
}

static void role_names_check(Check *check, const SupportFile *file, const TextList *names)
{
    for (size_t i = 0; i < names->count; i++)
        if (!support_role(&file->roles, names->items[i]))
            diag_error(check->diags, names->marks[i], "support-role", "add it under roles, or take it out",
                       "there is no role called \"%s\"", names->items[i]);
}

void rule_support_role(Check *check, const CheckFile *file)
{
    if (!file->support) return;
    const SupportSign *signs = file->support->signs.items;
    for (size_t i = 0; i < file->support->signs.count; i++) {
        role_names_check(check, file->support, &signs[i].all);
        role_names_check(check, file->support, &signs[i].unless);
    }
}
