/* platform_events.h - from SDL's events to ours, and nothing else gets through. */
#ifndef HEARTH_PLATFORM_EVENTS_H
#define HEARTH_PLATFORM_EVENTS_H

#include <SDL.h>

#include "platform/platform.h"
#include "platform/rotation.h"

enum {
    MOUSE_AFTER_TOUCH_MS = 700, /* X servers make a mouse of every touch, some a little later */
    FINGER_LOST_MS = 30000,     /* a panel that was unplugged never says that the finger has lifted */
};

typedef struct EventMap {
    Rotation rotation;
    bool may_leave;     /* the window's close button and Ctrl+Q end the program: it is not locked */
    int fingers;        /* on the glass */
    int64_t touched_ms; /* the last time a finger did anything; 0: never */
    bool mouse_down;
    int mouse_x, mouse_y;
} EventMap;

/* False: nothing that concerns anyone. */
bool event_translate(EventMap *map, const SDL_Event *from, int64_t now_ms, Event *out);
/* True if a real mouse moved or was pressed, not a touch in disguise. */
bool event_is_from_mouse(const EventMap *map, const SDL_Event *from, int64_t now_ms);

#endif
