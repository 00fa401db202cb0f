/* What is installed: the list, its loss, going back, and packs that keep stopping the player. */
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/disk/copy.h"
#include "store/state/crash.h"
#include "store/stick/export.h"
#include "store/state/history.h"
#include "store_fixture.h"

static const Date today = {2026, 11, 24};

/* Versions 1.0.0 and 2.0.0 of a signed pack, the second one current. */
static Kiosk kiosk_with_two(void)
{
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "one", "1.0.0");
    kiosk_sign(&kiosk, "one", 7, KEY_TEAM);
    kiosk_pack(&kiosk, "two", "2.0.0");
    kiosk_sign(&kiosk, "two", 8, KEY_TEAM);
    CHECK(kiosk_install(&kiosk, "one", false).verdict == VERDICT_INSTALLED);
    CHECK(kiosk_install(&kiosk, "two", false).verdict == VERDICT_INSTALLED);
    return kiosk;
}

static Slots slots_sample(Arena *arena)
{
    Slots slots = {.highest = 8, .install_order = 1, .switch_order = 2};
    slots.current.manifest.bytes[0] = 0xAB;
    slot_name_make(8, &slots.current.manifest, slots.current.name);
    snprintf(slots.current.version, sizeof(slots.current.version), "2.0.0");
    snprintf(slots.current.signer, sizeof(slots.current.signer), "Équipe du contenu");
    slots.current.installed = today;
    slots.previous = slots.current;
    slots.previous.trust = TRUST_PIN;
    slots.previous.signer[0] = '\0';
    slots.previous.installed = (Date){0};
    slots_add_bad(&slots, &(Digest){{1}});
    slots.adopt[0].name = arena_copy(arena, "Team of 2027");
    slots.adopt_count = 1;
    return slots;
}

static void a_list_is_read_as_it_was_written(void **state)
{
    (void)state;
    Arena arena = {0};
    Slots slots = slots_sample(&arena), read;
    Bytes text = slots_text(&arena, &slots);
    assert_true(slots_parse(&arena, text, &read));
    assert_string_equal(read.current.name, "8-ab0000000000");
    assert_string_equal(read.current.signer, "Équipe du contenu");
    assert_string_equal(read.previous.signer, "");
    assert_int_equal(read.previous.trust, TRUST_PIN);
    assert_int_equal(read.current.installed.day, 24);
    assert_true(slots_is_bad(&read, &(Digest){{1}}));
    assert_false(slots_is_bad(&read, &(Digest){{2}}));
    assert_string_equal(read.adopt[0].name, "Team of 2027");
    Bytes again = slots_text(&arena, &read);
    assert_int_equal(again.count, text.count);
    assert_memory_equal(again.data, text.data, text.count);
    arena_free(&arena);
}

static void no_damage_to_the_list_goes_unnoticed(void **state)
{
    (void)state;
    Arena arena = {0};
    Slots slots = slots_sample(&arena), read;
    Bytes text = slots_text(&arena, &slots);
    for (size_t i = 0; i < text.count; i++) {
        for (int bit = 0; bit < 8; bit++) {
            char *changed = arena_copy_bytes(&arena, text.data, text.count);
            changed[i] = (char)(changed[i] ^ (1 << bit));
            assert_false(slots_parse(&arena, (Bytes){changed, text.count}, &read));
        }
        assert_false(slots_parse(&arena, (Bytes){text.data, i}, &read));
        arena_reset(&arena);
        slots = slots_sample(&arena);
        text = slots_text(&arena, &slots);
    }
    arena_free(&arena);
}

static void slot_names_lead_nowhere_else(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "7",
                                      "7-",
                                      "-0123456789ab",
                                      "07-0123456789ab",
                                      "7-0123456789aB",
                                      "7-0123456789a",
                                      "7-0123456789abc",
                                      "../7-0123456789ab",
                                      "7-0123456789a/",
                                      ".new-0123456789ab",
                                      "99999999999999999-0123456789ab"};
    assert_true(slot_name_is_valid("2026112400-0123456789ab"));
    assert_true(slot_name_is_valid("0-0123456789ab"));
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) assert_false(slot_name_is_valid(bad[i]));
}

