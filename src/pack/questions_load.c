/* questions_load.c - reflection.yaml and ready.yaml: tables, and a file to Questions. */
#include <string.h>

#include "pack/pack_load.h"

/* A question of ready.yaml as it stands in the file: its answers may be the text "from-directory". */
typedef struct QuestionFile {
    Question question;
    const YNode *answers;
} QuestionFile;

/* Either file, whose parts and answers are still to be loaded. */
typedef struct QuestionsFile {
    Questions questions;
    List asked;             /* QuestionFile, of ready.yaml */
    List words, first_call; /* PartFile */
} QuestionsFile;

enum { ASK_MAX = 120, ANSWER_MAX = 80, INTRO_MAX = 240 };
#define FROM_DIRECTORY "from-directory"

static const Field leading_answer_fields[] = {
    {F_TEXT(Answer, text, "text"), .flags = FIELD_REQUIRED, .max = ANSWER_MAX, .doc = "what people tap",
     .example = "I keep looking at my phone."},
    {F_TEXTS(Answer, towards, "towards"), .flags = FIELD_REQUIRED, .min = 1, .max = 3,
     .doc = "ids of the pages that it speaks for; never shown as a result", .example = "[anxious]"},
    {0},
};
static const Schema leading_answer_schema = {
    .name = "reflection answer",
    .doc = "an answer that leads to pages",
    .size = sizeof(Answer),
    .mark_offset = offsetof(Answer, at) + 1,
    .fields = leading_answer_fields,
};

static const Field reflection_question_fields[] = {
    {F_TEXT(Question, ask, "ask"), .flags = FIELD_REQUIRED, .max = ASK_MAX, .doc = "an everyday situation",
     .example = "Someone you love takes hours to reply."},
    {F_LIST(Question, answers, "answers"), .flags = FIELD_REQUIRED, .schema = &leading_answer_schema, .min = 2,
     .max = 5, .doc = "what people may choose from"},
    {0},
};
static const Schema reflection_question_schema = {
    .name = "reflection question",
    .doc = "one situation, and what people may choose from",
    .size = sizeof(Question),
    .mark_offset = offsetof(Question, at) + 1,
    .fields = reflection_question_fields,
};

static const Field reflection_end_fields[] = {
    {F_TEXT(QuestionsEnd, title, "title"), .flags = FIELD_REQUIRED, .max = 60, .doc = "over the pages to read",
     .example = "Pages that may speak to you"},
    {F_TEXT(QuestionsEnd, text, "text"), .flags = FIELD_REQUIRED, .max = INTRO_MAX, .doc = "under it",
     .example = "This is not a test. It gives no label."},
    {0},
};
static const Schema reflection_end_schema = {
    .name = "reflection end",
    .doc = "what stands over the pages that the answers lead to",
    .size = sizeof(QuestionsEnd),
    .fields = reflection_end_fields,
};

static const Field reflection_fields[] = {
    {F_TEXT(QuestionsFile, questions.title, "title"), .flags = FIELD_REQUIRED, .max = 60, .doc = "of the reflection",
     .example = "Which of these sounds like you?"},
    {F_TEXT(QuestionsFile, questions.summary, "summary"), .max = 140, .doc = "one sentence, on cards"},
    {F_TEXT(QuestionsFile, questions.intro, "intro"), .flags = FIELD_REQUIRED, .max = INTRO_MAX,
     .doc = "says that nothing is kept, before the first question"},
    {F_DATE(QuestionsFile, questions.reviewed, "reviewed"), .doc = "the day somebody last read it through",
     .example = "2026-11-24"},
    {F_TEXT(QuestionsFile, questions.reviewed_by, "reviewed-by"), .flags = FIELD_ALLOW_EMPTY, .max = 80,
     .doc = "the clinician who read it; \"\" until one has", .example = "\"\""},
    {F_LIST(QuestionsFile, questions.questions, "questions"), .flags = FIELD_REQUIRED,
     .schema = &reflection_question_schema, .min = 1, .max = 8, .doc = "in the order they are asked"},
    {F_OBJECT(QuestionsFile, questions.end, "end", QuestionsEnd), .flags = FIELD_REQUIRED,
     .schema = &reflection_end_schema, .doc = "what it ends in: pages to read, never a label"},
    {0},
};
const Schema reflection_schema = {
    .name = "reflection",
    .doc = "LANG/reflection.yaml: everyday situations that end in pages worth reading",
    .size = sizeof(QuestionsFile),
    .fields = reflection_fields,
};

