#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command/content.h"
#include "command/options.h"

typedef struct VerifyOptions {
    const char *dir, *state;
    OptionList keys;
} VerifyOptions;

static bool keys_given(Arena *arena, const OptionList *paths, Keys *out)
{
    for (size_t i = 0; i < paths->count && out->count < KEYS_MAX; i++) {
        Bytes file;
        if (fs_read(arena, paths->items[i], KEY_FILE_BYTES_MAX, &file) != FS_OK ||
            !named_key_read(arena, file, paths->items[i], &out->items[out->count])) {
            fprintf(stderr, "hearth verify: %s: this is no public key\n", paths->items[i]);
            return false;
        }
        out->count++;
    }
    return true;
}

static bool keys_find_all(Arena *arena, const VerifyOptions *options, Keys *out, Diags *diags)
{
    Store store;
    if (options->keys.count > 0) return keys_given(arena, &options->keys, out);
    store_open_to_read(&store, state_dir_choose(arena, options->state));
    keys_load(arena, store.fd, out, diags);
    store_close(&store);
    return true;
}

static int bundle_report(const Bundle *bundle, Arena *arena, Verdict verdict, Diags *diags)
{
    if (verdict_goes_on(verdict) && bundle->is_signed)
        verdict = verdict_of_copying(tree_verify(&bundle->tree, &bundle->manifest, NULL, diags));
    content_print_problems(diags, true);
    if (!verdict_goes_on(verdict)) {
        fprintf(stderr, "hearth verify: the signature does not hold for this folder\n");
        return content_exit(verdict);
    }
    if (!bundle->is_signed) {
        fprintf(stderr, "hearth verify: this folder is not signed\n");
        return EXIT_PROBLEMS;
    }
    if (!bundle->signer) {
        fprintf(stderr,
                "hearth verify: it is signed, by a key that is not known here (%s); give its .pub file with --key\n",
                key_id_text(bundle->key_id).hex);
        return EXIT_PROBLEMS;
    }
    printf("Signed by %s, key %s (%s): %s, version %s, counter %llu, %zu files. Nothing was changed since.\n",
           bundle->signer->name, key_id_text(bundle->key_id).hex, public_key_words(arena, &bundle->signer->key),
           bundle->manifest.id, bundle->manifest.version, (unsigned long long)bundle->manifest.counter,
           bundle->manifest.count);
    return EXIT_OK;
}

static int folder_verify(const VerifyOptions *options)
{
    Arena arena = {0};
    Diags diags = {0};
    Keys keys = {0};
    Bundle bundle;
    int status = EXIT_UNREADABLE;
    int root = open(options->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root < 0) {
        fprintf(stderr, "hearth verify: %s: %s\n", options->dir, strerror(errno));
    } else if (keys_find_all(&arena, options, &keys, &diags)) {
        Verdict verdict = bundle_open(&bundle, &arena, root, "", folder_shown(&arena, options->dir, ""), &keys, &diags);
        status = bundle_report(&bundle, &arena, verdict, &diags);
        bundle_close(&bundle);
    }
    if (root >= 0) close(root);
    diags_free(&diags);
    arena_free(&arena);
    return status;
}

static int verify_run(int argc, char **argv)
{
    VerifyOptions options = {0};
    const Option table[] = {{"--key", .list = &options.keys}, {"--state", .value = &options.state}, {0}};
    const char *problem = options_take(table, argc, argv, &options.dir, 1, 1);
    return problem ? command_usage(&command_verify, problem) : folder_verify(&options);
}

const Command command_verify = {
    .name = "verify",
    .arguments = "[--key FILE ...] [--state DIR] FOLDER",
    .summary = "Says who signed a pack, and whether it was changed since",
    .help = "  --key FILE   a public key to trust, instead of those of the kiosk; three at most\n"
            "  --state DIR  the kiosk's state folder, whose keys are trusted\n"
            "\n"
            "Exit status: 0 signed by a trusted key and unchanged, 1 not so, 2 could not read, 64 wrong usage.\n",
    .run = verify_run,
};
