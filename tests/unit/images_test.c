/* images_test.c - which pictures are decoded, how they are scaled, and what the cache keeps. */
#include "unit.h"

#include <SDL_image.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/embed.h"
#include "platform/images.h"
#include "platform/paint/picture.h"
#include "platform/paint/svg_cost.h"

#define BYTES(text) ((Bytes){text, sizeof(text) - 1})
#define SVG(inside) "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">" inside "</svg>"
#define PNG_OF(w, h) "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" w h "\x08\x06\0\0\0\0\0\0\0"
#define JPEG_OF(frame, size)                                                                                           \
    "\xff\xd8\xff\xe0\0\x04\0\0\xff" frame "\0\x11\x08" size "\x03\x01\x11\0\x02\x11\0\x03\x11\0"

static bool decodes(Bytes file)
{
    PictureData picture;
    bool good = picture_decode(file, 64, 64, &picture);
    assert_true(good == (picture.pixels != NULL));
    free(picture.pixels);
    return good;
}

static void bombs_never_reach_a_decoder(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        Bytes file;
    } bad[] = {
        {"empty", {"", 0}},
        {"PNG of 20,000 x 20,000", BYTES(PNG_OF("\0\0\x4e\x20", "\0\0\x4e\x20"))},
        {"PNG of 4097 x 1", BYTES(PNG_OF("\0\0\x10\x01", "\0\0\0\x01"))},
        {"PNG of 4096 x 4096", BYTES(PNG_OF("\0\0\x10\0", "\0\0\x10\0"))},
        {"PNG of 0 x 0", BYTES(PNG_OF("\0\0\0\0", "\0\0\0\0"))},
        {"PNG of 2^32 - 1", BYTES(PNG_OF("\xff\xff\xff\xff", "\xff\xff\xff\xff"))},
        {"PNG that ends after its signature", BYTES("\x89PNG\r\n\x1a\n")},
        {"PNG that breaks off in a chunk", BYTES(PNG_OF("\0\0\0\x10", "\0\0\0\x10") "abcd\0\0\0\x20"
                                                                                    "cHRM\0")},
        {"PNG without pixels", BYTES(PNG_OF("\0\0\0\x10", "\0\0\0\x10"))},
        {"JPEG of 65,535 x 65,535", BYTES(JPEG_OF("\xc0", "\xff\xff\xff\xff"))},
        {"JPEG, arithmetic coding", BYTES(JPEG_OF("\xc9", "\0\x10\0\x10"))},
        {"JPEG without pixels", BYTES(JPEG_OF("\xc0", "\0\x10\0\x10"))},
        {"GIF", BYTES("GIF89a\x01\0\x01\0\0\0\0;")},
        {"BMP", BYTES("BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0")},
        {"XPM", BYTES("/* XPM */ static char *a[] = {\"1 1 1 1\", \"a c #000000\", \"a\"};")},
        {"PNM", BYTES("P6 1 1 255 abc")},
        {"PCX", BYTES("\x0a\x05\x01\x08\0\0\0\0\0\0\0\0")},
        {"SVG with text", BYTES(SVG("<text x=\"1\" y=\"1\">a</text>"))},
        {"SVG with a file in it", BYTES(SVG("<image href=\"file:///etc/passwd\"/>"))},
        {"SVG with a script", BYTES(SVG("<script>a()</script>"))},
        {"SVG with entities", BYTES("<!DOCTYPE svg [<!ENTITY a \"b\">]>" SVG(""))},
        {"SVG with a huge radius", BYTES(SVG("<circle cx=\"1\" cy=\"1\" r=\"99999999999\" stroke=\"#000\"/>"))},
        {"SVG with 1e9 in a path", BYTES(SVG("<path d=\"M0 0L1e9 1e9\" stroke=\"#000\"/>"))},
        {"SVG with a number behind a letter", BYTES(SVG("<path d=\"M0 0ZM12345678 9\" stroke=\"#000\"/>"))},
        {"SVG with tiny dashes", BYTES(SVG("<path d=\"M0 0L99 99\" stroke=\"#000\" stroke-dasharray=\"5 0.00001\"/>"))},
        {"SVG with a huge stroke", BYTES(SVG("<path d=\"M0 0L99 99\" stroke=\"#000\" stroke-width=\"99999\"/>"))},
        {"SVG hidden from us by a comment", BYTES(SVG("<!-- > <path d=\"M0 0L1e9 0\"/> -->"))},
    };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        if (decodes(bad[i].file)) fail_msg("was decoded: %s", bad[i].what);
}