static void going_back_and_forth(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    Store store;
    RollbackResult back;
    static const char *const versions[] = {"1.0.0", "2.0.0", "1.0.0"};
    for (size_t i = 0; i < ARRAY_LEN(versions); i++) {
        assert_true(verdict_goes_on(store_open_to_change(&store, kiosk.state, &kiosk.diags)));
        assert_true(store_rollback(&store, &kiosk.arena, "small", today, &back, &kiosk.diags));
        assert_string_equal(back.to, versions[i]);
        store_close(&store);
        assert_string_equal(kiosk_version(&kiosk), versions[i]);
    }
    kiosk_remove(&kiosk);
}

static void there_is_not_always_something_to_go_back_to(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    Store store;
    RollbackResult back;
    kiosk_pack(&kiosk, "one", "1.0.0");
    assert_int_equal(kiosk_install(&kiosk, "one", true).verdict, VERDICT_INSTALLED);
    assert_true(verdict_goes_on(store_open_to_change(&store, kiosk.state, &kiosk.diags)));
    assert_false(store_rollback(&store, &kiosk.arena, "small", today, &back, &kiosk.diags));
    assert_true(kiosk_says(&kiosk, "no-previous"));
    assert_false(store_rollback(&store, &kiosk.arena, "../small", today, &back, &kiosk.diags));
    assert_true(kiosk_says(&kiosk, "no-such-pack"));
    store_close(&store);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    kiosk_remove(&kiosk);
}

static void only_current_and_previous_stay(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    const char **names;
    size_t count;
    kiosk_pack(&kiosk, "three", "3.0.0");
    kiosk_sign(&kiosk, "three", 9, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "three", false).verdict, VERDICT_INSTALLED);
    assert_true(fs_list(&kiosk.arena, kiosk_path(&kiosk, "state/packs/small"), &names, &count));
    assert_int_equal(count, 4); /* two packs, the list and its copy */
    assert_string_equal(kiosk_found(&kiosk, "small").slots.previous.version, "2.0.0");
    kiosk_remove(&kiosk);
}

static void what_is_being_read_is_not_swept_away(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    const char *oldest = kiosk_found(&kiosk, "small").previous_dir;
    int hold = slot_hold_open(oldest);
    assert_true(hold >= 0);
    kiosk_pack(&kiosk, "three", "3.0.0");
    kiosk_sign(&kiosk, "three", 9, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "three", false).verdict, VERDICT_INSTALLED);
    assert_true(fs_is_dir(oldest));
    close(hold);
    Store store;
    assert_true(verdict_goes_on(store_open_to_change(&store, kiosk.state, &kiosk.diags)));
    store_close(&store);
    assert_false(fs_is_dir(oldest));
    kiosk_remove(&kiosk);
}

static void what_a_power_cut_left_is_swept_away(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    Store store;
    kiosk_write(&kiosk, "state/packs/.new-00000001/en/one.yaml", "half\n");
    kiosk_write(&kiosk, "state/packs/small/9-0123456789ab/en/one.yaml", "never named\n");
    assert_true(verdict_goes_on(store_open_to_change(&store, kiosk.state, &kiosk.diags)));
    store_close(&store);
    assert_false(fs_is_dir(kiosk_path(&kiosk, "state/packs/.new-00000001")));
    assert_false(fs_is_dir(kiosk_path(&kiosk, "state/packs/small/9-0123456789ab")));
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    kiosk_remove(&kiosk);
}

/* Changes one bit in the middle of a file, and back again. */
static void bit_flip(const char *path)
{
    FILE *file = fopen(path, "r+b");
    struct stat status;
    CHECK(file && fstat(fileno(file), &status) == 0 && fseek(file, status.st_size / 2, SEEK_SET) == 0);
    int byte = fgetc(file);
    CHECK(byte != EOF && fseek(file, status.st_size / 2, SEEK_SET) == 0 && fputc(byte ^ 4, file) != EOF &&
          fclose(file) == 0);
}

