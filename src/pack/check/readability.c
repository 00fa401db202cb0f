#include "pack/check/readability.h"

#include <string.h>

#include "base/utf8.h"

enum { WORD_LETTERS_MAX = 64 };

/* A word in lower case, without its apostrophes. */
typedef struct Letters {
    uint32_t at[WORD_LETTERS_MAX + 1]; /* ends with a 0 */
    size_t count;
} Letters;

static bool is_apostrophe(uint32_t c) { return c == '\'' || c == 0x2019; }

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

static uint32_t to_lower(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE)) return c + 0x20;
    return c == 0x152 ? 0x153 : c; /* OE */
}

static Letters letters_of(const char *word, size_t length)
{
    Letters letters = {0};
    uint32_t c = 0;
    for (size_t at = 0; at < length && letters.count < WORD_LETTERS_MAX;) {
        size_t step = utf8_decode(word + at, length - at, &c);
        if (step == 0) break;
        at += step;
        if (!is_apostrophe(c)) letters.at[letters.count++] = to_lower(c);
    }
    return letters;
}

static bool is_in(uint32_t c, const char *set)
{
    uint32_t candidate = 0;
    for (size_t at = 0, length = strlen(set); at < length;) {
        at += utf8_decode(set + at, length - at, &candidate);
        if (candidate == c) return true;
    }
    return false;
}

static bool letters_end_with(const Letters *letters, const char *ending)
{
    size_t length = strlen(ending);
    if (length > letters->count) return false;
    for (size_t i = 0; i < length; i++)
        if (letters->at[letters->count - length + i] != (unsigned char)ending[i]) return false;
    return true;
}

static bool letters_have(const Letters *letters, const char *part)
{
    size_t length = strlen(part);
    for (size_t from = 0; from + length <= letters->count; from++) {
        size_t i = 0;
        while (i < length && letters->at[from + i] == (unsigned char)part[i]) i++;
        if (i == length) return true;
    }
    return false;
}

/* True for the "l" of "settle": it makes a syllable of an "e" that would else be silent. */
static bool is_syllabic_l(const Letters *letters, size_t at)
{
    return at >= 1 && letters->at[at] == 'l' && !is_in(letters->at[at - 1], "aeiouylr");
}

static bool english_end_is_silent(const Letters *letters)
{
    size_t n = letters->count;
    if (n < 4) return n == 3 && letters->at[2] == 'e' && !is_in(letters->at[1], "aeiouyh");
    if (letters->at[n - 1] == 'e') return !is_syllabic_l(letters, n - 2) && !is_in(letters->at[n - 2], "aeiouy");
    uint32_t before = letters->at[n - 3];
    if (is_syllabic_l(letters, n - 3)) return false;
    if (letters_end_with(letters, "es")) return !is_in(before, "aeiouysxzcgh");
    return letters_end_with(letters, "ed") && !is_in(before, "aeiouytd");
}

/* Where the letters mislead: two vowels that are two syllables, and an "e" that is silent before an ending. */
typedef struct Correction {
    const char *part;
    int syllables;
} Correction;

static const Correction english_corrections[] = {
    {"quiet", 1}, {"clien", 1},  {"scien", 1},   {"diet", 1},       {"trial", 1},     {"viol", 1},   {"area", 1},
    {"react", 1}, {"create", 1}, {"creati", 1},  {"idea", 1},       {"being", 1},     {"eeing", 1},  {"oing", 1},
    {"ying", 1},  {"eriod", 1},  {"dual", 1},    {"tual", 1},       {"sual", 1},      {"tuat", 1},   {"ruin", 1},
    {"poem", 1},  {"iety", 1},   {"erien", 1},   {"dience", 1},     {"media", 1},     {"erial", 1},  {"riou", 1},
    {"viou", 1},  {"dio", 1},    {"video", 1},   {"realit", 1},     {"snt", 1},       {"dnt", 1},    {"eness", -1},
    {"eful", -1}, {"eless", -1}, {"vement", -1}, {"something", -1}, {"sometime", -1}, {"afely", -1}, {"nely", -1},
    {"kely", -1}, {"tely", -1},  {"sely", -1},   {"arely", -1},     {"urely", -1},    {"erely", -1}, {"somewh", -1},
};

/* Groups of vowels, less silent endings, corrected. */
size_t syllables_english(const char *word, size_t length)
{
    Letters letters = letters_of(word, length);
    int count = 0;
    bool in_group = false;
    for (size_t i = 0; i < letters.count; i++) {
        bool vowel = is_in(letters.at[i], "aeiouyàâéèêëîïôû") && !(i == 0 && letters.at[0] == 'y');
        if (vowel && !in_group) count++;
        in_group = vowel;
    }
    if (english_end_is_silent(&letters)) count--;
    for (size_t i = 0; i < ARRAY_LEN(english_corrections); i++)
        if (letters_have(&letters, english_corrections[i].part)) count += english_corrections[i].syllables;
    return count > 1 ? (size_t)count : 1;
}

