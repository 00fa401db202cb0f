#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "yaml/schema.h"

static const char version[] = "1.0.0";

#define COMMAND_ROW(name) &command_##name,
static const Command *const commands[] = {COMMANDS(COMMAND_ROW)};
#undef COMMAND_ROW
#define COMMAND_NAME(name) #name,
static const char *const names[] = {COMMANDS(COMMAND_NAME)};
#undef COMMAND_NAME

static const Command *command_called(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(commands); i++)
        if (strcmp(names[i], name) == 0) return commands[i];
    return NULL;
}

static int print_commands(void)
{
    printf("Hearth: a kiosk for waiting rooms.\n\nusage: hearth [COMMAND [ARGUMENT ...]]\n\n");
    for (size_t i = 0; i < ARRAY_LEN(commands); i++) printf("  %-10s %s\n", commands[i]->name, commands[i]->summary);
    printf("\nWithout a command it plays. hearth COMMAND --help says more; hearth --version says %s.\n", version);
    return EXIT_OK;
}

static int print_help(const Command *command)
{
    printf("usage: hearth %s %s\n\n%s.\n", command->name, command->arguments, command->summary);
    if (command->help[0]) printf("\n%s", command->help);
    return EXIT_OK;
}

static bool is_help(const char *argument) { return strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0; }

static int unknown_command(const char *name)
{
    const char *nearest = schema_nearest(name, names, ARRAY_LEN(names));
    fprintf(stderr, "hearth: there is no command \"%s\"", name);
    if (nearest)
        fprintf(stderr, "; did you mean \"%s\"?\n", nearest);
    else
        fprintf(stderr, "; hearth --help lists them\n");
    return EXIT_USAGE;
}

int command_usage(const Command *command, const char *problem)
{
    fprintf(stderr, "hearth %s: %s\nusage: hearth %s %s\nhearth %s --help says more.\n", command->name, problem,
            command->name, command->arguments, command->name);
    return EXIT_USAGE;
}

int command_run(int argc, char **argv)
{
    static char play[] = "play";
    char *alone[] = {play, NULL};
    if (argc < 2) return command_play.run(1, alone);
    if (is_help(argv[1])) return print_commands();
    if (strcmp(argv[1], "--version") == 0) return printf("hearth %s\n", version) > 0 ? EXIT_OK : EXIT_UNREADABLE;
    const Command *command = command_called(argv[1]);
    if (!command) return unknown_command(argv[1]);
    for (int i = 2; i < argc; i++)
        if (is_help(argv[i])) return print_help(command);
    return command->run(argc - 1, argv + 1);
}
