/* No stick stops the kiosk: a look that crashes, never ends or ended the program before is given up, and said. */
#include "unit.h"

#include <sys/wait.h>

#include "store/state/state.h"
#include "store/stick/look.h"
#include "store_fixture.h"

enum { TEST_WAIT_MS = 400, LONG_WAIT_MS = 60 * 1000 };

/* Who does what the check of a pack does. */
typedef struct Harm {
    pid_t player;
    int *checks; /* by the player itself */
} Harm;

static bool check_is_fine(const void *context, const char *dir, bool is_site, Diags *diags)
{
    (void)dir, (void)is_site, (void)diags;
    const Harm *harm = context;
    if (getpid() == harm->player) ++*harm->checks;
    return true;
}

static bool check_never_ends(const void *context, const char *dir, bool is_site, Diags *diags)
{
    (void)context, (void)dir, (void)is_site, (void)diags;
    while (true) pause();
    return false;
}

static bool check_crashes(const void *context, const char *dir, bool is_site, Diags *diags)
{
    (void)context, (void)dir, (void)is_site, (void)diags;
    abort();
}

/* Ends the player, and spares the child that tries the stick first: the worst that can be met. */
static bool check_ends_the_player(const void *context, const char *dir, bool is_site, Diags *diags)
{
    (void)dir, (void)is_site, (void)diags;
    const Harm *harm = context;
    if (getpid() == harm->player) _exit(9);
    return true;
}

static StickState look(Kiosk *kiosk, ContentCheckFn *check, int wait_ms, int *checks)
{
    StickReport report;
    const Harm harm = {getpid(), checks};
    const LookJob job = {.like = {.state_dir = kiosk->state, .check = check, .check_context = &harm},
                         .root = kiosk_path(kiosk, "stick"),
                         .wait_ms = wait_ms};
    stick_look(&job, &kiosk->arena, NULL, &report);
    StickState state = report.state;
    if (state == STICK_STOPPED) assert_non_null(strstr(report.sentence, "nothing was changed"));
    stick_report_free(&report);
    return state;
}

static void a_look_that_never_ends_or_crashes_is_given_up(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    int checks = 0;
    kiosk_pack(&kiosk, "stick/a", "1.0.0");
    assert_int_equal(look(&kiosk, check_never_ends, TEST_WAIT_MS, &checks), STICK_STOPPED);
    assert_int_equal(look(&kiosk, check_crashes, LONG_WAIT_MS, &checks), STICK_STOPPED);
    /* Neither harmed the kiosk, so the stick may be tried again. */
    assert_int_equal(look(&kiosk, check_is_fine, LONG_WAIT_MS, &checks), STICK_PACKS);
    assert_int_equal(checks, 1);
    kiosk_remove(&kiosk);
}

static void a_stick_that_ended_the_player_is_not_looked_at_again(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    int checks = 0, status = 0;
    kiosk_pack(&kiosk, "stick/a", "1.0.0");
    pid_t player = fork();
    if (player == 0) _exit(look(&kiosk, check_ends_the_player, LONG_WAIT_MS, &checks) == STICK_PACKS ? 0 : 1);
    assert_int_equal(waitpid(player, &status, 0), player);
    assert_int_equal(WEXITSTATUS(status), 9);
    assert_int_equal(look(&kiosk, check_is_fine, LONG_WAIT_MS, &checks), STICK_STOPPED);
    assert_int_equal(checks, 0);
    kiosk_write(&kiosk, "stick/a/README.md", "mended"); /* then it is another stick */
    assert_int_equal(look(&kiosk, check_is_fine, LONG_WAIT_MS, &checks), STICK_PACKS);
    assert_null(state_read_line(&kiosk.arena, kiosk.state, "looking", 128));
    kiosk_remove(&kiosk);
}

static void a_look_can_be_given_up_at_any_time(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StickReport report;
    InstallProgress progress;
    kiosk_pack(&kiosk, "stick/a", "1.0.0");
    progress_init(&progress);
    progress_stop(&progress);
    const LookJob job = {.like = {.state_dir = kiosk.state, .check = check_never_ends},
                         .root = kiosk_path(&kiosk, "stick"),
                         .wait_ms = LONG_WAIT_MS};
    stick_look(&job, &kiosk.arena, &progress, &report);
    assert_int_equal(report.state, STICK_STOPPED);
    progress_destroy(&progress);
    kiosk_remove(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_look_that_never_ends_or_crashes_is_given_up),
        cmocka_unit_test(a_stick_that_ended_the_player_is_not_looked_at_again),
        cmocka_unit_test(a_look_can_be_given_up_at_any_time),
    };
    return cmocka_run_group_tests_name("look", tests, NULL, NULL);
}
