/* search_card.h - one thing that a search found, or one topic to look through instead. */
#ifndef HEARTH_SEARCH_CARD_H
#define HEARTH_SEARCH_CARD_H

#include "screen/frame/chrome.h"

/* A stretch of a text that is set in bold; from == to: none. */
typedef struct Marked {
    const char *text;
    size_t from, to;
} Marked;

typedef struct SearchCard {
    const char *id;
    Marked title, line; /* line: where it stands, or the words round the match */
    const char *place;  /* section or reading time: read aloud, and shown where `line` has nothing better */
    const char *lang;   /* of title and line */
    ImageRef image;     /* path NULL: none */
    Family family;
    Action action;
} SearchCard;

/* What search_hit() says, as a card. */
SearchCard search_card_of_hit(const View *view, const SearchHit *hit);
/* A section of the home pack. */
SearchCard search_card_of_section(const View *view, const Pack *pack, const Section *section);

/* Draws the card over all of the box; touching it opens what was found. */
void draw_search_card(const View *view, const Look *look, Rect box, const SearchCard *card);
/* "You can talk to someone now": before everything else. */
void draw_support_card(const View *view, const Look *look, Rect box);

/* Height of the keyboard of the search; 0 while there is none. */
int search_keys_height(const View *view);

#endif
