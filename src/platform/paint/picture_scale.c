/* picture_scale.c - each row is brought to its new width, then added to the rows it falls into. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "platform/paint/picture.h"

enum { CHANNELS = 4 }; /* alpha, and red, green, blue multiplied by it */

/* How much the source pixels from `first` on count for one pixel of the result; the weights add up to 1. */
typedef struct Share {
    int first, count;
    float *weights;
} Share;

typedef struct Axis {
    Share *shares;
    float *weights;
} Axis;

static double overlap(double from, double to, double low, double high)
{
    return fmax(0, fmin(to, high) - fmax(from, low));
}

/* Smaller: the part of each source pixel that the new one covers. Bigger: the two nearest, by nearness. */
static Share share_make(int at, int from_size, int to_size, float *weights)
{
    double scale = (double)from_size / to_size, middle = (at + 0.5) * scale;
    double half = scale > 1 ? scale / 2 : 1;
    int first = int_clamp((int)floor(middle - half), 0, from_size - 1);
    int last = int_clamp((int)ceil(middle + half) - 1, first, from_size - 1);
    double sum = 0;
    for (int i = first; i <= last; i++) {
        double weight =
            scale > 1 ? overlap(i, i + 1, middle - half, middle + half) : fmax(0, 1 - fabs(i + 0.5 - middle));
        weights[i - first] = (float)weight;
        sum += weight;
    }
    for (int i = first; i <= last; i++) weights[i - first] = (float)(weights[i - first] / sum);
    return (Share){first, last - first + 1, weights};
}

static Axis axis_make(int from_size, int to_size)
{
    size_t most = (size_t)from_size / (size_t)to_size + 4, count = (size_t)to_size;
    Axis axis = {mem_alloc(mem_product(count, sizeof(Share))), mem_alloc(mem_product(count * most, sizeof(float)))};
    for (int i = 0; i < to_size; i++)
        axis.shares[i] = share_make(i, from_size, to_size, axis.weights + (size_t)i * most);
    return axis;
}

static void axis_free(Axis *axis)
{
    free(axis->shares);
    free(axis->weights);
}

/* One source row at its new width, as floats, alpha multiplied in. */
static void row_scale(const uint32_t *row, const Axis *axis, int w, float *out)
{
    for (int x = 0; x < w; x++) {
        const Share *share = &axis->shares[x];
        float alpha = 0, red = 0, green = 0, blue = 0;
        for (int i = 0; i < share->count; i++) {
            uint32_t pixel = row[share->first + i];
            float weight = share->weights[i] * (float)(pixel >> 24);
            alpha += weight;
            red += weight * (float)(pixel >> 16 & 255);
            green += weight * (float)(pixel >> 8 & 255);
            blue += weight * (float)(pixel & 255);
        }
        out[x * CHANNELS] = alpha;
        out[x * CHANNELS + 1] = red;
        out[x * CHANNELS + 2] = green;
        out[x * CHANNELS + 3] = blue;
    }
}

static uint32_t channel(float value) { return value >= 254.5f ? 255u : (uint32_t)(value + 0.5f); }

static void row_store(const float *sums, int w, uint32_t *out)
{
    for (int x = 0; x < w; x++) {
        const float *sum = sums + x * CHANNELS;
        float alpha = sum[0];
        out[x] = alpha < 0.5f ? 0
                              : channel(alpha) << 24 | channel(sum[1] / alpha) << 16 | channel(sum[2] / alpha) << 8 |
                                    channel(sum[3] / alpha);
    }
}

PictureData picture_scale(const PictureData *picture, int w, int h)
{
    PictureData scaled = {mem_alloc(mem_product((size_t)w * (size_t)h, sizeof(uint32_t))), w, h};
    Axis across = axis_make(picture->w, w), down = axis_make(picture->h, h);
    size_t row_floats = (size_t)w * CHANNELS;
    float *row = mem_alloc(mem_product(row_floats, sizeof(float)));
    float *sums = mem_alloc(mem_product(row_floats, sizeof(float)));
    for (int y = 0; y < h; y++) {
        const Share *share = &down.shares[y];
        memset(sums, 0, row_floats * sizeof(float));
        for (int i = 0; i < share->count; i++) {
            row_scale(picture->pixels + (size_t)(share->first + i) * (size_t)picture->w, &across, w, row);
            for (size_t at = 0; at < row_floats; at++) sums[at] += share->weights[i] * row[at];
        }
        row_store(sums, w, scaled.pixels + (size_t)y * (size_t)w);
    }
    free(row);
    free(sums);
    axis_free(&across);
    axis_free(&down);
    return scaled;
}
