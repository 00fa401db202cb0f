#include "gfx/picture_header.h"

#include <string.h>
#include <strings.h>

typedef struct Magic {
    size_t offset;
    const char *bytes;
    size_t count;
    PictureKind kind;
    const char *name;
} Magic;

#define MAGIC(offset, bytes, kind, name)                                                                               \
    {                                                                                                                  \
        offset, bytes, sizeof(bytes) - 1, kind, name                                                                   \
    }

/* In this order: the first that fits. */
static const Magic magics[] = {
    MAGIC(0, "\x89PNG\r\n\x1a\n", PICTURE_PNG, "PNG"), MAGIC(0, "\xff\xd8\xff", PICTURE_JPEG, "JPEG"),
    MAGIC(0, "GIF8", PICTURE_UNKNOWN, "GIF"),          MAGIC(8, "WEBP", PICTURE_UNKNOWN, "WebP"),
    MAGIC(4, "ftypheic", PICTURE_UNKNOWN, "HEIC"),     MAGIC(4, "ftypmif1", PICTURE_UNKNOWN, "HEIC"),
    MAGIC(4, "ftypavif", PICTURE_UNKNOWN, "AVIF"),     MAGIC(0, "BM", PICTURE_UNKNOWN, "BMP"),
    MAGIC(0, "II*\0", PICTURE_UNKNOWN, "TIFF"),        MAGIC(0, "MM\0*", PICTURE_UNKNOWN, "TIFF"),
    MAGIC(0, "%PDF", PICTURE_UNKNOWN, "PDF"),
};

static bool bytes_at(Bytes file, size_t offset, const char *bytes, size_t count)
{
    return offset <= file.count && count <= file.count - offset && memcmp(file.data + offset, bytes, count) == 0;
}

/* An SVG is text: past a byte order mark and blanks it starts with a tag. */
static bool bytes_look_like_svg(Bytes file)
{
    size_t at = bytes_at(file, 0, "\xEF\xBB\xBF", 3) ? 3 : 0;
    while (at < file.count && strchr(" \t\r\n", file.data[at]) && file.data[at]) at++;
    return bytes_at(file, at, "<svg", 4) || bytes_at(file, at, "<?xml", 5) || bytes_at(file, at, "<!--", 4) ||
           bytes_at(file, at, "<!DOCTYPE svg", 13);
}

static const Magic *magic_find(Bytes file)
{
    for (size_t i = 0; i < ARRAY_LEN(magics); i++)
        if (bytes_at(file, magics[i].offset, magics[i].bytes, magics[i].count)) return &magics[i];
    return NULL;
}

PictureKind picture_kind(Bytes file)
{
    const Magic *magic = magic_find(file);
    if (magic) return magic->kind;
    return bytes_look_like_svg(file) ? PICTURE_SVG : PICTURE_UNKNOWN;
}

const char *picture_kind_guess(Bytes file)
{
    const Magic *magic = magic_find(file);
    if (magic) return magic->name;
    return bytes_look_like_svg(file) ? "SVG" : NULL;
}

PictureKind picture_kind_of_name(const char *name)
{
    static const struct {
        const char *ending;
        PictureKind kind;
    } endings[] = {{".png", PICTURE_PNG}, {".jpg", PICTURE_JPEG}, {".jpeg", PICTURE_JPEG}, {".svg", PICTURE_SVG}};
    const char *ending = strrchr(name, '.');
    for (size_t i = 0; ending && i < ARRAY_LEN(endings); i++)
        if (strcasecmp(ending, endings[i].ending) == 0) return endings[i].kind;
    return PICTURE_UNKNOWN;
}

/* Big-endian number of `count` bytes, at most 4; the caller knows that they are there. */
static uint32_t bytes_number(Bytes file, size_t offset, size_t count)
{
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++) number = number << 8 | (unsigned char)file.data[offset + i];
    return number;
}

static bool size_set(uint32_t wide, uint32_t high, int *w, int *h)
{
    if (wide == 0 || high == 0 || wide > INT32_MAX || high > INT32_MAX) return false;
    *w = (int)wide;
    *h = (int)high;
    return true;
}

/* Signature, then the header chunk, always first: length 13, "IHDR", width, height, five bytes, check sum. */
static bool png_size(Bytes file, int *w, int *h)
{
    if (file.count < 33 || !bytes_at(file, 8, "\0\0\0\x0dIHDR", 8)) return false;
    return size_set(bytes_number(file, 16, 4), bytes_number(file, 20, 4), w, h);
}

/* Segments (FF, marker, length) until the frame header. */
static bool jpeg_size(Bytes file, int *w, int *h)
{
    enum {
        SOF_BASELINE = 0xC0,
        SOF_EXTENDED = 0xC1,
        SOF_PROGRESSIVE = 0xC2,
        SOF_LAST = 0xCF,
        DHT = 0xC4,
        JPG = 0xC8,
        DAC = 0xCC,
        RST0 = 0xD0,
        EOI = 0xD9,
        SOS = 0xDA,
        TEM = 0x01
    };
    size_t at = 2;
    while (at + 4 <= file.count) {
        if ((unsigned char)file.data[at] != 0xFF) return false;
        unsigned marker = (unsigned char)file.data[at + 1];
        if (marker == 0xFF) { /* padding */
            at++;
            continue;
        }
        if (marker == TEM || (marker >= RST0 && marker <= EOI) || marker == SOS) return false;
        size_t length = bytes_number(file, at + 2, 2);
        if (length < 2 || length > file.count - at - 2) return false;
        if (marker == SOF_BASELINE || marker == SOF_EXTENDED || marker == SOF_PROGRESSIVE)
            return length >= 8 && size_set(bytes_number(file, at + 7, 2), bytes_number(file, at + 5, 2), w, h);
        bool is_table = marker == DHT || marker == JPG || marker == DAC;
        if (marker > SOF_PROGRESSIVE && marker <= SOF_LAST && !is_table) return false;
        at += 2 + length;
    }
    return false;
}

bool picture_size(Bytes file, int *w, int *h)
{
    PictureKind kind = picture_kind(file);
    if (kind == PICTURE_PNG) return png_size(file, w, h);
    if (kind == PICTURE_JPEG) return jpeg_size(file, w, h);
    return false;
}

bool picture_size_is_fine(int w, int h)
{
    return w > 0 && h > 0 && w <= PICTURE_SIDE_MAX && h <= PICTURE_SIDE_MAX &&
           (int64_t)w * (int64_t)h <= PICTURE_AREA_MAX;
}
