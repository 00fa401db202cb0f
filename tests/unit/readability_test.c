#include "unit.h"

#include <string.h>

#include "pack/check/readability.h"

typedef struct WordSample {
    const char *word;
    size_t syllables;
} WordSample;

static void words_count(const WordSample *samples, size_t count, SyllablesFn *syllables)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        size_t found = syllables(samples[i].word, strlen(samples[i].word));
        if (found == samples[i].syllables) continue;
        wrong++;
        print_error("%s: %zu, not %zu\n", samples[i].word, found, samples[i].syllables);
    }
    assert_int_equal(wrong, 0);
}

static void english_words(void **state)
{
    (void)state;
    static const WordSample samples[] = {
        {"a", 1},
        {"the", 1},
        {"I", 1},
        {"you", 1},
        {"be", 1},
        {"me", 1},
        {"love", 1},
        {"time", 1},
        {"times", 1},
        {"loved", 1},
        {"wanted", 2},
        {"needed", 2},
        {"called", 1},
        {"settle", 2},
        {"settled", 2},
        {"little", 2},
        {"couples", 2},
        {"places", 2},
        {"messages", 3},
        {"breathe", 1},
        {"breath", 1},
        {"year", 1},
        {"yes", 1},
        {"person", 2},
        {"people", 2},
        {"family", 3},
        {"attachment", 3},
        {"relationship", 4},
        {"emotion", 3},
        {"anxiety", 4},
        {"anxious", 2},
        {"serious", 3},
        {"quiet", 2},
        {"being", 2},
        {"doing", 2},
        {"saying", 2},
        {"client", 2},
        {"science", 2},
        {"video", 3},
        {"media", 3},
        {"social", 2},
        {"period", 3},
        {"experience", 4},
        {"usual", 3},
        {"actually", 4},
        {"something", 2},
        {"sometimes", 2},
        {"safely", 2},
        {"closeness", 2},
        {"careful", 2},
        {"movement", 2},
        {"moment", 2},
        {"don\xE2\x80\x99t", 1},
        {"isn't", 2},
        {"you\xE2\x80\x99re", 1},
        {"caf\xC3\xA9", 2},
        {"free", 1},
        {"agree", 2},
        {"hmm", 1},
        {"therapist", 3},
        {"everyone", 3},
        {"create", 2},
        {"creature", 2},
        {"table", 2},
        {"once", 1},
        {"worried", 2},
        {"played", 1},
        {"trauma", 2},
        {"while", 1},
        {"whole", 1},
        {"rule", 1},
        {"use", 1},
        {"age", 1},
        {"feelings", 2},
        {"doesn't", 2},
    };
    words_count(samples, ARRAY_LEN(samples), syllables_english);
}

static void french_words(void **state)
{
    (void)state;
    static const WordSample samples[] = {
        {"le", 1},
        {"que", 1},
        {"qui", 1},
        {"et", 1},
        {"vous", 1},
        {"ami", 2},
        {"l\xE2\x80\x99"
         "amie",
         2},
        {"qu\xE2\x80\x99il", 1},
        {"jusqu\xE2\x80\x99\xC3\xA0", 2},
        {"attachement", 4},
        {"relation", 3},
        {"personne", 2},
        {"personnes", 2},
        {"naïf", 2},
        {"réagir", 3},
        {"poésie", 3},
        {"maison", 2},
        {"voyage", 2},
        {"yeux", 1},
        {"guerre", 1},
        {"guérir", 2},
        {"cœur", 1},
        {"école", 2},
        {"idée", 2},
        {"idées", 2},
        {"Écouter", 3},
        {"parlaient", 2},
        {"finissent", 2},
        {"appellent", 2},
        {"souvent", 2},
        {"vraiment", 2},
        {"moment", 2},
        {"aide", 1},
        {"proche", 1},
        {"loin", 1},
        {"thérapie", 3},
        {"thérapeute", 3},
        {"bien", 1},
        {"émotions", 3},
        {"essayer", 3},
        {"théâtre", 2},
        {"peur", 1},
        {"quelque", 1},
        {"longue", 1},
        {"oubli", 2},
        {"créer", 2},
    };
    words_count(samples, ARRAY_LEN(samples), syllables_french);
}

static Readability sum_of(const char *lang, const char *sentence)
{
    Readability sum = {0};
    readability_add(&sum, lang, sentence);
    return sum;
}

