/* present_test.c - what really reaches a window: SDL's dummy driver keeps the pixels that a display would show. */
#include "unit.h"

#include <SDL.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "platform/paint/canvas.h"
#include "platform/entrance.h"
#include "platform/paint/picture.h"
#include "platform/platform.h"
#include "platform/rotation.h"

enum { DISPLAY_W = 320, DISPLAY_H = 240 };

static const Entrance alone = {.progress = 1};

typedef struct Stage {
    Platform *platform;
    Arena arena;
    Scene scenes[2];
    Rotation rotation;
} Stage;

/* A scene in which every pixel of a small grid can be told from its neighbours. */
static void scene_draw(Stage *stage, Scene *scene, uint32_t ground)
{
    scene_begin(scene, &stage->arena, stage->rotation.w, stage->rotation.h, color_rgb(ground), "en");
    for (int i = 0; i < 40; i++)
        scene_box(scene, (Rect){i * 37 % scene->w, i * 53 % scene->h, 20, 11}, color_rgb((uint32_t)i * 0x061d37), 0);
}

static void stage_open(Stage *stage, int degrees)
{
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    *stage = (Stage){.rotation = rotation_make(degrees, DISPLAY_W, DISPLAY_H)};
    stage->platform = platform_open(
        &(PlatformOptions){.window_w = DISPLAY_W, .window_h = DISPLAY_H, .rotation = degrees, .software = true});
    assert_non_null(stage->platform);
    int w, h;
    platform_size(stage->platform, &w, &h);
    assert_int_equal(w, stage->rotation.w);
    assert_int_equal(h, stage->rotation.h);
    scene_draw(stage, &stage->scenes[0], 0xf7f1e6);
    scene_draw(stage, &stage->scenes[1], 0x223344);
    scene_box(&stage->scenes[1], (Rect){30, 40, 100, 80}, color_rgb(0xffffff), 0);
}

static void stage_close(Stage *stage)
{
    platform_close(stage->platform);
    arena_free(&stage->arena);
}

static SDL_Window *the_window(void)
{
    SDL_Window *window = NULL;
    for (uint32_t id = 1; id < 100 && !window; id++) window = SDL_GetWindowFromID(id);
    return window;
}

/* What the display shows at a pixel of the picture. */
static uint32_t shown(const Stage *stage, int x, int y)
{
    const SDL_Surface *surface = SDL_GetWindowSurface(the_window());
    assert_non_null(surface);
    Rect at = rotation_to_display(stage->rotation, (Rect){x, y, 1, 1});
    return *(const uint32_t *)((const char *)surface->pixels + at.y * surface->pitch + at.x * 4) & 0xffffff;
}

/* What a scene looks like when only a canvas is asked. free() it. */
static uint32_t *painted(const Scene *scene)
{
    FontSet *fonts = fontset_new();
    Images *images = images_new(NULL, NULL);
    Canvas *canvas = canvas_new(fonts, images);
    canvas_paint(canvas, scene);
    int w, h;
    const uint32_t *pixels = canvas_pixels(canvas, &w, &h);
    size_t bytes = (size_t)(w * h) * sizeof(*pixels);
    uint32_t *copy = malloc(bytes);
    memcpy(copy, pixels, bytes);
    canvas_free(canvas);
    images_free(images);
    fontset_free(fonts);
    return copy;
}

static void assert_shows(const Stage *stage, const Scene *scene)
{
    uint32_t *expected = painted(scene);
    for (int y = 0; y < scene->h; y++)
        for (int x = 0; x < scene->w; x++) {
            uint32_t want = expected[y * scene->w + x] & 0xffffff, got = shown(stage, x, y);
            if (got != want) fail_msg("at %d, %d: %06x, not %06x", x, y, got, want);
        }
    free(expected);
}

static void window_shows_what_is_painted(void **state)
{
    (void)state;
    for (int degrees = 0; degrees < 360; degrees += 90) {
        Stage stage;
        stage_open(&stage, degrees);
        assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
        assert_shows(&stage, &stage.scenes[0]);
        for (int i = 0; i < 10; i++) {
            scene_box(&stage.scenes[0], (Rect){i * 31 % 200, i * 17 % 180, 30, 30}, color_rgb(0x808080), 7);
            assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
            assert_shows(&stage, &stage.scenes[0]);
        }
        assert_true(platform_show(stage.platform, &stage.scenes[1], alone));
        assert_shows(&stage, &stage.scenes[1]);
        stage_close(&stage);
    }
}

static uint32_t channel_mix(uint32_t below, uint32_t above, uint32_t share)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8)
        mixed |= ((below >> shift & 255) * (256 - share) + (above >> shift & 255) * share) >> 8 << shift;
    return mixed;
}

