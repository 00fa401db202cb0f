#include "platform/platform_events.h"

#include <stdio.h>

#include "base/utf8.h"

enum { MOUSE_FINGER = -1 };

typedef struct KeyRow {
    SDL_Keycode from;
    KeyKind to;
} KeyRow;

static const KeyRow key_rows[] = {
    {SDLK_TAB, KEY_TAB},       {SDLK_LEFT, KEY_LEFT},      {SDLK_RIGHT, KEY_RIGHT},        {SDLK_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN},     {SDLK_RETURN, KEY_ENTER},   {SDLK_KP_ENTER, KEY_ENTER},     {SDLK_SPACE, KEY_ENTER},
    {SDLK_ESCAPE, KEY_ESCAPE}, {SDLK_PAGEUP, KEY_PAGE_UP}, {SDLK_PAGEDOWN, KEY_PAGE_DOWN}, {SDLK_HOME, KEY_HOME},
};

typedef struct SourceRow {
    SDL_Keycode from;
    SwitchKey to;
} SourceRow;

static const SourceRow source_rows[] = {
    {SDLK_SPACE, SWITCH_KEY_SPACE},
    {SDLK_RETURN, SWITCH_KEY_ENTER},
    {SDLK_KP_ENTER, SWITCH_KEY_ENTER},
    {SDLK_TAB, SWITCH_KEY_TAB},
    {SDLK_BACKSPACE, SWITCH_KEY_BACKSPACE},
    {SDLK_LEFT, SWITCH_KEY_LEFT},
    {SDLK_RIGHT, SWITCH_KEY_RIGHT},
    {SDLK_UP, SWITCH_KEY_UP},
    {SDLK_DOWN, SWITCH_KEY_DOWN},
    {SDLK_1, SWITCH_KEY_1},
    {SDLK_2, SWITCH_KEY_2},
    {SDLK_3, SWITCH_KEY_3},
    {SDLK_4, SWITCH_KEY_4},
    {SDLK_KP_1, SWITCH_KEY_1},
    {SDLK_KP_2, SWITCH_KEY_2},
    {SDLK_KP_3, SWITCH_KEY_3},
    {SDLK_KP_4, SWITCH_KEY_4},
    {SDLK_F1, SWITCH_KEY_F1},
    {SDLK_F2, SWITCH_KEY_F2},
    {SDLK_F3, SWITCH_KEY_F3},
    {SDLK_F4, SWITCH_KEY_F4},
    {SDLK_F5, SWITCH_KEY_F5},
    {SDLK_F6, SWITCH_KEY_F6},
    {SDLK_F7, SWITCH_KEY_F7},
    {SDLK_F8, SWITCH_KEY_F8},
    {SDLK_F9, SWITCH_KEY_F9},
    {SDLK_F10, SWITCH_KEY_F10},
    {SDLK_F11, SWITCH_KEY_F11},
    {SDLK_F12, SWITCH_KEY_F12},
};

/* Keys held with Ctrl, Alt or the like mean something to somebody else, never to us. A key that is held down counts
 * once: hands that cannot let go quickly should not run away with the focus. */
static bool key_counts(const SDL_KeyboardEvent *key)
{
    if (key->type == SDL_KEYUP) return true; /* whatever else is held by then: it is not down any more */
    return key->repeat == 0 && (key->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) == 0;
}

static SwitchKey key_source(const SDL_KeyboardEvent *key)
{
    if (key->type == SDL_KEYDOWN && (key->keysym.mod & KMOD_SHIFT) != 0) return SWITCH_KEY_NONE;
    for (size_t i = 0; i < ARRAY_LEN(source_rows); i++)
        if (source_rows[i].from == key->keysym.sym) return source_rows[i].to;
    return SWITCH_KEY_NONE;
}

