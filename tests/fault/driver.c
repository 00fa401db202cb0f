/* driver.c - what no command does, for the power cuts: sets and reads a setting, tries a PIN.
 *
 * Usage: fault_driver STATE set KEY VALUE | get KEY | try PIN. Prints what it found; exit status 0 done, 1 not. */
#include <stdio.h>
#include <string.h>

#include "store/state/pin.h"
#include "store/state/settings.h"

static int setting_set(const char *state, const char *key, const char *value)
{
    Diags diags = {0};
    bool ok = settings_set(state, key, value, &diags);
    diags_print(&diags, stderr);
    diags_free(&diags);
    if (ok) printf("Set.\n");
    return ok ? EXIT_OK : EXIT_PROBLEMS;
}

static int setting_get(const char *state, const char *key)
{
    Arena arena = {0};
    Settings settings;
    settings_load(&arena, state, &settings);
    const char *value = settings_get(&settings, key);
    printf("%s\n", settings.is_damaged ? "damaged" : value ? value : "-");
    int status = settings.is_damaged ? EXIT_PROBLEMS : EXIT_OK;
    arena_free(&arena);
    return status;
}

static int pin_check(const char *state, const char *pin)
{
    static const char *const words[] = {[PIN_RIGHT] = "right",
                                        [PIN_WRONG] = "wrong",
                                        [PIN_PAUSED] = "paused",
                                        [PIN_NONE] = "none",
                                        [PIN_BROKEN] = "broken"};
    Diags diags = {0};
    PinGuard guard;
    pin_open(&guard, state, 0);
    PinResult result = pin_try(&guard, pin, 0, &diags);
    diags_print(&diags, stderr);
    diags_free(&diags);
    printf("%s\n", words[result]);
    return result == PIN_RIGHT ? EXIT_OK : EXIT_PROBLEMS;
}

int main(int argc, char **argv)
{
    if (argc == 5 && strcmp(argv[2], "set") == 0) return setting_set(argv[1], argv[3], argv[4]);
    if (argc == 4 && strcmp(argv[2], "get") == 0) return setting_get(argv[1], argv[3]);
    if (argc == 4 && strcmp(argv[2], "try") == 0) return pin_check(argv[1], argv[3]);
    return EXIT_USAGE;
}
