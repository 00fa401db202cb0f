#include "confine/confine_filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define FILTER_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define FILTER_MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef FILTER_MACHINE

static const int plain_calls[] = {
    SYS_read,
    SYS_pread64,
    SYS_readv,
    SYS_lseek,
    SYS_close,
    SYS_fstat,
    SYS_newfstatat,
    SYS_statx,
    SYS_mmap,
    SYS_munmap,
    SYS_mremap,
    SYS_mprotect,
    SYS_brk,
    SYS_madvise,
    SYS_futex,
    SYS_exit,
    SYS_exit_group,
    SYS_rt_sigreturn,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_clock_gettime,
    SYS_getrandom,
    SYS_getrusage,
    SYS_prlimit64,
    SYS_gettid,
    SYS_getpid,
    SYS_sched_yield,
    SYS_sched_getaffinity,
    SYS_sysinfo,
    SYS_readlinkat,
    SYS_faccessat,
    SYS_restart_syscall,
    SYS_clock_nanosleep,
    SYS_sigaltstack,
    SYS_getdents64,
    SYS_fcntl,
#ifdef SYS_open
    SYS_stat,
    SYS_lstat,
    SYS_access,
    SYS_readlink,
#endif
};

enum {
    PLAIN_COUNT = (int)(sizeof(plain_calls) / sizeof(plain_calls[0])),
    PROGRAM_MAX = 2 * PLAIN_COUNT + 32,
    AT_NUMBER = 0, /* of struct seccomp_data */
    AT_MACHINE = 4,
    AT_ARGUMENTS = 16, /* eight bytes each; both machines are little-endian */
    WRITING = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND,
};

typedef struct Program {
    struct sock_filter code[PROGRAM_MAX];
    unsigned short count;
} Program;

static void put(Program *program, uint16_t operation, uint32_t value, uint8_t if_true, uint8_t if_false)
{
    CHECK(program->count < PROGRAM_MAX);
    program->code[program->count++] = (struct sock_filter){operation, if_true, if_false, value};
}

static void put_load(Program *program, uint32_t offset) { put(program, BPF_LD | BPF_W | BPF_ABS, offset, 0, 0); }
static void put_return(Program *program, uint32_t verdict) { put(program, BPF_RET | BPF_K, verdict, 0, 0); }

/* Allows call `number` if argument `argument` (its low half) has no bit of `mask` set. */
static void put_allow_without(Program *program, int number, uint32_t argument, uint32_t mask)
{
    put(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 4);
    put_load(program, AT_ARGUMENTS + 8 * argument);
    put(program, BPF_JMP | BPF_JSET | BPF_K, mask, 1, 0);
    put_return(program, SECCOMP_RET_ALLOW);
    put_return(program, SECCOMP_RET_ERRNO | EPERM);
}

static void program_make(Program *program, int answer)
{
    put_load(program, AT_MACHINE);
    put(program, BPF_JMP | BPF_JEQ | BPF_K, FILTER_MACHINE, 1, 0);
    put_return(program, SECCOMP_RET_KILL_PROCESS);
    put_load(program, AT_NUMBER);
    for (int i = 0; i < PLAIN_COUNT; i++) {
        put(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)plain_calls[i], 0, 1);
        put_return(program, SECCOMP_RET_ALLOW);
    }
    put_allow_without(program, SYS_openat, 2, WRITING);
#ifdef SYS_open
    put_allow_without(program, SYS_open, 1, WRITING);
#endif
    put(program, BPF_JMP | BPF_JEQ | BPF_K, SYS_write, 0, 3);
    put_load(program, AT_ARGUMENTS);
    put(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)answer, 0, 1);
    put_return(program, SECCOMP_RET_ALLOW);
    put_return(program, SECCOMP_RET_ERRNO | EPERM);
}

bool confine_filter(int answer)
{
    Program program = {.count = 0};
    program_make(&program, answer);
    struct sock_fprog all = {program.count, program.code};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &all) == 0;
}

#else

bool confine_filter(int answer)
{
    (void)answer;
    return false;
}

#endif
