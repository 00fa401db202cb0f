/* png.c - what the canvas shows, as a file. */
#include <SDL_image.h>

#include "platform/paint/canvas.h"

bool canvas_save_png(const Canvas *canvas, const char *path)
{
    int w, h;
    const uint32_t *pixels = canvas_pixels(canvas, &w, &h);
    if (!pixels) return false;
    /* The surface only reads; SDL has no const for it. */
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom((void *)(uintptr_t)pixels, w, h, 32,
                                                              w * (int)sizeof(uint32_t), SDL_PIXELFORMAT_ARGB8888);
    bool saved = surface && IMG_SavePNG(surface, path) == 0;
    SDL_FreeSurface(surface);
    return saved;
}