static const Field choosing_answer_fields[] = {
    {F_TEXT(Answer, text, "text"), .flags = FIELD_REQUIRED, .max = ANSWER_MAX, .doc = "what people tap",
     .example = "In a room, face to face"},
    {F_TEXTS(Answer, set, "set"), .max = 8,
     .doc = "values of the filter that it chooses, any of them; without it, the filter stays open",
     .example = "[in-person]"},
    {0},
};
static const Schema choosing_answer_schema = {
    .name = "ready answer",
    .doc = "an answer that sets a filter of the list of therapists",
    .size = sizeof(Answer),
    .mark_offset = offsetof(Answer, at) + 1,
    .fields = choosing_answer_fields,
};

/* Where answers are written out, in a struct that holds nothing else of them. */
static const Field answers_field = {
    F_LIST(Question, answers, "answers"),
    .schema = &choosing_answer_schema,
    .min = 2,
    .max = 6,
};

static const Field ready_question_fields[] = {
    {F_TEXT(QuestionFile, question.id, "id"), .flags = FIELD_REQUIRED, .doc = "its name, the same in each language",
     .example = "where"},
    {F_TEXT(QuestionFile, question.ask, "ask"), .flags = FIELD_REQUIRED, .max = ASK_MAX, .doc = "the question",
     .example = "Where would talking feel easiest?"},
    {F_TEXT(QuestionFile, question.filter, "filter"), .flags = FIELD_REQUIRED,
     .doc = "which filter of the list of therapists it sets", .example = "meets"},
    {F_NODE(QuestionFile, answers, "answers"), .flags = FIELD_REQUIRED, .schema = &choosing_answer_schema,
     .doc = "what people may choose from; or " FROM_DIRECTORY ": whatever the list really has",
     .example = FROM_DIRECTORY},
    {F_TEXT(QuestionFile, question.any, "any"), .max = ANSWER_MAX, .doc = "the answer that leaves the filter open",
     .example = "Any of these is fine"},
    {0},
};
static const Schema ready_question_schema = {
    .name = "ready question",
    .doc = "a question that narrows the list of therapists",
    .size = sizeof(QuestionFile),
    .mark_offset = offsetof(QuestionFile, question.at) + 1,
    .fields = ready_question_fields,
};

static const char *const card_kinds[] = {"people", "words", "first-call", NULL};

static const Field card_fields[] = {
    {F_CHOICE(EndCard, kind, "kind"), .flags = FIELD_REQUIRED, .choices = card_kinds,
     .doc = "people: the list; words and first-call: the parts below", .example = "people"},
    {F_TEXT(EndCard, label, "label"), .flags = FIELD_REQUIRED, .max = 60, .doc = "its title",
     .example = "People near here"},
    {F_TEXT(EndCard, text, "text"), .flags = FIELD_REQUIRED, .max = 140, .doc = "a sentence about it"},
    {F_TEXT(EndCard, none, "none"), .max = 140, .doc = "what stands there instead when nobody on the list fits"},
    {F_TEXT(EndCard, button, "button"), .flags = FIELD_REQUIRED, .max = 24, .doc = "what its button says",
     .example = "See the list"},
    {0},
};
static const Schema card_schema = {
    .name = "ready card",
    .doc = "one of the ways to begin",
    .size = sizeof(EndCard),
    .mark_offset = offsetof(EndCard, at) + 1,
    .fields = card_fields,
};

static const Field ready_end_fields[] = {
    {F_TEXT(QuestionsEnd, title, "title"), .flags = FIELD_REQUIRED, .max = 60, .doc = "over the cards",
     .example = "Small ways to begin"},
    {F_TEXT(QuestionsEnd, text, "text"), .flags = FIELD_REQUIRED, .max = INTRO_MAX, .doc = "under it"},
    {F_LIST(QuestionsEnd, cards, "cards"), .flags = FIELD_REQUIRED, .schema = &card_schema, .min = 1, .max = 3,
     .doc = "the ways to begin"},
    {F_TEXT(QuestionsEnd, clear, "clear"), .flags = FIELD_REQUIRED, .max = 40, .doc = "the button that forgets all",
     .example = "Clear my answers"},
    {0},
};
static const Schema ready_end_schema = {
    .name = "ready end",
    .doc = "what the questions end in",
    .size = sizeof(QuestionsEnd),
    .fields = ready_end_fields,
};

