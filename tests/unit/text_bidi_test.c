/* What is seen from left to right: numbers above all. 9-8-8 must never read 8-8-9. */
#include "text_visual.h"

#include "text_fixture.h"

static const TextLayout *lay_out(const char *lang, const char *text, int width_px)
{
    const TextSpan span = {text, FACE_BODY_REGULAR, 20};
    const TextStyle style = {.line_px = 30, .width_px = width_px};
    return text_layout(engine, lang, &span, 1, &style);
}

static const char *seen(const char *lang, const char *text) { return visual_layout(&arena, lay_out(lang, text, 0)); }

static const char *const contact_numbers[] = {
    "9-8-8",
    "9-1-1",
    "2-1-1",
    "1-800-668-6868",
    "1-800-668-8258",
    "416-555-0176",
    "(416) 555-0199",
    "+1 416-555-0176",
    "1 800 668 6868",
    "1-866-555-0104",
    "12:30",
    "9:00-17:30",
    "2026-11-24",
    "24/7",
    "686868",
    "9\xE2\x80\x91"
    "8\xE2\x80\x91"
    "8", /* with U+2011 */
    "۹-۸-۸",
    "۱-۸۰۰-۶۶۸-۶۸۶۸",
    "۰۲۱-۵۵۵", /* Persian and Urdu digits */
    "٩-٨-٨",
    "١-٨٠٠-٦٦٨-٦٨٦٨",
    "(٤١٦) ٥٥٥-٠١٩٩", /* Arabic digits */
};

/* Sentences of each language with a place for a number: at the start, inside, at the end, in brackets, next to marks,
 * next to another number, next to Latin words. */
static const struct {
    const char *lang;
    const char *before, *after;
} sentences[] = {
    {"ar", "اتصل بالرقم ", " في أي وقت."},
    {"ar", "", " متاح دائما"},
    {"ar", "الرقم: ", ""},
    {"ar", "خط المساعدة (", ")، مجانا."},
    {"ar", "مهم،", "؛ الآن!"},
    {"ar", "Kids Help Phone ", " للأطفال"},
    {"ar", "أو 9-1-1، ", "، 2-1-1."},
    {"fa", "با ", " تماس بگیرید."},
    {"fa", "", " رایگان است"},
    {"fa", "شماره: ", ""},
    {"fa", "خط کمک («", "»)، رایگان."},
    {"fa", "یا ۹-۱-۱، ", "، ۲-۱-۱."},
    {"fa", "تلفن EMDR ", " است"},
    {"ur", "کسی بھی وقت ", " پر کال کریں۔"},
    {"ur", "", " مفت ہے"},
    {"ur", "نمبر: ", "۔"},
    {"ur", "مدد (", ")؛ ابھی۔"},
    {"ur", "فون Helpline ", " ہے"},
    {"ur", "یا 9-1-1، ", "، 2-1-1۔"},
    {"en", "Arabic: اتصل بالرقم ", " الآن."},
    {"en", "قل ", ""},
};

static void numbers_never_reverse(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sentences); i++)
        for (size_t k = 0; k < ARRAY_LEN(contact_numbers); k++) {
            const char *text =
                arena_format(&arena, "%s%s%s", sentences[i].before, contact_numbers[k], sentences[i].after);
            const char *line = seen(sentences[i].lang, text);
            if (!strstr(line, contact_numbers[k]))
                fail_msg("%s: \"%s\" is seen as \"%s\"", sentences[i].lang, text, line);
        }
}

static void numbers_never_reverse_on_any_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sentences); i++)
        for (size_t k = 0; k < ARRAY_LEN(contact_numbers); k++)
            for (int width_px = 160; width_px < 400; width_px += 40) {
                const char *text =
                    arena_format(&arena, "%s%s%s", sentences[i].before, contact_numbers[k], sentences[i].after);
                const char *lines = visual_layout(&arena, lay_out(sentences[i].lang, text, width_px));
                if (!strstr(lines, contact_numbers[k])) fail_msg("\"%s\" at %d px: \"%s\"", text, width_px, lines);
            }
}

static void numbers_without_a_space_between_keep_the_order_of_the_page(void **state)
{
    (void)state;
    const TextLine *line = &lay_out("ar", "أ 1(22)3(416) 555-0176(22)4", 0)->lines[0];
    assert_string_equal(visual_line(&arena, line), "(22)4(416) 555-0176(22)31 أ");
    assert_int_equal(line->run_count, 5);
}

static void lists_of_numbers_keep_the_order_of_the_page(void **state)
{
    (void)state;
    assert_string_equal(seen("ar", "أ: 9-8-8، 9-1-1"), "9-1-1 ،9-8-8 :أ\n");
}

static void latin_phrases_stay_together(void **state)
{
    (void)state;
    assert_string_equal(seen("ar", "هو EMDR (Eye Movement Desensitization) فقط"),
                        "طقف EMDR (Eye Movement Desensitization) وه\n");
    assert_string_equal(seen("ar", "اكتب إلى a.b@example.org أو https://example.org/x/ الآن"),
                        "نآلا https://example.org/x/ وأ a.b@example.org ىلإ بتكا\n");
    assert_string_equal(seen("fa", "در 120 St. George Street است"), "تسا 120 St. George Street رد\n");
    assert_string_equal(seen("ar", "أ C++ ب"), "ب ++C أ\n"); /* trailing signs may belong to the sentence */
}

