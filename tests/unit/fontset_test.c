/* fontset_test.c - runs of text as pixels: where they stand, whatever the script. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/paint/face.h"
#include "platform/paint/fontset.h"
#include "platform/paint/lru.h"

#define TAG(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

typedef struct Script {
    const char *lang;
    uint32_t tag;
    bool rtl;
    const char *letters; /* that stand on the baseline, with nothing above the ascent */
    const char *tall;    /* with marks that may rise above it */
} Script;

static const Script scripts[] = {
    {"en", TAG('L', 'a', 't', 'n'), false, "HIT", "\xe1\xb8\x96\xcc\x81\xcc\x81"},
    {"hi", TAG('D', 'e', 'v', 'a'), false, "मम", "र्ह्र्कीं॑"},
    {"pa", TAG('G', 'u', 'r', 'u'), false, "ਮਮ", "ੴ"},
    {"ar", TAG('A', 'r', 'a', 'b'), true, "اا", "أَّٰ"},
};
static const Script *const latin = &scripts[0], *const gurmukhi = &scripts[2], *const arabic = &scripts[3];

static int fonts_set_up(void **state)
{
    *state = fontset_new();
    return 0;
}

static int fonts_tear_down(void **state)
{
    fontset_free(*state);
    return 0;
}

static FontId face_of(const Script *script, FaceRole role)
{
    FontId fonts[FONTS_MAX];
    size_t count = fonts_candidates(script->lang, script->tag, role, fonts, ARRAY_LEN(fonts));
    assert_true(count > 0);
    return fonts[0];
}

static TextRun run_of(const Script *script, FaceRole role, int size_px, const char *text)
{
    return (TextRun){
        .font = face_of(script, role), .size_px = size_px, .rtl = script->rtl, .script = script->tag, .text = text};
}

static int width_of(FontSet *fonts, TextRun run)
{
    FontSource source = fontset_source(fonts);
    return source.width_px(source.context, &run);
}

/* Coverage at a point, from where the run starts on the baseline. */
static int coverage(const RunPicture *picture, int x, int y)
{
    x -= picture->left_px;
    y -= picture->top_px;
    return x < 0 || y < 0 || x >= picture->w || y >= picture->h ? 0 : picture->mask[y * picture->w + x];
}

/* A copy, since a picture is valid until the next call only. */
static RunPicture picture_copy(FontSet *fonts, TextRun run)
{
    RunPicture picture = fontset_picture(fonts, &run);
    assert_non_null(picture.mask);
    size_t count = (size_t)picture.w * (size_t)picture.h;
    uint8_t *mask = malloc(count);
    memcpy(mask, picture.mask, count);
    picture.mask = mask;
    return picture;
}

static void picture_free(RunPicture *copy) { free((void *)(uintptr_t)copy->mask); }

static void letters_stand_on_the_baseline(void **state)
{
    for (size_t i = 0; i < ARRAY_LEN(scripts); i++)
        for (int size_px = 20; size_px <= 60; size_px += 10) {
            TextRun run = run_of(&scripts[i], FACE_BODY_REGULAR, size_px, scripts[i].letters);
            RunPicture picture = fontset_picture(*state, &run);
            int below = picture.top_px + picture.h; /* rows of ink below the baseline */
            if (below < -1 || below > 1) fail_msg("%s at %d px: %d rows below", scripts[i].lang, size_px, below);
        }
}

/* True where `part` is seen, pixel by pixel, at dx within `whole`: neither moved up or down, nor sideways. */
static bool is_part(const RunPicture *part, const RunPicture *whole, int dx, int from_x, int to_x)
{
    for (int y = -200; y < 100; y++)
        for (int x = from_x; x < to_x; x++)
            if (coverage(part, x, y) != coverage(whole, x + dx, y)) return false;
    return true;
}

/* SDL2_ttf moves a line down when a mark rises above its ascent. Letters beside such a mark must stay where they are.
 */
static bool tall_mark_rises(FontSet *fonts, const Script *script, FaceRole role, int size_px)
{
    char text[128];
    snprintf(text, sizeof(text), "%s %s", script->rtl ? script->tall : script->letters,
             script->rtl ? script->letters : script->tall);
    RunPicture letters = picture_copy(fonts, run_of(script, role, size_px, script->letters));
    RunPicture both = picture_copy(fonts, run_of(script, role, size_px, text));
    FontSource source = fontset_source(fonts);
    bool rises = -both.top_px > source.metrics(source.context, face_of(script, role), size_px).ascent_px;
    if (!is_part(&letters, &both, 0, -20, letters.left_px + letters.w))
        fail_msg("%s at %d px: the letters moved", script->lang, size_px);
    picture_free(&letters);
    picture_free(&both);
    return rises;
}