/* The upper row types digits on every layout, also where they want Shift. */
static void key_types(const SDL_Keysym *key, char out[TYPED_MAX])
{
    bool row = key->scancode >= SDL_SCANCODE_1 && key->scancode <= SDL_SCANCODE_0;
    bool pad = key->scancode >= SDL_SCANCODE_KP_1 && key->scancode <= SDL_SCANCODE_KP_0;
    if (row || pad)
        snprintf(out, TYPED_MAX, "%d", (int)(key->scancode - (row ? SDL_SCANCODE_1 : SDL_SCANCODE_KP_1) + 1) % 10);
    else if (key->sym == SDLK_BACKSPACE)
        snprintf(out, TYPED_MAX, "erase");
    else if (key->sym == SDLK_SPACE)
        snprintf(out, TYPED_MAX, "space");
    else if (key->sym > SDLK_SPACE && key->sym < SDLK_SCANCODE_MASK && key->sym != SDLK_DELETE)
        out[utf8_encode((uint32_t)key->sym, out)] = '\0';
}

static KeyKind key_translate(const SDL_KeyboardEvent *key)
{
    bool shift = (key->keysym.mod & KMOD_SHIFT) != 0;
    for (size_t i = 0; i < ARRAY_LEN(key_rows); i++) {
        if (key_rows[i].from != key->keysym.sym) continue;
        if (!shift) return key_rows[i].to;
        return key_rows[i].to == KEY_TAB ? KEY_BACK_TAB : KEY_NONE;
    }
    return KEY_NONE;
}

static bool pointer_event(const EventMap *map, PointerKind kind, int64_t finger, int display_x, int display_y,
                          Event *out)
{
    out->kind = EVENT_POINTER;
    out->pointer = (Pointer){.kind = kind, .finger = finger, .time_ms = out->time_ms};
    rotation_to_picture(map->rotation, display_x, display_y, &out->pointer.x, &out->pointer.y);
    return true;
}

/* 0..1 to a pixel; some panels report a little outside of it, and a broken one may report no number at all. */
static int axis_pixel(float position, int size)
{
    if (!(position > 0)) return 0;
    return position < 1 ? (int)(position * (float)size) : size - 1;
}

static bool finger_event(EventMap *map, const SDL_TouchFingerEvent *finger, PointerKind kind, Event *out)
{
    if (finger->touchId == SDL_MOUSE_TOUCHID) return false;
    map->touched_ms = out->time_ms;
    if (kind == POINTER_DOWN) map->fingers++;
    if (kind == POINTER_UP) map->fingers = int_max(0, map->fingers - 1);
    Rect display = rotation_to_display(map->rotation, (Rect){0, 0, map->rotation.w, map->rotation.h});
    return pointer_event(map, kind, finger->fingerId, axis_pixel(finger->x, display.w),
                         axis_pixel(finger->y, display.h), out);
}

static bool mouse_may_act(const EventMap *map, uint32_t which, int64_t now_ms)
{
    if (which == SDL_TOUCH_MOUSEID) return false;
    int64_t quiet_ms = map->fingers > 0 ? FINGER_LOST_MS : MOUSE_AFTER_TOUCH_MS;
    return map->touched_ms == 0 || now_ms - map->touched_ms >= quiet_ms;
}

static bool mouse_event(EventMap *map, PointerKind kind, int x, int y, Event *out)
{
    map->mouse_down = kind == POINTER_DOWN || kind == POINTER_MOVE;
    map->mouse_x = x;
    map->mouse_y = y;
    return pointer_event(map, kind, MOUSE_FINGER, x, y, out);
}

static bool button_event(EventMap *map, const SDL_MouseButtonEvent *button, Event *out)
{
    if (button->button == SDL_BUTTON_MIDDLE || button->button == SDL_BUTTON_RIGHT) {
        out->kind = button->type == SDL_MOUSEBUTTONDOWN ? EVENT_KEY_DOWN : EVENT_KEY_UP;
        out->source = button->button == SDL_BUTTON_MIDDLE ? SWITCH_KEY_MOUSE_MIDDLE : SWITCH_KEY_MOUSE_RIGHT;
        return button->which != SDL_TOUCH_MOUSEID;
    }
    if (button->button != SDL_BUTTON_LEFT) return false;
    out->source = SWITCH_KEY_MOUSE_LEFT;
    if (button->type == SDL_MOUSEBUTTONUP)
        return map->mouse_down && mouse_event(map, POINTER_UP, button->x, button->y, out);
    return !map->mouse_down && mouse_may_act(map, button->which, out->time_ms) &&
           mouse_event(map, POINTER_DOWN, button->x, button->y, out);
}

