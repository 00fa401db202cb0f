/* Who may put what into the store. */
#include "unit.h"

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include "store_fixture.h"

static void a_signed_pack_installs(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    InstallResult result = kiosk_install(&kiosk, "a", false);
    assert_int_equal(result.verdict, VERDICT_INSTALLED);
    assert_string_equal(result.signer, "team");
    assert_string_equal(result.title, "A small pack");
    assert_null(result.version_before);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    StorePack pack = kiosk_found(&kiosk, "small");
    assert_int_equal(pack.slots.highest, 7);
    assert_int_equal(pack.slots.current.trust, TRUST_SIGNED);
    assert_string_equal(pack.slots.current.signer, "team");
    kiosk_remove(&kiosk);
}

static void an_unsigned_pack_needs_the_pin(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    InstallResult result = kiosk_install(&kiosk, "a", false);
    assert_int_equal(result.verdict, VERDICT_READY_NEEDS_PIN);
    assert_int_equal(result.pin_reason, PIN_UNSIGNED);
    assert_string_equal(kiosk_version(&kiosk), "-");
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_INSTALLED);
    assert_int_equal(kiosk_found(&kiosk, "small").slots.current.trust, TRUST_PIN);
    kiosk_remove(&kiosk);
}

static void a_strangers_signature_counts_for_nothing(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", COUNTER_MAX, KEY_STRANGER);
    InstallResult result = kiosk_install(&kiosk, "a", false);
    assert_int_equal(result.verdict, VERDICT_READY_NEEDS_PIN);
    assert_int_equal(result.pin_reason, PIN_UNKNOWN_KEY);
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_INSTALLED);
    StorePack pack = kiosk_found(&kiosk, "small");
    assert_int_equal(pack.slots.highest, 0); /* a stranger's counter shuts nobody out */
    assert_string_equal(pack.slots.current.signer, "");
    kiosk_remove(&kiosk);
}

static void older_is_refused_even_with_the_pin(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "new", "2.0.0");
    kiosk_sign(&kiosk, "new", 8, KEY_TEAM);
    kiosk_pack(&kiosk, "old", "1.0.0");
    kiosk_sign(&kiosk, "old", 7, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "new", false).verdict, VERDICT_INSTALLED);
    assert_int_equal(kiosk_install(&kiosk, "old", false).verdict, VERDICT_OLDER);
    assert_int_equal(kiosk_install(&kiosk, "old", true).verdict, VERDICT_OLDER);
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    kiosk_remove(&kiosk);
}

static void going_back_does_not_lower_the_counter(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    Store store;
    RollbackResult back;
    static const char *const dirs[] = {"one", "two"};
    static const char *const versions[] = {"1.0.0", "2.0.0"};
    for (uint64_t i = 0; i < 2; i++) {
        kiosk_pack(&kiosk, dirs[i], versions[i]);
        kiosk_sign(&kiosk, dirs[i], 7 + i, KEY_TEAM);
        assert_int_equal(kiosk_install(&kiosk, dirs[i], false).verdict, VERDICT_INSTALLED);
    }
    assert_true(verdict_goes_on(store_open_to_change(&store, kiosk.state, &kiosk.diags)));
    assert_true(store_rollback(&store, &kiosk.arena, "small", (Date){2026, 11, 24}, &back, &kiosk.diags));
    store_close(&store);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    assert_int_equal(kiosk_found(&kiosk, "small").slots.highest, 8);
    kiosk_pack(&kiosk, "between", "1.5.0");
    kiosk_sign(&kiosk, "between", 7, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "between", true).verdict, VERDICT_OLDER);
    kiosk_remove(&kiosk);
}

static void the_same_again_changes_nothing(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_INSTALLED);
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_SAME);
    CHECK(unlink(kiosk_path(&kiosk, "a/" MANIFEST_NAME)) == 0 && unlink(kiosk_path(&kiosk, "a/" SIGNATURE_NAME)) == 0);
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_SAME); /* the same files, not signed */
    kiosk_remove(&kiosk);
}

static void the_same_again_repairs_a_damaged_one(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_INSTALLED);
    const char *page = fs_join(&kiosk.arena, kiosk_found(&kiosk, "small").dir, "en/one.yaml");
    CHECK(truncate(page, 10) == 0);
    assert_string_equal(kiosk_version(&kiosk), "-");
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_INSTALLED);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    kiosk_remove(&kiosk);
}

