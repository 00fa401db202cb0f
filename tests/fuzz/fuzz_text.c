/* fuzz_text.c - any bytes as text: laid out, and held to what must be true of every layout.
 *
 * The first three bytes choose language, width and style; a byte 1 starts a new span; the rest is the text. */
#include <stdlib.h>

#include "fake_font.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HEADER_BYTES = 3, SPANS_MAX = 8, SIZE_PX = 20, LINE_PX = 30 };

static const char *const langs[] = {"en",      "fr", "ar", "fa", "ur", "pa", "hi", "ta",
                                    "zh-Hans", "ko", "uk", "vi", "th", "iu", ""};

/* Some faces lack some characters, and some characters have no face. */
static bool covers(FontId font, uint32_t character)
{
    return character % 7 != 3 || (character % 5 != 2 && font % 3 == (int)(character % 3));
}

static size_t split_spans(char *text, TextSpan spans[SPANS_MAX])
{
    size_t count = 0;
    for (char *rest = text, *part; count < SPANS_MAX && (part = strsep(&rest, "\x01")); count++)
        spans[count] = (TextSpan){part, (FaceRole)(count % FACE_ROLES), SIZE_PX + (int)count % 2 * 10};
    return count;
}

static void check_line(const TextLine *line, size_t text_bytes)
{
    int x = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        CHECK(run->x_px == x && run->width_px >= 0);
        CHECK(utf8_valid_length(run->text, strlen(run->text)) == strlen(run->text));
        CHECK(run->font >= 0 || run->text[0] == '\0');
        x += run->width_px;
    }
    CHECK(line->width_px == x);
    CHECK(line->start_byte <= line->end_byte && line->end_byte <= text_bytes);
    CHECK(utf8_valid_length(line->text, strlen(line->text)) == strlen(line->text));
}

static void check_layout(const TextLayout *layout, const TextStyle *style, size_t text_bytes)
{
    CHECK(layout->line_count > 0);
    CHECK(style->max_lines == 0 || style->width_px == 0 || layout->line_count <= (size_t)style->max_lines);
    size_t past = 0;
    for (size_t i = 0; i < layout->line_count; i++) {
        check_line(&layout->lines[i], text_bytes);
        CHECK(layout->lines[i].start_byte >= past);
        CHECK(layout->lines[i].width_px <= layout->width_px);
        past = layout->lines[i].end_byte;
    }
}

static void check_sentences(const char *lang, const char *text)
{
    size_t length = strlen(text);
    TextSentences *sentences = text_sentences_new(lang);
    for (size_t at = 0; at < length;) {
        size_t end = text_sentences_end(sentences, text, at);
        CHECK(end > at && end <= length);
        at = end;
    }
    text_sentences_free(sentences);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEADER_BYTES || size > 4096) return 0;
    const char *lang = langs[data[0] % ARRAY_LEN(langs)];
    const TextStyle style = {
        .line_px = LINE_PX, .width_px = data[1] * 4, .max_lines = data[2] % 8, .balance = data[2] >= 128};
    Arena arena = {0};
    char *text = arena_copy_bytes(&arena, (const char *)data + HEADER_BYTES, size - HEADER_BYTES);
    char *whole = arena_copy(&arena, text);
    TextSpan spans[SPANS_MAX];
    size_t span_count = split_spans(text, spans), bytes = 0;
    for (size_t i = 0; i < span_count; i++) bytes += strlen(spans[i].text);

    FakeFont fake = {.covers = covers};
    FontSource source = fake_font_source(&fake);
    TextEngine *engine = text_engine_new(&source);
    const TextLayout *layout = text_layout(engine, lang, spans, span_count, &style);
    check_layout(layout, &style, bytes);
    CHECK(text_layout(engine, lang, spans, span_count, &style) == layout);
    size_t offset = 0;
    CHECK(text_first_uncovered(engine, lang, whole, &offset) == 0 || offset < strlen(whole));
    check_sentences(lang, whole);
    (void)text_count_words(lang, whole);
    CHECK(strlen(text_fold(&arena, whole)) <= strlen(whole) * 32);
    text_engine_free(engine);
    arena_free(&arena);
    return 0;
}