static void a_bit_that_flips_in_any_file_is_noticed(void **state)
{
    (void)state;
    static const char *const files[] = {"pack.yaml", "en/pack.yaml", "en/one.yaml", "images/a.svg", MANIFEST_NAME};
    Kiosk kiosk = kiosk_with_two();
    const char *dir = kiosk_found(&kiosk, "small").dir;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        const char *path = fs_join(&kiosk.arena, dir, files[i]);
        bit_flip(path);
        assert_string_equal(kiosk_version(&kiosk), "1.0.0");
        bit_flip(path);
        assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    }
    kiosk_write(&kiosk, "extra", "");
    CHECK(rename(kiosk_path(&kiosk, "extra"), fs_join(&kiosk.arena, dir, "en/extra.yaml")) == 0);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    kiosk_remove(&kiosk);
}

static void with_both_damaged_there_is_nothing_to_show(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    StorePack pack = kiosk_found(&kiosk, "small");
    BootPack *packs;
    size_t count;
    Store store;
    bit_flip(fs_join(&kiosk.arena, pack.dir, "en/one.yaml"));
    bit_flip(fs_join(&kiosk.arena, pack.previous_dir, "pack.yaml"));
    store_open_to_read(&store, kiosk.state);
    store_boot(&store, &kiosk.arena, &packs, &count);
    store_close(&store);
    assert_int_equal(count, 1);
    assert_int_equal(packs[0].state, BOOT_NOTHING);
    assert_null(packs[0].dir);
    assert_non_null(strstr(packs[0].sentence, "Install the pack again"));
    kiosk_remove(&kiosk);
}

static void a_damaged_previous_one_is_nothing_to_go_back_to(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    Store store;
    RollbackResult back;
    bit_flip(fs_join(&kiosk.arena, kiosk_found(&kiosk, "small").previous_dir, "en/one.yaml"));
    assert_true(verdict_goes_on(store_open_to_change(&store, kiosk.state, &kiosk.diags)));
    assert_false(store_rollback(&store, &kiosk.arena, "small", today, &back, &kiosk.diags));
    store_close(&store);
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    kiosk_remove(&kiosk);
}

static void a_damaged_list_is_made_again_from_the_folders(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    kiosk_write(&kiosk, "state/packs/small/slots", "garbage\n");
    kiosk_write(&kiosk, "state/packs/small/slots-copy", "garbage\n");
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    bit_flip(fs_join(&kiosk.arena, kiosk_found(&kiosk, "small").dir, "en/one.yaml"));
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    assert_int_equal(kiosk_install(&kiosk, "two", true).verdict, VERDICT_INSTALLED);
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    assert_false(kiosk_found(&kiosk, "small").is_damaged);
    kiosk_remove(&kiosk);
}

/* As many clinics have it: nothing is signed, so both versions have the counter 0 and only the list says which is
 * later. */
static Kiosk kiosk_with_two_unsigned(void)
{
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "one", "1.0.0");
    kiosk_pack(&kiosk, "two", "2.0.0");
    CHECK(kiosk_install(&kiosk, "one", true).verdict == VERDICT_INSTALLED);
    CHECK(kiosk_install(&kiosk, "two", true).verdict == VERDICT_INSTALLED);
    return kiosk;
}

static BootState boot_state(Kiosk *kiosk)
{
    Store store;
    BootPack *packs;
    size_t count;
    store_open_to_read(&store, kiosk->state);
    store_boot(&store, &kiosk->arena, &packs, &count);
    store_close(&store);
    CHECK(count == 1 && (packs[0].state == BOOT_CURRENT) == (packs[0].sentence == NULL));
    return packs[0].state;
}

static Bytes file_of(Kiosk *kiosk, const char *path)
{
    Bytes bytes;
    CHECK(fs_read(&kiosk->arena, kiosk_path(kiosk, path), SLOTS_FILE_BYTES_MAX, &bytes) == FS_OK);
    return bytes;
}

static void file_put(Kiosk *kiosk, const char *path, Bytes bytes)
{
    FILE *file = fopen(kiosk_path(kiosk, path), "wb");
    CHECK(file && fwrite(bytes.data, 1, bytes.count, file) == bytes.count && fclose(file) == 0);
}

static void list_mend(Kiosk *kiosk)
{
    Store store;
    assert_true(verdict_goes_on(store_open_to_change(&store, kiosk->state, &kiosk->diags)));
    store_close(&store);
}

static const char list_path[] = "state/packs/small/slots", copy_path[] = "state/packs/small/slots-copy";

