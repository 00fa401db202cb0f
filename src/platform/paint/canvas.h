/* canvas.h - paints a scene into memory. No window needed: previews, goldens and the kiosk share it.
 *
 * Keeps what it painted last and repaints only the cells whose items changed. */
#ifndef HEARTH_CANVAS_H
#define HEARTH_CANVAS_H

#include "gfx/scene.h"
#include "platform/paint/fontset.h"
#include "platform/images.h"

typedef struct Canvas Canvas;

/* An empty canvas, which takes letters from `fonts` and pictures from `images`: both must outlive it. The caller owns
 * it. */
MUST_USE Canvas *canvas_new(FontSet *fonts, Images *images);
void canvas_free(Canvas *canvas); /* accepts NULL */

/* Paints `scene`; resizes to it. Returns the rectangle that changed (empty: nothing did). */
Rect canvas_paint(Canvas *canvas, const Scene *scene);
/* Renders the letters and asks for the pictures of a scene that is painted soon. */
void canvas_prepare(Canvas *canvas, const Scene *scene);
/* The rectangles that the last canvas_paint changed; they do not overlap. Valid until the next one. */
const Rect *canvas_changes(const Canvas *canvas, size_t *count);
/* Paints into `pixels` from now on, w * h of them, which the caller owns; NULL: into memory of its own. What was
 * painted moves along, if it has this size and does not go from one caller's pixels to others. */
void canvas_move(Canvas *canvas, uint32_t *pixels, int w, int h);
/* Leaves the caller's pixels, if it paints into any, without touching them. The next paint starts from nothing. */
void canvas_leave(Canvas *canvas);
/* w * h pixels, 0xAARRGGBB in native order, rows without padding. Valid until the next call. */
const uint32_t *canvas_pixels(const Canvas *canvas, int *w, int *h);
/* The next paint starts from nothing (a picture arrived, the display lost its buffers). */
void canvas_invalidate(Canvas *canvas);
/* Overwrites the pixels and every cached run of text. */
void canvas_wipe(Canvas *canvas);
/* Writes what is painted as a PNG file. False if the file cannot be written, or nothing is painted. */
MUST_USE bool canvas_save_png(const Canvas *canvas, const char *path);

#endif
