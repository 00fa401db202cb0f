/* face.h - open font files: one for each face and size in use.
 *
 * A large face (Chinese: 16 MB) takes 25 ms and 2.5 MB to open, so there is only one of it, which changes its size. */
#ifndef HEARTH_FACE_H
#define HEARTH_FACE_H

#include <SDL_ttf.h>

#include "platform/paint/lru.h"
#include "text/fonts.h"

enum { FACES_OPEN_MAX = 48 };

typedef enum FaceState { FACE_UNTRIED, FACE_FOUND, FACE_LARGE, FACE_MISSING } FaceState;

typedef struct Faces {
    Lru open;         /* of Face, cost 1 each */
    FaceState *state; /* by FontId; a file that could not be opened is not asked for again */
} Faces;

/* No face is open yet. The caller owns `faces`: faces_close(). */
void faces_init(Faces *faces);
/* Closes all faces. What faces_get() gave out is not valid any more. */
void faces_close(Faces *faces);
/* NULL: there is no such face on this machine. Valid until the next call. */
TTF_Font *faces_get(Faces *faces, FontId font, int size_px);
/* The same, at whatever size it is open. */
TTF_Font *faces_get_any(Faces *faces, FontId font);

#endif
