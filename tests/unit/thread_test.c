/* thread_test.c - worker threads, and what is done when the system has none, or no files, to give. */
#include "unit.h"

#include <signal.h>
#include <sys/resource.h>

#include "base/thread.h"
#include "platform/sleeper.h"
#include "staff/stick_watch.h"

static void *mask_read(void *context)
{
    pthread_sigmask(SIG_BLOCK, NULL, context);
    return NULL;
}

static void a_worker_receives_no_signals(void **state)
{
    (void)state;
    sigset_t mask, before, after;
    pthread_t thread;
    pthread_sigmask(SIG_BLOCK, NULL, &before);
    assert_true(thread_start(&thread, mask_read, &mask));
    pthread_join(thread, NULL);
    pthread_sigmask(SIG_BLOCK, NULL, &after);
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGCHLD};
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
        assert_int_equal(sigismember(&mask, signals[i]), 1);
        assert_int_equal(sigismember(&before, signals[i]), sigismember(&after, signals[i]));
    }
}

/* Lets the process open no more files; returns the limit to give back to files_allow(). */
static struct rlimit files_forbid(void)
{
    struct rlimit before, none;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    none = (struct rlimit){0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
    return before;
}

static void files_allow(struct rlimit before) { assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0); }

static void without_a_file_to_wake_it_a_sleeper_sleeps_short(void **state)
{
    (void)state;
    struct rlimit before = files_forbid();
    Sleeper sleeper = {0};
    sleeper_open(&sleeper, SLEEP_ALONE);
    assert_int_equal(sleeper.wake_fd, -1);
    sleeper_wake(&sleeper, WAKE_CALLED);
    sleeper_sleep(&sleeper, 0, INT64_MAX); /* would last an hour */
    assert_int_equal(sleeper_take_reasons(&sleeper), WAKE_CALLED);
    sleeper_close(&sleeper);
    files_allow(before);
}

static void without_a_thread_sticks_are_looked_for_by_the_loop(void **state)
{
    (void)state;
    StickWatch watch;
    Arena arena = {0};
    Sticks sticks;
    stick_watch_open(&watch, "/tmp", true);
    assert_non_null(watch.mounts);
    struct rlimit before = files_forbid();
    stick_watch_attach(&watch, (Platform *)&watch); /* is never called: there is no thread */
    assert_null(watch.platform);
    files_allow(before);
    bool news = stick_watch_news(&watch, &arena, &sticks);
    (void)news;
    stick_watch_close(&watch);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worker_receives_no_signals),
        cmocka_unit_test(without_a_file_to_wake_it_a_sleeper_sleeps_short),
        cmocka_unit_test(without_a_thread_sticks_are_looked_for_by_the_loop),
    };
    return cmocka_run_group_tests_name("thread", tests, NULL, NULL);
}
