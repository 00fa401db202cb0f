#include "unit.h"

#include "pack/check/measure.h"
#include "pack/pack_load.h"
#include "pack_fixture.h"

/* Two languages and a draft, two sections, an article, a crisis page. */
#define WIDE_PACK                                                                                                      \
    "hearth: 1\nid: wide\nversion: 2.1.0\nlanguages: [en, fr, es]\ndrafts: [es]\nreading-grade: 6\n"                   \
    "sections:\n"                                                                                                      \
    "  - {id: start, colour: growth, image: images/a.svg, pages: [{id: one}, {id: two, image: images/b.svg}]}\n"       \
    "  - {id: more, colour: library, pages: [{id: three}]}\n"                                                          \
    "articles: [{id: read}]\n"                                                                                         \
    "crisis:\n"                                                                                                        \
    "  - {id: line, number: 9-8-8, verified: 2026-11-20, review-by: 2027-05-24}\n"                                     \
    "  - {id: legal, number: 1-800-668-8258, verified: \"\", review-by: 2027-05-24}\n"
#define WIDE_WORDS                                                                                                     \
    "title: A wide pack\nsummary: Several pages.\n"                                                                    \
    "sections:\n  start: {title: Start, line: Begin, intro: Here.}\n  more: {title: More}\n"                           \
    "articles: {title: Short reads}\nlibrary: {title: All topics}\ntags: {calm: To calm down, far: From afar}\n"       \
    "crisis:\n  line: {name: Crisis line, note: Any time}\n  legal: {name: Legal aid}\n"
#define WIDE_FRENCH                                                                                                    \
    "title: Un grand paquet\nsummary: Des pages.\nsections:\n  start: {title: Départ}\n"                              \
    "tags: {calm: Pour se calmer}\ncrisis:\n  line: {name: Ligne d’aide}\n"

static TempPack wide_new(void)
{
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "pack.yaml", WIDE_PACK);
    temp_pack_write(&temp, "en/pack.yaml", WIDE_WORDS);
    temp_pack_write(&temp, "fr/pack.yaml", WIDE_FRENCH);
    temp_pack_write(&temp, "en/crisis.yaml", SMALL_PAGE);
    temp_pack_write(&temp, "fr/one.yaml", PAGE_TOP("Une page") PAGE_PARTS("Un mot ou deux."));
    return temp;
}

static Pack *open_fine(const TempPack *temp)
{
    Diags diags = {0};
    Pack *pack = pack_open(temp->dir, &diags);
    if (!pack) diags_print(&diags, stderr);
    assert_non_null(pack);
    assert_int_equal(diags.errors, 0);
    diags_free(&diags);
    return pack;
}