/* The picture in the middle of an entrance, by its plain definition. Overwrites `held`. */
static void mix_expected(uint32_t *held, const uint32_t *now, int w, int h, Entrance entrance)
{
    uint32_t share = (uint32_t)(entrance.progress * 256 + 0.5);
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            bool moves = rect_contains(entrance.moving, x, y);
            int from_y = moves ? int_max(entrance.moving.y, y - entrance.rise_px) : y;
            held[y * w + x] = channel_mix(held[y * w + x], now[from_y * w + x], share);
        }
}

static void assert_pixels(const Stage *stage, const uint32_t *expected)
{
    int w = stage->rotation.w, h = stage->rotation.h;
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++)
            if (shown(stage, x, y) != (expected[y * w + x] & 0xffffff)) fail_msg("differs at %d, %d", x, y);
}

static void entrance_mixes_and_ends_exactly(void **state)
{
    (void)state;
    for (int degrees = 0; degrees < 360; degrees += 90) {
        Stage stage;
        stage_open(&stage, degrees);
        int w = stage.rotation.w, h = stage.rotation.h;
        assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
        platform_hold_picture(stage.platform);
        uint32_t *now = painted(&stage.scenes[1]);
        static const double steps[] = {0, 0.25, 0.5, 0.9};
        for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
            Entrance entrance = {steps[i], (int)(24 * (1 - steps[i])), {10, 20, w - 30, h - 70}};
            uint32_t *expected = painted(&stage.scenes[0]);
            mix_expected(expected, now, w, h, entrance);
            assert_true(platform_show(stage.platform, &stage.scenes[1], entrance));
            assert_pixels(&stage, expected);
            free(expected);
        }
        assert_true(platform_show(stage.platform, &stage.scenes[1], alone));
        assert_pixels(&stage, now);
        assert_true(platform_show(stage.platform, &stage.scenes[0], alone)); /* and all goes on as before */
        assert_shows(&stage, &stage.scenes[0]);
        free(now);
        stage_close(&stage);
    }
}

static void entrance_may_begin_within_another(void **state)
{
    (void)state;
    Stage stage;
    stage_open(&stage, 0);
    const Rect whole = {0, 0, stage.rotation.w, stage.rotation.h};
    const Entrance middle = {0.5, 12, whole}, start = {0.125, 20, whole};
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    platform_hold_picture(stage.platform);
    assert_true(platform_show(stage.platform, &stage.scenes[1], middle));
    platform_hold_picture(stage.platform);
    assert_true(platform_show(stage.platform, &stage.scenes[0], start));
    uint32_t *expected = painted(&stage.scenes[0]), *first = painted(&stage.scenes[0]),
             *second = painted(&stage.scenes[1]);
    mix_expected(expected, second, whole.w, whole.h, middle);
    mix_expected(expected, first, whole.w, whole.h, start);
    assert_pixels(&stage, expected);
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    assert_pixels(&stage, first);
    free(expected);
    free(first);
    free(second);
    stage_close(&stage);
}

static void pieces_cover_the_picture_once(void **state)
{
    (void)state;
    static const Rect movings[] = {{0},           {0, 0, 60, 40}, {5, 6, 30, 20}, {-9, -9, 20, 20}, {50, 0, 99, 99},
                                   {10, 39, 5, 1}};
    for (size_t i = 0; i < ARRAY_LEN(movings); i++)
        for (int rise = 0; rise < 60; rise += 7) {
            Piece pieces[ENTRANCE_PIECES_MAX];
            size_t count = entrance_pieces(&(Entrance){0.5, rise, movings[i]}, 60, 40, pieces);
            int seen[60 * 40] = {0};
            for (size_t p = 0; p < count; p++) {
                Rect from = pieces[p].from;
                assert_true(rect_equal(rect_intersect(from, (Rect){0, 0, 60, 40}), from));
                for (int y = 0; y < 40; y++)
                    for (int x = 0; x < 60; x++) seen[y * 60 + x] += rect_contains(pieces[p].to, x, y);
            }
            for (int at = 0; at < 60 * 40; at++) assert_int_equal(seen[at], 1);
        }
}

static void poke(uint32_t pixel) { *(uint32_t *)SDL_GetWindowSurface(the_window())->pixels = pixel; }

static uint32_t peek(void) { return *(const uint32_t *)SDL_GetWindowSurface(the_window())->pixels; }

static EventKind next_kind(Platform *platform)
{
    Event event = {0};
    return platform_poll(platform, &event) ? event.kind : EVENT_NONE;
}

static void nothing_new_presents_nothing(void **state)
{
    (void)state;
    Stage stage;
    stage_open(&stage, 90);
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    while (next_kind(stage.platform) != EVENT_NONE) continue;
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    poke(0x123456);
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    assert_int_equal(peek(), 0x123456);
    SDL_PushEvent(&(SDL_Event){.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_EXPOSED}});
    assert_int_equal(next_kind(stage.platform), EVENT_EXPOSED);
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    assert_shows(&stage, &stage.scenes[0]);
    stage_close(&stage);
}

