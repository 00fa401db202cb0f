#include <stdio.h>

#include "command/content.h"
#include "command/options.h"

/* The only pack that has a previous version; NULL if there is not exactly one. */
static const char *only_pack(const Store *store, Arena *arena)
{
    StorePack *packs;
    size_t count;
    const char *only = NULL;
    store_list(store, arena, &packs, &count);
    for (size_t i = 0; i < count; i++) {
        if (!packs[i].previous_dir) continue;
        if (only) return NULL;
        only = packs[i].id;
    }
    return only;
}

static int store_turn(Store *store, Arena *arena, const char *id, Diags *diags)
{
    RollbackResult result;
    if (!id) id = only_pack(store, arena);
    if (!id) {
        fprintf(stderr, "hearth rollback: say which pack; hearth list names them. Nothing was changed\n");
        return EXIT_PROBLEMS;
    }
    bool ok = store_rollback(store, arena, id, content_today(), &result, diags);
    content_print_problems(diags, true);
    fprintf(ok ? stdout : stderr, "%s%s\n", ok ? "" : "hearth rollback: ", result.sentence);
    return ok ? EXIT_OK : EXIT_PROBLEMS;
}

static int rollback_run(int argc, char **argv)
{
    const char *id = NULL, *state = NULL;
    const Option table[] = {{"--state", .value = &state}, {0}};
    const char *problem = options_take(table, argc, argv, &id, 0, 1);
    if (problem) return command_usage(&command_rollback, problem);
    Arena arena = {0};
    Diags diags = {0};
    Store store;
    int status;
    Verdict verdict = store_open_to_change(&store, state_dir_choose(&arena, state), &diags);
    if (verdict_goes_on(verdict)) {
        status = store_turn(&store, &arena, id, &diags);
    } else {
        content_print_problems(&diags, true);
        fprintf(stderr, "hearth rollback: %s\n", verdict_sentence(verdict));
        status = content_exit(verdict);
    }
    store_close(&store);
    diags_free(&diags);
    arena_free(&arena);
    return status;
}

const Command command_rollback = {
    .name = "rollback",
    .arguments = "[--state DIR] [ID]",
    .summary = "Goes back to the version of a pack that was there before",
    .help = "The version that is there now is kept in turn, so that a second rollback undoes the first.\n"
            "ID may be left out while only one pack has an earlier version.\n"
            "\n"
            "  --state DIR  the kiosk's state folder\n"
            "\n"
            "Exit status: 0 done, 1 there is nothing to go back to, 2 the disk would not take it, 64 wrong usage.\n",
    .run = rollback_run,
};
