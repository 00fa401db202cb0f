/* options.h - a command's options as a table, and what follows them. */
#ifndef HEARTH_OPTIONS_H
#define HEARTH_OPTIONS_H

#include "command/command.h"

/* One option. It sets *flag, or takes the argument after it: into *value, or, given several times, onto *list. */
typedef struct Option {
    const char *name; /* with its hyphens */
    bool *flag;
    const char **value;
    struct OptionList *list;
} Option;

enum { OPTION_LIST_MAX = 8 };
typedef struct OptionList {
    const char *items[OPTION_LIST_MAX];
    size_t count;
} OptionList;

/* Reads argv by `table`, which ends with a zero row. Arguments that are no options go to `words`, at least `least` and
 * at most `most` of them. NULL, or a sentence for command_usage(). */
MUST_USE const char *options_take(const Option *table, int argc, char **argv, const char **words, size_t least,
                                  size_t most);

#endif
