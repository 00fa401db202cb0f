/* reading_position.h - where the visitor is in a text, in terms that hold when the text is cut into other pages: in
 * another size, language or display. */
#ifndef HEARTH_READING_POSITION_H
#define HEARTH_READING_POSITION_H

#include "app/app.h"

typedef struct ReadingPosition {
    bool parts;      /* the screen has parts; false: only the share of pages counts */
    int part;        /* index of the part that is read */
    int into, span;  /* how many pages into the part, and how many pages the part takes */
    int page, pages; /* the page number, and how many there are */
} ReadingPosition;

/* The present position. Read it before the change. */
ReadingPosition position_read(App *app);
/* The page number that shows that position now, after the change. */
int position_page(App *app, const ReadingPosition *position);

#endif
