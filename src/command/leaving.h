/* leaving.h - a player that is not locked tells whoever started it how to end it. */
#ifndef HEARTH_LEAVING_H
#define HEARTH_LEAVING_H

#include <stdbool.h>
#include <stdio.h>
#include <termios.h>

/* How the terminal was set before; give it back with leaving_restore(). */
typedef struct LeavingTerminal {
    bool changed;
    struct termios before;
} LeavingTerminal;

/* Writes to `out` how the player is ended. On a bare console (`on_console`), which it fills, it then waits for Enter,
 * at most `wait_ms`, if `terminal_fd` is a terminal; Ctrl+C ends the program there. */
void leaving_say(FILE *out, bool on_console, int terminal_fd, int wait_ms);
/* While the player fills a console, what is typed reaches the terminal below it, too: from now on it is not shown
 * there. leaving_restore() throws it away, so that no shell runs it afterwards. Does nothing if `terminal_fd` is no
 * terminal. */
void leaving_prepare(LeavingTerminal *terminal, int terminal_fd);
/* Sets the terminal as it was before leaving_prepare(). */
void leaving_restore(const LeavingTerminal *terminal, int terminal_fd);

#endif
