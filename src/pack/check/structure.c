#include "pack/check/structure.h"

#include <string.h>

#include "pack/pack_load.h"
#include "pack/site/site_load.h"

bool pack_id_is_valid(const char *id)
{
    size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= PACK_ID_MAX && id[length] == '\0' && id[0] != '-';
}

bool pack_lang_is_valid(const char *lang)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t length = strspn(lang, "abcdefghijklmnopqrstuvwxyz");
    if (length < 2 || length > 3) return false;
    while (lang[length] == '-') {
        size_t part = strspn(lang + length + 1, letters);
        if (part < 2 || part > 8) return false;
        length += part + 1;
    }
    return lang[length] == '\0' && length < 16;
}

/* Calls `each` for the id of the pack, of each section, page, article and crisis line that has one. */
typedef void IdFn(Diags *diags, Mark at, const char *id);

static void entries_each(const List *list, Diags *diags, IdFn *each)
{
    const PageEntry *entries = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (entries[i].id) each(diags, entries[i].at, entries[i].id);
}

static void pack_each_id(const Pack *pack, const char *name, Diags *diags, IdFn *each)
{
    if (pack->id) each(diags, (Mark){name, 0, 0}, pack->id);
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count; i++) {
        if (sections[i].id) each(diags, sections[i].at, sections[i].id);
        entries_each(&sections[i].pages, diags, each);
    }
    entries_each(&pack->articles, diags, each);
    const CrisisEntry *lines = pack->crisis.items;
    for (size_t i = 0; i < pack->crisis.count; i++)
        if (lines[i].id) each(diags, lines[i].at, lines[i].id);
}

static void id_check(Diags *diags, Mark at, const char *id)
{
    if (!pack_id_is_valid(id))
        diag_error(diags, at, "bad-id", "use small letters a to z, digits and hyphens, 64 at most",
                   "\"%s\" cannot be an id", id);
}

static void rule_bad_id(const Pack *pack, const char *name, Diags *diags)
{
    pack_each_id(pack, arena_format(&diags->arena, "%s/pack.yaml", name), diags, id_check);
}

static void report_twice(Diags *diags, Mark at, const char *id, Mark first)
{
    diag_error(diags, at, "duplicate-id", "an id may stand only once; take one out or rename it",
               "\"%s\" already stands in line %d", id, first.line);
}

static bool mark_is_before(Mark a, Mark b) { return a.line < b.line || (a.line == b.line && a.column < b.column); }

/* Pages that share an id: pack_find() knows one of them, and every other is reported. */
static void page_ids_check(const Pack *pack, const List *list, Diags *diags)
{
    const PageEntry *entries = list->items;
    for (size_t i = 0; i < list->count; i++) {
        PagePlace first;
        if (!entries[i].id || !pack_find(pack, entries[i].id, &first) || first.entry == &entries[i]) continue;
        bool later = mark_is_before(first.entry->at, entries[i].at);
        report_twice(diags, later ? entries[i].at : first.entry->at, entries[i].id,
                     later ? first.entry->at : entries[i].at);
    }
}

static void rule_duplicate_id(const Pack *pack, const char *name, Diags *diags)
{
    (void)name;
    const Section *sections = pack->sections.items;
    for (size_t i = 0; i < pack->sections.count; i++) {
        page_ids_check(pack, &sections[i].pages, diags);
        const Section *first = sections[i].id ? pack_section(pack, sections[i].id) : NULL;
        if (first && first != &sections[i]) report_twice(diags, sections[i].at, first->id, first->at);
    }
    page_ids_check(pack, &pack->articles, diags);
    const CrisisEntry *lines = pack->crisis.items;
    for (size_t i = 0; i < pack->crisis.count; i++)
        for (size_t j = 0; j < i; j++)
            if (lines[i].id && lines[j].id && strcmp(lines[i].id, lines[j].id) == 0)
                report_twice(diags, lines[i].at, lines[i].id, lines[j].at);
}

static void rule_reserved_id(const Pack *pack, const char *name, Diags *diags)
{
    (void)name;
    static const char *const reserved[] = {"pack", CRISIS_ID, REFLECTION_ID, READY_ID, SUPPORT_ID};
    PagePlace place;
    for (size_t i = 0; i < ARRAY_LEN(reserved); i++)
        if (pack_find(pack, reserved[i], &place))
            diag_error(diags, place.entry->at, "reserved-id",
                       "take it out of the list; if it is a page of its own, give it another name",
                       "%s.yaml has a place of its own and stands in no list", reserved[i]);
}

