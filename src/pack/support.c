#include "pack/support.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "pack/pack_load.h"
#include "pack/search/search_words.h"

enum {
    START_LETTERS_MIN = 4, /* of a phrase's only word, before it counts as begun */
    LAST_LETTERS_MIN = 2,  /* of a phrase's last word, when those before it are there */
    BETWEEN_MAX = 1,       /* words between two of a phrase: "he often hits me" */
};

typedef struct Phrase {
    SearchQuery words;
    const char *joined; /* without anything between them: "killmyself" */
} Phrase;

/* What one file says. */
typedef struct SupportWords {
    const char *lang;
    Phrase *phrases, *harmless;
    size_t count, harmless_count;
    const Signs *signs;
} SupportWords;

struct Support {
    Arena arena; /* holds everything but `files` */
    SupportWords *files;
    size_t file_count, capacity;
};

/* LANG/support.yaml as it stands in the file. */
static const Field support_fields[] = {
    {F_TEXTS(SupportFile, phrases, "phrases"), .flags = FIELD_REQUIRED, .min = 1, .max = 300, .item_max = 60,
     .doc = "what somebody in danger may type into the search: as people write it, without capitals or full stops",
     .example = "[I want to die, he hits me]"},
    {F_LIST(SupportFile, roles, "roles"), .schema = &support_role_schema, .max = 150,
     .doc = "lists of words that can stand for one another: who hurts, what they do, whom"},
    {F_LIST(SupportFile, signs, "signs"), .schema = &support_sign_schema, .max = 120,
     .doc = "roles that together mean danger, in any order and with any words between them"},
    {F_TEXTS(SupportFile, harmless, "harmless"), .max = 200, .item_max = 60,
     .doc = "what sounds like it and is none: these words, in this order, do not count", .example = "[killing time]"},
    {0},
};
const Schema support_schema = {
    .name = "support",
    .doc = "LANG/support.yaml: words after which the search shows help first; nobody ever sees this list",
    .size = sizeof(SupportFile),
    .fields = support_fields,
};

static const char *words_join(Arena *arena, const SearchQuery *words)
{
    const char *joined = "";
    for (size_t i = 0; i < words->count; i++) joined = arena_format(arena, "%s%s", joined, words->words[i]);
    return joined;
}

static Phrase *phrases_new(Arena *arena, const char *lang, const TextList *texts, size_t *count)
{
    Phrase *phrases = ARENA_ARRAY(arena, Phrase, texts->count + 1);
    *count = 0;
    for (size_t i = 0; i < texts->count; i++) {
        SearchQuery words = search_plain_words(arena, lang, texts->items[i]);
        if (words.count > 0) phrases[(*count)++] = (Phrase){words, words_join(arena, &words)};
    }
    return phrases;
}

static void lang_load(Support *support, const Pack *pack, const char *lang)
{
    Arena arena = {0};
    Diags unheard = {0}; /* the checker reports them; a phrase that can be read still helps */
    SupportFile file = {0};
    const char *name = pack_page_file(&arena, lang, SUPPORT_ID), *path = fs_join(&arena, pack->dir, name);
    const YNode *root = fs_is_file(path) ? yaml_read(&arena, path, name, &unheard) : NULL;
    if (root) schema_load(&support_schema, &arena, root, &file, &unheard);
    SupportWords words = {.lang = arena_copy(&support->arena, lang)};
    words.phrases = phrases_new(&support->arena, lang, &file.phrases, &words.count);
    words.harmless = phrases_new(&support->arena, lang, &file.harmless, &words.harmless_count);
    words.signs = signs_new(&support->arena, lang, &file.roles, &file.signs);
    support->files = mem_grow(support->files, support->file_count, &support->capacity, sizeof(*support->files));
    support->files[support->file_count++] = words;
    diags_free(&unheard);
    arena_free(&arena);
}

Support *support_load(const Library *library)
{
    Support *support = mem_alloc(sizeof(*support));
    for (size_t i = 0; i < library->count; i++)
        for (size_t j = 0; j < library->packs[i]->languages.count; j++)
            if (pack_lang_is_valid(library->packs[i]->languages.items[j]))
                lang_load(support, library->packs[i], library->packs[i]->languages.items[j]);
    return support;
}

void support_free(Support *support)
{
    if (!support) return;
    free(support->files);
    arena_free(&support->arena);
    free(support);
}

