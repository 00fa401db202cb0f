/* pack_load.c - the tables of pack.yaml and LANG/pack.yaml, and a folder to a Pack. */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/page_cache.h"
#include "pack/pack_load.h"
#include "pack/site/site.h"

/* pack.yaml as it stands in the file. */
typedef struct PackFile {
    Pack pack;
    int format;
} PackFile;

static const Field entry_fields[] = {
    {F_TEXT(PageEntry, id, "id"), .flags = FIELD_REQUIRED,
     .doc = "the name of the page's file in each language, without .yaml; never changes", .example = "anxious"},
    {F_TEXT(PageEntry, image, "image"), .doc = "its picture, from the pack's folder",
     .example = "images/03-anxious.svg"},
    {F_BOOL(PageEntry, mirror, "mirror"), .doc = "yes if its picture tells a direction (a path, a hand that reaches): "
                                                 "it is then flipped for Arabic and other languages "
                                                 "that are written from the right"},
    {0},
};
static const Schema entry_schema = {
    .name = "page entry",
    .doc = "a page in a list of pack.yaml",
    .size = sizeof(PageEntry),
    .mark_offset = offsetof(PageEntry, at) + 1,
    .fields = entry_fields,
};

static const Field section_fields[] = {
    {F_TEXT(Section, id, "id"), .flags = FIELD_REQUIRED, .doc = "what LANG/pack.yaml calls it by; never changes",
     .example = "attachment"},
    {F_CHOICE(Section, family, "colour"), .flags = FIELD_REQUIRED, .choices = family_names,
     .doc = "its family of colours", .example = "attachment"},
    {F_TEXT(Section, image, "image"), .doc = "its picture, from the pack's folder",
     .example = "images/01-attachment.svg"},
    {F_BOOL(Section, mirror, "mirror"), .doc = "yes if its picture tells a direction (a path, a hand that reaches): it "
                                               "is then flipped for Arabic and other languages "
                                               "that are written from the right"},
    {F_LIST(Section, pages, "pages"), .flags = FIELD_REQUIRED, .schema = &entry_schema, .min = 1, .max = 2000,
     .doc = "its pages, in reading order", .example = "[{id: anxious, image: images/03-anxious.svg}]"},
    {0},
};
static const Schema section_schema = {
    .name = "section",
    .doc = "a door on the home screen, and the pages behind it",
    .size = sizeof(Section),
    .mark_offset = offsetof(Section, at) + 1,
    .fields = section_fields,
};

static const Field crisis_fields[] = {
    {F_TEXT(CrisisEntry, id, "id"), .flags = FIELD_REQUIRED, .doc = "what contact blocks and LANG/pack.yaml call it by",
     .example = "suicide-crisis"},
    {F_TEXT(CrisisEntry, number, "number"), .flags = FIELD_REQUIRED, .max = 20,
     .doc = "as people dial it, with hyphens", .example = "9-8-8"},
    {F_TEXT(CrisisEntry, verified, "verified"), .flags = FIELD_REQUIRED | FIELD_ALLOW_EMPTY,
     .doc = "the day a person called it and heard the right service; \"\" until one has", .example = "\"\""},
    {F_DATE(CrisisEntry, review_by, "review-by"), .flags = FIELD_REQUIRED,
     .doc = "the day by which it must be called again; staff are told, visitors still see it", .example = "2027-05-24"},
    {0},
};
static const Schema crisis_schema = {
    .name = "crisis line",
    .doc = "a number to call; the first one stands in the strip on every screen",
    .size = sizeof(CrisisEntry),
    .mark_offset = offsetof(CrisisEntry, at) + 1,
    .fields = crisis_fields,
};

static const Field pack_fields[] = {
    {F_INT(PackFile, format, "hearth"), .flags = FIELD_REQUIRED, .doc = "version of this format", .example = "1"},
    {F_TEXT(PackFile, pack.id, "id"), .flags = FIELD_REQUIRED, .doc = "the pack's own name; never changes",
     .example = "relationships"},
    {F_TEXT(PackFile, pack.version, "version"), .flags = FIELD_REQUIRED, .max = 20, .doc = "what staff see",
     .example = "1.0.0"},
    {F_TEXTS(PackFile, pack.languages, "languages"), .flags = FIELD_REQUIRED, .min = 1, .max = PACK_LANGS_MAX,
     .doc = "one folder each; the first stands in where another lacks a page", .example = "[en, fr]"},
    {F_TEXTS(PackFile, pack.drafts, "drafts"), .max = PACK_LANGS_MAX,
     .doc = "languages that a fluent clinician has yet to read; they may lack pages", .example = "[es]"},
    {F_INT(PackFile, pack.reading_grade, "reading-grade"), .min = 3, .max = 12,
     .doc = "highest school grade that a page may ask for; 8 if it is left out", .example = "8"},
    {F_LIST(PackFile, pack.sections, "sections"), .flags = FIELD_REQUIRED, .schema = &section_schema, .min = 1,
     .max = 12, .doc = "in the order of the home screen"},
    {F_LIST(PackFile, pack.articles, "articles"), .schema = &entry_schema, .max = 2000,
     .doc = "pages outside the sections: short reads"},
    {F_LIST(PackFile, pack.crisis, "crisis"), .schema = &crisis_schema, .max = 8,
     .doc = "at least one line; the first must be short and known, such as 9-8-8"},
    {0},
};
const Schema pack_schema = {
    .name = "pack",
    .doc = "pack.yaml: structure, the same for all languages",
    .size = sizeof(PackFile),
    .fields = pack_fields,
};

