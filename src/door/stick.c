#include "door/stick.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

enum { NAME_MAX_BYTES = 31 };
static const char sticks_dir[] = "/run/hearth-sticks", writer_user[] = "hearth-stick";
static const unsigned long mount_flags = MS_REMOUNT | MS_NOSUID | MS_NODEV | MS_NOEXEC;
static const long NTFS3_MAGIC = 0x7366746e; /* linux/fs/ntfs3; no header of the C library has it */

static bool complain(const char *what)
{
    perror(what);
    return false;
}

/* A kernel name of a block device: letters and digits. */
static bool name_is_plain(const char *name)
{
    size_t length = strlen(name);
    return length > 0 && length <= NAME_MAX_BYTES && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789") == length;
}

/* Opens the folder below which sticks are mounted; -1 unless only root can change it. */
static int sticks_open(void)
{
    struct stat folder;
    int fd = open(sticks_dir, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) return -1;
    if (fstat(fd, &folder) == 0 && folder.st_uid == 0 && (folder.st_mode & (S_IWGRP | S_IWOTH)) == 0) return fd;
    close(fd);
    errno = EPERM;
    return -1;
}

/* Reads major and minor number of the block device `name`. */
static bool device_find(const char *name, dev_t *out)
{
    char path[64];
    unsigned major, minor;
    snprintf(path, sizeof(path), "/sys/class/block/%s/dev", name);
    FILE *file = fopen(path, "re");
    bool ok = file && fscanf(file, "%9u:%9u", &major, &minor) == 2;
    if (file) fclose(file);
    if (ok) *out = makedev(major, minor);
    return ok;
}

/* True if `fd` is the top folder of a mount of the block device `name`. */
static bool is_mount_of(int fd, const char *name)
{
    struct statx seen;
    dev_t device;
    if (statx(fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &seen) != 0 || !device_find(name, &device)) return false;
    return (seen.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0 && S_ISDIR(seen.stx_mode) &&
           makedev(seen.stx_dev_major, seen.stx_dev_minor) == device;
}

/* Opens the top folder of the stick; -1 with errno. */
static int stick_open(const char *name)
{
    errno = EINVAL;
    int sticks = name_is_plain(name) ? sticks_open() : -1;
    if (sticks < 0) return -1;
    int fd = openat(sticks, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    close(sticks);
    if (fd < 0 || is_mount_of(fd, name)) return fd;
    close(fd);
    errno = ENODEV;
    return -1;
}

/* Mounts the stick again, writable or not. What a file system forgets on the way is said again: ntfs3 takes new owners
 * from each remount. */
static bool stick_remount(int fd, bool writable, const struct passwd *user)
{
    char path[32], options[80] = "";
    struct statfs system;
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    if (fstatfs(fd, &system) == 0 && system.f_type == NTFS3_MAGIC)
        snprintf(options, sizeof(options), "uid=%u,gid=%u,umask=0022", user->pw_uid, user->pw_gid);
    return mount(NULL, path, NULL, mount_flags | (writable ? 0 : MS_RDONLY), options) == 0;
}

/* Becomes the user who writes to sticks, for good. On a file system with owners of its own (ext4) the top folder
 * belongs to whoever formatted the stick: there the process keeps the one capability that lets it write all the same.
 */
static bool become_writer(int root, const struct passwd *user)
{
    struct stat top;
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct rights[_LINUX_CAPABILITY_U32S_3];
    memset(rights, 0, sizeof(rights));
    if (fstat(root, &top) != 0) return complain("looking at the stick");
    if (top.st_uid != user->pw_uid) rights[0].permitted = rights[0].effective = 1U << CAP_DAC_OVERRIDE;
    if (prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) == 0 && setgroups(0, NULL) == 0 &&
        setresgid(user->pw_gid, user->pw_gid, user->pw_gid) == 0 &&
        setresuid(user->pw_uid, user->pw_uid, user->pw_uid) == 0 && syscall(SYS_capset, &header, rights) == 0)
        return true;
    return complain("becoming hearth-stick");
}

/* Runs `write` in a child that has become the writer. */
static bool write_apart(int root, const struct passwd *user, StickWriter *write, void *context)
{
    int status;
    pid_t child = fork();
    if (child < 0) return complain("starting the writer");
    if (child == 0) _exit(become_writer(root, user) && write(root, context) ? 0 : 1);
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return complain("waiting for the writer");
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool stick_write(const char *name, StickWriter *write, void *context)
{
    const struct passwd *user = getpwnam(writer_user);
    if (!user || user->pw_uid == 0) return complain("finding the user hearth-stick");
    int root = stick_open(name);
    if (root < 0) return complain("opening the stick");
    bool ok = stick_remount(root, true, user) || complain("making the stick writable");
    ok = ok && write_apart(root, user, write, context);
    if (syncfs(root) != 0) ok = complain("writing to the stick");
    if (!stick_remount(root, false, user)) ok = complain("making the stick read only again");
    close(root);
    return ok;
}
