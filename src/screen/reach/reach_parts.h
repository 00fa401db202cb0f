/* reach_parts.h - what the reach*.c files share: offers, the deck they lie on, the words above. */
#ifndef HEARTH_REACH_PARTS_H
#define HEARTH_REACH_PARTS_H

#include "screen/frame/chrome.h"
#include "screen/reach/reach.h"

/* Back, Home, Search and the mark, in the first row of the deck. */
bool reach_is_chrome(const View *view, const SceneNode *node);
/* What turns pages: the two large keys. */
bool reach_is_pager(const SceneNode *node);

typedef enum OfferKind { OFFER_CHIP, OFFER_BUTTON, OFFER_CARD } OfferKind;

/* One thing to touch, as it was on the screen it was lifted from. */
typedef struct Offer {
    OfferKind kind;
    SceneNode node;
    const char *title, *line; /* line NULL: none */
    ImageRef image;           /* a picture or "icon:NAME"; path NULL: none */
    Color pane;               /* behind the picture */
    bool primary;
} Offer;

typedef struct Offers {
    Offer *items;
    size_t count;
} Offers;

/* The targets of `part` that are not part of the chrome, in reading order. */
Offers offers_of(const View *view, const Scene *part);

/* Cards, chips and buttons in rows; returns the first that did not fit. `scene` of the look NULL: nothing is drawn. */
size_t deck_place(const Look *look, Rect room, const Offers *offers, size_t from);

/* The two large keys: nodes that say what they do; a kind of ACTION_NONE is a key that is not ready. */
typedef struct DeckKeys {
    const char *up, *down;
    const char *down_id;
    const char *down_icon;
    Action up_action, down_action;
} DeckKeys;
/* True if one of them stands above the other in a room like this; otherwise they are side by side. */
bool deck_keys_stacked(const View *view, Rect box);
/* Draws the two keys into the box. */
void deck_keys(const View *view, const Look *look, Rect box, const DeckKeys *keys);

/* Words and picture of a screen, set anew above the line. */
typedef struct ReachWords {
    Rect picture; /* empty: none */
    ImageRef image;
    const char *image_label;
    Color pane;
    Rect column;
    Flow flow;
    const FlowPage *pages;
    int page_count;
} ReachWords;
/* Collects words and picture of `part`, and lays them out for the room above the line, on as many pages as they need.
 */
ReachWords reach_words(const View *view, const Scene *part, const Offers *offers);
/* Draws the picture, and the words of one page. */
void reach_words_draw(const View *view, Scene *scene, const ReachWords *words, int page);

/* The picture of `part` that belongs to `node` (-1: to none that can be touched), largest first; NULL: none. */
const SceneItem *reach_picture(const Scene *part, int node, Color *pane);

#endif
