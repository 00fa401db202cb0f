#include <stdio.h>
#include <string.h>

#include "command/content.h"
#include "command/options.h"
#include "store/state/pin.h"

enum { PIN_LINE_MAX = 64 };

/* False, and says why, if no PIN is to be had. */
static bool pin_choose(char pin[PIN_LINE_MAX])
{
    char again[PIN_LINE_MAX];
    if (!secret_ask("The new staff PIN, 6 to 12 digits", pin, PIN_LINE_MAX)) {
        fprintf(stderr, "hearth pin: no PIN was given, so nothing was changed\n");
        return false;
    }
    const char *objection = pin_objection(pin);
    if (objection) {
        fprintf(stderr, "hearth pin: %s Nothing was changed.\n", objection);
        return false;
    }
    if (!secret_ask("The same once more", again, sizeof(again)) || strcmp(pin, again) != 0) {
        fprintf(stderr, "hearth pin: the two are not the same, so nothing was changed; try again\n");
        return false;
    }
    return true;
}

static int pin_run(int argc, char **argv)
{
    const char *state = NULL;
    char pin[PIN_LINE_MAX] = "";
    const Option table[] = {{"--state", .value = &state}, {0}};
    const char *problem = options_take(table, argc, argv, NULL, 0, 0);
    if (problem) return command_usage(&command_pin, problem);
    if (!pin_choose(pin)) return EXIT_PROBLEMS;
    Arena arena = {0};
    Diags diags = {0};
    PinGuard guard;
    RecoveryCode code;
    pin_open(&guard, state_dir_choose(&arena, state), 0);
    bool ok = pin_set(&guard, pin, &code, &diags);
    content_print_problems(&diags, true);
    if (ok)
        printf("The PIN is set.\nThe recovery code, for when it is forgotten: %s\nPrint it or write it down, and keep "
               "it in the "
               "safe. It is shown only now; an older one no longer works.\n",
               code.text);
    diags_free(&diags);
    arena_free(&arena);
    return ok ? EXIT_OK : EXIT_UNREADABLE;
}

const Command command_pin = {
    .name = "pin",
    .arguments = "[--state DIR]",
    .summary = "Sets the PIN of the staff panel",
    .help =
        "Asks for the PIN twice, on the terminal, or reads two lines from standard input. Then shows the code that\n"
        "opens the panel when the PIN is forgotten. Without a PIN the panel stays shut.\n"
        "\n"
        "  --state DIR  the kiosk's state folder\n"
        "\n"
        "Exit status: 0 set, 1 no PIN, or not one to use, 2 could not save it, 64 wrong usage.\n",
    .run = pin_run,
};
