/* command.h - the commands of the program: one file and one row each. */
#ifndef HEARTH_COMMAND_H
#define HEARTH_COMMAND_H

#include "base/base.h"

typedef struct Command {
    const char *name;
    const char *arguments;             /* as in a synopsis */
    const char *summary;               /* one line */
    const char *help;                  /* the rest of --help: options and exit statuses */
    int (*run)(int argc, char **argv); /* argv[0] is the command's name; returns the exit status */
} Command;

/* Finds and runs argv[1], or play when there is none. Returns the exit status. */
int command_run(int argc, char **argv);
/* Says what is wrong on standard error, and how the command is used. Returns EXIT_USAGE. */
int command_usage(const Command *command, const char *problem);

#define COMMANDS(X)                                                                                                    \
    X(play)                                                                                                            \
    X(check)                                                                                                           \
    X(preview)                                                                                                         \
    X(find)                                                                                                            \
    X(schema)                                                                                                          \
    X(keygen)                                                                                                          \
    X(sign)                                                                                                            \
    X(verify)                                                                                                          \
    X(install)                                                                                                         \
    X(rollback)                                                                                                        \
    X(list)                                                                                                            \
    X(diff)                                                                                                            \
    X(new)                                                                                                             \
    X(pin)

#define COMMAND_DECLARE(name) extern const Command command_##name;
COMMANDS(COMMAND_DECLARE)
#undef COMMAND_DECLARE

#endif
