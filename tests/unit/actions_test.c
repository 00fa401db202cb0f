/* The table of actions, row by row: handlers, flags, and what no row may do where its flags forbid it. */
#include "app/app.h"
#include "app/apply.h"
#include "app/forget.h"
#include "app/picture.h"
#include "app/press.h"
#include "app/run.h"
#include "app_fixture.h"

static void each_row_has_a_name_of_its_own_and_a_handler(void **state)
{
    (void)state;
    for (ActionKind kind = ACTION_NONE; kind < ACTION_KINDS; kind++) {
        assert_non_null(action_handler(&app, kind));
        for (ActionKind other = ACTION_NONE; other < kind; other++)
            assert_string_not_equal(action_name(kind), action_name(other));
    }
}

/* Where a visitor is, and what a panel shows; not how often the scene was built. */
typedef struct Moment {
    Session session;
    StaffView staff;
} Moment;

static Moment moment_now(void)
{
    Moment moment;
    memset(&moment, 0, sizeof(moment));
    memcpy(&moment.session, &app.state->session, sizeof(moment.session));
    memcpy(&moment.staff, &app.staff->view, sizeof(moment.staff));
    return moment;
}

static void a_locked_panel_refuses_what_needs_it_open(void **state)
{
    (void)state;
    for (ScreenId screen = SCREEN_ATTRACT; screen < SCREEN_COUNT; screen++) {
        session_wipe(&app, screen);
        for (ActionKind kind = ACTION_NONE; kind < ACTION_KINDS; kind++) {
            if (!action_has(kind, NEEDS_PANEL)) continue;
            Moment before = moment_now();
            app_apply(&app, (Action){.kind = kind, .value = 1, .at = 1});
            Moment after = moment_now();
            assert_memory_equal(&before, &after, sizeof(before));
        }
    }
}

static void no_action_of_staff_opens_a_panel_by_itself(void **state)
{
    (void)state;
    for (ScreenId screen = SCREEN_ATTRACT; screen < SCREEN_COUNT; screen++)
        for (ActionKind kind = ACTION_NONE; kind < ACTION_KINDS; kind++) {
            session_wipe(&app, screen);
            app_apply(&app, (Action){.kind = kind, .value = 1});
            assert_false(app.staff->view.is_open);
        }
}

static void only_what_keeps_listening_leaves_the_voice_on(void **state)
{
    (void)state;
    for (ActionKind kind = ACTION_NONE; kind < ACTION_KINDS; kind++) {
        if (action_has(kind, KEEPS_LISTENING) || action_has(kind, NEEDS_PANEL)) continue;
        session_wipe(&app, SCREEN_HOME);
        app.own_state->session.listening.on = true;
        app.listener.place = app.state->session.place;
        app_apply(&app, (Action){.kind = kind});
        assert_false(app.state->session.listening.on);
    }
}

static int start_without_packs(void **state)
{
    (void)state;
    app_open(&app, &(AppOptions){.seed = 1, .w = 1920, .h = 1080, .site = site_new(), .staff = &staff_service}, 1000,
             civil_time(civil_seconds((Date){2026, 11, 24}, 14, 30)));
    app_frame(&app);
    return 0;
}

static void without_packs_each_way_out_leads_to_the_card_and_nothing_else_leads_away(void **state)
{
    (void)state;
    for (ActionKind kind = ACTION_NONE; kind < ACTION_KINDS; kind++) {
        ScreenId from = kind < ACTION_STAFF ? SCREEN_STICK : SCREEN_EMERGENCY; /* staff's lead away from theirs */
        session_wipe(&app, from);
        app_apply(&app, (Action){.kind = kind});
        ScreenId wanted = action_has(kind, WAY_OUT) ? SCREEN_EMERGENCY : kind == ACTION_STAFF ? SCREEN_PIN : from;
        assert_int_equal(app.state->session.place.screen, wanted);
    }
}

static void without_packs_the_language_can_still_be_changed(void **state)
{
    (void)state;
    act(ACTION_SET_LANGUAGE, 0, "fr");
    assert_string_equal(app_lang(&app), "fr");
    act(ACTION_SET_TEXT_STEP, 2, NULL);
    assert_int_equal(app.state->session.text_step, app.site->display.text_step);
}

/* A pressed switch turns page after page: what turns them is never in a group with something else. */
static void what_turns_pages_keeps_what_is_read_aloud(void **state)
{
    (void)state;
    int turning = 0;
    for (ActionKind kind = ACTION_NONE; kind < ACTION_KINDS; kind++) {
        if (!action_has(kind, TURNS_PAGE)) continue;
        turning++;
        assert_true(action_has(kind, KEEPS_LISTENING));
    }
    assert_int_equal(turning, 3);
}

/* Half of an id would name another page; what was on the stack before would name anything. */
static void an_id_that_is_too_long_is_no_id(void **state)
{
    (void)state;
    char name[2 * REF_MAX], id[REF_MAX];
    memset(name, 'x', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    memset(id, 'y', sizeof(id));
    Action kept = action_keep((Action){.kind = ACTION_OPEN_PAGE, .id = name}, id);
    assert_string_equal(kept.id, "");
    assert_int_equal(kept.kind, ACTION_NONE);
    name[REF_MAX - 1] = '\0';
    kept = action_keep((Action){.kind = ACTION_OPEN_PAGE, .value = 3, .at = 4, .id = name}, id);
    assert_string_equal(kept.id, name);
    assert_int_equal(kept.value, 3);
    assert_int_equal(kept.at, 4);
}

#define VISIT(test) cmocka_unit_test_setup_teardown(test, app_start, app_stop)
#define BARE(test) cmocka_unit_test_setup_teardown(test, start_without_packs, app_stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        VISIT(each_row_has_a_name_of_its_own_and_a_handler),
        VISIT(a_locked_panel_refuses_what_needs_it_open),
        VISIT(no_action_of_staff_opens_a_panel_by_itself),
        VISIT(only_what_keeps_listening_leaves_the_voice_on),
        VISIT(what_turns_pages_keeps_what_is_read_aloud),
        VISIT(an_id_that_is_too_long_is_no_id),
        BARE(without_packs_each_way_out_leads_to_the_card_and_nothing_else_leads_away),
        BARE(without_packs_the_language_can_still_be_changed),
    };
    return cmocka_run_group_tests_name("actions", tests, NULL, NULL);
}
