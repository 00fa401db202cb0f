/* picture_apart.c - a picture file, decoded in a process of its own: a decoder that breaks or never ends does so there.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "platform/paint/picture.h"

typedef struct Request {
    const char *path;
    int box_w, box_h;
} Request;

/* What the child answers; room for a whole box of pixels follows. */
typedef struct Answer {
    int w, h;
    uint32_t pixels[];
} Answer;

static size_t answer_bytes(int w, int h)
{
    return sizeof(Answer) + mem_product((size_t)w * (size_t)h, sizeof(uint32_t));
}

/* In the child. */
static bool request_do(const void *context, void *out, size_t out_bytes)
{
    const Request *request = context;
    Answer *answer = out;
    Arena arena = {0};
    Bytes file;
    PictureData picture = {0};
    bool good = picture_read(&arena, request->path, &file) &&
                picture_decode(file, request->box_w, request->box_h, &picture) &&
                answer_bytes(picture.w, picture.h) <= out_bytes;
    if (good) {
        answer->w = picture.w;
        answer->h = picture.h;
        memcpy(answer->pixels, picture.pixels, answer_bytes(picture.w, picture.h) - sizeof(*answer));
    }
    free(picture.pixels);
    arena_free(&arena);
    return good;
}

/* What the child says is not believed: it may have been taken over. */
static bool answer_take(const Answer *answer, const Request *request, PictureData *out)
{
    int w = answer->w, h = answer->h;
    if (w <= 0 || h <= 0 || w > request->box_w || h > request->box_h) return false;
    size_t bytes = answer_bytes(w, h) - sizeof(*answer);
    *out = (PictureData){mem_alloc(bytes), w, h};
    memcpy(out->pixels, answer->pixels, bytes);
    return true;
}

bool picture_decode_apart(const char *path, int box_w, int box_h, const ConfineWatch *watch, PictureData *out)
{
    *out = (PictureData){0};
    if (!picture_box_is_fine(box_w, box_h)) return false;
    const Request request = {path, box_w, box_h};
    size_t bytes = answer_bytes(box_w, box_h);
    Answer *answer = confine_memory_new(bytes);
    bool good = answer && confine_run(request_do, &request, answer, bytes, PICTURE_BUDGET_MS, watch) &&
                answer_take(answer, &request, out);
    confine_memory_free(answer, bytes);
    return good;
}
