#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command/content.h"
#include "command/options.h"
#include "store/disk/durable.h"

enum { PASSWORD_MAX = 200 };

/* NULL: no password is wanted. False if two tries do not agree. */
static bool password_choose(bool wanted, char first[PASSWORD_MAX], const char **out)
{
    char second[PASSWORD_MAX];
    *out = NULL;
    if (!wanted) return true;
    if (!secret_ask("A password for the secret key", first, PASSWORD_MAX) ||
        !secret_ask("The same once more", second, PASSWORD_MAX) || strcmp(first, second) != 0 || first[0] == '\0') {
        fprintf(stderr, "hearth keygen: the two are not the same, or empty, so no key was made; try again\n");
        return false;
    }
    sodium_memzero(second, sizeof(second));
    *out = first;
    return true;
}

static bool file_write(const char *path, Bytes bytes, mode_t mode)
{
    Arena arena = {0};
    const char *slash = strrchr(path, '/');
    const char *folder = slash ? arena_copy_bytes(&arena, path, (size_t)(slash - path + 1)) : ".";
    int dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = dir >= 0 && durable_create(dir, slash ? slash + 1 : path, bytes, mode) && durable_sync(dir);
    int error = errno;
    if (dir >= 0) close(dir);
    arena_free(&arena);
    errno = error;
    if (ok) return true;
    if (errno == EEXIST)
        fprintf(stderr, "hearth keygen: there is a file %s already, so nothing was written\n", path);
    else
        fprintf(stderr, "hearth keygen: %s: %s\n", path, strerror(errno));
    return false;
}

static int keys_write(const char *stem, const char *name, const char *password)
{
    Arena arena = {0};
    NamedKey public_key = {.name = name};
    SecretKey secret_key;
    key_pair_make(&public_key.key, &secret_key);
    const char *secret_path = arena_format(&arena, "%s.key", stem), *public_path = arena_format(&arena, "%s.pub", stem);
    bool ok = file_write(public_path, named_key_file(&arena, &public_key), 0644);
    if (ok && !file_write(secret_path, secret_key_file(&arena, &secret_key, password), 0600)) {
        (void)unlink(public_path);
        ok = false;
    }
    secret_key_wipe(&secret_key);
    if (ok)
        printf("%s  the secret key: keep it where only those who sign can read it, and a copy in a safe\n"
               "%s  the public key: put it into keys/ of each kiosk's state folder\n"
               "In words, to compare over the telephone: %s\n",
               secret_path, public_path, public_key_words(&arena, &public_key.key));
    arena_wipe(&arena);
    return ok ? EXIT_OK : EXIT_UNREADABLE;
}

static int keygen_run(int argc, char **argv)
{
    const char *stem, *name = NULL, *password;
    bool no_password = false;
    char typed[PASSWORD_MAX];
    const Option table[] = {{"--no-password", .flag = &no_password}, {"--name", .value = &name}, {0}};
    const char *problem = options_take(table, argc, argv, &stem, 1, 1);
    if (problem) return command_usage(&command_keygen, problem);
    const char *slash = strrchr(stem, '/');
    if (!name) name = slash ? slash + 1 : stem;
    if (name[0] == '\0' || strlen(name) > KEY_NAME_MAX)
        return command_usage(&command_keygen, "a name has 1 to 60 letters");
    if (!password_choose(!no_password, typed, &password)) return EXIT_PROBLEMS;
    int status = keys_write(stem, name, password);
    sodium_memzero(typed, sizeof(typed));
    return status;
}

const Command command_keygen = {
    .name = "keygen",
    .arguments = "[--name NAME] [--no-password] FILE",
    .summary = "Makes a pair of keys to sign packs with",
    .help = "Writes FILE.key, the secret key, and FILE.pub, the public key, in the format of minisign.\n"
            "A kiosk trusts a key once FILE.pub lies in the folder keys/ of its state folder.\n"
            "\n"
            "  --name NAME      what staff see: \"Signed by NAME\"; without it, FILE\n"
            "  --no-password    anyone who can read FILE.key can sign with it\n"
            "\n"
            "The password is asked for on the terminal, or read twice from standard input.\n"
            "Exit status: 0 done, 1 the passwords differ, 2 could not write, 64 wrong usage.\n",
    .run = keygen_run,
};
