#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "platform/paint/pixels.h"
#include "platform/platform_state.h"

/* A display that fails gets its buffers anew, then a new window; between, the caller waits. */
enum { FAILURES_REOPEN_RENDERER = 3, FAILURES_REOPEN_WINDOW = 6 };

static void held_drop(Platform *platform)
{
    if (platform->window) presenter_drop_held(&platform->presenter);
    if (!platform->held) return;
    pixels_wipe(platform->held, platform->held_w, platform->held_h);
    pixels_free(platform->held, platform->held_w, platform->held_h);
    platform->held = NULL;
}

/* What is seen in the middle of an entrance becomes what is held. */
static void held_mix(Platform *platform, const uint32_t *now)
{
    Piece pieces[ENTRANCE_PIECES_MAX];
    int w = platform->held_w;
    size_t count = entrance_pieces(&platform->entrance, w, platform->held_h, pieces);
    for (const Piece *piece = pieces; piece < pieces + count; piece++)
        entrance_mix(platform->held, now, w, piece, piece->to, entrance_share(&platform->entrance),
                     platform->held + (ptrdiff_t)piece->to.y * w + piece->to.x, w);
}

void platform_hold_picture(Platform *platform)
{
    int w, h;
    const uint32_t *now = canvas_pixels(platform->canvas, &w, &h);
    if (!now || !platform->window) return;
    if (platform->held && (platform->held_w != w || platform->held_h != h)) held_drop(platform);
    if (platform->held && platform->was_entering) {
        held_mix(platform, now);
    } else {
        if (!platform->held) platform->held = pixels_alloc(w, h);
        memcpy(platform->held, now, mem_product((size_t)w * (size_t)h, sizeof(*now)));
        platform->held_w = w;
        platform->held_h = h;
    }
    platform->was_entering = false;
    presenter_drop_held(&platform->presenter);
}

void platform_prepare(Platform *platform, const Scene *scene)
{
    canvas_prepare(platform->canvas, scene);
    int w, h;
    canvas_pixels(platform->canvas, &w, &h);
    if (!platform->window || w != scene->w || h != scene->h) return;
    platform_hold_picture(platform);
    canvas_move(platform->canvas, NULL, w, h);
}

static bool display_recover(Platform *platform)
{
    platform->failures++;
    canvas_leave(platform->canvas);
    if (!platform->window || platform->failures % FAILURES_REOPEN_WINDOW == 0) {
        platform_window_close(platform);
        if (platform_window_open(platform)) platform_measure(platform);
    } else if (platform->failures % FAILURES_REOPEN_RENDERER == 0) {
        presenter_close(&platform->presenter);
        if (presenter_open(&platform->presenter, platform->window, platform->options.rotation,
                           platform->options.software))
            platform_measure(platform);
    }
    return false;
}

static bool frame_show(Platform *platform, Entrance entrance)
{
    int w, h;
    Frame frame = {.pixels = canvas_pixels(platform->canvas, &w, &h), .entrance = entrance, .held = platform->held};
    frame.changes = canvas_changes(platform->canvas, &frame.change_count);
    bool entering = platform->held != NULL, news = frame.change_count > 0 || platform->presenter.stale;
    if (!entering && !platform->was_entering && !news) return true;
    if (entering && entrance_share(&entrance) == 0) { /* nothing of it is seen yet */
        platform->presenter.stale = true;
        return true;
    }
    /* Laid out for a size that the window no longer has: the next scene will fit. */
    if (w != platform->rotation.w || h != platform->rotation.h) {
        platform->presenter.stale = true;
        return true;
    }
    platform->was_entering = entering;
    platform->entrance = entrance;
    if (!presenter_show(&platform->presenter, &frame)) return display_recover(platform);
    platform->failures = 0;
    return true;
}

/* Paints into the window's own pixels where that is possible; not during an entrance, when they show the mixture. */
static void target_choose(Platform *platform, int w, int h)
{
    if (platform->held) {
        canvas_move(platform->canvas, NULL, w, h);
        return;
    }
    bool fits = w == platform->rotation.w && h == platform->rotation.h;
    uint32_t *target = fits ? presenter_pixels(&platform->presenter) : NULL; /* what it gave before may be gone now */
    if (target)
        canvas_move(platform->canvas, target, w, h);
    else
        canvas_leave(platform->canvas);
}

bool platform_show(Platform *platform, const Scene *scene, Entrance entrance)
{
    platform->scene = scene;
    if (!platform->options.hidden && !platform->window) return display_recover(platform);
    bool fits = platform->held_w == scene->w && platform->held_h == scene->h;
    if (platform->held && (!entrance_is_running(&entrance) || !fits)) held_drop(platform);
    if (platform->window) target_choose(platform, scene->w, scene->h);
    canvas_paint(platform->canvas, scene);
    return platform->options.hidden || frame_show(platform, entrance);
}

bool platform_save_png(Platform *platform, const char *path)
{
    images_settle(platform->images);
    if (platform->scene && !rect_is_empty(canvas_paint(platform->canvas, platform->scene)))
        platform->presenter.stale = true;
    return canvas_save_png(platform->canvas, path);
}

void platform_wipe(Platform *platform)
{
    held_drop(platform);
    canvas_wipe(platform->canvas);
    images_wipe(platform->images);
    platform->presenter.stale = true;
}
