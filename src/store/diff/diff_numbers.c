/* diff_numbers.c - phone numbers that differ between two versions, old and new in full. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/diff/diff_parts.h"
#include "store/diff/numbers.h"

static Numbers file_numbers(Diff *diff, const DiffSide *side, const char *path)
{
    Numbers numbers = {0};
    const YNode *root = diff_read(diff->arena, side, path);
    if (root) numbers_collect(diff->arena, root, path, &numbers);
    return numbers;
}

static const Number *place_find(const Numbers *numbers, const char *place)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->items[i].place[0] && strcmp(numbers->items[i].place, place) == 0) return &numbers->items[i];
    return NULL;
}

const char *crisis_label(Diff *diff, const char *label)
{
    const char *path = arena_format(diff->arena, "%s/pack.yaml", diff->first_lang);
    for (int i = 0; i < 2; i++) {
        const YNode *root = diff_read(diff->arena, i == 0 ? diff->after : diff->before, path);
        const YNode *lines = root && root->kind == Y_MAP ? ynode_get(root, "crisis") : NULL;
        const YNode *line = lines && lines->kind == Y_MAP ? ynode_get(lines, label) : NULL;
        const YNode *name = line && line->kind == Y_MAP ? ynode_get(line, "name") : NULL;
        if (name && name->kind == Y_TEXT && name->text[0]) return name->text;
    }
    return label;
}

static bool texts_equal(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

/* The same number on a page in five languages changes once. */
static void change_add(Diff *diff, const char *path, const char *label, const char *before, const char *after)
{
    bool is_line = strcmp(path, "pack.yaml") == 0; /* says best whose number it is */
    const NumberChange change = {is_line ? crisis_label(diff, label) : label, before, after,
                                 arena_copy(diff->arena, path)};
    for (size_t i = 0; i < diff->number_count; i++) {
        if (!texts_equal(diff->numbers[i].before, before) || !texts_equal(diff->numbers[i].after, after)) continue;
        if (is_line) diff->numbers[i] = change;
        return;
    }
    diff->numbers = mem_resize(diff->numbers, mem_product(diff->number_count + 1, sizeof(NumberChange)));
    diff->numbers[diff->number_count++] = change;
}

static void places_compare(Diff *diff, const char *path, const Numbers *before, const Numbers *after)
{
    for (size_t i = 0; i < after->count; i++) {
        const Number *now = &after->items[i];
        const Number *old = now->place[0] ? place_find(before, now->place) : NULL;
        if (now->place[0] && !old)
            change_add(diff, path, now->label, NULL, now->text);
        else if (old && strcmp(old->text, now->text) != 0)
            change_add(diff, path, now->label, old->text, now->text);
    }
    for (size_t i = 0; i < before->count; i++) {
        const Number *old = &before->items[i];
        if (old->place[0] && !place_find(after, old->place)) change_add(diff, path, old->label, old->text, NULL);
    }
}

/* The numbers in running text of `of` that `other` has fewer of, in order. In `arena`; *count says how many. */
static const Number **loose_only_in(Arena *arena, const Numbers *of, const Numbers *other, size_t *count)
{
    bool *used = ARENA_ARRAY(arena, bool, other->count + 1);
    const Number **only = ARENA_ARRAY(arena, const Number *, of->count + 1);
    *count = 0;
    for (size_t i = 0; i < of->count; i++) {
        if (of->items[i].place[0]) continue;
        size_t j = 0;
        while (j < other->count &&
               (used[j] || other->items[j].place[0] || strcmp(other->items[j].text, of->items[i].text) != 0))
            j++;
        if (j < other->count)
            used[j] = true;
        else
            only[(*count)++] = &of->items[i];
    }
    return only;
}

static void loose_compare(Diff *diff, const char *path, const Numbers *before, const Numbers *after)
{
    size_t gone_count, come_count;
    const Number **gone = loose_only_in(diff->arena, before, after, &gone_count);
    const Number **come = loose_only_in(diff->arena, after, before, &come_count);
    for (size_t i = 0; i < gone_count || i < come_count; i++)
        change_add(diff, path, i < come_count ? come[i]->label : gone[i]->label, i < gone_count ? gone[i]->text : NULL,
                   i < come_count ? come[i]->text : NULL);
}

void diff_numbers(Diff *diff, const char *path)
{
    Numbers before = file_numbers(diff, diff->before, path), after = file_numbers(diff, diff->after, path);
    places_compare(diff, path, &before, &after);
    loose_compare(diff, path, &before, &after);
}

void diff_numbers_finish(Diff *diff)
{
    const char *path = diff->is_site ? "site.yaml" : "pack.yaml";
    Numbers before = file_numbers(diff, diff->before, path), after = file_numbers(diff, diff->after, path);
    PackDiff *out = diff->out;
    out->numbers = ARENA_ARRAY(diff->arena, NumberChange, diff->number_count + 1);
    if (diff->number_count > 0) memcpy(out->numbers, diff->numbers, diff->number_count * sizeof(NumberChange));
    out->number_count = diff->number_count;
    free(diff->numbers);
    out->kept = ARENA_ARRAY(diff->arena, NumberChange, after.count + 1);
    for (size_t i = 0; i < after.count; i++) {
        const Number *now = &after.items[i];
        const Number *old = now->place[0] ? place_find(&before, now->place) : NULL;
        if (!old || strcmp(old->text, now->text) != 0) continue;
        const char *label = diff->is_site ? now->label : crisis_label(diff, now->label);
        out->kept[out->kept_count++] = (NumberChange){label, old->text, now->text, path};
    }
}