static void another_pack_with_the_same_counter_needs_the_pin(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_sign(&kiosk, "b", 7, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_INSTALLED);
    assert_int_equal(kiosk_install(&kiosk, "b", false).pin_reason, PIN_SAME_COUNTER);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    kiosk_remove(&kiosk);
}

static void changed_numbers_need_the_pin(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_INSTALLED);
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_write(&kiosk, "b/en/one.yaml", SMALL_PAGE "      - text: Or call 416-555-0164.\n");
    kiosk_sign(&kiosk, "b", 8, KEY_TEAM);
    InstallResult result = kiosk_install(&kiosk, "b", false);
    assert_int_equal(result.verdict, VERDICT_READY_NEEDS_PIN);
    assert_int_equal(result.pin_reason, PIN_NUMBERS);
    assert_string_equal(result.diff.numbers[0].after, "416-555-0164");
    assert_int_equal(kiosk_install(&kiosk, "b", true).verdict, VERDICT_INSTALLED);
    kiosk_remove(&kiosk);
}

static void what_was_edited_on_the_kiosk_is_not_replaced_silently(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "edited", "1.0.0");
    assert_int_equal(kiosk_install(&kiosk, "edited", true).verdict, VERDICT_INSTALLED);
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_sign(&kiosk, "b", 8, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "b", false).pin_reason, PIN_EDITED);
    kiosk_remove(&kiosk);
}

static void what_is_not_what_was_shown_is_refused(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    const InspectJob look = {.state_dir = kiosk.state, .source = kiosk_path(&kiosk, "a"), .relative = ""};
    FoundPack found;
    inspect_run(&look, &kiosk.arena, NULL, &found);
    assert_int_equal(found.verdict, VERDICT_READY_NEEDS_PIN);
    InstallJob job = kiosk_job(&kiosk, "a", true);
    job.expected = &found.manifest;
    kiosk_write(&kiosk, "a/en/one.yaml", SMALL_PAGE "# changed since\n");
    assert_int_equal(kiosk_run(&kiosk, &job).verdict, VERDICT_REFUSED_OTHER);
    kiosk_write(&kiosk, "a/en/one.yaml", SMALL_PAGE);
    assert_int_equal(kiosk_run(&kiosk, &job).verdict, VERDICT_INSTALLED);
    found_pack_free(&found);
    kiosk_remove(&kiosk);
}

/* What a person might do to a signed folder. */
static void nothing_may_change_after_signing(void **state)
{
    (void)state;
    static const char *const changes[][2] = {
        {"a/en/one.yaml", SMALL_PAGE "# \n"},
        {"a/en/two.yaml", SMALL_PAGE},
        {"a/notes.txt", "hello\n"},
        {"a/pack.yaml", "hearth: 1\n"},
        {"a/" MANIFEST_NAME, "hearth-manifest 1\n"},
        {"a/images/a.svg", "<svg/>"},
    };
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        Kiosk kiosk = kiosk_new();
        kiosk_pack(&kiosk, "a", "1.0.0");
        kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
        kiosk_write(&kiosk, changes[i][0], changes[i][1]);
        assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_REFUSED_CHANGED);
        assert_string_equal(kiosk_version(&kiosk), "-");
        kiosk_remove(&kiosk);
    }
}

static void a_lost_file_is_noticed_and_named(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    CHECK(unlink(kiosk_path(&kiosk, "a/images/a.svg")) == 0);
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_REFUSED_CHANGED);
    assert_string_equal(kiosk.diags.items[0].at.file, "a/images/a.svg");
    kiosk_remove(&kiosk);
}

/* Bytes of one file, replaced by others one at a time. */
static size_t mutate(Kiosk *kiosk, const char *path, size_t step, size_t from)
{
    Bytes whole;
    size_t tried = 0;
    CHECK(fs_read(&kiosk->arena, kiosk_path(kiosk, path), MANIFEST_BYTES_MAX, &whole) == FS_OK);
    for (size_t i = from; i < whole.count; i += step) {
        Arena scratch = {0};
        char *changed = arena_copy_bytes(&scratch, whole.data, whole.count);
        changed[i] = (char)(changed[i] ^ (1 << (i % 7)));
        if (changed[i] == '\0') changed[i] = 1;
        FILE *file = fopen(kiosk_path(kiosk, path), "wb");
        CHECK(file && fwrite(changed, 1, whole.count, file) == whole.count && fclose(file) == 0);
        InstallResult result = kiosk_install(kiosk, "a", false);
        if (result.verdict == VERDICT_INSTALLED) fail_msg("%s: byte %zu changed, and it was installed", path, i);
        tried++;
        arena_free(&scratch);
    }
    FILE *file = fopen(kiosk_path(kiosk, path), "wb");
    CHECK(file && fwrite(whole.data, 1, whole.count, file) == whole.count && fclose(file) == 0);
    return tried;
}

