/* Every line of tests/corpus/lines.txt at several widths, held against ICU itself. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

#include "base/fs.h"
#include "fake_font.h"
#include "text/paragraph.h"
#include "text_visual.h"

enum { SIZE_PX = 20, CHAR_PX = 10, LINES_MIN = 500, LANGS_MIN = 15 };

static const int widths_px[] = {60, 150, 330, 700, 0};

typedef struct Sample {
    int number; /* in the file, from 1 */
    const char *lang, *text;
} Sample;

static FakeFont fake;
static TextEngine *engine;
static Arena file_arena, arena;
static Sample *samples;
static size_t sample_count;

static void read_samples(char *text)
{
    samples = ARENA_ARRAY(&file_arena, Sample, strlen(text));
    int number = 0;
    for (char *rest = text, *line; (line = strsep(&rest, "\n"));) {
        number++;
        char *tab = strchr(line, '\t');
        if (line[0] == '#' || !tab) continue;
        *tab = '\0';
        samples[sample_count++] = (Sample){number, line, tab + 1};
    }
}

static int set_up(void **state)
{
    (void)state;
    FontSource source = fake_font_source(&fake);
    engine = text_engine_new(&source);
    Bytes file;
    if (fs_read(&file_arena, "tests/corpus/lines.txt", 1 << 20, &file) != FS_OK) return 1;
    read_samples(arena_copy(&file_arena, file.data));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    text_engine_free(engine);
    arena_free(&file_arena);
    arena_free(&arena);
    return 0;
}

static const TextLayout *lay_out(const Sample *sample, int width_px)
{
    const TextSpan span = {sample->text, FACE_BODY_REGULAR, SIZE_PX};
    const TextStyle style = {.line_px = 30, .width_px = width_px};
    return text_layout(engine, sample->lang, &span, 1, &style);
}

/* Calls `check` for each sample at each width. */
static void for_all(void (*check)(const Sample *, const TextLayout *, int width_px))
{
    for (size_t i = 0; i < sample_count; i++) {
        for (size_t k = 0; k < ARRAY_LEN(widths_px); k++)
            check(&samples[i], lay_out(&samples[i], widths_px[k]), widths_px[k]);
        text_engine_wipe(engine);
        arena_reset(&arena);
    }
}

static void the_corpus_is_large_enough(void **state)
{
    (void)state;
    assert_in_range(sample_count, LINES_MIN, 10000);
    size_t langs = 0;
    for (size_t i = 0; i < sample_count; i++) {
        size_t before = 0;
        while (before < i && strcmp(samples[before].lang, samples[i].lang) != 0) before++;
        if (before == i) langs++;
        assert_int_equal(utf8_valid_length(samples[i].text, strlen(samples[i].text)), strlen(samples[i].text));
    }
    assert_in_range(langs, LANGS_MIN, 100);
}

static int count_clusters(const char *text)
{
    UErrorCode error = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text, -1, &error);
    UBreakIterator *breaks = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &error);
    ubrk_setUText(breaks, &utext, &error);
    assert_true(U_SUCCESS(error));
    int count = 0;
    while (ubrk_next(breaks) != UBRK_DONE) count++;
    ubrk_close(breaks);
    utext_close(&utext);
    return count;
}

static void check_widths(const Sample *sample, const TextLayout *layout, int width_px)
{
    for (size_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        int x = 0;
        for (size_t k = 0; k < line->run_count; k++) {
            assert_int_equal(line->runs[k].x_px, x);
            x += line->runs[k].width_px;
        }
        assert_int_equal(line->width_px, x);
        if (width_px > 0 && line->width_px > width_px && count_clusters(line->text) > 1)
            fail_msg("line %d: \"%s\" is %d px wide, not %d", sample->number, line->text, line->width_px, width_px);
    }
}

static void no_line_is_too_wide(void **state)
{
    (void)state;
    for_all(check_widths);
}

static bool is_space(uint32_t c) { return c == ' ' || c == 0xA0; }
static bool is_joiner(uint32_t c) { return c == 0x200C || c == 0x200D; }

static char *without(const char *text, bool (*dropped)(uint32_t))
{
    char *out = ARENA_ARRAY(&arena, char, strlen(text) + 1);
    size_t count = 0;
    for (size_t at = 0, step; text[at]; at += step) {
        uint32_t c = 0;
        step = utf8_decode(text + at, strlen(text + at), &c);
        assert_true(step > 0);
        if (dropped(c)) continue;
        memcpy(out + count, text + at, step);
        count += step;
    }
    return out;
}

