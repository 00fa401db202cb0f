#include "command/options.h"

#include <string.h>

static const Option *option_find(const Option *table, const char *name)
{
    for (; table->name; table++)
        if (strcmp(table->name, name) == 0) return table;
    return NULL;
}

static const char *option_give(const Option *option, const char *value)
{
    if (!value) return "an option lacks what belongs after it";
    if (option->value) {
        *option->value = value;
        return NULL;
    }
    if (option->list->count == OPTION_LIST_MAX) return "an option is given too often";
    option->list->items[option->list->count++] = value;
    return NULL;
}

const char *options_take(const Option *table, int argc, char **argv, const char **words, size_t least, size_t most)
{
    size_t count = 0;
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] != '-' || argv[i][1] == '\0') {
            if (count == most) return most == 0 ? "it takes options only" : "there is an argument too many";
            words[count++] = argv[i];
            continue;
        }
        const Option *option = option_find(table, argv[i]);
        if (!option) return "there is no such option";
        if (option->flag) {
            *option->flag = true;
            continue;
        }
        i++;
        const char *problem = option_give(option, i < argc ? argv[i] : NULL);
        if (problem) return problem;
    }
    return count < least ? "there is an argument missing" : NULL;
}