static void quick_drawings_are_quick(void **state)
{
    (void)state;
    static const char *const good[] = {
        SVG("<path id=\"path12345678\" d=\"M0 0L999999 1\" fill=\"#1e9999\" stroke=\"#2E5A4C\"/>"),
        SVG("<path d=\"M0 0L9 9\" stroke=\"#000\" stroke-width=\"2.5\" stroke-dasharray=\"4 0.5\"/>"),
        SVG("<!-- 123456789 1e9 --><g transform=\"translate(12 4)\"><circle r=\"4\" fill=\"#000\"/></g>"),
    };
    for (size_t i = 0; i < ARRAY_LEN(good); i++)
        if (!decodes((Bytes){good[i], strlen(good[i])})) fail_msg("was refused: %s", good[i]);
    assert_false(svg_is_quick(BYTES(SVG("<path d=\"M0 0L9 9\" stroke-dasharray=\".4\"/>"))));
    assert_false(svg_is_quick(BYTES(SVG("<circle r='1000000'/>"))));
    assert_false(svg_is_quick(BYTES(SVG("<circle r=1/>"))));
    assert_false(svg_is_quick(BYTES(SVG("<circle r=\"1"))));
}

static void every_picture_we_ship_decodes(void **state)
{
    (void)state;
    static const char *const folders[] = {"content/relationships/images", "content/first-aid/images"};
    Arena arena = {0};
    size_t found = 0;
    for (size_t i = 0; embed_name(i); i++) {
        Bytes file;
        if (!strstr(embed_name(i), ".svg")) continue;
        assert_true(embed_find(embed_name(i), &file));
        if (!decodes(file)) fail_msg("%s", embed_name(i));
        found++;
    }
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        const char **names;
        size_t count;
        assert_true(fs_list(&arena, folders[i], &names, &count));
        for (size_t n = 0; n < count; n++)
            if (!images_decodes(fs_join(&arena, folders[i], names[n]))) fail_msg("%s/%s", folders[i], names[n]);
        found += count;
    }
    assert_in_range(found, 80, 1000);
    arena_free(&arena);
}

static uint32_t scaled_pixel(const uint32_t *pixels, int w, int h, int to_w, int to_h, int at)
{
    PictureData scaled = picture_scale(&(PictureData){(uint32_t *)(uintptr_t)pixels, w, h}, to_w, to_h);
    assert_int_equal(scaled.w, to_w);
    assert_int_equal(scaled.h, to_h);
    uint32_t pixel = scaled.pixels[at];
    free(scaled.pixels);
    return pixel;
}

static void smaller_is_the_average(void **state)
{
    (void)state;
    static const uint32_t checks[16] = {0xffffffff, 0xff000000, 0xffffffff, 0xff000000, 0xff000000, 0xffffffff,
                                        0xff000000, 0xffffffff, 0xffffffff, 0xff000000, 0xffffffff, 0xff000000,
                                        0xff000000, 0xffffffff, 0xff000000, 0xffffffff};
    for (int i = 0; i < 4; i++) assert_int_equal(scaled_pixel(checks, 4, 4, 2, 2, i), 0xff808080);
    static const uint32_t row[3] = {0xff000000, 0xff0000ff, 0xff000000};
    assert_int_equal(scaled_pixel(row, 3, 1, 2, 1, 0), 0xff000055); /* one and a half pixels: a third of 255 */
    assert_int_equal(scaled_pixel(row, 3, 1, 1, 1, 0), 0xff000055);
    /* A transparent pixel gives its transparency, not its colour. */
    static const uint32_t half[2] = {0x00ff0000, 0xff0000ff};
    assert_int_equal(scaled_pixel(half, 2, 1, 1, 1, 0), 0x800000ff);
}

