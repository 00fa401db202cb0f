#include <stdio.h>

#include "command/content.h"
#include "command/options.h"
#include "platform/images.h"

static int install_report(const InstallResult *result, Diags *diags)
{
    bool installed = result->verdict == VERDICT_INSTALLED;
    content_print_problems(diags, true);
    if (installed) content_print_diff(&result->diff);
    if (installed)
        printf("Installed %s, version %s%s%s%s.\n", result->id, result->version,
               result->version_before ? " (before: " : "", result->version_before ? result->version_before : "",
               result->version_before ? ")" : "");
    else
        fprintf(stderr, "hearth install: %s\n", result->sentence);
    if (result->verdict == VERDICT_READY_NEEDS_PIN)
        fprintf(stderr, "hearth install: nothing was changed; to install it all the same, add --unsigned\n");
    return result->verdict == VERDICT_READY_NEEDS_PIN ? EXIT_PROBLEMS : content_exit(result->verdict);
}

static int install_run_command(int argc, char **argv)
{
    const char *dir, *state = NULL;
    bool unsigned_too = false;
    const Option table[] = {{"--state", .value = &state}, {"--unsigned", .flag = &unsigned_too}, {0}};
    const char *problem = options_take(table, argc, argv, &dir, 1, 1);
    if (problem) return command_usage(&command_install, problem);
    if (!fs_is_dir(dir)) {
        fprintf(stderr, "hearth install: there is no folder \"%s\": a pack is a folder with a pack.yaml\n", dir);
        return EXIT_UNREADABLE;
    }
    Arena arena = {0};
    Diags diags = {0};
    InstallResult result;
    const ContentContext content = {content_today(), state_dir_choose(&arena, state)};
    const InstallJob job = {
        .state_dir = content.state_dir,
        .source = dir,
        .relative = "",
        .pin_ok = unsigned_too,
        .trust = TRUST_DESK,
        .today = content.today,
        .check = content_check,
        .check_context = &content,
        .decode = images_decodes,
    };
    install_run(&job, &arena, NULL, &result, &diags);
    int status = install_report(&result, &diags);
    diags_free(&diags);
    arena_free(&arena);
    return status;
}

const Command command_install = {
    .name = "install",
    .arguments = "[--state DIR] [--unsigned] FOLDER",
    .summary = "Puts a pack into the kiosk's store",
    .help = "Copies the folder, reads it back, checks it, decodes every picture, and only then switches to it, in one\n"
            "step. Whatever goes wrong before that, pulled plugs included, leaves the old pack as it was. The one\n"
            "before is kept: hearth rollback.\n"
            "\n"
            "  --state DIR  the kiosk's state folder; without it HEARTH_STATE, /var/lib/hearth or your own\n"
            "  --unsigned   also what no trusted key has signed, and what staff would be asked about: changed\n"
            "               phone numbers, a pack that was edited on the kiosk\n"
            "\n"
            "Exit status: 0 installed, or was already; 1 refused; 2 could not read, or the disk would not take it;\n"
            "64 wrong usage. After anything but 0 nothing was changed.\n",
    .run = install_run_command,
};
