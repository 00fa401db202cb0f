#include "platform/present.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* A kernel driver that can render: without one, GL could only be the software kind. */
static bool system_has_gpu(void)
{
    DIR *folder = opendir("/dev/dri");
    if (!folder) return false;
    bool found = false;
    for (struct dirent *entry = readdir(folder); entry && !found; entry = readdir(folder))
        found = strncmp(entry->d_name, "renderD", 7) == 0;
    closedir(folder);
    return found;
}

bool driver_is(const char *name)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && SDL_strcasecmp(driver, name) == 0;
}

/* Only X11 (and SDL's drivers for tests) have windows with pixels of their own; the others show GL only. */
static bool driver_has_surfaces(void)
{
    return SDL_GetCurrentVideoDriver() && !driver_is("wayland") && !driver_is("kmsdrm");
}

/* SDL_RENDER_DRIVER, if it is set: it is obeyed. */
static const char *wanted_driver(void) { return SDL_GetHint(SDL_HINT_RENDER_DRIVER); }

static bool gpu_is_worth_trying(bool software)
{
    if (!driver_has_surfaces()) return true;
    const char *wanted = wanted_driver();
    if (wanted) return strcmp(wanted, "software") != 0;
    return !software && system_has_gpu();
}

uint32_t presenter_window_flags(bool software) { return gpu_is_worth_trying(software) ? SDL_WINDOW_OPENGL : 0; }

static bool renderer_is_software(void)
{
    static const char *const software[] = {"llvmpipe", "softpipe", "swrast", "Software Rasterizer", "SwiftShader"};
    typedef const unsigned char *(*GetString)(unsigned name);
    enum { GL_RENDERER_NAME = 0x1F01 };
    GetString get_string = (GetString)SDL_GL_GetProcAddress("glGetString");
    const char *name = get_string ? (const char *)get_string(GL_RENDERER_NAME) : NULL;
    for (size_t i = 0; name && i < ARRAY_LEN(software); i++)
        if (strstr(name, software[i])) return true;
    return !name;
}

static SDL_Renderer *renderer_open(SDL_Window *window, const char *name)
{
    for (int i = 0; i < SDL_GetNumRenderDrivers(); i++) {
        SDL_RendererInfo info;
        if (SDL_GetRenderDriverInfo(i, &info) != 0 || strcmp(info.name, name) != 0) continue;
        return SDL_CreateRenderer(window, i, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    }
    return NULL;
}

static SDL_Renderer *gpu_open(SDL_Window *window)
{
    static const char *const names[] = {"opengles2", "opengl"};
    if (wanted_driver()) return renderer_open(window, wanted_driver());
    SDL_Renderer *renderer = NULL;
    for (size_t i = 0; i < ARRAY_LEN(names) && !renderer; i++) renderer = renderer_open(window, names[i]);
    if (renderer && driver_has_surfaces() && renderer_is_software()) {
        SDL_DestroyRenderer(renderer);
        return NULL;
    }
    return renderer;
}

bool presenter_open(Presenter *presenter, SDL_Window *window, int rotation_degrees, bool software)
{
    *presenter = (Presenter){.window = window, .rotation.quarters = (rotation_degrees % 360 + 360) % 360 / 90};
    if (gpu_is_worth_trying(software)) presenter->renderer = gpu_open(window);
    /* Or SDL would put a GL texture behind the window's pixels. */
    if (!presenter->renderer && driver_has_surfaces()) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    presenter_resize(presenter);
    return presenter->renderer || SDL_GetWindowSurface(window);
}

void presenter_drop_held(Presenter *presenter)
{
    if (presenter->held) SDL_DestroyTexture(presenter->held);
    presenter->held = NULL;
}

static void buffers_drop(Presenter *presenter)
{
    presenter_drop_held(presenter);
    if (presenter->now) SDL_DestroyTexture(presenter->now);
    presenter->now = NULL;
    free(presenter->scratch);
    presenter->scratch = NULL;
}

void presenter_close(Presenter *presenter)
{
    buffers_drop(presenter);
    if (presenter->renderer) SDL_DestroyRenderer(presenter->renderer);
    *presenter = (Presenter){0};
}

void presenter_resize(Presenter *presenter)
{
    int w = 0, h = 0;
    if (presenter->renderer)
        SDL_GetRendererOutputSize(presenter->renderer, &w, &h);
    else
        SDL_GetWindowSize(presenter->window, &w, &h);
    buffers_drop(presenter);
    presenter->rotation = rotation_make(presenter->rotation.quarters * 90, int_max(w, 1), int_max(h, 1));
    presenter->stale = true;
}

uint32_t *presenter_pixels(Presenter *presenter)
{
    if (presenter->renderer || presenter->rotation.quarters != 0) return NULL;
    const SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    bool fits = surface && surface->w == presenter->rotation.w && surface->h == presenter->rotation.h &&
                surface->pitch == surface->w * (int)sizeof(uint32_t) && present_surface_suits(surface);
    return fits ? surface->pixels : NULL;
}

bool presenter_show(Presenter *presenter, const Frame *frame)
{
    bool shown = presenter->renderer ? present_gpu(presenter, frame) : present_surface(presenter, frame);
    if (!shown) presenter->stale = true;
    return shown;
}