static bool window_event(EventMap *map, uint8_t kind, Event *out)
{
    switch (kind) {
    case SDL_WINDOWEVENT_SIZE_CHANGED: out->kind = EVENT_RESIZED; return true;
    case SDL_WINDOWEVENT_EXPOSED: out->kind = EVENT_EXPOSED; return true;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        return map->mouse_down && mouse_event(map, POINTER_CANCEL, map->mouse_x, map->mouse_y, out);
    case SDL_WINDOWEVENT_CLOSE: out->kind = EVENT_QUIT; return map->may_leave;
    default: return false;
    }
}

/* Ctrl+Q. On layouts without Latin letters it is the key where others have their Q. */
static bool key_leaves(const SDL_KeyboardEvent *key)
{
    bool latin = key->keysym.sym > 0 && key->keysym.sym < 0x80;
    bool is_q = latin ? key->keysym.sym == SDLK_q : key->keysym.scancode == SDL_SCANCODE_Q;
    return key->type == SDL_KEYDOWN && is_q && (key->keysym.mod & KMOD_CTRL) != 0;
}

static bool key_event(const EventMap *map, const SDL_KeyboardEvent *key, Event *out)
{
    if (map->may_leave && key_leaves(key)) {
        out->kind = EVENT_QUIT;
        return true;
    }
    out->kind = key->type == SDL_KEYDOWN ? EVENT_KEY_DOWN : EVENT_KEY_UP;
    if (!key_counts(key)) return false;
    out->key = key_translate(key);
    out->source = key_source(key);
    key_types(&key->keysym, out->types);
    return out->key != KEY_NONE || out->source != SWITCH_KEY_NONE || out->types[0];
}

static bool joystick_event(const SDL_JoyButtonEvent *button, Event *out)
{
    out->kind = button->type == SDL_JOYBUTTONDOWN ? EVENT_KEY_DOWN : EVENT_KEY_UP;
    if (button->button > SWITCH_KEY_JOYSTICK_4 - SWITCH_KEY_JOYSTICK_1) return false;
    out->source = (SwitchKey)(SWITCH_KEY_JOYSTICK_1 + button->button);
    return true;
}

bool event_translate(EventMap *map, const SDL_Event *from, int64_t now_ms, Event *out)
{
    *out = (Event){.time_ms = now_ms};
    switch (from->type) {
    case SDL_FINGERDOWN: return finger_event(map, &from->tfinger, POINTER_DOWN, out);
    case SDL_FINGERMOTION: return finger_event(map, &from->tfinger, POINTER_MOVE, out);
    case SDL_FINGERUP: return finger_event(map, &from->tfinger, POINTER_UP, out);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return button_event(map, &from->button, out);
    case SDL_MOUSEMOTION: return map->mouse_down && mouse_event(map, POINTER_MOVE, from->motion.x, from->motion.y, out);
    case SDL_KEYDOWN:
    case SDL_KEYUP: return key_event(map, &from->key, out);
    case SDL_JOYBUTTONDOWN:
    case SDL_JOYBUTTONUP: return joystick_event(&from->jbutton, out);
    case SDL_WINDOWEVENT: return window_event(map, from->window.event, out);
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET: out->kind = EVENT_EXPOSED; return true;
    case SDL_QUIT: out->kind = EVENT_QUIT; return true;
    default: return false;
    }
}

bool event_is_from_mouse(const EventMap *map, const SDL_Event *from, int64_t now_ms)
{
    if (from->type == SDL_MOUSEMOTION) return mouse_may_act(map, from->motion.which, now_ms);
    return from->type == SDL_MOUSEBUTTONDOWN && mouse_may_act(map, from->button.which, now_ms);
}
