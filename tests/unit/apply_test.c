#include "app/app.h"
#include "app/apply.h"
#include "app/picture.h"
#include "app_fixture.h"

static void wake_opens_the_page_with_its_section_and_home_behind_it(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/lake");
    assert_place(SCREEN_READING, "visit/lake");
    act(ACTION_BACK, 0, NULL);
    assert_place(SCREEN_SECTION, "visit/water");
    act(ACTION_BACK, 0, NULL);
    assert_place(SCREEN_HOME, "");
    act(ACTION_BACK, 0, NULL);
    assert_place(SCREEN_HOME, "");
}

static void wake_of_an_article_has_the_articles_behind_it(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/walk");
    act(ACTION_BACK, 0, NULL);
    assert_int_equal(app.state->session.place.screen, SCREEN_ARTICLES);
}

static void wake_of_nothing_or_of_a_pack_that_is_gone_opens_the_home(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "");
    assert_place(SCREEN_HOME, "");
    act(ACTION_LEAVE, 0, NULL);
    act(ACTION_WAKE, 0, "gone/page");
    assert_place(SCREEN_HOME, "");
}

static void a_page_that_is_open_is_not_opened_twice(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/lake");
    int before = app.state->session.back_count;
    act(ACTION_OPEN_PAGE, 0, "visit/lake");
    assert_int_equal(app.state->session.back_count, before);
}

static void the_way_back_is_bounded_and_drops_its_oldest_step(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/lake");
    for (int i = 0; i < 3 * BACK_MAX; i++) act(ACTION_OPEN_PAGE, 0, i % 2 ? "visit/lake" : "visit/rain");
    assert_int_equal(app.state->session.back_count, BACK_MAX);
    for (int i = 0; i < BACK_MAX; i++) act(ACTION_BACK, 0, NULL);
    act(ACTION_BACK, 0, NULL);
    assert_place(SCREEN_HOME, "");
}

static void pages_turn_within_their_number(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/river");
    act(ACTION_TURN_BY, -1, NULL);
    assert_int_equal(app.state->session.place.page_number, 0);
    act(ACTION_TURN_BY, 1000, NULL);
    int last = app.state->session.place.page_number;
    assert_true(last > 1);
    act(ACTION_TURN_BY, 1, NULL);
    assert_int_equal(app.state->session.place.page_number, last);
    act(ACTION_TURN_TO, 0, NULL);
    assert_int_equal(app.state->session.place.page_number, 0);
}

/* All bytes, but for where it is and when that began. */
static void assert_nothing_kept(ScreenId screen)
{
    Session fresh, kept;
    memset(&fresh, 0, sizeof(fresh));
    memcpy(&kept, &app.state->session, sizeof(kept));
    assert_int_equal(kept.place.screen, screen);
    kept.place.screen = (ScreenId)0;
    kept.place.part = kept.place.accordion = 0;
    kept.last_input_ms = 0;
    assert_memory_equal(&fresh, &kept, sizeof(fresh));
}

static void set_everything(void)
{
    act(ACTION_WAKE_IN, 0, "fr");
    act(ACTION_SET_TEXT_STEP, 2, NULL);
    act(ACTION_TOGGLE_CONTRAST, 0, NULL);
    act(ACTION_TURN_BY, 1, NULL);
    act(ACTION_OPEN_OVERLAY, OVERLAY_TEXT_SIZE, NULL);
}

static void hide_forgets_everything_at_once(void **state)
{
    (void)state;
    set_everything();
    app_apply(&app, (Action){.kind = ACTION_HIDE});
    assert_nothing_kept(SCREEN_HIDDEN);
    assert_int_equal(app.scenes[0].item_count + app.scenes[1].item_count, 0);
    assert_int_equal(app.transition.kind, TRANSITION_NONE);
    assert_string_equal(app_lang(&app), "en");
}

static void after_hide_every_way_leads_home(void **state)
{
    (void)state;
    static const ActionKind ways[] = {ACTION_BACK, ACTION_HOME, ACTION_CRISIS};
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        act(ACTION_WAKE, 0, "visit/lake");
        act(ACTION_HIDE, 0, NULL);
        act(ways[i], 0, NULL);
        assert_place(SCREEN_HOME, "");
        assert_int_equal(app.state->session.back_count, 0);
        act(ACTION_LEAVE, 0, NULL);
    }
}

