/* sandbox_prove.c - a process in the sandbox tries to get out of it. Each attempt returns true if it was allowed. */
#include <fcntl.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine/sandbox.h"

static bool opens(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC, 0600);
    if (fd >= 0) close(fd);
    return fd >= 0;
}

static bool reads_passwords(void) { return opens("/etc/shadow", O_RDONLY); }
/* What was allowed is undone. */
static bool writes(const char *path) { return opens(path, O_WRONLY | O_CREAT) && unlink(path) == 0; }

static bool writes_to_tmp(void) { return writes("/tmp/hearth-sandbox"); }
static bool writes_to_system(void) { return writes("/usr/bin/hearth-sandbox"); }
static bool makes_folder(void)
{
    return mkdir("/var/tmp/hearth-sandbox", 0700) == 0 && rmdir("/var/tmp/hearth-sandbox") == 0;
}

static bool socket_opens(int family, int type)
{
    int fd = socket(family, type | SOCK_CLOEXEC, 0);
    if (fd >= 0) close(fd);
    return fd >= 0;
}

static bool connects(void) { return socket_opens(AF_INET, SOCK_STREAM); }
static bool connects_6(void) { return socket_opens(AF_INET6, SOCK_DGRAM); }
static bool reads_cable(void) { return socket_opens(AF_PACKET, SOCK_RAW); }

/* True if the program runs and ends well. */
static bool runs(const char *path, char *const arguments[])
{
    int status = 1;
    pid_t child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (nowhere >= 0) (void)dup2(nowhere, STDOUT_FILENO);
        execv(path, arguments);
        _exit(1);
    }
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

static bool executes(void)
{
    static char name[] = "sh", option[] = "-c", text[] = "exit 0";
    return runs("/bin/sh", (char *const[]){name, option, text, NULL});
}

/* True also where it is not installed. */
static bool voice_runs(void)
{
    static const char path[] = "/usr/bin/espeak-ng";
    static char name[] = "espeak-ng", option[] = "--version";
    return access(path, F_OK) != 0 || runs(path, (char *const[]){name, option, NULL});
}

/* In a child, which would otherwise stop at each of its signals from then on. */
static bool traces(void)
{
    int status = 1;
    pid_t child = fork();
    if (child == 0) _exit(ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 ? 0 : 1);
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

static bool mounts(void) { return mount("none", "/mnt", "tmpfs", 0, NULL) == 0 && umount("/mnt") == 0; }
static bool takes_namespace(void) { return unshare(CLONE_NEWUSER) == 0 || unshare(CLONE_NEWNET) == 0; }

static bool reads_memory(void)
{
    char from = 1, to = 0;
    struct iovec here = {&to, 1}, there = {&from, 1};
    return syscall(SYS_process_vm_readv, getpid(), &here, 1, &there, 1, 0) == 1 ||
           prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
}

static const struct {
    const char *what;
    bool (*attempt)(void);
} attempts[] = {
    {"reading /etc/shadow", reads_passwords},
    {"writing a file in /tmp", writes_to_tmp},
    {"writing a file in /usr/bin", writes_to_system},
    {"making a folder in /var/tmp", makes_folder},
    {"connecting to a network (IPv4)", connects},
    {"connecting to a network (IPv6)", connects_6},
    {"reading what passes on a network", reads_cable},
    {"executing a shell", executes},
    {"tracing a process", traces},
    {"mounting", mounts},
    {"a name space of its own", takes_namespace},
    {"reading another process's memory, or leaving its own in a file", reads_memory},
};

static bool state_is_writable(const char *state_dir)
{
    char path[4096];
    int length = snprintf(path, sizeof(path), "%s/.sandbox", state_dir);
    return length > 0 && (size_t)length < sizeof(path) && writes(path);
}

bool sandbox_prove(const char *state_dir, FILE *out)
{
    size_t refused = 0;
    for (size_t i = 0; i < ARRAY_LEN(attempts); i++) {
        bool allowed = attempts[i].attempt();
        fprintf(out, "%s: %s\n", allowed ? "ALLOWED" : "refused", attempts[i].what);
        if (!allowed) refused++;
    }
    bool writable = state_is_writable(state_dir), speaks = voice_runs();
    fprintf(out, "%s: writing to the state folder\n", writable ? "allowed" : "REFUSED");
    fprintf(out, "%s: executing the voice\n", speaks ? "allowed" : "REFUSED");
    fprintf(out, "%zu of %zu refused\n", refused, ARRAY_LEN(attempts));
    return refused == ARRAY_LEN(attempts) && writable && speaks;
}
