#include "unit.h"

#include <sys/stat.h>

#include "fake_font.h"
#include "gfx/picture_header.h"
#include "gfx/svg_subset.h"
#include "pack_fixture.h"

static const Date TODAY = {2026, 11, 24};

/* The codes of all problems, in order, parted by spaces. */
static const char *codes_with(const TempPack *temp, const CheckOptions *options, Arena *arena)
{
    Diags diags = {0};
    Pack *pack = pack_check(temp->dir, options, &diags);
    assert_int_equal(pack != NULL, diags.errors == 0);
    pack_close(pack);
    char *codes = arena_copy(arena, "");
    for (size_t i = 0; i < diags.count; i++)
        codes = arena_format(arena, "%s%s%s", codes, i > 0 ? " " : "", diags.items[i].code);
    diags_free(&diags);
    return codes;
}

static const char *codes_of(const TempPack *temp, Arena *arena)
{
    return codes_with(temp, &(CheckOptions){.today = TODAY}, arena);
}

static void has_codes(const TempPack *temp, const char *wanted)
{
    Arena arena = {0};
    assert_string_equal(codes_of(temp, &arena), wanted);
    arena_free(&arena);
}

/* The codes of the small pack with `path` written anew. */
static void gives(const char *path, const char *text, const char *wanted)
{
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, path, text);
    Arena arena = {0};
    const char *codes = codes_of(&temp, &arena);
    if (strcmp(codes, wanted) != 0) print_error("%s\n", text);
    assert_string_equal(codes, wanted);
    arena_free(&arena);
    temp_pack_remove(&temp);
}

static char *page_saying(Arena *arena, const char *sentence)
{
    return arena_format(arena, PAGE_TOP("One slow breath") PAGE_PARTS(SIXTY_WORDS "\n\n          %s"), sentence);
}

static void text_gives(const char *sentence, const char *wanted)
{
    Arena arena = {0};
    gives("en/one.yaml", page_saying(&arena, sentence), wanted);
    arena_free(&arena);
}

static void french_gives(const char *sentence, const char *wanted)
{
    Arena arena = {0};
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "pack.yaml",
                    "hearth: 1\nid: small\nversion: 1.0.0\nlanguages: [fr]\nsections:\n  - id: start\n"
                    "    colour: growth\n    pages: [{id: one}]\n"
                    "crisis: [{id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}]\n");
    temp_pack_write(&temp, "fr/pack.yaml", SMALL_WORDS);
    temp_pack_write(&temp, "fr/one.yaml", page_saying(&arena, sentence));
    temp_pack_delete(&temp, "en/one.yaml");
    temp_pack_delete(&temp, "en/pack.yaml");
    rmdir(fs_join(&arena, temp.dir, "en"));
    const char *codes = codes_of(&temp, &arena);
    if (strcmp(codes, wanted) != 0) print_error("%s\n", sentence);
    assert_string_equal(codes, wanted);
    arena_free(&arena);
    temp_pack_remove(&temp);
}

static void a_good_pack_is_returned(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    Diags diags = {0};
    Pack *pack = pack_check(temp.dir, &(CheckOptions){.today = TODAY}, &diags);
    assert_non_null(pack);
    assert_string_equal(pack->id, "small");
    assert_int_equal(diags.count, 0);
    pack_close(pack);
    temp_pack_write(&temp, "images/a.svg", "<svg viewBox=\"0 0 1 1\"/>");
    pack = pack_check(temp.dir, &(CheckOptions){.today = TODAY}, &diags);
    assert_non_null(pack); /* a warning is no reason to refuse it */
    assert_int_equal(diags.warnings, 1);
    pack_close(pack);
    diags_free(&diags);
    temp_pack_remove(&temp);
}

static void every_file_is_reported_in_one_run_in_order(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "pack.yaml", SMALL_PACK "colour: red\n");
    temp_pack_write(&temp, "en/pack.yaml", SMALL_WORDS "colour: red\n");
    temp_pack_write(&temp, "en/one.yaml", SMALL_PAGE "colour: red\nrelated: [two]\n");
    temp_pack_write(&temp, "images/a.png", "no picture");
    Diags diags = {0};
    assert_null(pack_check(temp.dir, &(CheckOptions){.today = TODAY}, &diags));
    static const char *const places[] = {"small/en/one.yaml",  "small/en/one.yaml",  "small/en/pack.yaml",
                                         "small/images/a.png", "small/images/a.png", "small/pack.yaml"};
    assert_int_equal(diags.count, ARRAY_LEN(places));
    for (size_t i = 0; i < diags.count; i++) assert_string_equal(diags.items[i].at.file, places[i]);
    diags_free(&diags);
    temp_pack_remove(&temp);
}

