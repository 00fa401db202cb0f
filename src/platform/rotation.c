#include "platform/rotation.h"

#include <string.h>

enum { TILE_PX = 32 }; /* a tile's rows and columns fit the first cache, whichever way they run */

Rotation rotation_make(int degrees, int display_w, int display_h)
{
    int quarters = (degrees % 360 + 360) % 360 / 90;
    bool upright = quarters % 2 == 0;
    return (Rotation){quarters, upright ? display_w : display_h, upright ? display_h : display_w};
}

Rect rotation_to_display(Rotation rotation, Rect rect)
{
    int right = rotation.w - rect.x - rect.w, below = rotation.h - rect.y - rect.h; /* what is left there */
    switch (rotation.quarters) {
    case 1: return (Rect){below, rect.x, rect.h, rect.w};
    case 2: return (Rect){right, below, rect.w, rect.h};
    case 3: return (Rect){rect.y, right, rect.h, rect.w};
    default: return rect;
    }
}

void rotation_to_picture(Rotation rotation, int display_x, int display_y, int *x, int *y)
{
    int right = rotation.w - 1, bottom = rotation.h - 1;
    switch (rotation.quarters) {
    case 1: *x = display_y, *y = bottom - display_x; break;
    case 2: *x = right - display_x, *y = bottom - display_y; break;
    case 3: *x = right - display_y, *y = display_x; break;
    default: *x = display_x, *y = display_y; break;
    }
    *x = int_clamp(*x, 0, right);
    *y = int_clamp(*y, 0, bottom);
}

/* One tile; a step right or down in the picture is a step of `right` or `down` on the display. */
static void tile_copy(const uint32_t *picture, int stride, uint32_t *display, ptrdiff_t right, ptrdiff_t down, int w,
                      int h)
{
    for (int y = 0; y < h; y++) {
        const uint32_t *source = picture + (ptrdiff_t)y * stride;
        uint32_t *target = display + y * down;
        for (int x = 0; x < w; x++) target[x * right] = source[x];
    }
}

void rotation_copy(Rotation rotation, const uint32_t *picture, int picture_stride, int w, int h, uint32_t *display,
                   int display_stride)
{
    if (rotation.quarters == 0) {
        for (int y = 0; y < h; y++)
            memcpy(display + (ptrdiff_t)y * display_stride, picture + (ptrdiff_t)y * picture_stride,
                   (size_t)w * sizeof(*picture));
        return;
    }
    const ptrdiff_t rights[] = {1, display_stride, -1, -display_stride};
    const ptrdiff_t downs[] = {display_stride, -1, -display_stride, 1};
    const ptrdiff_t right = rights[rotation.quarters], down = downs[rotation.quarters];
    /* From the top left pixel on the display to the one that is top left in the picture. */
    if (right < 0) display -= right * (w - 1);
    if (down < 0) display -= down * (h - 1);
    for (int y = 0; y < h; y += TILE_PX)
        for (int x = 0; x < w; x += TILE_PX)
            tile_copy(picture + (ptrdiff_t)y * picture_stride + x, picture_stride, display + x * right + y * down,
                      right, down, int_min(TILE_PX, w - x), int_min(TILE_PX, h - y));
}
