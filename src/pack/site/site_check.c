/* site_check.c - every rule for a clinic's own pack. */
#include "pack/site/site_check.h"

#include <string.h>

#include "base/mem.h"
#include "base/str.h"

typedef struct SiteRuleRow {
    const char *code, *doc;
    SiteRule *run; /* NULL: reported where the file is read */
} SiteRuleRow;

static const SiteRuleRow rules[] = {
    {"site-language", "Languages are codes that the screen knows, and the first one is offered.", rule_site_language},
    {"site-words", "What visitors read has words in each language of the clinic's pack.", rule_site_words},
    {"site-id", "Ids of a clinic's pack are valid, and none stands twice.", rule_site_id},
    {"site-file", "A clinic's folder has site.yaml, therapists.yaml or .csv, images and notes.", rule_site_file},
    {"missing-logo", "The logo exists.", rule_logo},
    {"opening-hours", "A clinic closes after it opens, and no day has its hours twice.", rule_opening_hours},
    {"closed-date", "Days on which a clinic is closed exist.", rule_closed_date},
    {"time-zone", "A time zone is one that exists, by continent and city.", rule_time_zone},
    {"brightness-hours", "Hours of brightness do not overlap.", rule_brightness_hours},
    {"playlist-dates", "A playlist ends after it begins, and has both ends or none.", rule_playlist_dates},
    {"playlist-last", "The last playlist has no limits, and only that one.", rule_playlist_last},
    {"playlist-page", "Pages of playlists exist in the packs checked together with them.", rule_playlist_page},
    {"playlist-silent", "Pages of playlists have a line for the loop.", rule_playlist_silent},
    {"local-number", "Numbers of local lines have digits and single hyphens.", rule_local_number},
    {"local-verified", "A local line was called on a day that has been, or not yet.", rule_local_verified},
    {"local-review", "No local line is past its review date.", rule_local_review},
    {"desk-number", "Phone numbers of people and of the desk have hyphens.", rule_desk_number},
    {"example-number", "Numbers for examples, 555-01xx, stand with examples, and no others do.", rule_example_number},
    {"contact-address", "Addresses have an @, and websites begin with https.", rule_contact_address},
    {"choice-twice", "No choice stands twice under words.", rule_choice_twice},
    {"person-twice", "No two people have one id.", rule_person_twice},
    {"same-person", "Nobody stands twice in the list of people.", rule_same_person},
    {"list-updated", "The list of people was not updated in the future.", rule_list_updated},
    {"list-review", "The list of people is not past its review date.", rule_list_review},
    {"unknown-id", "Choices of people stand under words.", NULL},
    {"bad-fee", "A fee is a number, or two.", NULL},
    {"two-lists", "People stand in therapists.yaml or in therapists.csv.", NULL},
    {"missing-file", "A therapists.csv has a therapists.yaml beside it.", NULL},
    {"csv-empty", "A table has a row of names of columns.", NULL},
    {"csv-encoding", "A table is saved as UTF-8.", NULL},
    {"csv-character", "A table has only characters that can be seen.", NULL},
    {"csv-formula", "A table has values, and no errors of the spreadsheet.", NULL},
    {"csv-no-people", "A table has people below its headings.", NULL},
    {"csv-quote", "Quotation marks round a cell come in pairs.", NULL},
    {"csv-cells", "No row of a table has more cells than there are columns.", NULL},
    {"unknown-column", "Columns of a table are called as in the format.", NULL},
    {"missing-column", "A table has the columns that are needed.", NULL},
    {"column-twice", "No column stands twice.", NULL},
    {"too-many-people", "A list has at most 2,000 people.", NULL},
};

const char *site_rule(size_t i, const char **doc)
{
    if (i >= ARRAY_LEN(rules)) return NULL;
    *doc = rules[i].doc;
    return rules[i].code;
}

static Mark key_in(const YNode *root, const char *key, const char *file)
{
    const YNode *node = root && root->kind == Y_MAP ? ynode_get(root, key) : NULL;
    return node ? node->key_at : (Mark){file, 0, 0};
}