static void no_mutation_of_manifest_or_signature_is_accepted(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    Bytes signature;
    CHECK(fs_read(&kiosk.arena, kiosk_path(&kiosk, "a/" SIGNATURE_NAME), 9999, &signature) == FS_OK);
    size_t second_line = strcspn(signature.data, "\n") + 1; /* the first is nobody's business */
    size_t tried = mutate(&kiosk, "a/" MANIFEST_NAME, 1, 0) + mutate(&kiosk, "a/" SIGNATURE_NAME, 1, second_line);
    assert_true(tried >= 500);
    assert_string_equal(kiosk_version(&kiosk), "-");
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_INSTALLED); /* it was the mutations, then */
    kiosk_remove(&kiosk);
}

static void a_key_that_a_trusted_one_names_is_trusted_next(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    Manifest manifest = kiosk_manifest(&kiosk, "a", 7);
    manifest.next_keys[manifest.next_key_count++] = (NamedKey){kiosk.public_keys[KEY_OTHER], "Team of 2027"};
    kiosk_sign_manifest(&kiosk, "a", &manifest, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "a", false).verdict, VERDICT_INSTALLED);
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_sign(&kiosk, "b", 8, KEY_OTHER);
    InstallResult result = kiosk_install(&kiosk, "b", false);
    assert_int_equal(result.verdict, VERDICT_INSTALLED);
    assert_string_equal(result.signer, "Team of 2027");
    assert_int_equal(kiosk_found(&kiosk, "small").slots.adopt_count, 0);
    kiosk_remove(&kiosk);
}

static void nobody_else_can_bring_a_key(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    Manifest manifest = kiosk_manifest(&kiosk, "a", 7);
    manifest.next_keys[manifest.next_key_count++] = (NamedKey){kiosk.public_keys[KEY_STRANGER], "Stranger"};
    kiosk_sign_manifest(&kiosk, "a", &manifest, KEY_STRANGER);
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict,
                     VERDICT_INSTALLED); /* staff may; but trust nobody more */
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_sign(&kiosk, "b", 8, KEY_STRANGER);
    assert_int_equal(kiosk_install(&kiosk, "b", false).verdict, VERDICT_READY_NEEDS_PIN);
    kiosk_remove(&kiosk);
}

static void a_fourth_key_takes_the_place_of_its_signer(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_trust(&kiosk, KEY_OTHER, "other");
    kiosk_trust(&kiosk, KEY_STRANGER, "third");
    NamedKey fourth = {.name = "fourth"};
    SecretKey secret;
    Keys keys;
    key_pair_make(&fourth.key, &secret);
    int fd = open(kiosk.state, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(keys_adopt(fd, &fourth, kiosk.public_keys[KEY_OTHER].id, &kiosk.diags));
    keys_load(&kiosk.arena, fd, &keys, &kiosk.diags);
    assert_int_equal(keys.count, 3);
    assert_non_null(keys_find(&keys, fourth.key.id));
    assert_null(keys_find(&keys, kiosk.public_keys[KEY_OTHER].id));
    assert_non_null(keys_find(&keys, kiosk.public_keys[KEY_TEAM].id));
    close(fd);
    kiosk_remove(&kiosk);
}

static void topics_and_the_clinics_own_pack_never_meet(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    static const char *const files[][2] = {
        {"pack.yaml", "hearth: 1\nid: site\nversion: 1.0.0\n"},
        {"pack.yaml", "hearth: 1\nid: site\nkind: site\nversion: 1.0.0\n"},
        {"site.yaml", "hearth: 1\nid: small\nkind: site\nversion: 1.0.0\n"},
        {"site.yaml", "hearth: 1\nid: site\nversion: 1.0.0\n"},
    };
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        const char *dir = arena_format(&kiosk.arena, "clash%zu", i);
        kiosk_write(&kiosk, arena_format(&kiosk.arena, "%s/%s", dir, files[i][0]), files[i][1]);
        assert_int_equal(kiosk_install(&kiosk, dir, true).verdict, VERDICT_REFUSED_IDENTITY);
        assert_true(kiosk_says(&kiosk, "id-clash"));
    }
    kiosk_write(&kiosk, "own/site.yaml", "hearth: 1\nid: site\nkind: site\nversion: 1.0.0\nclinic: {name: Here}\n");
    InstallResult result = kiosk_install(&kiosk, "own", true);
    assert_int_equal(result.verdict, VERDICT_INSTALLED);
    assert_string_equal(result.title, "Here");
    assert_true(kiosk_found(&kiosk, "site").is_site);
    kiosk_remove(&kiosk);
}

