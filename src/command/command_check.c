#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "base/mem.h"
#include "command/command.h"
#include "pack/check/measure.h"
#include "pack/site/site.h"
#include "platform/paint/fontset.h"
#include "platform/images.h"
#include "platform/platform.h"
#include "command/content.h"

typedef struct Options {
    bool json, table, rules;
    Date today;
    char **paths;
    int path_count;
} Options;

/* One run over all paths. */
typedef struct CheckRun {
    const Options *options;
    CheckOptions check;
    Diags diags;
    Arena arena;
    size_t packs;
    bool unreadable;
} CheckRun;

/* NULL, or what is wrong. Paths are moved to the front of argv. */
static const char *options_read(Options *options, int argc, char **argv)
{
    options->paths = argv;
    for (int i = 1; i < argc; i++) {
        const char *argument = argv[i];
        if (strcmp(argument, "--json") == 0) {
            options->json = true;
        } else if (strcmp(argument, "--table") == 0) {
            options->table = true;
        } else if (strcmp(argument, "--rules") == 0) {
            options->rules = true;
        } else if (strcmp(argument, "--today") == 0) {
            if (++i == argc || !date_read(argv[i], &options->today)) return "--today needs a date such as 2026-11-24";
        } else if (argument[0] == '-') {
            return "there is no such option";
        } else {
            options->paths[options->path_count++] = argv[i];
        }
    }
    if (options->json && options->table) return "--json and --table do not go together";
    return options->path_count == 0 && !options->rules ? "it needs the folder of a pack" : NULL;
}

static int rules_print(void)
{
    const char *doc, *code;
    printf("# Packs of pages\n");
    for (size_t i = 0; (code = pack_rule(i, &doc)); i++) printf("%-18s %s\n", code, doc);
    printf("\n# The clinic's own pack\n");
    for (size_t i = 0; (code = site_rule(i, &doc)); i++) printf("%-18s %s\n", code, doc);
    return EXIT_OK;
}

static const char *file_in(CheckRun *run, const char *dir, const char *name) { return fs_join(&run->arena, dir, name); }

static bool is_pack(CheckRun *run, const char *dir) { return fs_is_file(file_in(run, dir, "pack.yaml")); }

static void table_row(const char *lang, const char *name, const Measure *measure)
{
    printf("%-9s %-32s %6zu ", lang, name, measure->words);
    if (readability_is_measured(lang))
        printf("%6.1f", readability_grade(&measure->readability, lang));
    else
        printf("%6s", "-");
    printf(" %8zu\n", measure->longest_words);
}

static void measure_add(Measure *total, const Measure *one)
{
    total->words += one->words;
    if (one->longest_words > total->longest_words) total->longest_words = one->longest_words;
    total->readability.words += one->readability.words;
    total->readability.sentences += one->readability.sentences;
    total->readability.syllables += one->readability.syllables;
}

static void table_page(const Pack *pack, const char *lang, const char *id, TextSentences *sentences, Measure *total)
{
    Arena arena = {0};
    Diags diags = {0};
    const char *path = fs_join(&arena, pack->dir, arena_format(&arena, "%s/%s.yaml", lang, id));
    const Page *page = fs_is_file(path) ? page_load(&arena, path, path, id, lang, &diags) : NULL;
    if (page) {
        Measure measure = measure_parts(&page->parts, lang, sentences);
        table_row(lang, id, &measure);
        measure_add(total, &measure);
    }
    diags_free(&diags);
    arena_free(&arena);
}

static void table_list(const Pack *pack, const char *lang, const List *list, TextSentences *sentences, Measure *total)
{
    const PageEntry *entries = list->items;
    for (size_t i = 0; i < list->count; i++) table_page(pack, lang, entries[i].id, sentences, total);
}

static void table_lang(const Pack *pack, const char *lang)
{
    TextSentences *sentences = text_sentences_new(lang);
    const Section *sections = pack->sections.items;
    Measure total = {0};
    for (size_t i = 0; i < pack->sections.count; i++) table_list(pack, lang, &sections[i].pages, sentences, &total);
    table_list(pack, lang, &pack->articles, sentences, &total);
    table_page(pack, lang, "crisis", sentences, &total);
    if (total.words > 0) table_row(lang, "(all)", &total);
    text_sentences_free(sentences);
}

static void table_print(const Pack *pack)
{
    printf("%s\n%-9s %-32s %6s %6s %8s\n", pack->id, "language", "page", "words", "grade", "longest");
    for (size_t i = 0; i < pack->languages.count; i++) table_lang(pack, pack->languages.items[i]);
}

/* NULL if there is an error. The caller owns it. */
static Pack *pack_run(CheckRun *run, const char *dir)
{
    Pack *pack = pack_check(dir, &run->check, &run->diags);
    run->packs++;
    if (run->options->table && pack) table_print(pack);
    if (run->options->table && !pack) fprintf(stderr, "%s: a table is made once there is no error\n", dir);
    return pack;
}

/* `library`: what is checked together with it. */
static void site_run(CheckRun *run, const char *dir, const Library *library)
{
    site_close(site_check(dir, &run->check, library, &run->diags));
    run->packs++;
}

