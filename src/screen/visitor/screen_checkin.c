/* screen_checkin.c - everyday scenes, and what feels nearest. Ends in pages to read: no score, no label, nothing kept.
 */
#include <string.h>

#include "screen/visitor/questionnaire.h"
#include "screen/frame/view_content.h"

enum { TALLY_MAX = 32, PAGES_AT_END = 3, WEIGHT_FIRST = 2, WEIGHT_OTHER = 1 };

static Pack *home_pack(const View *view) { return view->library->packs[0]; }

/* How strongly the answers lean towards each page. Not shown, not kept: it only orders the reading. */
typedef struct Tally {
    const char *ids[TALLY_MAX];
    int weights[TALLY_MAX];
    int count;
} Tally;

static void tally_add(Tally *tally, const char *id, int weight)
{
    for (int i = 0; i < tally->count; i++) {
        if (strcmp(tally->ids[i], id) != 0) continue;
        tally->weights[i] += weight;
        return;
    }
    if (tally->count == TALLY_MAX) return;
    tally->ids[tally->count] = id;
    tally->weights[tally->count++] = weight;
}

static Tally tally_answers(const Questions *questions, const Answers *answers)
{
    Tally tally = {0};
    const Question *items = questions->questions.items;
    for (size_t i = 0; i < questions->questions.count && i < ANSWERS_MAX; i++) {
        int chosen = answers->chosen[i] - 1;
        if (chosen < 0 || (size_t)chosen >= items[i].answers.count) continue;
        const Answer *answer = &((const Answer *)items[i].answers.items)[chosen];
        for (size_t t = 0; t < answer->towards.count; t++)
            tally_add(&tally, answer->towards.items[t], t == 0 ? WEIGHT_FIRST : WEIGHT_OTHER);
    }
    return tally;
}

/* Takes out the heaviest; of equals, the one that was met first. */
static const char *tally_take(Tally *tally)
{
    int best = -1;
    for (int i = 0; i < tally->count; i++)
        if (tally->weights[i] > 0 && (best < 0 || tally->weights[i] > tally->weights[best])) best = i;
    if (best < 0) return NULL;
    tally->weights[best] = 0;
    return tally->ids[best];
}

/* With nothing answered: where each of the first sections begins. */
static const char *usual_page(const Pack *pack, int i)
{
    const Section *sections = pack->sections.items;
    if ((size_t)i >= pack->sections.count || sections[i].pages.count == 0) return NULL;
    return ((const PageEntry *)sections[i].pages.items)[0].id;
}

static int end_cards(const View *view, const Questions *questions, AskingCard *cards, bool *nothing)
{
    Tally tally = tally_answers(questions, &view->session->checkin);
    *nothing = tally.count == 0;
    int count = 0;
    for (int i = 0; i < PAGES_AT_END; i++) {
        const char *id = *nothing ? usual_page(home_pack(view), i) : tally_take(&tally);
        if (!id) break;
        PageLink link;
        const char *ref = strchr(id, '/') ? id : arena_format(view->arena, "%s/%s", home_pack(view)->id, id);
        if (!view_page_link(view, ref, &link)) continue;
        const Page *page = pack_page(home_pack(view), id, view->lang);
        cards[count++] = (AskingCard){
            .id = arena_format(view->arena, "end.%s", id),
            .meta = link.meta,
            .title = link.title,
            .text = page ? arena_copy(view->arena, page->summary) : "",
            .go = word(view->words, "checkin-read"),
            .image = link.image,
            .family = link.family,
            .action = {.kind = ACTION_OPEN_PAGE, .id = link.ref},
        };
    }
    return count;
}

static void build_end(const View *view, const Look *look, const Questions *questions)
{
    AskingCard cards[PAGES_AT_END];
    bool nothing;
    int count = end_cards(view, questions, cards, &nothing);
    Rect main = chrome_main(view);
    int controls = px(look, BUTTON_U), gap = px(look, SPACE_M_U), y = main.y + main.h - controls;
    Rect room = {main.x, main.y, main.w, main.h - controls - px(look, view->viewport->shape == SHAPE_SMALL ? 12 : 24)};
    asking_cards(view, look, room, questions->end.title,
                 nothing ? word(view->words, "checkin-nothing") : questions->end.text, cards, count);
    Button clear = {.id = "ask.clear",
                    .label = word(view->words, "checkin-clear"),
                    .icon = "x",
                    .primary = true,
                    .action = {.kind = ACTION_ANSWERS_CLEAR, .value = 0}};
    Button again = {.id = "ask.again",
                    .label = word(view->words, "checkin-again"),
                    .action = {.kind = ACTION_ANSWERS_CLEAR, .value = 1}};
    int x = main.x + draw_button(look, &clear, main.x, y, 0) + gap;
    draw_button(look, &again, x, y, 0);
}

/* The picture is the topic's own, the same beside every question: one for each answer would tell them apart for the
 * reader. */
static void build_question(const View *view, const Look *look, const Questions *questions, int step)
{
    const Question *question = &((const Question *)questions->questions.items)[step];
    const Answer *answers = question->answers.items;
    const Section *first = home_pack(view)->sections.items;
    const char *texts[ANSWERS_MAX];
    int count = 0;
    while (count < ANSWERS_MAX && (size_t)count < question->answers.count) {
        texts[count] = answers[count].text;
        count++;
    }
    AskingQuestion asking = {
        .ask = question->ask,
        .intro = questions->intro,
        .image = pack_image(home_pack(view), view->arena, first->image),
        .family = (Family)first->family,
        .answers = texts,
        .answer_count = count,
        .chosen = view->session->checkin.chosen[step],
        .step = step,
        .count = (int)questions->questions.count,
    };
    asking_question(view, look, &asking);
}

static void checkin_build(const View *view, Scene *scene)
{
    Look look = view_look(view, scene);
    const Questions *questions = pack_questions(home_pack(view), QUESTIONS_REFLECTION, view->lang);
    chrome_top(view, scene,
               arena_format(view->arena, "%s  ·  %s", word(view->words, "checkin"),
                            word(view->words, "checkin-private-short")));
    if (!questions) {
        draw_prose(&look, NODE_TEXT, TYPE_READ, word(view->words, "reading-missing"), chrome_main(view),
                   view->theme->ink, 0);
        return;
    }
    int step = view->session->checkin.step;
    if (step < (int)questions->questions.count && step < ANSWERS_MAX)
        build_question(view, &look, questions, step);
    else
        build_end(view, &look, questions);
}

const ScreenType screen_checkin = {.name = "checkin", .dock = DOCK_FULL, .build = checkin_build, .counts_idle = true};
