/* tour.h - goes to every screen and page of a library, one after the other: for previews and audits. */
#ifndef HEARTH_TOUR_H
#define HEARTH_TOUR_H

#include "app/app.h"

/* The settings that a visitor has chosen. */
typedef struct TourSettings {
    const char *lang;
    int text_step;
    bool high_contrast;
    bool reach;
    bool scan;   /* the ring of one switch is up */
    bool listen; /* each page is read aloud */
} TourSettings;

typedef struct TourStop {
    const char *name;  /* "anxious-2": a file name, different for every stop */
    const char *group; /* "Attachment": what it stands under in an index */
    bool needs_crisis; /* the crisis strip must be on it */
} TourStop;

typedef struct Tour {
    App *app;
    TourSettings settings;
    const char *only; /* a screen, a section or a page; NULL: all */
    bool accordions;  /* also with each of them open */
    void *context;
    void (*stop)(void *context, const TourStop *stop);
    Arena arena;     /* of the names */
    StaffView staff; /* what the screens for staff show: an update, a stick and a survey that there might be */
} Tour;

/* Goes everywhere and calls `stop` at each place, with the app's scene built. The app must have reduced motion. */
void tour_walk(Tour *tour);

/* For the tour*.c files. True if this stop was asked for, by its own name or its group's. */
bool tour_wants(const Tour *tour, const char *name, const char *group_id);
/* Stops at each page of a screen, with the tour's theme and language, but no other setting. */
void tour_stop_quiet(Tour *tour, ScreenId screen, const char *group, const char *name);
/* Stops at every screen for staff, with made-up packs, sticks and problems. */
void tour_staff(Tour *tour);

#endif