static void a_folder_may_be_named_in_any_way(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "en/one.yaml", "title: One\n");
    char *here = getcwd(NULL, 0);
    Arena arena = {0};
    const char *const ways[] = {temp.dir, arena_format(&arena, "%s/", temp.dir), "."};
    assert_int_equal(chdir(temp.dir), 0);
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        Diags diags = {0};
        assert_null(pack_check(ways[i], &(CheckOptions){.today = TODAY}, &diags));
        assert_string_equal(diags.items[0].at.file, "small/en/one.yaml");
        diags_free(&diags);
    }
    assert_int_equal(chdir(here), 0);
    free(here);
    arena_free(&arena);
    temp_pack_remove(&temp);
}

static void dates_have_both_edges(void **state)
{
    (void)state;
    static const struct {
        Date today;
        const char *codes;
    } days[] = {
        {{2026, 11, 23}, "reviewed-future"},
        {{2026, 11, 24}, ""},
        {{2027, 5, 24}, ""},
        {{2027, 5, 25}, "review-by"},
        {{0, 0, 0}, ""},
        {{2028, 11, 24}, "review-by"},
        {{2028, 11, 25}, "review-due review-by"},
        {{1970, 1, 1}, "reviewed-future"},
    };
    TempPack temp = temp_pack_new();
    Arena arena = {0};
    for (size_t i = 0; i < ARRAY_LEN(days); i++)
        assert_string_equal(codes_with(&temp, &(CheckOptions){.today = days[i].today}, &arena), days[i].codes);
    arena_free(&arena);
    temp_pack_remove(&temp);
}

static bool covers_no_z(FontId font, uint32_t character) { return font < 0 || character != 'z'; }

static void letters_without_a_face_are_found(void **state)
{
    (void)state;
    FakeFont fake = {.covers = covers_no_z};
    FontSource source = fake_font_source(&fake);
    TextEngine *engine = text_engine_new(&source);
    TempPack temp = temp_pack_new();
    Arena arena = {0};
    CheckOptions options = {.today = TODAY, .text = engine};
    assert_string_equal(codes_with(&temp, &options, &arena), "");
    temp_pack_write(&temp, "en/one.yaml", page_saying(&arena, "Be lazy."));
    Diags diags = {0};
    assert_null(pack_check(temp.dir, &options, &diags));
    assert_int_equal(diags.count, 1);
    assert_string_equal(diags.items[0].code, "no-face");
    assert_int_equal(diags.items[0].at.line, 12);
    assert_int_equal(diags.items[0].at.column, 16); /* of the z itself */
    diags_free(&diags);
    arena_free(&arena);
    text_engine_free(engine);
    temp_pack_remove(&temp);
}

static bool never_decodes(const char *path)
{
    assert_true(fs_is_file(path));
    return false;
}

static bool always_decodes(const char *path) { return path != NULL; }

#define PNG_OF(w, h)                                                                                                   \
    "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" w h "\x08\x06\0\0\0\0\0\0\0"                                                     \
    "\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\0\0\0\0"

static void decoders_are_asked_last(void **state)
{
    (void)state;
    static const char fine[] = PNG_OF("\0\0\0\x08", "\0\0\0\x08"), huge[] = PNG_OF("\0\0\x20\0", "\0\0\0\x08");
    TempPack temp = temp_pack_new();
    Arena arena = {0};
    temp_pack_write_bytes(&temp, "images/a.png", fine, sizeof(fine) - 1);
    CheckOptions never = {.today = TODAY, .image_decodes = never_decodes};
    CheckOptions always = {.today = TODAY, .image_decodes = always_decodes};
    assert_string_equal(codes_with(&temp, &never, &arena), "picture-broken unused-picture");
    assert_string_equal(codes_with(&temp, &always, &arena), "unused-picture");
    temp_pack_write_bytes(&temp, "images/a.png", huge, sizeof(huge) - 1);
    assert_string_equal(codes_with(&temp, &never, &arena), "picture-size unused-picture");
    arena_free(&arena);
    temp_pack_remove(&temp);
}

/* Makes a file of `bytes`, all of them 0 past the start. */
static void write_long(const TempPack *temp, const char *path, const char *start, size_t start_bytes, off_t bytes)
{
    temp_pack_write_bytes(temp, path, start, start_bytes);
    Arena arena = {0};
    assert_int_equal(truncate(fs_join(&arena, temp->dir, path), bytes), 0);
    arena_free(&arena);
}

