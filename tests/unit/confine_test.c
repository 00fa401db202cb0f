/* What work in a confined child can do to the process that started it: answer, and nothing else. */
#include "unit.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "confine/confine.h"

enum { SHORT_WAIT_MS = 300, LONG_WAIT_MS = 600000, ROOM = 4096 };

static int *shared; /* memory that this process shares, as a window's pixels are */

static bool answers(const void *context, void *out, size_t out_bytes)
{
    memset(out, *(const char *)context, out_bytes);
    return true;
}

static bool says_no(const void *context, void *out, size_t out_bytes)
{
    (void)context, (void)out, (void)out_bytes;
    return false;
}

static bool crashes(const void *context, void *out, size_t out_bytes)
{
    (void)context, (void)out, (void)out_bytes;
    __builtin_trap();
}

static bool never_ends(const void *context, void *out, size_t out_bytes)
{
    (void)context, (void)out_bytes;
    for (volatile char *at = out;; (*at)++) continue;
    return true;
}

static bool takes_all_memory(const void *context, void *out, size_t out_bytes)
{
    (void)context, (void)out, (void)out_bytes;
    for (;;) {
        char *more = malloc(64 * 1024 * 1024);
        if (!more) return false;
        memset(more, 1, 64 * 1024 * 1024);
    }
}

static bool writes_shared_memory(const void *context, void *out, size_t out_bytes)
{
    (void)context, (void)out, (void)out_bytes;
    *shared = 1;
    return true;
}

/* True if anything that it tries is allowed. */
static bool reaches_out(const void *context, void *out, size_t out_bytes)
{
    (void)context, (void)out, (void)out_bytes;
    return open("/tmp/hearth-confined", O_WRONLY | O_CREAT, 0600) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ||
           socket(AF_INET, SOCK_DGRAM, 0) >= 0 || kill(getppid(), 0) == 0 || fork() >= 0 ||
           write(STDERR_FILENO, "x", 1) == 1;
}

static bool run(ConfineWork *work, int wait_ms, const ConfineWatch *watch)
{
    void *out = confine_memory_new(ROOM);
    assert_non_null(out);
    bool good = confine_run(work, "A", out, ROOM, wait_ms, watch);
    confine_memory_free(out, ROOM);
    return good;
}

static void an_answer_comes_back(void **state)
{
    (void)state;
    char *out = confine_memory_new(ROOM);
    assert_non_null(out);
    assert_true(confine_run(answers, "A", out, ROOM, LONG_WAIT_MS, NULL));
    for (int i = 0; i < ROOM; i++) assert_int_equal(out[i], 'A');
    confine_memory_free(out, ROOM);
    confine_memory_free(NULL, 0);
}

static void what_fails_fails_alone(void **state)
{
    (void)state;
    assert_false(run(says_no, LONG_WAIT_MS, NULL));
    assert_false(run(crashes, LONG_WAIT_MS, NULL));
    assert_true(run(answers, LONG_WAIT_MS, NULL));
}

static void what_never_ends_is_given_up(void **state)
{
    (void)state;
    assert_false(run(never_ends, SHORT_WAIT_MS, NULL));
    assert_false(run(never_ends, LONG_WAIT_MS, NULL)); /* by the seconds of computing that it may take */
}

static bool at_once(void *context)
{
    (void)context;
    return true;
}

static void it_can_be_stopped(void **state)
{
    (void)state;
    const ConfineWatch watch = {.is_stopped = at_once};
    assert_false(run(never_ends, LONG_WAIT_MS, &watch));
}

static void a_child_reaches_nothing(void **state)
{
    (void)state;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    skip();
#endif
    assert_false(run(reaches_out, LONG_WAIT_MS, NULL));
    assert_int_equal(access("/tmp/hearth-confined", F_OK), -1);
    assert_false(run(takes_all_memory, LONG_WAIT_MS, NULL));
}

static void a_child_writes_no_shared_memory(void **state)
{
    (void)state;
    shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(shared != MAP_FAILED);
    assert_false(run(writes_shared_memory, LONG_WAIT_MS, NULL)); /* it dies of it */
    assert_int_equal(*shared, 0);
    munmap(shared, sizeof(*shared));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_comes_back),        cmocka_unit_test(what_fails_fails_alone),
        cmocka_unit_test(what_never_ends_is_given_up), cmocka_unit_test(it_can_be_stopped),
        cmocka_unit_test(a_child_reaches_nothing),     cmocka_unit_test(a_child_writes_no_shared_memory),
    };
    return cmocka_run_group_tests_name("confine", tests, NULL, NULL);
}
