#include "confine/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "confine/sandbox_filter.h"

enum {
    ABI_LEAST = 2, /* before, nothing could be moved from one folder to another, not even within the state folder */
    ABI_WITH_TRUNCATE = 3
};

static const uint64_t truncates = UINT64_C(1) << 14; /* LANDLOCK_ACCESS_FS_TRUNCATE; the headers of Debian 12 lack it */
static const uint64_t writes = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                               LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                               LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                               LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                               LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER;
static const uint64_t file_rights =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE;

/* What libraries read: for the display, sound, letters, the time zone. Not all of /etc, where passwords are. */
static const char *const system_reads[] = {
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/opt",
    "/sys",
    "/proc",
    "/dev",
    "/run",
    "/tmp/.X11-unix",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/timezone",
    "/etc/fonts",
    "/etc/alsa",
    "/etc/asound.conf",
    "/etc/pulse",
    "/etc/drirc",
    "/etc/glvnd",
    "/etc/egl",
    "/etc/machine-id",
    "/etc/passwd",
    "/etc/nsswitch.conf",
    "/etc/ld.so.preload",
};

/* The voice, and the program that the kernel loads it with. */
static const char *const voices[] = {"/usr/bin/espeak-ng", "/usr/local/bin/espeak-ng", "/lib64/ld-linux-x86-64.so.2",
                                     "/lib/ld-linux-aarch64.so.1"};

typedef struct Rules {
    int fd;
    uint64_t handled;
} Rules;

/* Allows `rights` at `path` and below it. What does not exist needs no rule. */
static void allow(const Rules *rules, const char *path, uint64_t rights)
{
    int fd = path && path[0] ? open(path, O_PATH | O_CLOEXEC) : -1;
    if (fd < 0) return;
    struct landlock_path_beneath_attr rule = {.allowed_access = rights & rules->handled, .parent_fd = fd};
    if (syscall(SYS_landlock_add_rule, rules->fd, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
        rule.allowed_access &= file_rights | truncates; /* it is a file: others mean folders only */
        (void)syscall(SYS_landlock_add_rule, rules->fd, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(fd);
}

static void rules_add(const Rules *rules, const SandboxFolders *folders)
{
    const uint64_t reads = LANDLOCK_ACCESS_FS_READ_FILE;
    for (size_t i = 0; i < ARRAY_LEN(system_reads); i++) allow(rules, system_reads[i], reads);
    for (size_t i = 0; i < ARRAY_LEN(voices); i++) allow(rules, voices[i], reads | LANDLOCK_ACCESS_FS_EXECUTE);
    for (size_t i = 0; i < folders->read_count; i++) allow(rules, folders->reads[i], reads);
    allow(rules, getenv("XAUTHORITY"), reads);
    allow(rules, "/dev", reads | LANDLOCK_ACCESS_FS_WRITE_FILE);
    allow(rules, "/dev/shm", reads | writes | truncates);
    allow(rules, getenv("XDG_RUNTIME_DIR"), reads | writes | truncates);
    allow(rules, folders->state, reads | writes | truncates);
}

static bool files_give_up(const SandboxFolders *folders)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < ABI_LEAST) return false;
    Rules rules = {.handled = writes | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE};
    if (abi >= ABI_WITH_TRUNCATE) rules.handled |= truncates;
    const struct landlock_ruleset_attr all = {.handled_access_fs = rules.handled};
    rules.fd = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof(all), 0);
    if (rules.fd < 0) return false;
    rules_add(&rules, folders);
    bool entered = syscall(SYS_landlock_restrict_self, rules.fd, 0) == 0;
    close(rules.fd);
    return entered;
}

bool sandbox_enter(const SandboxFolders *folders, FILE *errors)
{
    const struct rlimit none = {0, 0};
    bool plain = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && setrlimit(RLIMIT_CORE, &none) == 0 &&
                 prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    bool files = plain && files_give_up(folders), calls = plain && sandbox_filter();
    if (!files)
        fputs("hearth: this kernel has no Landlock (6.1 has): files outside the state folder are kept only by their "
              "rights\n",
              errors);
    if (!calls)
        fputs("hearth: this kernel filters no system calls: networks are kept out only by the service\n", errors);
    return files && calls;
}
