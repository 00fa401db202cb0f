/* What a process can do in the sandbox of a locked player, and could outside. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine/sandbox.h"

enum { PROVED = 0, NOT_PROVED = 1, NOT_HERE = 2 };

static char state_dir[] = "/tmp/hearth-sandbox-state-XXXXXX";

/* What a child of its own finds, since there is no way back. */
static int prove_in_child(bool enter)
{
    int status = -1;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        const SandboxFolders folders = {.state = state_dir};
        FILE *nowhere = fopen("/dev/null", "w");
        if (enter && !sandbox_enter(&folders, nowhere)) _exit(NOT_HERE);
        _exit(sandbox_prove(state_dir, enter ? stderr : nowhere) ? PROVED : NOT_PROVED);
    }
    assert_true(child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void twelve_of_twelve_are_refused(void **state)
{
    (void)state;
    int found = prove_in_child(true);
    if (found == NOT_HERE) skip(); /* the kernel has no Landlock or no filters */
    assert_int_equal(found, PROVED);
}

static void outside_they_are_not(void **state)
{
    (void)state;
    assert_int_equal(prove_in_child(false), NOT_PROVED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twelve_of_twelve_are_refused),
        cmocka_unit_test(outside_they_are_not),
    };
    if (!mkdtemp(state_dir)) return 1;
    int failed = cmocka_run_group_tests_name("sandbox", tests, NULL, NULL);
    rmdir(state_dir);
    return failed;
}
