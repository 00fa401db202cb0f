/* platform_state.h - what the platform_*.c files share. */
#ifndef HEARTH_PLATFORM_STATE_H
#define HEARTH_PLATFORM_STATE_H

#include "platform/paint/canvas.h"
#include "platform/platform_events.h"
#include "platform/present.h"
#include "platform/sleeper.h"

struct Platform {
    PlatformOptions options;
    SDL_Window *window; /* NULL: hidden, or being opened anew */
    bool full_screen_later;
    Presenter presenter;
    Rotation rotation;
    double px_per_mm;

    FontSet *fonts;
    Images *images;
    Canvas *canvas;
    const Scene *scene; /* of the last platform_show */
    uint32_t *held;     /* what an entrance comes in over, as large as the canvas; NULL: nothing */
    int held_w, held_h;
    Entrance entrance; /* of the last platform_show, if it had `held` below it */
    bool was_entering;
    int failures; /* of the display, in a row */

    EventMap events;
    Sleeper sleeper;
    unsigned reasons;       /* wake reasons not yet handed out */
    int64_t cursor_hide_ms; /* INT64_MAX: it is hidden */
};

/* Opens the window that the options ask for. False if there is none to be had: SDL_GetError() says why. */
MUST_USE bool platform_window_open(Platform *platform);
void platform_window_close(Platform *platform); /* accepts a window that is not there */
/* Takes the size from the window. */
void platform_measure(Platform *platform);

#endif
