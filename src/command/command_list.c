#include <stdio.h>

#include "base/json.h"
#include "command/content.h"
#include "command/options.h"

static const char *const state_names[] = {"sound", "sound, but perhaps not the latest", "damaged, previous one shown",
                                          "damaged"};
static const char *const state_keys[] = {"sound", "in-doubt", "previous", "damaged"};

static void row_print(const BootPack *boot)
{
    const Slots *slots = &boot->pack.slots;
    printf("%-20s %-12s %-12s %-11s %-10s %s\n", boot->pack.id, slots->current.version,
           boot->pack.previous_dir ? slots->previous.version : "-", date_text(slots->current.installed).text,
           state_names[boot->state], slots->current.signer[0] ? slots->current.signer : "not signed");
    if (boot->sentence) printf("  %s\n", boot->sentence);
}

static void row_print_json(const BootPack *boot, bool first)
{
    const Slots *slots = &boot->pack.slots;
    printf("%s\n  {\"id\": \"%s\", \"title\": ", first ? "" : ",", boot->pack.id);
    json_print_text(boot->pack.title, stdout);
    printf(", \"version\": \"%s\", \"counter\": %llu, \"previous\": \"%s\", \"trust\": \"%s\", \"signer\": ",
           slots->current.version, (unsigned long long)slot_counter(&slots->current), slots->previous.version,
           trust_names[slots->current.trust]);
    json_print_text(slots->current.signer, stdout);
    printf(", \"installed\": \"%s\", \"state\": \"%s\", \"shown\": ", date_text(slots->current.installed).text,
           state_keys[boot->state]);
    json_print_text(boot->dir ? boot->dir : "", stdout);
    printf("}");
}

static int list_run(int argc, char **argv)
{
    const char *state = NULL;
    bool json = false;
    const Option table[] = {{"--state", .value = &state}, {"--json", .flag = &json}, {0}};
    const char *problem = options_take(table, argc, argv, NULL, 0, 0);
    if (problem) return command_usage(&command_list, problem);
    Arena arena = {0};
    Store store;
    BootPack *packs;
    size_t count;
    int status = EXIT_OK;
    store_open_to_read(&store, state_dir_choose(&arena, state));
    store_boot(&store, &arena, &packs, &count);
    if (json)
        printf("[");
    else if (count == 0 && !store.is_unreadable)
        printf("No pack is installed in %s.\n", store.dir);
    else
        printf("%-20s %-12s %-12s %-11s %-10s %s\n", "pack", "version", "previous", "installed", "files", "signed by");
    if (store.is_unreadable) {
        fprintf(stderr, "hearth list: %s cannot be read, so it is not known what is installed\n", store.dir);
        status = EXIT_UNREADABLE;
    }
    for (size_t i = 0; i < count; i++) {
        if (json)
            row_print_json(&packs[i], i == 0);
        else
            row_print(&packs[i]);
        if (packs[i].state != BOOT_CURRENT) status = EXIT_PROBLEMS;
    }
    if (json) printf(count > 0 ? "\n]\n" : "]\n");
    store_close(&store);
    arena_free(&arena);
    return status;
}

const Command command_list = {
    .name = "list",
    .arguments = "[--state DIR] [--json]",
    .summary = "Lists the packs in the kiosk's store, after reading every byte of them",
    .help = "  --state DIR  the kiosk's state folder\n"
            "  --json       the same as a list of objects, for programs\n"
            "\n"
            "Exit status: 0 all packs are as they were installed, 1 one is damaged or in doubt,\n"
            "2 the state folder cannot be read, 64 wrong usage.\n",
    .run = list_run,
};
