/* store_fixture.h - a kiosk's state folder and packs to install in it, below one scratch folder.
 *
 *     Kiosk kiosk = kiosk_new();
 *     kiosk_pack(&kiosk, "a", "1.0.0");          a pack in kiosk.root/a
 *     kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
 *     InstallResult result = kiosk_install(&kiosk, "a", false);
 *     kiosk_remove(&kiosk); */
#ifndef HEARTH_TESTS_STORE_FIXTURE_H
#define HEARTH_TESTS_STORE_FIXTURE_H

#include <fcntl.h>

#include "pack_fixture.h"
#include "store/disk/durable.h"
#include "store/slots/install.h"

#define SMALL_SVG                                                                                                      \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><rect width=\"4\" height=\"4\"/></svg>"

typedef enum TestKey { KEY_TEAM, KEY_OTHER, KEY_STRANGER, TEST_KEYS } TestKey;

typedef struct Kiosk {
    Arena arena;
    Diags diags; /* of the call made last */
    char root[32];
    const char *state;
    PublicKey public_keys[TEST_KEYS]; /* the first is trusted */
    SecretKey secret_keys[TEST_KEYS];
} Kiosk;

static inline void kiosk_write(Kiosk *kiosk, const char *path, const char *text)
{
    char *full = fs_join(&kiosk->arena, kiosk->root, path), *folder = arena_copy(&kiosk->arena, full);
    *strrchr(folder, '/') = '\0';
    CHECK(fs_make_dirs(folder));
    FILE *file = fopen(full, "wb");
    CHECK(file && fwrite(text, 1, strlen(text), file) == strlen(text) && fclose(file) == 0);
}

/* The same keys in every run. */
static inline void kiosk_key(Kiosk *kiosk, TestKey key)
{
    uint8_t seed[crypto_sign_SEEDBYTES] = {(uint8_t)(key + 1)};
    crypto_sign_seed_keypair(kiosk->public_keys[key].key, kiosk->secret_keys[key].key, seed);
    memset(kiosk->public_keys[key].id, (int)key + 1, KEY_ID_BYTES);
    memset(kiosk->secret_keys[key].id, (int)key + 1, KEY_ID_BYTES);
}

static inline void kiosk_trust(Kiosk *kiosk, TestKey key, const char *name)
{
    const NamedKey named = {kiosk->public_keys[key], name};
    Bytes file = named_key_file(&kiosk->arena, &named);
    kiosk_write(kiosk, arena_format(&kiosk->arena, "state/keys/%s.pub", name), arena_copy(&kiosk->arena, file.data));
}

static inline Kiosk kiosk_new(void)
{
    Kiosk kiosk = {.root = "/dev/shm/hearth-test-XXXXXX"}; /* in memory: every sync on a disk would cost milliseconds */
    sodium_ready();
    if (access("/dev/shm", W_OK) != 0) kiosk = (Kiosk){.root = "/tmp/hearth-test-XXXXXX"};
    CHECK(mkdtemp(kiosk.root));
    kiosk.state = fs_join(&kiosk.arena, kiosk.root, "state");
    for (TestKey key = 0; key < TEST_KEYS; key++) kiosk_key(&kiosk, key);
    kiosk_trust(&kiosk, KEY_TEAM, "team");
    return kiosk;
}

static inline void kiosk_remove(Kiosk *kiosk)
{
    nftw(kiosk->root, temp_entry_remove, 8, FTW_DEPTH | FTW_PHYS);
    diags_free(&kiosk->diags);
    arena_free(&kiosk->arena);
}

/* A pack called "small" that passes every check, with a picture, in the folder `dir`. */
static inline void kiosk_pack(Kiosk *kiosk, const char *dir, const char *version)
{
    const char *pack = arena_format(&kiosk->arena,
                                    "hearth: 1\nid: small\nversion: %s\nlanguages: [en]\n"
                                    "sections:\n  - id: start\n    colour: growth\n    pages:\n"
                                    "      - {id: one, image: images/a.svg}\n"
                                    "crisis:\n  - {id: line, number: 9-8-8, verified: \"\", review-by: 2027-05-24}\n",
                                    version);
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/pack.yaml", dir), pack);
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/en/pack.yaml", dir), SMALL_WORDS);
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/en/one.yaml", dir), SMALL_PAGE);
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/images/a.svg", dir), SMALL_SVG);
}

