/* check.c - every rule for a pack, and the order in which its files are read for them. */
#include "pack/check/check.h"

#include <string.h>

#include "base/mem.h"
#include "pack/check/structure.h"

typedef struct Rule {
    const char *code;
    const char *doc; /* one sentence, for `hearth check --rules` */
    FileRule *file;
    PackRule *pack; /* both NULL: reported where the file is read */
} Rule;

static const Rule rules[] = {
    {"empty-draft", "A draft has at least one file in its folder.", NULL, NULL},
    {"missing-page", "Each page has a file in each language that is no draft.", NULL, NULL},
    {"missing-words", "What pack.yaml names has words in each language.", rule_missing_words, NULL},
    {"unknown-words", "LANG/pack.yaml has words only for what pack.yaml names.", rule_unknown_words, NULL},
    {"same-words", "Words that mean the same to the search are at least two.", rule_same_words, NULL},
    {"file-kind", "Only YAML, pictures and sound lie in a pack, each in its folder.", NULL, NULL},
    {"font-file", "A pack brings no fonts.", NULL, NULL},
    {"file-name", "Names of files have small letters, digits, dots, hyphens and underscores, 64 at most.", NULL, NULL},
    {"file-link", "A pack has no links to files elsewhere.", NULL, NULL},
    {"unknown-folder", "A pack has the folders images, audio, and one for each language.", NULL, NULL},
    {"pack-too-big", "A pack has at most 20,000 files and 128 MiB.", NULL, NULL},
    {"orphan-page", "Each page in a language folder is in a list of pack.yaml.", NULL, rule_orphan_page},
    {"unused-picture", "Each picture is used.", NULL, rule_unused_picture},
    {"missing-picture", "Each picture that is named exists.", NULL, NULL},
    {"picture-kind", "A picture is a PNG, JPEG or SVG, as its name says.", NULL, NULL},
    {"picture-size", "A picture has at most 4,096 pixels a side and 8.4 million in all.", NULL, NULL},
    {"picture-bytes", "A picture has at most 4 MiB, a drawing 256 KiB.", NULL, NULL},
    {"picture-broken", "A picture can be read.", NULL, NULL},
    {"picture-cmyk", "A photo has the colours of a screen (RGB).", NULL, NULL},
    {"svg-program", "A drawing is as a drawing program exports it in its plainest form.", NULL, NULL},
    {"svg-xml", "A drawing is well-formed.", NULL, NULL},
    {"svg-element", "A drawing has flat shapes only: no text, style, script, filter or gradient.", NULL, NULL},
    {"svg-attribute", "Shapes of a drawing have fill, stroke, opacity and transform, and nothing else.", NULL, NULL},
    {"svg-value", "Colours of a drawing are flat, and its numbers plain.", NULL, NULL},
    {"unknown-page", "Each page that is linked to exists.", rule_unknown_page, NULL},
    {"unknown-contact", "Each contact is a crisis line of the pack.", NULL, NULL},
    {"self-link", "No page leads to itself.", rule_self_link, NULL},
    {"link-twice", "No page is linked to twice in one list.", rule_link_twice, NULL},
    {"related-count", "A page has two to four related pages.", rule_related_count, NULL},
    {"unknown-tag", "Each tag of a page has a name in LANG/pack.yaml.", rule_unknown_tag, NULL},
    {"emphasis", "Stars for emphasis come in pairs, and never in titles.", NULL, NULL},
    {"contact-twice", "No contact stands twice in one list.", NULL, NULL},
    {"fact-source", "A figure says where it comes from.", NULL, NULL},
    {"quote-marks", "A quote brings no quotation marks of its own.", NULL, NULL},
    {"alt-is-caption", "The words for a picture say more than its caption.", NULL, NULL},
    {"short-breath-out", "Breathing out takes at least as long as breathing in.", NULL, NULL},
    {"title-words", "A page's title has three to six words.", rule_title_words, NULL},
    {"summary-words", "A summary has at most 18 words.", rule_summary_words, NULL},
    {"body-words", "A page has 60 to 500 words.", rule_body_words, NULL},
    {"long-sentence", "A sentence has at most 22 words.", rule_long_sentence, NULL},
    {"reading-grade", "A page is not above the pack's reading grade (English and French).", rule_reading_grade, NULL},
    {"take-home-bytes", "What a QR code carries has at most 105 bytes.", rule_take_home_bytes, NULL},
    {"link-address", "A page's link is an https address.", rule_link_address, NULL},
    {"recording", "A page's recording is there, and is Ogg Vorbis or Opus as its name says.", rule_recording, NULL},
    {"recording-times", "When sentences of a recording begin is told in order, within it, and in words of the page.",
     rule_recording_times, NULL},
    {"exclamation", "Nothing is shouted.", rule_exclamation, NULL},
    {"straight-quote", "French has its own quotation marks and apostrophes.", rule_straight_quote, NULL},
    {"french-space", "French spaces before a colon and inside guillemets do not break.", rule_french_space, NULL},
    {"no-face", "The fonts have each character.", rule_no_face, NULL},
    {"avoid-word", "Words that harm or label are left out.", rule_avoid_word, NULL},
    {"typed-list", "A list is a list block, not lines with dashes or numbers.", rule_typed_list, NULL},
    {"typed-heading", "A heading is a heading block, not a line with #.", rule_typed_heading, NULL},
    {"typed-tag", "A text has no tags of web pages.", rule_typed_sign, NULL},
    {"typed-entity", "A text has letters, and no codes of web pages for them.", NULL, NULL},
    {"typed-link", "A link stands under the page's own key.", NULL, NULL},
    {"typed-underscore", "Emphasis is written with stars.", NULL, NULL},
    {"phone-form", "Phone numbers have hyphens.", rule_phone_form, NULL},
    {"reviewed-future", "No page was reviewed in the future.", rule_reviewed_future, NULL},
    {"review-due", "A page was reviewed within the last 24 months.", rule_review_due, NULL},
    {"stale-translation", "A translation was reviewed no earlier than its source.", rule_stale_translation, NULL},
    {"crisis-verified", "A crisis line was called on a day that has been, or not yet.", NULL, rule_crisis_verified},
    {"review-by", "A crisis line is not past its review date.", NULL, rule_review_by},
    {"attract-public", "A line for the loop says public: yes.", rule_attract_public, NULL},
    {"no-public-line", "Each language that is no draft has a line for the loop.", NULL, rule_no_public_line},
    {"support-short", "A word for danger has four letters or more, or stands in a phrase.", rule_support_short, NULL},
    {"support-twice", "No words for danger stand twice.", rule_support_twice, NULL},
    {"support-role", "A sign of danger names roles of its file.", rule_support_role, NULL},
    {"crisis-number", "A crisis number has digits and single hyphens.", NULL, rule_crisis_number},
    {"crisis-first", "The first crisis line is short and known, such as 9-8-8.", NULL, rule_crisis_first},
};