static void brackets_around_latin_belong_to_the_page(void **state)
{
    (void)state;
    /* The brackets themselves are drawn mirrored by the shaper: here they keep their code. */
    assert_string_equal(seen("ar", "علاج (CBT) جيد"), "ديج )CBT( جالع\n");
    assert_string_equal(seen("ar", "أ (CBT) DBT ب"), "ب DBT )CBT( أ\n");
    assert_string_equal(seen("ar", "أ CBT (EMDR علاج) ب"), "ب )جالع EMDR( CBT أ\n");
}

static void the_page_decides_the_direction(void **state)
{
    (void)state;
    /* Never the first strong letter. */
    assert_string_equal(seen("ar", "CBT هو علاج"), "جالع وه CBT\n");
    assert_string_equal(seen("en", "هو a CBT"), "وه a CBT\n");
    assert_string_equal(seen("en", "Arabic: \xD8\xB9 \xD8\xA8!"), "Arabic: ب ع!\n");
}

static void runs_are_in_visual_order(void **state)
{
    (void)state;
    const TextLayout *layout = lay_out("ar", "اتصل 9-8-8 الآن", 0);
    const TextLine *line = &layout->lines[0];
    assert_int_equal(line->run_count, 3);
    assert_string_equal(line->runs[0].text, " الآن"); /* logical order inside a run */
    assert_true(line->runs[0].rtl);
    assert_string_equal(line->runs[1].text, "9-8-8");
    assert_false(line->runs[1].rtl);
    assert_string_equal(line->runs[2].text, "اتصل ");
    int x = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        assert_int_equal(line->runs[i].x_px, x);
        x += line->runs[i].width_px;
    }
    assert_int_equal(line->width_px, x);
    assert_string_equal(line->text, "اتصل 9-8-8 الآن");
    /* A space between the two directions is the page's. */
    layout = lay_out("en", "الآن now", 0);
    assert_string_equal(layout->lines[0].runs[1].text, " ");
    assert_false(layout->lines[0].runs[1].rtl);
}

static void a_pack_cannot_turn_text_round(void **state)
{
    (void)state;
    assert_string_equal(seen("en", "Call \xE2\x80\xAE"
                                   "9-8-8 now"),
                        "Call 9-8-8 now\n");
    assert_string_equal(seen("ar", "\xE2\x81\xA9"
                                   "أ \xE2\x80\xAE"
                                   "9-8-8 ب"),
                        "ب 9-8-8 أ\n");
}

static void isolates_are_nowhere_to_be_seen(void **state)
{
    (void)state;
    const TextLayout *layout = lay_out("ar", "اتصل 9-8-8 أو ٩-٨-٨ CBT الآن", 0);
    for (size_t i = 0; i < layout->lines[0].run_count; i++) {
        assert_null(strstr(layout->lines[0].runs[i].text, "\xE2\x81")); /* U+2066 to U+2069 */
        assert_null(strstr(layout->lines[0].runs[i].text, "\xE2\x80\xAD"));
    }
}

static void an_ellipsis_ends_where_the_page_reads_to(void **state)
{
    (void)state;
    const TextSpan span = {"اتصل بالرقم الآن في أي وقت", FACE_BODY_REGULAR, 20};
    const TextStyle style = {.line_px = 30, .width_px = 120, .max_lines = 1};
    const TextLine *line = &text_layout(engine, "ar", &span, 1, &style)->lines[0];
    assert_string_equal(line->runs[0].text, "\xE2\x80\xA6");
    assert_int_equal(line->runs[0].x_px, 0);
    assert_int_equal(line->runs[1].x_px, 10);
}

static void a_hyphen_follows_its_word(void **state)
{
    (void)state;
    const TextLayout *layout = lay_out("ar", "هو desensi\xC2\xADtization", 120);
    assert_string_equal(visual_line(&arena, &layout->lines[0]), "desensi- وه");
}

static void languages_know_their_direction(void **state)
{
    (void)state;
    static const char *const rtl[] = {"ar", "fa", "ur", "ar-EG", "he", "pa-Arab"};
    static const char *const ltr[] = {"en", "pa", "zh-Hans", "uk", "", "nonsense-and-more"};
    for (size_t i = 0; i < ARRAY_LEN(rtl); i++) assert_true(text_lang_is_rtl(rtl[i]));
    for (size_t i = 0; i < ARRAY_LEN(ltr); i++) assert_false(text_lang_is_rtl(ltr[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_never_reverse),
        cmocka_unit_test(numbers_never_reverse_on_any_line),
        cmocka_unit_test(numbers_without_a_space_between_keep_the_order_of_the_page),
        cmocka_unit_test(lists_of_numbers_keep_the_order_of_the_page),
        cmocka_unit_test(latin_phrases_stay_together),
        cmocka_unit_test(brackets_around_latin_belong_to_the_page),
        cmocka_unit_test(the_page_decides_the_direction),
        cmocka_unit_test(runs_are_in_visual_order),
        cmocka_unit_test(a_pack_cannot_turn_text_round),
        cmocka_unit_test(isolates_are_nowhere_to_be_seen),
        cmocka_unit_test(an_ellipsis_ends_where_the_page_reads_to),
        cmocka_unit_test(a_hyphen_follows_its_word),
        cmocka_unit_test(languages_know_their_direction),
    };
    return cmocka_run_group_tests_name("text_bidi", tests, set_up, tear_down);
}
