/* questions.h - reflection.yaml and ready.yaml: a few questions whose answers lead to pages, or to people.
 *
 * Nothing here is a test: answers choose what to read next, and nobody is told what they "are". */
#ifndef HEARTH_QUESTIONS_H
#define HEARTH_QUESTIONS_H

#include "pack/pack.h"

enum { QUESTIONS_MAX = 8 };

typedef struct Answer {
    const char *text;
    TextList towards, set;
    Mark at;
} Answer;

typedef struct Question {
    const char *ask, *id, *filter, *any;
    List answers; /* Answer; none when they come from the directory */
    bool from_directory;
    Mark at;
} Question;

typedef enum EndCardKind { END_CARD_PEOPLE, END_CARD_WORDS, END_CARD_CALL } EndCardKind;

typedef struct EndCard {
    int kind; /* EndCardKind */
    const char *label, *text, *none, *button;
    Mark at;
} EndCard;

typedef struct QuestionsEnd {
    const char *title, *text, *clear;
    List cards; /* EndCard */
} QuestionsEnd;

typedef struct Questions {
    const char *title, *summary, *intro;
    Date reviewed;
    const char *reviewed_by, *take_home;
    List questions; /* Question */
    QuestionsEnd end;
    List words, first_call;     /* PagePart */
    Page words_page, call_page; /* of those parts, under READY_WORDS_ID and READY_CALL_ID */
} Questions;

/* The file of a pack in `lang`, or in the pack's first language. NULL if there is none. Lives as long as the pack. */
const Questions *pack_questions(Pack *pack, QuestionsKind kind, const char *lang);

/* The parts of ready.yaml as pages of their own, under these ids. */
#define READY_WORDS_ID "ready-words"
#define READY_CALL_ID "ready-first-call"
const Page *pack_ready_page(Pack *pack, const char *id, const char *lang); /* NULL: not one of them */

#endif
