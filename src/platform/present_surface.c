/* present_surface.c - writes into the window's own pixels and tells the display server which rectangles are new. */
#include <stdlib.h>

#include "base/mem.h"
#include "platform/present.h"

static uint32_t *surface_pixel(const SDL_Surface *surface, int x, int y)
{
    return (uint32_t *)((char *)surface->pixels + (ptrdiff_t)y * surface->pitch) + x;
}

static int surface_stride(const SDL_Surface *surface) { return surface->pitch / (int)sizeof(uint32_t); }

bool present_surface_suits(const SDL_Surface *surface)
{
    return surface->format->format == SDL_PIXELFORMAT_RGB888 || surface->format->format == SDL_PIXELFORMAT_ARGB8888;
}

static SDL_Rect area_copy(const Presenter *presenter, const SDL_Surface *surface, const uint32_t *pixels, Rect area)
{
    Rect to = rotation_to_display(presenter->rotation, area);
    if (pixels != surface->pixels)
        rotation_copy(presenter->rotation, pixels + (ptrdiff_t)area.y * presenter->rotation.w + area.x,
                      presenter->rotation.w, area.w, area.h, surface_pixel(surface, to.x, to.y),
                      surface_stride(surface));
    return (SDL_Rect){to.x, to.y, to.w, to.h};
}

/* Turned pictures are mixed in tiles that stay in the cache on their way round the corner. */
static void piece_copy_turned(Presenter *presenter, const SDL_Surface *surface, const Frame *frame, const Piece *piece)
{
    const Rotation rotation = presenter->rotation;
    const unsigned share = entrance_share(&frame->entrance);
    if (!presenter->scratch) presenter->scratch = mem_alloc(PRESENT_BAND_PX * PRESENT_BAND_PX * sizeof(uint32_t));
    for (int y = piece->to.y; y < piece->to.y + piece->to.h; y += PRESENT_BAND_PX)
        for (int x = piece->to.x; x < piece->to.x + piece->to.w; x += PRESENT_BAND_PX) {
            Rect tile = rect_intersect((Rect){x, y, PRESENT_BAND_PX, PRESENT_BAND_PX}, piece->to);
            Rect to = rotation_to_display(rotation, tile);
            entrance_mix(frame->held, frame->pixels, rotation.w, piece, tile, share, presenter->scratch, tile.w);
            rotation_copy(rotation, presenter->scratch, tile.w, tile.w, tile.h, surface_pixel(surface, to.x, to.y),
                          surface_stride(surface));
        }
}

static void entrance_copy(Presenter *presenter, const SDL_Surface *surface, const Frame *frame)
{
    const Rotation rotation = presenter->rotation;
    Piece pieces[ENTRANCE_PIECES_MAX];
    size_t count = entrance_pieces(&frame->entrance, rotation.w, rotation.h, pieces);
    for (const Piece *piece = pieces; piece < pieces + count; piece++)
        if (rotation.quarters != 0)
            piece_copy_turned(presenter, surface, frame, piece);
        else
            entrance_mix(frame->held, frame->pixels, rotation.w, piece, piece->to, entrance_share(&frame->entrance),
                         surface_pixel(surface, piece->to.x, piece->to.y), surface_stride(surface));
}

bool present_surface(Presenter *presenter, const Frame *frame)
{
    SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    if (!surface || !present_surface_suits(surface)) return false;
    const Rect all = {0, 0, presenter->rotation.w, presenter->rotation.h};
    Rect display = rotation_to_display(presenter->rotation, all);
    if (surface->w != display.w || surface->h != display.h) { /* the event that says so is on its way */
        presenter->stale = true;
        return true;
    }
    if (entrance_is_running(&frame->entrance) && frame->held) {
        entrance_copy(presenter, surface, frame);
        presenter->stale = true; /* the next frame without an entrance starts anew */
        return SDL_UpdateWindowSurface(presenter->window) == 0;
    }
    if (presenter->stale) {
        area_copy(presenter, surface, frame->pixels, all);
        presenter->stale = false;
        return SDL_UpdateWindowSurface(presenter->window) == 0;
    }
    if (frame->change_count == 0) return true;
    SDL_Rect *areas = mem_alloc(mem_product(frame->change_count, sizeof(*areas)));
    for (size_t i = 0; i < frame->change_count; i++)
        areas[i] = area_copy(presenter, surface, frame->pixels, frame->changes[i]);
    bool shown = SDL_UpdateWindowSurfaceRects(presenter->window, areas, (int)frame->change_count) == 0;
    free(areas);
    return shown;
}
