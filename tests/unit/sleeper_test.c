/* sleeper_test.c - sleeping until a time, a call from another thread, or an input device. */
#include "unit.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "platform/input_watch.h"
#include "platform/platform.h"
#include "platform/sleeper.h"

static void *wake_soon(void *platform)
{
    nanosleep(&(struct timespec){0, 20 * 1000000}, NULL);
    platform_wake(platform);
    return NULL;
}

static void a_hidden_platform_sleeps_and_wakes(void **state)
{
    (void)state;
    Platform *platform =
        platform_open(&(PlatformOptions){.hidden = true, .window_w = 300, .window_h = 200, .rotation = 90});
    assert_non_null(platform);
    int w, h;
    platform_size(platform, &w, &h);
    assert_int_equal(w, 200);
    assert_int_equal(h, 300);
    assert_true(platform_px_per_mm(platform) == 0);
    Event event;
    int64_t start_ms = platform_now_ms();
    assert_false(platform_wait(platform, start_ms + 30, &event)); /* the time came first */
    assert_true(platform_now_ms() >= start_ms + 30);
    pthread_t thread;
    pthread_create(&thread, NULL, wake_soon, platform);
    assert_true(platform_wait(platform, INT64_MAX, &event));
    assert_int_equal(event.kind, EVENT_WOKEN);
    pthread_join(thread, NULL);
    platform_wake(platform);
    platform_wake(platform); /* twice before anyone looked: once */
    assert_true(platform_poll(platform, &event));
    assert_false(platform_poll(platform, &event));
    platform_close(platform);
    platform_close(NULL);
}

static void a_display_size_gives_its_density(void **state)
{
    (void)state;
    PlatformOptions options = {.hidden = true, .window_w = 1920, .window_h = 1080, .diagonal_mm = 546};
    Platform *platform = platform_open(&options); /* 21.5 inches */
    assert_float_equal(platform_px_per_mm(platform), 4.03, 0.01);
    platform_close(platform);
}

/* No descriptor is to be had for wake-ups: they come all the same, a little later. */
static void without_a_descriptor_it_wakes_up_as_well(void **state)
{
    (void)state;
    struct rlimit before, none;
    Sleeper sleeper = {0};
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = before;
    none.rlim_cur = 0;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    sleeper_open(&sleeper, SLEEP_ALONE);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(sleeper.wake_fd, -1);
    sleeper_wake(&sleeper, WAKE_CALLED);
    sleeper_sleep(&sleeper, platform_now_ms(), INT64_MAX); /* else this test would never end */
    assert_int_equal(sleeper_take_reasons(&sleeper), WAKE_CALLED);
    sleeper_close(&sleeper);
}

/* What has woken the watch within a second at most. */
typedef struct Woken {
    bool called, changed;
    int64_t after_ms;
} Woken;

static Woken wait_on(InputWatch *watch, int wake_fd, int timeout_ms)
{
    Woken woken;
    int64_t before_ms = platform_now_ms();
    woken.changed = input_watch_wait(watch, wake_fd, timeout_ms, &woken.called);
    woken.after_ms = platform_now_ms() - before_ms;
    return woken;
}

static bool is_no_fifo(int fd)
{
    struct stat about;
    return fstat(fd, &about) == 0 && !S_ISFIFO(about.st_mode);
}

static void devices_are_noticed(void **state)
{
    (void)state;
    enum { WAIT_MS = 5000, SOON_MS = 4000 };
    char folder[] = "/tmp/hearth-input-XXXXXX", device[64], late[64];
    assert_non_null(mkdtemp(folder));
    snprintf(device, sizeof(device), "%s/event0", folder);
    snprintf(late, sizeof(late), "%s/event1", folder);
    assert_int_equal(mkfifo(device, 0600), 0);
    InputWatch watch;
    int wake_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    assert_int_equal(input_watch_open(&watch, folder, NULL), 1);
    Woken woken = wait_on(&watch, wake_fd, 20);
    assert_true(!woken.called && !woken.changed && woken.after_ms >= 19);
    int writer = open(device, O_WRONLY | O_NONBLOCK);
    assert_true(writer >= 0);
    assert_int_equal(write(writer, "x", 1), 1);
    woken = wait_on(&watch, wake_fd, WAIT_MS);
    assert_true(!woken.called && !woken.changed && woken.after_ms < SOON_MS);
    assert_true(wait_on(&watch, wake_fd, 20).after_ms >= 19); /* it was read, and does not wake us again */
    assert_int_equal(mkfifo(late, 0600), 0);
    woken = wait_on(&watch, wake_fd, WAIT_MS);
    assert_true(woken.changed && woken.after_ms < SOON_MS);
    assert_int_equal(watch.count, 3);
    assert_int_equal(eventfd_write(wake_fd, 1), 0);
    woken = wait_on(&watch, wake_fd, WAIT_MS);
    assert_true(woken.called && !woken.changed && woken.after_ms < SOON_MS);
    input_watch_close(&watch);
    /* Those that nobody wants are left alone. */
    assert_int_equal(input_watch_open(&watch, folder, is_no_fifo), 0);
    input_watch_close(&watch);
    close(writer);
    close(wake_fd);
    unlink(device);
    unlink(late);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(input_watch_open(&watch, "/nowhere", NULL), 0);
    input_watch_close(&watch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_hidden_platform_sleeps_and_wakes),
        cmocka_unit_test(a_display_size_gives_its_density),
        cmocka_unit_test(without_a_descriptor_it_wakes_up_as_well),
        cmocka_unit_test(devices_are_noticed),
    };
    return cmocka_run_group_tests_name("sleeper", tests, NULL, NULL);
}
