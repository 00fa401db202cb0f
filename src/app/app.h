/* app.h - the running program as data: state, content, the scene that is up. What it does is in the files beside this
 * one; src/README.md says in which order they know each other.
 *
 * No file of app/ reads a clock: app->now_ms and app->wall are what the caller says, so that a script can play months
 * in seconds. */
#ifndef HEARTH_APP_H
#define HEARTH_APP_H

#include "app/search_loader.h"
#include "app/transition.h"
#include "platform/paint/fontset.h"
#include "gfx/speech.h"
#include "platform/platform.h"
#include "platform/sound/speaker.h"
#include "screen/screen.h"
#include "ui/explore.h"

enum { NODE_ID_MAX = 96 };

typedef struct App App;
typedef struct Staff Staff;               /* staff/staff.h */
typedef struct StaffOptions StaffOptions; /* staff/staff.h */

/* A handler changes the state for one action. `action.id` lives at least as long as the call. */
typedef void ActionHandler(App *app, Action action);

/* The service for staff, which the layer above hands to the app: the PIN, the panel, sticks, updates. */
typedef struct StaffService {
    ActionHandler *const *handlers; /* of STAFF_ACTIONS, by ActionKind; NULL for those of visitors */
    /* Sets app->staff and app->staff_view, at the end of app_open(). */
    void (*open)(App *app, const StaffOptions *options);
    void (*close)(App *app);
    void (*attach)(App *app, Platform *platform); /* a display has come; NULL: it has gone */
    void (*tick)(App *app);
    int64_t (*deadline_ms)(const App *app); /* when tick() has something to do; INT64_MAX: never */
    void (*forget_left)(App *app);          /* after each action: forgets what belongs to a screen that was left */
} StaffService;

/* The node that a finger presses. The action is copied at that moment: what was touched is what opens, even if another
 * slide has come up since. */
typedef struct Press {
    bool active;
    bool dock;   /* on the dock, the crisis line or a key: a finger that moves from there turns no page */
    bool key;    /* of the keyboard */
    bool held;   /* the long press has acted: lifting the finger is no tap any more */
    bool slides; /* the finger may slide to the keys that the long press has brought up */
    bool hold_slides;
    int repeat_ms;
    char id[NODE_ID_MAX];
    Action action, hold; /* their ids are in action_id and hold_id */
    char action_id[REF_MAX], hold_id[REF_MAX];
    int64_t start_ms, hold_at_ms; /* hold_at_ms INT64_MAX: a long press does nothing here */
} Press;

typedef enum DragKind {
    DRAG_NONE,
    DRAG_TURNS,   /* the page follows the finger */
    DRAG_IGNORED, /* sideways, or there is nothing to turn */
} DragKind;

typedef struct Input {
    GestureState gesture;
    ExploreState explore; /* what eyes-free makes of the same fingers */
    Press press;
    DragKind drag;
    int64_t unpress_ms; /* a quick tap is shown as pressed until then; INT64_MAX: none */
    ScanSwitch switches[2];
    int64_t scan_next_ms; /* when the ring moves by itself; INT64_MAX: it does not */
    KeyKind held;         /* key that is down: Enter does not repeat */
    int64_t staff_at_ms;  /* Home is held, as the mark is by touch: staff are asked then; INT64_MAX: it is not */
    bool focus_wanted;    /* a key has acted: what comes up gets a focus, so that the keyboard is not lost */
    char focus_behind[NODE_ID_MAX]; /* focus before an overlay came up */
} Input;

/* The listener holds what reading aloud and eyes-free need besides the session. */
typedef struct Listener {
    Speaker *speaker; /* owned; NULL: nothing can be said */
    Speech speech;    /* of the page that is read */
    Place place;      /* where it was read last */
    bool eyes_wants;  /* what eyes-free says is on its way */
    Place eyes_place; /* what it has told last */
    OverlayId eyes_overlay;
    JackState eyes_jack;
    int fetched[SPEAKER_SLOTS]; /* the sentence that each slot holds, -1: none */
    int64_t *starts_ms;         /* of a recording: when each sentence begins, and its end; in the speech's arena */
} Listener;

struct App {
    const State *state; /* to read. It is changed by handlers, session.c and forget.c: see session.h */
    State *own_state;   /* the same, for those files alone; tests/tools/writers.sh holds that */
    Input input;
    Transition transition;
    const StaffService *staff_service; /* NULL: nothing serves staff here */
    Staff *staff;                      /* that service's own; NULL without one */
    const StaffView *staff_view;       /* what screens for staff show; never NULL */
    int64_t clock_floor_s;             /* a wall clock before it cannot be right; 0: any time may be */
    Site *site;                        /* owned */
    Library library;                   /* owned */
    WordsSet *words;
    FontSet *own_fonts; /* owned; NULL: the text is measured with the platform's */
    TextEngine *text;
    SearchLoader search;
    Listener listener;
    bool background; /* allow worker threads; scripts and audits set false, to be the same in every run */
    Slides slides;
    unsigned slides_when;
    uint32_t slides_week;
    const Playlist *playlist;   /* of the site: what the slides were made from */
    char slide_before[REF_MAX]; /* the page of the slide that is fading out */
    int64_t slide_prepared_ms;  /* slide_start_ms of the slide whose next one is prepared */
    Viewport viewport;
    Platform *platform; /* not owned; NULL: nothing is shown (tests, audits) */
    Arena arenas[2];    /* the last two scenes: the present one, and the one it is compared with */
    Scene scenes[2];
    int current;
    int words_shown; /* on the screen: they say how long it may be untouched */
    Arena scratch;
    int64_t now_ms;
    CivilTime wall;
    bool dirty;         /* the state has changed since the scene was built */
    bool wiped;         /* the session was wiped: the next app_frame() overwrites the stack, too */
    bool repaint;       /* the same scene again: a picture has arrived, the display lost its buffers */
    int64_t retry_ms;   /* the display failed: try again then; INT64_MAX: it did not */
    long builds, shows; /* scenes built and shown so far: what a still screen must not cost */
};

/* The language that is shown now: the visitor's, or the clinic's. */
const char *app_lang(const App *app);
/* Counts weeks, for what changes from one to the next. Without a clock every start has a week of its own: the seed. */
uint32_t app_week(const App *app);
/* Local time at `wall_s`, as platform_wall_s() gives it; not known where it is below app->clock_floor_s. */
CivilTime app_civil_time(const App *app, int64_t wall_s);

#endif
