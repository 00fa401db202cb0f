/* jpeg_traits.c - what a JPEG says of its colours and of how it is to be turned. Believes no length that it is told. */
#include <string.h>

#include "gfx/picture_header.h"

enum { MARKER_APP1 = 0xE1, MARKER_SOS = 0xDA, TAG_ORIENTATION = 0x0112, ORIENTATIONS = 8, IFD_ENTRY_BYTES = 12 };

/* A number of `count` bytes, or 0 past the end. */
static uint32_t number_at(Bytes file, size_t at, size_t count, bool little)
{
    uint32_t number = 0;
    if (at > file.count || count > file.count - at) return 0;
    for (size_t i = 0; i < count; i++)
        number = number << 8 | (unsigned char)file.data[little ? at + count - 1 - i : at + i];
    return number;
}

/* The Exif note of an APP1 segment: a small TIFF file whose first list may have an orientation, 1 to 8. 0: it has none.
 */
static uint32_t exif_orientation(Bytes segment)
{
    static const char start[] = "Exif\0";
    if (segment.count < 14 || memcmp(segment.data, start, sizeof(start)) != 0) return 0;
    const Bytes tiff = {segment.data + sizeof(start), segment.count - sizeof(start)};
    bool little = tiff.data[0] == 'I';
    size_t at = number_at(tiff, 4, 4, little), count = number_at(tiff, at, 2, little);
    for (size_t i = 0; i < count; i++) {
        size_t entry = at + 2 + i * IFD_ENTRY_BYTES;
        if (entry >= tiff.count) return 0;
        if (number_at(tiff, entry, 2, little) == TAG_ORIENTATION) return number_at(tiff, entry + 8, 2, little);
    }
    return 0;
}

JpegTraits jpeg_traits(Bytes file)
{
    JpegTraits traits = {.orientation = 1};
    if (picture_kind(file) != PICTURE_JPEG) return traits;
    for (size_t at = 2; at + 4 <= file.count;) {
        unsigned marker = (unsigned char)file.data[at + 1];
        size_t length = number_at(file, at + 2, 2, false);
        if ((unsigned char)file.data[at] != 0xFF || marker == MARKER_SOS) break;
        if (marker == 0xFF) { /* padding */
            at++;
            continue;
        }
        if (length < 2 || length > file.count - at - 2) break;
        bool is_frame = marker >= 0xC0 && marker <= 0xC2;
        if (is_frame && length >= 8) traits.is_cmyk = number_at(file, at + 9, 1, false) == 4;
        uint32_t orientation = marker == MARKER_APP1 ? exif_orientation((Bytes){file.data + at + 4, length - 2}) : 0;
        if (orientation >= 1 && orientation <= ORIENTATIONS) traits.orientation = (int)orientation;
        at += 2 + length;
    }
    return traits;
}
