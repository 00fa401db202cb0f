/* staff_parts.h - what screens for staff are made of: bar, cards, numbers, steps, the pad, a question. */
#ifndef HEARTH_STAFF_PARTS_H
#define HEARTH_STAFF_PARTS_H

#include "screen/frame/chrome.h"

/* A Look whose words do not grow: staff screens are full, and are read from near. */
Look staff_look(const View *view, Scene *scene);

/* Mark or Back, where one is, and the lock. Locked, the crisis strip is in the lock's place: anyone may stand here. */
void staff_top(const View *view, Scene *scene, const char *place, bool back);
/* The room below the bar. */
Rect staff_main(const View *view);
/* Cuts the room in two: side by side, or in portrait one over the other. `share` of 100 is the first's. */
void staff_split(const View *view, Rect room, int share, Rect *first, Rect *second);
enum { HEAD_GAP_U = 10 }; /* below the heading of a card, above the sentence that explains it */

/* Draws a card; returns what is inside its padding. */
Rect staff_card(const Look *look, Rect box);
Rect staff_inside(const Look *look, Rect box); /* the same, without the card */
/* Draws a pane of the family's tint; returns what is inside its padding. */
Rect staff_pane(const Look *look, Rect box, Family family);

/* A number that carries the news, and a few words below it. */
typedef struct Stat {
    const char *number, *label;
} Stat;
/* In one row, as wide as the box; returns its height. */
int staff_stats(const Look *look, int x, int y, int w, const Stat *stats, size_t count);

typedef enum StepMark { STEP_AHEAD, STEP_NOW, STEP_DONE, STEP_FAILED } StepMark;
typedef struct Step {
    StepMark mark;
    const char *title, *text;
} Step;
/* Circles joined by a line, each with a title and a sentence. Returns the height. */
int staff_steps(const Look *look, Rect box, const Step *steps, size_t count);

/* Buttons from left to right, wrapping; returns the height. Those without an id are left out. */
int staff_buttons(const Look *look, Rect box, const Button *buttons, size_t count);
/* Returns the height in pixels that staff_buttons() takes at the width `w`. */
int staff_buttons_height(const Look *look, int w, const Button *buttons, size_t count);

/* Light and sound, each with less and more: one row, or one below the other. Height 0: the device has neither. */
int staff_levels_height(const View *view, const Look *look, int w);
/* Draws the levels of light and sound into the box. */
void staff_levels(const View *view, const Look *look, Rect box);

typedef struct FactRow {
    const char *icon, *label, *value;
    const char *brief; /* the value where it has too little room; NULL: it is short */
    ScreenId opens;    /* SCREEN_COUNT: nothing */
    bool warns;
} FactRow;
/* The least height: of a row that opens something a finger's, of another its words'. */
int staff_fact_height(const Look *look, int w, const FactRow *row);
/* Draws a row with icon, label and value over all of the box. */
void staff_fact(const View *view, const Look *look, Rect box, const FactRow *row);

/* Twelve keys on their bed, and circles for the digits. */
int staff_pad_width(const Look *look, bool small);
/* Returns the height of the bed with the keys in pixels. */
int staff_pad_height(const Look *look, bool small);
/* Draws the keys, the bed with its top left corner at x, y. */
void staff_pad(const View *view, const Look *look, int x, int y, bool small);
/* The groups of a recovery code; one with a slip in it is marked. */
int staff_code_height(const Look *look);
/* Draws the groups of the code that is being typed, from x, y on. */
void staff_code(const View *view, const Look *look, int x, int y, const Pad *pad);
/* Draws a circle for each digit of a PIN, `count` of them filled. Returns the height in pixels. */
int staff_digits(const View *view, const Look *look, int x, int y, int count);

/* A question over everything: the safe answer first, and for a touch beside the card. */
void staff_question(const View *view, const Look *look, const char *title, const char *text, Button safe, Button other);

/* "24 November 2026", or a dash. */
const char *staff_date(const View *view, Date date);
/* "40 MB", "1.2 GB". */
const char *staff_bytes(const View *view, uint64_t bytes);
/* Returns a number as digits, in the view's arena. */
const char *staff_number(const View *view, long number);

#endif
