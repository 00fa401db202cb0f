/* door_report.c - writes the player's report to a stick. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "door/door.h"
#include "door/stick.h"

enum { REPORT_BYTES_MAX = 256 * 1024 };
static const char report_name[] = "HEARTH-REPORT.txt";

static bool bytes_copy(DoorInput *input, int to)
{
    char bytes[DOOR_BUFFER_BYTES];
    long got, total = 0;
    while ((got = door_read(input, bytes, sizeof(bytes))) > 0) {
        total += got;
        if (total > REPORT_BYTES_MAX || !door_write(to, bytes, (size_t)got)) return false;
    }
    return got == 0 && fsync(to) == 0;
}

static bool report_write(int root, void *context)
{
    /* A link of that name on the stick is replaced, not followed. */
    (void)unlinkat(root, report_name, 0);
    int fd = openat(root, report_name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    bool ok = fd >= 0 && bytes_copy(context, fd);
    if (!ok) perror(report_name);
    if (fd >= 0) close(fd);
    return ok;
}

bool door_report(DoorInput *input)
{
    char name[DOOR_LINE_MAX];
    return door_read_line(input, name) && stick_write(name, report_write, input);
}
