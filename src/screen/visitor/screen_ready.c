/* screen_ready.c - three gentle questions before asking for help; ends in people, words to borrow, and what a call is
 * like. */
#include <string.h>

#include "screen/visitor/questionnaire.h"
#include "screen/therapists/therapist_list.h"
#include "screen/visitor/ready.h"

/* Languages to choose from: more would not be read. */
enum { CARDS_MAX = 3, LANGUAGES_MAX = 6 };

static Pack *home_pack(const View *view) { return view->library->packs[0]; }

/* The questions that can be asked here: one whose answers come from a list of people needs one. */
static int asked(const View *view, const Questions *questions, const Question **out)
{
    const Question *items = questions->questions.items;
    int count = 0;
    for (size_t i = 0; i < questions->questions.count && count < ANSWERS_MAX; i++)
        if (!items[i].from_directory || view_directory(view)) out[count++] = &items[i];
    return count;
}

/* The languages that most people on the list speak, most first. Returns how many. */
static int spoken_languages(const View *view, int *choices)
{
    const Directory *directory = view_directory(view);
    size_t counts[DIRECTORY_CHOICES_MAX];
    directory_counts(directory, &(DirectoryFilter){0}, GROUP_LANGUAGES, counts);
    int count = 0;
    while (count < LANGUAGES_MAX) {
        int best = -1;
        for (size_t i = 0; i < directory->choices[GROUP_LANGUAGES].count; i++)
            if (counts[i] > 0 && (best < 0 || counts[i] > counts[best])) best = (int)i;
        if (best < 0) break;
        counts[best] = 0;
        choices[count++] = best;
    }
    return count;
}

static int question_group(const Question *question)
{
    for (int group = 0; question->filter && group < DIRECTORY_GROUP_COUNT; group++)
        if (strcmp(directory_group_keys[group], question->filter) == 0) return group;
    return -1;
}

/* What a visitor may tap: the answers as written, or the languages of the list and "any". */
static int question_answers(const View *view, const Question *question, const char **texts)
{
    int count = 0;
    if (!question->from_directory) {
        const Answer *answers = question->answers.items;
        for (size_t i = 0; i < question->answers.count && count < ANSWERS_MAX; i++) texts[count++] = answers[i].text;
        return count;
    }
    int choices[LANGUAGES_MAX], languages = spoken_languages(view, choices);
    for (int i = 0; i < languages; i++) texts[count++] = choice_word(view, GROUP_LANGUAGES, choices[i]).text;
    texts[count++] = question->any ? question->any : word(view->words, "ready-any-language");
    return count;
}

static void filter_add(const View *view, const Question *question, int chosen, DirectoryFilter *filter)
{
    int group = question_group(question);
    if (group < 0 || chosen < 0) return;
    if (question->from_directory) {
        int choices[LANGUAGES_MAX], count = spoken_languages(view, choices);
        if (chosen < count) filter->on[group] |= (uint64_t)1 << choices[chosen];
        return;
    }
    if ((size_t)chosen >= question->answers.count) return;
    const Answer *answer = &((const Answer *)question->answers.items)[chosen];
    for (size_t i = 0; i < answer->set.count; i++) {
        int choice = directory_choice(view_directory(view), (DirectoryGroup)group, answer->set.items[i]);
        if (choice >= 0) filter->on[group] |= (uint64_t)1 << choice;
    }
}

DirectoryFilter ready_filter(const View *view)
{
    DirectoryFilter filter = {0};
    const Questions *questions =
        view->library->count > 0 ? pack_questions(home_pack(view), QUESTIONS_READY, view->lang) : NULL;
    if (!questions || !view_directory(view)) return filter;
    const Question *items[ANSWERS_MAX];
    int count = asked(view, questions, items);
    for (int i = 0; i < count; i++) filter_add(view, items[i], view->session->ready.chosen[i] - 1, &filter);
    return filter;
}

