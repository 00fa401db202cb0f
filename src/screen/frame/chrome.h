/* chrome.h - what every visitor screen has: top bar, dock with the crisis strip, and the room between them. */
#ifndef HEARTH_CHROME_H
#define HEARTH_CHROME_H

#include "screen/screen.h"
#include "ui/widget.h"

/* The number that no pack can take away. */
#define CRISIS_NUMBER "9-8-8"

enum { STAFF_HOLD_MS = 5000 }; /* the mark, or Home, for the staff panel */

Look view_look(const View *view, Scene *scene);

/* The room between top bar and dock, inside the side margins and above the bottom padding. In Reach mode, for a screen
 * with `own_view`: the room above the line. */
Rect chrome_main(const View *view);
int chrome_margin(const View *view); /* at the sides */
int chrome_gutter(const View *view); /* between columns */
int chrome_top_height(const View *view);
int chrome_dock_height(const View *view);
int chrome_bottom_height(const View *view); /* dock, and the bar above it if there is one */
/* The keys of the search are up. They and a bar above the dock do not fit one display: there is no bar then. Letters
 * are nothing to listen to, so Listen folds the keys away, reads what was found, and gives them back. */
bool chrome_keys_up(const View *view);
int chrome_reach_width(const View *view); /* of "Reach mode is on"; 0 when it is off */

/* Back, Home and where one is: `trail` ("Attachment / Anxious") in as much room as there is. */
void chrome_top(const View *view, Scene *scene, const char *trail);
/* The words of it alone, as much as fits in the box. */
void chrome_trail(const View *view, Scene *scene, const char *trail, Rect box);
/* The mark and "nothing is kept", for the home. */
void chrome_top_home(const View *view, Scene *scene);
void chrome_dock(const View *view, Scene *scene);
/* The pill with the number, at x, y; natural width if w is 0. */
void chrome_crisis_strip(const View *view, Scene *scene, Rect box, Color ground);
int chrome_crisis_strip_width(const View *view, bool small);

/* Up, down and "Page 1 of 4" along the bottom of `room`. */
typedef struct Pager {
    int page, count;
    const char *forward; /* label of the way on; NULL: none */
    const char *end;     /* label of the button on the last page (turns to page 0); NULL: none */
    const char *status;  /* "Page 1 of 4" */
    bool line;           /* a line above it */
} Pager;
/* "Page 2 of 4", for page 1 of 4 counted from 0. */
const char *page_of_text(const View *view, int page, int count);
/* Height that a pager takes at the bottom of a room. */
int chrome_pager_height(const View *view);
/* Returns the x after its last button. */
int chrome_pager(const View *view, Scene *scene, Rect room, const Pager *pager);

/* The side of the picture over title and words in a panel, at most `side`: where a bar above the dock takes room, it is
 * the picture that gives way, and the words only after it. */
int panel_picture_side(const Look *look, Rect panel, const char *title, const char *words, int side);

/* One row with thumb, title, meta and chevron. */
typedef struct Row {
    const char *id, *title, *meta;
    ImageRef image; /* path NULL: none */
    Family family;
    Action action;
    bool meta_below; /* under the title instead of at the far end */
} Row;
void draw_row(const Look *look, Rect box, const Row *row);

/* A white card with a code of `text` in it; nothing if `text` is too long. Returns false then. */
bool draw_code(const Look *look, Rect box, const char *text);
/* The same for a contact (vCard), which is larger. */
bool draw_contact_code(const Look *look, Rect box, const char *text);

/* What a block or screen asks about pages and phone lines, from the view. */
BlockWorld view_world(const View *view);
/* "Article, 3 min" or the section's title. */
bool view_page_link(const View *view, const char *ref, PageLink *out);
/* The present pack and page of the session's place; NULL if it is gone. */
const Page *view_page(const View *view, Pack **pack);
/* The languages that visitors may choose: those of the home pack that the program speaks, as far and in the order that
 * the clinic offers them. Returns how many, at most LANGS_OFFERED_MAX. */
enum { LANGS_OFFERED_MAX = 16 };
int view_languages(const View *view, const char **langs);
/* A language's name in its own script. */
const char *language_own_name(const View *view, const char *lang);
/* What a page's code carries: its public link or its words to take home; NULL if it has neither. */
const char *page_code_text(const Page *page);
int page_minutes(const Page *page);

#endif
