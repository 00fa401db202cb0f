/* The PIN pad and what it opens, as staff meet it: the real app, a clock of our own, a state folder in memory. */
#include "app/app.h"
#include "app/apply.h"
#include "app/picture.h"
#include "app/run.h"
#include "app_fixture.h"

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "staff/clock_floor.h"
#include "staff/machine.h"
#include "staff/pad.h"
#include "staff/panel.h"
#include "staff/sticks.h"
#include "store/state/seen.h"
#include "app/session.h"
#include "screen/frame/chrome.h"
#include "store/state/crash.h"

static const char pin[] = "482913", other_pin[] = "591846", wrong_pin[] = "111222";
static char root[64];
static RecoveryCode code;
static StaffOptions staff_options;

static int entry_remove(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

/* A kiosk whose PIN is set; each test has its own. */
static int kiosk_open(void **state)
{
    (void)state;
    PinGuard guard;
    Diags diags = {0};
    Store store;
    snprintf(root, sizeof(root), "%s/hearth-test-XXXXXX", access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
    CHECK(mkdtemp(root));
    CHECK(verdict_goes_on(store_open_to_change(&store, root, &diags)));
    store_close(&store);
    pin_open(&guard, root, 0);
    CHECK(pin_set(&guard, pin, &code, &diags));
    diags_free(&diags);
    staff_options = (StaffOptions){.packs = {.state_dir = root}, .at_once = true};
    return app_start_with(&staff_options);
}

static int kiosk_close(void **state)
{
    app_stop(state);
    nftw(root, entry_remove, 8, FTW_DEPTH | FTW_PHYS);
    return 0;
}

static void type(const char *digits)
{
    for (; *digits; digits++)
        if (*digits != ' ') act(ACTION_PIN_KEY, *digits - '0', NULL);
    pass_ms(PAD_CHECK_MS);
}

static void hold_the_mark(void)
{
    session_note_input(&app);
    act(ACTION_STAFF, 0, NULL);
}

static ScreenId screen(void) { return app.state->session.place.screen; }

static void the_right_pin_opens_the_panel(void **state)
{
    (void)state;
    hold_the_mark();
    assert_int_equal(screen(), SCREEN_PIN);
    type(pin);
    assert_int_equal(screen(), SCREEN_STAFF);
    assert_true(app.staff->view.is_open);
}

static void digits_are_looked_at_only_when_nothing_more_is_typed(void **state)
{
    (void)state;
    hold_the_mark();
    for (const char *digit = pin; *digit; digit++) act(ACTION_PIN_KEY, *digit - '0', NULL);
    pass_ms(PAD_CHECK_MS - 1);
    assert_int_equal(screen(), SCREEN_PIN);
    pass_ms(1);
    assert_int_equal(screen(), SCREEN_STAFF);
}

static void a_digit_is_taken_back_and_all_are_cleared(void **state)
{
    (void)state;
    hold_the_mark();
    for (int i = 0; i < 3; i++) act(ACTION_PIN_KEY, 7, NULL);
    assert_int_equal(app.staff->view.pad.digits, 3);
    act(ACTION_PIN_KEY, 11, NULL);
    assert_int_equal(app.staff->view.pad.digits, 2);
    act(ACTION_PIN_KEY, 10, NULL);
    assert_int_equal(app.staff->view.pad.digits, 0);
    type(pin);
    assert_int_equal(screen(), SCREEN_STAFF);
}

static void five_wrong_tries_close_the_pad_for_five_minutes(void **state)
{
    (void)state;
    hold_the_mark();
    for (int i = 0; i <= PIN_FREE_TRIES; i++) type(wrong_pin);
    assert_true(app.staff->view.pad.pause_until_ms > app.now_ms);
    type(pin);
    assert_int_equal(screen(), SCREEN_PIN);
    act(ACTION_STAFF_BACK, 0, NULL);
    pass_ms(PIN_PAUSE_MS);
    hold_the_mark();
    type(pin);
    assert_int_equal(screen(), SCREEN_STAFF);
}

static void what_was_typed_is_overwritten_when_the_pad_is_left(void **state)
{
    (void)state;
    hold_the_mark();
    act(ACTION_PIN_KEY, 7, NULL);
    act(ACTION_STAFF_BACK, 0, NULL);
    const char nothing[sizeof(app.staff->typed)] = {0};
    assert_memory_equal(app.staff->typed, nothing, sizeof(nothing));
    assert_int_equal(app.staff->view.pad.digits, 0);
}

static void a_pad_that_is_left_alone_goes_away(void **state)
{
    (void)state;
    hold_the_mark();
    pass_ms(PAD_IDLE_MS);
    assert_int_equal(screen(), SCREEN_ATTRACT);
}

static void tick_after_ms(int64_t ms)
{
    app_set_time(&app, app.now_ms + ms, app.wall);
    app_tick(&app);
}

static void a_pad_waits_for_its_answer_however_long_that_takes(void **state)
{
    (void)state;
    hold_the_mark();
    for (const char *digit = wrong_pin; *digit; digit++) act(ACTION_PIN_KEY, *digit - '0', NULL);
    tick_after_ms(PAD_CHECK_MS);
    assert_int_equal(app.staff->view.pad.state, PAD_CHECKS);
    assert_true(app.staff->view.locks_at_ms == INT64_MAX);
    tick_after_ms(2 * PAD_IDLE_MS);
    assert_int_equal(app.staff->view.pad.state, PAD_WRONG);
    pass_ms(PAD_IDLE_MS - 1);
    assert_int_equal(screen(), SCREEN_PIN);
    pass_ms(1);
    assert_int_equal(screen(), SCREEN_ATTRACT);
}

static void a_locked_panel_does_nothing_that_is_asked_of_it(void **state)
{
    (void)state;
    for (ActionKind kind = ACTION_PIN_KEY; kind < ACTION_KINDS; kind++) {
        act(kind, 0, NULL);
        assert_int_equal(screen(), SCREEN_ATTRACT);
        assert_false(app.staff->view.is_open);
        assert_int_equal(app.staff->view.question, QUESTION_NONE);
    }
    for (int what = 0; what < SCREEN_COUNT; what++) {
        act(ACTION_STAFF_OPEN, what, NULL);
        assert_int_equal(screen(), SCREEN_ATTRACT);
    }
}

static void leaving_the_panel_locks_it(void **state)
{
    (void)state;
    hold_the_mark();
    type(pin);
    act(ACTION_STAFF_LOCK, 0, NULL);
    assert_int_equal(screen(), SCREEN_ATTRACT);
    assert_false(app.staff->view.is_open);
    act(ACTION_STAFF_OPEN, SCREEN_STAFF, NULL);
    assert_int_equal(screen(), SCREEN_ATTRACT);
}

static void a_panel_that_is_left_alone_locks(void **state)
{
    (void)state;
    hold_the_mark();
    type(pin);
    pass_ms(app.site->idle.staff_s * (int64_t)1000);
    assert_int_equal(screen(), SCREEN_ATTRACT);
    assert_false(app.staff->view.is_open);
}

static void back_leads_from_a_screen_of_the_panel_to_the_panel_and_out(void **state)
{
    (void)state;
    hold_the_mark();
    type(pin);
    act(ACTION_STAFF_OPEN, SCREEN_UPDATES, NULL);
    assert_int_equal(screen(), SCREEN_UPDATES);
    act(ACTION_STAFF_BACK, 0, NULL);
    assert_int_equal(screen(), SCREEN_STAFF);
    act(ACTION_RESTART_ASK, 0, NULL);
    assert_int_equal(app.staff->view.question, QUESTION_RESTART);
    act(ACTION_STAFF_BACK, 0, NULL);
    assert_int_equal(app.staff->view.question, QUESTION_NONE);
    assert_int_equal(screen(), SCREEN_STAFF);
    act(ACTION_STAFF_BACK, 0, NULL);
    assert_int_equal(screen(), SCREEN_ATTRACT);
}

/* A start as on a kiosk, before the disk with the state folder is there. */
static void a_start_that_cannot_read_asks_nobody_for_a_new_pin(void **state)
{
    char away[80];
    app_stop(state);
    staff_options.first_start = true;
    snprintf(away, sizeof(away), "%s-away", root);
    assert_int_equal(rename(root, away), 0);
    assert_int_equal(app_start_with(&staff_options), 0);
    hold_the_mark();
    assert_int_equal(rename(away, root), 0);
    assert_int_equal(screen(), SCREEN_PIN);
    assert_int_equal(app.staff->view.pad.state, PAD_BROKEN);
    type(pin); /* it can be read again */
    assert_int_equal(screen(), SCREEN_STAFF);
}

static void the_printed_code_lets_a_new_pin_be_set(void **state)
{
    (void)state;
    hold_the_mark();
    act(ACTION_PIN_RECOVER, 0, NULL);
    type(code.text);
    assert_int_equal(screen(), SCREEN_FIRST);
    type(other_pin);
    type(other_pin);
    assert_true(app.staff->view.first.pin_is_set);
    assert_string_not_equal(app.staff->view.first.recovery, code.text);
    act(ACTION_STAFF_LOCK, 0, NULL);
    hold_the_mark();
    type(pin);
    assert_int_equal(screen(), SCREEN_PIN);
    type(other_pin);
    assert_int_equal(screen(), SCREEN_STAFF);
}

static void a_slip_in_the_code_is_found_in_its_group_and_costs_no_try(void **state)
{
    (void)state;
    hold_the_mark();
    act(ACTION_PIN_RECOVER, 0, NULL);
    for (int i = 0; i < 8; i++) act(ACTION_PIN_KEY, code.text[i < 4 ? i : i + 1] - '0', NULL);
    act(ACTION_PIN_KEY, 11, NULL);
    act(ACTION_PIN_KEY, (code.text[8] - '0' + 1) % 10, NULL);
    assert_int_equal(app.staff->view.pad.state, PAD_SLIP);
    assert_int_equal(app.staff->view.pad.slip, 2);
    act(ACTION_PIN_KEY, 11, NULL);
    assert_int_equal(app.staff->view.pad.state, PAD_ASKS);
    assert_int_equal(app.staff->guard.wrong, 0);
}

static void a_new_pin_is_typed_twice_and_must_be_hard_to_guess(void **state)
{
    (void)state;
    hold_the_mark();
    type(pin);
    act(ACTION_PIN_CHANGE, 0, NULL);
    type("123456");
    assert_int_equal(app.staff->view.pad.state, PAD_WEAK);
    type(other_pin);
    type(wrong_pin);
    assert_int_equal(app.staff->view.pad.state, PAD_DIFFERS);
    assert_false(app.staff->view.first.pin_is_set);
}

static void clock_step(int field, int by)
{
    app_apply(&app, (Action){.kind = ACTION_CLOCK_STEP, .value = by, .at = field});
}

static void the_clock_is_turned_within_its_months(void **state)
{
    (void)state;
    hold_the_mark();
    type(pin);
    act(ACTION_STAFF_OPEN, SCREEN_CLOCK, NULL);
    app.staff->view.clock = (ClockFields){{2027, 1, 31}, 23, 59};
    clock_step(CLOCK_MONTH, 1);
    assert_int_equal(app.staff->view.clock.date.month, 2);
    assert_int_equal(app.staff->view.clock.date.day, 28);
    clock_step(CLOCK_DAY, 1);
    assert_int_equal(app.staff->view.clock.date.day, 1);
    clock_step(CLOCK_HOUR, 1);
    assert_int_equal(app.staff->view.clock.hour, 0);
    clock_step(CLOCK_MINUTE, -1);
    assert_int_equal(app.staff->view.clock.minute, 58);
    clock_step(99, 1);
    assert_int_equal(app.staff->view.clock.date.year, 2027);
}

static void a_long_press_counts_where_its_end_comes_before_the_loop_has_woken(void **state)
{
    (void)state;
    const Scene *scene = app_scene(&app);
    Rect mark = scene->nodes[scene_find_node(scene, "mark")].area;
    pointer_at(POINTER_DOWN, mark.x + mark.w / 2, mark.y + mark.h / 2);
    app_set_time(&app, app.now_ms + STAFF_HOLD_MS, app.wall);
    pointer_at(POINTER_UP, mark.x + mark.w / 2, mark.y + mark.h / 2);
    assert_int_equal(screen(), SCREEN_PIN);
}

static void a_service_that_is_asked_for_while_the_panel_is_busy_is_started_next(void **state)
{
    (void)state;
    hold_the_mark();
    type(pin);
    pass_ms(1);
    panel_survey(&app);
    assert_true(updater_is_busy(&app.staff->updater));
    act(ACTION_RESTART_ASK, 0, NULL);
    act(ACTION_RESTART, 0, NULL);
    assert_null(app.staff->view.note.text);
    pass_ms(1);
    pass_ms(1);
    assert_non_null(app.staff->view.note.text); /* here it fails, and says so */
}

static void light_follows_the_hours_of_the_clinic(void **state)
{
    (void)state;
    Brightness items[] = {{.from = 7 * 60, .until = 19 * 60, .level = 90},
                          {.from = 22 * 60, .until = 6 * 60, .level = 20}};
    const List hours = {items, ARRAY_LEN(items)};
    const struct {
        int hour, minute, level;
    } cases[] = {{6, 59, 100}, {7, 0, 90}, {18, 59, 90}, {19, 0, 100}, {21, 59, 100},
                 {22, 0, 20},  {0, 0, 20}, {5, 59, 20},  {6, 0, 100}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const CivilTime now = {.hour = cases[i].hour, .minute = cases[i].minute, .known = true};
        assert_int_equal(light_level(&hours, &now), cases[i].level);
    }
}

static void the_picture_is_turned_only_where_the_display_hangs_otherwise(void **state)
{
    (void)state;
    assert_int_equal(hanging_rotation(HANGING_AS_BUILT, 1920, 1080), 0);
    assert_int_equal(hanging_rotation(HANGING_LANDSCAPE, 1920, 1080), 0);
    assert_int_equal(hanging_rotation(HANGING_PORTRAIT, 1920, 1080), 90);
    assert_int_equal(hanging_rotation(HANGING_PORTRAIT, 1080, 1920), 0);
    assert_int_equal(hanging_rotation(HANGING_LANDSCAPE, 1080, 1920), 90);
}

static void no_clock_is_right_before_the_latest_day_that_is_known(void **state)
{
    (void)state;
    const Date made = {2026, 11, 24}, reviewed = {2026, 12, 1}, seen = {2027, 1, 5}, none = {0};
    int64_t floor_s = clock_floor_of(made, none, none);
    assert_true(clock_floor_of(made, reviewed, none) - floor_s == 7 * 86400);
    assert_true(clock_floor_of(made, reviewed, seen) - floor_s == 42 * 86400);
    assert_true(clock_floor_of(seen, none, made) == clock_floor_of(made, none, seen));
    assert_int_equal(clock_floor_of(none, none, none), 0);
    app.clock_floor_s = floor_s;
    assert_true(app_civil_time(&app, floor_s).known);
    assert_false(app_civil_time(&app, floor_s - 1).known);
}

static void a_day_that_was_seen_is_never_replaced_by_an_earlier_one(void **state)
{
    (void)state;
    const Library empty = {0};
    const Date unknown = {0};
    seen_note(root, (Date){2031, 5, 2});
    int64_t floor_s = clock_floor_s(&empty, root, unknown);
    seen_note(root, (Date){2029, 5, 2});
    assert_true(clock_floor_s(&empty, root, unknown) == floor_s);
    seen_forget(root);
    assert_true(clock_floor_s(&empty, root, unknown) < floor_s);
}

/* The loop must come to rest: a stick that is never shown would be due at once, again and again. */
static void a_stick_is_shown_however_long_its_name_is(void **state)
{
    char sticks[sizeof(root) + 8], folder[sizeof(sticks) + NAME_MAX + 1], name[NAME_MAX + 1];
    snprintf(sticks, sizeof(sticks), "%s/sticks", root);
    memset(name, 'n', NAME_MAX);
    name[NAME_MAX] = '\0';
    snprintf(folder, sizeof(folder), "%s/%s", sticks, name);
    CHECK(mkdir(sticks, 0755) == 0);
    app_stop(state);
    staff_options =
        (StaffOptions){.packs = {.state_dir = root}, .sticks_dir = sticks, .sticks_are_folders = true, .at_once = true};
    assert_int_equal(app_start_with(&staff_options), 0);
    CHECK(mkdir(folder, 0755) == 0);
    app_tick(&app);
    assert_int_equal(screen(), SCREEN_STICK);
    pass_ms(STICK_SENTENCE_MS);
    assert_int_equal(screen(), SCREEN_ATTRACT);
    assert_true(app_deadline_ms(&app) > app.now_ms);
}

static bool starts_are_kept(void)
{
    char path[sizeof(root) + 8];
    snprintf(path, sizeof(path), "%s/starts", root);
    return access(path, F_OK) == 0;
}

/* The packs kept stopping the player, so it rests on the emergency card; they are not given up. */
static void packs_that_were_left_out_are_tried_again_after_five_minutes(void **state)
{
    static const char *const paths[] = {"tests/packs/good/visit"};
    const int64_t window_ms = CRASH_WINDOW_S * 1000;
    Store store;
    Arena arena = {0};
    RollbackResult back;
    Diags diags = {0};
    CHECK(verdict_goes_on(store_open_to_change(&store, root, &diags)));
    assert_int_equal(crash_note_start(&store, &arena, "boot", 1, (Date){2026, 11, 24}, &back, &diags), CRASH_FINE);
    store_close(&store);
    diags_free(&diags);
    arena_free(&arena);
    app_stop(state);
    staff_options = (StaffOptions){.packs = {root, paths, 1}, .safe_mode = true};
    app_open(&app,
             &(AppOptions){.seed = 1,
                           .w = 1920,
                           .h = 1080,
                           .site = site_new(),
                           .staff = &staff_service,
                           .staff_options = &staff_options},
             1000, civil_time(civil_seconds((Date){2026, 11, 24}, 14, 30)));
    app_frame(&app);
    pass_ms(window_ms - 1);
    assert_int_equal(screen(), SCREEN_EMERGENCY);
    pass_ms(1);
    assert_int_equal(screen(), SCREEN_ATTRACT);
    assert_int_equal(app.library.count, 1);
    assert_true(starts_are_kept()); /* should they stop it again, that still counts */
    pass_ms(window_ms);
    assert_false(starts_are_kept());
}

#define KIOSK(test) cmocka_unit_test_setup_teardown(test, kiosk_open, kiosk_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        KIOSK(the_right_pin_opens_the_panel),
        KIOSK(digits_are_looked_at_only_when_nothing_more_is_typed),
        KIOSK(a_digit_is_taken_back_and_all_are_cleared),
        KIOSK(five_wrong_tries_close_the_pad_for_five_minutes),
        KIOSK(what_was_typed_is_overwritten_when_the_pad_is_left),
        KIOSK(a_pad_that_is_left_alone_goes_away),
        KIOSK(a_pad_waits_for_its_answer_however_long_that_takes),
        KIOSK(a_locked_panel_does_nothing_that_is_asked_of_it),
        KIOSK(leaving_the_panel_locks_it),
        KIOSK(a_long_press_counts_where_its_end_comes_before_the_loop_has_woken),
        KIOSK(a_service_that_is_asked_for_while_the_panel_is_busy_is_started_next),
        KIOSK(a_panel_that_is_left_alone_locks),
        KIOSK(back_leads_from_a_screen_of_the_panel_to_the_panel_and_out),
        KIOSK(a_start_that_cannot_read_asks_nobody_for_a_new_pin),
        KIOSK(the_printed_code_lets_a_new_pin_be_set),
        KIOSK(a_slip_in_the_code_is_found_in_its_group_and_costs_no_try),
        KIOSK(a_new_pin_is_typed_twice_and_must_be_hard_to_guess),
        KIOSK(a_stick_is_shown_however_long_its_name_is),
        KIOSK(packs_that_were_left_out_are_tried_again_after_five_minutes),
        KIOSK(the_clock_is_turned_within_its_months),
        KIOSK(a_day_that_was_seen_is_never_replaced_by_an_earlier_one),
        cmocka_unit_test(light_follows_the_hours_of_the_clinic),
        cmocka_unit_test(the_picture_is_turned_only_where_the_display_hangs_otherwise),
        cmocka_unit_test(no_clock_is_right_before_the_latest_day_that_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
