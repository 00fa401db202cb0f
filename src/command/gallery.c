#include "command/gallery.h"

#include <stdio.h>
#include <string.h>

#include "base/fs.h"
#include "gfx/theme.h"
#include "platform/paint/canvas.h"
#include "ui/widget.h"

/* Of the sheet, in pixels. */
enum {
    SHEET_COLUMNS = 4,
    SHEET_CELL_W = 480,
    SHEET_CELL_H = 300,
    SHEET_CAPTION_H = 40,
    SHEET_GAP = 24,
    SHEET_ITEMS_MAX = 64
};

void gallery_add(Gallery *gallery, const char *group, const char *caption, const char *file)
{
    gallery->items =
        arena_grow(gallery->arena, gallery->items, gallery->count, &gallery->capacity, sizeof(*gallery->items));
    gallery->items[gallery->count++] = (GalleryItem){
        arena_copy(gallery->arena, group), arena_copy(gallery->arena, caption), arena_copy(gallery->arena, file)};
}

static void print_html(FILE *out, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '&': fputs("&amp;", out); break;
        case '<': fputs("&lt;", out); break;
        case '>': fputs("&gt;", out); break;
        case '"': fputs("&quot;", out); break;
        default: fputc(*text, out);
        }
    }
}

static bool starts_group(const Gallery *gallery, size_t i)
{
    return i == 0 || strcmp(gallery->items[i - 1].group, gallery->items[i].group) != 0;
}

static void print_head(FILE *out, const char *title)
{
    fputs("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
          "content=\"width=device-width\">\n<title>",
          out);
    print_html(out, title);
    fputs("</title>\n<style>\n"
          "body { margin: 2em; font-family: sans-serif; background: #f8f3e9; color: #1f2e2c; }\n"
          "nav a { margin-right: 1em; white-space: nowrap; line-height: 2; }\n"
          "section { display: flex; flex-wrap: wrap; gap: 1.5em; align-items: flex-start; }\n"
          "figure { margin: 0; max-width: 30em; }\n"
          "img { max-width: 100%; max-height: 24em; border: 1px solid #dfd4c0; }\n"
          "</style>\n<h1>",
          out);
    print_html(out, title);
    fputs("</h1>\n", out);
}

static void print_index(const Gallery *gallery, FILE *out, const char *title)
{
    print_head(out, title);
    fputs("<nav>\n", out);
    for (size_t i = 0; i < gallery->count; i++) {
        if (!starts_group(gallery, i)) continue;
        fprintf(out, "<a href=\"#g%zu\">", i);
        print_html(out, gallery->items[i].group);
        fputs("</a>\n", out);
    }
    fputs("</nav>\n", out);
    for (size_t i = 0; i < gallery->count; i++) {
        const GalleryItem *item = &gallery->items[i];
        if (starts_group(gallery, i)) {
            fprintf(out, "%s<h2 id=\"g%zu\">", i > 0 ? "</section>\n" : "", i);
            print_html(out, item->group);
            fputs("</h2>\n<section>\n", out);
        }
        fputs("<figure><a href=\"", out);
        print_html(out, item->file);
        fputs("\"><img loading=\"lazy\" alt=\"\" src=\"", out);
        print_html(out, item->file);
        fputs("\"></a><figcaption>", out);
        print_html(out, item->caption);
        fputs("</figcaption></figure>\n", out);
    }
    fputs(gallery->count > 0 ? "</section>\n</html>\n" : "<p>There are no pictures.</p>\n</html>\n", out);
}

bool gallery_write_index(const Gallery *gallery, const char *dir, const char *title)
{
    Arena scratch = {0};
    const char *path = fs_join(&scratch, dir, "index.html");
    FILE *out = fopen(path, "w");
    bool good = out != NULL;
    if (out) {
        print_index(gallery, out, title);
        good = ferror(out) == 0;
        good = fclose(out) == 0 && good;
    }
    if (!good) perror(path);
    arena_free(&scratch);
    return good;
}

static void sheet_build(const Gallery *gallery, size_t count, const char *dir, Look *look)
{
    Arena *arena = look->scene->arena;
    for (size_t i = 0; i < count; i++) {
        int column = (int)i % SHEET_COLUMNS, row = (int)i / SHEET_COLUMNS;
        Rect cell = {SHEET_GAP + column * (SHEET_CELL_W + SHEET_GAP),
                     SHEET_GAP + row * (SHEET_CELL_H + SHEET_CAPTION_H + SHEET_GAP), SHEET_CELL_W, SHEET_CELL_H};
        scene_image(look->scene, cell, (ImageRef){fs_join(arena, dir, gallery->items[i].file), false});
        Rect caption = {cell.x, cell.y + cell.h, cell.w, SHEET_CAPTION_H};
        draw_text_centred(look, TYPE_META, gallery->items[i].caption, caption, look->theme->ink);
    }
}

bool gallery_write_sheet(const Gallery *gallery, const char *dir)
{
    size_t count = gallery->count < SHEET_ITEMS_MAX ? gallery->count : SHEET_ITEMS_MAX;
    int rows = int_max(1, ((int)count + SHEET_COLUMNS - 1) / SHEET_COLUMNS);
    int w = SHEET_GAP + SHEET_COLUMNS * (SHEET_CELL_W + SHEET_GAP);
    int h = SHEET_GAP + rows * (SHEET_CELL_H + SHEET_CAPTION_H + SHEET_GAP);
    Arena arena = {0};
    Scene scene;
    FontSet *fonts = fontset_new();
    FontSource source = fontset_source(fonts);
    TextEngine *text = text_engine_new(&source);
    Images *images = images_new(NULL, NULL);
    Canvas *canvas = canvas_new(fonts, images);
    Viewport viewport = viewport_make(1920, 1080, 0); /* captions in the size of a full screen's */
    Look look = {&scene, text, theme_light(), &viewport, "en", 0};
    scene_begin(&scene, &arena, w, h, look.theme->sunk, "en");
    sheet_build(gallery, count, dir, &look);
    canvas_paint(canvas, &scene);
    const char *path = fs_join(&arena, dir, SHEET_NAME);
    bool good = canvas_save_png(canvas, path);
    if (!good) perror(path);
    canvas_free(canvas);
    images_free(images);
    text_engine_free(text);
    fontset_free(fonts);
    arena_free(&arena);
    return good;
}
