/* run.h - the program from its opening to its end: events and time come in, scenes go out to the platform. */
#ifndef HEARTH_APP_RUN_H
#define HEARTH_APP_RUN_H

#include "app/app.h"

typedef struct AppOptions {
    Library library; /* taken over */
    Site *site;      /* taken over; NULL: what holds without a site pack */
    FontSet *fonts;  /* to measure text with; must outlive the app. NULL: it opens its own */
    uint32_t seed;
    double px_per_mm; /* 0: not known */
    int w, h;
    bool background;           /* allow worker threads; false: everything is done at once, the same in every run */
    Speaker *speaker;          /* taken over; NULL: nothing is read aloud */
    const StaffService *staff; /* NULL: nothing serves staff here */
    const StaffOptions *staff_options; /* for that service; its texts must outlive the app */
} AppOptions;

/* The caller owns it: app_close(). `app` must stay where it is. */
void app_open(App *app, const AppOptions *options, int64_t now_ms, CivilTime wall);
/* Overwrites the visit and frees everything. */
void app_close(App *app);

/* Shows on this display from now on. NULL takes it away. */
void app_attach(App *app, Platform *platform);
/* The display has this size now, in pixels; px_per_mm 0: not known. */
void app_resize(App *app, int w, int h, double px_per_mm);

/* Sets the time. A `now_ms` before the last one is ignored: events may carry the time at which they were queued. */
void app_set_time(App *app, int64_t now_ms, CivilTime wall);
/* Handles one event of the platform. */
void app_event(App *app, const Event *event);
/* Does what is due now without an event: long presses, slides, page turns, the voice, staff's tasks, the idle question.
 */
void app_tick(App *app);
/* When app_tick() or app_frame() next has something to do without an event; INT64_MAX: never. */
int64_t app_deadline_ms(const App *app);

/* Runs until the window is closed or a signal says so. Returns the exit status. Needs a platform. */
int app_run(App *app);

#endif
