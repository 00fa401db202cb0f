/* present_gpu.c - two textures at most: what is shown, and during an entrance what is held below it. */
#include "base/mem.h"
#include "platform/present.h"

static SDL_Texture *texture_make(const Presenter *presenter, SDL_BlendMode mode)
{
    Rect display = rotation_to_display(presenter->rotation, (Rect){0, 0, presenter->rotation.w, presenter->rotation.h});
    SDL_Texture *texture = SDL_CreateTexture(presenter->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STATIC,
                                             display.w, display.h);
    if (texture) SDL_SetTextureBlendMode(texture, mode);
    return texture;
}

/* Uploads one area of the picture; turned pictures go band by band through the scratch memory. */
static bool area_upload(Presenter *presenter, SDL_Texture *texture, const uint32_t *pixels, Rect area)
{
    const Rotation rotation = presenter->rotation;
    const int pixel_bytes = (int)sizeof(uint32_t), band_px = rotation.quarters == 0 ? area.h : PRESENT_BAND_PX;
    if (rotation.quarters != 0 && !presenter->scratch)
        presenter->scratch = mem_alloc((size_t)rotation.w * PRESENT_BAND_PX * sizeof(uint32_t));
    for (int y = area.y; y < area.y + area.h; y += band_px) {
        Rect band = rect_intersect((Rect){area.x, y, area.w, band_px}, area), to = rotation_to_display(rotation, band);
        const uint32_t *from = pixels + (ptrdiff_t)band.y * rotation.w + band.x;
        int stride = rotation.w;
        if (rotation.quarters != 0) {
            rotation_copy(rotation, from, rotation.w, band.w, band.h, presenter->scratch, to.w);
            from = presenter->scratch;
            stride = to.w;
        }
        if (SDL_UpdateTexture(texture, &(SDL_Rect){to.x, to.y, to.w, to.h}, from, stride * pixel_bytes) != 0)
            return false;
    }
    return true;
}

static bool textures_update(Presenter *presenter, const Frame *frame, bool entering)
{
    const Rect all = {0, 0, presenter->rotation.w, presenter->rotation.h};
    if (!presenter->now) {
        presenter->now = texture_make(presenter, SDL_BLENDMODE_NONE);
        presenter->stale = true;
    }
    if (!presenter->now) return false;
    if (presenter->stale && !area_upload(presenter, presenter->now, frame->pixels, all)) return false;
    for (size_t i = 0; i < frame->change_count && !presenter->stale; i++)
        if (!area_upload(presenter, presenter->now, frame->pixels, frame->changes[i])) return false;
    presenter->stale = false;
    if (!entering || presenter->held) return true;
    presenter->held = texture_make(presenter, SDL_BLENDMODE_NONE);
    return presenter->held && area_upload(presenter, presenter->held, frame->held, all);
}

static bool entrance_draw(const Presenter *presenter, const Frame *frame)
{
    const Rotation rotation = presenter->rotation;
    unsigned share = entrance_share(&frame->entrance);
    SDL_SetTextureBlendMode(presenter->now, SDL_BLENDMODE_BLEND);
    SDL_SetTextureAlphaMod(presenter->now, (uint8_t)int_min((int)share, 255));
    bool drawn = SDL_RenderCopy(presenter->renderer, presenter->held, NULL, NULL) == 0;
    Piece pieces[ENTRANCE_PIECES_MAX];
    size_t count = entrance_pieces(&frame->entrance, rotation.w, rotation.h, pieces);
    for (size_t i = 0; i < count && drawn; i++) {
        Rect from = rotation_to_display(rotation, pieces[i].from), to = rotation_to_display(rotation, pieces[i].to);
        drawn = SDL_RenderCopy(presenter->renderer, presenter->now, &(SDL_Rect){from.x, from.y, from.w, from.h},
                               &(SDL_Rect){to.x, to.y, to.w, to.h}) == 0;
    }
    SDL_SetTextureBlendMode(presenter->now, SDL_BLENDMODE_NONE);
    SDL_SetTextureAlphaMod(presenter->now, 255);
    return drawn;
}

bool present_gpu(Presenter *presenter, const Frame *frame)
{
    bool entering = entrance_is_running(&frame->entrance) && frame->held;
    if (!textures_update(presenter, frame, entering)) return false;
    bool drawn = entering ? entrance_draw(presenter, frame)
                          : SDL_RenderCopy(presenter->renderer, presenter->now, NULL, NULL) == 0;
    if (drawn) SDL_RenderPresent(presenter->renderer);
    return drawn;
}