const char *pack_rule(size_t i, const char **doc)
{
    size_t structure_count;
    const StructureRule *structure = structure_rules(&structure_count);
    if (i < structure_count) {
        *doc = structure[i].doc;
        return structure[i].code;
    }
    i -= structure_count;
    if (i >= ARRAY_LEN(rules)) return NULL;
    *doc = rules[i].doc;
    return rules[i].code;
}

/* What a page's blocks ask; `context` is a Check *const *, since they promise not to change what they are given. */
static bool block_has_contact(const void *context, const char *id)
{
    return check_has_contact(*(Check *const *)context, id);
}

static bool block_has_page(const void *context, const char *id) { return check_has_page(*(Check *const *)context, id); }

static void block_image(const void *context, Mark at, const char *relative)
{
    check_use_picture(*(Check *const *)context, at, relative);
}

static void block_prose(const void *context, Mark at, const char *text)
{
    (void)context, (void)at, (void)text; /* collected by check_collect_texts() */
}

static void parts_check(Check *check, const CheckFile *file, const List *parts)
{
    BlockCheck block_check = {check->diags,   file->lang,  &check,     block_has_contact,
                              block_has_page, block_image, block_prose};
    const PagePart *part = parts->items;
    for (size_t i = 0; i < parts->count; i++) {
        const Block *blocks = part[i].blocks.items;
        for (size_t j = 0; j < part[i].blocks.count; j++)
            if (blocks[j].type->check) blocks[j].type->check(&blocks[j], &block_check);
    }
}

static void file_rules_run(Check *check, CheckFile *file)
{
    if (file->page) parts_check(check, file, &file->page->parts);
    if (file->questions) parts_check(check, file, &file->questions->words);
    if (file->questions) parts_check(check, file, &file->questions->first_call);
    check_collect_texts(check, file);
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        if (rules[i].file) rules[i].file(check, file);
}

