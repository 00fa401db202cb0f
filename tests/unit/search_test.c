#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "pack/search/search.h"
#include "pack/search/search_words.h"
#include "pack/support.h"
#include "pack_fixture.h"

/* Words stand in a title, a part, a summary and a body, so that their order can be seen. */
#define FOUND_PACK                                                                                                     \
    "hearth: 1\nid: small\nversion: 1.0.0\nlanguages: [en, fr, zh-Hans]\ndrafts: [zh-Hans]\n"                          \
    "sections:\n  - {id: start, colour: growth, pages: [{id: body}, {id: summary}, {id: part}, {id: title}]}\n"        \
    "crisis:\n  - {id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}\n"
#define FOUND_WORDS                                                                                                    \
    "title: A small pack\nsummary: To search.\nsections:\n  start: {title: Beginning}\ncrisis:\n  line: {name: "       \
    "Line}\nsame-words: [\"river, brook, stream\"]\n"
#define FOUND_PAGE(title, summary, part, body)                                                                         \
    "title: " title "\nsummary: " summary "\nreviewed: 2026-11-24\nparts:\n  - title: " part "\n    blocks:\n"         \
    "      - text: |\n          " body "\n"

typedef struct Fixture {
    TempPack temp;
    Library library;
    SearchIndex *index;
    Arena arena;
} Fixture;

static Fixture fixture_open(const char *lang)
{
    Fixture f = {.temp = temp_pack_new()};
    temp_pack_write(&f.temp, "pack.yaml", FOUND_PACK);
    temp_pack_write(&f.temp, "en/pack.yaml", FOUND_WORDS);
    temp_pack_write(&f.temp, "fr/pack.yaml", FOUND_WORDS);
    temp_pack_write(&f.temp, "zh-Hans/pack.yaml",
                    "title: 包\nsummary: 找\nsections:\n  start: {title: 孤单的感觉}\ncrisis:\n  line: {name: 线}\n");
    temp_pack_write(&f.temp, "en/body.yaml",
                    FOUND_PAGE("An open door", "It stands there.", "Inside",
                               "Some days the lantern glows, and glows, and a river runs by. Don’t hurry."));
    temp_pack_write(&f.temp, "en/summary.yaml",
                    "find: [\"torch\", glows, Taschenlampe]\n" FOUND_PAGE(
                        "A closed door", "Of a lantern in the hall.", "Outside",
                        "A long, long walk leads past many houses and shops to the water."));
    temp_pack_write(
        &f.temp, "en/part.yaml",
        FOUND_PAGE("A third door", "It is green.", "The lantern", "Nothing else to say here. Lanterns abound."));
    temp_pack_write(&f.temp, "en/title.yaml",
                    FOUND_PAGE("Lanterns at night", "They hang.", "Where",
                               "By the *river*, of course. Café and naïve are words, too."));
    temp_pack_write(
        &f.temp, "fr/body.yaml",
        FOUND_PAGE("Une porte ouverte", "Elle est là.", "Dedans", "C’est l’amour qui m’a épuisée. L’été revient."));
    temp_pack_write(&f.temp, "en/support.yaml",
                    "phrases: [I want to die, he hits me, suicide, kill myself, can’t go on]\n");
    temp_pack_write(&f.temp, "fr/support.yaml", "phrases: [j’ai peur de lui, envie de mourir]\n");
    temp_pack_write(&f.temp, "zh-Hans/support.yaml", "phrases: [想死]\n");
    Diags diags = {0};
    f.library = (Library){mem_alloc(sizeof(Pack *)), 1};
    f.library.packs[0] = pack_open(f.temp.dir, &diags);
    if (!f.library.packs[0]) diags_print(&diags, stderr);
    assert_non_null(f.library.packs[0]);
    diags_free(&diags);
    f.index = search_build(&f.library, lang, NULL);
    assert_non_null(f.index);
    return f;
}

static void fixture_close(Fixture *f)
{
    search_free(f->index);
    library_close(&f->library);
    arena_free(&f->arena);
    temp_pack_remove(&f->temp);
}

static SearchHit hit_of(Fixture *f, const char *query, const SearchResults *results, int at)
{
    assert_in_range(at, 0, results->count - 1);
    return search_hit(f->index, &f->arena, query, results->pages[at]);
}

static void expect_refs(Fixture *f, const char *query, const char *const *refs, int count)
{
    SearchResults results;
    search_run(f->index, query, &results);
    assert_int_equal(results.total, count);
    assert_int_equal(results.count, count);
    for (int i = 0; i < count; i++) assert_string_equal(hit_of(f, query, &results, i).ref, refs[i]);
}

