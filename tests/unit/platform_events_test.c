/* platform_events_test.c - what gets through from SDL, where it lands on a turned display. */
#include "unit.h"

#include <math.h>

#include "platform/platform_events.h"
#include "platform/window_size.h"

enum { NOW_MS = 100000, W = 1920, H = 1080 };

static SDL_Event finger(uint32_t type, float x, float y)
{
    return (SDL_Event){.tfinger = {.type = type, .touchId = 7, .fingerId = 3, .x = x, .y = y}};
}

static SDL_Event button(uint32_t type, uint8_t which, int x, int y)
{
    return (SDL_Event){.button = {.type = type, .which = 1, .button = which, .x = x, .y = y}};
}

static SDL_Event key(uint32_t type, SDL_Keycode code, uint16_t mod, uint8_t repeat)
{
    return (SDL_Event){.key = {.type = type, .repeat = repeat, .keysym = {.sym = code, .mod = mod}}};
}

static SDL_Event window(uint8_t kind) { return (SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = kind}}; }

static bool translate(EventMap *map, SDL_Event event, int64_t now_ms, Event *out)
{
    return event_translate(map, &event, now_ms, out);
}

static void every_pixel_comes_back_from_the_display(void **state)
{
    (void)state;
    for (int degrees = 0; degrees < 360; degrees += 90) {
        Rotation rotation = rotation_make(degrees, 97, 61);
        for (int y = 0; y < rotation.h; y++)
            for (int x = 0; x < rotation.w; x++) {
                Rect shown = rotation_to_display(rotation, (Rect){x, y, 1, 1});
                assert_in_range(shown.x, 0, 96);
                assert_in_range(shown.y, 0, 60);
                int back_x, back_y;
                rotation_to_picture(rotation, shown.x, shown.y, &back_x, &back_y);
                assert_int_equal(back_x, x);
                assert_int_equal(back_y, y);
            }
    }
}

/* The picture's top left corner, for a display of 300 x 200: clockwise. */
static void turning_is_clockwise(void **state)
{
    (void)state;
    static const int corners[4][2] = {{0, 0}, {299, 0}, {299, 199}, {0, 199}};
    for (int i = 0; i < 4; i++) {
        Rotation rotation = rotation_make(i * 90, 300, 200);
        assert_int_equal(rotation.w, i % 2 == 0 ? 300 : 200);
        Rect shown = rotation_to_display(rotation, (Rect){0, 0, 1, 1});
        assert_int_equal(shown.x, corners[i][0]);
        assert_int_equal(shown.y, corners[i][1]);
    }
    assert_int_equal(rotation_make(-90, 300, 200).quarters, 3);
    assert_int_equal(rotation_make(450, 300, 200).quarters, 1);
}

static void copying_puts_pixels_where_the_mapping_says(void **state)
{
    (void)state;
    enum { DISPLAY_W = 150, DISPLAY_H = 100 };
    uint32_t picture[DISPLAY_W * DISPLAY_H], display[DISPLAY_W * DISPLAY_H];
    for (int degrees = 0; degrees < 360; degrees += 90) {
        Rotation rotation = rotation_make(degrees, DISPLAY_W, DISPLAY_H);
        const Rect part = {11, 7, 70, 45}; /* more than one tile, and no multiple of one */
        Rect to = rotation_to_display(rotation, part);
        for (uint32_t i = 0; i < DISPLAY_W * DISPLAY_H; i++) picture[i] = i, display[i] = UINT32_MAX;
        rotation_copy(rotation, picture + part.y * rotation.w + part.x, rotation.w, part.w, part.h,
                      display + to.y * DISPLAY_W + to.x, DISPLAY_W);
        for (int y = 0; y < DISPLAY_H; y++)
            for (int x = 0; x < DISPLAY_W; x++) {
                int from_x, from_y;
                rotation_to_picture(rotation, x, y, &from_x, &from_y);
                uint32_t expected =
                    rect_contains(part, from_x, from_y) ? picture[from_y * rotation.w + from_x] : UINT32_MAX;
                assert_int_equal(display[y * DISPLAY_W + x], expected);
            }
    }
}

