#include "platform/face.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/mem.h"

enum { ANY_SIZE_PX = 34, SIZE_PX_MAX = 1000 };

typedef struct Face {
    LruEntry entry;
    FontId font;
    int size_px;
    TTF_Font *ttf;
} Face;

void faces_init(Faces *faces)
{
    *faces = (Faces){0};
    faces->state = mem_alloc(mem_product(fonts_count(), sizeof(*faces->state)));
}

static void face_close(Faces *faces, Face *face)
{
    lru_remove(&faces->open, &face->entry);
    TTF_CloseFont(face->ttf);
    free(face);
}

void faces_close(Faces *faces)
{
    while (faces->open.oldest) face_close(faces, (Face *)faces->open.oldest);
    free(faces->state);
    *faces = (Faces){0};
}

static SDL_RWops *font_file_open(const FontFile *file)
{
    Bytes bytes;
    if (!file->shipped) return SDL_RWFromFile(file->name, "rb");
    return embed_find(file->name, &bytes) ? SDL_RWFromConstMem(bytes.data, (int)bytes.count) : NULL;
}

static TTF_Font *ttf_open(FontId font, int size_px)
{
    const FontFile *file = fonts_file(font);
    SDL_RWops *stream = font_file_open(file);
    TTF_Font *ttf = stream ? TTF_OpenFontIndexRW(stream, 1, size_px, file->face_index) : NULL;
    /* Hinted up and down only: letters keep their widths, and stems stay crisp at reading sizes. */
    if (ttf) TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT);
    return ttf;
}

static bool face_matches(const LruEntry *entry, const void *key)
{
    const Face *face = (const Face *)entry, *wanted = key;
    return face->font == wanted->font && face->size_px == wanted->size_px;
}

TTF_Font *faces_get(Faces *faces, FontId font, int size_px)
{
    if (font < 0 || (size_t)font >= fonts_count() || faces->state[font] == FACE_MISSING) return NULL;
    Face wanted = {.font = font, .size_px = int_clamp(size_px, 1, SIZE_PX_MAX)};
    uint64_t hash = (uint64_t)font * 1021 + (uint64_t)wanted.size_px;
    Face *face = (Face *)lru_find(&faces->open, hash, face_matches, &wanted);
    if (face) return face->ttf;

    TTF_Font *ttf = ttf_open(font, wanted.size_px);
    if (!ttf && faces->state[font] == FACE_UNTRIED) faces->state[font] = FACE_MISSING;
    if (!ttf) return NULL;
    faces->state[font] = FACE_FOUND;
    while (faces->open.cost >= FACES_OPEN_MAX) face_close(faces, (Face *)faces->open.oldest);
    face = mem_alloc(sizeof(*face));
    face->font = font;
    face->size_px = wanted.size_px;
    face->ttf = ttf;
    lru_add(&faces->open, &face->entry, hash, 1);
    return ttf;
}

TTF_Font *faces_get_any(Faces *faces, FontId font)
{
    for (const LruEntry *entry = faces->open.newest; entry; entry = entry->older)
        if (((const Face *)entry)->font == font) return ((const Face *)entry)->ttf;
    return faces_get(faces, font, ANY_SIZE_PX);
}
