/* picture.h - one picture from its file to pixels of a wanted size. Knows no cache and no thread. */
#ifndef HEARTH_PICTURE_H
#define HEARTH_PICTURE_H

#include "confine/confine.h"
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

/* A box that a picture may be scaled to: twice the largest picture is a wall of screens. */
bool picture_box_is_fine(int w, int h);

enum { PICTURE_BUDGET_MS = 10000 }; /* for one picture; CONFINE_CPU_S of computing ends it earlier */

/* As picture_read() and picture_decode() of the file `path`, in a process of its own. False also if that takes longer
 * than its budget, or was stopped. `watch` may be NULL. May be called on any thread. */
MUST_USE bool picture_decode_apart(const char *path, int box_w, int box_h, const ConfineWatch *watch, PictureData *out);

#endif
