/* crisis.h - what the crisis*.c files share: the words of the crisis page, and its layout for Reach mode. */
#ifndef HEARTH_CRISIS_H
#define HEARTH_CRISIS_H

#include "screen/crisis/helplines.h"

/* What every kiosk shows, whatever its packs say or fail to say. */
typedef struct CrisisTexts {
    const char *title, *lead;
    HelpCard lines[2];
    const char *danger;
    const char *page_ref; /* of the pack's own crisis page, NULL if it has none */
} CrisisTexts;
/* Returns the texts in the view's language: those of the pack where it has some, else those of the program. */
CrisisTexts crisis_texts(const View *view);

/* What can be said at the desk, with its marks: they count when it is measured, too. */
const char *crisis_desk_quote(const View *view);
/* Returns the height in pixels of the desk card at that width, with the quote in that style. */
int crisis_desk_height(const View *view, const Look *look, int width, TypeStyle quote);
/* Draws the card that says what a visitor can say at the desk. */
void draw_crisis_desk(const View *view, const Look *look, Rect box, TypeStyle quote);

/* That nothing is kept, and how to clear the screen. */
const char *crisis_note(const View *view);
/* Returns the height in pixels of crisis_note() at that width. */
int crisis_note_height(const View *view, const Look *look, int width);
/* Draws crisis_note() at the top of the box. */
void draw_crisis_note(const View *view, const Look *look, Rect box);

/* The pack's page on what happens when one calls; only with a page_ref. */
Button crisis_more_button(const View *view, const CrisisTexts *texts);
/* The clinic's own lines are one touch away, wherever it has any. */
Button crisis_lines_button(const View *view);
/* True if the clinic lists lines of its own. */
bool crisis_has_lines(const View *view);

/* In Reach mode the numbers come first; what has no room beside them is overleaf. */
int crisis_reach_pages(const View *view);
/* Records the crisis page for Reach mode into `scene`. */
void crisis_reach_build(const View *view, Scene *scene, const CrisisTexts *texts);
/* Records the words that stand on the deck, below what can be touched. */
void crisis_reach_deck_words(const View *view, Scene *scene);

#endif
