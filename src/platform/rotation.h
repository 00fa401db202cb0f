/* rotation.h - between the picture as it is laid out and the display as it is mounted.
 *
 * `w` and `h` are always those of the picture (logical pixels); turned a quarter, the display is h wide and w high. */
#ifndef HEARTH_ROTATION_H
#define HEARTH_ROTATION_H

#include "base/geom.h"

/* How far the picture is turned clockwise on the display, in quarters. */
typedef struct Rotation {
    int quarters; /* 0..3 */
    int w, h;
} Rotation;

/* For a display of display_w x display_h; degrees that are no multiple of 90 are rounded down. */
Rotation rotation_make(int degrees, int display_w, int display_h);
/* Where a rectangle of the picture lies on the display. */
Rect rotation_to_display(Rotation rotation, Rect rect);
/* The pixel of the picture that is shown at display_x, display_y. Outside the display: the nearest one. */
void rotation_to_picture(Rotation rotation, int display_x, int display_y, int *x, int *y);
/* Copies a part of the picture, w * h pixels, to where it lies on the display. Both point at the part's top left pixel,
 * each as it lies; strides are in pixels. */
void rotation_copy(Rotation rotation, const uint32_t *picture, int picture_stride, int w, int h, uint32_t *display,
                   int display_stride);

#endif