static void bigger_blends_neighbours(void **state)
{
    (void)state;
    static const uint32_t two[2] = {0xff000000, 0xff0000ff};
    assert_int_equal(scaled_pixel(two, 2, 1, 8, 4, 0), 0xff000000);
    assert_int_equal(scaled_pixel(two, 2, 1, 8, 4, 7), 0xff0000ff);
    assert_in_range(scaled_pixel(two, 2, 1, 8, 4, 3) & 255, 90, 128);
    static const uint32_t flat[6] = {0x80123456, 0x80123456, 0x80123456, 0x80123456, 0x80123456, 0x80123456};
    for (int size = 1; size < 40; size++)
        assert_int_equal(scaled_pixel(flat, 3, 2, size, size, size * size - 1), 0x80123456);
}

typedef struct Folder {
    char path[64];
    char file[96];
} Folder;

static void folder_make(Folder *folder)
{
    snprintf(folder->path, sizeof(folder->path), "/tmp/hearth-images-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    snprintf(folder->file, sizeof(folder->file), "%s/picture", folder->path);
}

static void folder_remove(Folder *folder)
{
    unlink(folder->file);
    assert_int_equal(rmdir(folder->path), 0);
}

static void png_write(const char *path, int w, int h)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_FillRect(surface, NULL, 0xff2c5a4c);
    assert_int_equal(IMG_SavePNG(surface, path), 0);
    SDL_FreeSurface(surface);
}

static void pictures_fit_their_box(void **state)
{
    (void)state;
    Folder folder;
    folder_make(&folder);
    Images *images = images_new(NULL, NULL);
    Picture picture;
    png_write(folder.file, 200, 100);
    static const int boxes[][4] = {
        {50, 50, 50, 25}, {400, 400, 400, 200}, {1000, 10, 20, 10}, {200, 100, 200, 100}, {1, 1, 1, 1}};
    for (size_t i = 0; i < ARRAY_LEN(boxes); i++) {
        assert_int_equal(images_get(images, folder.file, boxes[i][0], boxes[i][1], &picture), IMAGE_READY);
        assert_int_equal(picture.w, boxes[i][2]);
        assert_int_equal(picture.h, boxes[i][3]);
        assert_int_equal(picture.pixels[0], 0xff2c5a4c);
    }
    assert_int_equal(images_get(images, folder.file, 0, 10, &picture), IMAGE_BROKEN);
    assert_int_equal(images_get(images, folder.file, 9000, 9000, &picture), IMAGE_BROKEN);
    images_free(images);
    folder_remove(&folder);
}

static void jpeg_decodes_too(void **state)
{
    (void)state;
    Folder folder;
    folder_make(&folder);
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, 64, 32, 32, SDL_PIXELFORMAT_RGB888);
    SDL_FillRect(surface, NULL, 0x808080);
    assert_int_equal(IMG_SaveJPG(surface, folder.file, 90), 0);
    SDL_FreeSurface(surface);
    assert_true(images_decodes(folder.file));
    assert_true(images_decodes_apart(folder.file));
    Images *images = images_new(NULL, NULL);
    Picture picture;
    assert_int_equal(images_get(images, folder.file, 32, 32, &picture), IMAGE_READY);
    assert_int_equal(picture.h, 16);
    assert_in_range(picture.pixels[0] & 255, 0x7e, 0x82);
    struct stat whole;
    assert_int_equal(stat(folder.file, &whole), 0);
    assert_int_equal(truncate(folder.file, whole.st_size * 3 / 4), 0); /* a decoder would paint the rest grey */
    assert_false(images_decodes(folder.file));
    assert_false(images_decodes_apart(folder.file));
    assert_int_equal(images_get(images, folder.file, 16, 16, &picture), IMAGE_BROKEN);
    images_free(images);
    folder_remove(&folder);
}

