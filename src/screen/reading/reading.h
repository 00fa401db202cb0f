/* reading.h - a page cut to fit the screen: what the reading screen lays out before it draws. */
#ifndef HEARTH_READING_H
#define HEARTH_READING_H

#include "screen/frame/chrome.h"

typedef struct Reading {
    Pack *pack;
    const Page *page;
    PagePlace place;
    bool placed; /* it stands in a section or among the articles */
    Family family;
    Rect column, rail; /* rail is empty where it goes to a page of its own at the end */
    Rect picture;      /* before the text, in Reach mode on a wide screen; else empty */
    bool rail_beside;
    bool wrong_way; /* the page is written in the other direction than the interface */
    int title_h;    /* above the chips on the first page */
    int chips_h;
    int body_h; /* for text, on every page but the first */
    Flow flow;
    const FlowPage *pages;
    int text_pages, page_count;
} Reading;

/* Lays out the page of the session's place. False if it cannot be read any more. */
bool reading_layout(const View *view, Reading *out);

/* The page itself, below the top bar: text, rail, and the way through its pages. */
void reading_body(const View *view, Scene *scene, const Reading *reading);
/* What stands at the side on a wide screen, or on a page of its own on others. */
void reading_rail(const View *view, Scene *scene, const Reading *reading, Rect box, bool last_page);

/* In Reach mode: everything of it that can be touched, recorded into `box` to be lifted from there. */
void reading_rail_deck(const View *view, Scene *scene, const Reading *reading, Rect box, bool last_page);

#endif