static void a_folder_must_say_which_pack_it_is(void **state)
{
    (void)state;
    static const char *const files[][2] = {
        {"hearth: 1\nversion: 1\n", "no-id"},
        {"hearth: 1\nid: \nversion: 1\n", "no-id"},
        {"hearth: 1\nid: Small Pack\nversion: 1\n", "bad-id"},
        {"hearth: 1\nid: ../up\nversion: 1\n", "bad-id"},
        {"hearth: 1\nid: small\n", "no-version"},
        {"hearth: 1\nid: small\nversion: 1 0\n", "bad-version"},
        {"hearth: 1\nid: small\nversion: 1\nkind: site\n", "id-clash"},
        {"- a list\n", "not-a-map"},
    };
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        Kiosk kiosk = kiosk_new();
        kiosk_write(&kiosk, "a/pack.yaml", files[i][0]);
        Verdict verdict = kiosk_install(&kiosk, "a", true).verdict;
        if (!kiosk_says(&kiosk, files[i][1])) diags_print(&kiosk.diags, stdout);
        assert_true(kiosk_says(&kiosk, files[i][1]));
        assert_int_equal(verdict, VERDICT_REFUSED_IDENTITY);
        kiosk_remove(&kiosk);
    }
}

static void a_signature_is_for_one_pack_and_version(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    Manifest manifest = kiosk_manifest(&kiosk, "a", 7);
    manifest.version = "2.0.0";
    kiosk_sign_manifest(&kiosk, "a", &manifest, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_REFUSED_IDENTITY);
    assert_true(kiosk_says(&kiosk, "id-clash"));
    kiosk_remove(&kiosk);
}

static void a_stick_that_is_gone_is_said_so(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    FoundPack found;
    const InspectJob look = {.state_dir = kiosk.state, .source = kiosk_path(&kiosk, "gone"), .relative = "a"};
    inspect_run(&look, &kiosk.arena, NULL, &found);
    assert_int_equal(found.verdict, VERDICT_REFUSED_UNREADABLE);
    assert_non_null(strstr(found.sentence, "nothing was changed"));
    found_pack_free(&found);
    InstallJob job = kiosk_job(&kiosk, "gone", true);
    job.relative = "a";
    assert_int_equal(kiosk_run(&kiosk, &job).verdict, VERDICT_REFUSED_UNREADABLE);
    kiosk_remove(&kiosk);
}

static void a_kiosk_that_never_had_a_pack_gets_its_folders(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk.state = kiosk_path(&kiosk, "made/for/it");
    kiosk_pack(&kiosk, "a", "1.0.0");
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_INSTALLED);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    kiosk_remove(&kiosk);
}

/* On a disk of 3 MB, which needs root to be had. */
static void too_little_room_is_told_with_numbers(void **state)
{
    (void)state;
    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) skip();
    Kiosk kiosk = kiosk_new();
    kiosk.state = kiosk_path(&kiosk, "small-disk");
    CHECK(fs_make_dirs(kiosk.state));
    if (mount("none", kiosk.state, "tmpfs", 0, "size=3m") != 0) skip();
    kiosk_pack(&kiosk, "a", "1.0.0");
    CHECK(truncate(kiosk_path(&kiosk, "a/images/a.svg"), 0) == 0);
    kiosk_write(&kiosk, "a/audio/one.ogg", "");
    CHECK(truncate(kiosk_path(&kiosk, "a/audio/one.ogg"), 4000000) == 0);
    InstallResult result = kiosk_install(&kiosk, "a", true);
    assert_int_equal(result.verdict, VERDICT_REFUSED_SPACE);
    assert_non_null(strstr(result.sentence, "needs 5.1 MB on the kiosk, and 3.1 MB are free"));
    const InspectJob look = {.state_dir = kiosk.state, .source = kiosk_path(&kiosk, "a"), .relative = ""};
    FoundPack found;
    inspect_run(&look, &kiosk.arena, NULL, &found);
    assert_int_equal(found.verdict, VERDICT_REFUSED_SPACE);
    found_pack_free(&found);
    CHECK(truncate(kiosk_path(&kiosk, "a/audio/one.ogg"), 1000) == 0);
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_INSTALLED);
    CHECK(umount(kiosk.state) == 0);
    kiosk_remove(&kiosk);
}

