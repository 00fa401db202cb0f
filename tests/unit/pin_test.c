/* The staff PIN, on a monotonic clock of our own. */
#include "unit.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/fs.h"
#include "base/mem.h"
#include "store/state/pin.h"

static int entry_remove(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

typedef struct Panel {
    char root[32], state[40];
    PinGuard guard;
    RecoveryCode code;
    Diags diags;
} Panel;

static void panel_open(Panel *panel)
{
    *panel = (Panel){.root = "/dev/shm/hearth-test-XXXXXX"}; /* in memory, where syncing is quick */
    if (access("/dev/shm", W_OK) != 0) *panel = (Panel){.root = "/tmp/hearth-test-XXXXXX"};
    CHECK(mkdtemp(panel->root));
    snprintf(panel->state, sizeof(panel->state), "%s/state", panel->root);
    pin_open(&panel->guard, panel->state, 0);
}

static void panel_close(Panel *panel)
{
    nftw(panel->root, entry_remove, 8, FTW_DEPTH | FTW_PHYS);
    diags_free(&panel->diags);
}

/* A PIN takes a while to hash, on purpose; so one is set before all tests, and each begins with a copy of the file. */
typedef struct Made {
    Arena arena;
    Bytes file;
    RecoveryCode code;
} Made;

static int pin_make(void **state)
{
    Panel panel;
    Made *made = mem_alloc(sizeof(*made));
    panel_open(&panel);
    CHECK(pin_set(&panel.guard, "481516", &made->code, &panel.diags));
    CHECK(fs_read(&made->arena, fs_join(&made->arena, panel.state, "pin"), 2048, &made->file) == FS_OK);
    panel_close(&panel);
    *state = made;
    return 0;
}

static int pin_forget(void **state)
{
    Made *made = *state;
    arena_free(&made->arena);
    free(made);
    return 0;
}

static PinResult try_at(Panel *panel, const char *pin, int64_t now_ms)
{
    return pin_try(&panel->guard, pin, now_ms, &panel->diags);
}

static void file_put(const Panel *panel, const char *name, const char *text)
{
    char path[80];
    snprintf(path, sizeof(path), "%s/%s", panel->state, name);
    FILE *file = fopen(path, "wb");
    CHECK(file && fputs(text, file) >= 0 && fclose(file) == 0);
}

static void panel_with_pin(Panel *panel, void **state)
{
    const Made *made = *state;
    panel_open(panel);
    CHECK(fs_make_dirs(panel->state));
    file_put(panel, "pin", made->file.data);
    panel->code = made->code;
}

/* The process may open no more files: as any failing call, this says nothing about what is on the disk. */
static void a_disk_that_does_not_answer_has_not_said_that_there_is_no_pin(void **state)
{
    Panel panel;
    struct rlimit before, none;
    panel_open(&panel);
    assert_int_equal(pin_state(panel.state), PIN_IS_UNKNOWN); /* there is no folder that could say it */
    panel_close(&panel);
    panel_with_pin(&panel, state);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = (struct rlimit){0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    PinState found = pin_state(panel.state);
    PinResult tried = try_at(&panel, "481516", 0);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(found, PIN_IS_UNKNOWN);
    assert_int_equal(tried, PIN_BROKEN);
    assert_int_equal(panel.diags.errors, 1);
    assert_int_equal(pin_state(panel.state), PIN_IS_SET);
    assert_int_equal(try_at(&panel, "481516", 0), PIN_RIGHT);
    panel_close(&panel);
}

static void without_a_pin_the_panel_stays_shut(void **state)
{
    (void)state;
    Panel panel;
    panel_open(&panel);
    CHECK(fs_make_dirs(panel.state));
    assert_int_equal(pin_state(panel.state), PIN_IS_NONE);
    assert_int_equal(try_at(&panel, "", 0), PIN_NONE);
    assert_int_equal(try_at(&panel, "000000", 0), PIN_NONE);
    panel_close(&panel);
}

static void the_right_pin_opens_and_no_other(void **state)
{
    Panel panel;
    panel_with_pin(&panel, state);
    assert_int_equal(pin_state(panel.state), PIN_IS_SET);
    static const char *const wrong[] = {"", "481517", "48151"};
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) assert_int_equal(try_at(&panel, wrong[i], 0), PIN_WRONG);
    assert_int_equal(try_at(&panel, "481516", 0), PIN_RIGHT);
    assert_int_equal(panel.guard.wrong, 0);
    panel_close(&panel);
}

/* The edge, from both sides: four free, the fifth makes a pause of five minutes, and each further one doubles it. */
static void wrong_tries_make_growing_pauses(void **state)
{
    Panel panel;
    panel_with_pin(&panel, state);
    int64_t now_ms = 1000;
    for (int i = 0; i < PIN_FREE_TRIES; i++) {
        assert_int_equal(try_at(&panel, "000001", now_ms), PIN_WRONG);
        assert_int_equal(pin_pause_ms(&panel.guard, now_ms), 0);
    }
    static const int64_t minutes[] = {5, 10, 20, 40, 60, 60};
    for (size_t i = 0; i < ARRAY_LEN(minutes); i++) {
        assert_int_equal(try_at(&panel, "000001", now_ms), PIN_WRONG);
        assert_int_equal(pin_pause_ms(&panel.guard, now_ms), minutes[i] * 60000);
        assert_int_equal(try_at(&panel, "481516", now_ms + minutes[i] * 60000 - 1), PIN_PAUSED);
        now_ms += minutes[i] * 60000;
        assert_int_equal(pin_pause_ms(&panel.guard, now_ms), 0);
    }
    assert_int_equal(try_at(&panel, "481516", now_ms), PIN_RIGHT);
    panel_close(&panel);
}

static void pulling_the_plug_undoes_no_try_and_no_pause(void **state)
{
    Panel panel;
    panel_with_pin(&panel, state);
    for (int i = 0; i <= PIN_FREE_TRIES; i++) {
        assert_int_equal(try_at(&panel, "000001", 0), PIN_WRONG);
        pin_open(&panel.guard, panel.state, 0); /* a start with a clock that is at zero again */
    }
    assert_int_equal(pin_pause_ms(&panel.guard, 0), PIN_PAUSE_MS);
    assert_int_equal(try_at(&panel, "481516", PIN_PAUSE_MS - 1), PIN_PAUSED);
    pin_open(&panel.guard, panel.state, 7);
    assert_int_equal(try_at(&panel, "481516", PIN_PAUSE_MS), PIN_PAUSED); /* counted from the start, anew */
    assert_int_equal(try_at(&panel, "481516", PIN_PAUSE_MS + 7), PIN_RIGHT);
    panel_close(&panel);
}

static void a_try_that_cannot_be_counted_is_not_looked_at(void **state)
{
    Panel panel;
    char path[80];
    panel_with_pin(&panel, state);
    snprintf(path, sizeof(path), "%s/pin-tries.new/in-the-way", panel.state);
    CHECK(fs_make_dirs(path));
    assert_int_equal(try_at(&panel, "481516", 0), PIN_BROKEN);
    assert_string_equal(panel.diags.items[0].code, "disk");
    panel_close(&panel);
}

static void damage_opens_nothing(void **state)
{
    static const char *const damaged[] = {"",
                                          "hearth-pin 1\n",
                                          "hearth-pin 1\npin \nrecovery \n",
                                          "hearth-pin 1\npin x\nrecovery x\n",
                                          "hearth-pin 2\npin x\nrecovery x\n",
                                          "garbage"};
    for (size_t i = 0; i < ARRAY_LEN(damaged); i++) {
        Panel panel;
        panel_with_pin(&panel, state);
        file_put(&panel, "pin", damaged[i]);
        PinResult result = try_at(&panel, "x", 0);
        assert_true(result == PIN_BROKEN || result == PIN_WRONG);
        assert_int_not_equal(try_at(&panel, "", 0), PIN_RIGHT);
        panel_close(&panel);
    }
    Panel panel;
    panel_with_pin(&panel, state);
    file_put(&panel, "pin-tries", "garbage");
    assert_int_equal(try_at(&panel, "481516", 0), PIN_PAUSED); /* nobody gains a try by damaging the count */
    file_put(&panel, "pin-tries", "wrong 0\nwrong 0\n");
    assert_int_equal(try_at(&panel, "481516", 0), PIN_PAUSED);
    assert_int_equal(try_at(&panel, "481516", PIN_PAUSE_MS), PIN_RIGHT);
    panel_close(&panel);
}

static void the_recovery_code_opens_once_it_is_typed_right(void **state)
{
    Panel panel;
    panel_with_pin(&panel, state);
    assert_int_equal(strlen(panel.code.text), RECOVERY_DIGITS + RECOVERY_GROUPS - 1);
    assert_int_equal(recovery_slip(panel.code.text), 0);
    assert_int_equal(recovery_try(&panel.guard, "1234", 0, &panel.diags), PIN_WRONG);
    char typed[64];
    snprintf(typed, sizeof(typed), "%s", panel.code.text);
    for (char *c = typed; *c; c++)
        if (*c == ' ') *c = '-';
    assert_int_equal(recovery_try(&panel.guard, typed, 0, &panel.diags), PIN_RIGHT);
    assert_int_equal(try_at(&panel, typed, 0), PIN_WRONG); /* it is no PIN */
    panel_close(&panel);
}

static void a_slip_is_named_by_its_group(void **state)
{
    Panel panel;
    panel_with_pin(&panel, state);
    for (int group = 0; group < RECOVERY_GROUPS; group++) {
        for (int digit = 0; digit < 4; digit++) {
            RecoveryCode typed = panel.code;
            char *c = &typed.text[group * 5 + digit];
            *c = *c == '9' ? '0' : (char)(*c + 1);
            assert_int_equal(recovery_slip(typed.text), group + 1);
        }
    }
    assert_int_equal(recovery_slip("1234"), RECOVERY_GROUPS + 1);
    panel_close(&panel);
}

static void a_new_pin_makes_a_new_code_and_a_clean_slate(void **state)
{
    Panel panel;
    panel_with_pin(&panel, state);
    RecoveryCode old = panel.code;
    for (int i = 0; i <= PIN_FREE_TRIES; i++) assert_int_equal(try_at(&panel, "000001", 0), PIN_WRONG);
    PinGuard elsewhere; /* `hearth pin`, while the player runs */
    pin_open(&elsewhere, panel.state, 0);
    assert_true(pin_set(&elsewhere, "2342235", &panel.code, &panel.diags));
    assert_int_equal(try_at(&panel, "481516", 0), PIN_WRONG);
    assert_int_equal(try_at(&panel, "2342235", 0), PIN_RIGHT);
    assert_int_equal(recovery_try(&panel.guard, old.text, 0, &panel.diags), PIN_WRONG);
    assert_int_equal(recovery_try(&panel.guard, panel.code.text, 0, &panel.diags), PIN_RIGHT);
    panel_close(&panel);
}

static void poor_pins_are_objected_to(void **state)
{
    (void)state;
    static const char *const poor[] = {"",       "12345",  "1234567890123", "111111", "123456",
                                       "987654", "12a456", "12 456",        "-12345"};
    Panel panel;
    panel_open(&panel);
    for (size_t i = 0; i < ARRAY_LEN(poor); i++) {
        assert_non_null(pin_objection(poor[i]));
        assert_false(pin_set(&panel.guard, poor[i], &panel.code, &panel.diags));
    }
    assert_int_equal(pin_state(panel.state), PIN_IS_UNKNOWN); /* not even its folder was made */
    assert_null(pin_objection("112233"));
    assert_null(pin_objection("123457"));
    panel_close(&panel);
}

static void neither_secret_stands_in_the_file(void **state)
{
    Panel panel;
    Arena arena = {0};
    Bytes file;
    char path[80], digits[RECOVERY_DIGITS + 1];
    panel_with_pin(&panel, state);
    snprintf(path, sizeof(path), "%s/pin", panel.state);
    assert_int_equal(fs_read(&arena, path, 2048, &file), FS_OK);
    size_t count = 0;
    for (const char *c = panel.code.text; *c; c++)
        if (*c != ' ') digits[count++] = *c;
    digits[count] = '\0';
    assert_null(strstr(file.data, "481516"));
    assert_null(strstr(file.data, digits));
    assert_non_null(strstr(file.data, "$argon2id$"));
    arena_free(&arena);
    panel_close(&panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_disk_that_does_not_answer_has_not_said_that_there_is_no_pin),
        cmocka_unit_test(without_a_pin_the_panel_stays_shut),
        cmocka_unit_test(the_right_pin_opens_and_no_other),
        cmocka_unit_test(wrong_tries_make_growing_pauses),
        cmocka_unit_test(pulling_the_plug_undoes_no_try_and_no_pause),
        cmocka_unit_test(a_try_that_cannot_be_counted_is_not_looked_at),
        cmocka_unit_test(damage_opens_nothing),
        cmocka_unit_test(the_recovery_code_opens_once_it_is_typed_right),
        cmocka_unit_test(a_slip_is_named_by_its_group),
        cmocka_unit_test(a_new_pin_makes_a_new_code_and_a_clean_slate),
        cmocka_unit_test(poor_pins_are_objected_to),
        cmocka_unit_test(neither_secret_stands_in_the_file),
    };
    return cmocka_run_group_tests_name("pin", tests, pin_make, pin_forget);
}
