#include "pack/search/search_words.h"

#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "text/text.h"

typedef struct WordWalk {
    Arena *scratch;
    const char *text;
    bool elides;
    void *context;
    SearchWordFn *word;
} WordWalk;

/* 1 for ', 3 for ’, 0 for anything else. */
static size_t apostrophe_bytes(const char *text)
{
    if (text[0] == '\'') return 1;
    return strncmp(text, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80) return false;
    return true;
}

static void apostrophes_drop(char *word)
{
    char *to = word;
    for (const char *from = word; *from; from++)
        if (*from != '\'') *to++ = *from;
    *to = '\0';
}

/* "the lamp" and "and the lamp" are words of their own in Arabic: whoever looks for a lamp finds them. */
static const char *after_article(const char *word)
{
    static const char *const articles[] = {"\u0627\u0644", "\u0648\u0627\u0644", "\u0641\u0627\u0644",
                                           "\u0628\u0627\u0644", "\u06A9\u0627\u0644"};
    for (size_t i = 0; i < ARRAY_LEN(articles); i++) {
        size_t length = strlen(articles[i]);
        if (str_starts(word, articles[i]) && word[length]) return word + length;
    }
    return word;
}

static void piece_fold(const WordWalk *walk, size_t start, size_t end)
{
    if (end == start || end - start > SEARCH_WORD_BYTES_MAX) return;
    char *piece = arena_copy_bytes(walk->scratch, walk->text + start, end - start);
    if (is_ascii(piece, end - start))
        str_lower_ascii(piece);
    else
        piece = text_fold(walk->scratch, piece);
    apostrophes_drop(piece);
    if (piece[0]) walk->word(walk->context, after_article(piece), start, end);
}

static void word_fold(void *context, size_t start, size_t end)
{
    const WordWalk *walk = context;
    for (size_t i = start; walk->elides && i < end;) {
        size_t bytes = apostrophe_bytes(walk->text + i);
        if (bytes > 0) {
            piece_fold(walk, start, i);
            start = i + bytes;
        }
        i += bytes > 0 ? bytes : 1;
    }
    piece_fold(walk, start, end);
}

static bool lang_elides(const char *lang)
{
    static const char *const eliding[] = {"fr", "it", "ca"};
    for (size_t i = 0; i < ARRAY_LEN(eliding); i++)
        if (strncmp(lang, eliding[i], 2) == 0 && (lang[2] == '\0' || lang[2] == '-')) return true;
    return false;
}

void search_each_word(Arena *scratch, const char *lang, const char *text, void *context, SearchWordFn *word)
{
    WordWalk walk = {scratch, text, lang_elides(lang), context, word};
    text_each_word(lang, text, &walk, word_fold);
}

static void query_add(void *context, const char *folded, size_t start, size_t end)
{
    SearchQuery *query = context;
    (void)start, (void)end;
    if (query->count < SEARCH_WORDS_MAX) query->words[query->count++] = folded;
}

SearchQuery search_query(Arena *arena, const char *lang, const char *text)
{
    SearchQuery query = {0};
    search_each_word(arena, lang, text, &query, query_add);
    return query;
}

SearchQuery search_plain_words(Arena *arena, const char *lang, const char *text)
{
    SearchQuery query = {0};
    WordWalk walk = {arena, text, false, &query, query_add};
    text_each_word(lang, text, &walk, word_fold);
    return query;
}

static bool rest_is(const char *typed, const char *word, bool start)
{
    return start ? str_starts(word, typed) : strcmp(word, typed) == 0;
}

static bool letters_swapped(const char *typed, const char *word, bool start)
{
    const char *typed_second = utf8_next(typed), *typed_rest = utf8_next(typed_second);
    const char *word_second = utf8_next(word), *word_rest = utf8_next(word_second);
    size_t first = (size_t)(typed_second - typed), second = (size_t)(typed_rest - typed_second);
    if (first == 0 || second == 0) return false;
    bool first_later = (size_t)(word_rest - word_second) == first && memcmp(word_second, typed, first) == 0;
    bool second_before = (size_t)(word_second - word) == second && memcmp(word, typed_second, second) == 0;
    return first_later && second_before && rest_is(typed_rest, word_rest, start);
}

/* Both are the same up to the first letter that differs; what follows has to agree in one of four ways. */
static bool one_edit(const char *typed, const char *word, bool start)
{
    size_t same = 0;
    while (typed[same] && typed[same] == word[same]) same++;
    while (same > 0 && (utf8_is_inside(typed[same]) || utf8_is_inside(word[same]))) same--;
    const char *t = typed + same, *w = word + same;
    /* People know how a word begins; without its first letter it is a different one. */
    if (same == 0) return letters_swapped(t, w, start);
    if (rest_is(utf8_next(t), utf8_next(w), start)) return true; /* a wrong letter, or none */
    if (*w && rest_is(t, utf8_next(w), start)) return true;      /* a missing one */
    if (*t && rest_is(utf8_next(t), w, start)) return true;      /* an extra one */
    return letters_swapped(t, w, start);
}

bool search_one_edit(const char *typed, const char *word)
{
    size_t typed_bytes = strlen(typed), word_bytes = strlen(word);
    if (typed_bytes < EDIT_LETTERS_MIN || utf8_count(typed) < EDIT_LETTERS_MIN) return false;
    if (typed_bytes > word_bytes + 4 || word_bytes > typed_bytes + 4) return false;
    return one_edit(typed, word, false);
}

bool search_one_edit_of_start(const char *typed, const char *word)
{
    if (strlen(typed) < EDIT_LETTERS_MIN || utf8_count(typed) < EDIT_LETTERS_MIN) return false;
    return one_edit(typed, word, true);
}
