#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command/content.h"
#include "command/options.h"
#include "pack/search/search.h"
#include "pack/support.h"

enum { FIND_PACKS_MAX = 16 };

/* Opens the packs at `paths`. Problems of one that cannot be opened are printed. False if there was any. */
static bool packs_open(Library *library, const char *const *paths)
{
    bool whole = true;
    library->packs = mem_alloc(mem_product(FIND_PACKS_MAX, sizeof(Pack *)));
    for (size_t i = 0; i < FIND_PACKS_MAX && paths[i]; i++) {
        Diags diags = {0};
        Pack *pack = pack_open(paths[i], &diags);
        if (pack)
            library->packs[library->count++] = pack;
        else
            content_print_problems(&diags, false);
        whole = whole && pack;
        diags_free(&diags);
    }
    return whole;
}

/* Prints what the search screen would show, in its order. Returns how much that is. */
static int answer_print(const Library *library, const char *lang, const char *words)
{
    Arena arena = {0};
    Support *support = support_load(library);
    SearchIndex *index = search_build(library, lang, NULL);
    SearchResults results;
    search_run(index, words, &results);
    bool meant = support_meant(support, lang, words);
    if (meant) {
        printf("help first\n");
        if (results.near) results = (SearchResults){0};
    }
    for (int i = 0; i < results.count; i++) {
        SearchHit hit = search_hit(index, &arena, words, results.pages[i]);
        printf("%d%s %s %s\n", i + 1, results.near ? "~" : "", hit.ref, hit.title);
    }
    search_free(index);
    support_free(support);
    arena_free(&arena);
    return results.count + meant;
}

static int find_run(int argc, char **argv)
{
    static const char *const shipped[FIND_PACKS_MAX] = {"content/relationships", "content/first-aid"};
    const char *lang = "en", *words[FIND_PACKS_MAX + 1] = {NULL};
    const Option table[] = {{"--lang", .value = &lang}, {0}};
    const char *problem = options_take(table, argc, argv, words, 1, FIND_PACKS_MAX);
    if (!problem && strlen(words[0]) >= SEARCH_QUERY_BYTES) problem = "the search takes at most 63 bytes";
    if (problem) return command_usage(&command_find, problem);
    Library library = {0};
    bool whole = packs_open(&library, words[1] ? words + 1 : shipped);
    bool has_lang = false;
    for (size_t i = 0; i < library.count; i++) has_lang = has_lang || pack_has_lang(library.packs[i], lang);
    if (whole && !has_lang) fprintf(stderr, "hearth find: no pack has the language \"%s\"\n", lang);
    int status = EXIT_UNREADABLE;
    if (whole && has_lang) status = answer_print(&library, lang, words[0]) > 0 ? EXIT_OK : EXIT_PROBLEMS;
    library_close(&library);
    return status;
}

const Command command_find = {
    .name = "find",
    .arguments = "WORDS [--lang LANG] [PACK ...]",
    .summary = "Prints what a visitor who types WORDS into the search would get",
    .help = "PACK is the folder of a pack; without one, the packs in ./content are searched.\n"
            "A first line \"help first\" says that the offer of help stands before the pages. Then each page, best\n"
            "first, is a line: its place, a ~ if it only comes near, its id, its title.\n"
            "\n"
            "  --lang LANG  the language of the screen; without it, en\n"
            "\n"
            "Exit status: 0 found, 1 nothing found, 2 could not read, 64 wrong usage.\n",
    .run = find_run,
};