static const Field ready_fields[] = {
    {F_TEXT(QuestionsFile, questions.title, "title"), .flags = FIELD_REQUIRED, .max = 60, .doc = "of the path",
     .example = "Ready to start?"},
    {F_TEXT(QuestionsFile, questions.summary, "summary"), .flags = FIELD_REQUIRED, .max = 140,
     .doc = "one sentence, on cards"},
    {F_TEXT(QuestionsFile, questions.intro, "intro"), .flags = FIELD_REQUIRED, .max = INTRO_MAX,
     .doc = "says that nothing is kept, before the first question"},
    {F_DATE(QuestionsFile, questions.reviewed, "reviewed"), .flags = FIELD_REQUIRED,
     .doc = "the day somebody last read it through", .example = "2026-11-24"},
    {F_TEXT(QuestionsFile, questions.reviewed_by, "reviewed-by"), .flags = FIELD_ALLOW_EMPTY, .max = 80,
     .doc = "the clinician who read it; \"\" until one has", .example = "\"\""},
    {F_LIST(QuestionsFile, asked, "questions"), .flags = FIELD_REQUIRED, .schema = &ready_question_schema, .min = 1,
     .max = 4, .doc = "in the order they are asked"},
    {F_OBJECT(QuestionsFile, questions.end, "end", QuestionsEnd), .flags = FIELD_REQUIRED, .schema = &ready_end_schema,
     .doc = "what they end in"},
    {F_LIST(QuestionsFile, words, "words"), .flags = FIELD_REQUIRED, .schema = &part_schema, .min = 1, .max = 5,
     .doc = "words for a first call"},
    {F_LIST(QuestionsFile, first_call, "first-call"), .flags = FIELD_REQUIRED, .schema = &part_schema, .min = 1,
     .max = 5, .doc = "what a first call is like"},
    {F_TEXT(QuestionsFile, questions.take_home, "take-home"), .doc = "what its QR code carries; at most 105 bytes"},
    {0},
};
const Schema ready_schema = {
    .name = "ready",
    .doc = "LANG/ready.yaml: a few questions that end at people who may fit, and at words for a first call",
    .size = sizeof(QuestionsFile),
    .fields = ready_fields,
};

static Question question_load(Arena *arena, const QuestionFile *file, Diags *diags)
{
    Question question = file->question;
    const YNode *answers = file->answers;
    if (!answers) return question;
    if (answers->kind != Y_TEXT) {
        schema_load_field(&answers_field, arena, answers, &question, diags);
        return question;
    }
    question.from_directory = strcmp(answers->text, FROM_DIRECTORY) == 0;
    if (!question.from_directory)
        diag_error(diags, answers->at, "wrong-kind", "write a list of answers, or " FROM_DIRECTORY,
                   "\"%s\" are no answers", answers->text);
    return question;
}

static List questions_load(Arena *arena, const List *files, Diags *diags)
{
    const QuestionFile *from = files->items;
    Question *questions = ARENA_ARRAY(arena, Question, files->count + 1);
    for (size_t i = 0; i < files->count; i++) questions[i] = question_load(arena, &from[i], diags);
    return (List){questions, files->count};
}

static QuestionsFile *file_read(const Schema *schema, Arena *arena, const char *path, const char *name,
                                const YNode **root, Diags *diags)
{
    const YNode *node = yaml_read(arena, path, name, diags);
    if (root) *root = node;
    if (!node) return NULL;
    QuestionsFile *file = ARENA_NEW(arena, QuestionsFile);
    return schema_load(schema, arena, node, file, diags) || node->kind == Y_MAP ? file : NULL;
}

Questions *reflection_read(Arena *arena, const char *path, const char *name, const YNode **root, Diags *diags)
{
    QuestionsFile *file = file_read(&reflection_schema, arena, path, name, root, diags);
    return file ? &file->questions : NULL;
}

Questions *ready_read(Arena *arena, const char *path, const char *name, const YNode **root, Diags *diags)
{
    QuestionsFile *file = file_read(&ready_schema, arena, path, name, root, diags);
    if (!file) return NULL;
    file->questions.questions = questions_load(arena, &file->asked, diags);
    file->questions.words = parts_load(arena, &file->words, diags);
    file->questions.first_call = parts_load(arena, &file->first_call, diags);
    return &file->questions;
}