static void fingers_land_where_they_touch(void **state)
{
    (void)state;
    static const struct {
        int degrees, x, y;
    } cases[] = {{0, 480, 810}, {90, 810, 1439}, {180, 1439, 269}, {270, 269, 480}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        EventMap map = {.rotation = rotation_make(cases[i].degrees, W, H)};
        Event event;
        assert_true(translate(&map, finger(SDL_FINGERDOWN, 0.25f, 0.75f), NOW_MS, &event));
        assert_int_equal(event.kind, EVENT_POINTER);
        assert_int_equal(event.pointer.kind, POINTER_DOWN);
        assert_int_equal(event.pointer.finger, 3);
        assert_int_equal(event.pointer.time_ms, NOW_MS);
        assert_int_equal(event.pointer.x, cases[i].x);
        assert_int_equal(event.pointer.y, cases[i].y);
    }
}

static void panels_that_lie_do_no_harm(void **state)
{
    (void)state;
    EventMap map = {.rotation = rotation_make(0, W, H)};
    static const struct {
        float from;
        int x, y;
    } cases[] = {{-0.1f, 0, 0}, {1.0f, W - 1, H - 1},     {1.5f, W - 1, H - 1},
                 {NAN, 0, 0},   {INFINITY, W - 1, H - 1}, {-INFINITY, 0, 0}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        Event event;
        assert_true(translate(&map, finger(SDL_FINGERMOTION, cases[i].from, cases[i].from), NOW_MS, &event));
        assert_int_equal(event.pointer.x, cases[i].x);
        assert_int_equal(event.pointer.y, cases[i].y);
    }
}

static void mouse_acts_with_its_left_button_only(void **state)
{
    (void)state;
    EventMap map = {.rotation = rotation_make(0, W, H)};
    Event event;
    SDL_Event move = {.motion = {.type = SDL_MOUSEMOTION, .which = 1, .x = 20, .y = 30}};
    assert_false(translate(&map, move, NOW_MS, &event)); /* nothing is held */
    translate(&map, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 10, 10), NOW_MS, &event);
    assert_int_not_equal(event.kind, EVENT_POINTER); /* it may be a switch, no more */
    assert_false(translate(&map, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 10, 10), NOW_MS, &event));
    assert_true(translate(&map, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 11), NOW_MS, &event));
    assert_int_equal(event.pointer.finger, -1);
    assert_int_equal(event.pointer.y, 11);
    assert_true(translate(&map, move, NOW_MS, &event));
    assert_int_equal(event.pointer.kind, POINTER_MOVE);
    assert_true(translate(&map, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, -5, 5000), NOW_MS, &event));
    assert_int_equal(event.pointer.kind, POINTER_UP);
    assert_int_equal(event.pointer.x, 0);
    assert_int_equal(event.pointer.y, H - 1);
    assert_false(translate(&map, move, NOW_MS, &event));
}

static void a_touch_is_not_a_mouse_as_well(void **state)
{
    (void)state;
    EventMap map = {.rotation = rotation_make(0, W, H)};
    Event event;
    SDL_Event click = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 10);
    SDL_Event move = {.motion = {.type = SDL_MOUSEMOTION, .which = 1, .x = 20, .y = 30}};
    SDL_Event disguised = click;
    disguised.button.which = SDL_TOUCH_MOUSEID;
    assert_false(translate(&map, disguised, NOW_MS, &event));
    SDL_Event from_mouse = finger(SDL_FINGERDOWN, 0, 0);
    from_mouse.tfinger.touchId = SDL_MOUSE_TOUCHID;
    assert_false(translate(&map, from_mouse, NOW_MS, &event));

    assert_true(event_is_from_mouse(&map, &move, NOW_MS));
    assert_true(translate(&map, finger(SDL_FINGERDOWN, 0, 0), NOW_MS, &event));
    assert_false(translate(&map, click, NOW_MS + 5000, &event)); /* a finger is down */
    assert_false(event_is_from_mouse(&map, &move, NOW_MS + 5000));
    assert_true(translate(&map, finger(SDL_FINGERUP, 0, 0), NOW_MS + 6000, &event));
    assert_false(translate(&map, click, NOW_MS + 6000 + MOUSE_AFTER_TOUCH_MS - 1, &event));
    assert_true(translate(&map, click, NOW_MS + 6000 + MOUSE_AFTER_TOUCH_MS, &event));
}

