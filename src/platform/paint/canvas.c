#include "platform/paint/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "gfx/scene_compare.h"
#include "platform/paint/cells.h"
#include "platform/paint/pixels.h"
#include "platform/paint/raster.h"

enum { CODE_QUIET = 4 }; /* modules of white round a QR code, within its box */

struct Canvas {
    FontSet *fonts;
    Images *images;
    Raster raster;
    bool borrowed; /* the raster's pixels are somebody else's */
    Cells cells;
};

static void raster_drop(Canvas *canvas)
{
    if (!canvas->borrowed) pixels_free(canvas->raster.pixels, canvas->raster.w, canvas->raster.h);
    canvas->raster = (Raster){0};
    canvas->borrowed = false;
    cells_forget(&canvas->cells);
}

void canvas_leave(Canvas *canvas)
{
    if (canvas->borrowed) raster_drop(canvas);
}

void canvas_move(Canvas *canvas, uint32_t *pixels, int w, int h)
{
    const Raster from = canvas->raster;
    if (pixels ? pixels == from.pixels : !canvas->borrowed) return;
    uint32_t *to = pixels ? pixels : pixels_alloc(w, h);
    const bool known = canvas->cells.known;
    bool moves = from.pixels && from.w == w && from.h == h && !(pixels && canvas->borrowed);
    if (moves) memcpy(to, from.pixels, mem_product((size_t)w * (size_t)h, sizeof(*to)));
    raster_drop(canvas);
    canvas->cells.known = moves && known;
    canvas->raster = (Raster){to, w, h};
    canvas->borrowed = pixels != NULL;
}

Canvas *canvas_new(FontSet *fonts, Images *images)
{
    Canvas *canvas = mem_alloc(sizeof(*canvas));
    canvas->fonts = fonts;
    canvas->images = images;
    return canvas;
}

void canvas_free(Canvas *canvas)
{
    if (!canvas) return;
    raster_drop(canvas);
    cells_free(&canvas->cells);
    free(canvas);
}

static Color color_faded(Color color, uint8_t opacity)
{
    return color_with_alpha(color, (uint8_t)alpha_product(color.a, opacity));
}

/* Where an item may leave ink: letters reach out of their line box, the rest stays in its box. */
static Rect item_bounds(const Scene *scene, const SceneItem *item)
{
    Rect bounds = item->kind == ITEM_TEXT ? rect_grow(item->box, item->box.h / 2) : item->box;
    return item->clip >= 0 ? rect_intersect(bounds, scene->clips[item->clip]) : bounds;
}

static void text_paint(Canvas *canvas, Rect clip, const SceneItem *item)
{
    Color color = color_faded(item->fill, item->opacity);
    for (size_t i = 0; i < item->line->run_count; i++) {
        const TextRun *run = &item->line->runs[i];
        RunPicture picture = fontset_picture(canvas->fonts, run);
        int x = item->box.x + run->x_px + picture.left_px, y = item->box.y + item->line->baseline_px + picture.top_px;
        if (picture.mask) raster_mask(&canvas->raster, clip, x, y, picture.mask, picture.w, picture.h, color);
        if (picture.colors)
            raster_picture(&canvas->raster, clip,
                           &(PictureShape){picture.colors, x, y, picture.w, picture.h, .opacity = color.a});
    }
}

static void image_paint(Canvas *canvas, Rect clip, const SceneItem *item)
{
    Picture picture;
    if (images_get(canvas->images, item->image.path, item->box.w, item->box.h, &picture) != IMAGE_READY) return;
    raster_picture(&canvas->raster, clip,
                   &(PictureShape){
                       .pixels = picture.pixels,
                       .x = item->box.x + (item->box.w - picture.w) / 2,
                       .y = item->box.y + (item->box.h - picture.h) / 2,
                       .w = picture.w,
                       .h = picture.h,
                       .flipped = item->flipped,
                       .opacity = item->opacity,
                       .tint = item->fill,
                   });
}

/* Modules are whole pixels, all of one size: readers do not like uneven ones. */
static void code_paint(Canvas *canvas, Rect clip, const SceneItem *item)
{
    const Color black = color_faded(color_rgb(0x000000), item->opacity);
    const int count = item->module_count, module_px = int_min(item->box.w, item->box.h) / (count + 2 * CODE_QUIET);
    const int left = item->box.x + (item->box.w - count * module_px) / 2;
    const int top = item->box.y + (item->box.h - count * module_px) / 2;
    raster_box(&canvas->raster, clip,
               &(BoxShape){.box = item->box,
                           .radius_px = item->radius_px,
                           .fill = color_faded(color_rgb(0xffffff), item->opacity)});
    for (int row = 0; row < count; row++)
        for (int column = 0; column < count; column++)
            if (item->modules[row * count + column] == 1)
                raster_fill(&canvas->raster, clip,
                            (Rect){left + column * module_px, top + row * module_px, module_px, module_px}, black);
}