size_t support_count(const Support *support)
{
    size_t count = 0;
    for (size_t i = 0; i < support->file_count; i++) count += support->files[i].count;
    return count;
}

static bool word_means(const char *typed, const char *word, bool edits)
{
    return strcmp(typed, word) == 0 || (edits && search_one_edit(typed, word));
}

/* The last word that was typed may still be unfinished, in the language of the screen: elsewhere a whole word of one
 * language is the beginning of another's ("mal", "maltrata"). */
static bool word_begins(const char *typed, const Phrase *phrase, bool edits)
{
    if (!edits) return false;
    const char *last = phrase->words.words[phrase->words.count - 1];
    size_t least = phrase->words.count == 1 ? START_LETTERS_MIN : LAST_LETTERS_MIN;
    if (utf8_count(typed) < least) return false;
    return str_starts(last, typed) || search_one_edit_of_start(typed, last);
}

/* True if the phrase starts with word `from` of what was typed. */
static bool phrase_at(const Phrase *phrase, const SearchQuery *typed, size_t from, bool edits)
{
    size_t at = from;
    for (size_t i = 0; i < phrase->words.count; i++) {
        bool last_of_phrase = i + 1 == phrase->words.count, found = false;
        for (size_t skipped = 0; skipped <= (i > 0 ? BETWEEN_MAX : 0) && at + skipped < typed->count && !found;
             skipped++) {
            const char *word = typed->words[at + skipped];
            found = word_means(word, phrase->words.words[i], edits);
            if (!found && last_of_phrase && at + skipped + 1 == typed->count) found = word_begins(word, phrase, edits);
            if (found) at += skipped + 1;
        }
        if (!found) return false;
    }
    return true;
}

/* Where no spaces are written, ICU sees words begin in other places each time. */
static bool is_chinese(const char *text) { return (unsigned char)text[0] >= 0xE3; }

/* Spaces in the wrong places or in none: "kill my self", "killmyself". From the beginning of a word. */
static bool phrase_joined_at(const Phrase *phrase, const SearchQuery *typed, const char *joined, size_t from)
{
    if (utf8_count(phrase->joined) < START_LETTERS_MIN) return false;
    size_t offset = 0;
    for (size_t i = 0; i < from; i++) offset += strlen(typed->words[i]);
    if (!str_starts(joined + offset, phrase->joined)) return false;
    /* It has to end where a word does. */
    size_t end = offset + strlen(phrase->joined), edge = 0;
    for (size_t i = 0; i < typed->count && edge < end; i++) edge += strlen(typed->words[i]);
    return edge == end;
}

/* Blanks the words of harmless phrases, as they stand there without a word between. */
static void harmless_blank(const SupportWords *file, const SearchQuery *typed, SearchQuery *out)
{
    *out = *typed;
    for (size_t i = 0; i < file->harmless_count; i++) {
        const SearchQuery *words = &file->harmless[i].words;
        for (size_t from = 0; from + words->count <= typed->count; from++) {
            size_t same = 0;
            while (same < words->count && strcmp(typed->words[from + same], words->words[same]) == 0) same++;
            for (size_t j = 0; same == words->count && j < same; j++) out->words[from + j] = "";
        }
    }
}

static bool file_meant(const SupportWords *file, const SearchQuery *typed, Arena *arena, bool edits)
{
    SearchQuery words;
    harmless_blank(file, typed, &words);
    const char *joined = words_join(arena, &words);
    for (size_t i = 0; i < file->count; i++) {
        const Phrase *phrase = &file->phrases[i];
        if (is_chinese(phrase->joined) && strstr(joined, phrase->joined)) return true;
        for (size_t from = 0; from < words.count; from++)
            if (phrase_at(phrase, &words, from, edits) || phrase_joined_at(phrase, &words, joined, from)) return true;
    }
    return signs_met(file->signs, &words, edits);
}

bool support_meant(const Support *support, const char *lang, const char *typed)
{
    Arena arena = {0};
    SearchQuery words = search_plain_words(&arena, lang, typed);
    bool meant = false;
    for (size_t i = 0; i < support->file_count && !meant; i++)
        meant = file_meant(&support->files[i], &words, &arena, strcmp(support->files[i].lang, lang) == 0);
    arena_wipe(&arena);
    return meant;
}