static void a_lost_finger_does_not_lock_out_the_mouse(void **state)
{
    (void)state;
    EventMap map = {.rotation = rotation_make(0, W, H)};
    Event event;
    SDL_Event click = button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 10);
    assert_true(translate(&map, finger(SDL_FINGERDOWN, 0, 0), NOW_MS, &event));
    assert_false(translate(&map, click, NOW_MS + FINGER_LOST_MS - 1, &event));
    assert_true(translate(&map, click, NOW_MS + FINGER_LOST_MS, &event));
}

static void losing_the_focus_cancels_a_press(void **state)
{
    (void)state;
    EventMap map = {.rotation = rotation_make(0, W, H)};
    Event event;
    assert_false(translate(&map, window(SDL_WINDOWEVENT_FOCUS_LOST), NOW_MS, &event));
    assert_true(translate(&map, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 11), NOW_MS, &event));
    assert_true(translate(&map, window(SDL_WINDOWEVENT_FOCUS_LOST), NOW_MS, &event));
    assert_int_equal(event.pointer.kind, POINTER_CANCEL);
    assert_false(translate(&map, button(SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 10, 11), NOW_MS, &event));
}

static bool may_pass(SDL_Keycode code)
{
    static const SDL_Keycode known[] = {SDLK_TAB,      SDLK_LEFT,  SDLK_RIGHT,  SDLK_UP,     SDLK_DOWN,     SDLK_RETURN,
                                        SDLK_KP_ENTER, SDLK_SPACE, SDLK_ESCAPE, SDLK_PAGEUP, SDLK_PAGEDOWN, SDLK_HOME};
    for (size_t i = 0; i < ARRAY_LEN(known); i++)
        if (known[i] == code) return true;
    return false;
}

/* Whatever is pressed on a keyboard that somebody has plugged in, with whatever else: a dozen keys mean something, some
 * more can be a switch where the clinic says so or type a letter, and none ends the program or asks the system for
 * anything. */
static void no_key_does_more(void **state)
{
    (void)state;
    static const uint16_t mods[] = {0,
                                    KMOD_LSHIFT,
                                    KMOD_LCTRL,
                                    KMOD_RCTRL,
                                    KMOD_LALT,
                                    KMOD_RALT,
                                    KMOD_LGUI,
                                    KMOD_RGUI,
                                    KMOD_LCTRL | KMOD_LALT,
                                    KMOD_LCTRL | KMOD_LSHIFT,
                                    KMOD_MODE,
                                    KMOD_NUM | KMOD_CAPS};
    EventMap map = {.rotation = rotation_make(0, W, H)};
    enum { LETTERS = 0x500 }; /* what a keymap may put on a key, Latin to Cyrillic */
    int meant = 0;
    for (int i = 0; i < LETTERS + SDL_NUM_SCANCODES; i++) {
        for (size_t m = 0; m < ARRAY_LEN(mods); m++) {
            Event event;
            SDL_Event from = key(SDL_KEYDOWN, i < LETTERS ? i : SDL_SCANCODE_TO_KEYCODE((i - LETTERS)), mods[m], 0);
            if (!translate(&map, from, NOW_MS, &event)) continue;
            assert_int_equal(event.kind, EVENT_KEY_DOWN);
            assert_int_equal(mods[m] & (KMOD_CTRL | KMOD_ALT | KMOD_GUI), 0);
            if (event.key != KEY_NONE)
                assert_true(may_pass(from.key.keysym.sym));
            else
                assert_true(event.source != SWITCH_KEY_NONE || event.types[0]);
            if (event.key != KEY_NONE && mods[m] == 0) meant++;
        }
    }
    assert_int_equal(meant, 12);
}