static void structure_is_read(void **state)
{
    (void)state;
    TempPack temp = wide_new();
    Pack *pack = open_fine(&temp);
    assert_string_equal(pack->id, "wide");
    assert_string_equal(pack->version, "2.1.0");
    assert_int_equal(pack->reading_grade, 6);
    assert_int_equal(pack->languages.count, 3);
    assert_int_equal(pack->sections.count, 2);
    const Section *sections = pack->sections.items;
    assert_int_equal(sections[0].family, FAMILY_GROWTH);
    assert_string_equal(sections[0].image, "images/a.svg");
    assert_int_equal(sections[0].pages.count, 2);
    const CrisisEntry *lines = pack->crisis.items;
    assert_string_equal(lines[1].number, "1-800-668-8258");
    assert_string_equal(lines[0].verified, "2026-11-20");
    assert_int_equal(lines[0].review_by.year, 2027);
    assert_true(pack->has_crisis_page);
    assert_false(pack->has_ready);
    assert_false(pack->has_reflection);
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void reading_grade_has_a_default(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "en/ready.yaml", "not read: yet");
    temp_pack_write(&temp, "en/reflection.yaml", "");
    Pack *pack = open_fine(&temp);
    assert_int_equal(pack->reading_grade, 8);
    assert_true(pack->has_ready);
    assert_true(pack->has_reflection);
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void every_opening_has_a_generation_of_its_own(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    Pack *first = open_fine(&temp), *second = open_fine(&temp);
    assert_int_not_equal(first->generation, second->generation);
    assert_int_not_equal(first->generation, 0);
    pack_close(first);
    pack_close(second);
    pack_close(NULL);
    temp_pack_remove(&temp);
}

static void opening_reads_no_page(void **state)
{
    (void)state;
    enum { PAGES = 1000 };
    TempPack temp = temp_pack_new();
    char *list = NULL;
    size_t length = 0;
    FILE *text = open_memstream(&list, &length);
    fputs("hearth: 1\nid: many\nversion: 1.0.0\nlanguages: [en]\nsections:\n  - id: start\n    colour: growth\n"
          "    pages:\n",
          text);
    for (int i = 0; i < PAGES; i++) fprintf(text, "      - {id: page-%d}\n", i);
    fputs("crisis: [{id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}]\n", text);
    fclose(text);
    temp_pack_write(&temp, "pack.yaml", list);
    free(list);
    temp_pack_write(&temp, "en/page-500.yaml", "\"this would be a problem"); /* the others are not even there */
    Pack *pack = open_fine(&temp);
    PagePlace place;
    assert_true(pack_find(pack, "page-999", &place));
    assert_int_equal(place.index, 999);
    assert_int_equal(place.count, PAGES);
    assert_null(pack_page(pack, "page-500", "en"));
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void pages_are_found_in_their_place(void **state)
{
    (void)state;
    TempPack temp = wide_new();
    Pack *pack = open_fine(&temp);
    PagePlace place;
    assert_true(pack_find(pack, "two", &place));
    assert_string_equal(place.section->id, "start");
    assert_string_equal(place.entry->image, "images/b.svg");
    assert_int_equal(place.index, 1);
    assert_int_equal(place.count, 2);
    assert_true(pack_find(pack, "read", &place));
    assert_null(place.section);
    assert_int_equal(place.count, 1);
    assert_false(pack_find(pack, "crisis", &place));
    assert_false(pack_find(pack, "", &place));
    assert_string_equal(pack_section(pack, "more")->id, "more");
    assert_null(pack_section(pack, "one"));
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void words_fall_back_to_the_first_language(void **state)
{
    (void)state;
    TempPack temp = wide_new();
    Pack *pack = open_fine(&temp);
    assert_string_equal(pack_words(pack, "fr")->title, "Un grand paquet");
    assert_string_equal(pack_words(pack, "es")->title, "A wide pack"); /* a draft without any words */
    assert_string_equal(pack_words(pack, "uk")->lang, "en");
    assert_string_equal(pack_section_words(pack, "start", "fr")->title, "Départ");
    assert_string_equal(pack_section_words(pack, "more", "fr")->title, "More");
    assert_null(pack_section_words(pack, "none", "fr"));
    assert_string_equal(pack_crisis_words(pack, "line", "fr")->name, "Ligne d’aide");
    assert_string_equal(pack_crisis_words(pack, "line", "en")->note, "Any time");
    assert_string_equal(pack_crisis_words(pack, "legal", "fr")->name, "Legal aid");
    assert_null(pack_crisis_words(pack, "none", "en"));
    assert_string_equal(pack_tag_title(pack, "calm", "fr"), "Pour se calmer");
    assert_string_equal(pack_tag_title(pack, "far", "fr"), "From afar");
    assert_null(pack_tag_title(pack, "none", "fr"));
    assert_string_equal(pack_words(pack, "en")->articles.title, "Short reads");
    assert_string_equal(pack_words(pack, "en")->library.title, "All topics");
    assert_true(pack_has_lang(pack, "es"));
    assert_false(pack_has_lang(pack, "uk"));
    assert_true(pack_lang_is_draft(pack, "es"));
    assert_false(pack_lang_is_draft(pack, "fr"));
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void a_broken_draft_spoils_nothing(void **state)
{
    (void)state;
    TempPack temp = wide_new();
    temp_pack_write(&temp, "es/pack.yaml", "title: \"never closed");
    Pack *pack = open_fine(&temp);
    assert_string_equal(pack_words(pack, "es")->lang, "en");
    pack_close(pack);
    temp_pack_write(&temp, "es/pack.yaml", "title: Un paquete\nsummary: Unas páginas.\nsumary: Otra vez.\n");
    pack = open_fine(&temp);
    assert_string_equal(pack_words(pack, "es")->lang, "en");
    assert_null(pack->words[2].title);
    pack_close(pack);

    temp_pack_write(&temp, "es/pack.yaml", "title: Un paquete\nsummary: Unas páginas.\n");
    pack = open_fine(&temp);
    assert_string_equal(pack_words(pack, "es")->title, "Un paquete");
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void pages_are_read_in_the_wanted_language_or_the_first(void **state)
{
    (void)state;
    TempPack temp = wide_new();
    Pack *pack = open_fine(&temp);
    const Page *page = pack_page(pack, "one", "fr");
    assert_string_equal(page->title, "Une page");
    assert_string_equal(page->lang, "fr");
    assert_string_equal(page->id, "one");
    page = pack_page(pack, "one", "es");
    assert_string_equal(page->lang, "en");
    assert_string_equal(pack_page(pack, "one", "uk")->lang, "en");
    assert_string_equal(pack_page(pack, "crisis", "en")->title, "One slow breath");
    assert_null(pack_page(pack, "two", "en"));
    assert_null(pack_page(pack, "two", "fr"));
    assert_null(pack_page(pack, "../en/one", "en"));
    assert_null(pack_page(pack, "", "en"));
    temp_pack_write(&temp, "fr/crisis.yaml", "title: pas une page");
    assert_string_equal(pack_page(pack, "crisis", "fr")->lang, "en");
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void what_a_page_holds_is_read(void **state)
{
    (void)state;
    TempPack temp = wide_new();
    temp_pack_write(&temp, "en/one.yaml",
                    "title: One slow breath\nalso: Four in\nsummary: A breath.\n"
                    "attract:\n  - {line: One, text: Two., public: yes, when: [evening, winter]}\n"
                    "  - {line: Three, text: Four.}\n"
                    "reviewed: 2026-11-24\nreviewed-by: \"\"\nsources: [A book]\nrelated: [two, three]\ntags: [calm]\n"
                    "take-home: |\n  One line.\n  Two.\nlink: https://example.org\n"
                    "parts:\n  - title: First\n    blocks:\n      - text: |\n          One *two* three.\n\n"
                    "          Four.\n      - list: [Five., Six.]\n  - title: Second\n    blocks:\n"
                    "      - heading: Seven\n");
    Pack *pack = open_fine(&temp);
    const Page *page = pack_page(pack, "one", "en");
    assert_string_equal(page->also, "Four in");
    const AttractLine *lines = page->attract.items;
    assert_int_equal(page->attract.count, 2);
    assert_true(lines[0].public_room);
    assert_int_equal(lines[0].when, 1u << WHEN_EVENING | 1u << WHEN_WINTER);
    assert_false(lines[1].public_room);
    assert_int_equal(lines[1].when, 0);
    assert_int_equal(page->reviewed.month, 11);
    assert_string_equal(page->reviewed_by, "");
    assert_string_equal(page->related.items[1], "three");
    assert_string_equal(page->take_home, "One line.\nTwo."); /* no line end at the end */
    assert_string_equal(page->link, "https://example.org");
    const PagePart *parts = page->parts.items;
    assert_int_equal(page->parts.count, 2);
    assert_string_equal(parts[1].title, "Second");
    assert_int_equal(parts[0].blocks.count, 2);
    const Block *blocks = parts[0].blocks.items;
    assert_ptr_equal(blocks[1].type, block_type_find("list"));
    assert_int_equal(page->words, 7);
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void pages_stay_while_others_are_read(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    Pack *pack = open_fine(&temp);
    Arena arena = {0};
    for (int i = 0; i < PAGE_CACHE_MAX; i++)
        temp_pack_write(&temp, arena_format(&arena, "en/other-%d.yaml", i), SMALL_PAGE);
    const Page *page = pack_page(pack, "one", "en");
    assert_ptr_equal(pack_page(pack, "one", "en"), page);
    for (int i = 0; i < PAGE_CACHE_MAX - 1; i++) pack_page(pack, arena_format(&arena, "other-%d", i), "en");
    temp_pack_delete(&temp, "en/one.yaml");
    temp_pack_delete(&temp, "en/other-0.yaml");
    assert_ptr_equal(pack_page(pack, "one", "en"), page); /* 64 are kept, and this was used last */
    assert_non_null(pack_page(pack, "other-63", "en"));   /* takes the place of the oldest, which is other-0 */
    assert_ptr_equal(pack_page(pack, "one", "en"), page);
    assert_null(pack_page(pack, "other-0", "en"));
    temp_pack_write(&temp, "en/other-0.yaml", SMALL_PAGE);
    assert_null(pack_page(pack, "other-0", "en")); /* that there is none is kept as well */
    arena_free(&arena);
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void a_page_with_a_problem_is_not_loaded(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "en/one.yaml", SMALL_PAGE "colour: red\n");
    Arena arena = {0};
    Diags diags = {0};
    const char *path = fs_join(&arena, temp.dir, "en/one.yaml");
    assert_null(page_load(&arena, path, "small/en/one.yaml", "one", "en", &diags));
    assert_int_equal(diags.errors, 1);
    assert_string_equal(diags.items[0].code, "unknown-key");
    assert_string_equal(diags.items[0].at.file, "small/en/one.yaml");
    diags_free(&diags);
    temp_pack_write(&temp, "en/one.yaml", SMALL_PAGE);
    assert_non_null(page_load(&arena, path, "small/en/one.yaml", "one", "en", &diags));
    assert_int_equal(diags.count, 0);
    diags_free(&diags);
    arena_free(&arena);
    temp_pack_remove(&temp);
}

/* True if a pack.yaml whose `from` is replaced by `to` is refused with `code`. */
static bool is_refused(const char *from, const char *to, const char *code)
{
    TempPack temp = temp_pack_new();
    Arena arena = {0};
    const char *found = strstr(SMALL_PACK, from);
    assert_non_null(found);
    size_t before = (size_t)(found - (const char *)SMALL_PACK);
    const char *after = found + strlen(from);
    temp_pack_write(&temp, "pack.yaml", arena_format(&arena, "%.*s%s%s", (int)before, SMALL_PACK, to, after));
    Diags diags = {0};
    Pack *pack = pack_open(temp.dir, &diags);
    bool refused = !pack && diags.errors > 0 && strcmp(diags.items[0].code, code) == 0;
    if (!refused) print_error("%s: %s\n", to, diags.count > 0 ? diags.items[0].code : "opened");
    pack_close(pack);
    diags_free(&diags);
    arena_free(&arena);
    temp_pack_remove(&temp);
    return refused;
}

static void a_pack_whose_names_are_no_names_is_not_opened(void **state)
{
    (void)state;
    assert_true(is_refused("id: one", "id: ../../etc/passwd", "bad-id"));
    assert_true(is_refused("id: one", "id: -rf", "bad-id"));
    assert_true(is_refused("id: one", "id: One", "bad-id"));
    assert_true(is_refused("id: small", "id: Small Pack", "bad-id"));
    assert_true(is_refused("{id: one}", "{id: one}\n      - {id: one}", "duplicate-id"));
    assert_true(is_refused("{id: one}", "{id: pack}", "reserved-id"));
    assert_true(is_refused("[en]", "[../en]", "bad-language"));
    assert_true(is_refused("[en]", "[EN]", "bad-language"));
    assert_true(is_refused("[en]", "[en, fr]", "missing-language"));
    assert_true(is_refused("[en]", "[en]\ndrafts: [en]", "bad-draft"));
    assert_true(is_refused("{id: one}", "{id: one, image: /etc/passwd}", "picture-path"));
    assert_true(is_refused("{id: one}", "{id: one, image: images/../../x.png}", "picture-path"));
    assert_true(is_refused("hearth: 1", "hearth: 2", "format-version"));
    assert_true(is_refused("id: small", "id: small\nkind: site", "site-pack"));
    assert_true(
        is_refused("crisis:\n  - {id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}\n", "", "no-crisis"));
}

static void ids_and_languages_have_both_edges(void **state)
{
    (void)state;
    char id[PACK_ID_MAX + 2];
    memset(id, 'a', sizeof(id));
    id[PACK_ID_MAX + 1] = '\0';
    assert_false(pack_id_is_valid(id));
    id[PACK_ID_MAX] = '\0';
    assert_true(pack_id_is_valid(id));
    assert_true(pack_id_is_valid("a-1"));
    assert_false(pack_id_is_valid(""));
    assert_false(pack_id_is_valid("a.b"));
    assert_false(pack_id_is_valid("a/b"));
    assert_true(pack_lang_is_valid("zh-Hans"));
    assert_true(pack_lang_is_valid("fil"));
    assert_true(pack_lang_is_valid("fr-CA"));
    assert_false(pack_lang_is_valid("e"));
    assert_false(pack_lang_is_valid("english"));
    assert_false(pack_lang_is_valid("en-"));
    assert_false(pack_lang_is_valid("en_CA"));
    assert_false(pack_lang_is_valid("zh-Hans-verylong"));
}

static void a_missing_folder_is_not_opened(void **state)
{
    (void)state;
    Diags diags = {0};
    assert_null(pack_open("/tmp/hearth-there-is-no-such-folder", &diags));
    assert_int_equal(diags.errors, 1);
    diags_free(&diags);
}

static void pictures_stay_inside(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    Pack *pack = open_fine(&temp);
    Arena arena = {0};
    assert_null(pack_image(pack, &arena, NULL).path);
    assert_null(pack_image(pack, &arena, "../x.png").path);
    assert_string_equal(pack_image(pack, &arena, "images/x.png").path,
                        arena_format(&arena, "%s/images/x.png", temp.dir));
    arena_free(&arena);
    pack_close(pack);
    temp_pack_remove(&temp);
}

static void the_library_splits_references(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new(), wide = wide_new();
    Library library = {.packs = calloc(2, sizeof(Pack *)), .count = 2};
    library.packs[0] = open_fine(&temp);
    library.packs[1] = open_fine(&wide);
    const char *id = NULL;
    assert_ptr_equal(library_find(&library, "wide/two", &id), library.packs[1]);
    assert_string_equal(id, "two");
    assert_ptr_equal(library_find(&library, "small/one", &id), library.packs[0]);
    assert_ptr_equal(library_find(&library, "one", &id), library.packs[0]);
    assert_string_equal(id, "one");
    assert_null(library_find(&library, "wid/two", &id));
    assert_null(library_find(&library, "wider/two", &id));
    library_close(&library);
    assert_int_equal(library.count, 0);
    assert_null(library_find(&library, "one", &id));
    temp_pack_remove(&temp);
    temp_pack_remove(&wide);
}

static void questions_are_read(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "en/ready.yaml",
                    "title: Ready\nsummary: A question.\nintro: Nothing is kept.\nreviewed: 2026-11-24\n"
                    "questions:\n  - {id: where, ask: Where?, filter: meets, answers: from-directory, any: Any}\n"
                    "  - {id: what, ask: What?, filter: focus, answers: [{text: This, set: [a, b]}, {text: That}]}\n"
                    "end: {title: Ways, text: Take one., clear: Clear,\n"
                    "  cards: [{kind: words, label: Words, text: Read., button: See}]}\n"
                    "words: [{title: Open, blocks: [{text: Hello.}]}]\n"
                    "first-call: [{title: Call, blocks: [{text: Short.}]}]\n");
    Arena arena = {0};
    Diags diags = {0};
    const char *path = fs_join(&arena, temp.dir, "en/ready.yaml");
    Questions *ready = ready_read(&arena, path, "ready.yaml", NULL, &diags);
    diags_print(&diags, stderr);
    assert_int_equal(diags.count, 0);
    const Question *questions = ready->questions.items;
    assert_int_equal(ready->questions.count, 2);
    assert_true(questions[0].from_directory);
    assert_string_equal(questions[0].any, "Any");
    assert_false(questions[1].from_directory);
    const Answer *answers = questions[1].answers.items;
    assert_int_equal(questions[1].answers.count, 2);
    assert_string_equal(answers[0].set.items[1], "b");
    assert_int_equal(answers[1].set.count, 0);
    const EndCard *cards = ready->end.cards.items;
    assert_int_equal(cards[0].kind, 1);
    const PagePart *call = ready->first_call.items;
    assert_int_equal(call[0].blocks.count, 1);
    arena_free(&arena);
    temp_pack_remove(&temp);
}

static void gather(void *context, const char *sentence, size_t words)
{
    char *all = context;
    size_t used = strlen(all);
    snprintf(all + used, 200 - used, "[%s]%zu", sentence, words);
}

static void sentences_are_told_apart(void **state)
{
    (void)state;
    char all[200] = "";
    TextSentences *sentences = text_sentences_new("en");
    measure_each_sentence("**One two.** Three\nfour? Five.\n\nSix", "en", sentences, all, gather);
    assert_string_equal(all, "[One two. ]2[Three four? ]2[Five.]1[Six]1");
    all[0] = '\0';
    measure_each_sentence("", "en", sentences, all, gather);
    assert_string_equal(all, "");
    text_sentences_free(sentences);
}

/* Not its name: "17-cat.svg" is a cat. */
static void a_picture_mirrors_where_the_pack_says_so(void **state)
{
    (void)state;
    TempPack temp = wide_new();
    temp_pack_write(&temp, "pack.yaml",
                    "hearth: 1\nid: wide\nversion: 2.1.0\nlanguages: [en]\nsections:\n"
                    "  - {id: start, colour: growth, image: images/03-way.svg, mirror: yes,\n"
                    "     pages: [{id: one, image: images/17-cat.svg}, {id: two, image: images/b.svg, mirror: yes}]}\n"
                    "articles: [{id: read, image: images/c.svg, mirror: no}]\n"
                    "crisis:\n  - {id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}\n"
                    "  - {id: legal, number: 1-800-668-8258, verified: \"\", review-by: 2027-05-24}\n");
    Pack *pack = open_fine(&temp);
    Arena arena = {0};
    assert_true(pack_image(pack, &arena, "images/03-way.svg").mirror);
    assert_true(pack_image(pack, &arena, "images/b.svg").mirror);
    assert_false(pack_image(pack, &arena, "images/17-cat.svg").mirror);
    assert_false(pack_image(pack, &arena, "images/c.svg").mirror);
    assert_false(pack_image(pack, &arena, "images/none.svg").mirror);
    arena_free(&arena);
    pack_close(pack);
    temp_pack_remove(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(structure_is_read),
        cmocka_unit_test(reading_grade_has_a_default),
        cmocka_unit_test(every_opening_has_a_generation_of_its_own),
        cmocka_unit_test(opening_reads_no_page),
        cmocka_unit_test(pages_are_found_in_their_place),
        cmocka_unit_test(words_fall_back_to_the_first_language),
        cmocka_unit_test(a_broken_draft_spoils_nothing),
        cmocka_unit_test(pages_are_read_in_the_wanted_language_or_the_first),
        cmocka_unit_test(what_a_page_holds_is_read),
        cmocka_unit_test(pages_stay_while_others_are_read),
        cmocka_unit_test(a_page_with_a_problem_is_not_loaded),
        cmocka_unit_test(a_pack_whose_names_are_no_names_is_not_opened),
        cmocka_unit_test(ids_and_languages_have_both_edges),
        cmocka_unit_test(a_missing_folder_is_not_opened),
        cmocka_unit_test(pictures_stay_inside),
        cmocka_unit_test(a_picture_mirrors_where_the_pack_says_so),
        cmocka_unit_test(the_library_splits_references),
        cmocka_unit_test(questions_are_read),
        cmocka_unit_test(sentences_are_told_apart),
    };
    return cmocka_run_group_tests_name("pack", tests, NULL, NULL);
}
