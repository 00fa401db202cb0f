/* door.c - hearth-door grants the few wishes for which the player itself has no rights.
 *
 * Usage: hearth-door WISH. The unit that starts it names the wish; the player only connects to that unit's socket,
 * sends one line (and data, where the wish has any), and closes its side. The answer is "done" or "failed". No path
 * that the player sends is ever resolved outside a folder that this program has just made on a stick. */
#include "door/door.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool door_read_number(const char *text, int64_t least, int64_t most, int64_t *out)
{
    enum { DIGITS_MAX = 12 };
    size_t length = strlen(text);
    int64_t value = 0;
    if (length == 0 || length > DIGITS_MAX || strspn(text, "0123456789") != length) return false;
    for (size_t i = 0; i < length; i++) value = value * 10 + (text[i] - '0');
    *out = value;
    return value >= least && value <= most;
}

/* Fills the empty buffer. Returns what read() returns. */
static long input_fill(DoorInput *input)
{
    ssize_t got;
    do got = read(input->fd, input->buffer, sizeof(input->buffer));
    while (got < 0 && errno == EINTR);
    input->start = 0;
    input->end = got > 0 ? (size_t)got : 0;
    return got;
}

long door_read(DoorInput *input, void *bytes, size_t most)
{
    if (input->start == input->end) {
        long got = input_fill(input);
        if (got <= 0) return got;
    }
    size_t there = input->end - input->start;
    size_t taken = there < most ? there : most;
    memcpy(bytes, input->buffer + input->start, taken);
    input->start += taken;
    return (long)taken;
}

bool door_read_line(DoorInput *input, char line[DOOR_LINE_MAX])
{
    for (size_t length = 0; length < DOOR_LINE_MAX; length++) {
        if (door_read(input, &line[length], 1) != 1 || line[length] == '\0') return false;
        if (line[length] != '\n') continue;
        line[length] = '\0';
        return true;
    }
    return false;
}

bool door_write(int fd, const void *bytes, size_t size)
{
    const char *at = bytes;
    while (size > 0) {
        ssize_t written = write(fd, at, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        at += written;
        size -= (size_t)written;
    }
    return true;
}

static const struct {
    const char *name;
    bool (*grant)(DoorInput *input);
} wishes[] = {
    {"clock", door_clock},   {"light", door_light}, {"restart", door_restart},
    {"report", door_report}, {"save", door_save},
};

int main(int argc, char **argv)
{
    static const char done[] = "done\n", failed[] = "failed\n";
    DoorInput input = {.fd = STDIN_FILENO};
    for (size_t i = 0; argc == 2 && i < sizeof(wishes) / sizeof(wishes[0]); i++) {
        if (strcmp(wishes[i].name, argv[1]) != 0) continue;
        bool granted = wishes[i].grant(&input);
        /* The player may have gone; then nobody reads the answer. */
        (void)door_write(STDOUT_FILENO, granted ? done : failed, strlen(granted ? done : failed));
        return granted ? 0 : 1;
    }
    fprintf(stderr, "usage: hearth-door clock|light|restart|report|save\n");
    return 64;
}