static void sizes_of_files_have_both_edges(void **state)
{
    (void)state;
    static const char png[] = PNG_OF("\0\0\0\x08", "\0\0\0\x08"), svg[] = "<svg viewBox=\"0 0 1 1\"/>";
    TempPack temp = temp_pack_new();
    write_long(&temp, "images/a.png", png, sizeof(png) - 1, PICTURE_FILE_BYTES_MAX);
    has_codes(&temp, "unused-picture");
    write_long(&temp, "images/a.png", png, sizeof(png) - 1, PICTURE_FILE_BYTES_MAX + 1);
    has_codes(&temp, "picture-bytes unused-picture");
    temp_pack_delete(&temp, "images/a.png");
    Arena arena = {0};
    char *spaced = arena_alloc(&arena, SVG_FILE_BYTES_MAX + 2);
    memset(spaced, ' ', SVG_FILE_BYTES_MAX + 1);
    memcpy(spaced, svg, sizeof(svg) - 1);
    temp_pack_write_bytes(&temp, "images/a.svg", spaced, SVG_FILE_BYTES_MAX);
    has_codes(&temp, "unused-picture");
    temp_pack_write_bytes(&temp, "images/a.svg", spaced, SVG_FILE_BYTES_MAX + 1);
    has_codes(&temp, "picture-bytes unused-picture");
    temp_pack_delete(&temp, "images/a.svg");
    write_long(&temp, "audio/one.ogg", "OggS", 4, 127 * 1024 * 1024);
    has_codes(&temp, "");
    write_long(&temp, "audio/two.opus", "OggS", 4, 1024 * 1024);
    has_codes(&temp, "pack-too-big"); /* with the bytes of the other files */
    arena_free(&arena);
    temp_pack_remove(&temp);
}

static void what_lies_in_the_folder_is_looked_at(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "README.md", "Notes.");
    temp_pack_write(&temp, ".DS_Store", "litter");
    temp_pack_write(&temp, "Thumbs.db", "litter");
    temp_pack_write(&temp, "System Volume Information/x", "litter");
    temp_pack_write(&temp, "images/._a.svg", "litter");
    has_codes(&temp, "");
    temp_pack_write(&temp, "en/font.woff2", "wOF2");
    temp_pack_write(&temp, "images/A.svg", "<svg viewBox=\"0 0 1 1\"/>");
    temp_pack_write(&temp, "images/deep/er/still/a.svg", "");
    temp_pack_write(&temp, "run.sh", "#!/bin/sh");
    temp_pack_write(&temp, "en/more/two.yaml", "");
    Arena arena = {0};
    assert_int_equal(symlink("/etc", fs_join(&arena, temp.dir, "fr")), 0);
    assert_int_equal(mkfifo(fs_join(&arena, temp.dir, "images/pipe.png"), 0600), 0);
    has_codes(&temp, "font-file unknown-folder file-link file-name unused-picture unknown-folder file-link file-kind");
    arena_free(&arena);
    temp_pack_remove(&temp);
}

static void a_page_behind_a_link_is_not_read(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    Arena arena = {0};
    temp_pack_delete(&temp, "en/one.yaml");
    assert_int_equal(symlink("/etc/hostname", fs_join(&arena, temp.dir, "en/one.yaml")), 0);
    has_codes(&temp, "file-link missing-page");
    arena_free(&arena);
    temp_pack_remove(&temp);
}

#define TEN_WORDS "two three four five six seven eight nine ten one "

static void sentences_have_both_edges(void **state)
{
    (void)state;
    text_gives("One " TEN_WORDS TEN_WORDS "two.", "");
    text_gives("One " TEN_WORDS TEN_WORDS "two three.", "long-sentence");
}

static void titles_have_both_edges(void **state)
{
    (void)state;
    gives("en/one.yaml", PAGE_TOP("Two words") PAGE_PARTS(SIXTY_WORDS), "title-words");
    gives("en/one.yaml", PAGE_TOP("Just three words") PAGE_PARTS(SIXTY_WORDS), "");
    gives("en/one.yaml", PAGE_TOP("One two three four five six") PAGE_PARTS(SIXTY_WORDS), "");
    gives("en/one.yaml", PAGE_TOP("One two three four five six seven") PAGE_PARTS(SIXTY_WORDS), "title-words");
}