/* Each byte in turn: in the list, or in its copy. */
static void a_damaged_byte_of_a_list_brings_no_older_version_back(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two_unsigned();
    static const char *const paths[] = {list_path, copy_path};
    const Bytes whole = file_of(&kiosk, list_path);
    for (size_t p = 0; p < ARRAY_LEN(paths); p++)
        for (size_t at = 0; at < whole.count; at += 7) {
            char *bytes = arena_copy_bytes(&kiosk.arena, whole.data, whole.count);
            bytes[at] ^= 1;
            file_put(&kiosk, paths[p], (Bytes){bytes, whole.count});
            assert_string_equal(kiosk_version(&kiosk), "2.0.0");
            assert_int_equal(boot_state(&kiosk), BOOT_CURRENT);
            assert_int_equal(kiosk_found(&kiosk, "small").slots.current.trust, TRUST_PIN);
            list_mend(&kiosk);
            assert_memory_equal(file_of(&kiosk, paths[p]).data, whole.data, whole.count);
        }
    kiosk_remove(&kiosk);
}

static void a_list_or_copy_that_is_gone_is_made_again(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two_unsigned();
    static const char *const paths[] = {list_path, copy_path};
    const Bytes whole = file_of(&kiosk, list_path);
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        assert_int_equal(unlink(kiosk_path(&kiosk, paths[i])), 0);
        assert_string_equal(kiosk_version(&kiosk), "2.0.0");
        list_mend(&kiosk);
        assert_memory_equal(file_of(&kiosk, paths[i]).data, whole.data, whole.count);
    }
    /* The power went between the two: the list is what counts. */
    file_put(&kiosk, copy_path, (Bytes){"hearth-slots 1\n", 15});
    list_mend(&kiosk);
    assert_memory_equal(file_of(&kiosk, copy_path).data, whole.data, whole.count);
    kiosk_remove(&kiosk);
}

static void folder_date(Kiosk *kiosk, const char *name, time_t when_s)
{
    const struct timespec times[] = {{when_s, 0}, {when_s, 0}};
    CHECK(utimensat(AT_FDCWD, fs_join(&kiosk->arena, kiosk_path(kiosk, "state/packs/small"), name), times, 0) == 0);
}

/* With list and copy gone bad nothing proves which of two unsigned versions is the later: it is guessed, and said. */
static void doubt_about_the_latest_version_is_said(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two_unsigned();
    const Slots slots = kiosk_found(&kiosk, "small").slots;
    kiosk_write(&kiosk, list_path, "garbage\n");
    kiosk_write(&kiosk, copy_path, "garbage\n");
    folder_date(&kiosk, slots.previous.name, 1000000);
    folder_date(&kiosk, slots.current.name, 2000000);
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    folder_date(&kiosk, slots.previous.name, 3000000);
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    assert_int_equal(boot_state(&kiosk), BOOT_IN_DOUBT);
    assert_int_equal(kiosk_found(&kiosk, "small").slots.current.trust, TRUST_UNKNOWN);
    assert_string_equal(kiosk_found(&kiosk, "small").slots.previous.version, "2.0.0"); /* to go back to */
    /* Nobody knows where it came from, so even a trusted key's pack does not replace it unasked. */
    kiosk_pack(&kiosk, "three", "3.0.0");
    kiosk_sign(&kiosk, "three", 9, KEY_TEAM);
    InstallResult refused = kiosk_install(&kiosk, "three", false);
    assert_int_equal(refused.verdict, VERDICT_READY_NEEDS_PIN);
    assert_int_equal(refused.pin_reason, PIN_ORIGIN_UNKNOWN);
    assert_int_equal(kiosk_install(&kiosk, "three", true).verdict, VERDICT_INSTALLED);
    assert_string_equal(kiosk_version(&kiosk), "3.0.0");
    assert_int_equal(boot_state(&kiosk), BOOT_CURRENT);
    kiosk_remove(&kiosk);
}

