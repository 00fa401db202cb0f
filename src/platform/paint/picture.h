/* picture.h - one picture from its file to pixels of a wanted size. Knows no cache and no thread. */
#ifndef HEARTH_PICTURE_H
#define HEARTH_PICTURE_H

#include "base/fs.h"

/* Owns its pixels: free(). */
typedef struct PictureData {
    uint32_t *pixels; /* 0xAARRGGBB, straight alpha */
    int w, h;
} PictureData;

/* Decodes a file's bytes and scales to fit box_w x box_h. False: not a picture that we decode. */
MUST_USE bool picture_decode(Bytes file, int box_w, int box_h, PictureData *out);
/* The bytes of "icon:NAME", "art:NAME" or a file, in `arena`. */
MUST_USE bool picture_read(Arena *arena, const char *path, Bytes *out);
/* Scales by averaging areas (smaller) or blending neighbours (bigger). */
PictureData picture_scale(const PictureData *picture, int w, int h);

#endif
