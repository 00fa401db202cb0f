#include "platform/paint/face.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/mem.h"

enum { ANY_SIZE_PX = 34, SIZE_PX_MAX = 1000, LARGE_BYTES = 4 * 1024 * 1024 };

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

static TTF_Font *ttf_open(FontId font, int size_px, FaceState *state)
{
    const FontFile *file = fonts_file(font);
    SDL_RWops *stream = font_file_open(file);
    bool large = stream && SDL_RWsize(stream) > LARGE_BYTES;
    TTF_Font *ttf = stream ? TTF_OpenFontIndexRW(stream, 1, size_px, file->face_index) : NULL;
    /* Hinted up and down only: letters keep their widths, and stems stay crisp at reading sizes. */
    if (ttf) TTF_SetFontHinting(ttf, TTF_HINTING_LIGHT);
    if (ttf)
        *state = large ? FACE_LARGE : FACE_FOUND;
    else if (*state == FACE_UNTRIED)
        *state = FACE_MISSING;
    return ttf;
}

typedef struct FaceKey {
    FontId font;
    int size_px; /* 0: whatever it has */
} FaceKey;

static bool face_matches(const LruEntry *entry, const void *key)
{
    const Face *face = (const Face *)entry;
    const FaceKey *wanted = key;
    return face->font == wanted->font && (wanted->size_px == 0 || face->size_px == wanted->size_px);
}

/* All sizes of a face are in one bucket. */
static Face *face_find(Faces *faces, FontId font, int size_px)
{
    return (Face *)lru_find(&faces->open, (uint64_t)font, face_matches, &(FaceKey){font, size_px});
}

static Face *face_open(Faces *faces, FontId font, int size_px)
{
    TTF_Font *ttf = ttf_open(font, size_px, &faces->state[font]);
    if (!ttf) return NULL;
    while (faces->open.cost >= FACES_OPEN_MAX) face_close(faces, (Face *)faces->open.oldest);
    Face *face = mem_alloc(sizeof(*face));
    face->font = font;
    face->size_px = size_px;
    face->ttf = ttf;
    lru_add(&faces->open, &face->entry, (uint64_t)font, 1);
    return face;
}

static bool font_is_known(const Faces *faces, FontId font)
{
    return font >= 0 && (size_t)font < fonts_count() && faces->state[font] != FACE_MISSING;
}

TTF_Font *faces_get(Faces *faces, FontId font, int size_px)
{
    if (!font_is_known(faces, font)) return NULL;
    size_px = int_clamp(size_px, 1, SIZE_PX_MAX);
    Face *face = face_find(faces, font, faces->state[font] == FACE_LARGE ? 0 : size_px);
    if (!face) face = face_open(faces, font, size_px);
    if (!face) return NULL;
    if (face->size_px != size_px) TTF_SetFontSize(face->ttf, size_px);
    face->size_px = size_px;
    return face->ttf;
}

TTF_Font *faces_get_any(Faces *faces, FontId font)
{
    if (!font_is_known(faces, font)) return NULL;
    Face *face = face_find(faces, font, 0);
    if (!face) face = face_open(faces, font, ANY_SIZE_PX);
    return face ? face->ttf : NULL;
}