/* What of a folder is checked together: packs may name the lines of the clinic, and its playlists their pages. */
typedef struct Folder {
    const char **packs, **sites;
    size_t pack_count, site_count;
} Folder;

static bool folder_look(CheckRun *run, const char *dir, Folder *out)
{
    const char **names;
    size_t count;
    if (!fs_list(&run->arena, dir, &names, &count)) return false;
    out->packs = ARENA_ARRAY(&run->arena, const char *, count + 1);
    out->sites = ARENA_ARRAY(&run->arena, const char *, count + 1);
    for (size_t i = 0; i < count; i++) {
        const char *inside = file_in(run, dir, names[i]);
        if (is_pack(run, inside))
            out->packs[out->pack_count++] = inside;
        else if (site_is_dir(inside))
            out->sites[out->site_count++] = inside;
    }
    return out->pack_count + out->site_count > 0;
}

/* The first clinic's pack that can be opened; what is wrong with it is said when its turn comes. */
static Site *folder_site(const Folder *folder)
{
    Site *site = NULL;
    for (size_t i = 0; i < folder->site_count && !site; i++) {
        Diags unheard = {0};
        site = site_open(folder->sites[i], &unheard);
        diags_free(&unheard);
    }
    return site;
}

/* A folder of packs: each folder within that is one. False if there is none. */
static bool folder_run(CheckRun *run, const char *dir)
{
    Folder folder = {0};
    if (!folder_look(run, dir, &folder)) return false;
    Library library = {mem_alloc(mem_product(folder.pack_count + 1, sizeof(Pack *))), 0};
    Site *site = folder_site(&folder);
    run->check.site = site;
    for (size_t i = 0; i < folder.pack_count; i++) {
        Pack *pack = pack_run(run, folder.packs[i]);
        if (pack) library.packs[library.count++] = pack;
    }
    run->check.site = NULL;
    /* A pack with errors may have any page: then nothing is said of pages. */
    bool whole = library.count == folder.pack_count;
    for (size_t i = 0; i < folder.site_count; i++) site_run(run, folder.sites[i], whole ? &library : &(Library){0});
    library_close(&library);
    site_close(site);
    return true;
}

static void path_run(CheckRun *run, const char *path)
{
    if (is_pack(run, path)) {
        pack_close(pack_run(run, path));
    } else if (site_is_dir(path)) {
        site_run(run, path, &(Library){0});
    } else if (!folder_run(run, path)) {
        fprintf(stderr, "hearth check: there is no pack in \"%s\": a pack is a folder with a pack.yaml\n", path);
        run->unreadable = true;
    }
}

static void summary_print(const CheckRun *run)
{
    size_t errors = run->diags.errors, warnings = run->diags.warnings;
    if (run->packs == 0) return;
    if (errors + warnings == 0)
        fprintf(stderr, "No problems in %zu pack%s.\n", run->packs, run->packs == 1 ? "" : "s");
    else
        fprintf(stderr, "%zu error%s, %zu warning%s.\n", errors, errors == 1 ? "" : "s", warnings,
                warnings == 1 ? "" : "s");
}

static int check_run(int argc, char **argv)
{
    Options options = {0};
    const char *problem = options_read(&options, argc, argv);
    if (problem) return command_usage(&command_check, problem);
    if (options.rules) return rules_print();
    if (!date_is_set(options.today)) options.today = content_today();
    FontSet *fonts = fontset_new();
    FontSource source = fontset_source(fonts);
    TextEngine *text = text_engine_new(&source);
    CheckRun run = {.options = &options,
                    .check = {.today = options.today, .text = text, .image_decodes = images_decodes_apart}};
    for (int i = 0; i < options.path_count; i++) path_run(&run, options.paths[i]);
    diags_sort(&run.diags);
    if (options.json)
        diags_print_json(&run.diags, stdout);
    else
        diags_print(&run.diags, stdout);
    if (!options.json) summary_print(&run);
    int status = run.unreadable ? EXIT_UNREADABLE : run.diags.errors + run.diags.warnings > 0 ? EXIT_PROBLEMS : EXIT_OK;
    diags_free(&run.diags);
    arena_free(&run.arena);
    text_engine_free(text);
    fontset_free(fonts);
    return status;
}

const Command command_check = {
    .name = "check",
    .arguments = "[--json] [--table] [--today YYYY-MM-DD] PATH ... | --rules",
    .summary = "Reads packs completely and names every problem with its place",
    .help =
        "PATH is the folder of a pack, or a folder with packs in it, which are then checked together: what a clinic's\n"
        "own pack names in the others, and they in it. Each problem is one line:\n"
        "  file:line:column: code: what is wrong; what to do\n"
        "\n"
        "  --json              the same as a list of objects, for programs\n"
        "  --table             words, school grade and longest sentence of each page in each language\n"
        "  --today YYYY-MM-DD  the date that reviews are held against; without it, the clock's\n"
        "  --rules             lists the codes of rules, and what each asks for\n"
        "\n"
        "Exit status: 0 no problem (a review that is due is none), 1 problems, 2 could not read, 64 wrong usage.\n",
    .run = check_run,
};