#define SECTION_WORDS_FIELDS                                                                                           \
    {F_TEXT(SectionWords, title, "title"), .flags = FIELD_REQUIRED, .max = 40, .doc = "its name",                      \
     .example = "Attachment"},                                                                                         \
        {F_TEXT(SectionWords, line, "line"), .max = 44, .doc = "the line under the name",                              \
         .example = "How we learn to be close"},                                                                       \
    {                                                                                                                  \
        F_TEXT(SectionWords, intro, "intro"), .max = 180, .doc = "what stands beside its pages",                       \
                                              .example = "We learn it young. We can change it at any age."             \
    }

static const Field section_words_fields[] = {SECTION_WORDS_FIELDS, {0}};
static const Schema section_words_schema = {
    .name = "section words",
    .doc = "title and lines of a section, of the articles or of the library",
    .size = sizeof(SectionWords),
    .fields = section_words_fields,
};

static const Field crisis_words_fields[] = {
    {F_TEXT(CrisisWords, name, "name"), .flags = FIELD_REQUIRED, .max = 60, .doc = "who answers",
     .example = "Suicide Crisis Helpline"},
    {F_TEXT(CrisisWords, note, "note"), .max = 100, .doc = "when, how, at what cost",
     .example = "Call or text. Free, any time, in English and French."},
    {0},
};
static const Schema crisis_words_schema = {
    .name = "crisis words",
    .doc = "who answers a crisis line",
    .size = sizeof(CrisisWords),
    .fields = crisis_words_fields,
};

/* LANG/pack.yaml as it stands in the file. */
typedef struct WordsFile {
    PackWords words;
    const YNode *tags;
} WordsFile;

static const Field words_fields[] = {
    {F_TEXT(WordsFile, words.title, "title"), .flags = FIELD_REQUIRED, .max = 60, .doc = "of the pack",
     .example = "Relationships and attachment"},
    {F_TEXT(WordsFile, words.summary, "summary"), .flags = FIELD_REQUIRED, .max = 140, .doc = "one sentence about it",
     .example = "How we learn to be close, and what helps."},
    {F_MAP(WordsFile, words.sections, "sections"), .schema = &section_words_schema,
     .doc = "for each section its id, and under it its words"},
    {F_OBJECT(WordsFile, words.articles, "articles", SectionWords), .schema = &section_words_schema,
     .doc = "words of the articles"},
    {F_OBJECT(WordsFile, words.library, "library", SectionWords), .schema = &section_words_schema,
     .doc = "words of the screen with all packs; the home pack's are used"},
    {F_NODE(WordsFile, tags, "tags"), .doc = "for each tag of an article its id and what it is called",
     .example = "{therapy: About therapy}"},
    {F_TEXTS(WordsFile, words.same_words, "same-words"), .max = 100, .item_max = 200,
     .doc = "words that mean the same to the search, with commas between them: who types one finds the pages of all",
     .example = "[\"alone, lonely, loneliness\"]"},
    {F_MAP(WordsFile, words.crisis, "crisis"), .schema = &crisis_words_schema,
     .doc = "for each crisis line its id, and under it its words"},
    {0},
};
const Schema words_schema = {
    .name = "words",
    .doc = "LANG/pack.yaml: titles and lines of the pack and its sections in one language",
    .size = sizeof(WordsFile),
    .fields = words_fields,
};

const Schema *const *pack_schemas(size_t *count)
{
    static const Schema *const schemas[] = {&pack_schema,  &words_schema, &page_schema,      &reflection_schema,
                                            &ready_schema, &site_schema,  &directory_schema, &support_schema};
    *count = ARRAY_LEN(schemas);
    return schemas;
}

