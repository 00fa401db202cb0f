#include "confine/sandbox_filter.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define FILTER_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define FILTER_MACHINE AUDIT_ARCH_AARCH64
#endif

#ifdef FILTER_MACHINE

static const int refused[] = {
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_kcmp,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_unshare,
    SYS_setns,
    SYS_move_mount,
    SYS_open_tree,
    SYS_fsopen,
    SYS_fsmount,
    SYS_swapon,
    SYS_swapoff,
    SYS_reboot,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_io_uring_setup,
    SYS_io_uring_enter,
    SYS_io_uring_register,
    SYS_add_key,
    SYS_request_key,
    SYS_keyctl,
    SYS_settimeofday,
    SYS_clock_settime,
    SYS_adjtimex,
    SYS_clock_adjtime,
    SYS_sethostname,
    SYS_setdomainname,
    SYS_acct,
    SYS_syslog,
    SYS_quotactl,
    SYS_open_by_handle_at,
    SYS_name_to_handle_at,
    SYS_personality,
    SYS_vhangup,
    SYS_fanotify_init,
};

enum {
    REFUSED_COUNT = (int)ARRAY_LEN(refused),
    PROGRAM_MAX = REFUSED_COUNT + 24,
    AT_NUMBER = 0, /* of struct seccomp_data */
    AT_MACHINE = 4,
    AT_FIRST_ARGUMENT = 16, /* its low half: both machines are little-endian */
    X32_CALLS = 0x40000000, /* the other set of numbers of x86-64 */
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

static void put_refused_calls(Program *program)
{
    for (int i = 0; i < REFUSED_COUNT; i++) /* the two last steps of the program: allow, refuse */
        put(program, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)refused[i], (uint8_t)(REFUSED_COUNT - i), 0);
    put(program, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
    put(program, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
}

static void program_make(Program *program)
{
    put(program, BPF_LD | BPF_W | BPF_ABS, AT_MACHINE, 0, 0);
    put(program, BPF_JMP | BPF_JEQ | BPF_K, FILTER_MACHINE, 1, 0);
    put(program, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
    put(program, BPF_LD | BPF_W | BPF_ABS, AT_NUMBER, 0, 0);
    put(program, BPF_JMP | BPF_JGE | BPF_K, X32_CALLS, 0, 1);
    put(program, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
    put(program, BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 5);
    put(program, BPF_LD | BPF_W | BPF_ABS, AT_FIRST_ARGUMENT, 0, 0);
    put(program, BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 2, 0);
    put(program, BPF_JMP | BPF_JEQ | BPF_K, AF_NETLINK, 1, 0);
    put(program, BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM, 0, 0);
    put(program, BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
    put_refused_calls(program);
}

bool sandbox_filter(void)
{
    Program program = {.count = 0};
    program_make(&program);
    struct sock_fprog all = {program.count, program.code};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &all) == 0;
}

#else

bool sandbox_filter(void) { return false; }

#endif
