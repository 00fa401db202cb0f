/* picture_header.h - what a picture says it is, read before any decoder sees it.
 *
 * Decoders believe what a file claims: a PNG of 48 KB can ask for 400 MB. So the claim is looked at first. */
#ifndef HEARTH_PICTURE_HEADER_H
#define HEARTH_PICTURE_HEADER_H

#include "base/fs.h"

enum {
    PICTURE_SIDE_MAX = 4096,
    PICTURE_AREA_MAX = 8400000, /* pixels: 32 MB decoded */
    PICTURE_FILE_BYTES_MAX = 4 * 1024 * 1024,
};

typedef enum PictureKind { PICTURE_UNKNOWN, PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG } PictureKind;

/* By its first bytes, whatever the file is called. */
PictureKind picture_kind(Bytes file);
/* The kind that a file name promises: .png, .jpg, .jpeg, .svg; PICTURE_UNKNOWN for any other. */
PictureKind picture_kind_of_name(const char *name);
/* What people call these bytes: "PNG", or "WebP" for one that we do not draw; NULL if they look like no picture. */
const char *picture_kind_guess(Bytes file);

/* Width and height as a PNG or JPEG claims them. False: the header is damaged, or of a kind that no decoder of ours
 * reads (arithmetic or lossless JPEG); then *w and *h are left alone. */
bool picture_size(Bytes file, int *w, int *h);
/* True if a PNG or JPEG goes on to its end: each piece of it is as long as it claims, there are pixels, and the end is
 * marked. Decoders take a file that breaks off for one that is still coming: libpng through SDL waits for ever, and
 * libjpeg paints the missing half grey. An SVG is whole; other kinds are not. */
bool picture_is_whole(Bytes file);
typedef struct JpegTraits {
    bool is_cmyk;    /* the colours of a printer */
    int orientation; /* 1 to 8, as Exif counts: how to turn and mirror the pixels so that the photo stands upright; 1:
                        not */
} JpegTraits;

/* jpeg_traits.c: what a JPEG says of itself; the traits of an upright one for what is none, or is damaged. */
JpegTraits jpeg_traits(Bytes file);
/* True for a size that we are ready to decode. */
bool picture_size_is_fine(int w, int h);

#endif
