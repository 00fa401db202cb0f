/* device_test.c - what the player sends to the services that do for it what it has no rights for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "staff/device.h"
#include "unit.h"

/* A service behind the door "clock": takes all that one caller sends, and answers. */
typedef struct Service {
    char dir[32], path[64];
    int listening, heard; /* heard: where the child writes what it was sent */
    pid_t child;
} Service;

static void service_child(int listening, int heard, const char *answer)
{
    char bytes[512];
    int caller = accept(listening, NULL, NULL);
    for (ssize_t got; (got = read(caller, bytes, sizeof(bytes))) > 0;)
        if (write(heard, bytes, (size_t)got) != got) _exit(1);
    if (write(caller, answer, strlen(answer)) < 0) _exit(1);
    _exit(0);
}

static void service_start(Service *service, const char *answer)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int ends[2];
    strcpy(service->dir, "/tmp/hearth-doors-XXXXXX");
    assert_non_null(mkdtemp(service->dir));
    snprintf(service->path, sizeof(service->path), "%s/clock", service->dir);
    strcpy(address.sun_path, service->path);
    service->listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(service->listening, (const struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(listen(service->listening, 1), 0);
    assert_int_equal(pipe(ends), 0);
    service->child = fork();
    if (service->child == 0) service_child(service->listening, ends[1], answer);
    close(ends[1]);
    service->heard = ends[0];
    assert_int_equal(setenv("HEARTH_DOORS", service->dir, 1), 0);
}

/* Ends the service; `heard` is all that it was sent. */
static void service_end(Service *service, char *heard, size_t size)
{
    size_t count = 0;
    assert_int_equal(waitpid(service->child, NULL, 0), service->child);
    for (ssize_t got; (got = read(service->heard, heard + count, size - 1 - count)) > 0;) count += (size_t)got;
    heard[count] = '\0';
    close(service->heard);
    close(service->listening);
    unlink(service->path);
    rmdir(service->dir);
    unsetenv("HEARTH_DOORS");
}

static void test_a_wish_is_one_line_and_its_data(void **state)
{
    (void)state;
    Service service;
    char heard[64];
    service_start(&service, "done\n");
    assert_true(device_has_doors());
    assert_true(device_wish("clock", "1900000000", (Bytes){"more", 4}));
    service_end(&service, heard, sizeof(heard));
    assert_string_equal(heard, "1900000000\nmore");
}

static void test_any_other_answer_is_a_failure(void **state)
{
    (void)state;
    static const char *const answers[] = {"failed\n", "", "don", "done"};
    for (size_t i = 0; i < ARRAY_LEN(answers); i++) {
        Service service;
        char heard[64];
        service_start(&service, answers[i]);
        assert_false(device_wish("clock", "1", (Bytes){0}));
        service_end(&service, heard, sizeof(heard));
    }
}

static void test_without_a_service_nothing_is_done(void **state)
{
    (void)state;
    Service service;
    char heard[64];
    unsetenv("HEARTH_DOORS");
    assert_false(device_has_doors());
    assert_false(device_wish("clock", "1", (Bytes){0}));
    service_start(&service, "done\n");
    assert_int_equal(device_door_open("light"), -1);
    assert_int_equal(
        device_door_open("a-name-so-long-that-no-address-of-a-socket-has-room-for-it-whatever-the-folder-is-"
                         "called-in-which-it-would-have-to-lie"),
        -1);
    assert_true(device_wish("clock", "1", (Bytes){0}));
    service_end(&service, heard, sizeof(heard));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wish_is_one_line_and_its_data),
        cmocka_unit_test(test_any_other_answer_is_a_failure),
        cmocka_unit_test(test_without_a_service_nothing_is_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
