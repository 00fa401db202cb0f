#include "platform/sound/voice.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { PIPE_BYTES = 1048576 };

static void close_both(const int ends[2])
{
    close(ends[0]);
    close(ends[1]);
}

/* A pipe that holds the whole text already: we are done with it before anybody reads, and nobody can hang up on us. */
static int text_pipe(const char *text)
{
    int ends[2];
    size_t length = strlen(text);
    if (length > VOICE_TEXT_MAX) length = utf8_valid_length(text, VOICE_TEXT_MAX);
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    bool written = write(ends[1], text, length) == (ssize_t)length;
    close(ends[1]);
    if (written) return ends[0];
    close(ends[0]);
    return -1;
}

/* Signals as a fresh process has them, and no more files than these three. */
static bool spawn(pid_t *pid, const char *const argv[], int in, int out)
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    if (posix_spawn_file_actions_init(&files) != 0) return false;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&files);
        return false;
    }
    bool good = posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO) == 0 &&
                posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO) == 0 &&
                posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
                posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1) == 0 &&
                posix_spawnattr_setsigmask(&attributes, &none) == 0 &&
                posix_spawnattr_setsigdefault(&attributes, &all) == 0 &&
                posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0;
    /* Languages are chosen by us, not by where the kiosk stands. */
    static char path[] = "PATH=/usr/local/bin:/usr/bin:/bin", locale[] = "LC_ALL=C.UTF-8";
    char *const environment[] = {path, locale, NULL};
    good = good && posix_spawnp(pid, argv[0], &files, &attributes, (char *const *)(uintptr_t)argv, environment) == 0;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return good;
}

bool voice_start(VoiceRun *run, const char *const argv[], const char *text, int64_t now_ms)
{
    int ends[2];
    voice_end(run);
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    int in = text_pipe(text);
    if (in < 0) {
        close_both(ends);
        return false;
    }
    /* A sentence fits into a wide pipe, so that the voice need not wait for the loop to come by. */
    (void)fcntl(ends[0], F_SETPIPE_SZ, PIPE_BYTES);
    (void)fcntl(ends[0], F_SETFL, O_NONBLOCK);
    bool started = spawn(&run->pid, argv, in, ends[1]);
    close(in);
    close(ends[1]);
    if (!started) {
        close(ends[0]);
        *run = (VoiceRun){0};
        return false;
    }
    run->out = ends[0];
    run->state = VOICE_RUNS;
    run->deadline_ms = now_ms + VOICE_TIME_MAX_MS;
    return true;
}

/* False once there is too much. */
static bool room_make(VoiceRun *run)
{
    enum { FIRST_BYTES = 65536 };
    if (run->count < run->capacity) return true;
    if (run->capacity >= VOICE_BYTES_MAX) return false;
    size_t capacity = run->capacity > 0 ? run->capacity * 2 : FIRST_BYTES;
    unsigned char *grown = mem_alloc(capacity);
    if (run->count > 0) memcpy(grown, run->bytes, run->count);
    mem_wipe(run->bytes, run->count);
    free(run->bytes);
    run->bytes = grown;
    run->capacity = capacity;
    return true;
}

/* False if it cannot go on. */
static bool bytes_take(VoiceRun *run)
{
    while (!run->ended) {
        if (!room_make(run)) return false;
        ssize_t got = read(run->out, run->bytes + run->count, run->capacity - run->count);
        if (got > 0)
            run->count += (size_t)got;
        else if (got == 0)
            run->ended = true;
        else if (errno == EINTR)
            continue;
        else
            return errno == EAGAIN || errno == EWOULDBLOCK;
    }
    return true;
}

static void process_end(VoiceRun *run)
{
    if (run->pid > 0) {
        kill(run->pid, SIGKILL);
        while (waitpid(run->pid, NULL, 0) < 0 && errno == EINTR) continue;
    }
    if (run->state == VOICE_RUNS) close(run->out);
    run->pid = 0;
}

VoiceState voice_look(VoiceRun *run, int64_t now_ms)
{
    int status = 0;
    if (run->state != VOICE_RUNS) return run->state;
    bool good = bytes_take(run) && now_ms < run->deadline_ms;
    if (good && !run->ended) return VOICE_RUNS;
    if (good) {
        pid_t gone = waitpid(run->pid, &status, WNOHANG);
        if (gone == 0) return VOICE_RUNS;
        run->pid = 0;
        good = gone > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    process_end(run);
    run->state = good ? VOICE_DONE : VOICE_FAILED;
    return run->state;
}

void voice_end(VoiceRun *run)
{
    process_end(run);
    mem_wipe(run->bytes, run->count);
    free(run->bytes);
    *run = (VoiceRun){0};
}

int64_t voice_deadline_ms(const VoiceRun *run, int64_t now_ms)
{
    return run->state == VOICE_RUNS ? now_ms + VOICE_LOOK_MS : INT64_MAX;
}