static void sizes_are_told_as_people_do(void **state)
{
    (void)state;
    Arena arena = {0};
    assert_string_equal(bytes_text(&arena, 0), "0 kB");
    assert_string_equal(bytes_text(&arena, 1), "1 kB");
    assert_string_equal(bytes_text(&arena, 999999), "1000 kB");
    assert_string_equal(bytes_text(&arena, 1000000), "1.0 MB");
    assert_string_equal(bytes_text(&arena, 9949999), "9.9 MB");
    assert_string_equal(bytes_text(&arena, 40400000), "40 MB");
    arena_free(&arena);
}

static void keys_are_called_by_their_comment_or_their_file(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    static const char minisigns[] = "untrusted comment: minisign public key 26311CDBB2D7091E\n"
                                    "RWQeCdey2xwxJp6aeT37Oip0oWhME5FCqaDWQerlP6JMK0jVssxdDzgS\n";
    static const char *const names[] = {"state/keys/clinic.pub", "state/keys/z1.pub", "state/keys/z2.pub"};
    kiosk_write(&kiosk, names[0], minisigns);
    kiosk_trust(&kiosk, KEY_OTHER, "z1");
    kiosk_trust(&kiosk, KEY_STRANGER, "z2"); /* the fourth, in the order of the names */
    Keys keys;
    int fd = open(kiosk.state, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    keys_load(&kiosk.arena, fd, &keys, &kiosk.diags);
    close(fd);
    assert_int_equal(keys.count, 3);
    assert_string_equal(keys.items[0].name, "clinic");
    assert_string_equal(keys.items[1].name, "team");
    assert_true(kiosk_says(&kiosk, "too-many-keys"));
    assert_null(keys_find(&keys, kiosk.public_keys[KEY_STRANGER].id));
    kiosk_remove(&kiosk);
}

static bool refuse_content(const void *context, const char *dir, bool is_site, Diags *diags)
{
    (void)context, (void)is_site;
    Arena arena = {0};
    Mark at = {fs_join(&arena, strrchr(dir, '/') + 1, "en/one.yaml"), 3, 5};
    diag_error(diags, at, "test", "", "a mistake");
    arena_free(&arena);
    return false;
}

static void mistakes_are_named_where_the_author_sees_them(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "folder", "1.0.0");
    InstallJob job = kiosk_job(&kiosk, "folder", true);
    job.check = refuse_content;
    assert_int_equal(kiosk_run(&kiosk, &job).verdict, VERDICT_REFUSED_CONTENT);
    assert_string_equal(kiosk.diags.items[0].at.file, "folder/en/one.yaml");
    const InspectJob look = {
        .state_dir = kiosk.state, .source = kiosk_path(&kiosk, "folder"), .relative = "", .check = refuse_content};
    FoundPack found;
    inspect_run(&look, &kiosk.arena, NULL, &found);
    assert_int_equal(found.verdict, VERDICT_REFUSED_CONTENT);
    assert_string_equal(found.diags.items[0].at.file, "folder/en/one.yaml");
    found_pack_free(&found);
    kiosk_remove(&kiosk);
}

static bool stop_now(const void *context, const char *dir, bool is_site, Diags *diags)
{
    (void)dir, (void)is_site, (void)diags;
    progress_stop(*(InstallProgress *const *)context);
    return true;
}