static void titles_come_before_parts_before_summaries_before_bodies(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    const char *const refs[] = {"small/title", "small/part", "small/summary", "small/body"};
    expect_refs(&f, "lantern", refs, 4);
    expect_refs(&f, "  LANTERN ", refs, 4);
    expect_refs(&f, "lant", refs, 4);
    fixture_close(&f);
}

static void whole_words_come_before_beginnings_in_the_same_place(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    SearchResults results;
    /* "long" is a word of one body; of the others nothing begins so. "wal" begins one. */
    search_run(f.index, "long wal", &results);
    assert_int_equal(results.total, 1);
    assert_string_equal(hit_of(&f, "long wal", &results, 0).ref, "small/summary");
    const char *const doors[] = {"small/body", "small/summary", "small/part"};
    expect_refs(&f, "door", doors, 3);
    /* More often is better: "glows" stands twice in one body. */
    search_run(f.index, "river", &results);
    assert_string_equal(hit_of(&f, "river", &results, 0).ref, "small/body");
    fixture_close(&f);
}

static void all_words_are_wanted(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    const char *const refs[] = {"small/body"};
    expect_refs(&f, "lantern river days", refs, 1);
    SearchResults results;
    search_run(f.index, "green submarine", &results);
    assert_true(results.near); /* pages with one of the words are only near */
    assert_true(results.total > 0);
    search_run(f.index, "submarine", &results);
    assert_int_equal(results.total, 0);
    assert_false(results.near);
    search_run(f.index, "", &results);
    assert_int_equal(results.total, 0);
    search_run(f.index, " ?! ", &results);
    assert_int_equal(results.total, 0);
    fixture_close(&f);
}

static void one_wrong_letter_is_forgiven(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    static const char *const typed[] = {"lantarn", "lanern", "lanteern", "lnatern", "lantenr", "lante rn"};
    for (size_t i = 0; i < 5; i++) {
        SearchResults results;
        search_run(f.index, typed[i], &results);
        assert_int_equal(results.total, 4);
        assert_true(results.near);
    }
    SearchResults results;
    search_run(f.index, "lxntxrn", &results); /* two are not */
    assert_int_equal(results.total, 0);
    search_run(f.index, "xantern", &results); /* nor is the first */
    assert_int_equal(results.total, 0);
    fixture_close(&f);
}

/* Words that a page does not say, from its find-words: as good as a part's title, and never shown. */
static void find_words_find_their_page(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    const char *const torch[] = {"small/summary"}, *const glows[] = {"small/summary", "small/body"};
    expect_refs(&f, "torch", torch, 1);
    expect_refs(&f, "taschenlampe", torch, 1);
    expect_refs(&f, "glows", glows, 2);
    SearchResults results;
    search_run(f.index, "torch", &results);
    SearchHit hit = hit_of(&f, "torch", &results, 0);
    assert_null(strstr(hit.text, "torch"));
    assert_int_equal(hit.from, hit.to);
    fixture_close(&f);
}

/* Words that the pack says mean the same find the pages of one another, after the pages that have the word itself. */
static void words_that_mean_the_same_find_the_same(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    const char *const refs[] = {"small/body", "small/title"};
    expect_refs(&f, "river", refs, 2);
    expect_refs(&f, "brook", refs, 2);
    expect_refs(&f, "STREAM", refs, 2);
    fixture_close(&f);
}

static void edits(void **state)
{
    (void)state;
    assert_true(search_one_edit("feal", "feel"));
    assert_true(search_one_edit("fel", "feel") == false); /* three letters have to be right */
    assert_true(search_one_edit("feel", "feel"));
    assert_true(search_one_edit("efel", "feel")); /* changed round, even the first two */
    assert_true(search_one_edit("feeel", "feel"));
    assert_false(search_one_edit("foal", "feel"));
    assert_false(search_one_edit("feel", "feeling"));
    assert_true(search_one_edit_of_start("fele", "feeling"));
    assert_true(search_one_edit("épuisé", "épuise"));
    assert_true(search_one_edit("قلقق", "قلق"));
    assert_true(search_one_edit("тривгоа", "тривога"));
    assert_false(search_one_edit("", "feel"));
}

