/* site.h - the clinic's own pack: its name, hours and desk, which features are on, what the loop plays when, lines for
 * this province, and the people to find (directory.h).
 *
 * A folder with a site.yaml. No topic pack can set any of it, so an update of one leaves all of this alone. Words that
 * visitors read are Lists of Word: one text for each language. */
#ifndef HEARTH_SITE_H
#define HEARTH_SITE_H

#include "base/switch_key.h"
#include "pack/directory/directory.h"
#include "pack/pack.h"

#define SITE_FILE "site.yaml"

enum { PLAYLIST_WEIGHT_MAX = 10 };

extern const char *const weekday_names[]; /* mon ... sun: bit 0 is Monday */

typedef struct OpenHours {
    unsigned days;   /* of weekday_names */
    int open, close; /* minutes of the day */
    Mark at;
} OpenHours;

typedef struct Clinic {
    List name, desk;                                 /* desk: where it is, in a sentence */
    const char *address, *phone, *email, *time_zone; /* NULL: not given */
    List hours;                                      /* OpenHours */
    TextList closed;                                 /* dates */
} Clinic;

typedef struct Features {
    bool articles, find_a_therapist, ready_to_start, reflection, search, breathing, listen, take_home_code, all_topics;
    bool sticks_install_signed;
} Features;

typedef struct IdleTimes {
    int reading_s, crisis_s, countdown_s, staff_s;
} IdleTimes;

typedef struct Brightness {
    int from, until, level; /* minutes of the day; percent */
    Mark at;
} Brightness;

typedef enum Orientation { ORIENTATION_AUTO, ORIENTATION_LANDSCAPE, ORIENTATION_PORTRAIT } Orientation;
/* Who may hear the voice that reads. Eyes-free says the same aloud of whatever a finger is on. */
typedef enum ListenBy { LISTEN_HEADPHONES, LISTEN_SPEAKER, LISTEN_OFF } ListenBy;
typedef enum EyesFreeBy { EYES_FREE_FINGERS, EYES_FREE_HEADPHONES, EYES_FREE_OFF } EyesFreeBy;
typedef enum SiteTheme { SITE_THEME_LIGHT, SITE_THEME_HIGH_CONTRAST } SiteTheme;

typedef struct Display {
    const char *language;
    TextList languages_offered; /* none: all that the home pack has */
    int orientation;            /* Orientation */
    int text_step;              /* 0, 1, 2: what a visit begins with */
    int theme;                  /* SiteTheme */
    bool reduced_motion;
    List brightness;             /* Brightness */
    int volume;                  /* percent */
    int listen;                  /* ListenBy */
    int eyes_free;               /* EyesFreeBy */
    int sound_from, sound_until; /* minutes of the day, -1: always */
} Display;

/* For people who cannot touch the screen: ui/scan.h. */
typedef enum SwitchesUse { SWITCHES_OFF, SWITCHES_ONE, SWITCHES_TWO } SwitchesUse;

typedef struct Switches {
    int use;           /* SwitchesUse */
    int first, second; /* SwitchKey: one switch chooses; of two, the first moves the ring on and the second chooses */
    int every_ms;      /* that the ring of one switch stays at a stop */
    int settle_ms;     /* after a switch has moved, for so long nothing is a press */
} Switches;

typedef struct DateRange {
    Date from, until; /* both days count */
} DateRange;

typedef struct Playlist {
    const char *id;
    List title;
    DateRange dates;
    unsigned days;   /* 0: every day */
    int from, until; /* minutes of the day, -1: all day; from after until goes past midnight */
    int seconds;     /* that a slide stays; 0: as long as it takes to read */
    int weight;      /* of ten slides, how many are of these pages; the others are of all packs */
    TextList pages;  /* "page", or "pack/page" */
    Mark at;
} Playlist;

typedef struct TextTo {
    const char *number;
    List word; /* what to text; empty: anything */
} TextTo;

/* A line for this place, after those that every kiosk has. */
typedef struct LocalLine {
    const char *id, *number;
    TextTo text_to; /* number NULL: it takes no texts */
    List name, line;
    const char *verified; /* "" or a date: the day a person called it */
    Date review_by;
    Mark at;
} LocalLine;

typedef struct Site {
    Arena arena;
    const char *dir; /* NULL: there is no site pack */
    const char *id, *version;
    TextList languages;
    bool example;     /* staff are reminded */
    const char *logo; /* within the folder, or NULL */
    Clinic clinic;
    List *welcome; /* each a List of Word: one a day */
    size_t welcome_count;
    List hide;
    Features features;
    IdleTimes idle;
    Display display;
    Switches switches;
    List playlists;       /* Playlist; the first that fits plays */
    List crisis;          /* LocalLine */
    Directory *directory; /* NULL: there is no list of people */
    const YNode *root;    /* as it was written, to name places in it */
} Site;

/* What holds without a site pack. */
const Site *site_default(void);
/* The same, to be changed and owned: site_close(). */
MUST_USE Site *site_new(void);
/* Reads a clinic's folder. NULL if there is an error. The caller owns it. */
MUST_USE Site *site_open(const char *dir, Diags *diags);
void site_close(Site *site);       /* accepts NULL */
bool site_is_dir(const char *dir); /* a folder with a site.yaml */

/* The text in `lang`, or in the same language as it is written elsewhere (zh for zh-Hans), or the first there is.
 * .lang is the language of the text; a text for all languages is taken to be in `lang`. .text is NULL without any. */
Word words_in(const List *words, const char *lang);
/* False where words_in() would answer in another language. */
bool words_have(const List *words, const char *lang);

/* The line called `id`; NULL if there is none. */
const LocalLine *site_line(const Site *site, const char *id);

/* The pack with the page that a playlist names, and its id within; NULL if there is none. Without a pack's name before
 * it, a page is looked for in all packs, the home first. */
Pack *library_page(const Library *library, const char *ref, const char **id);
/* The day's opening hours, at most so many; 0: closed all day, or none were ever given. `time` must be known. */
size_t site_hours_today(const Site *site, const CivilTime *time, OpenHours *out, size_t most);
/* The first playlist that fits; the last, which has no limits, when the clock is not known. NULL without playlists. */
const Playlist *site_playlist(const Site *site, const CivilTime *time);
/* What greets people on this day; NULL: the program's own words. */
const List *site_welcome(const Site *site, const CivilTime *time);
/* True if `lang` is one that visitors may choose, as far as the clinic says. */
bool site_offers(const Site *site, const char *lang);

extern const Schema site_schema;

/* Checks a clinic's folder completely. `library`: packs checked together with it, whose pages its playlists name; count
 * 0: not known. Returns the site if there is no error. */
MUST_USE Site *site_check(const char *dir, const CheckOptions *options, const Library *library, Diags *diags);
/* As pack_rule(), for what only a site is held to. */
const char *site_rule(size_t i, const char **doc);

#endif