#define TEN "One two three four five. Six seven eight nine ten. "
#define FIFTY TEN TEN TEN TEN TEN

static void bodies_have_both_edges(void **state)
{
    (void)state;
    gives("en/one.yaml", PAGE_TOP("One slow breath") PAGE_PARTS(FIFTY TEN), "");
    gives("en/one.yaml", PAGE_TOP("One slow breath") PAGE_PARTS(FIFTY "One two three four five. Six seven eight nine."),
          "body-words");
    gives("en/one.yaml",
          PAGE_TOP("One slow breath") PAGE_PARTS(FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY), "");
    gives("en/one.yaml",
          PAGE_TOP("One slow breath") PAGE_PARTS(FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY "One."),
          "body-words");
}

static void codes_have_both_edges(void **state)
{
    (void)state;
    static const char ten[] = "ten bytes ";
    Arena arena = {0};
    char *text = arena_copy(&arena, "");
    for (int i = 0; i < 10; i++) text = arena_format(&arena, "%s%s", text, ten);
    gives("en/one.yaml", arena_format(&arena, SMALL_PAGE "take-home: |\n  %s12345\n", text), "");
    gives("en/one.yaml", arena_format(&arena, SMALL_PAGE "take-home: |\n  %s123\xC3\xA9\n", text), "");
    gives("en/one.yaml", arena_format(&arena, SMALL_PAGE "take-home: |\n  %s1234\xC3\xA9\n", text), "take-home-bytes");
    arena_free(&arena);
}

static void phone_numbers_have_one_form(void **state)
{
    (void)state;
    static const char *const fine[] = {
        "Call 9-8-8.",
        "Call 1-800-668-8258, or 416-555-0176.",
        "In 1988, 988km, or room 9881.",
        "See 988.ca today.",
        "Count 1 2 3 4 5 6 7 8 9 10.",
        "From 1978 to 2016, 12,988 people.",
        "At 9:14, then 10:30.",
        "Write to a988@b.ca.",
        "It costs 1 000 000 dollars.",
    };
    static const char *const wrong[] = {
        "Call 988.",
        "Call 9 8 8.",
        "Call 9.8.8 now.",
        "Call 9\xE2\x80\x91"
        "8\xE2\x80\x91"
        "8.",
        "Call 1 800 668 8258.",
        "Call 1.800.668.8258 now.",
        "Call (416) 555-0176.",
        "Call 4165550176.",
        "Call +1 416-555-0176.",
        "Call 416-5550176.",
        "Call 14165550176.",
        "**988**",
    };
    for (size_t i = 0; i < ARRAY_LEN(fine); i++) text_gives(fine[i], "");
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) text_gives(wrong[i], "phone-form");
}

static void words_that_hurt_are_found_as_words(void **state)
{
    (void)state;
    static const char *const fine[] = {
        "A disorganized desk.",     "Drop your shoulders.",          "Toxicology is a science.",
        "He died by suicide.",      "You are anxious about a call.", "An avoidant pattern is common.",
        "She survived an attempt.",
    };
    static const char *const wrong[] = {
        "He committed suicide.",
        "He *committed* suicide.",
        "COMMITTED SUICIDE is not kind.",
        "A toxic home.",
        "An eating disorder.",
        "You should rest.",
        "You\xE2\x80\x99re avoidant.",
        "You're avoidant.",
        "Like all avoidants.",
        "A failed\xC2\xA0\x61ttempt.",
        "A failure of trust.",
        "He suffers from it.",
    };
    for (size_t i = 0; i < ARRAY_LEN(fine); i++) text_gives(fine[i], "");
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) text_gives(wrong[i], "avoid-word");
    text_gives("A failed suicide attempt.", "avoid-word"); /* the longest phrase, once */
    text_gives("A toxic disorder.", "avoid-word avoid-word");
    french_gives("Ça devrait aller.", "avoid-word");
    french_gives("Une relation toxique.", "avoid-word");
    french_gives("Écrivez : les évitants.", "french-space avoid-word");
    french_gives("You should rest.", ""); /* each language has its own */
    text_gives("Une relation toxique.", "");
}

static void french_has_its_own_marks(void **state)
{
    (void)state;
    french_gives("«\xC2\xA0Oui\xC2\xA0», dit-elle\xC2\xA0: l\xE2\x80\x99heure vient\xE2\x80\xAF!", "exclamation");
    french_gives("« Oui.", "french-space");
    french_gives("Oui ».", "french-space");
    french_gives("Une chose : respirer.", "french-space");
    french_gives("Et vous ?", "french-space");
    french_gives("Et vous?", "");
    french_gives("\"Oui.\"", "straight-quote straight-quote");
    french_gives("L'heure.", "straight-quote");
    text_gives("\"Yes\" : it's fine.", "");
}