static void the_oldest_pictures_go_first(void **state)
{
    (void)state;
    Folder folder;
    folder_make(&folder);
    Images *images = images_new(NULL, NULL);
    Picture picture;
    png_write(folder.file, 100, 100);
    assert_int_equal(images_get(images, folder.file, 50, 50, &picture), IMAGE_READY);
    assert_int_equal(images_get(images, folder.file, 51, 51, &picture), IMAGE_READY);
    for (int side = 500; side < 514; side++) { /* 14 MB in all, a fifth of which may stay */
        images_begin_frame(images);
        assert_int_equal(images_get(images, folder.file, side, side, &picture), IMAGE_READY);
        assert_int_equal(images_get(images, folder.file, 51, 51, &picture), IMAGE_READY);
    }
    unlink(folder.file);
    assert_int_equal(images_get(images, folder.file, 51, 51, &picture), IMAGE_READY); /* in use all along */
    assert_int_equal(images_get(images, folder.file, 513, 513, &picture), IMAGE_READY);
    assert_int_equal(images_get(images, folder.file, 50, 50, &picture), IMAGE_BROKEN); /* was forgotten */
    images_free(images);
    png_write(folder.file, 1, 1);
    folder_remove(&folder);
}

/* All that one frame asks for stays, even where it is more than the cache may hold. */
static void a_frame_has_all_it_needs(void **state)
{
    (void)state;
    enum { BIG = 1200, COUNT = 4 }; /* 6 MB each, twice what the cache holds */
    Folder folder;
    folder_make(&folder);
    Images *images = images_new(NULL, NULL);
    Picture picture;
    png_write(folder.file, 100, 100);
    images_begin_frame(images);
    for (int i = 0; i < COUNT; i++)
        assert_int_equal(images_get(images, folder.file, BIG + i, BIG, &picture), IMAGE_READY);
    unlink(folder.file);
    images_begin_frame(images);
    for (int i = 0; i < COUNT; i++)
        assert_int_equal(images_get(images, folder.file, BIG + i, BIG, &picture), IMAGE_READY);
    images_begin_frame(images);
    images_get(images, folder.file, 10, 10, &picture); /* makes room: the frame before is over */
    assert_int_equal(images_get(images, folder.file, BIG, BIG, &picture), IMAGE_BROKEN);
    images_free(images);
    png_write(folder.file, 1, 1);
    folder_remove(&folder);
}

/* A worker that stops each time it has finished a picture, until it is let go on: so the tests know where it is. */
typedef struct Gate {
    sem_t woken, open;
} Gate;

static void gate_wake(void *context)
{
    Gate *gate = context;
    sem_post(&gate->woken);
    sem_wait(&gate->open);
}

static void gate_make(Gate *gate)
{
    sem_init(&gate->woken, 0, 0);
    sem_init(&gate->open, 0, 0);
}

static void gate_destroy(Gate *gate)
{
    sem_destroy(&gate->woken);
    sem_destroy(&gate->open);
}

static void wait_until_woken(Gate *gate)
{
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += 60;
    assert_int_equal(sem_timedwait(&gate->woken, &until), 0);
}

static void worker_decodes_each_picture_once(void **state)
{
    (void)state;
    Folder folder;
    folder_make(&folder);
    png_write(folder.file, 900, 900);
    char missing[128];
    snprintf(missing, sizeof(missing), "%s/missing", folder.path);
    Gate gate;
    gate_make(&gate);
    Images *images = images_new(gate_wake, &gate);
    Picture picture;
    images_get(images, folder.file, 10, 10, &picture);
    wait_until_woken(&gate); /* the worker stands still now */
    assert_int_equal(images_get(images, folder.file, 10, 10, &picture), IMAGE_READY);
    assert_int_equal(images_get(images, missing, 10, 10, &picture), IMAGE_PENDING);
    assert_int_equal(images_get(images, folder.file, 400, 400, &picture), IMAGE_PENDING);
    assert_int_equal(images_get(images, folder.file, 400, 400, &picture), IMAGE_PENDING); /* the same job */
    sem_post(&gate.open);
    wait_until_woken(&gate); /* what was asked for last comes first */
    assert_int_equal(images_get(images, folder.file, 400, 400, &picture), IMAGE_READY);
    assert_int_equal(picture.w, 400);
    assert_int_equal(images_get(images, missing, 10, 10, &picture), IMAGE_PENDING);
    sem_post(&gate.open);
    wait_until_woken(&gate);
    assert_int_equal(images_get(images, missing, 10, 10, &picture), IMAGE_BROKEN); /* and is not tried again */
    images_settle(images);
    sem_post(&gate.open);
    images_free(images);
    assert_int_equal(sem_trywait(&gate.woken), -1);
    gate_destroy(&gate);
    folder_remove(&folder);
}

