/* check_links.c - pages that lead to pages. */
#include <string.h>

#include "pack/check/check.h"

static void unknown_pages_report(Check *check, const TextList *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        if (!check_has_page(check, ids->items[i]))
            diag_error(check->diags, ids->marks[i], "unknown-page", check_page_hint(check, ids->items[i]),
                       "there is no page called \"%s\"", ids->items[i]);
}

void rule_unknown_page(Check *check, const CheckFile *file)
{
    if (file->page) unknown_pages_report(check, &file->page->related);
    if (!file->questions) return;
    const Question *questions = file->questions->questions.items;
    for (size_t i = 0; i < file->questions->questions.count; i++) {
        const Answer *answers = questions[i].answers.items;
        for (size_t j = 0; j < questions[i].answers.count; j++) unknown_pages_report(check, &answers[j].towards);
    }
}

void rule_self_link(Check *check, const CheckFile *file)
{
    for (size_t i = 0; file->page && i < file->page->related.count; i++)
        if (strcmp(file->page->related.items[i], file->id) == 0)
            diag_error(check->diags, file->page->related.marks[i], "self-link", "name another page",
                       "this page is related to itself");
}

void rule_link_twice(Check *check, const CheckFile *file)
{
    if (!file->page) return;
    const TextList *related = &file->page->related;
    for (size_t i = 0; i < related->count; i++)
        for (size_t j = 0; j < i; j++)
            if (strcmp(related->items[i], related->items[j]) == 0)
                diag_error(check->diags, related->marks[i], "link-twice", "name another page",
                           "\"%s\" stands here twice", related->items[i]);
}

void rule_related_count(Check *check, const CheckFile *file)
{
    if (!file->page || file->is_crisis || file->is_partial) return;
    size_t others = check->page_count > 0 ? check->page_count - 1 : 0;
    size_t least = others < 2 ? others : 2;
    if (file->page->related.count < least)
        diag_warn(check->diags, check_key(file, "related"), "related-count", "name two to four pages to read next",
                  "this page has %s", file->page->related.count == 0 ? "no related pages" : "only one related page");
}

void rule_unknown_tag(Check *check, const CheckFile *file)
{
    for (size_t i = 0; file->page && i < file->page->tags.count; i++) {
        const char *tag = file->page->tags.items[i], *first = check->pack->languages.items[0];
        if (pack_tag_title(check->pack, tag, first)) continue;
        diag_error(check->diags, file->page->tags.marks[i], "unknown-tag",
                   arena_format(&check->file_arena, "add it under tags in %s/pack.yaml", first),
                   "the tag \"%s\" has no name", tag);
    }
}
