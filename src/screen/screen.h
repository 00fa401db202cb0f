/* screen.h - screens: pure functions from what is known to a scene.
 *
 * A screen's build() reads a View and records a Scene. It changes nothing, reads no clock, and the same View gives the
 * same Scene. To add one: screen_<name>.c and a row of SCREENS in state.h. */
#ifndef HEARTH_SCREEN_H
#define HEARTH_SCREEN_H

#include "gfx/speech.h"
#include "pack/site/site.h"
#include "screen/visitor/slides.h"
#include "screen/staff/staff_view.h"
#include "screen/state.h"

typedef struct View {
    Arena *arena;           /* of this frame */
    const Library *library; /* count 0: nothing to show but the emergency card */
    const Site *site;
    const State *state;
    const Session *session;    /* &state->session */
    const SearchIndex *search; /* NULL: not there yet */
    const Slides *slides;      /* the loop */
    const Speech *speech;      /* what is read aloud while session->listening.on */
    bool can_listen;           /* there is a voice or a recording, and its sound may be heard */
    const StaffView *staff;
    const Theme *theme;
    const Viewport *viewport;
    const WordsSet *words_set;
    const Words *words; /* of lang */
    TextEngine *text;
    const char *lang;
    int64_t now_ms; /* monotonic */
    CivilTime wall;
    uint32_t week;         /* counts up; what is featured changes with it */
    int64_t minute_end_ms; /* monotonic: when wall shows the next minute */
} View;

/* True on displays below 720 pixels, which are always landscape. */
static inline bool view_is_small(const View *view) { return view->viewport->shape == SHAPE_SMALL; }
/* True if the display is higher than wide. */
static inline bool view_is_portrait(const View *view) { return view->viewport->shape == SHAPE_PORTRAIT; }
/* Returns a length in u as whole pixels. */
static inline int view_px(const View *view, double u) { return viewport_px(view->viewport, u); }

typedef enum DockKind { DOCK_FULL, DOCK_NONE } DockKind;

typedef struct ScreenType {
    const char *name;
    DockKind dock;
    /* Number of pages it is cut into here and now; NULL: one. */
    int (*page_count)(const View *view);
    /* The part of the text that the present page shows, and the page that shows a part: so that a reader keeps their
     * place when the words grow. NULL: there are no parts. */
    int (*part)(const View *view);
    int (*page_of_part)(const View *view, int part);
    void (*build)(const View *view, Scene *scene);
    /* In Reach mode: words for which the deck has room below what can be touched. NULL: none. */
    void (*deck_words)(const View *view, Scene *scene);
    bool own_view;    /* in Reach mode it draws its words itself, above the line (screen/reach/reach.h) */
    bool counts_idle; /* a visitor is here: false for the loop and the emergency card */
    bool for_staff;   /* staff are here, or a person types the PIN: left alone, it locks and goes back to the loop */
} ScreenType;

/* Returns what there is to know about a screen. */
const ScreenType *screen_type(ScreenId id);
ScreenId screen_find(const char *name); /* SCREEN_COUNT: none */

/* The sentence of the Speech that is being read. */
int listening_sentence(const Listening *listening);
/* How loud what is read aloud is, in percent. */
int view_listen_volume(const Site *site, const Listening *listening);

/* Builds the present screen with its overlay, mirrored for right-to-left languages, with the focus ring. */
void screen_build(const View *view, Scene *scene);
/* Pages of the present screen; at least 1. */
int screen_page_count(const View *view);
/* Height in pixels that one page turn moves. */
int screen_page_px(const View *view);

#endif
