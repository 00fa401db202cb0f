/* How a player that is not locked says how it is ended, and leaves the terminal as it was. */
#include "unit.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/leaving.h"

enum { LONG_WAIT_MS = 600000 };

/* A terminal, and the end at which its keys are pressed. */
typedef struct Desk {
    int keys, terminal;
    char said[1000];
} Desk;

static void desk_open(Desk *desk)
{
    *desk = (Desk){.keys = posix_openpt(O_RDWR | O_NOCTTY)};
    assert_true(desk->keys >= 0 && grantpt(desk->keys) == 0 && unlockpt(desk->keys) == 0);
    desk->terminal = open(ptsname(desk->keys), O_RDWR | O_NOCTTY);
    assert_true(desk->terminal >= 0);
}

static void desk_close(const Desk *desk)
{
    close(desk->terminal);
    close(desk->keys);
}

static void desk_type(const Desk *desk, const char *keys)
{
    assert_int_equal(write(desk->keys, keys, strlen(keys)), strlen(keys));
}

static void say(Desk *desk, bool on_console, int terminal, int wait_ms)
{
    FILE *out = fmemopen(desk->said, sizeof(desk->said), "w");
    leaving_say(out, on_console, terminal, wait_ms);
    fclose(out);
}

static void on_a_desk_it_names_the_three_ways_out(void **state)
{
    (void)state;
    Desk desk;
    desk_open(&desk);
    say(&desk, false, desk.terminal, LONG_WAIT_MS); /* and does not wait */
    assert_non_null(strstr(desk.said, "close the window"));
    assert_non_null(strstr(desk.said, "Ctrl+Q"));
    assert_non_null(strstr(desk.said, "Ctrl+C"));
    desk_close(&desk);
}

static void on_a_console_it_says_so_before_it_starts(void **state)
{
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_type(&desk, "\n");
    say(&desk, true, desk.terminal, LONG_WAIT_MS); /* Enter starts it; else this test would never end */
    assert_non_null(strstr(desk.said, "Ctrl+Q"));
    assert_non_null(strstr(desk.said, "Ctrl+C"));
    assert_non_null(strstr(desk.said, "Ctrl+Alt+F2"));
    assert_non_null(strstr(desk.said, "600 seconds"));
    say(&desk, true, desk.terminal, 1);
    assert_non_null(strstr(desk.said, "Enter"));
    desk_close(&desk);
}

static void it_does_not_wait_where_nobody_can_press_a_key(void **state)
{
    (void)state;
    int ends[2];
    Desk desk = {0};
    assert_int_equal(pipe(ends), 0);
    say(&desk, true, ends[0], LONG_WAIT_MS);
    assert_non_null(strstr(desk.said, "Ctrl+Q"));
    assert_null(strstr(desk.said, "Enter"));
    close(ends[0]);
    close(ends[1]);
}

static bool shows_what_is_typed(const Desk *desk)
{
    struct termios settings;
    assert_int_equal(tcgetattr(desk->terminal, &settings), 0);
    return (settings.c_lflag & ECHO) != 0;
}

static void what_was_typed_meanwhile_reaches_no_shell(void **state)
{
    (void)state;
    Desk desk;
    LeavingTerminal terminal;
    desk_open(&desk);
    leaving_prepare(&terminal, desk.terminal);
    assert_false(shows_what_is_typed(&desk));
    desk_type(&desk, "halt\n");
    struct pollfd typed = {.fd = desk.terminal, .events = POLLIN};
    assert_int_equal(poll(&typed, 1, LONG_WAIT_MS), 1);
    leaving_restore(&terminal, desk.terminal);
    assert_true(shows_what_is_typed(&desk));
    assert_int_equal(poll(&typed, 1, 0), 0);
    desk_close(&desk);
}

static void a_pipe_is_left_alone(void **state)
{
    (void)state;
    int ends[2];
    LeavingTerminal terminal;
    assert_int_equal(pipe(ends), 0);
    leaving_prepare(&terminal, ends[0]);
    assert_false(terminal.changed);
    leaving_restore(&terminal, ends[0]);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(on_a_desk_it_names_the_three_ways_out),
        cmocka_unit_test(on_a_console_it_says_so_before_it_starts),
        cmocka_unit_test(it_does_not_wait_where_nobody_can_press_a_key),
        cmocka_unit_test(what_was_typed_meanwhile_reaches_no_shell),
        cmocka_unit_test(a_pipe_is_left_alone),
    };
    return cmocka_run_group_tests_name("leaving", tests, NULL, NULL);
}