static void leaving_forgets_everything_and_shows_another_slide(void **state)
{
    (void)state;
    int slide = app.state->slide;
    set_everything();
    app_apply(&app, (Action){.kind = ACTION_LEAVE});
    assert_nothing_kept(SCREEN_ATTRACT);
    assert_int_not_equal(app.state->slide, slide);
}

static void another_language_comes_back_to_the_page(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/river");
    act(ACTION_TURN_BY, 1, NULL);
    act(ACTION_OPEN_SCREEN, SCREEN_LANGUAGES, NULL);
    act(ACTION_SET_LANGUAGE, 0, "fr");
    assert_place(SCREEN_READING, "visit/river");
    assert_string_equal(app_lang(&app), "fr");
    assert_int_equal(app.state->session.place.page_number, 1);
}

static void larger_words_keep_the_part_that_was_read(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/river");
    act(ACTION_TURN_BY, 1000, NULL);
    View view = app_view(&app, &app.scratch);
    int part = screen_type(SCREEN_READING)->part(&view);
    for (int step = 2; step >= 0; step--) {
        act(ACTION_SET_TEXT_STEP, step, NULL);
        view = app_view(&app, &app.scratch);
        assert_int_equal(screen_type(SCREEN_READING)->part(&view), part);
    }
}

static void an_opened_screen_may_be_named(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/river");
    act(ACTION_OPEN_SCREEN, -1, "breathing");
    assert_place(SCREEN_BREATHING, "visit/river");
    act(ACTION_OPEN_SCREEN, -1, "no such screen");
    assert_place(SCREEN_BREATHING, "visit/river");
}

static void breathing_pauses_where_it_is_and_stops_when_left(void **state)
{
    (void)state;
    act(ACTION_WAKE, 0, "visit/river");
    act(ACTION_OPEN_SCREEN, -1, "breathing");
    act(ACTION_BREATHING_TOGGLE, 0, NULL);
    pass_ms(3000);
    act(ACTION_BREATHING_TOGGLE, 0, NULL);
    assert_false(app.state->session.breathing);
    assert_int_equal(app.state->session.breathing_paused_ms, 3000);
    act(ACTION_BREATHING_TOGGLE, 0, NULL);
    act(ACTION_BACK, 0, NULL);
    assert_false(app.state->session.breathing);
    assert_int_equal(app.state->session.breathing_paused_ms, 0);
}

static void names_that_are_too_long_change_nothing(void **state)
{
    (void)state;
    char name[4 * REF_MAX];
    memset(name, 'x', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    act(ACTION_WAKE, 0, "visit/lake");
    act(ACTION_SET_LANGUAGE, 0, name);
    assert_string_equal(app_lang(&app), "en");
    act(ACTION_OPEN_PAGE, 0, name);
    assert_int_equal(strlen(app.state->session.place.ref) < REF_MAX, 1);
}

int main(void)
{
#define VISIT(test) cmocka_unit_test_setup_teardown(test, app_start, app_stop)
    const struct CMUnitTest tests[] = {
        VISIT(wake_opens_the_page_with_its_section_and_home_behind_it),
        VISIT(wake_of_an_article_has_the_articles_behind_it),
        VISIT(wake_of_nothing_or_of_a_pack_that_is_gone_opens_the_home),
        VISIT(a_page_that_is_open_is_not_opened_twice),
        VISIT(the_way_back_is_bounded_and_drops_its_oldest_step),
        VISIT(pages_turn_within_their_number),
        VISIT(hide_forgets_everything_at_once),
        VISIT(after_hide_every_way_leads_home),
        VISIT(leaving_forgets_everything_and_shows_another_slide),
        VISIT(another_language_comes_back_to_the_page),
        VISIT(larger_words_keep_the_part_that_was_read),
        VISIT(an_opened_screen_may_be_named),
        VISIT(breathing_pauses_where_it_is_and_stops_when_left),
        VISIT(names_that_are_too_long_change_nothing),
    };
    return cmocka_run_group_tests_name("apply", tests, NULL, NULL);
}
