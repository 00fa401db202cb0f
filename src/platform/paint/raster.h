/* raster.h - pixels in memory and the few ways to put colour on them.
 *
 * Nothing outside `clip` is touched, and what a pixel becomes depends on where it is, never on the clip: painting a
 * picture in parts gives the same pixels as painting it at once. Pixels are opaque, 0xffRRGGBB. */
#ifndef HEARTH_RASTER_H
#define HEARTH_RASTER_H

#include "base/geom.h"

typedef struct Raster {
    uint32_t *pixels; /* w * h, rows without padding */
    int w, h;
} Raster;

static inline uint32_t color_pixel(Color c)
{
    return 0xff000000u | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | (uint32_t)c.b;
}

/* `above` over `below` with alpha 0..255. Equal colours stay what they are; 0 and 255 are exact. */
static inline uint32_t pixel_mix(uint32_t below, uint32_t above, uint32_t alpha)
{
    alpha += alpha >> 7;
    uint32_t red_blue = ((below & 0xff00ffu) * (256 - alpha) + (above & 0xff00ffu) * alpha) >> 8 & 0xff00ffu;
    uint32_t green = ((below & 0xff00u) * (256 - alpha) + (above & 0xff00u) * alpha) >> 8 & 0xff00u;
    return 0xff000000u | red_blue | green;
}

/* a * b / 255, rounded: two coverages or opacities after one another. */
static inline uint32_t alpha_product(uint32_t a, uint32_t b) { return (a * b + 127) / 255; }

/* Paints `box` in one colour; alpha mixes it with what is there. */
void raster_fill(const Raster *raster, Rect clip, Rect box, Color color);

/* A rounded box; the edge lies inside it. */
typedef struct BoxShape {
    Rect box;
    int radius_px, edge_px;
    Color fill, edge;
} BoxShape;
/* Paints the box, with edges that are smoothed. */
void raster_box(const Raster *raster, Rect clip, const BoxShape *shape);

/* Part of a ring inscribed in `box`, with round ends; start and sweep in turns, clockwise from the top. */
void raster_arc(const Raster *raster, Rect clip, Rect box, int thickness_px, double start, double sweep, Color color);

/* A mask of w * h coverages painted in `color` with its top left at x, y. */
void raster_mask(const Raster *raster, Rect clip, int x, int y, const uint8_t *mask, int w, int h, Color color);

/* A picture of w * h pixels, straight alpha. */
typedef struct PictureShape {
    const uint32_t *pixels;
    int x, y, w, h;
    bool flipped; /* left to right */
    uint8_t opacity;
    Color tint; /* a > 0: only the picture's alpha counts, and this is its colour */
} PictureShape;
/* Paints the picture at its own size. */
void raster_picture(const Raster *raster, Rect clip, const PictureShape *shape);

#endif
