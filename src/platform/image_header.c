#include "platform/image_header.h"

#include <string.h>

#include "platform/images.h"

static unsigned byte_at(Bytes file, size_t at) { return (unsigned char)file.data[at]; }

static unsigned u16_at(Bytes file, size_t at) { return byte_at(file, at) << 8 | byte_at(file, at + 1); }

static uint32_t u32_at(Bytes file, size_t at) { return (uint32_t)u16_at(file, at) << 16 | u16_at(file, at + 2); }

static ImageHeader sized(ImageKind kind, uint32_t w, uint32_t h)
{
    bool good = w > 0 && h > 0 && w <= IMAGE_SIDE_MAX && h <= IMAGE_SIDE_MAX && (uint64_t)w * h <= IMAGE_AREA_MAX;
    return good ? (ImageHeader){kind, (int)w, (int)h} : (ImageHeader){0};
}

static ImageHeader png_read(Bytes file)
{
    static const char chunk[8] = {0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    if (file.count < 33 || memcmp(file.data + 8, chunk, sizeof(chunk)) != 0) return (ImageHeader){0};
    return sized(IMAGE_PNG, u32_at(file, 16), u32_at(file, 20));
}

/* Walks the segments to the frame header: baseline, extended or progressive, Huffman coded, one or three colours. */
static ImageHeader jpeg_read(Bytes file)
{
    size_t at = 2;
    while (at + 4 <= file.count) {
        if (byte_at(file, at) != 0xff) return (ImageHeader){0};
        unsigned marker = byte_at(file, at + 1);
        if (marker == 0xff) { /* padding */
            at++;
            continue;
        }
        size_t length = u16_at(file, at + 2);
        if (length < 2 || length > file.count - at - 2) return (ImageHeader){0};
        bool is_frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (is_frame || marker == 0xda || marker == 0xd9) {
            bool good = marker >= 0xc0 && marker <= 0xc2 && length >= 8 && byte_at(file, at + 4) == 8;
            unsigned colors = good ? byte_at(file, at + 9) : 0;
            if (colors != 1 && colors != 3) return (ImageHeader){0};
            return sized(IMAGE_JPEG, u16_at(file, at + 7), u16_at(file, at + 5));
        }
        at += 2 + length;
    }
    return (ImageHeader){0};
}

ImageHeader image_header_read(Bytes file)
{
    if (file.count > IMAGE_FILE_MAX) return (ImageHeader){0};
    if (file.count >= 8 && memcmp(file.data, "\x89PNG\r\n\x1a\n", 8) == 0) return png_read(file);
    if (file.count >= 3 && memcmp(file.data, "\xff\xd8\xff", 3) == 0) return jpeg_read(file);
    return image_svg_is_drawable(file) ? (ImageHeader){.kind = IMAGE_SVG} : (ImageHeader){0};
}