static void tall_marks_do_not_move_the_line(void **state)
{
    for (size_t i = 0; i < ARRAY_LEN(scripts); i++) {
        int risen = 0;
        for (int size_px = 16; size_px <= 72; size_px++)
            risen += tall_mark_rises(*state, &scripts[i], FACE_BODY_REGULAR, size_px) +
                     tall_mark_rises(*state, &scripts[i], FACE_HEAD_SEMIBOLD, size_px);
        if (risen == 0) fail_msg("%s: no mark rose, so nothing was tested", scripts[i].lang);
    }
}

/* And to the right for a letter that reaches left of where it starts: it must begin where its face says. */
static void overhanging_letters_start_where_they_should(void **state)
{
    static const char letters[] = "jfnT";
    int overhanging = 0;
    Faces faces;
    faces_init(&faces);
    for (size_t i = 0; letters[i] != '\0'; i++)
        for (int size_px = 20; size_px <= 100; size_px++) {
            const char text[2] = {letters[i], '\0'};
            TextRun run = run_of(latin, FACE_HEAD_ITALIC, size_px, text);
            RunPicture picture = fontset_picture(*state, &run);
            int left = 0;
            TTF_GlyphMetrics32(faces_get(&faces, run.font, size_px), (uint32_t)letters[i], &left, NULL, NULL, NULL,
                               NULL);
            if (picture.left_px < left || picture.left_px > left + 1) /* the first column may be too faint to count */
                fail_msg("%s at %d px starts at %d, not %d", text, size_px, picture.left_px, left);
            overhanging += left < 0;
        }
    faces_close(&faces);
    assert_in_range(overhanging, 50, 1000); /* or this would have tested nothing */
}

static void scripts_are_shaped(void **state)
{
    static const char *const heh = "ههه"; /* joined, three letters of three shapes */
    TextRun joined = run_of(arabic, FACE_BODY_REGULAR, 40, heh), broken = joined;
    broken.script = latin->tag;
    RunPicture right = picture_copy(*state, joined), wrong = picture_copy(*state, broken);
    assert_false(right.w == wrong.w && right.h == wrong.h &&
                 memcmp(right.mask, wrong.mask, (size_t)(right.w * right.h)) == 0);
    picture_free(&right);
    picture_free(&wrong);
    /* Direction is the run's, too. */
    TextRun forward = run_of(latin, FACE_BODY_REGULAR, 40, "ab"), backward = forward;
    backward.rtl = true;
    right = picture_copy(*state, forward);
    wrong = picture_copy(*state, backward);
    assert_memory_not_equal(right.mask, wrong.mask, (size_t)int_min(right.w * right.h, wrong.w * wrong.h));
    picture_free(&right);
    picture_free(&wrong);
}

static void ink_stays_within_the_measured_width(void **state)
{
    static const char *const texts[] = {"jiffy", "Waiting for the reply", "9-8-8", "fluff", "W", ""};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        for (int role = 0; role < FACE_ROLES; role++) {
            TextRun run = run_of(latin, (FaceRole)role, 46, texts[i]);
            RunPicture picture = fontset_picture(*state, &run);
            int width = width_of(*state, run);
            assert_true(picture.w <= width);
            assert_true(picture.left_px + picture.w <= width);
        }
}

static void empty_runs_have_no_ink(void **state)
{
    static const char *const texts[] = {"", " ", "\xe2\x80\x8b"};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        TextRun run = run_of(latin, FACE_BODY_REGULAR, 30, texts[i]);
        RunPicture picture = fontset_picture(*state, &run);
        assert_int_equal(picture.w * picture.h, 0);
        assert_null(picture.mask);
        assert_null(picture.colors);
    }
    assert_int_equal(width_of(*state, run_of(latin, FACE_BODY_REGULAR, 30, "")), 0);
    assert_true(width_of(*state, run_of(latin, FACE_BODY_REGULAR, 30, " ")) > 3);
}

static void coverage_is_told_by_the_face(void **state)
{
    FontSource source = fontset_source(*state);
    FontId body = face_of(latin, FACE_BODY_REGULAR);
    assert_true(source.covers(source.context, body, 'A'));
    assert_false(source.covers(source.context, body, 0x0A2E));
    assert_true(source.covers(source.context, face_of(gurmukhi, FACE_BODY_REGULAR), 0x0A2E));
    /* A face that is not there covers nothing and breaks nothing. */
    assert_false(source.covers(source.context, -1, 'A'));
    assert_false(source.covers(source.context, (FontId)fonts_count(), 'A'));
    TextRun run = {.font = -1, .size_px = 30, .text = "A"};
    assert_int_equal(source.width_px(source.context, &run), 0);
    assert_null(fontset_picture(*state, &run).mask);
    assert_true(source.metrics(source.context, -1, 30).ascent_px > 0);
}