Mark site_key(const SiteCheck *check, const char *key)
{
    return key_in(check->site->root, key, check->site->root ? check->site->root->at.file : "");
}

Mark people_key(const SiteCheck *check, const char *key)
{
    const YNode *root = check->site->directory ? check->site->directory->root : NULL;
    return key_in(root, key, root ? root->at.file : "");
}

static void lang_known(SiteCheck *check, Mark at, const char *lang)
{
    if (words_has(lang)) return;
    const char *known[PACK_LANGS_MAX];
    size_t count = 0;
    for (; words_langs()[count] && count < PACK_LANGS_MAX; count++) known[count] = words_langs()[count];
    const char *nearest = schema_nearest(lang, known, count);
    diag_error(check->diags, at, "site-language",
               nearest ? arena_format(&check->arena, "did you mean \"%s\"?", nearest) : "take it out",
               "the screen does not speak \"%s\"", lang);
}

void rule_site_language(SiteCheck *check)
{
    const Display *display = &check->site->display;
    const TextList *languages = &check->site->languages, *offered = &display->languages_offered;
    for (size_t i = 0; i < languages->count; i++)
        if (languages->items[i] && !pack_lang_is_valid(languages->items[i]))
            diag_error(check->diags, languages->marks[i], "site-language", "write a code such as en, fr or zh-Hans",
                       "\"%s\" is no code of a language", languages->items[i]);
    for (size_t i = 0; i < offered->count; i++)
        if (offered->items[i]) lang_known(check, offered->marks[i], offered->items[i]);
    lang_known(check, site_key(check, "display"), display->language);
    if (words_has(display->language) && !site_offers(check->site, display->language))
        diag_error(check->diags, site_key(check, "display"), "site-language", "add it to languages-offered",
                   "\"%s\" is the screen's first language, but it is not offered", display->language);
}

/* A text that nobody has written for a language is shown in another; for the clinic's own languages that is a slip. */
static void words_whole(SiteCheck *check, Mark at, const char *what, const List *words)
{
    const TextList *languages = &check->site->languages;
    for (size_t i = 0; words->count > 0 && i < languages->count; i++)
        if (languages->items[i] && !words_have(words, languages->items[i]))
            diag_error(check->diags, at, "site-words", "add it", "%s has no words in \"%s\"", what,
                       languages->items[i]);
}

static void choices_whole(SiteCheck *check, const char *group, const ChoiceList *choices)
{
    for (size_t i = 0; i < choices->count; i++)
        words_whole(check, choices->items[i].at, arena_format(&check->arena, "a choice of \"%s\"", group),
                    &choices->items[i].name);
}

static void directory_whole(SiteCheck *check, const Directory *directory)
{
    words_whole(check, people_key(check, "notice"), "\"notice\"", &directory->notice);
    words_whole(check, people_key(check, "always"), "\"always\"", &directory->always);
    for (size_t i = 0; i < directory->first_call_count; i++)
        words_whole(check, people_key(check, "first-call"), "a sentence of \"first-call\"", &directory->first_call[i]);
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++)
        choices_whole(check, directory_group_keys[group], &directory->choices[group]);
    choices_whole(check, "profession", &directory->professions);
}

void rule_site_words(SiteCheck *check)
{
    const Site *site = check->site;
    words_whole(check, site_key(check, "clinic"), "\"name\"", &site->clinic.name);
    words_whole(check, site_key(check, "clinic"), "\"desk\"", &site->clinic.desk);
    words_whole(check, site_key(check, "hide"), "\"hide\"", &site->hide);
    for (size_t i = 0; i < site->welcome_count; i++)
        words_whole(check, site_key(check, "welcome"), "a sentence of \"welcome\"", &site->welcome[i]);
    const LocalLine *lines = site->crisis.items;
    for (size_t i = 0; i < site->crisis.count; i++) {
        words_whole(check, lines[i].at, "\"name\"", &lines[i].name);
        words_whole(check, lines[i].at, "\"line\"", &lines[i].line);
        words_whole(check, lines[i].at, "\"word\"", &lines[i].text_to.word);
    }
    if (site->directory) directory_whole(check, site->directory);
}

