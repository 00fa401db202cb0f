#include "store/diff/diff.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "pack/site/site_load.h"
#include "store/diff/diff_parts.h"
#include "store/disk/names.h"

const char *const change_names[] = {"added", "changed", "removed", NULL};

const YNode *diff_read(Arena *arena, const DiffSide *side, const char *path)
{
    Diags unheard = {0};
    const YNode *root = side ? yaml_read(arena, fs_join(arena, side->dir, path), path, &unheard) : NULL;
    diags_free(&unheard);
    return root && strcmp(path, DIRECTORY_FILE) == 0 ? diff_people_read(arena, side, root) : root;
}

static void digest_text_add(DigestStream *stream, const char *text)
{
    if (text) digest_add(stream, text, strlen(text) + 1);
}

static bool is_among(const char *const *keys, const char *key)
{
    for (; key && keys && *keys; keys++)
        if (strcmp(*keys, key) == 0) return true;
    return false;
}

/* `skipped`: keys of this map that do not count, or NULL. */
static void node_digest(DigestStream *stream, const YNode *node, const char *const *skipped)
{
    static const char kinds[] = {[Y_TEXT] = 't', [Y_LIST] = 'l', [Y_MAP] = 'm'};
    digest_add(stream, &kinds[node->kind], 1);
    digest_text_add(stream, node->key);
    if (node->kind == Y_TEXT) digest_text_add(stream, node->text);
    for (const YNode *child = node->first; child; child = child->next)
        if (!is_among(skipped, child->key)) node_digest(stream, child, NULL);
    digest_add(stream, ".", 1);
}

/* True if two maps say the same apart from the values of the keys in `skipped`, which ends with NULL. */
static bool nodes_equal_without(const char *const *skipped, const YNode *a, const YNode *b)
{
    DigestStream stream[2];
    digest_start(&stream[0]);
    digest_start(&stream[1]);
    node_digest(&stream[0], a, skipped);
    node_digest(&stream[1], b, skipped);
    Digest one = digest_finish(&stream[0]), two = digest_finish(&stream[1]);
    return digest_equal(&one, &two);
}

bool nodes_equal(const YNode *a, const YNode *b) { return nodes_equal_without(NULL, a, b); }

/* True if both files say the same, whatever their comments, spaces, line ends and version: each new one has another. */
static bool yaml_equal(const Diff *diff, const char *path)
{
    Arena scratch = {0};
    const YNode *before = diff_read(&scratch, diff->before, path), *after = diff_read(&scratch, diff->after, path);
    static const char *const version[] = {"version", NULL};
    bool equal = before && after && nodes_equal_without(version, before, after);
    arena_free(&scratch);
    return equal;
}

void diff_add_page(Diff *diff, PageChange change)
{
    diff->pages = mem_resize(diff->pages, mem_product(diff->page_count + 1, sizeof(PageChange)));
    diff->pages[diff->page_count++] = change;
}

static const char *langs_join(Arena *arena, const char *langs, const char *lang)
{
    return langs[0] ? arena_format(arena, "%s, %s", langs, lang) : arena_copy(arena, lang);
}

/* "en" of "en/anxious.yaml", and "anxious"; false for a path of another shape. */
static bool page_path_split(Arena *arena, const char *path, const char **lang, const char **id)
{
    const char *slash = strchr(path, '/');
    if (!slash || strchr(slash + 1, '/') || !str_ends(path, ".yaml")) return false;
    *lang = arena_copy_bytes(arena, path, (size_t)(slash - path));
    *id = arena_copy_bytes(arena, slash + 1, strlen(slash + 1) - strlen(".yaml"));
    return true;
}

const char *diff_keys(Diff *diff, const YNode *before, const YNode *after, const char *const *skipped)
{
    const char *keys = "";
    if (!before || !after || before->kind != Y_MAP || after->kind != Y_MAP) return keys;
    for (const YNode *value = after->first; value; value = value->next) {
        const YNode *old = ynode_get(before, value->key);
        if (!is_among(skipped, value->key) && (!old || !nodes_equal(old, value)))
            keys = langs_join(diff->arena, keys, value->key);
    }
    for (const YNode *old = before->first; old; old = old->next)
        if (!is_among(skipped, old->key) && !ynode_get(after, old->key)) keys = langs_join(diff->arena, keys, old->key);
    return keys;
}