static void odd_things_in_the_state_folder_do_no_harm(void **state)
{
    (void)state;
    static const char *const odd[] = {"state/packs/small2/slots/x",
                                      "state/packs/Bad Name/slots",
                                      "state/packs/file",
                                      "state/history",
                                      "state/starts",
                                      "state/keys/x.pub",
                                      "state/keys/.pub"};
    Kiosk kiosk = kiosk_with_two();
    for (size_t i = 0; i < ARRAY_LEN(odd); i++) kiosk_write(&kiosk, odd[i], "\xFF garbage \x01\n");
    CHECK(symlink("/etc", kiosk_path(&kiosk, "state/packs/link")) == 0);
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    kiosk_pack(&kiosk, "three", "3.0.0");
    kiosk_sign(&kiosk, "three", 9, KEY_TEAM);
    assert_int_equal(kiosk_install(&kiosk, "three", false).verdict, VERDICT_INSTALLED);
    kiosk_remove(&kiosk);
}

static CrashVerdict start(Kiosk *kiosk, const char *boot, int64_t up_s, RollbackResult *out)
{
    Store store;
    CHECK(verdict_goes_on(store_open_to_change(&store, kiosk->state, &kiosk->diags)));
    CrashVerdict verdict = crash_note_start(&store, &kiosk->arena, boot, up_s, today, out, &kiosk->diags);
    store_close(&store);
    return verdict;
}

static void three_crashes_in_five_minutes_take_a_pack_back(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    RollbackResult out;
    assert_int_equal(start(&kiosk, "boot-a", 10, &out), CRASH_FINE);
    assert_int_equal(start(&kiosk, "boot-a", 20, &out), CRASH_FINE);
    assert_int_equal(start(&kiosk, "boot-a", 30, &out), CRASH_FINE);
    assert_int_equal(start(&kiosk, "boot-a", 309, &out), CRASH_TOOK_BACK); /* three starts have ended badly */
    assert_string_equal(out.from, "2.0.0");
    assert_string_equal(out.to, "1.0.0");
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    kiosk_sign(&kiosk, "two", 9, KEY_TEAM); /* the same files under a new counter are another release */
    assert_int_equal(kiosk_install(&kiosk, "two", false).verdict, VERDICT_INSTALLED);
    kiosk_remove(&kiosk);
}

static void a_pack_that_crashed_does_not_come_back_by_itself(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    RollbackResult out;
    for (int64_t up_s = 10; up_s < 40; up_s += 10) assert_int_equal(start(&kiosk, "boot-a", up_s, &out), CRASH_FINE);
    assert_int_equal(start(&kiosk, "boot-a", 50, &out), CRASH_TOOK_BACK);
    InstallResult again = kiosk_install(&kiosk, "two", false);
    assert_int_equal(again.verdict, VERDICT_READY_NEEDS_PIN);
    assert_int_equal(again.pin_reason, PIN_CRASHED);
    assert_null(kiosk_found(&kiosk, "small").previous_dir);
    for (int64_t up_s = 60; up_s < 80; up_s += 10) assert_int_equal(start(&kiosk, "boot-a", up_s, &out), CRASH_FINE);
    assert_int_equal(start(&kiosk, "boot-a", 90, &out), CRASH_SAFE_MODE); /* nothing is left to go back to */
    assert_string_equal(kiosk_version(&kiosk), "1.0.0");
    kiosk_remove(&kiosk);
}

static void the_pack_that_was_changed_last_is_taken_back(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    RollbackResult out;
    for (int version = 1; version <= 2; version++) {
        kiosk_write(&kiosk, "other/pack.yaml",
                    arena_format(&kiosk.arena, "hearth: 1\nid: another\nversion: %d\n", version));
        assert_int_equal(kiosk_install(&kiosk, "other", true).verdict, VERDICT_INSTALLED);
    }
    for (int64_t up_s = 10; up_s < 40; up_s += 10) assert_int_equal(start(&kiosk, "boot-a", up_s, &out), CRASH_FINE);
    assert_int_equal(start(&kiosk, "boot-a", 50, &out), CRASH_TOOK_BACK);
    assert_string_equal(out.id, "another");
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    kiosk_remove(&kiosk);
}

static void each_boot_has_a_name(void **state)
{
    (void)state;
    Arena arena = {0};
    assert_int_equal(strlen(crash_boot_id(&arena)), 36);
    arena_free(&arena);
}