static void what_can_be_a_switch_says_so(void **state)
{
    (void)state;
    EventMap map = {.rotation = rotation_make(0, W, H)};
    Event event;
    assert_true(translate(&map, key(SDL_KEYDOWN, SDLK_F4, 0, 0), NOW_MS, &event));
    assert_int_equal(event.key, KEY_NONE);
    assert_int_equal(event.source, SWITCH_KEY_F4);
    assert_false(translate(&map, key(SDL_KEYDOWN, SDLK_F4, 0, 1), NOW_MS, &event));       /* held down */
    assert_true(translate(&map, key(SDL_KEYUP, SDLK_F4, KMOD_LCTRL, 0), NOW_MS, &event)); /* or it would stay down */
    assert_int_equal(event.kind, EVENT_KEY_UP);
    assert_true(translate(&map, key(SDL_KEYDOWN, SDLK_SPACE, 0, 0), NOW_MS, &event));
    assert_int_equal(event.source, SWITCH_KEY_SPACE);
    assert_true(translate(&map, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 10, 10), NOW_MS, &event));
    assert_int_equal(event.kind, EVENT_POINTER);
    assert_int_equal(event.source, SWITCH_KEY_MOUSE_LEFT);
    assert_true(translate(&map, button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 10, 10), NOW_MS, &event));
    assert_int_equal(event.kind, EVENT_KEY_DOWN);
    assert_int_equal(event.key, KEY_NONE);
    assert_int_equal(event.source, SWITCH_KEY_MOUSE_RIGHT);
    SDL_Event joystick = {.jbutton = {.type = SDL_JOYBUTTONDOWN, .button = 3}};
    assert_true(translate(&map, joystick, NOW_MS, &event));
    assert_int_equal(event.source, SWITCH_KEY_JOYSTICK_4);
    joystick.jbutton.button = 4;
    assert_false(translate(&map, joystick, NOW_MS, &event));
}

static void keys_are_few(void **state)
{
    (void)state;
    static const struct {
        SDL_Keycode code;
        uint16_t mod;
        KeyKind kind;
    } rows[] = {
        {SDLK_TAB, 0, KEY_TAB},
        {SDLK_TAB, KMOD_LSHIFT, KEY_BACK_TAB},
        {SDLK_LEFT, 0, KEY_LEFT},
        {SDLK_RIGHT, 0, KEY_RIGHT},
        {SDLK_UP, 0, KEY_UP},
        {SDLK_DOWN, KMOD_NUM, KEY_DOWN},
        {SDLK_RETURN, 0, KEY_ENTER},
        {SDLK_KP_ENTER, 0, KEY_ENTER},
        {SDLK_SPACE, KMOD_CAPS, KEY_ENTER},
        {SDLK_ESCAPE, 0, KEY_ESCAPE},
        {SDLK_PAGEUP, 0, KEY_PAGE_UP},
        {SDLK_PAGEDOWN, 0, KEY_PAGE_DOWN},
        {SDLK_HOME, 0, KEY_HOME},
        {SDLK_TAB, KMOD_LALT, KEY_NONE},
        {SDLK_F4, KMOD_LALT, KEY_NONE},
        {SDLK_ESCAPE, KMOD_LCTRL, KEY_NONE},
        {SDLK_RETURN, KMOD_RALT, KEY_NONE},
        {SDLK_SPACE, KMOD_LGUI, KEY_NONE},
        {SDLK_LEFT, KMOD_RSHIFT, KEY_NONE},
        {SDLK_PRINTSCREEN, 0, KEY_NONE},
        {SDLK_DELETE, KMOD_CTRL | KMOD_ALT, KEY_NONE},
    };
    EventMap map = {.rotation = rotation_make(0, W, H)};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        Event event;
        assert_int_equal(translate(&map, key(SDL_KEYDOWN, rows[i].code, rows[i].mod, 0), NOW_MS, &event),
                         rows[i].kind != KEY_NONE);
        if (rows[i].kind == KEY_NONE) continue;
        assert_int_equal(event.kind, EVENT_KEY_DOWN);
        assert_int_equal(event.key, rows[i].kind);
        assert_false(translate(&map, key(SDL_KEYDOWN, rows[i].code, rows[i].mod, 1), NOW_MS, &event)); /* held down */
        assert_true(translate(&map, key(SDL_KEYUP, rows[i].code, rows[i].mod, 0), NOW_MS, &event));
        assert_int_equal(event.kind, EVENT_KEY_UP);
    }
}

