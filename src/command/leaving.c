#include "command/leaving.h"

#include <poll.h>
#include <unistd.h>

static void wait_for_enter(int terminal_fd, int wait_ms)
{
    struct pollfd terminal = {.fd = terminal_fd, .events = POLLIN};
    char line[64];
    if (poll(&terminal, 1, wait_ms) > 0) (void)!read(terminal_fd, line, sizeof(line));
}

void leaving_say(FILE *out, bool on_console, int terminal_fd, int wait_ms)
{
    if (!on_console) {
        fputs(
            "hearth: it shows in a window of its own. To end it: close the window, press Ctrl+Q in it, or press Ctrl+C "
            "here.\n",
            out);
        return;
    }
    fputs("hearth: it fills this console. To end it: Ctrl+Q, or Ctrl+C. Other consoles: Ctrl+Alt+F2 and so on.\n", out);
    if (!isatty(terminal_fd)) return;
    fprintf(out, "hearth: it starts in %d seconds, or when you press Enter; Ctrl+C: not at all.\n", wait_ms / 1000);
    fflush(out);
    wait_for_enter(terminal_fd, wait_ms);
}

void leaving_prepare(LeavingTerminal *terminal, int terminal_fd)
{
    *terminal = (LeavingTerminal){0};
    if (!isatty(terminal_fd) || tcgetattr(terminal_fd, &terminal->before) != 0) return;
    struct termios quiet = terminal->before;
    quiet.c_lflag &= ~(tcflag_t)ECHO;
    terminal->changed = tcsetattr(terminal_fd, TCSANOW, &quiet) == 0;
}

void leaving_restore(const LeavingTerminal *terminal, int terminal_fd)
{
    if (!terminal->changed) return;
    tcflush(terminal_fd, TCIFLUSH);
    tcsetattr(terminal_fd, TCSANOW, &terminal->before);
}
