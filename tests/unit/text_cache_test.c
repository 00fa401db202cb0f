/* Layouts asked for again are the same ones; those not asked for go when there are too many; all go at a wipe. */
#include "text_fixture.h"

#include "text/cache.h"

static const TextLayout *lay_out(const char *lang, const char *text, FaceRole face, int size_px, TextStyle style)
{
    const TextSpan span = {text, face, size_px};
    return text_layout(engine, lang, &span, 1, &style);
}

static const TextStyle plain = {.line_px = 30, .width_px = 300};

static void asking_again_gives_the_same(void **state)
{
    (void)state;
    char text[] = "Somebody is on their way"; /* elsewhere in memory each time */
    const TextLayout *first = lay_out("en", text, FACE_BODY_REGULAR, 20, plain);
    fake.measured = 0;
    assert_ptr_equal(lay_out("en", "Somebody is on their way", FACE_BODY_REGULAR, 20, plain), first);
    assert_int_equal(fake.measured, 0);
    text[0] = 'X'; /* the layout has its own copy */
    assert_string_equal(first->lines[0].text, "Somebody is on their way");
    assert_string_equal(first->lines[0].runs[0].text, "Somebody is on their way");
}

static void every_argument_counts(void **state)
{
    (void)state;
    const char *text = "One and two and three and four and five";
    const TextLayout *all[] = {
        lay_out("en", text, FACE_BODY_REGULAR, 20, plain),
        lay_out("fr", text, FACE_BODY_REGULAR, 20, plain),
        lay_out("en", "Another text", FACE_BODY_REGULAR, 20, plain),
        lay_out("en", text, FACE_BODY_BOLD, 20, plain),
        lay_out("en", text, FACE_BODY_REGULAR, 22, plain),
        lay_out("en", text, FACE_BODY_REGULAR, 20, (TextStyle){.line_px = 31, .width_px = 300}),
        lay_out("en", text, FACE_BODY_REGULAR, 20, (TextStyle){.line_px = 30, .width_px = 301}),
        lay_out("en", text, FACE_BODY_REGULAR, 20, (TextStyle){.line_px = 30, .width_px = 300, .max_lines = 1}),
        lay_out("en", text, FACE_BODY_REGULAR, 20, (TextStyle){.line_px = 30, .width_px = 300, .balance = true}),
    };
    for (size_t i = 0; i < ARRAY_LEN(all); i++)
        for (size_t k = 0; k < i; k++) assert_ptr_not_equal(all[i], all[k]);
    /* Where the text is cut into spans counts too. */
    const TextSpan spans[] = {{"Another ", FACE_BODY_REGULAR, 20}, {"text", FACE_BODY_REGULAR, 20}};
    assert_ptr_not_equal(text_layout(engine, "en", spans, 2, &plain), all[2]);
}

/* More than the cache may hold, in one frame. Returns how many layouts that took. */
static int fill_cache(void)
{
    char text[2048];
    memset(text, 'x', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    int count = CACHE_BYTES / (int)sizeof(text);
    for (int i = 0; i < count; i++) {
        text[0] = (char)('A' + i % 16);
        text[1] = (char)('A' + i / 16 % 16);
        text[2] = (char)('A' + i / 256);
        lay_out("en", text, FACE_BODY_REGULAR, 20, (TextStyle){.line_px = 30});
    }
    return count;
}

static void what_was_used_stays_for_a_frame_more(void **state)
{
    (void)state;
    const TextLayout *kept = lay_out("en", "Keep me", FACE_BODY_REGULAR, 20, plain);
    fill_cache();
    text_engine_end_frame(engine);
    fake.measured = 0;
    assert_ptr_equal(lay_out("en", "Keep me", FACE_BODY_REGULAR, 20, plain), kept);
    text_engine_end_frame(engine); /* all but this one are two frames old now, and too much */
    assert_ptr_equal(lay_out("en", "Keep me", FACE_BODY_REGULAR, 20, plain), kept);
    assert_int_equal(fake.measured, 0);
    fill_cache();
    assert_true(fake.measured > 1000);
}

static void a_small_cache_keeps_everything(void **state)
{
    (void)state;
    const TextLayout *kept = lay_out("en", "Keep me", FACE_BODY_REGULAR, 20, plain);
    for (int i = 0; i < 10; i++) text_engine_end_frame(engine);
    assert_ptr_equal(lay_out("en", "Keep me", FACE_BODY_REGULAR, 20, plain), kept);
}

static void a_wipe_forgets(void **state)
{
    (void)state;
    lay_out("en", "What somebody read", FACE_BODY_REGULAR, 20, plain);
    text_engine_wipe(engine);
    fake.measured = 0;
    assert_string_equal(lay_out("en", "What somebody read", FACE_BODY_REGULAR, 20, plain)->lines[0].text,
                        "What somebody read");
    assert_true(fake.measured > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(asking_again_gives_the_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_argument_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_used_stays_for_a_frame_more, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_small_cache_keeps_everything, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_wipe_forgets, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("text_cache", tests, NULL, NULL);
}
