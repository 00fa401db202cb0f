/* door.h - the wishes that hearth-door grants, and what they share.
 *
 * hearth-door is a program of its own, linked with libc alone. systemd starts one process for each connection of the
 * player; the connection is standard input. One thread. */
#ifndef HEARTH_DOOR_H
#define HEARTH_DOOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DOOR_LINE_MAX = 160, DOOR_BUFFER_BYTES = 4096 };

/* Buffered reading of what the player sends. */
typedef struct DoorInput {
    int fd;
    size_t start, end; /* bytes [start, end) of `buffer` are not read yet */
    char buffer[DOOR_BUFFER_BYTES];
} DoorInput;

/* Reads one line without its newline into `line`. False at the end of input, or if the line is longer than
 * DOOR_LINE_MAX - 1 bytes, has a NUL byte, or does not end. */
bool door_read_line(DoorInput *input, char line[DOOR_LINE_MAX]);
/* Reads up to `most` bytes; 0 at the end of input, -1 with errno. */
long door_read(DoorInput *input, void *bytes, size_t most);
/* Reads a decimal number without sign or spaces from `text`. False unless it lies within least..most. */
bool door_read_number(const char *text, int64_t least, int64_t most, int64_t *out);
/* Writes all bytes. False with errno. */
bool door_write(int fd, const void *bytes, size_t size);

/* Each grants one wish and returns whether it was done; the reason of a failure goes to standard error. */
bool door_clock(DoorInput *input);   /* line: seconds since 1970 */
bool door_light(DoorInput *input);   /* line: percent, 1 to 100 */
bool door_restart(DoorInput *input); /* line: "restart" */
bool door_report(DoorInput *input);  /* line: name of a stick; then the report, to the end of input */
bool door_save(DoorInput *input);    /* line: name of a stick; then packs (door_save.c) */

#endif