const char *pack_folder_name(Arena *arena, const char *dir)
{
    char *real = realpath(dir, NULL);
    const char *path = arena_copy(arena, real ? real : dir);
    free(real);
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

static List tags_load(Arena *arena, const YNode *node, Diags *diags)
{
    if (!node) return (List){0};
    if (node->kind != Y_MAP) {
        diag_error(diags, node->at, "wrong-kind", "write each as \"therapy: About therapy\"",
                   "\"tags\" needs a name for each tag");
        return (List){0};
    }
    TagWords *tags = ARENA_ARRAY(arena, TagWords, node->count + 1);
    size_t count = 0;
    for (const YNode *tag = node->first; tag; tag = tag->next) {
        if (tag->kind == Y_TEXT && tag->text[0])
            tags[count++] = (TagWords){tag->key, tag->text};
        else
            diag_error(diags, tag->at, "wrong-kind", "write what it is called after the colon", "\"%s\" needs a name",
                       tag->key);
    }
    return (List){tags, count};
}

static void words_read(Pack *pack, const char *name, size_t i, Diags *diags)
{
    const char *lang = pack->languages.items[i];
    const char *file = arena_format(&pack->arena, "%s/" PACK_WORDS_FILE, lang);
    const char *path = fs_join(&pack->arena, pack->dir, file);
    bool is_draft = pack_lang_is_draft(pack, lang);
    if (!fs_is_file(path)) {
        if (!is_draft)
            diag_error(diags, pack->languages.marks[i], "missing-language",
                       "add it, or take the language out of the list", "\"%s\" is listed, but there is no %s", lang,
                       file);
        return;
    }
    size_t errors_before = diags->errors;
    WordsFile words = {0};
    const YNode *root = yaml_read(&pack->arena, path, fs_join(&pack->arena, name, file), diags);
    if (!root) return;
    schema_load(&words_schema, &pack->arena, root, &words, diags);
    words.words.tags = tags_load(&pack->arena, words.tags, diags);
    if (is_draft && diags->errors > errors_before) return;
    words.words.lang = lang;
    pack->words[i] = words.words;
}

static bool has_file(Pack *pack, const char *id)
{
    const char *file = pack_page_file(&pack->arena, pack->languages.items[0], id);
    return fs_is_file(fs_join(&pack->arena, pack->dir, file));
}

/* Numbers the packs of a process, so that caches can tell one that was opened again from the one before. */
static uint32_t generation_next(void)
{
    static atomic_uint generation;
    return atomic_fetch_add(&generation, 1) + 1;
}

/* False: this is no pack of pages, or not one that this program can read. */
static bool format_check(const YNode *root, Diags *diags)
{
    const YNode *kind = ynode_get(root, "kind"), *format = ynode_get(root, "hearth");
    if (kind && kind->kind == Y_TEXT && strcmp(kind->text, "site") == 0)
        return diag_error(diags, kind->at, "site-pack", "",
                          "this is a clinic's own pack (kind: site), which is checked by rules of its own");
    if (format && format->kind == Y_TEXT && strcmp(format->text, "1") != 0)
        return diag_error(diags, format->at, "format-version", "write: hearth: 1",
                          "this pack is written in format \"%s\", and this program reads format %d", format->text,
                          PACK_FORMAT);
    return true;
}

Pack *pack_read(const char *dir, Diags *diags, Diags *draft_diags)
{
    Arena arena = {0};
    const char *name = pack_folder_name(&arena, dir);
    const YNode *root = yaml_read(&arena, fs_join(&arena, dir, "pack.yaml"), fs_join(&arena, name, "pack.yaml"), diags);
    if (!root || !format_check(root, diags)) {
        arena_free(&arena);
        return NULL;
    }
    PackFile file = {0};
    schema_load(&pack_schema, &arena, root, &file, diags);
    Pack *pack = mem_alloc(sizeof(Pack));
    *pack = file.pack;
    pack->arena = arena;
    pack->dir = arena_copy(&pack->arena, dir);
    pack->generation = generation_next();
    if (pack->reading_grade == 0) pack->reading_grade = READING_GRADE_DEFAULT;
    pack->index = page_index_new(&pack->arena, pack);
    pack->cache = page_cache_new();
    pack_check_structure(pack, name, diags);
    pack->words = ARENA_ARRAY(&pack->arena, PackWords, pack->languages.count + 1);
    for (size_t i = 0; i < pack->languages.count; i++) {
        const char *lang = pack->languages.items[i];
        if (pack_lang_is_valid(lang)) words_read(pack, name, i, pack_lang_is_draft(pack, lang) ? draft_diags : diags);
    }
    if (pack->languages.count > 0 && pack_lang_is_valid(pack->languages.items[0])) {
        pack->has_crisis_page = has_file(pack, CRISIS_ID);
        pack->has_ready = has_file(pack, READY_ID);
        pack->has_reflection = has_file(pack, REFLECTION_ID);
    }
    return pack;
}

Pack *pack_open(const char *dir, Diags *diags)
{
    size_t errors_before = diags->errors;
    Diags unheard = {0}; /* a draft that cannot be read keeps nothing else from being shown */
    Pack *pack = pack_read(dir, diags, &unheard);
    diags_free(&unheard);
    if (diags->errors == errors_before) return pack;
    pack_close(pack);
    return NULL;
}

void pack_close(Pack *pack)
{
    if (!pack) return;
    page_cache_free(pack->cache);
    arena_free(&pack->arena);
    free(pack);
}
