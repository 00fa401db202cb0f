/* platform.h - the machine: a window, its events, a clock, sleep. The only layer that knows SDL.
 *
 * Everything above sees logical pixels: rotation and the mapping of touches happen here. */
#ifndef HEARTH_PLATFORM_H
#define HEARTH_PLATFORM_H

#include "base/switch_key.h"
#include "gfx/scene.h"
#include "platform/entrance.h"
#include "ui/gesture.h"

typedef enum KeyKind {
    KEY_NONE,
    KEY_TAB,
    KEY_BACK_TAB,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME
} KeyKind;

typedef enum EventKind {
    EVENT_NONE,
    EVENT_POINTER,
    EVENT_KEY_DOWN,
    EVENT_KEY_UP,
    EVENT_RESIZED,
    EVENT_EXPOSED, /* show the scene again, also the same one: the window was uncovered, or a picture has arrived */
    EVENT_WOKEN,
    EVENT_QUIT
} EventKind;

enum { TYPED_MAX = 8 };

typedef struct Event {
    EventKind kind;
    Pointer pointer;
    KeyKind key;
    char types[TYPED_MAX]; /* the key of the screen that a key stands for: "7", "e", "space", "erase"; or "" */
    SwitchKey source;      /* of a key, or of a button of a mouse or joystick: what a switch may be plugged in as */
    int64_t time_ms;
} Event;

/* How the display hangs, where that is not how it is built: then the picture is turned a quarter. */
typedef enum Hanging { HANGING_AS_BUILT, HANGING_LANDSCAPE, HANGING_PORTRAIT } Hanging;

typedef struct PlatformOptions {
    int window_w, window_h; /* of the window; 0: the display's shape, as large as the desk has room for */
    bool locked;            /* the whole display and the keyboard; only a signal ends it */
    int rotation;           /* 0, 90, 180, 270 degrees clockwise */
    Hanging hanging;        /* with a rotation of 0 */
    double diagonal_mm;     /* of the display; 0: ask the system */
    bool hidden;            /* no window at all: pictures only */
    bool software;          /* no GPU even if there is one */
} PlatformOptions;

typedef struct Platform Platform;

/* Degrees that a display of this size is turned by. */
int hanging_rotation(Hanging hanging, int display_w, int display_h);
typedef struct FontSet FontSet;

/* Whether platform_open() would show on a bare console, which has no windows: no desktop is announced in the
 * environment (DISPLAY, WAYLAND_DISPLAY, SDL_VIDEODRIVER). */
bool platform_is_on_console(void);
/* NULL and a sentence on stderr if there is no display. The caller owns it. */
MUST_USE Platform *platform_open(const PlatformOptions *options);
void platform_close(Platform *platform); /* accepts NULL */

void platform_size(const Platform *platform, int *w, int *h); /* logical pixels */
double platform_px_per_mm(const Platform *platform);          /* 0: not known */
FontSet *platform_fonts(Platform *platform); /* what text is measured with, to look as it was measured */
int64_t platform_now_ms(void);               /* monotonic, never wraps */
/* The wall clock, seconds since 1970; 0 if it cannot be trusted (a board without a battery wakes up in 1970). */
int64_t platform_wall_s(void);

/* Waits for an event until `deadline_ms` (INT64_MAX: for ever). False: the time came first. */
bool platform_wait(Platform *platform, int64_t deadline_ms, Event *out);
/* The next event that has come already, without waiting. False: there is none. */
bool platform_poll(Platform *platform, Event *out);
/* Listens to the buttons of joysticks from now on, or does not. Listening costs wakes, so only where a switch is one.
 */
void platform_use_joysticks(Platform *platform, bool use);
/* Unblocks platform_wait with EVENT_WOKEN. The only call allowed from another thread. */
void platform_wake(Platform *platform);

/* `scene` comes in next: makes now, while nothing moves, what its first frame would have to wait for. Nothing is shown.
 */
void platform_prepare(Platform *platform, const Scene *scene);
/* Keeps what is shown now as what the next entrance comes in over. */
void platform_hold_picture(Platform *platform);
/* Paints what changed since the last call, and presents. False if the display failed (the caller tries again later).
 * `scene` must live until the next call. */
MUST_USE bool platform_show(Platform *platform, const Scene *scene, Entrance entrance);
/* Writes what is shown as a PNG, once all pictures on it have arrived. */
MUST_USE bool platform_save_png(Platform *platform, const char *path);
/* Forgets every cached picture of text and blanks the buffers: when a visitor leaves. */
void platform_wipe(Platform *platform);

#endif
