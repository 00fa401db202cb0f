#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command/content.h"
#include "command/options.h"
#include "store/disk/durable.h"
#include "store/disk/lines.h"

enum { PASSWORD_MAX = 200, COUNTERS_A_DAY = 100 };

typedef struct SignOptions {
    const char *dir, *key, *counter;
    OptionList next_keys;
    bool unchecked;
} SignOptions;

static int sign_fail(Diags *diags, int status)
{
    content_print_problems(diags, false);
    fprintf(stderr, "hearth sign: the folder is not signed; put right what is named above, and try again\n");
    return status;
}

static bool secret_load(Arena *arena, const char *path, SecretKey *out)
{
    static const char *const problems[] = {
        [SECRET_OK] = "",
        [SECRET_DAMAGED] = "this is no secret key",
        [SECRET_NEEDS_PASSWORD] = "it needs its password",
        [SECRET_WRONG_PASSWORD] = "the password is not right",
        [SECRET_TOO_HARD] = "unlocking it takes more memory than there is",
    };
    char password[PASSWORD_MAX];
    Bytes file;
    if (fs_read(arena, path, KEY_FILE_BYTES_MAX, &file) != FS_OK) {
        fprintf(stderr, "hearth sign: the key %s cannot be read\n", path);
        return false;
    }
    SecretResult result = secret_key_parse(arena, file, NULL, out);
    if (result == SECRET_NEEDS_PASSWORD && secret_ask("Password of the secret key", password, sizeof(password)))
        result = secret_key_parse(arena, file, password, out);
    sodium_memzero(password, sizeof(password));
    if (result != SECRET_OK) fprintf(stderr, "hearth sign: %s: %s\n", path, problems[result]);
    return result == SECRET_OK;
}

static bool next_keys_load(Arena *arena, const OptionList *paths, Manifest *manifest)
{
    for (size_t i = 0; i < paths->count; i++) {
        Bytes file;
        bool ok = i < MANIFEST_NEXT_KEYS_MAX && fs_read(arena, paths->items[i], KEY_FILE_BYTES_MAX, &file) == FS_OK &&
                  named_key_read(arena, file, paths->items[i], &manifest->next_keys[i]);
        if (!ok) {
            fprintf(stderr, "hearth sign: %s: %s\n", paths->items[i],
                    i < MANIFEST_NEXT_KEYS_MAX ? "this is no public key" : "two new keys at once are the most");
            return false;
        }
    }
    manifest->next_key_count = paths->count;
    return true;
}

/* Larger than the counter that the folder has now, and than that of any other machine that signed before today. */
static bool counter_choose(const Tree *tree, Arena *arena, const char *given, Date today, uint64_t *out)
{
    Manifest old = {0};
    Bytes bytes;
    Diags unheard = {0};
    const TreeFile *file = tree_find(tree, MANIFEST_NAME);
    if (given) return line_number(given, COUNTER_MAX, out) && *out > 0;
    bool has_old = file && tree_read(tree, file, arena, &bytes, &unheard) &&
                   manifest_parse(arena, MANIFEST_NAME, bytes, &old, &unheard);
    diags_free(&unheard);
    uint64_t day = (uint64_t)today.year * 10000 + (uint64_t)today.month * 100 + (uint64_t)today.day;
    uint64_t first = day * COUNTERS_A_DAY;
    *out = has_old && old.counter >= first ? old.counter + 1 : first;
    return *out > 0;
}

static bool files_write(const Tree *tree, Bytes manifest, Bytes signature)
{
    if (durable_replace(tree->fd, MANIFEST_NAME, manifest, 0644) &&
        durable_replace(tree->fd, SIGNATURE_NAME, signature, 0644))
        return true;
    fprintf(stderr, "hearth sign: %s could not be written: %s\n", MANIFEST_NAME, strerror(errno));
    return false;
}