static inline const char *kiosk_path(Kiosk *kiosk, const char *path)
{
    return fs_join(&kiosk->arena, kiosk->root, path);
}

/* The manifest of a folder as it stands. */
static inline Manifest kiosk_manifest(Kiosk *kiosk, const char *dir, uint64_t counter)
{
    Arena *arena = &kiosk->arena;
    Manifest manifest = {0};
    Identity identity;
    Tree tree;
    int root = open(kiosk_path(kiosk, dir), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    CHECK(root >= 0 && tree_open(&tree, arena, root, "", dir, &kiosk->diags));
    const CopyJob measure = {&tree, -1, false, false};
    CHECK(copy_tree(&measure, arena, &manifest, NULL, &kiosk->diags) == COPY_OK);
    CHECK(identity_read(arena, kiosk_path(kiosk, dir), dir, &identity, &kiosk->diags));
    manifest.id = identity.id;
    manifest.version = identity.version;
    manifest.counter = counter;
    manifest.made = (Date){2026, 11, 24};
    tree_close(&tree);
    close(root);
    return manifest;
}

static inline void kiosk_sign_manifest(Kiosk *kiosk, const char *dir, const Manifest *manifest, TestKey key)
{
    Bytes text = manifest_text(&kiosk->arena, manifest);
    Bytes signature = signature_make(&kiosk->arena, &kiosk->secret_keys[key], text, "made for a test");
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/" MANIFEST_NAME, dir), text.data);
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/" SIGNATURE_NAME, dir), signature.data);
}

static inline void kiosk_sign(Kiosk *kiosk, const char *dir, uint64_t counter, TestKey key)
{
    Manifest manifest = kiosk_manifest(kiosk, dir, counter);
    kiosk_sign_manifest(kiosk, dir, &manifest, key);
}

static inline InstallJob kiosk_job(Kiosk *kiosk, const char *dir, bool pin_ok)
{
    return (InstallJob){
        .state_dir = kiosk->state,
        .source = kiosk_path(kiosk, dir),
        .relative = "",
        .pin_ok = pin_ok,
        .trust = TRUST_PIN,
        .today = {2026, 11, 24},
    };
}

static inline InstallResult kiosk_run(Kiosk *kiosk, const InstallJob *job)
{
    InstallResult result;
    diags_free(&kiosk->diags);
    install_run(job, &kiosk->arena, NULL, &result, &kiosk->diags);
    return result;
}

static inline InstallResult kiosk_install(Kiosk *kiosk, const char *dir, bool pin_ok)
{
    InstallJob job = kiosk_job(kiosk, dir, pin_ok);
    return kiosk_run(kiosk, &job);
}

/* The version that would be played after a start; "-" if there is none. */
static inline const char *kiosk_version(Kiosk *kiosk)
{
    Store store;
    BootPack *packs;
    size_t count;
    const char *version = "-";
    store_open_to_read(&store, kiosk->state);
    store_boot(&store, &kiosk->arena, &packs, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(packs[i].pack.id, "small") != 0) continue;
        const Slots *slots = &packs[i].pack.slots;
        if (packs[i].state == BOOT_CURRENT || packs[i].state == BOOT_IN_DOUBT)
            version = arena_copy(&kiosk->arena, slots->current.version);
        if (packs[i].state == BOOT_PREVIOUS) version = arena_copy(&kiosk->arena, slots->previous.version);
    }
    store_close(&store);
    return version;
}

static inline StorePack kiosk_found(Kiosk *kiosk, const char *id)
{
    Store store;
    StorePack pack;
    store_open_to_read(&store, kiosk->state);
    CHECK(store_find(&store, &kiosk->arena, id, &pack));
    store_close(&store);
    return pack;
}

static inline bool kiosk_says(const Kiosk *kiosk, const char *code)
{
    for (size_t i = 0; i < kiosk->diags.count; i++)
        if (strcmp(kiosk->diags.items[i].code, code) == 0) return true;
    return false;
}

#endif