/* A vowel that is heard by itself: not the "u" of "qui" and "guerre", nor a "y" that stands as a consonant. */
static bool is_french_vowel(const Letters *letters, size_t i)
{
    uint32_t c = letters->at[i], before = i > 0 ? letters->at[i - 1] : 0, after = letters->at[i + 1];
    if (c == 'u' && (before == 'q' || (before == 'g' && is_in(after, "eiéèêy")))) return false;
    if (c == 'y') return !is_in(after, "aeiouéèêâô");
    return is_in(c, "aeiouàâäéèêëîïôöùûüœæ");
}

/* True when the vowel at `i` starts a syllable although one stands before it: "ré-agir", "na-ïf", "po-ésie". */
static bool french_vowels_part(const Letters *letters, size_t i)
{
    uint32_t c = letters->at[i], before = letters->at[i - 1];
    if (is_in(c, "ëïüö") || is_in(before, "éïëü")) return true;
    return is_in(c, "éèâô") && is_in(before, "éoa");
}

/* "e", "es" and "ent" that are written and not said. "-ent" is said in most words that are no verbs; verbs of three
 * persons are rare in what we write, so that only their surest endings count. */
static bool french_end_is_silent(const Letters *letters)
{
    size_t n = letters->count;
    size_t e = letters_end_with(letters, "e") ? n - 1 : letters_end_with(letters, "es") ? n - 2 : 0;
    if (e > 0 && !is_french_vowel(letters, e)) return false;
    if (e > 0) return !is_french_vowel(letters, e - 1) || french_vowels_part(letters, e);
    return letters_end_with(letters, "ssent") || letters_end_with(letters, "llent") ||
           letters_end_with(letters, "vrent");
}

size_t syllables_french(const char *word, size_t length)
{
    Letters letters = letters_of(word, length);
    size_t count = 0;
    for (size_t i = 0; i < letters.count; i++) {
        if (!is_french_vowel(&letters, i)) continue;
        if (i == 0 || !is_french_vowel(&letters, i - 1) || french_vowels_part(&letters, i)) count++;
    }
    if (french_end_is_silent(&letters)) count = count > 0 ? count - 1 : 0;
    return count > 1 ? count : 1;
}

static bool lang_is(const char *lang, const char *base)
{
    size_t length = strlen(base);
    return strncmp(lang, base, length) == 0 && (lang[length] == '\0' || lang[length] == '-');
}

bool readability_is_measured(const char *lang) { return lang_is(lang, "en") || lang_is(lang, "fr"); }

/* The next word at or after *from: letters, with apostrophes inside. Its length in bytes, 0 at the end. */
static size_t word_next(const char *text, size_t *from)
{
    size_t end = *from, length = strlen(text), letters_end = *from;
    bool inside = false;
    uint32_t c = 0;
    while (end < length) {
        size_t step = utf8_decode(text + end, length - end, &c);
        if (step == 0) step = 1, c = ' ';
        if (is_letter(c)) {
            if (!inside) *from = end;
            inside = true;
            letters_end = end + step;
        } else if (inside && !is_apostrophe(c)) {
            break;
        }
        end += step;
    }
    return inside ? letters_end - *from : 0;
}

void readability_add(Readability *sum, const char *lang, const char *sentence)
{
    if (!readability_is_measured(lang)) return;
    SyllablesFn *syllables = lang_is(lang, "en") ? syllables_english : syllables_french;
    size_t from = 0, words_before = sum->words;
    for (size_t length = word_next(sentence, &from); length > 0; length = word_next(sentence, &from)) {
        sum->words++;
        sum->syllables += syllables(sentence + from, length);
        from += length;
    }
    if (sum->words > words_before) sum->sentences++;
}

/* Flesch's own table of ease and school grades, joined by straight lines. */
static double grade_of_ease(double ease)
{
    static const struct {
        double ease, grade;
    } points[] = {{100, 4.5}, {95, 5}, {85, 6}, {75, 7}, {65, 8.5}, {55, 11}, {40, 14.5}, {15, 17}};
    const size_t last = ARRAY_LEN(points) - 1;
    size_t i = 1;
    while (i < last && ease < points[i].ease) i++;
    double slope = (points[i].grade - points[i - 1].grade) / (points[i].ease - points[i - 1].ease);
    double grade = points[i].grade + (ease - points[i].ease) * slope;
    return grade > 0 ? grade : 0;
}

double readability_grade(const Readability *sum, const char *lang)
{
    CHECK(readability_is_measured(lang));
    if (sum->words == 0) return 0;
    double sentence_words = (double)sum->words / (double)sum->sentences;
    double word_syllables = (double)sum->syllables / (double)sum->words;
    if (lang_is(lang, "fr")) return grade_of_ease(207 - 1.015 * sentence_words - 73.6 * word_syllables);
    double grade = 0.39 * sentence_words + 11.8 * word_syllables - 15.59;
    return grade > 0 ? grade : 0;
}
