#include "platform/platform_state.h"

#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "platform/paint/pixels.h"
#include "platform/window_size.h"

enum { HIDDEN_W = 1920, HIDDEN_H = 1080 };

int64_t platform_now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Decoders and SDL ask malloc for whole pictures. Such memory goes back to the system when it is freed; left to itself,
 * glibc would learn from the first one to keep them all. */
static void memory_tune(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
    mallopt(M_ARENA_MAX, 1); /* the worker's memory is not worth a heap of its own */
#endif
}

static void hints_set(bool locked)
{
    static const char *const hints[][2] = {
        {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"}, /* fingers are fingers and mice are mice */
        {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
        {SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"}, /* SDL_QUIT then means a signal */
        {SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0"},
        {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
        {SDL_HINT_IME_SHOW_UI, "0"},
        {SDL_HINT_APP_NAME, "Hearth"},
    };
    for (size_t i = 0; i < ARRAY_LEN(hints); i++) SDL_SetHint(hints[i][0], hints[i][1]);
    SDL_SetHint(SDL_HINT_GRAB_KEYBOARD, locked ? "1" : "0");
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, locked ? "0" : "1");
    /* On a bare console SDL takes the keyboard away from the kernel, and with it Ctrl+C and Ctrl+Alt+F2, unless this is
     * in the environment. Nothing else runs yet that could be reading it. */
    if (!locked) setenv("SDL_INPUT_LINUX_KEEP_KBD", "1", 0);
}

bool platform_is_on_console(void)
{
    return !getenv("WAYLAND_DISPLAY") && !getenv("DISPLAY") && !SDL_GetHint(SDL_HINT_VIDEODRIVER);
}

/* SDL would try X11 first, also under Wayland. SDL_VIDEODRIVER, if it is set, is obeyed. */
static void video_driver_choose(void)
{
    if (SDL_GetHint(SDL_HINT_VIDEODRIVER)) return;
    if (getenv("WAYLAND_DISPLAY"))
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "wayland,x11");
    else
        SDL_SetHint(SDL_HINT_VIDEODRIVER, getenv("DISPLAY") ? "x11" : "kmsdrm");
}

/* What we never read is not even queued. */
static void events_restrict(void)
{
    static const uint32_t unwanted[] = {
        SDL_TEXTINPUT,    SDL_TEXTEDITING,   SDL_TEXTEDITING_EXT, SDL_KEYMAPCHANGED,   SDL_MOUSEWHEEL,
        SDL_MULTIGESTURE, SDL_DOLLARGESTURE, SDL_DOLLARRECORD,    SDL_CLIPBOARDUPDATE, SDL_DROPFILE,
        SDL_DROPTEXT,     SDL_DROPBEGIN,     SDL_DROPCOMPLETE,    SDL_DISPLAYEVENT,    SDL_SYSWMEVENT,
    };
    SDL_StopTextInput();
    for (size_t i = 0; i < ARRAY_LEN(unwanted); i++) SDL_EventState(unwanted[i], SDL_IGNORE);
}

static SleepKind sleep_kind(void)
{
    if (driver_is("x11") || driver_is("wayland")) return SLEEP_IN_SDL;
    return driver_is("kmsdrm") ? SLEEP_ON_INPUT : SLEEP_ALONE;
}

static double density_of_display(const PlatformOptions *options, int w, int h)
{
    enum { DPI_MIN = 40, DPI_MAX = 600 }; /* outside, the display says anything */
    SDL_DisplayMode mode;
    if (options->diagonal_mm > 0) {
        if (SDL_WasInit(SDL_INIT_VIDEO) != 0 && SDL_GetDesktopDisplayMode(0, &mode) == 0) w = mode.w, h = mode.h;
        return hypot(w, h) / options->diagonal_mm;
    }
    float dpi = 0;
    if (SDL_WasInit(SDL_INIT_VIDEO) == 0 || SDL_GetDisplayDPI(0, &dpi, NULL, NULL) != 0) return 0;
    return dpi >= DPI_MIN && dpi <= DPI_MAX ? (double)dpi / 25.4 : 0;
}

int hanging_rotation(Hanging hanging, int display_w, int display_h)
{
    bool turned = (hanging == HANGING_PORTRAIT && display_w > display_h) ||
                  (hanging == HANGING_LANDSCAPE && display_h > display_w);
    return turned ? 90 : 0;
}

/* Full screen: locked, or on a bare console, which has no windows. */
static bool full_screen_is_wanted(const PlatformOptions *options)
{
    bool sized = options->window_w > 0 && options->window_h > 0;
    return options->locked || (!sized && driver_is("kmsdrm"));
}

static SDL_Window *full_screen_open(Platform *platform, const SDL_DisplayMode *mode)
{
    PlatformOptions *options = &platform->options;
    uint32_t flags = presenter_window_flags(options->software) | SDL_WINDOW_BORDERLESS;
    if (options->rotation == 0) options->rotation = hanging_rotation(options->hanging, mode->w, mode->h);
    /* Without a window manager, asking X11 for full screen takes 100 ms: that waits until the first frame is shown. */
    platform->full_screen_later = driver_is("x11");
    if (!platform->full_screen_later) flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    return SDL_CreateWindow("Hearth", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, mode->w, mode->h, flags);
}

static SDL_Window *window_open(const PlatformOptions *options, const SDL_DisplayMode *mode)
{
    int w = options->window_w, h = options->window_h;
    SDL_Rect room = {.w = mode->w, .h = mode->h};
    SDL_GetDisplayUsableBounds(0, &room);
    if (w <= 0 || h <= 0) window_size(mode->w, mode->h, options->hanging, room.w, room.h, &w, &h);
    return SDL_CreateWindow("Hearth (Ctrl+Q closes it)", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, w, h,
                            presenter_window_flags(options->software));
}

bool platform_window_open(Platform *platform)
{
    const PlatformOptions *options = &platform->options;
    SDL_DisplayMode mode = {.w = HIDDEN_W, .h = HIDDEN_H};
    SDL_GetDesktopDisplayMode(0, &mode);
    bool full_screen = full_screen_is_wanted(options);
    platform->window = full_screen ? full_screen_open(platform, &mode) : window_open(options, &mode);
    if (!platform->window) return false;
    if (options->locked) SDL_SetWindowKeyboardGrab(platform->window, SDL_TRUE);
    SDL_ShowCursor(SDL_DISABLE);
    platform->cursor_hide_ms = INT64_MAX;
    return presenter_open(&platform->presenter, platform->window, options->rotation, options->software);
}

void platform_window_close(Platform *platform)
{
    presenter_close(&platform->presenter);
    if (platform->window) SDL_DestroyWindow(platform->window);
    platform->window = NULL;
}

void platform_measure(Platform *platform)
{
    const PlatformOptions *options = &platform->options;
    if (platform->window) {
        platform->rotation = platform->presenter.rotation;
    } else {
        bool sized = options->window_w > 0 && options->window_h > 0;
        platform->rotation = rotation_make(options->rotation, sized ? options->window_w : HIDDEN_W,
                                           sized ? options->window_h : HIDDEN_H);
    }
    platform->events.rotation = platform->rotation;
}

/* Video and a window; says what is wrong. */
static bool display_open(Platform *platform)
{
    hints_set(platform->options.locked);
    video_driver_choose();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        fprintf(stderr,
                "hearth: there is no display to show on (%s). On a desktop, start Hearth from a terminal there; on a "
                "bare console, its user must be in the groups video, render and input.\n",
                SDL_GetError());
        return false;
    }
    events_restrict();
    if (!platform_window_open(platform)) {
        fprintf(stderr, "hearth: the display does not open a window: %s\n", SDL_GetError());
        return false;
    }
    return true;
}

static void picture_arrived(void *platform) { sleeper_wake(&((Platform *)platform)->sleeper, WAKE_PICTURE); }

Platform *platform_open(const PlatformOptions *options)
{
    memory_tune();
    Platform *platform = mem_alloc(sizeof(*platform));
    platform->options = *options;
    platform->events.may_leave = !options->locked;
    platform->cursor_hide_ms = INT64_MAX;
    if (!options->hidden && !display_open(platform)) {
        platform_window_close(platform);
        SDL_Quit();
        free(platform);
        return NULL;
    }
    sleeper_open(&platform->sleeper, options->hidden ? SLEEP_ALONE : sleep_kind());
    platform_measure(platform);
    platform->px_per_mm = density_of_display(options, platform->rotation.w, platform->rotation.h);
    platform->fonts = fontset_new();
    platform->images = images_new(options->hidden ? NULL : picture_arrived, platform);
    platform->canvas = canvas_new(platform->fonts, platform->images);
    return platform;
}

void platform_close(Platform *platform)
{
    if (!platform) return;
    canvas_free(platform->canvas);
    images_free(platform->images); /* before the sleeper, which its thread wakes */
    fontset_free(platform->fonts);
    sleeper_close(&platform->sleeper);
    pixels_free(platform->held, platform->held_w, platform->held_h);
    platform_window_close(platform);
    SDL_Quit();
    free(platform);
}

void platform_size(const Platform *platform, int *w, int *h)
{
    *w = platform->rotation.w;
    *h = platform->rotation.h;
}

double platform_px_per_mm(const Platform *platform) { return platform->px_per_mm; }

FontSet *platform_fonts(Platform *platform) { return platform->fonts; }