static void one_exclamation_is_one_problem(void **state)
{
    (void)state;
    text_gives("Breathe! Now!", "exclamation exclamation");
    gives("en/pack.yaml",
          "title: A small pack!\nsummary: One page.\nsections:\n  start: {title: Start}\n"
          "crisis:\n  line: {name: Crisis line}\n",
          "exclamation");
}

/* Where the first problem of the page is, and what it says. */
static void says(const char *page, int line, int column, const char *words)
{
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "en/one.yaml", page);
    Diags diags = {0};
    Pack *pack = pack_check(temp.dir, &(CheckOptions){.today = TODAY}, &diags);
    pack_close(pack);
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.items[0].at.line, line);
    assert_int_equal(diags.items[0].at.column, column);
    if (!strstr(diags.items[0].message, words)) print_error("%s\n", diags.items[0].message);
    assert_non_null(strstr(diags.items[0].message, words));
    diags_free(&diags);
    temp_pack_remove(&temp);
}

static void places_point_into_the_text(void **state)
{
    (void)state;
    static const struct {
        const char *page;
        int line, column;
        const char *words;
    } places[] = {
        {PAGE_TOP("One slow breath") PAGE_PARTS(SIXTY_WORDS "\n          A toxic home."), 11, 13, "\"toxic\""},
        {PAGE_TOP("One slow breath") PAGE_PARTS(SIXTY_WORDS "\n          A failed suicide\n          attempt."), 11, 13,
         "\"failed suicide attempt\""}, /* the longest phrase */
        {PAGE_TOP("One slow breath")
             PAGE_PARTS(SIXTY_WORDS "\n\n          " TEN_WORDS "*two* three\n          four " TEN_WORDS),
         12, 11, "\"two three four five"}, /* what is shown, stars and line ends gone */
        {PAGE_TOP("One slow breath")       /* goes on in the next line of the file */
         PAGE_PARTS(SIXTY_WORDS "\n          Half a line of words,\n          " TEN_WORDS TEN_WORDS "end."),
         11, 11, "\"Half a line of words"},
        {PAGE_TOP("One slow breath") /* begins as another does */
         PAGE_PARTS(SIXTY_WORDS "\n          Here is the same start. Here is the same start of " TEN_WORDS TEN_WORDS),
         11, 35, "\"Here is the same start of"},
        {PAGE_TOP("One toxic breath") PAGE_PARTS(SIXTY_WORDS), 1, 12, "\"toxic\""},
        {PAGE_TOP("\"One \\u0074oxic breath\"") PAGE_PARTS(SIXTY_WORDS), 1, 8, "\"toxic\""}, /* an escape: the text */
        {"title: \xC3\x89t\xC3\xA9 and toxic breath\nsummary: A breath.\nattract:\n"
         "  - {line: One slow breath, text: It is enough for now., public: yes}\nreviewed: 2026-11-24\n" PAGE_PARTS(
             SIXTY_WORDS),
         1, 16, "\"toxic\""},
    };
    for (size_t i = 0; i < ARRAY_LEN(places); i++)
        says(places[i].page, places[i].line, places[i].column, places[i].words);
}

static void a_draft_may_lack_what_others_must_have(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "pack.yaml",
                    "hearth: 1\nid: small\nversion: 1.0.0\nlanguages: [en, es]\ndrafts: [es]\nsections:\n"
                    "  - {id: start, colour: growth, pages: [{id: one}]}\n"
                    "crisis: [{id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}]\n");
    has_codes(&temp, "empty-draft");
    temp_pack_write(&temp, "es/crisis.yaml", PAGE_TOP("Puede hablar con alguien") PAGE_PARTS("Llame al 9-8-8."));
    has_codes(&temp, "");
    temp_pack_write(&temp, "es/pack.yaml", "title: Un paquete\nsummary: Una página.\n");
    has_codes(&temp, "missing-words"); /* of the crisis line, the one thing that matters */
    temp_pack_write(&temp, "es/pack.yaml", "title: Un paquete\nsummary: Una página.\nsumary: x\n");
    has_codes(&temp, "missing-words unknown-key");
    temp_pack_remove(&temp);
}

