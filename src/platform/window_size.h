/* window_size.h - how large a window on a desk is. */
#ifndef HEARTH_WINDOW_SIZE_H
#define HEARTH_WINDOW_SIZE_H

#include "platform/platform.h"

/* The size of a window that has the shape of the whole display, turned as `hanging` says, and leaves a part of the desk
 * of room_w x room_h pixels free, so that its title and the close button are seen. Never smaller than 320 on a side. */
void window_size(int display_w, int display_h, Hanging hanging, int room_w, int room_h, int *w, int *h);

#endif
