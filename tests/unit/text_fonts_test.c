/* Which face sets what: the table itself, words kept in one face, stand-ins, what has no face at all. */
#include "unit.h"

#include "base/embed.h"
#include "fake_font.h"
#include "text/fonts.h"

static TextEngine *engine;
static FakeFont fake;
static Arena arena;

static int tear_down(void **state)
{
    (void)state;
    text_engine_free(engine);
    engine = NULL;
    arena_free(&arena);
    return 0;
}

static void with_covers(bool (*covers)(FontId, uint32_t))
{
    fake = (FakeFont){.covers = covers};
    FontSource source = fake_font_source(&fake);
    text_engine_free(engine);
    engine = text_engine_new(&source);
}

static uint32_t tag(const char *name)
{
    return (uint32_t)name[0] << 24 | (uint32_t)name[1] << 16 | (uint32_t)name[2] << 8 | (uint32_t)name[3];
}

static const char *first_name(const char *lang, const char *script, FaceRole role)
{
    FontId font = -1;
    assert_int_equal(fonts_candidates(lang, tag(script), role, &font, 1), 1);
    return fonts_file(font)->name;
}

static bool name_ends(FontId font, const char *end)
{
    const char *name = fonts_file(font)->name;
    size_t length = strlen(name), count = strlen(end);
    return length >= count && strcmp(name + length - count, end) == 0;
}

static void every_face_is_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < fonts_count(); i++) {
        const FontFile *file = fonts_file((FontId)i);
        Bytes bytes;
        bool found = file->shipped ? embed_find(file->name, &bytes) : fs_is_file(file->name);
        if (!found) fail_msg("%s is missing", file->name);
    }
}

static void each_script_has_its_face(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *script;
        FaceRole role;
        const char *name;
    } rows[] = {
        {"en", "Latn", FACE_BODY_REGULAR, "AtkinsonHyperlegibleNext_400Regular.ttf"},
        {"fr", "Latn", FACE_BODY_BOLD, "AtkinsonHyperlegibleNext_700Bold.ttf"},
        {"tl", "Latn", FACE_HEAD_MEDIUM, "Literata_500Medium.ttf"},
        {"en", "Latn", FACE_HEAD_ITALIC, "Literata_500Medium_Italic.ttf"},
        {"vi", "Latn", FACE_BODY_REGULAR, "NotoSans-Regular.ttf"},
        {"uk", "Latn", FACE_BODY_REGULAR, "NotoSans-Regular.ttf"},
        {"uk", "Cyrl", FACE_BODY_SEMIBOLD, "NotoSans-Bold.ttf"},
        {"uk", "Cyrl", FACE_HEAD_SEMIBOLD, "Literata_600SemiBold.ttf"},
        {"ar", "Arab", FACE_BODY_REGULAR, "NotoSansArabic-Regular.ttf"},
        {"ur", "Arab", FACE_HEAD_MEDIUM, "NotoNaskhArabic-Bold.ttf"},
        {"ar", "Latn", FACE_BODY_REGULAR, "AtkinsonHyperlegibleNext_400Regular.ttf"},
        {"pa", "Guru", FACE_BODY_REGULAR, "NotoSansGurmukhi-Regular.ttf"},
        {"hi", "Deva", FACE_BODY_BOLD, "NotoSansDevanagari-Bold.ttf"},
        {"ta", "Taml", FACE_HEAD_MEDIUM, "NotoSansTamil-Bold.ttf"},
        {"th", "Thai", FACE_BODY_REGULAR, "NotoSansThai-Regular.ttf"},
        {"iu", "Cans", FACE_BODY_REGULAR, "NotoSansCanadianAboriginal-Regular.ttf"},
        {"zh-Hans", "Hani", FACE_BODY_REGULAR, "NotoSansCJK-Regular.ttc"},
        {"zh-Hans", "Hani", FACE_HEAD_MEDIUM, "NotoSansCJK-Bold.ttc"},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        const char *name = first_name(rows[i].lang, rows[i].script, rows[i].role);
        if (!strstr(name, rows[i].name))
            fail_msg("%s %s: %s, not %s", rows[i].lang, rows[i].script, name, rows[i].name);
    }
}

