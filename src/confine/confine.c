#include "confine/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "confine/confine_filter.h"

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

/* Takes away what the process shares with others and may write: a window's pixels, above all. `out` stays. */
static void shared_memory_drop(const void *out)
{
    enum { AREAS_MAX = 256 };
    uintptr_t areas[AREAS_MAX][2];
    size_t count = 0;
    char line[512], rights[8];
    uintptr_t from, to;
    FILE *maps = fopen("/proc/self/maps", "re");
    while (maps && count < AREAS_MAX && fgets(line, sizeof(line), maps)) {
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %7s", &from, &to, rights) != 3) continue;
        bool is_out = (uintptr_t)out >= from && (uintptr_t)out < to;
        if (rights[1] != 'w' || rights[3] != 's' || is_out) continue;
        areas[count][0] = from;
        areas[count++][1] = to;
    }
    if (maps) fclose(maps);
    for (size_t i = 0; i < count; i++) (void)munmap((void *)areas[i][0], areas[i][1] - areas[i][0]);
}

/* What a child is to do: one piece of work, or the decoding of many pictures. */
typedef struct Task {
    const char *const *paths;
    size_t count;
    DecodeFn *decode;
    ConfineWork *work; /* NULL: the pictures */
    const void *context;
    void *out;
    size_t out_bytes;
} Task;

static bool task_do(const Task *task, size_t i)
{
    return task->work ? task->work(task->context, task->out, task->out_bytes) : task->decode(task->paths[i]);
}

static NO_RETURN void child_run(int answer, const Task *task)
{
    enum { ANSWER_FD = 3 };
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signals_reset();
    if (answer != ANSWER_FD && dup2(answer, ANSWER_FD) < 0) _exit(1);
    (void)close_range(ANSWER_FD + 1, ~0u, 0);
    shared_memory_drop(task->out);
    limits_set();
    confine_filter(ANSWER_FD);
    for (size_t i = 0; i < task->count; i++) {
        seconds_add();
        char byte = task_do(task, i) ? ANSWER_GOOD : ANSWER_BAD;
        if (write(ANSWER_FD, &byte, 1) != 1) _exit(1);
    }
    _exit(0);
}

typedef struct Child {
    pid_t pid;
    int answers;
} Child;

static bool child_start(Child *child, const Task *task)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    fflush(NULL); /* or the child would carry a copy of what is not written yet */
    child->pid = fork();
    if (child->pid == 0) {
        close(ends[0]);
        child_run(ends[1], task);
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

static bool is_stopped(const ConfineWatch *watch)
{
    return watch && watch->is_stopped && watch->is_stopped(watch->context);
}

/* Waits for the answer to one picture, looking up now and then whether it is to be given up. 0: there is none. */
static char answer_wait(const Child *child, int wait_ms, const ConfineWatch *watch)
{
    enum { LOOK_MS = 100 };
    for (int waited_ms = 0; waited_ms < wait_ms && !is_stopped(watch); waited_ms += LOOK_MS) {
        struct pollfd wait = {.fd = child->answers, .events = POLLIN};
        int ready = poll(&wait, 1, LOOK_MS);
        if (ready < 0 && errno != EINTR) return 0;
        if (ready <= 0) continue;
        char byte = 0;
        return read(child->answers, &byte, 1) == 1 ? byte : 0;
    }
    return 0;
}

bool confine_decode(const char *const *paths, size_t count, DecodeFn *decode, bool *broken, const ConfineWatch *watch)
{
    size_t at = 0, broken_count = 0;
    while (at < count && broken_count < CONFINE_BROKEN_MAX && !is_stopped(watch)) {
        Child child;
        const Task task = {.paths = paths + at, .count = count - at, .decode = decode};
        if (!child_start(&child, &task)) return false;
        char answer = ANSWER_GOOD;
        while (at < count && answer != 0 && broken_count < CONFINE_BROKEN_MAX) {
            answer = answer_wait(&child, CONFINE_WAIT_MS, watch);
            if (is_stopped(watch)) break;
            if (answer != ANSWER_GOOD) {
                broken[at] = true; /* it said so, or it died of it */
                broken_count++;
            }
            at++;
            if (watch && watch->one_done) watch->one_done(watch->context);
        }
        child_end(&child);
    }
    return broken_count == 0 && !is_stopped(watch);
}

void *confine_memory_new(size_t bytes)
{
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

void confine_memory_free(void *memory, size_t bytes)
{
    if (memory) (void)munmap(memory, bytes);
}

bool confine_run(ConfineWork *work, const void *context, void *out, size_t out_bytes, int wait_ms,
                 const ConfineWatch *watch)
{
    Child child;
    const Task task = {.count = 1, .work = work, .context = context, .out = out, .out_bytes = out_bytes};
    if (!child_start(&child, &task)) return false;
    char answer = answer_wait(&child, wait_ms, watch);
    child_end(&child);
    return answer == ANSWER_GOOD;
}
