/* image_header.h - what a picture's file says it is, before any decoder may see it.
 *
 * Decoders are trusted with nothing: kind by its first bytes, size within the caps of images.h, SVG only as far as we draw
 * it. Names and extensions do not matter. */
#ifndef HEARTH_IMAGE_HEADER_H
#define HEARTH_IMAGE_HEADER_H

#include "base/fs.h"

typedef enum ImageKind { IMAGE_NONE, IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG } ImageKind;

typedef struct ImageHeader {
    ImageKind kind;
    int w, h; /* in pixels; 0 for SVG, which has any size */
} ImageHeader;

enum { IMAGE_SVG_MAX = 256 * 1024 };

/* IMAGE_NONE: not a picture that we decode. */
ImageHeader image_header_read(Bytes file);
/* True for an SVG that holds only what SDL2_image draws, and nothing that would keep it busy for long. */
bool image_svg_is_drawable(Bytes file);

#endif