static int tree_sign(const SignOptions *options, const Tree *tree, Arena *arena, Diags *diags)
{
    const CopyJob measure = {tree, -1, false, false};
    const Date today = content_today();
    const ContentContext content = {today, NULL};
    Manifest manifest = {0};
    Identity identity;
    SecretKey key;
    if (!identity_read(arena, options->dir, tree->name, &identity, diags)) return sign_fail(diags, EXIT_PROBLEMS);
    if (!options->unchecked && !content_check(&content, options->dir, identity.is_site, diags))
        return sign_fail(diags, EXIT_PROBLEMS);
    if (copy_tree(&measure, arena, &manifest, NULL, diags) != COPY_OK) return sign_fail(diags, EXIT_UNREADABLE);
    manifest.id = identity.id;
    manifest.version = identity.version;
    manifest.made = today;
    if (!counter_choose(tree, arena, options->counter, today, &manifest.counter))
        return command_usage(&command_sign,
                             "--counter needs a number from 1; this machine's clock must be right without one");
    if (!next_keys_load(arena, &options->next_keys, &manifest)) return EXIT_UNREADABLE;
    if (!secret_load(arena, options->key, &key)) return EXIT_UNREADABLE;
    Bytes text = manifest_text(arena, &manifest);
    const char *comment = arena_format(arena, "hearth pack %s, version %s, counter %llu", manifest.id, manifest.version,
                                       (unsigned long long)manifest.counter);
    Bytes signature = signature_make(arena, &key, text, comment);
    const char *number = arena_copy(arena, key_id_text(key.id).hex);
    secret_key_wipe(&key);
    if (!files_write(tree, text, signature)) return EXIT_UNREADABLE;
    printf("Signed %s, version %s, counter %llu: %zu files, %s, by key %s.\n", manifest.id, manifest.version,
           (unsigned long long)manifest.counter, manifest.count, bytes_text(arena, manifest_total_bytes(&manifest)),
           number);
    return EXIT_OK;
}

static int folder_sign(const SignOptions *options)
{
    Arena arena = {0};
    Diags diags = {0};
    Tree tree;
    int root = open(options->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), status;
    if (root < 0) {
        fprintf(stderr, "hearth sign: %s: %s\n", options->dir, strerror(errno));
        return EXIT_UNREADABLE;
    }
    if (tree_open(&tree, &arena, root, "", folder_shown(&arena, options->dir, ""), &diags))
        status = tree_sign(options, &tree, &arena, &diags);
    else
        status = sign_fail(&diags, EXIT_PROBLEMS);
    tree_close(&tree);
    close(root);
    diags_free(&diags);
    arena_wipe(&arena);
    return status;
}

static int sign_run(int argc, char **argv)
{
    SignOptions options = {.key = getenv("HEARTH_KEY")};
    const Option table[] = {{"--key", .value = &options.key},
                            {"--counter", .value = &options.counter},
                            {"--next-key", .list = &options.next_keys},
                            {"--unchecked", .flag = &options.unchecked},
                            {0}};
    const char *problem = options_take(table, argc, argv, &options.dir, 1, 1);
    if (problem) return command_usage(&command_sign, problem);
    if (!options.key) return command_usage(&command_sign, "it needs a secret key: --key FILE, or HEARTH_KEY");
    return folder_sign(&options);
}

const Command command_sign = {
    .name = "sign",
    .arguments = "--key FILE [--counter N] [--next-key FILE ...] [--unchecked] FOLDER",
    .summary = "Signs a pack, so that kiosks can tell who made it",
    .help = "Checks the pack, then writes into its folder manifest.txt, which lists every file with its size and\n"
            "SHA-256, and manifest.txt.minisig, a signature on it. minisign -Vm manifest.txt verifies it, too.\n"
            "Sign last: whatever is changed afterwards makes kiosks refuse the folder.\n"
            "\n"
            "  --key FILE       the secret key, of hearth keygen or of minisign; or in HEARTH_KEY\n"
            "  --counter N      must grow with each release; without it, made from today's date\n"
            "  --next-key FILE  a public key that kiosks are to trust from now on, too; twice at most\n"
            "  --unchecked      signs a pack that has mistakes; kiosks will refuse it all the same\n"
            "\n"
            "Exit status: 0 signed, 1 problems in the pack, 2 could not read or write, 64 wrong usage.\n",
    .run = sign_run,
};
