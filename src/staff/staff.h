/* staff.h - what staff do at the kiosk: the PIN, the panel, sticks, the first start. None of it is about visitors.
 *
 * The app knows this layer by staff_service alone. Staff outlasts a visit, so it lives beside the session. Everything
 * here runs on the main thread; what takes longer than a frame is a Task for the one worker (updater.h). */
#ifndef HEARTH_STAFF_H
#define HEARTH_STAFF_H

#include <limits.h>

#include "app/app.h"
#include "staff/stick_watch.h"
#include "staff/updater.h"
#include "store/packs.h"

enum { STICK_NAME_MAX = NAME_MAX + 1 }; /* bytes of a folder name, and its end */

struct StaffOptions {
    PacksSource packs;       /* to read them anew after an update */
    const char *sticks_dir;  /* NULL: sticks are not looked for */
    bool sticks_are_folders; /* each subfolder stands for a stick */
    bool at_once;            /* no threads: for scripts */
    bool first_start;        /* ask for language and PIN if none is set */
    Date made;               /* day on which the program was made; year 0: it does not count (scripts) */
    const char *language;    /* to start with, whatever the clinic says; NULL: what it says */
    bool reduced_motion;
    const char *boot_sentence; /* what was found at the start, for staff; NULL: all was well */
    bool safe_mode;            /* the packs keep stopping the player: they were not opened, and are tried again later */
};

struct Staff {
    StaffOptions options;
    StaffView view; /* what screens see of all this */
    Updater updater;
    StickWatch watch;
    PinGuard guard;
    char typed[SECRET_BYTES], typed_before[PIN_DIGITS_MAX + 1];
    int64_t check_at_ms; /* when the typed digits are checked; INT64_MAX: not yet */
    Arena panel;         /* what the panel lists */
    Arena note;          /* what it says came of the last wish */
    Survey no_survey;
    Task *survey, *stick_read, *install; /* finished tasks that `view` points into; NULL: none yet */
    Task *waiting;   /* a service that was asked for while something else was being done; NULL: none */
    Library preview; /* what view.preview shows; its pages are in preview_arena */
    Arena preview_arena;
    Place preview_from;                          /* where it goes back to */
    RecoveryCode recovery;                       /* on the screen now; wiped when that is left */
    Sticks sticks;                               /* that are in now */
    Arena stick_names;                           /* of `sticks` */
    char stick[STICK_NAME_MAX];                  /* the one on the screen; "": none */
    char seen_names[STICKS_MAX][STICK_NAME_MAX]; /* sticks that were shown, and stay in; "": free */
    int64_t stick_since_ms;                      /* when it came to its present phase */
    bool stick_pin_ok;                           /* the PIN was given for it */
    char first_ref[REF_MAX];                     /* page whose slide is shown first when the loop goes on; "": any */
    int *locks;                                  /* see content_lock() */
    size_t lock_count;
    int64_t opened_ms;
    int64_t fine_at_ms;  /* from then on this start is no crash; INT64_MAX: that is written down */
    Date noted_day;      /* the day that was written down last */
    bool volume_unsaved; /* it was changed by touch, and is still to be written down */
    int light;           /* percent that the hours asked for last; 0: nothing yet */
};

/* For AppOptions: the PIN, the panel, sticks and updates, on this app. */
extern const StaffService staff_service;

/* Today by the app's wall clock; year 0 if that is not known. */
Date staff_today(const App *app);
/* The interface's words in the language that is shown now. */
const Words *staff_words(const App *app);
/* True while an installation runs: the screen stays, and no stick is shown over it. */
bool staff_is_working(const App *app);
/* Goes to a screen for staff. Whatever a visitor did is forgotten; the language and the contrast stay. */
void staff_show(App *app, ScreenId screen);
/* Locks the panel and goes back to the loop. */
void staff_leave(App *app);
/* Shows on the panel what came of the last action; `text` NULL: nothing. It is copied. */
void staff_note(App *app, bool good, const char *text);
/* Gives the task to the worker, which must be idle, and takes it over. */
void staff_start(App *app, Task *task);
/* Lists in `task` all packs that visitors see, also what came with the program. */
void staff_list_shown(const App *app, Task *task);

#endif