static void keys_type_what_stands_on_them(void **state)
{
    (void)state;
    static const struct {
        SDL_Keysym key;
        const char *types; /* NULL: nothing comes of it */
    } rows[] = {
        {{.scancode = SDL_SCANCODE_A, .sym = SDLK_a}, "a"},
        {{.scancode = SDL_SCANCODE_Q, .sym = SDLK_a, .mod = KMOD_LSHIFT}, "a"}, /* AZERTY */
        {{.scancode = SDL_SCANCODE_2, .sym = 0xe9}, "2"},                       /* as well: é, and 2 with Shift */
        {{.scancode = SDL_SCANCODE_0, .sym = SDLK_0}, "0"},
        {{.scancode = SDL_SCANCODE_KP_9, .sym = SDLK_KP_9}, "9"},
        {{.scancode = SDL_SCANCODE_KP_0, .sym = SDLK_KP_0}, "0"},
        {{.scancode = SDL_SCANCODE_SEMICOLON, .sym = 0x436}, "ж"},
        {{.scancode = SDL_SCANCODE_BACKSPACE, .sym = SDLK_BACKSPACE}, "erase"},
        {{.scancode = SDL_SCANCODE_SPACE, .sym = SDLK_SPACE}, "space"},
        {{.scancode = SDL_SCANCODE_RETURN, .sym = SDLK_RETURN}, ""},
        {{.scancode = SDL_SCANCODE_DELETE, .sym = SDLK_DELETE}, NULL},
        {{.scancode = SDL_SCANCODE_A, .sym = SDLK_a, .mod = KMOD_LCTRL}, NULL},
        {{.scancode = SDL_SCANCODE_INSERT, .sym = SDLK_INSERT}, NULL},
    };
    EventMap map = {.rotation = rotation_make(0, W, H)};
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        SDL_Event from = {.key = {.type = SDL_KEYDOWN, .keysym = rows[i].key}};
        Event event;
        assert_int_equal(translate(&map, from, NOW_MS, &event), rows[i].types != NULL);
        if (rows[i].types) assert_string_equal(event.types, rows[i].types);
    }
}

static void only_a_signal_ends_a_locked_player(void **state)
{
    (void)state;
    EventMap map = {.rotation = rotation_make(0, W, H)};
    Event event;
    assert_false(translate(&map, window(SDL_WINDOWEVENT_CLOSE), NOW_MS, &event));
    assert_true(translate(&map, (SDL_Event){.type = SDL_QUIT}, NOW_MS, &event));
    assert_int_equal(event.kind, EVENT_QUIT);
    static const SDL_Keysym keys[] = {
        {.scancode = SDL_SCANCODE_Q, .sym = SDLK_q, .mod = KMOD_LCTRL},
        {.scancode = SDL_SCANCODE_F4, .sym = SDLK_F4, .mod = KMOD_LALT},
        {.scancode = SDL_SCANCODE_C, .sym = SDLK_c, .mod = KMOD_LCTRL},
        {.scancode = SDL_SCANCODE_ESCAPE, .sym = SDLK_ESCAPE, .mod = KMOD_LCTRL},
    };
    for (size_t i = 0; i < ARRAY_LEN(keys); i++)
        assert_false(translate(&map, (SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = keys[i]}}, NOW_MS, &event));
}

static void a_player_that_is_not_locked_can_be_left(void **state)
{
    (void)state;
    static const SDL_Keysym leaves[] = {
        {.scancode = SDL_SCANCODE_Q, .sym = SDLK_q, .mod = KMOD_LCTRL},
        {.scancode = SDL_SCANCODE_A, .sym = SDLK_q, .mod = KMOD_RCTRL | KMOD_NUM},  /* a French keyboard */
        {.scancode = SDL_SCANCODE_Q, .sym = 0x439, .mod = KMOD_LCTRL | KMOD_SHIFT}, /* a Russian one */
    };
    static const SDL_Keysym stays[] = {
        {.scancode = SDL_SCANCODE_Q, .sym = SDLK_q},
        {.scancode = SDL_SCANCODE_Q, .sym = SDLK_a, .mod = KMOD_LCTRL}, /* a French keyboard's A */
        {.scancode = SDL_SCANCODE_W, .sym = SDLK_w, .mod = KMOD_LCTRL},
    };
    EventMap map = {.rotation = rotation_make(0, W, H), .may_leave = true};
    Event event;
    assert_true(translate(&map, window(SDL_WINDOWEVENT_CLOSE), NOW_MS, &event));
    assert_int_equal(event.kind, EVENT_QUIT);
    for (size_t i = 0; i < ARRAY_LEN(leaves); i++) {
        SDL_Event from = {.key = {.type = SDL_KEYDOWN, .keysym = leaves[i]}};
        assert_true(translate(&map, from, NOW_MS, &event));
        assert_int_equal(event.kind, EVENT_QUIT);
    }
    for (size_t i = 0; i < ARRAY_LEN(stays); i++) {
        SDL_Event from = {.key = {.type = SDL_KEYDOWN, .keysym = stays[i]}};
        assert_false(translate(&map, from, NOW_MS, &event) && event.kind == EVENT_QUIT);
    }
}