static void accents_and_apostrophes_make_no_difference(void **state)
{
    (void)state;
    Fixture f = fixture_open("fr");
    const char *const refs[] = {"small/body"};
    expect_refs(&f, "epuisee", refs, 1);
    expect_refs(&f, "ÉPUISÉE", refs, 1);
    expect_refs(&f, "amour", refs, 1);
    expect_refs(&f, "l'amour", refs, 1);
    expect_refs(&f, "ete", refs, 1);
    fixture_close(&f);
    f = fixture_open("en");
    expect_refs(&f, "dont", refs, 1);
    expect_refs(&f, "don't", refs, 1);
    const char *const cafe[] = {"small/title"};
    expect_refs(&f, "cafe naive", cafe, 1);
    fixture_close(&f);
}

static void matches_are_shown_in_their_place(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    SearchResults results;
    search_run(f.index, "lant", &results);
    SearchHit hit = hit_of(&f, "lant", &results, 0);
    assert_int_equal(hit.where, SEARCH_IN_TITLE);
    assert_string_equal(hit.text, "Lanterns at night");
    assert_int_equal(hit.from, 0);
    assert_int_equal(hit.to, 4);
    hit = hit_of(&f, "lant", &results, 3);
    assert_int_equal(hit.where, SEARCH_IN_BODY);
    assert_memory_equal(hit.text + hit.from, "lant", hit.to - hit.from);
    search_run(f.index, "water", &results);
    hit = hit_of(&f, "water", &results, 0);
    assert_memory_equal(hit.text, "\xE2\x80\xA6 ", 4); /* begins within its line */
    assert_memory_equal(hit.text + hit.from, "water", 5);
    search_run(f.index, "river", &results);
    for (int i = 0; i < results.count; i++) assert_null(strchr(hit_of(&f, "river", &results, i).text, '*'));
    fixture_close(&f);
}

static void ideas_finish_the_word_and_find_something(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    SearchResults results;
    const char *ideas[SEARCH_IDEAS_MAX];
    search_run(f.index, "river lan", &results);
    int count = search_ideas(f.index, &f.arena, "river lan", &results, ideas);
    assert_in_range(count, 1, SEARCH_IDEAS_MAX);
    for (int i = 0; i < count; i++) {
        SearchResults found;
        assert_memory_equal(ideas[i], "river ", 6);
        search_run(f.index, ideas[i], &found);
        assert_true(found.total > 0);
        assert_false(found.near);
    }
    assert_int_equal(search_ideas(f.index, &f.arena, "l", &results, ideas), 0);
    /* An idea that is longer than the field could be touched, and nothing would happen. */
    const char *full = "river river river river river river river river river river lan";
    assert_int_equal(strlen(full), SEARCH_QUERY_BYTES - 1);
    assert_int_equal(search_ideas(f.index, &f.arena, full, &results, ideas), 0);
    assert_true(search_ideas(f.index, &f.arena, full + strlen("river "), &results, ideas) > 0);
    fixture_close(&f);
}

static void chinese_is_found_by_characters_and_by_pinyin(void **state)
{
    (void)state;
    Fixture f = fixture_open("zh-Hans");
    static const char *const typed[] = {"孤单", "gudan", "gu dan", "gd", "guda", "gudandeganjue"};
    for (size_t i = 0; i < 5; i++) {
        SearchResults results;
        search_run(f.index, typed[i], &results);
        assert_true(results.total >= 1);
        assert_string_equal(hit_of(&f, typed[i], &results, 0).ref, "small/start");
    }
    fixture_close(&f);
}

static void an_index_fits_its_packs_and_its_language(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    assert_true(search_fits(f.index, &f.library, "en"));
    assert_false(search_fits(f.index, &f.library, "fr"));
    assert_false(search_fits(NULL, &f.library, "en"));
    f.library.packs[0]->generation++;
    assert_false(search_fits(f.index, &f.library, "en"));
    atomic_bool stop = true;
    assert_null(search_build(&f.library, "en", &stop));
    fixture_close(&f);
}

