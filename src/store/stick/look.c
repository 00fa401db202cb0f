#include "store/stick/look.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/state/state.h"

static const char file_name[] = "looking";
enum { MARK_ENTRIES_MAX = 4000, MARK_DEPTH_MAX = 3, FILE_BYTES_MAX = 128 };
#define CHILD_MEMORY_BYTES ((rlim_t)512 * 1024 * 1024) /* beyond what the program has already */

/* Takes in the names, sizes and times of what lies in a folder; no byte of any file is read. */
static void folder_mark(Arena *arena, int folder, DigestStream *stream, int depth)
{
    const char **names;
    size_t count;
    struct stat status;
    if (!folder_list(folder, arena, MARK_ENTRIES_MAX, &names, &count)) return;
    for (size_t i = 0; i < count; i++) {
        if (fstatat(folder, names[i], &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        const int64_t numbers[] = {status.st_size, status.st_mtim.tv_sec, S_ISDIR(status.st_mode)};
        digest_add(stream, names[i], strlen(names[i]) + 1);
        if (!S_ISDIR(status.st_mode)) digest_add(stream, numbers, sizeof(numbers));
        if (!S_ISDIR(status.st_mode) || depth == MARK_DEPTH_MAX) continue;
        int below = open_beneath(folder, names[i], O_DIRECTORY);
        if (below >= 0) folder_mark(arena, below, stream, depth + 1);
        if (below >= 0) close(below);
    }
}

/* What tells this stick, as it is now, from others. */
static DigestText stick_mark(const char *root)
{
    Arena scratch = {0};
    DigestStream stream;
    digest_start(&stream);
    int folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) folder_mark(&scratch, folder, &stream, 0);
    if (folder >= 0) close(folder);
    Digest digest = digest_finish(&stream);
    arena_free(&scratch);
    return digest_text(&digest);
}

/* True if the program ended while it looked at this very stick. */
static bool has_stopped_us(const char *state_dir, const DigestText *mark)
{
    Arena scratch = {0};
    const char *line = state_dir ? state_read_line(&scratch, state_dir, file_name, FILE_BYTES_MAX) : NULL;
    bool is_same = line && strcmp(line, mark->hex) == 0;
    arena_free(&scratch);
    return is_same;
}

/* Limits the memory of this process. A sanitizer's own bookkeeping is larger than any limit of ours. */
static void memory_limit(void)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    struct rlimit memory;
    if (getrlimit(RLIMIT_DATA, &memory) != 0) return;
    memory.rlim_cur = memory.rlim_max < CHILD_MEMORY_BYTES ? memory.rlim_max : CHILD_MEMORY_BYTES;
    (void)setrlimit(RLIMIT_DATA, &memory);
#endif
}

/* Signals end the child in their usual way, whatever the player or a sanitizer does about them. */
static void child_limit(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGXCPU, SIGTERM, SIGINT, SIGPIPE};
    struct rlimit none = {0, 0};
    sigset_t nothing;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) (void)signal(signals[i], SIG_DFL);
    sigemptyset(&nothing);
    (void)sigprocmask(SIG_SETMASK, &nothing, NULL);
    (void)setrlimit(RLIMIT_CORE, &none);
    memory_limit();
}

static NO_RETURN void child_run(const LookJob *job, int answer)
{
    Arena arena = {0};
    StickReport report;
    InspectJob like = job->like;
    child_limit();
    like.is_trial = true;
    like.keeps_copy = false;
    stick_find(&arena, job->root, &report);
    stick_inspect(&like, job->root, &arena, NULL, &report);
    _exit(write(answer, "d", 1) == 1 ? 0 : 1);
}

/* True if the child says in time that it is done. */
static bool child_wait(int answers, int wait_ms, InstallProgress *progress)
{
    enum { LOOK_MS = 50 };
    for (int waited_ms = 0; waited_ms < wait_ms && !progress_is_stopped(progress); waited_ms += LOOK_MS) {
        struct pollfd wait = {.fd = answers, .events = POLLIN};
        int ready = poll(&wait, 1, LOOK_MS);
        char byte;
        if (ready < 0 && errno != EINTR) return false;
        if (ready > 0) return read(answers, &byte, 1) == 1;
    }
    return false;
}

/* Looks at the stick in a child. True if that came to its end; also if no child can be started, since a machine without
 * room for one still has its mark in STATE/looking. */
static bool trial_passes(const LookJob *job, InstallProgress *progress)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return true;
    fflush(NULL); /* or the child would carry a copy of what is not written yet */
    pid_t child = fork();
    if (child == 0) child_run(job, ends[1]);
    close(ends[1]);
    bool passes = child < 0 || child_wait(ends[0], job->wait_ms, progress);
    close(ends[0]);
    if (child < 0) return true;
    kill(child, SIGKILL);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
    return passes;
}

void stick_look(const LookJob *job, Arena *arena, InstallProgress *progress, StickReport *out)
{
    const char *state_dir = job->like.state_dir;
    DigestText mark = stick_mark(job->root);
    if (has_stopped_us(state_dir, &mark) || !trial_passes(job, progress)) {
        stick_report_stopped(out);
        return;
    }
    bool is_marked = state_dir && state_write(state_dir, file_name, (Bytes){mark.hex, strlen(mark.hex)});
    stick_find(arena, job->root, out);
    if (out->state == STICK_PACKS) stick_inspect(&job->like, job->root, arena, progress, out);
    if (is_marked && !state_remove(state_dir, file_name)) return; /* it is refused the next time, which is no harm */
}