static void item_paint(Canvas *canvas, Rect clip, const SceneItem *item)
{
    switch (item->kind) {
    case ITEM_BOX:
        raster_box(&canvas->raster, clip,
                   &(BoxShape){item->box, item->radius_px, item->edge_px, color_faded(item->fill, item->opacity),
                               color_faded(item->edge, item->opacity)});
        break;
    case ITEM_ARC:
        raster_arc(&canvas->raster, clip, item->box, item->edge_px, item->arc_start, item->arc_sweep,
                   color_faded(item->fill, item->opacity));
        break;
    case ITEM_TEXT: text_paint(canvas, clip, item); break;
    case ITEM_IMAGE: image_paint(canvas, clip, item); break;
    case ITEM_CODE: code_paint(canvas, clip, item); break;
    }
}

static bool item_hides(const Scene *scene, const SceneItem *item, Rect rect)
{
    if (item->kind != ITEM_BOX || item->fill.a != 255 || item->opacity != 255) return false;
    int inset = int_max(item->radius_px, item->edge_px);
    Rect solid = rect_intersect(rect_grow(item->box, -inset), item_bounds(scene, item));
    return !rect_is_empty(solid) && rect_equal(rect_intersect(solid, rect), rect);
}

/* Paints the part of the scene that lies in `rect`, from the topmost item on that hides all below. */
static void rect_paint(Canvas *canvas, const Scene *scene, Rect rect)
{
    size_t first = scene->item_count;
    while (first > 0 && !item_hides(scene, &scene->items[first - 1], rect)) first--;
    if (first == 0) raster_fill(&canvas->raster, rect, rect, color_with_alpha(scene->ground, 255));
    for (size_t i = first > 0 ? first - 1 : 0; i < scene->item_count; i++) {
        Rect clip = rect_intersect(rect, item_bounds(scene, &scene->items[i]));
        if (!rect_is_empty(clip)) item_paint(canvas, clip, &scene->items[i]);
    }
}

/* A picture looks different once it has arrived. */
static uint64_t item_hash(Canvas *canvas, const Scene *scene, const SceneItem *item)
{
    uint64_t hash = scene_item_hash(scene, item);
    Picture picture;
    if (item->kind == ITEM_IMAGE &&
        images_get(canvas->images, item->image.path, item->box.w, item->box.h, &picture) == IMAGE_READY)
        hash = ~hash;
    return hash;
}

static void canvas_resize(Canvas *canvas, int w, int h)
{
    if (canvas->raster.w == w && canvas->raster.h == h) return;
    raster_drop(canvas);
    canvas->raster = (Raster){pixels_alloc(w, h), w, h};
}

Rect canvas_paint(Canvas *canvas, const Scene *scene)
{
    CHECK(scene->w > 0 && scene->h > 0);
    Cells *cells = &canvas->cells;
    canvas_resize(canvas, scene->w, scene->h);
    images_begin_frame(canvas->images);
    cells_begin(cells, scene->w, scene->h, color_pixel(scene->ground));
    for (size_t i = 0; i < scene->item_count; i++)
        cells_add(cells, item_bounds(scene, &scene->items[i]), item_hash(canvas, scene, &scene->items[i]));
    cells_end(cells);
    Rect all = {0};
    for (size_t i = 0; i < cells->change_count; i++) {
        rect_paint(canvas, scene, cells->changes[i]);
        all = rect_union(all, cells->changes[i]);
    }
    return all;
}

void canvas_prepare(Canvas *canvas, const Scene *scene)
{
    for (const SceneItem *item = scene->items; item < scene->items + scene->item_count; item++) {
        Picture picture;
        if (item->kind == ITEM_IMAGE) images_get(canvas->images, item->image.path, item->box.w, item->box.h, &picture);
        for (size_t i = 0; item->kind == ITEM_TEXT && i < item->line->run_count; i++)
            fontset_picture(canvas->fonts, &item->line->runs[i]);
    }
}

const Rect *canvas_changes(const Canvas *canvas, size_t *count)
{
    *count = canvas->cells.change_count;
    return canvas->cells.changes;
}

const uint32_t *canvas_pixels(const Canvas *canvas, int *w, int *h)
{
    *w = canvas->raster.w;
    *h = canvas->raster.h;
    return canvas->raster.pixels;
}

void canvas_invalidate(Canvas *canvas) { cells_forget(&canvas->cells); }

void canvas_wipe(Canvas *canvas)
{
    pixels_wipe(canvas->raster.pixels, canvas->raster.w, canvas->raster.h);
    cells_forget(&canvas->cells);
    fontset_wipe(canvas->fonts);
}
