#include "platform/picture.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/mem.h"
#include "platform/image_header.h"
#include "platform/images.h"

bool picture_read(Arena *arena, const char *path, Bytes *out)
{
    if (strncmp(path, "icon:", 5) == 0) return embed_find(arena_format(arena, "assets/icons/%s.svg", path + 5), out);
    if (strncmp(path, "art:", 4) == 0) return embed_find(arena_format(arena, "assets/%s.svg", path + 4), out);
    return fs_read(arena, path, IMAGE_FILE_MAX, out) == FS_OK;
}

/* The pixels of a surface in our format; takes the surface. */
static bool surface_take(SDL_Surface *surface, PictureData *out)
{
    SDL_Surface *converted = surface ? SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(surface);
    if (!converted) return false;
    *out = (PictureData){NULL, converted->w, converted->h};
    size_t row_bytes = (size_t)out->w * sizeof(uint32_t);
    out->pixels = mem_alloc(mem_product((size_t)out->h, row_bytes));
    for (int y = 0; y < out->h; y++)
        memcpy(out->pixels + (size_t)y * (size_t)out->w, (char *)converted->pixels + (size_t)y * (size_t)converted->pitch,
               row_bytes);
    SDL_FreeSurface(converted);
    return true;
}

static SDL_Surface *surface_decode(SDL_RWops *stream, ImageKind kind, int box_w, int box_h)
{
    switch (kind) {
    case IMAGE_PNG: return IMG_LoadPNG_RW(stream);
    case IMAGE_JPEG: return IMG_LoadJPG_RW(stream);
    case IMAGE_SVG: return IMG_LoadSizedSVG_RW(stream, box_w, box_h);
    case IMAGE_NONE: break;
    }
    return NULL;
}

bool picture_decode(Bytes file, int box_w, int box_h, PictureData *out)
{
    *out = (PictureData){0};
    ImageHeader header = image_header_read(file);
    if (header.kind == IMAGE_NONE || box_w <= 0 || box_h <= 0) return false;
    if (box_w > IMAGE_SIDE_MAX || box_h > IMAGE_SIDE_MAX || (int64_t)box_w * box_h > 2 * IMAGE_AREA_MAX) return false;
    SDL_RWops *stream = SDL_RWFromConstMem(file.data, (int)file.count);
    if (!stream) return false;
    SDL_Surface *surface = surface_decode(stream, header.kind, box_w, box_h);
    SDL_RWclose(stream);
    if (!surface_take(surface, out)) return false;
    double scale = SDL_min((double)box_w / out->w, (double)box_h / out->h);
    int w = int_clamp((int)(out->w * scale + 0.5), 1, box_w), h = int_clamp((int)(out->h * scale + 0.5), 1, box_h);
    if (header.kind == IMAGE_SVG || (w == out->w && h == out->h)) return true;
    PictureData scaled = picture_scale(out, w, h);
    free(out->pixels);
    *out = scaled;
    return true;
}