static void icons_are_there_at_once(void **state)
{
    (void)state;
    Gate gate;
    gate_make(&gate);
    Images *images = images_new(gate_wake, &gate);
    Picture picture;
    images_get(images, "art:hide-scene", 400, 400, &picture);
    wait_until_woken(&gate);
    assert_int_equal(images_get(images, "icon:home", 40, 40, &picture), IMAGE_READY);
    assert_int_equal(images_get(images, "icon:no-such-icon", 40, 40, &picture), IMAGE_BROKEN);
    assert_int_equal(images_get(images, "art:hide-scene", 1920, 1080, &picture), IMAGE_PENDING);
    sem_post(&gate.open);
    sem_post(&gate.open);
    images_settle(images);
    assert_int_equal(images_get(images, "art:hide-scene", 1920, 1080, &picture), IMAGE_READY);
    images_free(images);
    gate_destroy(&gate);
}

/* A file that is another one by now shows whether it was read again. */
static void a_wipe_forgets_files_and_nothing_else(void **state)
{
    (void)state;
    Folder folder;
    folder_make(&folder);
    png_write(folder.file, 900, 900);
    Gate gate;
    gate_make(&gate);
    Images *images = images_new(gate_wake, &gate);
    Picture picture, icon;
    images_get(images, "icon:phone", 24, 24, &icon);
    images_get(images, folder.file, 10, 10, &picture);
    wait_until_woken(&gate); /* decoded; the worker stands still now */
    assert_int_equal(images_get(images, folder.file, 10, 10, &picture), IMAGE_READY);
    assert_int_equal(images_get(images, folder.file, 20, 20, &picture), IMAGE_PENDING); /* not begun with */
    png_write(folder.file, 900, 450);
    images_wipe(images);
    images_settle(images); /* nothing is waited for any more */
    assert_int_equal(images_get(images, folder.file, 10, 10, &picture), IMAGE_PENDING);
    sem_post(&gate.open);
    wait_until_woken(&gate);
    assert_int_equal(images_get(images, folder.file, 10, 10, &picture), IMAGE_READY);
    assert_int_equal(picture.h, 5);
    const uint32_t *before = icon.pixels;
    assert_int_equal(images_get(images, "icon:phone", 24, 24, &icon), IMAGE_READY);
    assert_ptr_equal(icon.pixels, before);
    sem_post(&gate.open);
    images_free(images);
    gate_destroy(&gate);
    folder_remove(&folder);
}

static void *free_images(void *images)
{
    images_free(images);
    return NULL;
}

static void freeing_does_not_wait_for_what_nobody_wants(void **state)
{
    (void)state;
    enum { JOBS = 100 };
    Gate gate;
    gate_make(&gate);
    Images *images = images_new(gate_wake, &gate);
    Picture picture;
    for (int side = 300; side < 300 + JOBS; side++) images_get(images, "art:hide-scene", side, side, &picture);
    wait_until_woken(&gate);
    pthread_t thread;
    pthread_create(&thread, NULL, free_images, images);
    nanosleep(&(struct timespec){0, 200 * 1000000}, NULL); /* by now it has said that the worker should stop */
    for (int i = 0; i < JOBS; i++) sem_post(&gate.open);
    pthread_join(thread, NULL);
    int done = 0;
    sem_getvalue(&gate.woken, &done);
    assert_in_range(done, 0, JOBS / 2);
    gate_destroy(&gate);
    images_free(NULL);
}

enum { PHOTO_W = 32, PHOTO_H = 16, PHOTO_BYTES_MAX = 8192 };

/* A photo with a red quarter at its top left and a green one at its top right, as a phone would store it with a note.
 */
