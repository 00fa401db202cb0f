/* reading_position.h - where somebody is in a text, in terms that a change of size, language or display does not move.
 */
#ifndef HEARTH_READING_POSITION_H
#define HEARTH_READING_POSITION_H

#include "app/app.h"

typedef struct Spot {
    bool parts; /* the screen has parts; otherwise only the share of pages counts */
    int part;
    int into, span; /* pages into the part, and pages that the part takes */
    int page, pages;
} Spot;

Spot spot_read(App *app);
/* The page number that shows the spot now. */
int spot_page(App *app, const Spot *spot);

#endif