void diff_note(Diff *diff, PageChange change)
{
    for (size_t i = 0; i < diff->page_count; i++) {
        PageChange *page = &diff->pages[i];
        if (strcmp(page->id, change.id) != 0) continue;
        if (change.langs[0]) page->langs = langs_join(diff->arena, page->langs, change.langs);
        bool says_more = page->parts && change.parts && !strstr(page->parts, change.parts);
        if (says_more) page->parts = langs_join(diff->arena, page->parts, change.parts);
        if (page->kind != change.kind) page->kind = CHANGE_CHANGED; /* new in one language, there before in another */
        return;
    }
    diff_add_page(diff, change);
}

/* The order of pages, sections and their titles: all of it but what is said of each crisis line. */
static bool structure_differs(const Diff *diff, const char *path)
{
    static const char *const said_elsewhere[] = {"version", "crisis", NULL};
    Arena scratch = {0};
    const YNode *before = diff_read(&scratch, diff->before, path), *after = diff_read(&scratch, diff->after, path);
    bool differs = !before || !after || !nodes_equal_without(said_elsewhere, before, after);
    arena_free(&scratch);
    return differs;
}

static void file_note(Diff *diff, const char *path, ChangeKind kind)
{
    const char *lang, *id;
    bool is_yaml = str_ends(path, ".yaml");
    if (diff->is_site && (strcmp(path, DIRECTORY_FILE) == 0 || strcmp(path, TABLE_FILE) == 0)) {
        diff->people_differ = true;
        return;
    }
    if (is_yaml && kind == CHANGE_CHANGED && yaml_equal(diff, path)) return;
    if (is_yaml) diff_numbers(diff, path);
    if (diff->is_site && is_yaml)
        diff_settings(diff, path);
    else if (strcmp(path, "pack.yaml") == 0 || str_ends(path, "/pack.yaml")) {
        diff_crisis(diff, path);
        diff->out->structure |= structure_differs(diff, path);
    } else if (page_path_split(diff->arena, path, &lang, &id) && strcmp(id, SUPPORT_ID) == 0)
        diff_support(diff, path, kind, lang);
    else if (page_path_split(diff->arena, path, &lang, &id))
        diff_note(diff, (PageChange){kind, id, NULL, lang, NULL, true});
    else if (strncmp(path, "images/", 7) == 0)
        diff->out->pictures++;
    else if (strncmp(path, "audio/", 6) == 0)
        diff->out->sounds++;
    else
        diff->out->other_files++;
}

/* Goes through both lists at once: they are sorted. */
static void files_compare(Diff *diff)
{
    const Manifest none = {0};
    const Manifest *before = diff->before ? diff->before->manifest : &none, *after = diff->after->manifest;
    size_t i = 0, j = 0;
    while (i < before->count || j < after->count) {
        int order = i == before->count  ? 1
                    : j == after->count ? -1
                                        : strcmp(before->files[i].path, after->files[j].path);
        if (order < 0)
            file_note(diff, before->files[i++].path, CHANGE_REMOVED);
        else if (order > 0)
            file_note(diff, after->files[j++].path, CHANGE_ADDED);
        else {
            if (!digest_equal(&before->files[i].digest, &after->files[j].digest))
                file_note(diff, after->files[j].path, CHANGE_CHANGED);
            i++, j++;
        }
    }
}

static bool has_page(const DiffSide *side, Arena *arena, const char *lang, const char *id)
{
    return side && manifest_find(side->manifest, arena_format(arena, "%s/%s.yaml", lang, id)) != NULL;
}

/* True if the page stands there in any language. */
static bool has_page_at_all(const DiffSide *side, const char *id)
{
    if (!side) return false;
    for (size_t i = 0; i < side->manifest->count; i++) {
        const char *slash = strchr(side->manifest->files[i].path, '/');
        size_t length = strlen(id);
        if (slash && strncmp(slash + 1, id, length) == 0 && strcmp(slash + 1 + length, ".yaml") == 0) return true;
    }
    return false;
}

/* Both files with people are one to visitors: moving somebody from the list to the table changes nothing. */
static void people_compare(Diff *diff)
{
    if (!diff->people_differ || yaml_equal(diff, DIRECTORY_FILE)) return;
    diff_numbers(diff, DIRECTORY_FILE);
    diff_settings(diff, DIRECTORY_FILE);
}