static Bytes photo_make(char *bytes, unsigned char orientation)
{
    char note[] = "\xff\xe1\0\x22"
                  "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0?\0\0\0\0\0";
    enum { NOTE_BYTES = 0x22 + 2, NOTE_AT = 2, VALUE_AT = 29 };
    note[VALUE_AT] = (char)orientation;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, PHOTO_W, PHOTO_H, 24, SDL_PIXELFORMAT_RGB24);
    SDL_FillRect(surface, &(SDL_Rect){0, 0, PHOTO_W / 2, PHOTO_H / 2}, SDL_MapRGB(surface->format, 255, 0, 0));
    SDL_FillRect(surface, &(SDL_Rect){PHOTO_W / 2, 0, PHOTO_W / 2, PHOTO_H / 2},
                 SDL_MapRGB(surface->format, 0, 255, 0));
    SDL_RWops *stream = SDL_RWFromMem(bytes, PHOTO_BYTES_MAX - NOTE_BYTES);
    assert_int_equal(IMG_SaveJPG_RW(surface, stream, 0, 95), 0);
    size_t count = (size_t)SDL_RWtell(stream);
    SDL_RWclose(stream);
    SDL_FreeSurface(surface);
    memmove(bytes + NOTE_AT + NOTE_BYTES, bytes + NOTE_AT, count - NOTE_AT);
    memcpy(bytes + NOTE_AT, note, NOTE_BYTES);
    return (Bytes){bytes, count + NOTE_BYTES};
}

static bool quarter_is(const PictureData *picture, const char *quarter, int shift)
{
    int x = quarter[1] == 'l' ? picture->w / 4 : picture->w * 3 / 4,
        y = quarter[0] == 't' ? picture->h / 4 : picture->h * 3 / 4;
    uint32_t pixel = picture->pixels[y * picture->w + x] & 0xFFFFFF;
    uint32_t strong = pixel >> shift & 0xFF;
    return strong > 200 && (pixel & ~((uint32_t)0xFF << shift) & 0xC0C0C0) == 0;
}

static void phone_photos_stand_upright(void **state)
{
    (void)state;
    /* Where the stored top left and top right are seen, for each orientation of Exif. */
    static const char *const red[] = {"tl", "tr", "br", "bl", "tl", "tr", "br", "bl"};
    static const char *const green[] = {"tr", "tl", "bl", "br", "bl", "br", "tr", "tl"};
    for (unsigned char orientation = 1; orientation <= 8; orientation++) {
        char bytes[PHOTO_BYTES_MAX] = {0};
        PictureData picture;
        bool is_on_side = orientation >= 5;
        Bytes file = photo_make(bytes, orientation);
        assert_true(picture_decode(file, is_on_side ? PHOTO_H : PHOTO_W, is_on_side ? PHOTO_W : PHOTO_H, &picture));
        assert_int_equal(picture.w, is_on_side ? PHOTO_H : PHOTO_W);
        if (!quarter_is(&picture, red[orientation - 1], 16)) fail_msg("red, orientation %d", orientation);
        if (!quarter_is(&picture, green[orientation - 1], 8)) fail_msg("green, orientation %d", orientation);
        free(picture.pixels);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phone_photos_stand_upright),
        cmocka_unit_test(bombs_never_reach_a_decoder),
        cmocka_unit_test(quick_drawings_are_quick),
        cmocka_unit_test(every_picture_we_ship_decodes),
        cmocka_unit_test(smaller_is_the_average),
        cmocka_unit_test(bigger_blends_neighbours),
        cmocka_unit_test(pictures_fit_their_box),
        cmocka_unit_test(jpeg_decodes_too),
        cmocka_unit_test(the_oldest_pictures_go_first),
        cmocka_unit_test(a_frame_has_all_it_needs),
        cmocka_unit_test(worker_decodes_each_picture_once),
        cmocka_unit_test(icons_are_there_at_once),
        cmocka_unit_test(a_wipe_forgets_files_and_nothing_else),
        cmocka_unit_test(freeing_does_not_wait_for_what_nobody_wants),
    };
    return cmocka_run_group_tests_name("images", tests, NULL, NULL);
}