/* The power went between the switch to a pack and the new key that it vouches for. */
static void a_key_that_was_still_to_be_trusted_is_trusted_at_the_next_start(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    Slots slots = kiosk_found(&kiosk, "small").slots;
    slots.adopt[0] = (NamedKey){kiosk.public_keys[KEY_OTHER], "Team of 2027"};
    memcpy(slots.adopt_signer, kiosk.public_keys[KEY_TEAM].id, KEY_ID_BYTES);
    slots.adopt_count = 1;
    int folder = open(kiosk_path(&kiosk, "state/packs/small"), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(slots_save(folder, &slots));
    close(folder);
    kiosk_pack(&kiosk, "three", "3.0.0");
    kiosk_sign(&kiosk, "three", 9, KEY_OTHER);
    InstallResult result = kiosk_install(&kiosk, "three", false);
    assert_int_equal(result.verdict, VERDICT_INSTALLED);
    assert_string_equal(result.signer, "Team of 2027");
    kiosk_remove(&kiosk);
}

static void the_state_folder_is_where_it_is_said_to_be(void **state)
{
    (void)state;
    Arena arena = {0};
    CHECK(setenv("HEARTH_STATE", "/from/environment", 1) == 0);
    assert_string_equal(state_dir_choose(&arena, "/from/option"), "/from/option");
    assert_string_equal(state_dir_choose(&arena, NULL), "/from/environment");
    CHECK(unsetenv("HEARTH_STATE") == 0);
    if (access("/var/lib/hearth", W_OK) != 0) {
        CHECK(setenv("XDG_STATE_HOME", "/xdg", 1) == 0);
        assert_string_equal(state_dir_choose(&arena, NULL), "/xdg/hearth");
        CHECK(unsetenv("XDG_STATE_HOME") == 0 && setenv("HOME", "/home/x", 1) == 0);
        assert_string_equal(state_dir_choose(&arena, NULL), "/home/x/.local/state/hearth");
    }
    arena_free(&arena);
}

static void slow_crashes_power_cuts_and_good_ends_do_not_count(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    RollbackResult out;
    for (int64_t up_s = 0; up_s < 3000; up_s += 101) assert_int_equal(start(&kiosk, "boot-a", up_s, &out), CRASH_FINE);
    static const char *const boots[] = {"boot-b", "boot-c", "boot-d", "boot-e", "boot-f"};
    for (size_t i = 0; i < ARRAY_LEN(boots); i++) assert_int_equal(start(&kiosk, boots[i], 5, &out), CRASH_FINE);
    for (int64_t up_s = 0; up_s < 10; up_s++) {
        assert_int_equal(start(&kiosk, "boot-g", up_s, &out), CRASH_FINE);
        crash_note_fine(kiosk.state);
    }
    assert_string_equal(kiosk_version(&kiosk), "2.0.0");
    kiosk_remove(&kiosk);
}

static void the_past_is_kept_and_bounded(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    HistoryEntry *entries;
    size_t count;
    int fd = open(kiosk.state, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    history_load(&kiosk.arena, fd, &entries, &count);
    assert_int_equal(count, 2);
    assert_string_equal(entries[0].from, "1.0.0");
    assert_string_equal(entries[0].to, "2.0.0");
    assert_string_equal(entries[0].signer, "team");
    for (int i = 0; i < HISTORY_MAX + 10; i++) {
        const HistoryEntry entry = {today, HISTORY_ROLLED_BACK, "small", "2.0.0", arena_format(&kiosk.arena, "%d", i),
                                    "-"};
        assert_true(history_add(fd, &entry));
    }
    history_load(&kiosk.arena, fd, &entries, &count);
    assert_int_equal(count, HISTORY_MAX);
    assert_string_equal(entries[0].to, "59");
    close(fd);
    kiosk_remove(&kiosk);
}

static void packs_stand_in_the_order_of_their_arrival(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StorePack *packs;
    size_t count;
    Store store;
    static const char *const ids[] = {"zebra", "apple", "mango"};
    for (size_t i = 0; i < ARRAY_LEN(ids); i++) {
        kiosk_write(&kiosk, arena_format(&kiosk.arena, "%s/pack.yaml", ids[i]),
                    arena_format(&kiosk.arena, "hearth: 1\nid: %s\nversion: 1\n", ids[i]));
        assert_int_equal(kiosk_install(&kiosk, ids[i], true).verdict, VERDICT_INSTALLED);
    }
    kiosk_write(&kiosk, "zebra/pack.yaml", "hearth: 1\nid: zebra\nversion: 2\n");
    assert_int_equal(kiosk_install(&kiosk, "zebra", true).verdict, VERDICT_INSTALLED);
    store_open_to_read(&store, kiosk.state);
    store_list(&store, &kiosk.arena, &packs, &count);
    store_close(&store);
    assert_int_equal(count, 3);
    for (size_t i = 0; i < count; i++) assert_string_equal(packs[i].id, ids[i]);
    kiosk_remove(&kiosk);
}

static void a_pack_saved_for_editing_is_whole_and_not_signed(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_with_two();
    Store store;
    StorePack pack;
    const char *folder, *stick = kiosk_path(&kiosk, "stick"), *pulled = kiosk_path(&kiosk, "pulled");
    CHECK(mkdir(stick, 0755) == 0);
    store_open_to_read(&store, kiosk.state);
    CHECK(store_find(&store, &kiosk.arena, "small", &pack));
    store_close(&store);
    const ShownPack shown = {"small", pack.dir, "1.0.0"}, gone = {"small", kiosk_path(&kiosk, "gone"), "1.0.0"};
    assert_true(pack_export(&kiosk.arena, &shown, stick, &folder, NULL, &kiosk.diags));
    assert_string_equal(folder, "small");
    assert_true(pack_export(&kiosk.arena, &shown, stick, &folder, NULL, &kiosk.diags));
    assert_string_equal(folder, "small-2");
    assert_false(pack_export(&kiosk.arena, &gone, stick, &folder, NULL, &kiosk.diags));
    assert_false(pack_export(&kiosk.arena, &shown, pulled, &folder, NULL, &kiosk.diags));
    assert_true(kiosk_says(&kiosk, "stick-unreadable"));
    assert_true(fs_is_file(kiosk_path(&kiosk, "stick/small/images/a.svg")));
    assert_false(fs_is_file(kiosk_path(&kiosk, "stick/small/" MANIFEST_NAME)));
    kiosk_write(&kiosk, "stick/small/en/one.yaml", SMALL_PAGE "# edited\n");
    assert_int_equal(kiosk_install(&kiosk, "stick/small", true).verdict, VERDICT_INSTALLED);
    kiosk_remove(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_read_as_it_was_written),
        cmocka_unit_test(no_damage_to_the_list_goes_unnoticed),
        cmocka_unit_test(slot_names_lead_nowhere_else),
        cmocka_unit_test(going_back_and_forth),
        cmocka_unit_test(there_is_not_always_something_to_go_back_to),
        cmocka_unit_test(only_current_and_previous_stay),
        cmocka_unit_test(what_is_being_read_is_not_swept_away),
        cmocka_unit_test(what_a_power_cut_left_is_swept_away),
        cmocka_unit_test(a_bit_that_flips_in_any_file_is_noticed),
        cmocka_unit_test(with_both_damaged_there_is_nothing_to_show),
        cmocka_unit_test(a_damaged_previous_one_is_nothing_to_go_back_to),
        cmocka_unit_test(a_damaged_list_is_made_again_from_the_folders),
        cmocka_unit_test(a_damaged_byte_of_a_list_brings_no_older_version_back),
        cmocka_unit_test(a_list_or_copy_that_is_gone_is_made_again),
        cmocka_unit_test(doubt_about_the_latest_version_is_said),
        cmocka_unit_test(odd_things_in_the_state_folder_do_no_harm),
        cmocka_unit_test(three_crashes_in_five_minutes_take_a_pack_back),
        cmocka_unit_test(a_pack_that_crashed_does_not_come_back_by_itself),
        cmocka_unit_test(the_pack_that_was_changed_last_is_taken_back),
        cmocka_unit_test(each_boot_has_a_name),
        cmocka_unit_test(a_key_that_was_still_to_be_trusted_is_trusted_at_the_next_start),
        cmocka_unit_test(the_state_folder_is_where_it_is_said_to_be),
        cmocka_unit_test(slow_crashes_power_cuts_and_good_ends_do_not_count),
        cmocka_unit_test(the_past_is_kept_and_bounded),
        cmocka_unit_test(packs_stand_in_the_order_of_their_arrival),
        cmocka_unit_test(a_pack_saved_for_editing_is_whole_and_not_signed),
    };
    return cmocka_run_group_tests_name("slots", tests, NULL, NULL);
}