/* The title that visitors know, in the first of the languages of the change. */
static const char *page_title(const Diff *diff, const PageChange *page)
{
    Arena scratch = {0};
    const DiffSide *side = page->kind == CHANGE_REMOVED ? diff->before : diff->after;
    const char *lang = diff->first_lang;
    if (!has_page(side, &scratch, lang, page->id))
        lang = arena_copy_bytes(&scratch, page->langs, strcspn(page->langs, ","));
    const YNode *root = diff_read(&scratch, side, pack_page_file(&scratch, lang, page->id));
    const YNode *title = root && root->kind == Y_MAP ? ynode_get(root, "title") : NULL;
    const char *text =
        arena_copy(diff->arena, title && title->kind == Y_TEXT && title->text[0] ? title->text : page->id);
    arena_free(&scratch);
    return text;
}

static void pages_finish(Diff *diff)
{
    PackDiff *out = diff->out;
    out->pages = ARENA_ARRAY(diff->arena, PageChange, diff->page_count + 1);
    for (size_t i = 0; i < diff->page_count; i++) {
        PageChange *page = &out->pages[i];
        *page = diff->pages[i];
        if (page->is_page && page->kind == CHANGE_ADDED && has_page_at_all(diff->before, page->id))
            page->kind = CHANGE_CHANGED;
        if (page->is_page && page->kind == CHANGE_REMOVED && has_page_at_all(diff->after, page->id))
            page->kind = CHANGE_CHANGED;
        if (!page->title) page->title = page_title(diff, page);
        if (page->parts && page->parts[0]) page->title = arena_format(diff->arena, "%s: %s", page->title, page->parts);
        size_t *const counts[] = {
            [CHANGE_ADDED] = &out->added, [CHANGE_CHANGED] = &out->changed, [CHANGE_REMOVED] = &out->removed};
        ++*counts[page->kind];
    }
    out->page_count = diff->page_count;
    free(diff->pages);
}

/* Languages that only one of two versions has. */
static const char *langs_only_in(Arena *arena, const DiffSide *one, const DiffSide *other)
{
    const char *langs = "";
    for (size_t i = 0; one && i < one->manifest->count; i++) {
        const char *lang, *id;
        if (!page_path_split(arena, one->manifest->files[i].path, &lang, &id) || strcmp(id, "pack") != 0) continue;
        if (!other || !manifest_find(other->manifest, one->manifest->files[i].path))
            langs = langs_join(arena, langs, lang);
    }
    return langs;
}

static const char *first_lang(Arena *arena, const DiffSide *side)
{
    const YNode *root = diff_read(arena, side, "pack.yaml");
    const YNode *langs = root && root->kind == Y_MAP ? ynode_get(root, "languages") : NULL;
    const YNode *first = langs && langs->kind == Y_LIST ? langs->first : NULL;
    return first && first->kind == Y_TEXT && pack_lang_is_valid(first->text) ? first->text : "en";
}

void pack_diff(Arena *arena, const DiffSide *before, const DiffSide *after, PackDiff *out)
{
    *out = (PackDiff){.is_new = !before};
    Diff diff = {.arena = arena, .before = before, .after = after, .out = out};
    diff.is_site = manifest_find(after->manifest, "site.yaml") != NULL;
    out->is_site = diff.is_site;
    diff.first_lang = first_lang(arena, after);
    out->langs_added = before ? langs_only_in(arena, after, before) : "";
    out->langs_removed = langs_only_in(arena, before, after);
    files_compare(&diff);
    people_compare(&diff);
    pages_finish(&diff);
    diff_numbers_finish(&diff);
}

bool pack_diff_is_empty(const PackDiff *diff)
{
    return diff->page_count == 0 && diff->number_count == 0 && diff->pictures == 0 && diff->sounds == 0 &&
           diff->other_files == 0 && !diff->structure;
}

bool pack_diff_has_pages(const PackDiff *diff)
{
    for (size_t i = 0; i < diff->page_count; i++)
        if (diff->pages[i].is_page && diff->pages[i].kind != CHANGE_REMOVED) return true;
    return false;
}