static void id_check(SiteCheck *check, Mark at, const char *id)
{
    if (id && !pack_id_is_valid(id))
        diag_error(check->diags, at, "site-id", "use small letters a to z, digits and hyphens, 64 at most",
                   "\"%s\" cannot be an id", id);
}

void rule_site_id(SiteCheck *check)
{
    const Site *site = check->site;
    const Playlist *playlists = site->playlists.items;
    const LocalLine *lines = site->crisis.items;
    id_check(check, site_key(check, "id"), site->id);
    for (size_t i = 0; i < site->playlists.count; i++) {
        id_check(check, playlists[i].at, playlists[i].id);
        for (size_t j = 0; j < i && playlists[i].id; j++)
            if (playlists[j].id && strcmp(playlists[i].id, playlists[j].id) == 0)
                diag_error(check->diags, playlists[i].at, "site-id", "give one of them another id",
                           "there are two playlists \"%s\"", playlists[i].id);
    }
    for (size_t i = 0; i < site->crisis.count; i++) {
        id_check(check, lines[i].at, lines[i].id);
        if (lines[i].id && site_line(site, lines[i].id) != &lines[i])
            diag_error(check->diags, lines[i].at, "site-id", "give one of them another id",
                       "there are two lines \"%s\"", lines[i].id);
    }
}

void rule_site_file(SiteCheck *check)
{
    static const char *const known[] = {SITE_FILE, "therapists.yaml", "therapists.csv", "images", "LICENSE"};
    const char **names;
    size_t count;
    if (!fs_list(&check->arena, check->site->dir, &names, &count)) return;
    for (size_t i = 0; i < count; i++) {
        bool fine = names[i][0] == '.' || str_ends(names[i], ".md") || str_ends(names[i], ".txt") ||
                    str_ends(names[i], ".minisig");
        for (size_t k = 0; k < ARRAY_LEN(known) && !fine; k++) fine = strcmp(names[i], known[k]) == 0;
        const char *nearest = fine ? NULL : schema_nearest(names[i], known, ARRAY_LEN(known));
        if (!fine)
            diag_error(check->diags, (Mark){fs_join(&check->arena, check->name, names[i]), 0, 0}, "site-file",
                       nearest ? arena_format(&check->arena, "call it %s", nearest)
                               : "take it out; notes end in .md or .txt",
                       "\"%s\" does not belong here", names[i]);
    }
}

void rule_logo(SiteCheck *check)
{
    const char *logo = check->site->logo;
    if (!logo) return;
    Mark at = site_key(check, "logo");
    if (!fs_path_is_inside(logo) || !fs_is_file(fs_join(&check->arena, check->site->dir, logo))) {
        diag_error(check->diags, at, "missing-logo", "write it from this folder on, such as images/logo.svg",
                   "there is no \"%s\"", logo);
        return;
    }
    Pack folder = {.dir = check->site->dir};
    Check pictures = {.pack = &folder, .name = check->name, .options = check->options, .diags = check->diags};
    check_picture_file(&pictures, logo);
    arena_free(&pictures.file_arena);
    arena_free(&pictures.arena);
}

Site *site_check(const char *dir, const CheckOptions *options, const Library *library, Diags *diags)
{
    size_t errors_before = diags->errors;
    SiteCheck check = {.options = options, .library = library, .diags = diags};
    check.name = pack_folder_name(&check.arena, dir);
    Site *site = site_read(dir, check.name, diags);
    check.site = site;
    for (size_t i = 0; site && i < ARRAY_LEN(rules); i++)
        if (rules[i].run) rules[i].run(&check);
    if (site) rule_examples(&check);
    arena_free(&check.arena);
    diags_sort(diags);
    if (diags->errors == errors_before) return site;
    site_close(site);
    return NULL;
}
