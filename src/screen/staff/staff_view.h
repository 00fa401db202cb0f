/* staff_view.h - what the screens for staff show. Plain data: the app fills it in (staff/staff.h), screens only read
 * it.
 */
#ifndef HEARTH_STAFF_VIEW_H
#define HEARTH_STAFF_VIEW_H

#include "pack/pack.h"
#include "store/state/history.h"
#include "store/slots/install.h"
#include "store/state/pin.h"
#include "store/stick/stick.h"

/* Why digits are being typed. */
typedef enum PadPurpose {
    PAD_OPENS_PANEL,
    PAD_INSTALLS,   /* what is on the stick */
    PAD_PREVIEWS,   /* the pages on a stick that nobody signed */
    PAD_SETS,       /* a new PIN */
    PAD_SETS_AGAIN, /* the same once more */
    PAD_RECOVERS,   /* the printed code, when staff have forgotten the PIN */
} PadPurpose;

typedef enum PadState {
    PAD_ASKS,
    PAD_CHECKS, /* at what was typed */
    PAD_WRONG,
    PAD_WEAK,    /* a new PIN that is easy to guess */
    PAD_DIFFERS, /* from the first time */
    PAD_BROKEN,  /* the file with the PIN cannot be read */
    PAD_NO_PIN,  /* none has been set */
    PAD_SLIP,    /* a group of the code cannot be what was printed */
} PadState;

/* How many digits, never which. */
typedef struct Pad {
    PadPurpose purpose;
    PadState state;
    PinReason reason; /* PAD_INSTALLS */
    int digits, tries_left;
    int slip;               /* PAD_SLIP: number of the group, from 1 */
    int64_t pause_until_ms; /* 0: no pause */
} Pad;

typedef enum PackCheck { CHECK_NONE, CHECK_GOOD, CHECK_BAD } PackCheck;

typedef struct PanelPack {
    const char *id, *title, *version;
    const char *version_before; /* NULL: there is none to go back to */
    const char *signer;         /* NULL: not signed */
    Date installed;             /* year 0: not known */
    bool is_site, is_built_in;  /* came with the program */
    PackCheck check;
} PanelPack;

typedef enum ReviewKind {
    REVIEW_PAST,
    REVIEW_NOT_YET,    /* nobody has reviewed it */
    REVIEW_DRAFT,      /* of a language that still is a draft */
    REVIEW_OLDER,      /* than the page it was translated from */
    REVIEW_CALL,       /* a crisis line that nobody has called */
    REVIEW_CALL_AGAIN, /* past its day */
    REVIEW_HIDDEN,     /* in date, but taken off this kiosk */
} ReviewKind;

typedef struct ReviewItem {
    ReviewKind kind;
    const char *title, *where; /* page and pack; or a line's name and number */
    const char *lang;
    int days_over;
    const char *pack, *page; /* ids; NULL for a crisis line */
    bool is_hidden, may_hide;
} ReviewItem;

/* What is to be looked at in the packs on this kiosk. */
typedef struct Survey {
    ReviewItem *items;
    size_t count;                                                 /* of items: at most SURVEY_ITEMS_MAX */
    size_t past, drafts, hidden, crisis_overdue, crisis_uncalled; /* all there are; hidden: that are in date */
    Date newest;                                                  /* day of the latest review of any page */
    bool made, example; /* example: a pack still says that its words are examples */
} Survey;
enum { SURVEY_ITEMS_MAX = 400 };

/* A question over the panel. */
typedef enum PanelQuestion { QUESTION_NONE, QUESTION_RESTORE, QUESTION_RESTART } PanelQuestion;

/* The last thing that was done, as a key of words; NULL: nothing. */
typedef struct PanelNote {
    const char *text; /* in the language of the panel, or NULL */
    bool good;
} PanelNote;

typedef enum StickPhase {
    STICK_NOT_SHOWN,
    STICK_READING,  /* reading what is on it */
    STICK_CHOOSING, /* one of several packs */
    STICK_OFFERED,  /* a pack that can be installed */
    STICK_INSTALLING,
    STICK_DONE,
    STICK_REFUSED, /* a pack that cannot be installed */
    STICK_NOTHING, /* no pack on it that can be shown: report->state says why */
    STICK_PULLED,  /* came out too early */
} StickPhase;

typedef struct StickView {
    StickPhase phase;
    const StickReport *report; /* NULL while it is being looked at */
    size_t chosen;             /* of report->packs */
    bool needs_pin;            /* for the chosen one */
    bool all_changes;          /* every change is listed, page by page */
    ProgressState progress;
    const InstallResult *result;
    const Diags *problems; /* of the refusal */
    Verdict verdict;       /* of the refusal */
    bool report_written;   /* to the stick */
    int64_t took_ms;
} StickView;

typedef struct Health {
    int64_t running_since_ms;
    uint64_t bytes_free, bytes_total; /* total 0: not known */
    int brightness, volume;           /* percent; -1: the device has no such control */
} Health;

/* What the clock's screen shows, in its order: `at` of ACTION_CLOCK_STEP. */
typedef enum ClockField { CLOCK_DAY, CLOCK_MONTH, CLOCK_YEAR, CLOCK_HOUR, CLOCK_MINUTE, CLOCK_FIELDS } ClockField;

typedef struct ClockFields {
    Date date;
    int hour, minute;
} ClockFields;

enum { BRIGHTNESS_LEAST = 10 }; /* percent: a display that is not seen any more cannot be set brighter by touch */
enum { FIRST_LANGUAGE, FIRST_PIN, FIRST_TEST, FIRST_STEPS };
enum { TOUCH_DOTS = 5 };

typedef enum ScreenTest { TEST_COLOUR, TEST_SMALL_TEXT, TEST_EDGES, TEST_SOUND, SCREEN_TESTS } ScreenTest;
typedef enum SoundTest { SOUND_NOT_TRIED, SOUND_PLAYED, SOUND_NONE /* there is no device */ } SoundTest;

typedef struct FirstStart {
    int step;
    bool pin_is_set;
    const char *recovery; /* shown once; "" before and after */
    unsigned touched;     /* bit set of dots */
    unsigned right;       /* bit set of ScreenTest */
    SoundTest sound;
    bool from_panel; /* only the screen test, opened by staff */
} FirstStart;

/* Pages that staff look at as visitors would: of a pack on a stick, or of one that is here. */
typedef struct PreviewView {
    const Library *library;   /* of one pack; NULL: nothing is looked at */
    const char *const *pages; /* ids, in the order in which they are gone through */
    size_t count, at;
    const char *lang; /* that they are shown in */
    bool is_public;   /* visitors see them already */
} PreviewView;

typedef struct StaffView {
    bool is_open;        /* the right PIN was given */
    int64_t locks_at_ms; /* while it is open; INT64_MAX: not while something is being done */
    bool busy;           /* a task is running */
    bool has_store;      /* there is a state folder to keep packs in */
    Pad pad;
    const PanelPack *packs;
    size_t pack_count;
    const HistoryEntry *history;
    size_t history_count;
    const Survey *survey; /* never NULL */
    Health health;
    Date nothing_new_since; /* the day of the latest update, where that is long ago; year 0: it is not */
    PanelQuestion question;
    PanelNote note;
    const char *restore_id, *restore_title, *restore_version; /* what "the set before" is; NULL: there is none */
    const char *boot_sentence;                                /* what was found at the start; NULL: all was well */
    ClockFields clock;
    StickView stick;
    FirstStart first;
    PreviewView preview;
} StaffView;

#endif
