/* questionnaire.h - what the check-in and "Ready to start?" share: a few questions, one a screen, and three cards at
 * the end.
 */
#ifndef HEARTH_QUESTIONNAIRE_H
#define HEARTH_QUESTIONNAIRE_H

#include "pack/questions.h"
#include "screen/frame/chrome.h"

typedef struct AskingQuestion {
    ImageRef image;          /* path NULL: none */
    const char *ask, *intro; /* intro: how to go about it; beside the questions, or before the first */
    Family family;           /* of the picture */
    const char *const *answers;
    int answer_count, chosen; /* chosen: the one that was tapped before, from 1; 0: none */
    int step, count;
} AskingQuestion;
/* How far one is, the question, its answers, and the controls, over all of the screen. */
void asking_question(const View *view, const Look *look, const AskingQuestion *question);

/* Bars, one a question, filled up to this one; "2 of 7" beside them. Returns the height they take. */
int asking_progress(const View *view, const Look *look, Rect box, int step, int count);
/* Previous, None of these, Skip: along the bottom of `room`. */
void asking_controls(const View *view, const Look *look, Rect room, int step);
/* Returns the height of the controls in pixels. */
int asking_controls_height(const View *view);

/* One of the cards that it ends in. */
typedef struct AskingCard {
    const char *id, *meta, *title, *text, *go; /* go: "Read this" */
    ImageRef image;
    Family family;
    Action action;
} AskingCard;
/* Title and text, then the cards side by side (one below the other in portrait) down to `bottom`. */
void asking_cards(const View *view, const Look *look, Rect room, const char *title, const char *text,
                  const AskingCard *cards, int count);

#endif
