/* pack_questions.c - the questions of a pack, read when somebody first opens them. */
#include <string.h>

#include "base/fs.h"
#include "pack/pack_load.h"

static int language_index(const Pack *pack, const char *lang)
{
    for (size_t i = 0; i < pack->languages.count && i < PACK_LANGS_MAX; i++)
        if (strcmp(pack->languages.items[i], lang) == 0) return (int)i;
    return -1;
}

static int count_words(const List *parts, const char *lang)
{
    const PagePart *items = parts->items;
    int words = 0;
    for (size_t i = 0; i < parts->count; i++) words += (int)text_count_words(lang, items[i].title);
    return words;
}

static Page ready_page(const Questions *questions, EndCardKind kind, const char *id, const char *lang)
{
    const EndCard *cards = questions->end.cards.items;
    Page page = {
        .id = id,
        .lang = lang,
        .title = questions->title,
        .summary = questions->title,
        .take_home = questions->take_home,
        .parts = kind == END_CARD_WORDS ? questions->words : questions->first_call,
    };
    for (size_t i = 0; i < questions->end.cards.count; i++)
        if (cards[i].kind == (int)kind) page.title = cards[i].label;
    page.words = count_words(&page.parts, lang);
    return page;
}

static const Questions *questions_open(Pack *pack, QuestionsKind kind, int language)
{
    if (pack->questions_read[kind][language]) return pack->questions[kind][language];
    pack->questions_read[kind][language] = true;
    static const char *const files[] = {"reflection.yaml", "ready.yaml"};
    const char *lang = pack->languages.items[language];
    const char *name = arena_format(&pack->arena, "%s/%s", lang, files[kind]);
    const char *path = fs_join(&pack->arena, pack->dir, name);
    if (!fs_is_file(path)) return NULL;
    Diags diags = {0};
    Questions *questions = kind == QUESTIONS_READY ? ready_read(&pack->arena, path, name, NULL, &diags)
                                                   : reflection_read(&pack->arena, path, name, NULL, &diags);
    bool usable = questions && diags.errors == 0 && questions->questions.count > 0;
    diags_free(&diags);
    if (!usable) return NULL;
    questions->words_page = ready_page(questions, END_CARD_WORDS, READY_WORDS_ID, lang);
    questions->call_page = ready_page(questions, END_CARD_CALL, READY_CALL_ID, lang);
    return pack->questions[kind][language] = questions;
}

const Questions *pack_questions(Pack *pack, QuestionsKind kind, const char *lang)
{
    int language = language_index(pack, lang);
    const Questions *questions = language >= 0 ? questions_open(pack, kind, language) : NULL;
    return questions || pack->languages.count == 0 ? questions : questions_open(pack, kind, 0);
}

const Page *pack_ready_page(Pack *pack, const char *id, const char *lang)
{
    bool words = strcmp(id, READY_WORDS_ID) == 0;
    if (!words && strcmp(id, READY_CALL_ID) != 0) return NULL;
    const Questions *questions = pack_questions(pack, QUESTIONS_READY, lang);
    if (!questions) return NULL;
    return words ? &questions->words_page : &questions->call_page;
}