static void a_window_on_a_desk_has_the_shape_of_the_display(void **state)
{
    (void)state;
    static const struct {
        int display_w, display_h;
        Hanging hanging;
        int room_w, room_h, w, h;
    } rows[] = {
        {1920, 1080, HANGING_AS_BUILT, 1920, 1080, 1632, 918},
        {1920, 1080, HANGING_AS_BUILT, 1920, 1000, 1511, 850}, /* beside a panel */
        {1920, 1080, HANGING_PORTRAIT, 1920, 1080, 516, 918},  /* as it will hang in the waiting room */
        {1080, 1920, HANGING_LANDSCAPE, 1080, 1920, 918, 516},
        {640, 360, HANGING_AS_BUILT, 640, 360, 544, 320},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        int w, h;
        window_size(rows[i].display_w, rows[i].display_h, rows[i].hanging, rows[i].room_w, rows[i].room_h, &w, &h);
        assert_int_equal(w, rows[i].w);
        assert_int_equal(h, rows[i].h);
    }
}

/* Whatever else SDL may say, it is none of our business. */
static void nothing_else_gets_through(void **state)
{
    (void)state;
    static const uint32_t known[] = {SDL_QUIT,          SDL_WINDOWEVENT,          SDL_KEYDOWN,
                                     SDL_KEYUP,         SDL_MOUSEMOTION,          SDL_MOUSEBUTTONDOWN,
                                     SDL_MOUSEBUTTONUP, SDL_FINGERDOWN,           SDL_FINGERUP,
                                     SDL_FINGERMOTION,  SDL_RENDER_TARGETS_RESET, SDL_RENDER_DEVICE_RESET,
                                     SDL_JOYBUTTONDOWN, SDL_JOYBUTTONUP};
    EventMap map = {.rotation = rotation_make(0, W, H)};
    int passed = 0;
    for (uint32_t type = 0; type < SDL_LASTEVENT; type++) {
        bool is_known = false;
        for (size_t i = 0; i < ARRAY_LEN(known); i++) is_known |= known[i] == type;
        Event event;
        if (!is_known && translate(&map, (SDL_Event){.type = type}, NOW_MS, &event)) passed++;
    }
    assert_int_equal(passed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pixel_comes_back_from_the_display),
        cmocka_unit_test(turning_is_clockwise),
        cmocka_unit_test(copying_puts_pixels_where_the_mapping_says),
        cmocka_unit_test(fingers_land_where_they_touch),
        cmocka_unit_test(panels_that_lie_do_no_harm),
        cmocka_unit_test(mouse_acts_with_its_left_button_only),
        cmocka_unit_test(a_touch_is_not_a_mouse_as_well),
        cmocka_unit_test(a_lost_finger_does_not_lock_out_the_mouse),
        cmocka_unit_test(losing_the_focus_cancels_a_press),
        cmocka_unit_test(keys_are_few),
        cmocka_unit_test(no_key_does_more),
        cmocka_unit_test(what_can_be_a_switch_says_so),
        cmocka_unit_test(keys_type_what_stands_on_them),
        cmocka_unit_test(only_a_signal_ends_a_locked_player),
        cmocka_unit_test(a_player_that_is_not_locked_can_be_left),
        cmocka_unit_test(a_window_on_a_desk_has_the_shape_of_the_display),
        cmocka_unit_test(nothing_else_gets_through),
    };
    return cmocka_run_group_tests_name("platform_events", tests, NULL, NULL);
}