/* A large face is open once and changes its size: each size must look as if it were the only one. */
static void large_faces_change_their_size(void **state)
{
    static const Script chinese = {"zh", TAG('H', 'a', 'n', 'i'), false, "中文", ""};
    TextRun run = run_of(&chinese, FACE_BODY_REGULAR, 30, chinese.letters);
    const int width = width_of(*state, run);
    RunPicture before = picture_copy(*state, run);
    for (int size_px = 60; size_px > 20; size_px -= 20) {
        run.size_px = size_px;
        assert_int_equal(width_of(*state, run), 2 * size_px); /* every Chinese letter is as wide as it is high */
        assert_in_range(fontset_picture(*state, &run).h, size_px * 3 / 4, size_px);
        FontSource source = fontset_source(*state);
        assert_true(source.covers(source.context, run.font, 0x4e2d));
    }
    fontset_wipe(*state);
    run.size_px = 30;
    assert_int_equal(width_of(*state, run), width);
    RunPicture after = picture_copy(*state, run);
    assert_int_equal(after.w * after.h, before.w * before.h);
    assert_memory_equal(after.mask, before.mask, (size_t)(before.w * before.h));
    picture_free(&before);
    picture_free(&after);
}

static void every_shipped_face_opens(void **state)
{
    FontSource source = fontset_source(*state);
    int shipped = 0;
    for (size_t i = 0; i < fonts_count(); i++) {
        if (!fonts_file((FontId)i)->shipped) continue;
        shipped++;
        if (!source.covers(source.context, (FontId)i, 'e')) fail_msg("%s", fonts_file((FontId)i)->name);
    }
    assert_in_range(shipped, 7, 20);
}

/* More pairs of face and size than are kept open, and more runs than the cache holds. */
static void caches_may_forget(void **state)
{
    TextRun first = run_of(latin, FACE_BODY_REGULAR, 34, "Waiting");
    RunPicture before = picture_copy(*state, first);
    int width = width_of(*state, first);
    for (int size_px = 100; size_px < 160; size_px++)
        for (int i = 0; i < 4; i++) {
            char text[32];
            snprintf(text, sizeof(text), "%d of these words", i);
            TextRun run = run_of(latin, FACE_HEAD_SEMIBOLD, size_px, text);
            assert_non_null(fontset_picture(*state, &run).mask);
        }
    RunPicture after = fontset_picture(*state, &first);
    assert_int_equal(after.w, before.w);
    assert_memory_equal(after.mask, before.mask, (size_t)(before.w * before.h));
    assert_int_equal(width_of(*state, first), width);
    fontset_wipe(*state);
    after = fontset_picture(*state, &first);
    assert_memory_equal(after.mask, before.mask, (size_t)(before.w * before.h));
    picture_free(&before);
}

typedef struct Number {
    LruEntry entry;
    int value;
} Number;

static bool number_matches(const LruEntry *entry, const void *key)
{
    return ((const Number *)entry)->value == *(const int *)key;
}

static int oldest_value(const Lru *lru) { return ((const Number *)lru->oldest)->value; }

static void lru_keeps_the_order_of_use(void **state)
{
    (void)state;
    Lru lru = {0};
    Number numbers[5];
    for (int i = 0; i < 5; i++) {
        numbers[i].value = i;
        lru_add(&lru, &numbers[i].entry, (uint64_t)i * LRU_BUCKETS, 10); /* all in one bucket */
    }
    assert_int_equal(lru.cost, 50);
    int key = 0;
    assert_ptr_equal(lru_find(&lru, 0, number_matches, &key), &numbers[0].entry);
    assert_int_equal(oldest_value(&lru), 1);
    key = 9;
    assert_null(lru_find(&lru, 0, number_matches, &key));
    assert_null(lru_find(&lru, 9, number_matches, &key));
    static const int order[] = {1, 2, 3, 4, 0};
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        assert_int_equal(oldest_value(&lru), order[i]);
        lru_remove(&lru, lru.oldest);
    }
    assert_null(lru.oldest);
    assert_null(lru.newest);
    assert_int_equal(lru.cost, 0);
}

int main(void)
{
#define FONTS_TEST(name) cmocka_unit_test_setup_teardown(name, fonts_set_up, fonts_tear_down)
    const struct CMUnitTest tests[] = {
        FONTS_TEST(letters_stand_on_the_baseline),
        FONTS_TEST(tall_marks_do_not_move_the_line),
        FONTS_TEST(overhanging_letters_start_where_they_should),
        FONTS_TEST(scripts_are_shaped),
        FONTS_TEST(ink_stays_within_the_measured_width),
        FONTS_TEST(empty_runs_have_no_ink),
        FONTS_TEST(coverage_is_told_by_the_face),
        FONTS_TEST(large_faces_change_their_size),
        FONTS_TEST(every_shipped_face_opens),
        FONTS_TEST(caches_may_forget),
        cmocka_unit_test(lru_keeps_the_order_of_use),
    };
    return cmocka_run_group_tests_name("fontset", tests, NULL, NULL);
}
