#include "platform/paint/raster.h"

static Rect raster_clip(const Raster *raster, Rect clip, Rect box)
{
    return rect_intersect(rect_intersect(clip, box), (Rect){0, 0, raster->w, raster->h});
}

static uint32_t *raster_row(const Raster *raster, int y) { return raster->pixels + (size_t)y * (size_t)raster->w; }

void raster_fill(const Raster *raster, Rect clip, Rect box, Color color)
{
    Rect area = raster_clip(raster, clip, box);
    if (color.a == 0 || rect_is_empty(area)) return;
    uint32_t pixel = color_pixel(color);
    for (int y = area.y; y < area.y + area.h; y++) {
        uint32_t *row = raster_row(raster, y) + area.x;
        if (color.a == 255)
            for (int i = 0; i < area.w; i++) row[i] = pixel;
        else
            for (int i = 0; i < area.w; i++) row[i] = pixel_mix(row[i], pixel, color.a);
    }
}

void raster_mask(const Raster *raster, Rect clip, int x, int y, const uint8_t *mask, int w, int h, Color color)
{
    Rect area = raster_clip(raster, clip, (Rect){x, y, w, h});
    uint32_t pixel = color_pixel(color);
    for (int at_y = area.y; at_y < area.y + area.h; at_y++) {
        uint32_t *row = raster_row(raster, at_y) + area.x;
        const uint8_t *coverage = mask + (size_t)(at_y - y) * (size_t)w + (area.x - x);
        for (int i = 0; i < area.w; i++) {
            if (coverage[i] == 0) continue;
            uint32_t alpha = color.a == 255 ? coverage[i] : alpha_product(coverage[i], color.a);
            row[i] = alpha == 255 ? pixel : pixel_mix(row[i], pixel, alpha);
        }
    }
}

void raster_picture(const Raster *raster, Rect clip, const PictureShape *shape)
{
    Rect area = raster_clip(raster, clip, (Rect){shape->x, shape->y, shape->w, shape->h});
    uint32_t opacity = shape->tint.a > 0 ? alpha_product(shape->opacity, shape->tint.a) : shape->opacity;
    for (int y = area.y; y < area.y + area.h; y++) {
        uint32_t *row = raster_row(raster, y);
        const uint32_t *source = shape->pixels + (size_t)(y - shape->y) * (size_t)shape->w;
        for (int x = area.x; x < area.x + area.w; x++) {
            uint32_t pixel = source[shape->flipped ? shape->w - 1 - (x - shape->x) : x - shape->x];
            uint32_t alpha = alpha_product(pixel >> 24, opacity);
            if (alpha == 0) continue;
            if (shape->tint.a > 0) pixel = color_pixel(shape->tint);
            row[x] = pixel_mix(row[x], pixel, alpha);
        }
    }
}