#define PACK_WITH_NUMBER(number)                                                                                       \
    "hearth: 1\nid: small\nversion: 1.0.0\nlanguages: [en]\nsections:\n"                                               \
    "  - {id: start, colour: growth, pages: [{id: one}]}\n"                                                            \
    "crisis: [{id: line, number: \"" number "\", verified: \"\", review-by: 2027-05-24}]\n"

static void crisis_numbers_are_short_and_have_hyphens(void **state)
{
    (void)state;
    gives("pack.yaml", PACK_WITH_NUMBER("1-1-2"), "");
    gives("pack.yaml", PACK_WITH_NUMBER("116-123"), "");
    gives("pack.yaml", PACK_WITH_NUMBER("116-1234"), "crisis-number crisis-first");
    gives("pack.yaml", PACK_WITH_NUMBER("1-800-668-825"), "crisis-number crisis-first");
    gives("pack.yaml", PACK_WITH_NUMBER("988"), "crisis-first");
    gives("pack.yaml", PACK_WITH_NUMBER("9 8 8"), "crisis-number");
    gives("pack.yaml", PACK_WITH_NUMBER("9--8-8"), "crisis-number");
    gives("pack.yaml", PACK_WITH_NUMBER("-9-8-8"), "crisis-number");
    gives("pack.yaml", PACK_WITH_NUMBER("9-8-8-"), "crisis-number");
    gives("pack.yaml", PACK_WITH_NUMBER("9-8-TALK"), "crisis-number");
}

static void the_crisis_page_is_as_long_as_it_must_be(void **state)
{
    (void)state;
    gives("en/crisis.yaml", PAGE_TOP("Help") PAGE_PARTS("Call 9-8-8."), "");
}

static void what_goes_into_a_code_keeps_plain_marks(void **state)
{
    (void)state;
    TempPack temp = temp_pack_new();
    temp_pack_write(&temp, "pack.yaml",
                    "hearth: 1\nid: small\nversion: 1.0.0\nlanguages: [en, fr]\nsections:\n"
                    "  - {id: start, colour: growth, pages: [{id: one}]}\n"
                    "crisis: [{id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}]\n");
    temp_pack_write(&temp, "fr/pack.yaml", SMALL_WORDS);
    temp_pack_write(&temp, "fr/one.yaml", SMALL_PAGE "take-home: \"9-8-8 : l'aide\"\n");
    has_codes(&temp, "");
    temp_pack_write(&temp, "fr/one.yaml", SMALL_PAGE "take-home: Appelez le 988\n");
    has_codes(&temp, "phone-form"); /* a number is a number */
    temp_pack_remove(&temp);
}

static void rules_are_listed_once_and_explained(void **state)
{
    (void)state;
    const char *doc, *other_doc;
    size_t count = 0;
    for (const char *code; (code = pack_rule(count, &doc)); count++) {
        assert_true(doc[strlen(doc) - 1] == '.');
        for (size_t i = 0; i < count; i++) assert_string_not_equal(pack_rule(i, &other_doc), code);
    }
    assert_true(count > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_pack_is_returned),
        cmocka_unit_test(every_file_is_reported_in_one_run_in_order),
        cmocka_unit_test(a_folder_may_be_named_in_any_way),
        cmocka_unit_test(dates_have_both_edges),
        cmocka_unit_test(letters_without_a_face_are_found),
        cmocka_unit_test(decoders_are_asked_last),
        cmocka_unit_test(sizes_of_files_have_both_edges),
        cmocka_unit_test(what_lies_in_the_folder_is_looked_at),
        cmocka_unit_test(a_page_behind_a_link_is_not_read),
        cmocka_unit_test(sentences_have_both_edges),
        cmocka_unit_test(titles_have_both_edges),
        cmocka_unit_test(bodies_have_both_edges),
        cmocka_unit_test(codes_have_both_edges),
        cmocka_unit_test(phone_numbers_have_one_form),
        cmocka_unit_test(words_that_hurt_are_found_as_words),
        cmocka_unit_test(french_has_its_own_marks),
        cmocka_unit_test(one_exclamation_is_one_problem),
        cmocka_unit_test(places_point_into_the_text),
        cmocka_unit_test(a_draft_may_lack_what_others_must_have),
        cmocka_unit_test(crisis_numbers_are_short_and_have_hyphens),
        cmocka_unit_test(the_crisis_page_is_as_long_as_it_must_be),
        cmocka_unit_test(what_goes_into_a_code_keeps_plain_marks),
        cmocka_unit_test(rules_are_listed_once_and_explained),
    };
    return cmocka_run_group_tests_name("check", tests, NULL, NULL);
}