static void stopping_keeps_the_old_pack(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    InstallProgress progress;
    InstallProgress *pointer = &progress;
    InstallResult result;
    progress_init(&progress);
    kiosk_pack(&kiosk, "a", "1.0.0");
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_INSTALLED);
    kiosk_pack(&kiosk, "b", "2.0.0");
    InstallJob job = kiosk_job(&kiosk, "b", true);
    job.check = stop_now;
    job.check_context = &pointer;
    install_run(&job, &kiosk.arena, &progress, &result, &kiosk.diags);
    assert_int_equal(result.verdict, VERDICT_STOPPED);
    assert_int_equal(progress_read(&progress).phase, PROGRESS_DONE);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    install_run(&job, &kiosk.arena, &progress, &result, &kiosk.diags); /* stopped before it begins */
    assert_int_equal(result.verdict, VERDICT_STOPPED);
    progress_destroy(&progress);
    kiosk_remove(&kiosk);
}

static void one_update_at_a_time(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    Store store;
    kiosk_pack(&kiosk, "a", "1.0.0");
    assert_true(verdict_goes_on(store_open_to_change(&store, kiosk.state, &kiosk.diags)));
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_REFUSED_BUSY);
    store_close(&store);
    assert_int_equal(kiosk_install(&kiosk, "a", true).verdict, VERDICT_INSTALLED);
    kiosk_remove(&kiosk);
}

/* What a decoder that strangers' bytes have taken over might try. True from any of these would be a hole. */
static bool decode_fine(const char *path) { return access(path, R_OK) == 0; }
static bool decode_bad(const char *path) { return path[0] != '/'; }
static bool decode_crash(const char *path)
{
    if (path) abort();
    return true;
}
static bool decode_spin(const char *path)
{
    volatile bool spinning = path != NULL;
    while (spinning) continue;
    return true;
}
static bool decode_connect(const char *path) { return path && socket(AF_INET, SOCK_STREAM, 0) >= 0; }
static bool decode_write(const char *path) { return open(path, O_WRONLY) >= 0; }
static bool decode_make(const char *path)
{
    Arena arena = {0};
    return open(arena_format(&arena, "%s.new", path), O_RDWR | O_CREAT, 0644) >= 0;
}
static bool decode_remove(const char *path) { return unlink(path) == 0; }
static bool decode_run(const char *path)
{
    (void)path;
    static char program[] = "/bin/true";
    char *const arguments[] = {program, NULL};
    return execve(program, arguments, arguments + 1) == 0;
}
static bool decode_kill(const char *path)
{
    (void)path;
    return kill(getppid(), 0) == 0;
}

#ifndef __SANITIZE_ADDRESS__ /* its shadow memory goes beyond any limit */
static bool decode_hoard(const char *path)
{
    size_t size = (size_t)CONFINE_MEMORY_BYTES + 64 * 1024 * 1024;
    char *memory = path ? malloc(size) : NULL;
    if (memory) memset(memory, 1, size);
    return memory != NULL;
}
#endif

static Verdict install_with(DecodeFn *decode)
{
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    InstallJob job = kiosk_job(&kiosk, "a", true);
    job.decode = decode;
    InstallResult result = kiosk_run(&kiosk, &job);
    if (result.verdict == VERDICT_REFUSED_PICTURE) assert_string_equal(kiosk.diags.items[0].at.file, "a/images/a.svg");
    kiosk_remove(&kiosk);
    return result.verdict;
}

static void a_decoder_can_do_nothing_but_decode(void **state)
{
    (void)state;
    static DecodeFn *const refused[] = {decode_bad,  decode_crash,  decode_connect, decode_write,
                                        decode_make, decode_remove, decode_run,     decode_kill};
    assert_int_equal(install_with(decode_fine), VERDICT_INSTALLED);
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) assert_int_equal(install_with(refused[i]), VERDICT_REFUSED_PICTURE);
}

static void a_decoder_gets_little_memory(void **state)
{
    (void)state;
#ifndef __SANITIZE_ADDRESS__
    assert_int_equal(install_with(decode_hoard), VERDICT_REFUSED_PICTURE);
#endif
}

static void a_decoder_that_never_ends_is_ended(void **state)
{
    (void)state;
    assert_int_equal(install_with(decode_spin), VERDICT_REFUSED_PICTURE); /* CONFINE_CPU_S seconds of it */
}

static bool decode_by_name(const char *path)
{
    if (strstr(path, "bad")) abort();
    return true;
}

