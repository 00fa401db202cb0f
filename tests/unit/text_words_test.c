/* Words, sentences, folding for search, plurals, dates. */
#include "unit.h"

#include <string.h>

#include "text/text.h"

static Arena arena;

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void words_are_counted(void **state)
{
    (void)state;
    assert_int_equal(text_count_words("en", "It's okay, and you're welcome - really."), 6);
    assert_int_equal(text_count_words("fr", "« Oui », dit-elle ; c'est bien."), 5);
    assert_int_equal(text_count_words("en", ""), 0);
    assert_int_equal(text_count_words("en", " ... -- !"), 0);
    assert_int_equal(text_count_words("en", "In 3 weeks"), 3);
    assert_int_equal(text_count_words("ar", "اتصل بالرقم الآن."), 3);
    /* No spaces between words, yet words. */
    assert_in_range(text_count_words("th", "คนที่คุณรักเงียบไป"), 4, 7);
    assert_in_range(text_count_words("zh-Hans", "今天您可以给谁打电话？"), 4, 8);
}

/* The sentences, with a bar between. */
static const char *sentences(const char *lang, const char *text)
{
    const char *out = "";
    TextSentences *found = text_sentences_new(lang);
    for (size_t at = 0; text[at];) {
        size_t end = text_sentences_end(found, text, at);
        assert_true(end > at && end <= strlen(text));
        out = arena_format(&arena, "%s%s%.*s", out, at > 0 ? "|" : "", (int)(end - at), text + at);
        at = end;
    }
    assert_int_equal(text_sentences_end(found, text, strlen(text)), strlen(text));
    assert_int_equal(text_sentences_end(found, text, strlen(text) + 6), strlen(text));
    text_sentences_free(found);
    return out;
}

static void sentences_end_where_they_end(void **state)
{
    (void)state;
    assert_string_equal(sentences("en", "Sit down. Breathe out! Why? “No.” Yes"),
                        "Sit down. |Breathe out! |Why? |“No.” |Yes");
    assert_string_equal(sentences("en", "Ask for Dr. Singh at St. Joseph's. She is in."),
                        "Ask for Dr. Singh at St. Joseph's. |She is in.");
    assert_string_equal(sentences("en", "See Mr. Lee. Done."), "See Mr. Lee. |Done.");
    assert_string_equal(sentences("fr", "Voici le Dr. Roy. Bien."), "Voici le Dr. Roy. |Bien.");
    assert_string_equal(sentences("hi", "यह मुफ़्त है। अभी करें।"), "यह मुफ़्त है। |अभी करें।");
    assert_string_equal(sentences("zh-Hans", "慢慢来。没关系。"), "慢慢来。|没关系。");
}

static void folding_finds_what_people_type(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"ÉTÉ", "ete"},
        {"Sœur", "soeur"},
        {"L’été", "l'ete"},
        {"Đặng", "dang"},
        {"Straße", "strasse"},
        {"ﬁn", "fin"},
        {"９-８-８", "9-8-8"},
        {"9\xE2\x80\x91"
         "8",
         "9-8"},
        {"أحمد", "احمد"},
        {"كتاب", "کتاب"},
        {"علي", "علی"},
        {"سَلام", "سلام"},
        {"ســلام", "سلام"},
        {"ЇЖАК", "їжак"},
        {"soft\xC2\xADware", "software"},
        {"İstanbul", "istanbul"},
        {"ज़मीन", "जमीन"},
    };
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
        assert_string_equal(text_fold(&arena, pairs[i][0]), text_fold(&arena, pairs[i][1]));
    assert_string_equal(text_fold(&arena, "Crème BRÛLÉE"), "creme brulee");
    /* Vowel signs and tones are no accents: these are other words. */
    assert_string_not_equal(text_fold(&arena, "दिन"), text_fold(&arena, "दान"));
    assert_string_not_equal(text_fold(&arena, "पुल"), text_fold(&arena, "पल"));
    assert_string_not_equal(text_fold(&arena, "ข้าว"), text_fold(&arena, "ขาว"));
    assert_string_equal(text_fold(&arena, ""), "");
}

static void plurals_follow_the_language(void **state)
{
    (void)state;
    static const struct {
        const char *lang;
        long n;
        const char *category;
    } rows[] = {
        {"en", 0, "other"}, {"en", 1, "one"}, {"en", 2, "other"}, {"fr", 0, "one"},   {"fr", 2, "other"},
        {"ar", 0, "zero"},  {"ar", 2, "two"}, {"ar", 3, "few"},   {"ar", 11, "many"}, {"ar", 100, "other"},
        {"uk", 1, "one"},   {"uk", 3, "few"}, {"uk", 5, "many"},  {"uk", 21, "one"},  {"zh-Hans", 1, "other"},
        {"pa", 1, "one"},   {"tl", 2, "one"}, {"xx", 1, "other"},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_string_equal(text_plural(rows[i].lang, rows[i].n), rows[i].category);
}

static void dates_are_written_as_people_do(void **state)
{
    (void)state;
    assert_string_equal(text_date(&arena, "en", (Date){2026, 11, 24}), "24 November 2026");
    assert_string_equal(text_date(&arena, "fr", (Date){2026, 11, 24}), "24 novembre 2026");
    assert_string_equal(text_date(&arena, "es", (Date){2026, 1, 2}), "2 de enero de 2026");
    assert_string_equal(text_date(&arena, "zh-Hans", (Date){2026, 11, 24}), "2026年11月24日");
    assert_string_equal(text_date(&arena, "en", (Date){2024, 2, 29}), "29 February 2024");
    assert_string_equal(text_date(&arena, "en", (Date){1969, 12, 31}), "31 December 1969");
    assert_string_equal(text_date_short(&arena, "en", (Date){2026, 11, 24}), "24 Nov 2026");
    assert_string_equal(text_date_short(&arena, "fr", (Date){2026, 11, 24}), "24 nov. 2026");
    /* Western digits and the calendar of the wall, in every language. */
    static const char *const langs[] = {"ar", "fa", "ur", "pa", "hi", "ta", "th", "ko", "uk", "vi", "tl", "ne", "mr"};
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        const char *date = text_date(&arena, langs[i], (Date){2026, 11, 24});
        if (!strstr(date, "2026") || !strstr(date, "24")) fail_msg("%s: %s", langs[i], date);
    }
}

static void tall_scripts_get_taller_lines(void **state)
{
    (void)state;
    assert_true(text_line_scale("en") == 1.0);
    assert_true(text_line_scale("uk") == 1.0);
    assert_true(text_line_scale("ar") == 1.17 && text_line_scale("ur") == 1.17);
    assert_true(text_line_scale("pa") == 1.1 && text_line_scale("ta") == 1.1);
    assert_true(text_line_scale("") == 1.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_counted),
        cmocka_unit_test(sentences_end_where_they_end),
        cmocka_unit_test(folding_finds_what_people_type),
        cmocka_unit_test(plurals_follow_the_language),
        cmocka_unit_test(dates_are_written_as_people_do),
        cmocka_unit_test(tall_scripts_get_taller_lines),
    };
    return cmocka_run_group_tests_name("text_words", tests, NULL, tear_down);
}
