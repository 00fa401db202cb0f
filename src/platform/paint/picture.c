#include "platform/paint/picture.h"

#include <SDL_image.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/mem.h"
#include "gfx/picture_header.h"
#include "gfx/svg_subset.h"
#include "platform/images.h"
#include "platform/paint/svg_cost.h"

bool picture_read(Arena *arena, const char *path, Bytes *out)
{
    if (strncmp(path, "icon:", 5) == 0) return embed_find(arena_format(arena, "assets/icons/%s.svg", path + 5), out);
    if (strncmp(path, "art:", 4) == 0) return embed_find(arena_format(arena, "assets/%s.svg", path + 4), out);
    return fs_read(arena, path, PICTURE_FILE_BYTES_MAX, out) == FS_OK;
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
        memcpy(out->pixels + (size_t)y * (size_t)out->w,
               (char *)converted->pixels + (size_t)y * (size_t)converted->pitch, row_bytes);
    SDL_FreeSurface(converted);
    return true;
}

/* Decoders are trusted with nothing: what the file claims to be is looked at first. */
static PictureKind kind_to_decode(Bytes file)
{
    PictureKind kind = picture_kind(file);
    int w, h;
    Diags diags = {0};
    bool good = kind == PICTURE_SVG
                    ? svg_subset_check("", file, &diags) && svg_is_quick(file)
                    : picture_size(file, &w, &h) && picture_size_is_fine(w, h) && picture_is_whole(file);
    diags_free(&diags);
    return good && file.count <= PICTURE_FILE_BYTES_MAX ? kind : PICTURE_UNKNOWN;
}

/* Never IMG_Load: it would try a dozen other decoders, whatever the file is called. */
static SDL_Surface *surface_decode(SDL_RWops *stream, PictureKind kind, int box_w, int box_h)
{
    switch (kind) {
    case PICTURE_PNG: return IMG_LoadPNG_RW(stream);
    case PICTURE_JPEG: return IMG_LoadJPG_RW(stream);
    case PICTURE_SVG: return IMG_LoadSizedSVG_RW(stream, box_w, box_h);
    case PICTURE_UNKNOWN: break;
    }
    return NULL;
}

bool picture_box_is_fine(int w, int h)
{
    return w > 0 && h > 0 && w <= 2 * PICTURE_SIDE_MAX && h <= 2 * PICTURE_SIDE_MAX &&
           (int64_t)w * h <= 2 * PICTURE_AREA_MAX;
}

/* Where the pixel (x, y) of the upright photo lies in what was stored, `w` by `h`, for each way that Exif counts. */
static size_t turned_from(int orientation, int x, int y, int w, int h)
{
    bool is_on_side = orientation >= 5;
    int across = is_on_side ? y : x, down = is_on_side ? x : y;
    bool flips_across = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool flips_down = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    if (flips_across) across = w - 1 - across;
    if (flips_down) down = h - 1 - down;
    return (size_t)down * (size_t)w + (size_t)across;
}

/* Turns a phone's photo upright. */
static void picture_upright(PictureData *picture, int orientation)
{
    if (orientation <= 1) return;
    bool is_on_side = orientation >= 5;
    PictureData upright = {NULL, is_on_side ? picture->h : picture->w, is_on_side ? picture->w : picture->h};
    upright.pixels = mem_alloc(mem_product(mem_product((size_t)upright.w, (size_t)upright.h), sizeof(uint32_t)));
    for (int y = 0; y < upright.h; y++)
        for (int x = 0; x < upright.w; x++)
            upright.pixels[(size_t)y * (size_t)upright.w + (size_t)x] =
                picture->pixels[turned_from(orientation, x, y, picture->w, picture->h)];
    free(picture->pixels);
    *picture = upright;
}

bool picture_decode(Bytes file, int box_w, int box_h, PictureData *out)
{
    *out = (PictureData){0};
    PictureKind kind = picture_box_is_fine(box_w, box_h) ? kind_to_decode(file) : PICTURE_UNKNOWN;
    if (kind == PICTURE_UNKNOWN) return false;
    SDL_RWops *stream = SDL_RWFromConstMem(file.data, (int)file.count);
    if (!stream) return false;
    SDL_Surface *surface = surface_decode(stream, kind, box_w, box_h);
    SDL_RWclose(stream);
    if (!surface_take(surface, out)) return false;
    picture_upright(out, jpeg_traits(file).orientation);
    double scale = SDL_min((double)box_w / out->w, (double)box_h / out->h);
    int w = int_clamp((int)(out->w * scale + 0.5), 1, box_w), h = int_clamp((int)(out->h * scale + 0.5), 1, box_h);
    if (kind == PICTURE_SVG || (w == out->w && h == out->h)) return true;
    PictureData scaled = picture_scale(out, w, h);
    free(out->pixels);
    *out = scaled;
    return true;
}