static void another_size_is_told_and_shown(void **state)
{
    (void)state;
    for (int degrees = 0; degrees <= 90; degrees += 90) {
        Stage stage;
        stage_open(&stage, degrees);
        assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
        while (next_kind(stage.platform) != EVENT_NONE) continue;
        SDL_SetWindowSize(the_window(), 200, 150);
        assert_true(platform_show(stage.platform, &stage.scenes[1], alone)); /* too late for its size: not shown */
        assert_int_equal(next_kind(stage.platform), EVENT_RESIZED);
        stage.rotation = rotation_make(degrees, 200, 150);
        int w, h;
        platform_size(stage.platform, &w, &h);
        assert_int_equal(w, stage.rotation.w);
        assert_int_equal(h, stage.rotation.h);
        assert_true(platform_show(stage.platform, &stage.scenes[1], alone)); /* still of the old size */
        scene_draw(&stage, &stage.scenes[0], 0x444444);
        assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
        assert_shows(&stage, &stage.scenes[0]);
        stage_close(&stage);
    }
}

static void wiping_blanks_and_painting_goes_on(void **state)
{
    (void)state;
    Stage stage;
    stage_open(&stage, 0);
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    platform_hold_picture(stage.platform);
    platform_wipe(stage.platform);
    assert_int_equal(shown(&stage, 5, 5), 0);
    assert_true(platform_show(stage.platform, &stage.scenes[1], (Entrance){0.5, 0, {0}})); /* nothing is held: alone */
    assert_shows(&stage, &stage.scenes[1]);
    stage_close(&stage);
}

static void pictures_arrive_and_are_shown(void **state)
{
    (void)state;
    Stage stage;
    stage_open(&stage, 0);
    scene_image(&stage.scenes[0], (Rect){10, 10, 300, 220}, (ImageRef){"art:hide-scene", false});
    while (next_kind(stage.platform) != EVENT_NONE) continue; /* what follows is about the picture */
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    Event event;
    do assert_true(platform_wait(stage.platform, platform_now_ms() + 20000, &event));
    while (event.kind != EVENT_EXPOSED);
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    assert_shows(&stage, &stage.scenes[0]);
    stage_close(&stage);
}

static void saving_waits_for_pictures(void **state)
{
    (void)state;
    Stage stage;
    stage_open(&stage, 0);
    scene_image(&stage.scenes[0], (Rect){10, 10, 300, 220}, (ImageRef){"art:hide-scene", false});
    assert_true(platform_show(stage.platform, &stage.scenes[0], alone));
    char path[] = "/tmp/hearth-present-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_true(platform_save_png(stage.platform, path));
    Arena arena = {0};
    Bytes bytes;
    assert_int_equal(fs_read(&arena, path, 1 << 22, &bytes), FS_OK);
    unlink(path);
    PictureData picture;
    assert_true(picture_decode(bytes, DISPLAY_W, DISPLAY_H, &picture));
    uint32_t *expected = painted(&stage.scenes[0]);
    assert_memory_equal(picture.pixels, expected, DISPLAY_W * DISPLAY_H * sizeof(*expected));
    free(expected);
    free(picture.pixels);
    arena_free(&arena);
    stage_close(&stage);
}

static void touches_come_through_turned(void **state)
{
    (void)state;
    Stage stage;
    stage_open(&stage, 90);
    while (next_kind(stage.platform) != EVENT_NONE) continue;
    SDL_PushEvent(
        &(SDL_Event){.tfinger = {.type = SDL_FINGERDOWN, .touchId = 1, .fingerId = 9, .x = 0.5f, .y = 0.25f}});
    Event event;
    assert_true(platform_wait(stage.platform, INT64_MAX, &event));
    assert_int_equal(event.kind, EVENT_POINTER);
    assert_int_equal(event.pointer.finger, 9);
    assert_int_equal(event.pointer.x, 60);
    assert_int_equal(event.pointer.y, DISPLAY_W - 1 - 160);
    stage_close(&stage);
}

static void a_signal_ends_it(void **state)
{
    (void)state;
    Stage stage;
    stage_open(&stage, 0);
    while (next_kind(stage.platform) != EVENT_NONE) continue;
    raise(SIGTERM);
    Event event;
    assert_true(platform_wait(stage.platform, INT64_MAX, &event));
    assert_int_equal(event.kind, EVENT_QUIT);
    stage_close(&stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(window_shows_what_is_painted),
        cmocka_unit_test(entrance_mixes_and_ends_exactly),
        cmocka_unit_test(entrance_may_begin_within_another),
        cmocka_unit_test(pieces_cover_the_picture_once),
        cmocka_unit_test(nothing_new_presents_nothing),
        cmocka_unit_test(another_size_is_told_and_shown),
        cmocka_unit_test(wiping_blanks_and_painting_goes_on),
        cmocka_unit_test(pictures_arrive_and_are_shown),
        cmocka_unit_test(saving_waits_for_pictures),
        cmocka_unit_test(touches_come_through_turned),
        cmocka_unit_test(a_signal_ends_it),
    };
    return cmocka_run_group_tests_name("present", tests, NULL, NULL);
}
