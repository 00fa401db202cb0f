#include "platform/entrance.h"

#include <string.h>

size_t entrance_pieces(const Entrance *entrance, int w, int h, Piece out[ENTRANCE_PIECES_MAX])
{
    Rect whole = {0, 0, w, h}, moving = rect_intersect(entrance->moving, whole);
    if (rect_is_empty(moving)) moving = whole;
    const int right = moving.x + moving.w, bottom = moving.y + moving.h;
    const int rise = int_clamp(entrance->rise_px, 0, moving.h);
    const Piece all[ENTRANCE_PIECES_MAX] = {
        {{0, 0, w, moving.y}, {0, 0, w, moving.y}},
        {{0, moving.y, moving.x, moving.h}, {0, moving.y, moving.x, moving.h}},
        {{right, moving.y, w - right, moving.h}, {right, moving.y, w - right, moving.h}},
        {{0, bottom, w, h - bottom}, {0, bottom, w, h - bottom}},
        {{moving.x, moving.y, moving.w, 1}, {moving.x, moving.y, moving.w, rise}},
        {{moving.x, moving.y, moving.w, moving.h - rise}, {moving.x, moving.y + rise, moving.w, moving.h - rise}},
    };
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        if (!rect_is_empty(all[i].to)) out[count++] = all[i];
    return count;
}

unsigned entrance_share(const Entrance *entrance)
{
    double progress = entrance->progress < 0 ? 0 : entrance->progress > 1 ? 1 : entrance->progress;
    return (unsigned)(progress * 256 + 0.5);
}

enum { CHUNK_BYTES = 64 };

/* Byte by byte and in chunks of one size, a form that compilers turn into vector instructions. */
static void bytes_mix(const uint8_t *below, const uint8_t *above, unsigned share, uint8_t *out, size_t count)
{
    const uint16_t more = (uint16_t)share, less = (uint16_t)(256 - share);
    for (; count >= CHUNK_BYTES; count -= CHUNK_BYTES) {
        uint8_t mixed[CHUNK_BYTES];
        for (int i = 0; i < CHUNK_BYTES; i++) mixed[i] = (uint8_t)((below[i] * less + above[i] * more) >> 8);
        memcpy(out, mixed, CHUNK_BYTES);
        below += CHUNK_BYTES;
        above += CHUNK_BYTES;
        out += CHUNK_BYTES;
    }
    for (size_t i = 0; i < count; i++) out[i] = (uint8_t)((below[i] * less + above[i] * more) >> 8);
}

void entrance_mix(const uint32_t *held, const uint32_t *now, int w, const Piece *piece, Rect part, unsigned share,
                  uint32_t *out, int out_stride)
{
    const int from_x = part.x + piece->from.x - piece->to.x;
    for (int y = part.y; y < part.y + part.h; y++) {
        int from_y = piece->from.y + int_min(y - piece->to.y, piece->from.h - 1);
        const uint32_t *below = held + (ptrdiff_t)y * w + part.x, *above = now + (ptrdiff_t)from_y * w + from_x;
        bytes_mix((const uint8_t *)below, (const uint8_t *)above, share,
                  (uint8_t *)(out + (ptrdiff_t)(y - part.y) * out_stride), (size_t)part.w * sizeof(*out));
    }
}