static void langs_check_form(const TextList *langs, Diags *diags)
{
    for (size_t i = 0; i < langs->count; i++) {
        if (!pack_lang_is_valid(langs->items[i]))
            diag_error(diags, langs->marks[i], "bad-language",
                       pack_lang_is_valid(lang_meant(langs->items[i]))
                           ? arena_format(&diags->arena, "write %s, as the folder of its files is called",
                                          lang_meant(langs->items[i]))
                           : "write a code such as en, fr or zh-Hans",
                       "\"%s\" is no code of a language", langs->items[i]);
        for (size_t j = 0; j < i; j++)
            if (strcmp(langs->items[i], langs->items[j]) == 0)
                diag_error(diags, langs->marks[i], "bad-language", "take one out", "\"%s\" stands here twice",
                           langs->items[i]);
    }
}

static void rule_bad_language(const Pack *pack, const char *name, Diags *diags)
{
    (void)name;
    langs_check_form(&pack->languages, diags);
    langs_check_form(&pack->drafts, diags);
}

static void rule_bad_draft(const Pack *pack, const char *name, Diags *diags)
{
    (void)name;
    for (size_t i = 0; i < pack->drafts.count; i++) {
        const char *lang = pack->drafts.items[i];
        if (!pack_has_lang(pack, lang))
            diag_error(diags, pack->drafts.marks[i], "bad-draft", "add it to languages, too",
                       "\"%s\" is among the drafts, but not among the languages", lang);
        else if (strcmp(lang, pack->languages.items[0]) == 0)
            diag_error(diags, pack->drafts.marks[i], "bad-draft", "put a finished language first",
                       "\"%s\" is the first language, which stands in for the others, and cannot be a draft", lang);
    }
}

static void rule_no_crisis(const Pack *pack, const char *name, Diags *diags)
{
    if (pack->crisis.count == 0)
        diag_error(diags, (Mark){arena_format(&diags->arena, "%s/pack.yaml", name), 0, 0}, "no-crisis",
                   "add one under crisis, such as {id: suicide-crisis, number: 9-8-8, verified: \"\", "
                   "review-by: 2027-05-24}",
                   "this pack has no crisis line, and no screen may be without one");
}

static void path_check(Diags *diags, Mark at, const char *path)
{
    if (path && !fs_path_is_inside(path))
        diag_error(diags, at, "picture-path", PICTURE_PATH_HINT, "\"%s\" leads out of the pack", path);
}

static void rule_picture_path(const Pack *pack, const char *name, Diags *diags)
{
    (void)name;
    const Section *sections = pack->sections.items;
    const PageEntry *articles = pack->articles.items;
    for (size_t i = 0; i < pack->sections.count; i++) {
        path_check(diags, sections[i].at, sections[i].image);
        const PageEntry *pages = sections[i].pages.items;
        for (size_t j = 0; j < sections[i].pages.count; j++) path_check(diags, pages[j].at, pages[j].image);
    }
    for (size_t i = 0; i < pack->articles.count; i++) path_check(diags, articles[i].at, articles[i].image);
}

static const StructureRule rules[] = {
    {"format-version", "pack.yaml says hearth: 1, the format that this program reads.", NULL},
    {"site-pack", "A clinic's own pack (kind: site) is not checked as a pack of pages.", NULL},
    {"missing-language", "Each language that is no draft has a folder with a pack.yaml.", NULL},
    {"bad-id", "An id has small letters, digits and hyphens, 64 at most.", rule_bad_id},
    {"duplicate-id", "No id stands twice.", rule_duplicate_id},
    {"reserved-id", "No page of a list is called pack, crisis, reflection or ready.", rule_reserved_id},
    {"bad-language", "A language is a code such as en, fr or zh-Hans, and stands once.", rule_bad_language},
    {"bad-draft", "A draft is among the languages, and is not the first.", rule_bad_draft},
    {"no-crisis", "There is at least one crisis line.", rule_no_crisis},
    {"picture-path", "A picture is named from the pack's folder on, and lies within it.", rule_picture_path},
};

const StructureRule *structure_rules(size_t *count)
{
    *count = ARRAY_LEN(rules);
    return rules;
}

void pack_check_structure(const Pack *pack, const char *name, Diags *diags)
{
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        if (rules[i].check) rules[i].check(pack, name, diags);
}
