#include "platform/sound/chime.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"

enum {
    RATE_HZ = 24000,
    NOTE_MS = 450,
    SWELL_MS = 20, /* a note that begins or ends at once is heard as a click */
    NOTES = 2,
    NOTE_FRAMES = RATE_HZ / 1000 * NOTE_MS,
    HEADER = 44,
    FRAME_BYTES = 2,
};
static const double notes_hz[NOTES] = {523.25, 659.26}; /* a major third upward */
static const double loudness = 0.4, fading = 4.0, two_pi = 6.283185307179586;

static unsigned char *put(unsigned char *at, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) *at++ = (unsigned char)(value >> (8 * i));
    return at;
}

static unsigned char *put_text(unsigned char *at, const char *four)
{
    memcpy(at, four, 4);
    return at + 4;
}

static unsigned char *put_header(unsigned char *at, uint32_t data_bytes)
{
    at = put(put_text(at, "RIFF"), HEADER - 8 + data_bytes, 4);
    at = put(put_text(put_text(at, "WAVE"), "fmt "), 16, 4);
    at = put(put(at, 1, 2), 1, 2); /* PCM, one channel */
    at = put(put(at, RATE_HZ, 4), RATE_HZ * FRAME_BYTES, 4);
    at = put(put(at, FRAME_BYTES, 2), 8 * FRAME_BYTES, 2);
    return put(put_text(at, "data"), data_bytes, 4);
}

/* As a bell is struck: there soon, and gone slowly. */
static double envelope(int frame)
{
    int swell = RATE_HZ / 1000 * SWELL_MS, left = NOTE_FRAMES - 1 - frame;
    double edge = fmin(1, (double)(frame < left ? frame : left) / swell);
    return edge * exp(-fading * frame / NOTE_FRAMES);
}

unsigned char *chime_new(size_t *count)
{
    const uint32_t data_bytes = NOTES * NOTE_FRAMES * FRAME_BYTES;
    unsigned char *bytes = mem_alloc(HEADER + data_bytes), *at = put_header(bytes, data_bytes);
    for (int note = 0; note < NOTES; note++)
        for (int frame = 0; frame < NOTE_FRAMES; frame++) {
            double wave = sin(two_pi * notes_hz[note] * frame / RATE_HZ);
            at = put(at, (uint32_t)(int32_t)lround(INT16_MAX * loudness * envelope(frame) * wave), FRAME_BYTES);
        }
    *count = HEADER + data_bytes;
    return bytes;
}
