/* present.h - brings a finished picture onto a window: through the window's own pixels, or a real GPU's textures.
 *
 * Software GL (llvmpipe and its like) is never used where it can be helped: it starts slowly, costs 75 MB and paints
 * more slowly than we do. */
#ifndef HEARTH_PRESENT_H
#define HEARTH_PRESENT_H

#include <SDL.h>

#include "platform/entrance.h"
#include "platform/rotation.h"

typedef struct Presenter {
    SDL_Window *window;      /* not owned */
    SDL_Renderer *renderer;  /* NULL: the window's own pixels */
    SDL_Texture *now, *held; /* of the display's size; `held` only during an entrance */
    Rotation rotation;
    uint32_t *scratch; /* a band or tile on its way to the display, turned */
    bool stale;        /* the display shows something else: everything must be brought over */
} Presenter;

typedef struct Frame {
    const uint32_t *pixels;
    const uint32_t *held; /* during an entrance */
    const Rect *changes;  /* since the frame before */
    size_t change_count;
    Entrance entrance;
} Frame;

/* Whether SDL shows through this driver. Small letters and large: SDL calls the bare console KMSDRM. */
bool driver_is(const char *name);
/* Flags that a window needs for presenter_open() to find a GPU. `software`: none is wanted. */
uint32_t presenter_window_flags(bool software);
/* Makes ready to show in `window`, which must outlive it; the picture is turned clockwise by 0, 90, 180 or 270 degrees.
 * False if the display fails. The caller owns it: presenter_close(). */
MUST_USE bool presenter_open(Presenter *presenter, SDL_Window *window, int rotation_degrees, bool software);
void presenter_close(Presenter *presenter); /* accepts a zeroed one */
/* The window has another size, or its buffers were lost. */
void presenter_resize(Presenter *presenter);
/* The window's own pixels, if the picture can be painted straight into them: then frame->pixels may be these. NULL:
 * not. Valid until the window's size changes. */
uint32_t *presenter_pixels(Presenter *presenter);
/* `frame->pixels` are rotation.w * rotation.h. False: the display failed. */
MUST_USE bool presenter_show(Presenter *presenter, const Frame *frame);
/* The held picture has changed. */
void presenter_drop_held(Presenter *presenter);

/* True if the window's own pixels are in a format that present_surface() can write. */
bool present_surface_suits(const SDL_Surface *surface);
/* The two ways of presenter_show(), of which present.c chooses one: by the window's own pixels, or by a GPU's textures.
 * False: the display failed. */
MUST_USE bool present_surface(Presenter *presenter, const Frame *frame);
/* See above. */
MUST_USE bool present_gpu(Presenter *presenter, const Frame *frame);

enum { PRESENT_BAND_PX = 64 };

#endif