static void check_characters(const Sample *sample, const TextLayout *layout, int width_px)
{
    (void)width_px;
    const char *all = "";
    for (size_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        all = arena_format(&arena, "%s%s", all, line->text);
        char *source = arena_copy_bytes(&arena, sample->text + line->start_byte, line->end_byte - line->start_byte);
        assert_string_equal(without(source, is_space), without(line->text, is_space));
    }
    /* Spaces may hang, and the French rule turns them into no-break ones. */
    assert_string_equal(without(all, is_space), without(sample->text, is_space));
}

static void no_character_is_lost(void **state)
{
    (void)state;
    for_all(check_characters);
}

/* The text as it is laid out (French spaces, UTF-16), with the places of its numbers. */
static Paragraph *paragraph_of(const Sample *sample, TextLang *lang)
{
    TextSpan *span = ARENA_NEW(&arena, TextSpan);
    *span = (TextSpan){sample->text, FACE_BODY_REGULAR, SIZE_PX};
    lang_open(lang, sample->lang);
    Paragraph *p = paragraph_new(&arena, lang, span, 1, false);
    atoms_find(p);
    return p;
}

static int32_t unit_of_byte(const Paragraph *p, size_t byte)
{
    int32_t i = 0;
    while (i < p->length && p->units[i].byte < byte) i++;
    return i;
}

static int letters_at(const Paragraph *p, int32_t at)
{
    int count = 0;
    while (at + count < p->length && u_isalpha(p->text[at + count])) count++;
    return count;
}

/* ICU may break in a number, between the syllables of a Korean word, and before the last two letters of "check-in"; we
 * do not. */
static bool is_word_edge(const Paragraph *p, const Sample *sample, int32_t at)
{
    if (at <= 0 || at >= p->length) return true;
    if (p->units[at].in_number && p->units[at - 1].in_number) return false;
    int letters = p->text[at - 1] == '-' ? letters_at(p, at) : 0;
    if (letters == 1 || letters == 2) return false;
    bool before_hangul = p->text[at] >= 0xAC00 && p->text[at] <= 0xD7A3;
    return strcmp(sample->lang, "ko") != 0 || !before_hangul || !u_isalnum(p->text[at - 1]);
}

/* Width of the word of which a line has only a part that ends at `at`. */
static int word_width_px(const Paragraph *p, const Sample *sample, UBreakIterator *breaks, int32_t at)
{
    int32_t start = ubrk_preceding(breaks, at);
    while (!is_word_edge(p, sample, start)) start = ubrk_preceding(breaks, start);
    int32_t end = ubrk_following(breaks, at);
    while (!is_word_edge(p, sample, end)) end = ubrk_following(breaks, end);
    size_t from = p->units[start].byte, to = p->units[end].byte;
    return lay_out(&(Sample){0, sample->lang, arena_copy_bytes(&arena, sample->text + from, to - from)}, 0)->width_px;
}

static void check_breaks(const Sample *sample, const TextLayout *layout, int width_px)
{
    TextLang lang;
    const Paragraph *p = paragraph_of(sample, &lang);
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(lang.line_breaks, p->text, p->length, &error);
    assert_true(U_SUCCESS(error));
    for (size_t i = 1; i < layout->line_count; i++) {
        int32_t at = unit_of_byte(p, layout->lines[i].start_byte);
        if (ubrk_isBoundary(lang.line_breaks, at) && is_word_edge(p, sample, at)) continue;
        if (word_width_px(p, sample, lang.line_breaks, at) <= width_px)
            fail_msg("line %d at %d px: broken before \"%s\"", sample->number, width_px, layout->lines[i].text);
    }
    lang_close(&lang);
}

static void lines_end_where_icu_allows(void **state)
{
    (void)state;
    for_all(check_breaks);
}

/* ICU's own visual order of what the line holds: the paragraph with our isolates in it, written out right to left
 * where it is so, without the marks (and, as ICU does it, without joiners). */
