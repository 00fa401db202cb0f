/* tour.h - every place that a library has, one after the other, as a visitor would come to it: for previews and audits.
 */
#ifndef HEARTH_TOUR_H
#define HEARTH_TOUR_H

#include "app/app.h"

/* How the visitor has set the screen. */
typedef struct TourSettings {
    const char *lang;
    int text_step;
    bool high_contrast;
    bool reach;
    bool scan;   /* a ring is up, of one switch */
    bool listen; /* each page is read aloud */
} TourSettings;

typedef struct TourStop {
    const char *name;  /* "anxious-2": a file name, different for every stop */
    const char *group; /* "Attachment": what it stands under in an index */
    bool needs_crisis;
} TourStop;

typedef struct Tour {
    App *app;
    TourSettings look;
    const char *only; /* a screen, a section or a page; NULL: all */
    bool accordions;  /* also with each of them open */
    void *context;
    void (*stop)(void *context, const TourStop *stop);
    Arena arena;     /* of the names */
    StaffView staff; /* what the screens for staff show: an update, a stick and a survey that there might be */
} Tour;

/* Goes everywhere and calls `stop` at each place, with the app's scene built. The app must show reduced motion. */
void tour_walk(Tour *tour);

/* For the tour*.c files. Whether this stop was asked for, by its own name or its group's. */
bool tour_wants(const Tour *tour, const char *name, const char *group_id);
/* A screen on all its pages, with the tour's theme and language, but nothing else of a visitor. */
void tour_stop_quiet(Tour *tour, ScreenId screen, const char *group, const char *name);
void tour_staff(Tour *tour);

#endif
