#include <stdio.h>
#include <string.h>

#include "command/content.h"
#include "command/options.h"

static bool side_read(Arena *arena, const char *dir, Manifest *manifest, Identity *identity, Diags *diags)
{
    const char *name = folder_shown(arena, dir, "");
    return folder_measure(arena, dir, name, manifest, diags) && identity_read(arena, dir, name, identity, diags);
}

static int sides_compare(Arena *arena, const char *const *dirs, Diags *diags)
{
    Manifest manifests[2] = {0};
    Identity identities[2];
    for (int i = 0; i < 2; i++)
        if (!side_read(arena, dirs[i], &manifests[i], &identities[i], diags)) return EXIT_UNREADABLE;
    if (strcmp(identities[0].id, identities[1].id) != 0) {
        fprintf(stderr, "hearth diff: these are two packs, \"%s\" and \"%s\", not two versions of one\n",
                identities[0].id, identities[1].id);
        return EXIT_UNREADABLE;
    }
    PackDiff diff;
    const DiffSide before = {dirs[0], &manifests[0]}, after = {dirs[1], &manifests[1]};
    pack_diff(arena, &before, &after, &diff);
    printf("%s: %s -> %s\n", identities[1].title, identities[0].version, identities[1].version);
    content_print_diff(&diff);
    return pack_diff_is_empty(&diff) ? EXIT_OK : EXIT_PROBLEMS;
}

static int diff_run(int argc, char **argv)
{
    const char *dirs[2];
    const Option table[] = {{0}};
    const char *problem = options_take(table, argc, argv, dirs, 2, 2);
    if (problem) return command_usage(&command_diff, problem);
    Arena arena = {0};
    Diags diags = {0};
    int status = sides_compare(&arena, dirs, &diags);
    content_print_problems(&diags, false);
    diags_free(&diags);
    arena_free(&arena);
    return status;
}

const Command command_diff = {
    .name = "diff",
    .arguments = "BEFORE AFTER",
    .summary = "Says what changes from one version of a pack to the next",
    .help = "BEFORE and AFTER are folders. Pages are listed with the languages in which they differ, phone numbers\n"
            "with the old and the new one in full. Comments and line ends make no difference.\n"
            "\n"
            "Exit status: 0 the same, 1 different, 2 could not read, 64 wrong usage.\n",
    .run = diff_run,
};