static void han_letters_follow_the_page(void **state)
{
    (void)state;
    static const struct {
        const char *lang;
        int face_index;
    } rows[] = {{"zh-Hans", 2}, {"zh", 2}, {"zh-Hant", 3}, {"zh-TW", 3}, {"zh-Hant-HK", 4},
                {"yue", 4},     {"ja", 0}, {"ko", 1},      {"en", 2},    {"zhx", 2}};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        FontId font = -1;
        assert_int_equal(fonts_candidates(rows[i].lang, tag("Hani"), FACE_BODY_REGULAR, &font, 1), 1);
        assert_int_equal(fonts_file(font)->face_index, rows[i].face_index);
    }
}

static void candidates_are_distinct(void **state)
{
    (void)state;
    static const char *const scripts[] = {"Latn", "Arab", "Hani", "Cyrl", "Zyyy"};
    for (size_t s = 0; s < ARRAY_LEN(scripts); s++)
        for (int role = 0; role < FACE_ROLES; role++) {
            FontId fonts[FONTS_MAX];
            size_t count = fonts_candidates("en", tag(scripts[s]), (FaceRole)role, fonts, FONTS_MAX);
            assert_in_range(count, 5, FONTS_MAX - 1);
            for (size_t i = 0; i < count; i++)
                for (size_t k = 0; k < i; k++) assert_int_not_equal(fonts[i], fonts[k]);
        }
}

static const TextLine *line_of(const char *lang, const char *text)
{
    const TextSpan span = {text, FACE_BODY_REGULAR, 20};
    const TextStyle style = {.line_px = 30};
    return &text_layout(engine, lang, &span, 1, &style)->lines[0];
}

/* Atkinson as it is: no Vietnamese, no Cyrillic, no special spaces; the others have everything of their own. */
static bool atkinson_is_small(FontId font, uint32_t c)
{
    if (strstr(fonts_file(font)->name, "Atkinson")) return c < 0x180 || (c >= 0x2013 && c <= 0x2026);
    if (strstr(fonts_file(font)->name, "Arabic")) return c == ' ' || (c >= 0x600 && c < 0x700);
    return strstr(fonts_file(font)->name, "NotoSans-") && c < 0x2000;
}

static void a_word_is_set_in_one_face(void **state)
{
    (void)state;
    with_covers(atkinson_is_small);
    const TextLine *line = line_of("en", "Dear Nguyễn, hello");
    assert_int_equal(line->run_count, 3);
    assert_string_equal(line->runs[0].text, "Dear ");
    assert_string_equal(line->runs[1].text, "Nguyễn"); /* not "Nguy", "ễ", "n" */
    assert_string_equal(line->runs[2].text, ", hello");
    assert_true(name_ends(line->runs[1].font, "NotoSans-Regular.ttf"));
    assert_int_equal(line->runs[0].font, line->runs[2].font);
}

static void accents_in_two_parts_need_no_other_face(void **state)
{
    (void)state;
    with_covers(atkinson_is_small);
    const TextLine *line = line_of("en", "cafe\xCC\x81");
    assert_int_equal(line->run_count, 1);
    assert_true(name_ends(line->runs[0].font, "_400Regular.ttf"));
}

static void spaces_and_hyphens_have_stand_ins(void **state)
{
    (void)state;
    with_covers(atkinson_is_small);
    const TextLine *line = line_of("en", "a\xE2\x80\xAF"
                                         "b\xE2\x80\x89"
                                         "c\xC2\xA0"
                                         "9\xE2\x80\x91"
                                         "8");
    assert_int_equal(line->run_count, 1);
    assert_string_equal(line->runs[0].text, "a b c\xC2\xA0"
                                            "9-8"); /* U+00A0 is in the face */
    assert_string_equal(line->text, "a\xE2\x80\xAF"
                                    "b\xE2\x80\x89"
                                    "c\xC2\xA0"
                                    "9\xE2\x80\x91"
                                    "8");
}

static void joiners_reach_the_shaper(void **state)
{
    (void)state;
    with_covers(atkinson_is_small);
    const TextLine *line = line_of("fa", "می‌خواهم");
    assert_int_equal(line->run_count, 1);
    assert_string_equal(line->runs[0].text, "می‌خواهم");
    /* These do not. */
    assert_string_equal(line_of("en", "a\xE2\x80\x8B"
                                      "b\xE2\x80\x8E"
                                      "c\xEF\xB8\x8F")
                            ->runs[0]
                            .text,
                        "abc");
}