static void one_broken_picture_does_not_hide_the_next(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    static const char *const names[] = {"a/images/bad1.svg", "a/images/bad2.svg", "a/images/good.svg"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) kiosk_write(&kiosk, names[i], SMALL_SVG);
    InstallJob job = kiosk_job(&kiosk, "a", true);
    job.decode = decode_by_name;
    assert_int_equal(kiosk_run(&kiosk, &job).verdict, VERDICT_REFUSED_PICTURE);
    assert_int_equal(kiosk.diags.errors, 2);
    assert_string_equal(kiosk.diags.items[0].at.file, names[0]);
    assert_string_equal(kiosk.diags.items[1].at.file, names[1]);
    kiosk_remove(&kiosk);
}

static void looking_leaves_nothing_behind(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    CHECK(mkdir(kiosk_path(&kiosk, "scratch"), 0755) == 0 &&
          setenv("RUNTIME_DIRECTORY", kiosk_path(&kiosk, "scratch"), 1) == 0);
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_sign(&kiosk, "a", 7, KEY_TEAM);
    const InspectJob look = {.state_dir = kiosk.state, .source = kiosk_path(&kiosk, "a"), .relative = ""};
    FoundPack found;
    const char **names;
    size_t count;
    inspect_run(&look, &kiosk.arena, NULL, &found);
    assert_int_equal(found.verdict, VERDICT_READY_SIGNED);
    assert_string_equal(found.signer, "team");
    assert_int_equal(found.made.month, 11);
    assert_true(found.diff.is_new);
    assert_int_equal(found.diff.added, 1);
    assert_false(fs_is_dir(fs_join(&kiosk.arena, kiosk.state, "packs")));
    assert_true(fs_list(&kiosk.arena, kiosk_path(&kiosk, "scratch"), &names, &count) && count == 0);
    found_pack_free(&found);
    CHECK(unsetenv("RUNTIME_DIRECTORY") == 0);
    kiosk_remove(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_signed_pack_installs),
        cmocka_unit_test(an_unsigned_pack_needs_the_pin),
        cmocka_unit_test(a_strangers_signature_counts_for_nothing),
        cmocka_unit_test(older_is_refused_even_with_the_pin),
        cmocka_unit_test(going_back_does_not_lower_the_counter),
        cmocka_unit_test(the_same_again_changes_nothing),
        cmocka_unit_test(the_same_again_repairs_a_damaged_one),
        cmocka_unit_test(another_pack_with_the_same_counter_needs_the_pin),
        cmocka_unit_test(changed_numbers_need_the_pin),
        cmocka_unit_test(what_was_edited_on_the_kiosk_is_not_replaced_silently),
        cmocka_unit_test(what_is_not_what_was_shown_is_refused),
        cmocka_unit_test(nothing_may_change_after_signing),
        cmocka_unit_test(a_lost_file_is_noticed_and_named),
        cmocka_unit_test(no_mutation_of_manifest_or_signature_is_accepted),
        cmocka_unit_test(a_key_that_a_trusted_one_names_is_trusted_next),
        cmocka_unit_test(nobody_else_can_bring_a_key),
        cmocka_unit_test(a_fourth_key_takes_the_place_of_its_signer),
        cmocka_unit_test(topics_and_the_clinics_own_pack_never_meet),
        cmocka_unit_test(a_folder_must_say_which_pack_it_is),
        cmocka_unit_test(a_signature_is_for_one_pack_and_version),
        cmocka_unit_test(a_stick_that_is_gone_is_said_so),
        cmocka_unit_test(a_kiosk_that_never_had_a_pack_gets_its_folders),
        cmocka_unit_test(sizes_are_told_as_people_do),
        cmocka_unit_test(keys_are_called_by_their_comment_or_their_file),
        cmocka_unit_test(mistakes_are_named_where_the_author_sees_them),
        cmocka_unit_test(stopping_keeps_the_old_pack),
        cmocka_unit_test(one_update_at_a_time),
        cmocka_unit_test(a_decoder_can_do_nothing_but_decode),
        cmocka_unit_test(a_decoder_gets_little_memory),
        cmocka_unit_test(a_decoder_that_never_ends_is_ended),
        cmocka_unit_test(one_broken_picture_does_not_hide_the_next),
        cmocka_unit_test(looking_leaves_nothing_behind),
        cmocka_unit_test(too_little_room_is_told_with_numbers), /* the last: it gives us a mount table of our own */
    };
    return cmocka_run_group_tests_name("install", tests, NULL, NULL);
}
