/* helplines.h - cards with a number to call: on the crisis page and on the emergency card. */
#ifndef HEARTH_HELPLINES_H
#define HEARTH_HELPLINES_H

#include "screen/frame/chrome.h"

typedef struct HelpCard {
    const char *name, *number, *note;
    bool largest; /* number in the largest style that fits */
    bool code;    /* with a QR code that dials it */
} HelpCard;

/* A white card in the crisis colours; the number is as large as fits and never broken. */
void draw_help_card(const View *view, const Look *look, Rect box, const HelpCard *card);
/* False if its note has no room in the box: then it is left out. */
bool help_card_says_all(const View *view, const Look *look, Rect box, const HelpCard *card);
/* The dark card: "9-1-1 if someone is in danger now". Returns its height; box.h is not used. */
int draw_danger_card(const View *view, const Look *look, Rect box, const char *number);
/* Returns the height in pixels of the danger card at that width. */
int danger_card_height(const View *view, const Look *look, int width, const char *number);

#endif
