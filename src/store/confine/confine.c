#include "store/confine/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "store/confine/confine_filter.h"

enum { ANSWER_GOOD = 'g', ANSWER_BAD = 'b' };

/* Bytes of address space in use; 0 if the kernel does not say. */
static uint64_t space_in_use(void)
{
    char text[64] = {0};
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? 0 : read(fd, text, sizeof(text) - 1);
    if (fd >= 0) close(fd);
    long page = sysconf(_SC_PAGESIZE);
    return got > 0 && page > 0 ? strtoull(text, NULL, 10) * (uint64_t)page : 0;
}

static void limits_set(void)
{
    const uint64_t plausible = UINT64_C(1) << 40; /* more than this is the sanitizer's own bookkeeping */
    uint64_t space = space_in_use();
    struct rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    if (space > 0 && space < plausible) {
        struct rlimit memory = {space + CONFINE_MEMORY_BYTES, space + CONFINE_MEMORY_BYTES};
        (void)setrlimit(RLIMIT_AS, &memory);
    }
}

/* Each picture gets its own seconds: the limit counts from the start of the child. */
static void seconds_add(void)
{
    struct rusage used;
    if (getrusage(RUSAGE_SELF, &used) != 0) return;
    struct rlimit seconds = {(rlim_t)used.ru_utime.tv_sec + (rlim_t)used.ru_stime.tv_sec + CONFINE_CPU_S,
                             RLIM_INFINITY};
    (void)setrlimit(RLIMIT_CPU, &seconds);
}

/* The signals that end a process in their usual way again, whatever the player or a sanitizer does about them. */
static void signals_reset(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGXCPU, SIGTERM, SIGINT, SIGPIPE};
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) signal(signals[i], SIG_DFL);
}

static NO_RETURN void child_run(int answer, const char *const *paths, size_t count, DecodeFn *decode)
{
    enum { ANSWER_FD = 3 };
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signals_reset();
    if (answer != ANSWER_FD && dup2(answer, ANSWER_FD) < 0) _exit(1);
    (void)close_range(ANSWER_FD + 1, ~0u, 0);
    limits_set();
    confine_filter(ANSWER_FD);
    for (size_t i = 0; i < count; i++) {
        seconds_add();
        char byte = decode(paths[i]) ? ANSWER_GOOD : ANSWER_BAD;
        if (write(ANSWER_FD, &byte, 1) != 1) _exit(1);
    }
    _exit(0);
}

typedef struct Child {
    pid_t pid;
    int answers;
} Child;

static bool child_start(Child *child, const char *const *paths, size_t count, DecodeFn *decode)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    fflush(NULL); /* or the child would carry a copy of what is not written yet */
    child->pid = fork();
    if (child->pid == 0) {
        close(ends[0]);
        child_run(ends[1], paths, count, decode);
    }
    close(ends[1]);
    if (child->pid < 0) close(ends[0]);
    child->answers = ends[0];
    return child->pid > 0;
}

static void child_end(const Child *child)
{
    kill(child->pid, SIGKILL);
    while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR) continue;
    close(child->answers);
}

/* Waits for the answer to one picture, looking up now and then whether anybody wants to stop. 0: there is none. */
static char answer_wait(const Child *child, InstallProgress *progress)
{
    enum { LOOK_MS = 100 };
    for (int waited_ms = 0; waited_ms < CONFINE_WAIT_MS && !progress_is_stopped(progress); waited_ms += LOOK_MS) {
        struct pollfd wait = {.fd = child->answers, .events = POLLIN};
        int ready = poll(&wait, 1, LOOK_MS);
        if (ready < 0 && errno != EINTR) return 0;
        if (ready <= 0) continue;
        char byte = 0;
        return read(child->answers, &byte, 1) == 1 ? byte : 0;
    }
    return 0;
}

bool confine_decode(const char *const *paths, size_t count, DecodeFn *decode, bool *broken, InstallProgress *progress)
{
    size_t at = 0, broken_count = 0;
    while (at < count && broken_count < CONFINE_BROKEN_MAX && !progress_is_stopped(progress)) {
        Child child;
        if (!child_start(&child, paths + at, count - at, decode)) return false;
        char answer = ANSWER_GOOD;
        while (at < count && answer != 0 && broken_count < CONFINE_BROKEN_MAX) {
            answer = answer_wait(&child, progress);
            if (progress_is_stopped(progress)) break;
            if (answer != ANSWER_GOOD) {
                broken[at] = true; /* it said so, or it died of it */
                broken_count++;
            }
            at++;
            progress_add(progress, 0, 1);
        }
        child_end(&child);
    }
    return broken_count == 0 && !progress_is_stopped(progress);
}