/* Reads what kind says into `file`; false if there is nothing to go on with. */
static bool file_read(Check *check, CheckFile *file, const char *path)
{
    Arena *arena = &check->file_arena;
    switch (file->kind) {
    case CHECK_WORDS: {
        Diags reported = {0}; /* pack_read() has been through it already */
        file->root = yaml_read(arena, path, file->name, &reported);
        diags_free(&reported);
        break;
    }
    case CHECK_PAGE:
        file->page = page_read(arena, path, file->name, file->id, file->lang, &file->root, check->diags);
        if (file->page) file->measure = measure_parts(&file->page->parts, file->lang, check->sentences);
        break;
    case CHECK_REFLECTION: file->questions = reflection_read(arena, path, file->name, &file->root, check->diags); break;
    case CHECK_READY: file->questions = ready_read(arena, path, file->name, &file->root, check->diags); break;
    case CHECK_SUPPORT: {
        SupportFile *support = ARENA_NEW(arena, SupportFile);
        file->root = yaml_read(arena, path, file->name, check->diags);
        if (file->root) schema_load(&support_schema, arena, file->root, support, check->diags);
        file->support = support;
        break;
    }
    }
    return file->root && file->root->kind == Y_MAP;
}

/* Its characters with their places; a problem in them has been reported when it was read. */
static const Source *source_read(Check *check, const char *path, const char *name)
{
    Source *source = ARENA_NEW(&check->file_arena, Source);
    Bytes bytes;
    Diags reported = {0};
    if (fs_read(&check->file_arena, path, YAML_FILE_BYTES_MAX, &bytes) == FS_OK)
        source_open(source, &check->file_arena, name, bytes.data, bytes.count, &reported);
    diags_free(&reported);
    return source;
}

static void file_check(Check *check, CheckFile *file)
{
    const char *relative = pack_page_file(&check->arena, file->lang, file->id);
    const char *path = fs_join(&check->arena, check->pack->dir, relative);
    file->name = fs_join(&check->arena, check->name, relative);
    file->is_draft = pack_lang_is_draft(check->pack, file->lang);
    size_t errors_before = check->diags->errors;
    bool is_map = file_read(check, file, path);
    file->is_partial = check->diags->errors > errors_before;
    if (file->is_partial) check->langs[file->lang_at].unread++;
    if (is_map) {
        file->source = source_read(check, path, file->name);
        file_rules_run(check, file);
    }
    arena_reset(&check->file_arena);
}

static bool lang_has_file(Check *check, const char *lang, const char *id)
{
    return check_found(check, pack_page_file(&check->arena, lang, id)) != NULL;
}

/* Files of a language folder with a place of their own. */
static const struct {
    const char *id;
    CheckFileKind kind;
    bool is_crisis;
} specials[] = {
    {CRISIS_ID, CHECK_PAGE, true},
    {REFLECTION_ID, CHECK_REFLECTION, false},
    {READY_ID, CHECK_READY, false},
    {SUPPORT_ID, CHECK_SUPPORT, false},
};

/* False for an id that cannot be a file's name, has a place of its own, or stands a second time: each was reported. */
static bool entry_counts(const Pack *pack, const PageEntry *entry)
{
    PagePlace place;
    if (!entry->id || !pack_id_is_valid(entry->id)) return false;
    for (size_t i = 0; i < ARRAY_LEN(specials); i++)
        if (strcmp(entry->id, specials[i].id) == 0) return false;
    return pack_find(pack, entry->id, &place) && place.entry == entry;
}

static void entry_check(Check *check, size_t lang_at, const PageEntry *entry, size_t ordinal)
{
    const char *lang = check->pack->languages.items[lang_at];
    if (lang_has_file(check, lang, entry->id)) {
        file_check(
            check,
            &(CheckFile){.kind = CHECK_PAGE, .id = entry->id, .lang = lang, .lang_at = lang_at, .ordinal = ordinal});
        return;
    }
    check->langs[lang_at].unread++;
    if (!pack_lang_is_draft(check->pack, lang))
        diag_error(check->diags, entry->at, "missing-page", "add it, or take the page out of the list",
                   "\"%s\" is in the list, but there is no %s", entry->id,
                   pack_page_file(&check->arena, lang, entry->id));
}

static void entries_check(Check *check, size_t lang_at, const List *list, size_t *ordinal)
{
    const PageEntry *entries = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (entry_counts(check->pack, &entries[i])) entry_check(check, lang_at, &entries[i], (*ordinal)++);
}