static void words_of_danger_bring_help(void **state)
{
    (void)state;
    Fixture f = fixture_open("en");
    Support *support = support_load(&f.library);
    static const struct {
        const char *lang, *typed;
        bool meant;
    } cases[] = {
        {"en", "I want to die", true},
        {"en", "i want to di", true},
        {"en", "i want to d", false},
        {"en", "i want to", false},
        {"en", "and i want to just die now", true},
        {"en", "he hits me", true},
        {"en", "he often hits me", true},
        {"en", "he hits the ball", false},
        {"en", "he hitz me", true},
        {"en", "suicide", true},
        {"en", "suic", true},
        {"en", "sui", false},
        {"en", "suicied", true},
        {"en", "killmyself", true},
        {"en", "kill my self", true},
        {"en", "cant go on", true},
        {"en", "I can't go on", true},
        {"en", "lantern", false},
        {"en", "", false},
        {"en", "die", false},
        {"fr", "J’AI PEUR DE LUI", true},
        {"fr", "jai peur de lui", true},
        {"fr", "j ai peur de lui", true},
        {"fr", "peur", false},
        {"fr", "suicide", true},
        {"fr", "suicied", false},
        {"zh-Hans", "我想死了", true},
        {"zh-Hans", "我想", false},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (support_meant(support, cases[i].lang, cases[i].typed) != cases[i].meant)
            fail_msg("%s: \"%s\" should%s bring help", cases[i].lang, cases[i].typed, cases[i].meant ? "" : " not");
    assert_int_equal(support_count(support), 8);
    support_free(support);
    support_free(NULL);
    fixture_close(&f);
}

/* The lists that clinics get: each phrase brings help as it stands, and ordinary searches do not. */
static void the_lists_we_ship_say_what_they_mean(void **state)
{
    (void)state;
    Diags diags = {0};
    Library library = {mem_alloc(sizeof(Pack *)), 1};
    library.packs[0] = pack_open("content/relationships", &diags);
    assert_non_null(library.packs[0]);
    Support *support = support_load(&library);
    assert_true(support_count(support) > 300);
    static const struct {
        const char *lang, *typed;
    } calm[] = {
        {"en", "lonely"},
        {"en", "calm"},
        {"en", "trust"},
        {"en", "after a fight"},
        {"en", "attachment"},
        {"en", "he never calls"},
        {"en", "feelings"},
        {"en", "how to end a fight"},
        {"en", "my partner hits the gym"},
        {"en", "couples therapy"},
        {"fr", "solitude"},
        {"fr", "calme"},
        {"fr", "confiance"},
        {"fr", "après une dispute"},
        {"fr", "attachement"},
        {"fr", "peur de l’abandon"},
        {"es", "soledad"},
        {"es", "calma"},
        {"ar", "الوحدة"},
        {"ar", "الثقة"},
        {"uk", "самотність"},
        {"tl", "tiwala"},
        {"pa", "ਭਰੋਸਾ"},
        {"zh-Hans", "孤单"},
    };
    for (size_t i = 0; i < ARRAY_LEN(calm); i++)
        if (support_meant(support, calm[i].lang, calm[i].typed))
            fail_msg("%s: \"%s\" should not bring help", calm[i].lang, calm[i].typed);
    static const struct {
        const char *lang, *typed;
    } danger[] = {
        {"en", "I wanna die"},
        {"en", "don't want to be here"},
        {"en", "he chokes me"},
        {"en", "scared of my husband"},
        {"en", "988"},
        {"fr", "je veux mourir"},
        {"fr", "il me frappe"},
        {"fr", "j’ai peur de mon chum"},
        {"es", "mi esposo me pega"},
        {"ar", "اريد ان اموت"},
        {"ar", "زوجي يضربني"},
        {"uk", "він мене б'є"},
        {"tl", "gusto ko nang mamatay"},
        {"pa", "ਖੁਦਕੁਸ਼ੀ"},
        {"zh-Hans", "老公打我"},
    };
    for (size_t i = 0; i < ARRAY_LEN(danger); i++)
        if (!support_meant(support, danger[i].lang, danger[i].typed))
            fail_msg("%s: \"%s\" should bring help", danger[i].lang, danger[i].typed);
    support_free(support);
    library_close(&library);
    diags_free(&diags);
}

/* tests/search/danger.tsv: a language, "help" or "pages", and a sentence as people type it. */
static void sentences_of_danger_bring_help_and_their_neighbours_do_not(void **state)
{
    (void)state;
    Diags diags = {0};
    Library library = {mem_alloc(sizeof(Pack *)), 1};
    library.packs[0] = pack_open("content/relationships", &diags);
    assert_non_null(library.packs[0]);
    Support *support = support_load(&library);
    FILE *table = fopen("tests/search/danger.tsv", "r");
    assert_non_null(table);
    char lang[8], wanted[8], typed[128];
    int help[2] = {0}, wrong = 0, calm = 0;
    while (fscanf(table, "%7[^\t]\t%7[^\t]\t%127[^\n]\n", lang, wanted, typed) == 3) {
        bool danger = strcmp(wanted, "help") == 0;
        help[strcmp(lang, "fr") == 0] += danger;
        calm += !danger;
        if (support_meant(support, lang, typed) == danger) continue;
        print_message("%s: \"%s\" should%s bring help\n", lang, typed, danger ? "" : " not");
        wrong++;
    }
    assert_int_equal(fclose(table), 0);
    assert_true(help[0] >= 150 && help[1] >= 100 && calm >= 60);
    assert_int_equal(wrong, 0);
    support_free(support);
    library_close(&library);
    diags_free(&diags);
}

/* True if the page stands among the first three for what is typed. */
static bool is_in_first_three(const SearchIndex *index, const char *page, const char *typed)
{
    Arena arena = {0};
    SearchResults results;
    search_run(index, typed, &results);
    bool found = false;
    for (int i = 0; i < results.count && i < 3; i++)
        found = found || strcmp(search_hit(index, &arena, typed, results.pages[i]).ref, page) == 0;
    if (results.total == 0) fail_msg("\"%s\" finds nothing", typed);
    arena_free(&arena);
    return found;
}

/* tests/search/queries.tsv: a language, the page that answers, and what people type. */
static void everyday_queries_find_the_page_that_answers(void **state)
{
    (void)state;
    Diags diags = {0};
    Library library = {mem_alloc(2 * sizeof(Pack *)), 2};
    library.packs[0] = pack_open("content/relationships", &diags);
    library.packs[1] = pack_open("content/first-aid", &diags);
    assert_true(library.packs[0] && library.packs[1]);
    SearchIndex *indexes[2] = {search_build(&library, "en", NULL), search_build(&library, "fr", NULL)};
    FILE *table = fopen("tests/search/queries.tsv", "r");
    assert_non_null(table);
    char lang[8], page[80], typed[64];
    int count = 0, found = 0;
    while (fscanf(table, "%7[^\t]\t%79[^\t]\t%63[^\n]\n", lang, page, typed) == 3) {
        bool good = is_in_first_three(indexes[strcmp(lang, "fr") == 0], page, typed);
        if (!good) print_message("%s: \"%s\" does not find %s first\n", lang, typed, page);
        count++;
        found += good;
    }
    assert_int_equal(fclose(table), 0);
    assert_true(count >= 190);
    assert_true(found * 100 >= count * 95);
    for (int i = 0; i < 2; i++) search_free(indexes[i]);
    library_close(&library);
    diags_free(&diags);
}

/* What the search offers before anything is typed has to lead somewhere. */
static void the_ideas_we_offer_find_something(void **state)
{
    (void)state;
    Diags diags = {0};
    Library library = {mem_alloc(sizeof(Pack *)), 1};
    library.packs[0] = pack_open("content/relationships", &diags);
    assert_non_null(library.packs[0]);
    WordsSet *set = words_set_new();
    static const char *const langs[] = {"en", "fr"}, *const keys[] = {"search-idea-1", "search-idea-2", "search-idea-3",
                                                                      "search-idea-4"};
    for (size_t l = 0; l < ARRAY_LEN(langs); l++) {
        SearchIndex *index = search_build(&library, langs[l], NULL);
        for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
            SearchResults results;
            search_run(index, word(words_of(set, langs[l]), keys[k]), &results);
            if (results.total == 0)
                fail_msg("%s: \"%s\" finds nothing", langs[l], word(words_of(set, langs[l]), keys[k]));
        }
        search_free(index);
    }
    words_set_free(set);
    library_close(&library);
    diags_free(&diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_come_before_parts_before_summaries_before_bodies),
        cmocka_unit_test(whole_words_come_before_beginnings_in_the_same_place),
        cmocka_unit_test(all_words_are_wanted),
        cmocka_unit_test(one_wrong_letter_is_forgiven),
        cmocka_unit_test(find_words_find_their_page),
        cmocka_unit_test(words_that_mean_the_same_find_the_same),
        cmocka_unit_test(edits),
        cmocka_unit_test(accents_and_apostrophes_make_no_difference),
        cmocka_unit_test(matches_are_shown_in_their_place),
        cmocka_unit_test(ideas_finish_the_word_and_find_something),
        cmocka_unit_test(chinese_is_found_by_characters_and_by_pinyin),
        cmocka_unit_test(an_index_fits_its_packs_and_its_language),
        cmocka_unit_test(words_of_danger_bring_help),
        cmocka_unit_test(the_lists_we_ship_say_what_they_mean),
        cmocka_unit_test(sentences_of_danger_bring_help_and_their_neighbours_do_not),
        cmocka_unit_test(everyday_queries_find_the_page_that_answers),
        cmocka_unit_test(the_ideas_we_offer_find_something),
    };
    return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
