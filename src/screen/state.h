/* state.h - everything that changes while Hearth runs, except time and content. Plain data.
 *
 * Only app/apply.c and app/session.c write it. Screens read it. Holds ids, never pointers into a pack, so that packs
 * can be swapped. */
#ifndef HEARTH_STATE_H
#define HEARTH_STATE_H

#include "pack/directory/directory.h"
#include "pack/search/search.h"
#include "ui/scan.h"
#include "ui/player.h"

/* X(NAME, name): screen/screen_<name>.c defines `const ScreenType screen_<name>`. */
#define SCREENS(X)                                                                                                     \
    X(ATTRACT, attract)                                                                                                \
    X(HOME, home)                                                                                                      \
    X(SECTION, section)                                                                                                \
    X(READING, reading)                                                                                                \
    X(ARTICLES, articles)                                                                                              \
    X(CRISIS, crisis)                                                                                                  \
    X(LANGUAGES, languages)                                                                                            \
    X(BREATHING, breathing)                                                                                            \
    X(CHECKIN, checkin)                                                                                                \
    X(READY, ready)                                                                                                    \
    X(LIBRARY, library)                                                                                                \
    X(PACK, pack)                                                                                                      \
    X(THERAPISTS, therapists)                                                                                          \
    X(FILTERS, filters)                                                                                                \
    X(THERAPIST, therapist)                                                                                            \
    X(LINES, lines)                                                                                                    \
    X(SEARCH, search)                                                                                                  \
    X(HIDDEN, hidden)                                                                                                  \
    X(EMERGENCY, emergency)                                                                                            \
    X(PIN, pin)                                                                                                        \
    X(STAFF, staff)                                                                                                    \
    X(STICK, stick)                                                                                                    \
    X(REVIEW, review)                                                                                                  \
    X(UPDATES, updates)                                                                                                \
    X(CLOCK, clock)                                                                                                    \
    X(FIRST, first)                                                                                                    \
    X(PREVIEW, preview)

#define SCREEN_ENUM(NAME, name) SCREEN_##NAME,
typedef enum ScreenId { SCREENS(SCREEN_ENUM) SCREEN_COUNT } ScreenId;
#undef SCREEN_ENUM

typedef enum OverlayId {
    OVERLAY_NONE,
    OVERLAY_TEXT_SIZE,
    OVERLAY_STILL_READING,
    OVERLAY_CODE,
    OVERLAY_SWITCHES,
    OVERLAY_COUNT
} OverlayId;

/* Where the visitor is: a screen, what it shows, and how far they have turned. */
typedef struct Place {
    ScreenId screen;
    char ref[REF_MAX];            /* "pack/page", "pack/section" or "" */
    int page_number;              /* of the pages it is cut into, from 0 */
    int deck_page;                /* in Reach mode: which of the things to touch on that page, from 0 */
    int part;                     /* of the text, whose chip was touched last; -1: none, the page was turned */
    int accordion;                /* index of the open accordion, -1: none */
    char filter[PACK_ID_MAX + 1]; /* articles: tag, "" for all */
} Place;

enum { BACK_MAX = 24, ANSWERS_MAX = 8 };

/* Answers to the questions of a check-in, or of "Ready to start?". Kept for this visit only. */
typedef struct Answers {
    int step;                   /* the question that is asked now; the number of questions: the end */
    int8_t chosen[ANSWERS_MAX]; /* index of the answer + 1; 0: skipped or none of these */
} Answers;

/* What is in the search field, and what was found for it. Kept for this visit only. */
typedef struct SearchState {
    char query[SEARCH_QUERY_BYTES];
    int keys;             /* KeysPage */
    char relatives_of[8]; /* the letter that is held; "": none */
    bool ready;           /* the index was there when it was searched */
    bool support;         /* a person in danger may type what was typed */
    SearchResults results;
} SearchState;

/* What the bar says when nothing is read any more, before it goes. */
typedef enum ListenNotice { LISTEN_NOTICE_NONE, LISTEN_NOTICE_ENDED, LISTEN_NOTICE_HEADPHONES } ListenNotice;

enum { LISTEN_SPEED_MAX = 2, LISTEN_VOLUME_STEP = 15 };

/* A page that is read aloud. All zero: it is not. */
typedef struct Listening {
    bool on;       /* the bar is up */
    bool recorded; /* spoken by a person, not by the voice: the player has it as one long sentence */
    int read;      /* of a recording: the sentence of the view's Speech that it has come to */
    Player player; /* of the voice: its sentence is one of the view's Speech */
    int speed;     /* steps from the usual, -LISTEN_SPEED_MAX to LISTEN_SPEED_MAX */
    int volume;    /* steps of LISTEN_VOLUME_STEP percent from what the clinic has set */
    ListenNotice notice;
    int64_t close_ms; /* when the bar goes, while it has a notice */
} Listening;

/* Eyes-free. All zero: off. */
typedef struct EyesFree {
    bool on;
    int node; /* of the scene: what was said last; -1: nothing yet */
} EyesFree;

/* What one visitor does. Forgotten (overwritten) at the end of a visit. */
typedef struct Session {
    Place place;
    Place back[BACK_MAX];
    int back_count;
    char lang[16];
    int text_step; /* 0, 1, 2 */
    bool high_contrast, reach;
    OverlayId overlay;
    char focus[96];              /* node id with the keyboard focus; "": none, no ring is drawn */
    char pressed[96];            /* node id under a finger */
    int drag_px;                 /* how far the page follows the finger: negative is up, to the next page */
    int turn_from;               /* page that a running turn comes from */
    int64_t turn_start_ms;       /* 0: no page is turning */
    int turn_offset_px;          /* where the finger let go */
    bool breathing;              /* running */
    int64_t breathing_start_ms;  /* start, less what was paused */
    int64_t breathing_paused_ms; /* how far it had come when paused */
    int breathing_speed;
    Answers checkin, ready;
    DirectoryFilter people; /* what kind of therapist is looked for */
    SearchState search;
    ScanPlace scan; /* of the ring that a switch moves */
    int switches;   /* SwitchesUse + 1, as chosen in this visit; 0: as the clinic says */
    int scan_pace;  /* steps slower (or, negative, faster) than the clinic says */
    Listening listening;
    EyesFree eyes;
    int64_t last_input_ms;
    int64_t warned_ms; /* when "Still reading?" came up; 0: it is not up */
} Session;

typedef struct State {
    Session session;
    /* The loop: which slide, since when. Not about any visitor. */
    int slide;
    int64_t slide_start_ms;
    int64_t screen_start_ms; /* when the present screen was entered */
    bool reduced_motion;
    uint32_t seed; /* orders the loop */
} State;

#endif
