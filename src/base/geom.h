/* geom.h - rectangles in whole pixels, and colours. */
#ifndef HEARTH_GEOM_H
#define HEARTH_GEOM_H

#include "base/base.h"

typedef struct Rect {
    int x, y, w, h;
} Rect;

typedef struct Color {
    uint8_t r, g, b, a; /* not premultiplied; a = 255 is opaque, a = 0 is "nothing drawn" */
} Color;

static inline bool rect_contains(Rect r, int x, int y)
{
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

static inline bool rect_is_empty(Rect r) { return r.w <= 0 || r.h <= 0; }

static inline Rect rect_intersect(Rect a, Rect b)
{
    int left = int_max(a.x, b.x), top = int_max(a.y, b.y);
    int right = int_min(a.x + a.w, b.x + b.w), bottom = int_min(a.y + a.h, b.y + b.h);
    return (Rect){left, top, int_max(0, right - left), int_max(0, bottom - top)};
}

static inline Rect rect_union(Rect a, Rect b)
{
    if (rect_is_empty(a)) return b;
    if (rect_is_empty(b)) return a;
    int left = int_min(a.x, b.x), top = int_min(a.y, b.y);
    int right = int_max(a.x + a.w, b.x + b.w), bottom = int_max(a.y + a.h, b.y + b.h);
    return (Rect){left, top, right - left, bottom - top};
}

/* Grows (or, for a negative amount, shrinks) on all four sides. */
static inline Rect rect_grow(Rect r, int by) { return (Rect){r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by}; }

static inline bool rect_equal(Rect a, Rect b) { return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h; }

static inline bool color_equal(Color a, Color b) { return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a; }

/* 0xRRGGBB, opaque. */
static inline Color color_rgb(uint32_t rgb)
{
    return (Color){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255};
}

static inline Color color_with_alpha(Color c, uint8_t alpha) { return (Color){c.r, c.g, c.b, alpha}; }

/* Contrast ratio of WCAG 2.x (relative luminance of sRGB), 1.0 to 21.0. Alpha is ignored. */
double color_contrast(Color a, Color b);

#endif