static const char *seen_by_icu(const Paragraph *p, UnitRange range)
{
    size_t capacity = (size_t)p->length * 5;
    UChar *marked = ARENA_ARRAY(&arena, UChar, capacity), *visual = ARENA_ARRAY(&arena, UChar, capacity);
    int32_t *at_unit = ARENA_ARRAY(&arena, int32_t, (size_t)p->length + 1);
    int32_t length = 0;
    for (int32_t i = 0; i < p->length; i++) {
        for (size_t k = 0; k < p->isolate_count; k++) {
            if (p->isolates[k].range.start != i) continue;
            marked[length++] = 0x2066;
            if (p->isolates[k].override) marked[length++] = 0x202D;
        }
        at_unit[i] = length;
        marked[length++] = p->text[i];
        for (size_t k = 0; k < p->isolate_count; k++) {
            if (p->isolates[k].range.end != i + 1) continue;
            if (p->isolates[k].override) marked[length++] = 0x202C;
            marked[length++] = 0x2069;
        }
    }
    UErrorCode error = U_ZERO_ERROR;
    UBiDi *whole = ubidi_open(), *line = ubidi_open();
    ubidi_setPara(whole, marked, length, text_lang_is_rtl(p->lang->tag) ? UBIDI_RTL : UBIDI_LTR, NULL, &error);
    ubidi_setLine(whole, at_unit[range.start], at_unit[range.end - 1] + 1, line, &error);
    int32_t count = ubidi_writeReordered(line, visual, (int32_t)capacity, UBIDI_REMOVE_BIDI_CONTROLS, &error);
    char *out = ARENA_ARRAY(&arena, char, capacity * 3);
    u_strToUTF8(out, (int32_t)capacity * 3, NULL, visual, count, &error);
    assert_true(U_SUCCESS(error));
    ubidi_close(line);
    ubidi_close(whole);
    return out;
}

static void check_order(const Sample *sample, const TextLayout *layout, int width_px)
{
    (void)width_px;
    TextLang lang;
    const Paragraph *p = paragraph_of(sample, &lang);
    for (size_t i = 0; i < layout->line_count; i++) {
        const TextLine *line = &layout->lines[i];
        if (line->start_byte == line->end_byte) continue;
        UnitRange range = {unit_of_byte(p, line->start_byte), unit_of_byte(p, line->end_byte)};
        const char *wanted = seen_by_icu(p, range), *got = without(visual_line(&arena, line), is_joiner);
        if (strcmp(wanted, got) != 0) fail_msg("line %d: ICU shows \"%s\", we \"%s\"", sample->number, wanted, got);
    }
    lang_close(&lang);
}

static void lines_are_seen_in_icus_order(void **state)
{
    (void)state;
    for_all(check_order);
}

static bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/* Digits joined by hyphens or colons: "9-8-8", "12:00-13:00". Returns its end. */
static const char *number_end(const char *at)
{
    while (is_digit_byte(*at) || ((*at == '-' || *at == ':') && is_digit_byte(at[1]))) at++;
    return at;
}

static void check_numbers(const Sample *sample, const TextLayout *layout, int width_px)
{
    const char *seen = visual_layout(&arena, layout);
    for (const char *at = sample->text; *at;) {
        const char *end = is_digit_byte(*at) ? number_end(at) : at;
        const char *number = arena_copy_bytes(&arena, at, (size_t)(end - at));
        at = end > at ? end : at + 1;
        bool fits = width_px == 0 || (int)strlen(number) * CHAR_PX <= width_px;
        if (strchr(number, '-') && fits && !strstr(seen, number))
            fail_msg("line %d at %d px: %s is not in \"%s\"", sample->number, width_px, number, seen);
    }
}

static void numbers_are_whole_and_in_order(void **state)
{
    (void)state;
    for_all(check_numbers);
}

static void check_line_starts(const Sample *sample, const TextLayout *layout, int width_px)
{
    static const char *const closing[] = {")",  "!",  "?",  ":",  ";",  ".",  ",",  "»",  "”",
                                          "…",  "،",  "؟",  "؛",  "۔",  "।",  "。", "，", "、",
                                          "）", "！", "？", "：", "；", "』", "」", "》", "᙮"};
    if (width_px > 0 && width_px < 150) return;  /* long words are cut there, after at least one letter */
    bool urdu = strcmp(sample->lang, "ur") == 0; /* opens a quote with what closes one elsewhere */
    for (size_t i = 0; i < layout->line_count; i++)
        for (size_t k = 0; k < ARRAY_LEN(closing); k++)
            if (!(urdu && strcmp(closing[k], "”") == 0) &&
                strncmp(layout->lines[i].text, closing[k], strlen(closing[k])) == 0)
                fail_msg("line %d at %d px: a line begins \"%s\"", sample->number, width_px, layout->lines[i].text);
}

static void no_line_begins_with_a_closing_mark(void **state)
{
    (void)state;
    for_all(check_line_starts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_corpus_is_large_enough),
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(no_character_is_lost),
        cmocka_unit_test(lines_end_where_icu_allows),
        cmocka_unit_test(lines_are_seen_in_icus_order),
        cmocka_unit_test(numbers_are_whole_and_in_order),
        cmocka_unit_test(no_line_begins_with_a_closing_mark),
    };
    return cmocka_run_group_tests_name("text_corpus", tests, set_up, tear_down);
}
