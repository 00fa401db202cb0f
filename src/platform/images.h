/* images.h - pictures by name and size, decoded off the main thread, kept in a cache of bounded bytes.
 *
 * "icon:NAME" and "art:NAME" are compiled in; others are files. Each file's header is looked at before any decoder sees
 * it; only PNG, JPEG and the drawn subset of SVG are decoded. A picture that cannot be is simply not painted. */
#ifndef HEARTH_IMAGES_H
#define HEARTH_IMAGES_H

#include "base/geom.h"

typedef struct Images Images;

enum { IMAGE_CACHE_BYTES = 3 * 1024 * 1024 }; /* what one frame needs stays, even if it is more */

typedef struct Picture {
    const uint32_t *pixels; /* 0xAARRGGBB, straight alpha, w * h */
    int w, h;
} Picture;

/* With `wake` NULL everything is decoded at once, in the caller's thread. Otherwise on a worker, and wake(context) is
 * called (from the worker) when one is ready. */
MUST_USE Images *images_new(void (*wake)(void *context), void *context);
void images_free(Images *images); /* accepts NULL */

typedef enum ImageState { IMAGE_READY, IMAGE_PENDING, IMAGE_BROKEN } ImageState;
/* Starts a frame: what is asked for from now on stays in the cache, whatever its size, until the next frame. */
void images_begin_frame(Images *images);
/* The picture scaled to fit box_w x box_h. `out` is valid until the next call. */
ImageState images_get(Images *images, const char *path, int box_w, int box_h, Picture *out);
/* Forgets all pictures that are files: which were seen tells what was read. One that is being decoded goes later, at
 * the start of a frame. What images_get() gave out is not valid any more. */
void images_wipe(Images *images);
/* Waits until nothing is pending any more. */
void images_settle(Images *images);
/* Decodes the file once, at its own size, and throws the result away: for a process that is confined already. */
bool images_decodes(const char *path);
/* The same in a process of its own, that is given up when it takes too long: for the checker. */
bool images_decodes_apart(const char *path);

#endif
