/* diff_words.c - what differs in the words that matter in danger: what is said of each crisis line, and the words that
 * make the search offer help. */
#include <string.h>

#include "pack/pack_load.h"
#include "store/diff/diff_parts.h"
#include "yaml/excerpt.h"

/* Only named where a rule of the pack is broken; numbers have rows of their own. */
static const char *const number_keys[] = {"id", "number", NULL};

static void line_note(Diff *diff, ChangeKind kind, const char *lang, const char *id, const char *parts)
{
    if (kind == CHANGE_CHANGED && !parts[0]) return;
    const char *title = arena_copy(diff->arena, crisis_label(diff, id));
    diff_note(diff, (PageChange){kind, arena_format(diff->arena, "crisis/%s", id), title, lang, parts, false});
}

static const YNode *crisis_of(const YNode *root)
{
    return root && root->kind == Y_MAP ? ynode_get(root, "crisis") : NULL;
}

/* The entry of a list with that id, or the value of that key. */
static const YNode *line_find(const YNode *lines, const char *id)
{
    for (const YNode *line = lines ? lines->first : NULL; line; line = line->next) {
        const YNode *named = line->kind == Y_MAP ? ynode_get(line, "id") : NULL;
        const char *other = line->key ? line->key : named && named->kind == Y_TEXT ? named->text : "";
        if (strcmp(other, id) == 0) return line;
    }
    return NULL;
}

static const char *line_id(const YNode *line)
{
    const YNode *id = line->kind == Y_MAP ? ynode_get(line, "id") : NULL;
    return line->key ? line->key : id && id->kind == Y_TEXT ? id->text : NULL;
}

void diff_crisis(Diff *diff, const char *path)
{
    const char *slash = strchr(path, '/');
    const char *lang = slash ? arena_copy_bytes(diff->arena, path, (size_t)(slash - path)) : "";
    const YNode *before = crisis_of(diff_read(diff->arena, diff->before, path));
    const YNode *after = crisis_of(diff_read(diff->arena, diff->after, path));
    if (!before || !after) return; /* a new language, or one that is gone, is said as such */
    for (const YNode *line = after->first; line; line = line->next) {
        const char *id = line_id(line);
        const YNode *old = id ? line_find(before, id) : NULL;
        if (id && slash && !old) line_note(diff, CHANGE_ADDED, lang, id, NULL);
        if (old) line_note(diff, CHANGE_CHANGED, lang, id, diff_keys(diff, old, line, number_keys));
    }
    for (const YNode *line = before->first; line && slash; line = line->next) {
        const char *id = line_id(line);
        if (id && !line_find(after, id)) line_note(diff, CHANGE_REMOVED, lang, id, NULL);
    }
}

/* The list under `key`, or NULL. */
static const YNode *list_of(const YNode *root, const char *key)
{
    const YNode *list = root && root->kind == Y_MAP ? ynode_get(root, key) : NULL;
    return list && list->kind == Y_LIST ? list : NULL;
}

static bool has_phrase(const YNode *list, const char *text)
{
    for (const YNode *item = list ? list->first : NULL; item; item = item->next)
        if (item->kind == Y_TEXT && strcmp(item->text, text) == 0) return true;
    return false;
}

/* Those of one list that the other does not have, each with a sign before it; a few, then an ellipsis. */
static const char *phrases_only_in(Arena *arena, const YNode *one, const YNode *other, const char *sign)
{
    enum { SAID_MAX = 6 };
    const char *said = "";
    size_t count = 0;
    for (const YNode *item = one ? one->first : NULL; item; item = item->next) {
        if (item->kind != Y_TEXT || has_phrase(other, item->text) || count++ > SAID_MAX) continue;
        const char *phrase = excerpt(arena, item->text, strlen(item->text), EXCERPT_CHARACTERS);
        said = count > SAID_MAX ? arena_format(arena, "%s …", said)
                                : arena_format(arena, "%s%s%s “%s”", said, said[0] ? " " : "", sign, phrase);
    }
    return said;
}

/* What came to and what went from the list under `key` of two files. */
static const char *list_change(Arena *arena, const YNode *before, const YNode *after, const char *key)
{
    const YNode *old = list_of(before, key), *new = list_of(after, key);
    const char *come = phrases_only_in(arena, new, old, "+"), *gone = phrases_only_in(arena, old, new, "−");
    return arena_format(arena, "%s%s%s", come, come[0] && gone[0] ? " " : "", gone);
}

void diff_support(Diff *diff, const char *path, ChangeKind kind, const char *lang)
{
    const YNode *before = diff_read(diff->arena, diff->before, path);
    const YNode *after = diff_read(diff->arena, diff->after, path);
    const char *danger = list_change(diff->arena, before, after, "phrases");
    /* A phrase that counts as harmless takes help away: it is said as such. */
    const char *harmless = list_change(diff->arena, before, after, "harmless");
    const char *parts = arena_format(diff->arena, "%s%s%s%s", danger, danger[0] && harmless[0] ? " " : "",
                                     harmless[0] ? "harmless: " : "", harmless);
    diff_note(diff, (PageChange){kind, SUPPORT_ID, SUPPORT_ID ".yaml", lang, parts, false});
}
