/* check_find.c - questions that several rules ask: places in files, and what a pack has. */
#include <string.h>

#include "base/utf8.h"
#include "pack/check/check.h"
#include "pack/site/site.h"

Mark check_whole_file(Check *check, const char *path)
{
    return (Mark){fs_join(&check->arena, check->name, path), 0, 0};
}

Mark check_key(const CheckFile *file, const char *key)
{
    const YNode *node = ynode_get(file->root, key);
    return node ? node->at : (Mark){file->name, 0, 0};
}

/* The byte at which a mark's character starts; the end of the text if it is not in it. */
static size_t source_offset(const Source *source, Mark at)
{
    if (at.line < 1 || (size_t)at.line > source->line_count) return source->count;
    size_t byte = source->lines[at.line - 1].byte;
    for (int column = 1; column < at.column && byte < source->count; column++) {
        byte++;
        while (byte < source->count && utf8_is_inside(source->text[byte])) byte++;
    }
    return byte;
}

static Mark source_place(const Source *source, size_t byte, const char *name)
{
    size_t line = 0;
    while (line + 1 < source->line_count && source->lines[line + 1].byte <= byte) line++;
    int column = 1;
    for (size_t at = source->lines[line].byte; at < byte; at++)
        if (!utf8_is_inside(source->text[at])) column++;
    return (Mark){name, (int)line + 1, column};
}

/* As much of `part` as may stand on one line of the file, without cutting a character. */
static size_t part_on_line(const char *part, size_t length, size_t most)
{
    size_t shown = 0;
    while (shown < length && shown < most && part[shown] && part[shown] != '\n') shown++;
    return utf8_floor(part, shown);
}

Mark check_find(const CheckFile *file, const CheckText *text, const char *part, size_t length)
{
    static const size_t tries[] = {48, 16}; /* bytes: long enough to be the only one; short enough to be on one line */
    const Source *source = file->source;
    size_t from = source_offset(source, text->at);
    for (size_t i = 0; i < ARRAY_LEN(tries); i++) {
        size_t wanted = part_on_line(part, length, tries[i]);
        const char *found =
            wanted > 0 && from < source->count ? memmem(source->text + from, source->count - from, part, wanted) : NULL;
        if (found) return source_place(source, (size_t)(found - source->text), file->name);
    }
    return text->at;
}

bool check_has_page(const Check *check, const char *id)
{
    PagePlace place;
    return pack_find(check->pack, id, &place) || (strcmp(id, CRISIS_ID) == 0 && check->pack->has_crisis_page);
}

bool check_has_contact(const Check *check, const char *id)
{
    const CrisisEntry *lines = check->pack->crisis.items;
    for (size_t i = 0; i < check->pack->crisis.count; i++)
        if (lines[i].id && strcmp(lines[i].id, id) == 0) return true;
    return check->options->site && site_line(check->options->site, id);
}

static size_t ids_gather(const List *list, const char **ids, size_t count)
{
    const PageEntry *entries = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (entries[i].id) ids[count++] = entries[i].id;
    return count;
}

const char *check_page_hint(Check *check, const char *id)
{
    const char **ids = ARENA_ARRAY(&check->file_arena, const char *, check->page_count + 1);
    const Section *sections = check->pack->sections.items;
    size_t count = 0;
    for (size_t i = 0; i < check->pack->sections.count; i++) count = ids_gather(&sections[i].pages, ids, count);
    count = ids_gather(&check->pack->articles, ids, count);
    const char *nearest = schema_nearest(id, ids, count);
    if (!nearest) return "write the id of a page in pack.yaml";
    return arena_format(&check->file_arena, "did you mean \"%s\"?", nearest);
}
