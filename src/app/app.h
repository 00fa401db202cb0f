/* app.h - the running program: state, content, the scene that is up, and the loop round them.
 *
 * Events and time come in, scenes go out to the platform. State changes in apply.c alone. Nothing here reads a clock:
 * `now_ms` and `wall` are what the caller says, so that a script can play months in seconds. */
#ifndef HEARTH_APP_H
#define HEARTH_APP_H

#include "app/listen.h"
#include "app/search_loader.h"
#include "app/transition.h"
#include "platform/paint/fontset.h"
#include "platform/platform.h"
#include "screen/screen.h"
#include "ui/explore.h"

enum { NODE_ID_MAX = 96 };

typedef struct App App;
typedef struct Staff Staff;               /* staff/staff.h */
typedef struct StaffOptions StaffOptions; /* staff/staff.h */

/* What an action does: changes the state. `action.id` lives at least as long as the call. */
typedef void ActionHandler(App *app, Action action);

/* What the app asks of the layer above it that serves staff: the PIN, the panel, sticks, updates. */
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

/* What a finger came down on. The action is kept from that moment: what was touched is what opens, even if the loop has
 * moved on. */
typedef struct Press {
    bool active;
    bool dock;   /* on a part that is live under overlays, or a key: no page turns from there */
    bool key;    /* of the keyboard */
    bool held;   /* the hold has acted: lifting is no tap any more */
    bool slides; /* and the finger may slide to what has come up */
    bool hold_slides;
    int repeat_ms;
    char id[NODE_ID_MAX];
    Action action, hold; /* their ids are in action_id and hold_id */
    char action_id[REF_MAX], hold_id[REF_MAX];
    int64_t start_ms, hold_at_ms; /* hold_at_ms INT64_MAX: nothing to hold for */
} Press;

typedef enum DragKind {
    DRAG_NONE,
    DRAG_TURNS,   /* the page follows the finger */
    DRAG_IGNORED, /* sideways, or there is nothing to turn */
} DragKind;

typedef struct Input {
    GestureState gesture;
    ExploreState explore; /* the same fingers, for eyes-free */
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

struct App {
    State state;
    Input input;
    Transition transition;
    const StaffService *staff_service; /* NULL: nothing serves staff here */
    Staff *staff;                      /* that service's own; NULL without one */
    const StaffView *staff_view;       /* what screens for staff show; never NULL */
    int64_t clock_floor_s;             /* a wall clock before it cannot be right; 0: any time may be */
    Site *site;                        /* owned */
    Library library;                   /* owned */
    WordsSet *words;
    FontSet *own_fonts; /* NULL: the text is measured with somebody else's */
    TextEngine *text;
    SearchLoader search;
    Listener listener;
    bool background; /* what takes long is done beside this thread; scripts and audits wait for it */
    Slides slides;
    unsigned slides_when;
    uint32_t slides_week;
    const Playlist *playlist;   /* of the site: what the slides were made from */
    char slide_before[REF_MAX]; /* page of the slide that is fading out */
    int64_t slide_prepared_ms;  /* slide_start_ms of the slide whose next one is prepared */
    Viewport viewport;
    Platform *platform; /* not owned; NULL: nothing is shown (tests, audits) */
    Arena arenas[2];    /* the last two scenes: the present one, and the one it is compared with */
    Scene scenes[2];
    int current;
    int words_shown; /* on the screen: for how long it may lie untouched */
    Arena scratch;
    int64_t now_ms;
    CivilTime wall;
    bool dirty;         /* the state has changed since the scene was built */
    bool wiped;         /* the session was wiped: the next app_frame() overwrites the stack, too */
    bool repaint;       /* the same scene again: a picture has arrived, the display lost its buffers */
    int64_t retry_ms;   /* the display failed: try again then; INT64_MAX: it did not */
    long builds, shows; /* scenes built and shown so far: what a still screen must not cost */
};

typedef struct AppOptions {
    Library library; /* taken over */
    Site *site;      /* taken over; NULL: what holds without a site pack */
    FontSet *fonts;  /* to measure text with; must outlive the app. NULL: it opens its own */
    uint32_t seed;
    double px_per_mm; /* 0: not known */
    int w, h;
    bool background;                   /* what takes long may be done on a thread of its own */
    Speaker *speaker;                  /* taken over; NULL: nothing is read aloud */
    const StaffService *staff;         /* NULL: nothing serves staff here */
    const StaffOptions *staff_options; /* for that service; its texts must outlive the app */
} AppOptions;

/* The caller owns it: app_close(). `app` must stay where it is. */
void app_open(App *app, const AppOptions *options, int64_t now_ms, CivilTime wall);
void app_close(App *app);

/* Shows on this display from now on. NULL takes it away. */
void app_attach(App *app, Platform *platform);
void app_resize(App *app, int w, int h, double px_per_mm);

/* Does what the action asks for, if the flags of its row allow it now. */
void app_apply(App *app, Action action);

/* The handler of this action; NULL for one of staff's where nothing serves staff. For app_apply() and for tests. */
ActionHandler *action_handler(const App *app, ActionKind kind);

void app_set_time(App *app, int64_t now_ms, CivilTime wall);
/* Local time at `wall_s`, as platform_wall_s() gives it; not known where it is below app->clock_floor_s. */
CivilTime app_civil_time(const App *app, int64_t wall_s);
void app_event(App *app, const Event *event);
/* What time alone does: holds, stuck fingers, slides, pages that have turned, idle visitors. */
void app_tick(App *app);
/* Builds the scene if it may look different now, and shows it if it does. */
void app_frame(App *app);
/* When app_frame() next has something to do without an event; INT64_MAX: never. */
int64_t app_deadline_ms(const App *app);

/* A view of the present state. It is good until the state or the time changes. Without an arena nothing can be built
 * from it. */
View app_view(const App *app, Arena *arena);
/* The scene that is up, rebuilt first if the state has changed. */
const Scene *app_scene(App *app);
const char *app_lang(const App *app);
/* Counts weeks, for what changes from one to the next. Without a clock every start has a week of its own: the seed. */
uint32_t app_week(const App *app);

/* Runs until the window is closed or a signal says so. Returns the exit status. Needs a platform. */
int app_run(App *app);

/* Keeps what is shown now, for the next scene to come in over. */
void app_begin_transition(App *app, TransitionKind kind);

/* input.c */
void input_init(Input *input, double px_per_mm);
void input_event(App *app, const Event *event);
void input_tick(App *app);
int64_t input_deadline_ms(const App *app);
/* Lets go of whatever is pressed: what is under the finger is not the same any more. */
void input_forget_press(App *app);

/* `action` with its id copied to `id`, so that the scene which carries it may go. An id that is too long becomes "",
 * and the action ACTION_NONE: half of an id would name something else. */
Action action_keep(Action action, char id[REF_MAX]);

/* loop_slides.c */
const Slide *slides_current(const App *app); /* NULL: there is none */
void slides_refresh(App *app);               /* the right ones for the hour and the language */
void slides_reseed(App *app, uint32_t seed);
void slides_show(App *app, int slide); /* from now on */
void slides_tick(App *app);
int64_t slides_deadline_ms(const App *app);

#endif