static void sentences_are_counted_without_their_numbers(void **state)
{
    (void)state;
    Readability sum = sum_of("en", "Call 9-8-8, or the desk\xE2\x80\x99s well-kept phone.");
    assert_int_equal(sum.words, 7); /* Call or the desk's well kept phone */
    assert_int_equal(sum.sentences, 1);
    assert_int_equal(sum.syllables, 7);
    readability_add(&sum, "en", "9-8-8.");
    assert_int_equal(sum.sentences, 1); /* nothing to read in it */
    readability_add(&sum, "en", "");
    readability_add(&sum, "en", "It\xE2\x80\x99s free.");
    assert_int_equal(sum.words, 9);
    assert_int_equal(sum.sentences, 2);
}

static void other_languages_are_not_measured(void **state)
{
    (void)state;
    assert_true(readability_is_measured("en"));
    assert_true(readability_is_measured("fr-CA"));
    assert_false(readability_is_measured("es"));
    assert_false(readability_is_measured("eng"));
    assert_int_equal(sum_of("uk", "Call now.").words, 0);
}

static void near(double got, double wanted)
{
    if (got < wanted - 0.005 || got > wanted + 0.005) print_error("%.3f is not %.3f\n", got, wanted);
    assert_true(got >= wanted - 0.005 && got <= wanted + 0.005);
}

static void grades_follow_the_formulas(void **state)
{
    (void)state;
    /* 0.39 * 10 + 11.8 * 1.5 - 15.59 */
    near(readability_grade(&(Readability){100, 10, 150}, "en"), 6.01);
    near(readability_grade(&(Readability){100, 5, 180}, "en"), 13.45);
    near(readability_grade(&(Readability){10, 10, 10}, "en"), 0);
    /* 207 - 1.015 * 10 - 73.6 * 1.5 = 86.45, between 85 (grade 6) and 95 (grade 5) */
    near(readability_grade(&(Readability){100, 10, 150}, "fr"), 5.855);
    /* 207 - 1.015 * 20 - 73.6 * 1.8 = 54.22 */
    near(readability_grade(&(Readability){100, 5, 180}, "fr"), 11.182);
    /* 207 - 1.015 * 50 - 73.6 * 3 = -64.55, on the last line of the table */
    near(readability_grade(&(Readability){100, 2, 300}, "fr"), 24.955);
    near(readability_grade(&(Readability){0}, "en"), 0);
    near(readability_grade(&(Readability){0}, "fr"), 0);
}

static void harder_texts_have_higher_grades(void **state)
{
    (void)state;
    Readability easy = sum_of("en", "You can sit here and rest.");
    Readability hard = sum_of("en", "Individuals experiencing interpersonal difficulties may consider "
                                    "psychotherapeutic consultation at their earliest convenience.");
    assert_true(readability_grade(&easy, "en") < 3);
    assert_true(readability_grade(&hard, "en") > 14);
    Readability facile = sum_of("fr", "Vous pouvez vous asseoir ici.");
    Readability difficile = sum_of("fr", "Les personnes manifestant des difficultés interpersonnelles considérables "
                                         "bénéficieraient d\xE2\x80\x99une consultation psychothérapeutique.");
    assert_true(readability_grade(&facile, "fr") < 8);
    assert_true(readability_grade(&difficile, "fr") > 14);
}

static void broken_bytes_end_a_word(void **state)
{
    (void)state;
    Readability sum = sum_of("en", "one\xff"
                                   "two \xe2\x80");
    assert_int_equal(sum.words, 2);
    assert_int_equal(syllables_english("", 0), 1);
    char endless[400];
    memset(endless, 'a', sizeof(endless));
    assert_int_equal(syllables_english(endless, sizeof(endless)), 1);
    assert_int_equal(syllables_french(endless, sizeof(endless)), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_words),
        cmocka_unit_test(french_words),
        cmocka_unit_test(sentences_are_counted_without_their_numbers),
        cmocka_unit_test(other_languages_are_not_measured),
        cmocka_unit_test(grades_follow_the_formulas),
        cmocka_unit_test(harder_texts_have_higher_grades),
        cmocka_unit_test(broken_bytes_end_a_word),
    };
    return cmocka_run_group_tests_name("readability", tests, NULL, NULL);
}
