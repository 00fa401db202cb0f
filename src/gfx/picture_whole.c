/* picture_whole.c - whether a picture file goes on to its end, as its own structure says. */
#include <string.h>

#include "gfx/picture_header.h"

/* Big-endian number of `count` bytes, at most 4; the caller knows that they are there. */
static uint32_t number_at(Bytes file, size_t offset, size_t count)
{
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++) number = number << 8 | (unsigned char)file.data[offset + i];
    return number;
}

static bool is_letters(const char *type)
{
    for (int i = 0; i < 4; i++)
        if ((type[i] < 'A' || type[i] > 'Z') && (type[i] < 'a' || type[i] > 'z')) return false;
    return true;
}

/* Behind the signature, chunks: length (4 bytes), type (4 letters), data, check sum (4 bytes). IHDR comes first and
 * IEND last; the pixels are in IDAT. What follows IEND is read by no decoder. */
static bool png_is_whole(Bytes file)
{
    enum { SIGNATURE = 8, FRAME = 12 /* of a chunk, around its data */ };
    bool has_pixels = false;
    for (size_t at = SIGNATURE; file.count - at >= FRAME;) {
        size_t length = number_at(file, at, 4);
        const char *type = file.data + at + 4;
        if (length > file.count - at - FRAME || !is_letters(type)) return false;
        if ((at == SIGNATURE) != (memcmp(type, "IHDR", 4) == 0)) return false;
        if (memcmp(type, "IEND", 4) == 0) return has_pixels;
        if (memcmp(type, "IDAT", 4) == 0) has_pixels = true;
        at += FRAME + length;
    }
    return false;
}

enum { JPEG_TEM = 0x01, JPEG_RST0 = 0xD0, JPEG_RST7 = 0xD7, JPEG_SOI = 0xD8, JPEG_EOI = 0xD9, JPEG_SOS = 0xDA };

/* The place of the next marker's FF from `at` on, past coded pixels: in these, FF is followed by 0, by the number of a
 * restart, or by another FF. file.count if there is none. */
static size_t jpeg_scan_end(Bytes file, size_t at)
{
    for (; at + 1 < file.count; at++) {
        if ((unsigned char)file.data[at] != 0xFF) continue;
        unsigned next = (unsigned char)file.data[at + 1];
        if (next != 0 && next != 0xFF && (next < JPEG_RST0 || next > JPEG_RST7)) return at;
    }
    return file.count;
}

/* Segments (FF, marker, length, data); coded pixels follow each start of a scan (SOS). The last marker is EOI. */
static bool jpeg_is_whole(Bytes file)
{
    bool has_pixels = false;
    for (size_t at = 2; at + 2 <= file.count;) {
        if ((unsigned char)file.data[at] != 0xFF) return false;
        unsigned marker = (unsigned char)file.data[at + 1];
        if (marker == JPEG_EOI) return has_pixels;
        bool alone = marker == 0xFF || marker == JPEG_TEM; /* padding, or a marker without data */
        if (alone) {
            at += marker == 0xFF ? 1 : 2;
            continue;
        }
        if ((marker >= JPEG_RST0 && marker <= JPEG_SOI) || marker == 0 || file.count - at < 4) return false;
        size_t length = number_at(file, at + 2, 2);
        if (length < 2 || length > file.count - at - 2) return false;
        at += 2 + length;
        if (marker != JPEG_SOS) continue;
        has_pixels = true;
        at = jpeg_scan_end(file, at);
    }
    return false;
}

bool picture_is_whole(Bytes file)
{
    switch (picture_kind(file)) {
    case PICTURE_PNG: return png_is_whole(file);
    case PICTURE_JPEG: return jpeg_is_whole(file);
    case PICTURE_SVG: return true; /* its own reader says so: see svg_subset.h */
    case PICTURE_UNKNOWN: break;
    }
    return false;
}
