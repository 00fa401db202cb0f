/* check_lengths.c - how much a text asks of its reader, and how much fits its place. */
#include <stdlib.h>
#include <string.h>

#include "pack/check/check.h"
#include "yaml/excerpt.h"

enum {
    TITLE_WORDS_MIN = 3,
    TITLE_WORDS_MAX = 6,
    SUMMARY_WORDS_MAX = 18,
    BODY_WORDS_MIN = 60,
    BODY_WORDS_MAX = 500,
    SENTENCE_WORDS_MAX = 22,
    QR_BYTES_MAX = 105, /* version 6 at level M, said to be UTF-8 */
};

void rule_title_words(Check *check, const CheckFile *file)
{
    if (!file->page || file->is_partial || file->is_crisis) return;
    size_t words = text_count_words(file->lang, file->page->title);
    if (words < TITLE_WORDS_MIN || words > TITLE_WORDS_MAX)
        diag_warn(check->diags, check_key(file, "title"), "title-words", "three to six words are read at a glance",
                  "this title has %zu word%s", words, words == 1 ? "" : "s");
}

void rule_summary_words(Check *check, const CheckFile *file)
{
    if (!file->page || file->is_partial) return;
    size_t words = text_count_words(file->lang, file->page->summary);
    if (words > SUMMARY_WORDS_MAX)
        diag_warn(check->diags, check_key(file, "summary"), "summary-words", "18 words are enough",
                  "this summary has %zu words", words);
}

void rule_body_words(Check *check, const CheckFile *file)
{
    if (!file->page || file->is_partial || file->is_crisis) return;
    size_t words = file->measure.words;
    if (words < BODY_WORDS_MIN)
        diag_warn(check->diags, check_key(file, "parts"), "body-words", "say a little more, or join it to another page",
                  "this page has only %zu words; 60 is the least", words);
    if (words > BODY_WORDS_MAX)
        diag_warn(check->diags, check_key(file, "parts"), "body-words", "leave something out, or make two pages of it",
                  "this page has %zu words; 500 is the most", words);
}

typedef struct SentenceContext {
    Check *check;
    const CheckFile *file;
    const CheckText *text;
} SentenceContext;

static void sentence_check(void *context, const char *sentence, size_t words)
{
    SentenceContext *at = context;
    if (words <= SENTENCE_WORDS_MAX) return;
    char *start = excerpt(&at->check->file_arena, sentence, strlen(sentence), EXCERPT_CHARACTERS);
    diag_warn(at->check->diags, check_find(at->file, at->text, sentence, strlen(sentence)), "long-sentence",
              "make two sentences of it", "\"%s\" has %zu words; 22 is the most", start, words);
}

void rule_long_sentence(Check *check, const CheckFile *file)
{
    for (size_t i = 0; i < file->text_count; i++) {
        SentenceContext context = {check, file, &file->texts[i]};
        if (file->texts[i].use == TEXT_SENTENCE || file->texts[i].use == TEXT_BODY)
            measure_each_sentence(file->texts[i].text, file->lang, check->sentences, &context, sentence_check);
    }
}

void rule_reading_grade(Check *check, const CheckFile *file)
{
    if (!file->page || !readability_is_measured(file->lang)) return;
    double grade = readability_grade(&file->measure.readability, file->lang);
    if (grade > check->pack->reading_grade)
        diag_error(check->diags, check_key(file, "parts"), "reading-grade", "use shorter sentences and everyday words",
                   "this page asks for school grade %.1f; the pack allows %d", grade, check->pack->reading_grade);
}

void rule_take_home_bytes(Check *check, const CheckFile *file)
{
    const char *text = file->page ? file->page->take_home : file->questions ? file->questions->take_home : NULL;
    size_t bytes = text ? strlen(text) : 0;
    if (bytes > QR_BYTES_MAX)
        diag_error(check->diags, check_key(file, "take-home"), "take-home-bytes",
                   "a letter is one byte, with an accent two; curly quotes are three",
                   "this has %zu bytes; 105 is the most, so that the code stays easy to scan", bytes);
}

void rule_link_address(Check *check, const CheckFile *file)
{
    const char *link = file->page ? file->page->link : NULL;
    if (!link) return;
    bool is_address = strncmp(link, "https://", 8) == 0 && strchr(link + 8, '.') && !strpbrk(link, " \t\n\"<>");
    if (!is_address)
        diag_error(check->diags, check_key(file, "link"), "link-address", "write it as https://example.org/page",
                   "\"%s\" is no address that a phone can open", link);
}