static void neighbours_give_marks_their_script(void **state)
{
    (void)state;
    with_covers(NULL);
    const TextLine *line = line_of("en", "one, две. (три) ؟");
    assert_string_equal(line->runs[0].text, "one, ");
    assert_int_equal(line->runs[0].script, tag("Latn"));
    assert_string_equal(line->runs[1].text, "две. (три) ");
    assert_int_equal(line->runs[1].script, tag("Cyrl"));
    /* Brackets go with what is inside. */
    line = line_of("en", "one (две) two");
    assert_int_equal(line->run_count, 3);
    assert_string_equal(line->runs[1].text, "(две) ");
    /* An Arabic comma is Arabic, also after a Latin word. */
    line = line_of("ar", "هو CBT، نعم");
    assert_string_equal(line->runs[0].text, "، نعم");
    assert_int_equal(line->runs[0].script, tag("Arab"));
    line = line_of("en", "one، two");
    assert_int_equal(line->run_count, 3);
    assert_string_equal(line->runs[1].text, "،");
    assert_int_equal(line->runs[1].script, tag("Arab"));
    /* Marks at the start go with what follows. */
    line = line_of("en", "« две");
    assert_int_equal(line->run_count, 1);
    assert_int_equal(line->runs[0].script, tag("Cyrl"));
    /* Nothing to go by: the page's. */
    assert_int_equal(line_of("pa", "…")->runs[0].script, tag("Guru"));
}

static void numbers_are_set_in_the_latin_face(void **state)
{
    (void)state;
    with_covers(NULL);
    static const char *const texts[][2] = {
        {"ar", "اتصل 9-8-8 الآن"}, {"pa", "ਹੁਣੇ 9-8-8 ਫ਼ੋਨ"}, {"zh-Hans", "请打 9-8-8 吧"}, {"th", "โทร 9-8-8 ได้"}};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        const TextLine *line = line_of(texts[i][0], texts[i][1]);
        assert_int_equal(line->run_count, 3);
        assert_string_equal(line->runs[1].text, "9-8-8");
        assert_true(name_ends(line->runs[1].font, "AtkinsonHyperlegibleNext_400Regular.ttf"));
    }
}

static void what_has_no_face_is_not_drawn(void **state)
{
    (void)state;
    with_covers(atkinson_is_small);
    const TextLine *line = line_of("en", "ab\xF0\x9F\xA6\x84"
                                         "cd");
    assert_int_equal(line->run_count, 3);
    assert_int_equal(line->runs[1].font, -1);
    assert_string_equal(line->runs[1].text, "");
    assert_int_equal(line->width_px, 40);
}

static void the_first_uncovered_character_is_named(void **state)
{
    (void)state;
    with_covers(atkinson_is_small);
    size_t offset = 99;
    assert_int_equal(text_first_uncovered(engine, "en", "Nguyễn, café and \xE2\x80\xAF spaces\n\xE2\x80\x91", &offset),
                     0);
    assert_int_equal(offset, 99);
    assert_int_equal(text_first_uncovered(engine, "en", "ab\xF0\x9F\xA6\x84 \xE2\x86\x92", &offset), 0x1F984);
    assert_int_equal(offset, 2);
    assert_int_equal(text_first_uncovered(engine, "en", "heart \xEF\xB8\x8F\xE2\x80\x8D", &offset),
                     0); /* nothing to see */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_face_is_there),
        cmocka_unit_test(each_script_has_its_face),
        cmocka_unit_test(han_letters_follow_the_page),
        cmocka_unit_test(candidates_are_distinct),
        cmocka_unit_test(a_word_is_set_in_one_face),
        cmocka_unit_test(accents_in_two_parts_need_no_other_face),
        cmocka_unit_test(spaces_and_hyphens_have_stand_ins),
        cmocka_unit_test(joiners_reach_the_shaper),
        cmocka_unit_test(neighbours_give_marks_their_script),
        cmocka_unit_test(numbers_are_set_in_the_latin_face),
        cmocka_unit_test(what_has_no_face_is_not_drawn),
        cmocka_unit_test(the_first_uncovered_character_is_named),
    };
    return cmocka_run_group_tests_name("text_fonts", tests, NULL, tear_down);
}
