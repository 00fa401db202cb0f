/* staff.h - what staff do at the kiosk: the PIN, the panel, sticks, the first start. None of it is about visitors.
 *
 * Lives beside the session, since it outlasts a visit; what is typed is overwritten as soon as it was looked at, or
 * left. */
#ifndef HEARTH_STAFF_H
#define HEARTH_STAFF_H

#include "app/packs.h"
#include "staff/stick_watch.h"
#include "app/transition.h"
#include "staff/updater.h"
#include "screen/screen.h"

typedef struct App App;

enum {
    PAD_SETTLE_MS = 1200,          /* nothing more is typed: it is looked at */
    PAD_IDLE_MS = 60 * 1000,       /* a pad left alone goes away */
    STICK_SENTENCE_MS = 20 * 1000, /* a sentence that nobody touches, on a locked kiosk */
    STICK_PULLED_MS = 8 * 1000,
    STICK_DONE_MS = 60 * 1000,
    FIRST_IDLE_MS = 3 * 60 * 1000,
    STICK_NAME_MAX = 64,
};

typedef struct StaffOptions {
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
} StaffOptions;

typedef struct Staff {
    StaffOptions options;
    StaffView view; /* what screens see of all this */
    Updater updater;
    StickWatch watch;
    PinGuard guard;
    char typed[SECRET_BYTES], typed_before[PIN_DIGITS_MAX + 1];
    int64_t try_at_ms; /* INT64_MAX: nothing to look at yet */
    Arena panel;       /* what the panel lists */
    Arena note;        /* what it says came of the last wish */
    Survey no_survey;
    Task *survey, *look, *install; /* what view points into; NULL: none yet */
    Task *waiting;                 /* a service that was asked for while something else was being done; NULL: none */
    Library preview;               /* what view.preview shows; its pages are in preview_arena */
    Arena preview_arena;
    Place preview_from;                          /* where it goes back to */
    RecoveryCode recovery;                       /* on the screen now; wiped when that is left */
    Sticks sticks;                               /* that are in now */
    Arena stick_names;                           /* of `sticks` */
    char stick[STICK_NAME_MAX];                  /* the one on the screen; "": none */
    char dealt_with[STICKS_MAX][STICK_NAME_MAX]; /* those that were looked at, and stay in; "": free */
    int64_t stick_since_ms;                      /* when it came to its present phase */
    bool stick_pin_ok;                           /* the PIN was given for it */
    char first_ref[REF_MAX];                     /* page whose slide is shown first when the loop goes on; "": any */
    int *holds;                                  /* folders of packs that are shown, kept from being swept away */
    size_t hold_count;
    int64_t opened_ms;
    int64_t fine_at_ms;  /* from then on this start is no crash; INT64_MAX: that is written down */
    Date seen;           /* day that was written down last */
    bool volume_unsaved; /* it was changed by touch, and is still to be written down */
    int light;           /* percent that the hours asked for last; 0: nothing yet */
    int64_t floor_s;     /* no clock that is right can be before this; 0: not looked into */
} Staff;

/* `options` may be NULL: then nothing can be done but read. Its texts must outlive the app. */
void staff_open(App *app, const StaffOptions *options);
void staff_close(App *app);
void staff_attach(App *app, Platform *platform);
/* What is due: a PIN to look at, a task that is done, a stick, a panel left alone. */
void staff_tick(App *app);
int64_t staff_deadline_ms(const App *app);
/* After anything was done: what belongs to a screen that was left is forgotten. */
void staff_settle(App *app);
/* All that visitors see, also what came with the program, for a task that compares with it or saves it. */
void staff_list_shown(const App *app, Task *task);
/* True while what is on the screen must not be taken away by idle time or by a stick. */
bool staff_is_working(const App *app);

/* For the staff*.c files. */
Date staff_today(const App *app);
bool staff_is_here(const App *app); /* a screen for staff is up, other than the pad */
void staff_show(App *app, ScreenId screen);
void staff_leave(App *app);                             /* locks; back to the loop */
void staff_note(App *app, bool good, const char *text); /* text NULL: nothing to say */
void staff_start(App *app, Task *task);
void panel_refresh(App *app); /* what the panel lists, read anew */
void panel_survey(App *app);
void panel_done(App *app, const Task *task);
void panel_surveyed(App *app, Task *task); /* takes it over */
void pad_open(App *app, PadPurpose purpose, PinReason reason);
void pad_tick(App *app);
void pad_done(App *app, const Task *task);
void pad_wipe(App *app);
bool pad_is_looking(const App *app); /* at what was typed: on a slow machine that takes its time */
bool pad_sees(const App *app);       /* the pad, or the first start's, is on the screen */
void sticks_tick(App *app);
void sticks_install(App *app);          /* the PIN was given, or is not needed */
void sticks_done(App *app, Task *task); /* takes over TASK_LOOK and TASK_INSTALL */
int64_t sticks_deadline_ms(const App *app);
void sticks_close(App *app);
void sticks_dismiss(App *app);
const Stick *sticks_first(const App *app); /* that can be read; NULL: none is in */
void device_restart(App *app);
void device_tick(App *app); /* starts the service that waits for the worker, once that is free */
void device_done(App *app, const Task *task);
void light_follow(App *app); /* the display's light, by the hours that the clinic's pack gives */
int light_level(const List *hours, const CivilTime *now); /* percent; in no one's hours it is full */
void sound_adjust(Site *site, const char *state_dir);     /* the volume that staff have set, where they have */
int sound_level(const App *app);                          /* percent; -1: this kiosk reads nothing aloud */
bool sound_try(App *app);                                 /* plays two notes; false: there is no device */
void sound_save(App *app);
/* Where something for this stick goes: task->source, and at an installed kiosk task->stick. False:
 * nowhere. */
MUST_USE bool sticks_target(const App *app, const char *name, const char *path, Task *task);
/* Shows the changed pages of the chosen pack, if it may be shown; asks for the PIN first where that is needed. */
void sticks_preview(App *app);
void preview_done(App *app, Task *task); /* takes over TASK_PREVIEW */
void preview_close(App *app);            /* back to where it was opened */
void preview_settle(App *app);           /* lets go of the pack once its screen was left */
/* What is shown of a stick, as a file on it: where staff have shown that they are here, or at a desk. */
void sticks_report(App *app);
FoundPack *sticks_chosen(App *app); /* NULL: none */
void sticks_refuse(App *app, FoundPack *pack, Verdict verdict);
void first_begin(App *app);
void first_pin_done(App *app, const Task *task);

/* content_swap.c: reads all packs anew and shows them from now on, if nobody is reading. False if there is none: then
 * the old ones stay. With `thoroughly` every byte of the store is read first. */
bool content_swap(App *app, bool thoroughly);
void content_adjust(Site *site, const StaffOptions *options);
void content_hold(App *app);
void content_let_go(App *app);
bool language_save(const char *state_dir, const char *lang);

#endif