static void build_question(const View *view, const Look *look, const Questions *questions, const Question *question,
                           int step, int count)
{
    const char *texts[ANSWERS_MAX + 1];
    AskingQuestion asking = {
        .ask = question->ask,
        .intro = questions->intro,
        .image = pack_image(home_pack(view), view->arena, "images/12-bridge.svg"),
        .family = FAMILY_TREATMENT,
        .answers = texts,
        .answer_count = question_answers(view, question, texts),
        .chosen = view->session->ready.chosen[step],
        .step = step,
        .count = count,
    };
    asking_question(view, look, &asking);
}

static AskingCard people_card(const View *view, const EndCard *card)
{
    DirectoryFilter filter = ready_filter(view);
    size_t fitting = directory_count(view_directory(view), &filter);
    return (AskingCard){
        .id = "end.people",
        .meta = card->label,
        .title = fitting > 0 ? word_count(view->words, view->arena, "ready-people", (long)fitting)
                             : word(view->words, "therapists-count-none"),
        .text = fitting > 0 || !card->none ? card->text : card->none,
        .go = card->button ? card->button : word(view->words, "ready-see-list"),
        .image = pack_image(home_pack(view), view->arena, "images/20-connections.svg"),
        .family = FAMILY_GROWTH,
        .action = {.kind = ACTION_PEOPLE_READY},
    };
}

static int end_cards(const View *view, const Questions *questions, AskingCard *cards)
{
    static const Family families[] = {FAMILY_GROWTH, FAMILY_ATTACHMENT, FAMILY_TREATMENT};
    static const char *const images[] = {"images/20-connections.svg", "images/23-talking.svg", "images/12-bridge.svg"};
    static const char *const ids[] = {"", READY_WORDS_ID, READY_CALL_ID};
    const EndCard *items = questions->end.cards.items;
    int count = 0;
    for (size_t i = 0; i < questions->end.cards.count && count < CARDS_MAX; i++) {
        int kind = int_clamp(items[i].kind, 0, CARDS_MAX - 1);
        if (kind == END_CARD_PEOPLE) {
            if (view_directory(view)) cards[count++] = people_card(view, &items[i]);
            continue;
        }
        cards[count++] = (AskingCard){
            .id = arena_format(view->arena, "end.%d", kind),
            .meta = "",
            .title = items[i].label,
            .text = items[i].text,
            .go = items[i].button,
            .image = pack_image(home_pack(view), view->arena, images[kind]),
            .family = families[kind],
            .action = {.kind = ACTION_OPEN_PAGE,
                       .id = arena_format(view->arena, "%s/%s", home_pack(view)->id, ids[kind])},
        };
    }
    return count;
}

static void build_end(const View *view, const Look *look, const Questions *questions)
{
    AskingCard cards[CARDS_MAX];
    int count = end_cards(view, questions, cards);
    Rect main = chrome_main(view);
    int y = main.y + main.h - px(look, BUTTON_U);
    asking_cards(view, look, (Rect){main.x, main.y, main.w, main.h - px(look, 72 + 20)}, questions->end.title,
                 questions->end.text, cards, count);
    Button clear = {.id = "ask.clear",
                    .label = questions->end.clear ? questions->end.clear : word(view->words, "ready-clear"),
                    .icon = "x",
                    .primary = true,
                    .action = {.kind = ACTION_ANSWERS_CLEAR, .value = 0}};
    Button back = {.id = "ask.back",
                   .label = word(view->words, "previous"),
                   .icon = "back",
                   .action = {.kind = ACTION_ANSWER_BACK}};
    int x = main.x + draw_button(look, &clear, main.x, y, 0) + px(look, SPACE_M_U);
    draw_button(look, &back, x, y, 0);
}

static void ready_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const Questions *questions = pack_questions(home_pack(view), QUESTIONS_READY, view->lang);
    chrome_top(
        view, scene,
        arena_format(view->arena, "%s  ·  %s", word(view->words, "ready"), word(view->words, "checkin-private-short")));
    if (!questions) {
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "reading-missing"), chrome_main(view),
                   view->theme->ink, 0);
        return;
    }
    const Question *items[ANSWERS_MAX];
    int count = asked(view, questions, items), step = view->session->ready.step;
    if (step < count)
        build_question(view, &look, questions, items[step], step, count);
    else
        build_end(view, &look, questions);
}

const ScreenType screen_ready = {.name = "ready", .dock = DOCK_FULL, .build = ready_build, .counts_idle = true};
