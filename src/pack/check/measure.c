#include "pack/check/measure.h"

#include "pack/pack_load.h"

void measure_each_sentence(const char *text, const char *lang, TextSentences *sentences, void *context,
                           SentenceFn *sentence)
{
    Arena arena = {0};
    size_t count;
    const char *const *paragraphs = inline_paragraphs(&arena, text, &count);
    for (size_t i = 0; i < count; i++) {
        const char *paragraph = inline_plain(&arena, paragraphs[i]);
        for (size_t from = 0; paragraph[from];) {
            size_t end = text_sentences_end(sentences, paragraph, from);
            CHECK(end > from);
            const char *one = arena_copy_bytes(&arena, paragraph + from, end - from);
            sentence(context, one, text_count_words(lang, one));
            from = end;
        }
    }
    arena_free(&arena);
}

typedef struct Measuring {
    Measure measure;
    const char *lang;
    TextSentences *sentences;
} Measuring;

static void sentence_measure(void *context, const char *sentence, size_t words)
{
    Measuring *measuring = context;
    measuring->measure.words += words;
    if (words > measuring->measure.longest_words) measuring->measure.longest_words = words;
    readability_add(&measuring->measure.readability, measuring->lang, sentence);
}

static void prose_measure(const void *context, Mark at, const char *text)
{
    (void)at;
    Measuring *const *measuring = context;
    measure_each_sentence(text, (*measuring)->lang, (*measuring)->sentences, *measuring, sentence_measure);
}

Measure measure_parts(const List *parts, const char *lang, TextSentences *sentences)
{
    Measuring measuring = {.lang = lang, .sentences = sentences};
    Measuring *context = &measuring; /* the blocks' callbacks take what they are given as const */
    parts_each_prose(parts, lang, &context, prose_measure);
    return measuring.measure;
}

static void prose_count(const void *context, Mark at, const char *text)
{
    (void)at;
    Measuring *const *measuring = context;
    (*measuring)->measure.words += text_count_words((*measuring)->lang, text);
}

size_t measure_words(const List *parts, const char *lang)
{
    Measuring measuring = {.lang = lang};
    Measuring *context = &measuring;
    parts_each_prose(parts, lang, &context, prose_count);
    return measuring.measure.words;
}