static void specials_check(Check *check, size_t lang_at, size_t ordinal)
{
    const char *lang = check->pack->languages.items[lang_at], *first = check->pack->languages.items[0];
    for (size_t i = 0; i < ARRAY_LEN(specials); i++) {
        const char *id = specials[i].id;
        if (lang_has_file(check, lang, id))
            file_check(check, &(CheckFile){.kind = specials[i].kind,
                                           .id = id,
                                           .lang = lang,
                                           .lang_at = lang_at,
                                           .is_crisis = specials[i].is_crisis,
                                           .ordinal = ordinal + i});
        else if (lang_has_file(check, first, id) && !pack_lang_is_draft(check->pack, lang))
            diag_error(check->diags, check_whole_file(check, pack_page_file(&check->arena, lang, id)), "missing-page",
                       "translate it", "there is no such file in \"%s\", but there is one in \"%s\"", lang, first);
    }
}

/* False for what is no language, or stands a second time: each was reported. */
static bool lang_counts(const Pack *pack, size_t i)
{
    const char *const *langs = (const char *const *)pack->languages.items;
    for (size_t j = 0; j < i; j++)
        if (strcmp(langs[i], langs[j]) == 0) return false;
    return pack_lang_is_valid(langs[i]);
}

static void lang_check(Check *check, size_t i)
{
    const char *lang = check->pack->languages.items[i];
    if (!fs_is_dir(fs_join(&check->arena, check->pack->dir, lang))) {
        if (pack_lang_is_draft(check->pack, lang))
            diag_warn(check->diags, check->pack->languages.marks[i], "empty-draft",
                      "add its crisis.yaml first, or take it out of languages and drafts",
                      "\"%s\" is offered to visitors, but there is no folder for it", lang);
        return; /* of others, the missing pack.yaml has been reported */
    }
    if (lang_has_file(check, lang, "pack"))
        file_check(check, &(CheckFile){.kind = CHECK_WORDS, .id = "pack", .lang = lang, .lang_at = i});
    size_t ordinal = 0;
    const Section *sections = check->pack->sections.items;
    for (size_t j = 0; j < check->pack->sections.count; j++) entries_check(check, i, &sections[j].pages, &ordinal);
    entries_check(check, i, &check->pack->articles, &ordinal);
    specials_check(check, i, ordinal);
    check->langs[i].is_read = check->langs[i].unread == 0;
}

/* A path that leads out of the pack has been reported with the structure. */
static void listed_picture_check(Check *check, Mark at, const char *path)
{
    if (path && fs_path_is_inside(path)) check_use_picture(check, at, path);
}

static void listed_pictures_check(Check *check, const List *list)
{
    const PageEntry *entries = list->items;
    for (size_t i = 0; i < list->count; i++) listed_picture_check(check, entries[i].at, entries[i].image);
}

/* Pages of a list that are what their id stands for; the second of two with one id is not. */
static size_t list_count(const Pack *pack, const List *list)
{
    const PageEntry *entries = list->items;
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (entry_counts(pack, &entries[i])) count++;
    return count;
}

static void structure_look(Check *check)
{
    const Pack *pack = check->pack;
    const Section *sections = pack->sections.items;
    check->page_count = list_count(pack, &pack->articles);
    listed_pictures_check(check, &pack->articles);
    for (size_t i = 0; i < pack->sections.count; i++) {
        check->page_count += list_count(pack, &sections[i].pages);
        listed_picture_check(check, sections[i].at, sections[i].image);
        listed_pictures_check(check, &sections[i].pages);
    }
}

static void check_run(Check *check)
{
    check_walk(check);
    structure_look(check);
    check->source_reviewed = ARENA_ARRAY(&check->arena, Date, check->page_count + ARRAY_LEN(specials));
    check->langs = ARENA_ARRAY(&check->arena, CheckLang, check->pack->languages.count + 1);
    for (size_t i = 0; i < check->pack->languages.count; i++) {
        if (!lang_counts(check->pack, i)) continue;
        check->sentences = text_sentences_new(check->pack->languages.items[i]);
        lang_check(check, i);
        text_sentences_free(check->sentences);
    }
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        if (rules[i].pack) rules[i].pack(check);
}

Pack *pack_check(const char *dir, const CheckOptions *options, Diags *diags)
{
    size_t errors_before = diags->errors;
    Check check = {.options = options, .diags = diags};
    check.name = pack_folder_name(&check.arena, dir);
    check.pack = pack_read(dir, diags, diags);
    if (check.pack) check_run(&check);
    arena_free(&check.file_arena);
    arena_free(&check.arena);
    diags_sort(diags);
    if (diags->errors == errors_before) return check.pack;
    pack_close(check.pack);
    return NULL;
}
