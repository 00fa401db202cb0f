/* What is said about a stick, whatever is on it; and noticing that one came. */
#include "unit.h"

#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include "staff/stick_watch.h"
#include "platform/mounts.h"
#include "store/stick/report.h"
#include "store/stick/stick.h"
#include "store_fixture.h"

static void all_packs_are_listed_and_none_is_guessed(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StickReport report;
    kiosk_pack(&kiosk, "stick/a", "1.0.0");
    kiosk_pack(&kiosk, "stick/packs/b", "2.0.0");
    kiosk_write(&kiosk, "stick/site/site.yaml", "hearth: 1\nid: site\nkind: site\nversion: 1\n");
    kiosk_pack(&kiosk, "stick/four/folders/down/here", "3.0.0");
    kiosk_pack(&kiosk, "stick/one/more/is/too/deep", "3.0.0");
    kiosk_pack(&kiosk, "stick/.Trash-1000/c", "4.0.0");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "stick"), &report);
    assert_int_equal(report.state, STICK_PACKS);
    assert_int_equal(report.count, 4);
    assert_string_equal(report.packs[0].path, "a");
    assert_string_equal(report.packs[1].path, "site"); /* those at the top come first */
    assert_string_equal(report.packs[2].path, "packs/b");
    assert_string_equal(report.packs[2].folder, "b");
    assert_string_equal(report.packs[3].path, "four/folders/down/here");
    assert_string_equal(report.sentence, "There are 4 packs on this stick. Choose one.");
    for (size_t i = 0; i < report.count; i++) { /* found, but not looked at */
        assert_false(verdict_is_ready(report.packs[i].verdict));
        assert_int_equal(report.packs[i].verdict, VERDICT_UNDECIDED);
    }
    const InspectJob like = {.state_dir = kiosk.state};
    stick_inspect(&like, kiosk_path(&kiosk, "stick"), &kiosk.arena, NULL, &report);
    assert_string_equal(report.packs[2].version, "2.0.0");
    assert_int_equal(report.packs[1].verdict, VERDICT_READY_NEEDS_PIN);
    stick_report_free(&report);
    kiosk_remove(&kiosk);
}

static void a_stick_may_be_a_pack_itself(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StickReport report;
    kiosk_pack(&kiosk, "stick", "1.0.0");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "stick"), &report);
    assert_int_equal(report.count, 1); /* its language folders are none */
    assert_string_equal(report.packs[0].path, "");
    const InspectJob like = {.state_dir = kiosk.state};
    stick_inspect(&like, kiosk_path(&kiosk, "stick"), &kiosk.arena, NULL, &report);
    assert_int_equal(report.packs[0].verdict, VERDICT_READY_NEEDS_PIN);
    stick_report_free(&report);
    kiosk_remove(&kiosk);
}

static void each_kind_of_nothing_has_its_sentence(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StickReport report;
    kiosk_write(&kiosk, "empty/photos/IMG_1.JPG", "x");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "empty"), &report);
    assert_int_equal(report.state, STICK_EMPTY);
    kiosk_write(&kiosk, "zip/Relationships.zip", "PK");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "zip"), &report);
    assert_int_equal(report.state, STICK_ARCHIVE);
    assert_non_null(strstr(report.sentence, "“Relationships.zip” is an archive"));
    kiosk_write(&kiosk, "part/en/pack.yaml", SMALL_WORDS);
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "part"), &report);
    assert_int_equal(report.state, STICK_PART);
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "nowhere"), &report);
    assert_int_equal(report.state, STICK_UNREADABLE);
    kiosk_write(&kiosk, "txt/my-pack/pack.yaml.txt", "hearth: 1\n");
    kiosk_write(&kiosk, "txt/my-pack/en/pack.yaml", SMALL_WORDS);
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "txt"), &report);
    assert_int_equal(report.state, STICK_MISNAMED);
    assert_string_equal(report.found, "my-pack/pack.yaml.txt");
    kiosk_write(&kiosk, "yml/pack.yml", "hearth: 1\n");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "yml"), &report);
    assert_int_equal(report.state, STICK_MISNAMED);
    kiosk_write(&kiosk, "table/therapists.csv", "name\n");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "table"), &report);
    assert_int_equal(report.state, STICK_ALONE);
    assert_non_null(strstr(report.sentence, "“therapists.csv”"));
    kiosk_write(&kiosk, "page/en/lake.yaml", "title: x\n");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "page"), &report);
    assert_int_equal(report.state, STICK_ALONE);
    static const char *const dirs[] = {"empty", "zip", "part", "nowhere", "txt", "yml", "table", "page"};
    for (size_t i = 0; i < ARRAY_LEN(dirs); i++) {
        stick_find(&kiosk.arena, kiosk_path(&kiosk, dirs[i]), &report);
        assert_int_equal(report.count, 0);
        assert_non_null(strstr(report.sentence, "nothing was changed"));
    }
    kiosk_remove(&kiosk);
}

static void links_on_a_stick_lead_nowhere(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StickReport report;
    kiosk_pack(&kiosk, "outside", "1.0.0");
    kiosk_write(&kiosk, "stick/readme.txt", "x");
    CHECK(symlink("../outside", kiosk_path(&kiosk, "stick/pack")) == 0);
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "stick"), &report);
    assert_int_equal(report.state, STICK_EMPTY);
    CHECK(symlink("../../outside/pack.yaml", kiosk_path(&kiosk, "stick/pack.yaml")) == 0);
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "stick"), &report);
    assert_int_equal(report.state, STICK_EMPTY);
    kiosk_remove(&kiosk);
}

static void a_stick_full_of_folders_is_looked_at_for_a_while_only(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StickReport report;
    for (int i = 0; i < STICK_FOLDERS_MAX + 50; i++)
        CHECK(fs_make_dirs(kiosk_path(&kiosk, arena_format(&kiosk.arena, "stick/%05d", i))));
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "stick"), &report);
    assert_int_equal(report.state, STICK_DEEP);
    assert_non_null(strstr(report.sentence, "the top of the stick"));
    for (int i = 0; i < STICK_PACKS_MAX + 5; i++) kiosk_pack(&kiosk, arena_format(&kiosk.arena, "stick/%05d", i), "1");
    stick_find(&kiosk.arena, kiosk_path(&kiosk, "stick"), &report);
    assert_int_equal(report.count, STICK_PACKS_MAX);
    kiosk_remove(&kiosk);
}

static void the_report_is_for_notepad_and_says_what_to_do(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    StickReport report;
    kiosk_pack(&kiosk, "stick/good", "1.0.0");
    kiosk_pack(&kiosk, "stick/poor", "1.0.0");
    kiosk_write(&kiosk, "stick/poor/fonts/a.ttf", "x");
    const char *root = kiosk_path(&kiosk, "stick");
    const InspectJob like = {.state_dir = kiosk.state};
    stick_find(&kiosk.arena, root, &report);
    stick_inspect(&like, root, &kiosk.arena, NULL, &report);
    Bytes text = report_text(&kiosk.arena, &report, (Date){2026, 11, 24});
    assert_memory_equal(text.data, "\xEF\xBB\xBFHearth report, 2026-11-24\r\n", 28);
    assert_non_null(strstr(text.data, "poor/fonts/a.ttf: a pack may not bring fonts. What to do: take it out"));
    assert_non_null(strstr(text.data, "Not signed."));
    assert_non_null(strstr(text.data, "Code to read out: H-6"));
    assert_true(report_write(root, text));
    assert_true(report_write(root, text)); /* in the place of the first */
    const Diag *first = report_first_problem(&report.packs[1], 0);
    assert_string_equal(first->code, "font-file");
    assert_null(report_first_problem(&report.packs[1], 1));
    stick_report_free(&report);
    stick_find(&kiosk.arena, root, &report); /* the report itself is no obstacle */
    stick_inspect(&like, root, &kiosk.arena, NULL, &report);
    assert_int_equal(report.packs[0].verdict, VERDICT_READY_NEEDS_PIN);
    stick_report_free(&report);
    kiosk_remove(&kiosk);
}

static void a_report_follows_no_link(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_write(&kiosk, "outside", "secret");
    kiosk_write(&kiosk, "stick/a.txt", "x");
    CHECK(symlink("../outside", kiosk_path(&kiosk, "stick/" REPORT_NAME)) == 0);
    assert_true(report_write(kiosk_path(&kiosk, "stick"), (Bytes){"report", 6}));
    Bytes outside;
    assert_int_equal(fs_read(&kiosk.arena, kiosk_path(&kiosk, "outside"), 10, &outside), FS_OK);
    assert_string_equal(outside.data, "secret");
    kiosk_remove(&kiosk);
}

static bool is_told(const Mounts *mounts, int wait_ms)
{
    struct pollfd wait = {.fd = mounts_fd(mounts), .events = POLLIN};
    return poll(&wait, 1, wait_ms) == 1;
}

static void folders_come_and_go(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    Sticks sticks;
    CHECK(fs_make_dirs(kiosk_path(&kiosk, "sticks/b")));
    Mounts *mounts = mounts_open(arena_format(&kiosk.arena, "%s/", kiosk_path(&kiosk, "sticks")), true);
    assert_non_null(mounts);
    mounts_list(mounts, &kiosk.arena, &sticks);
    assert_int_equal(sticks.count, 1);
    assert_false(is_told(mounts, 0));
    CHECK(fs_make_dirs(kiosk_path(&kiosk, "sticks/a")));
    assert_true(is_told(mounts, 1000));
    mounts_list(mounts, &kiosk.arena, &sticks);
    assert_int_equal(sticks.count, 2);
    assert_string_equal(sticks.items[0].name, "a");
    assert_true(sticks.items[0].is_readable);
    assert_string_equal(sticks.items[1].path, kiosk_path(&kiosk, "sticks/b"));
    assert_false(is_told(mounts, 0));
    kiosk_write(&kiosk, "sticks/sdb.unreadable", "");
    CHECK(rmdir(kiosk_path(&kiosk, "sticks/a")) == 0);
    assert_true(is_told(mounts, 1000));
    mounts_list(mounts, &kiosk.arena, &sticks);
    assert_int_equal(sticks.count, 2);
    assert_string_equal(sticks.items[1].name, "sdb");
    assert_false(sticks.items[1].is_readable);
    mounts_close(mounts);
    kiosk_remove(&kiosk);
}

/* In a mount table of our own, which needs root. Elsewhere the folders above have to do. */
static void mounts_come_and_go(void **state)
{
    (void)state;
    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) skip();
    Kiosk kiosk = kiosk_new();
    Sticks sticks;
    const char *point = kiosk_path(&kiosk, "sticks/my stick");
    CHECK(fs_make_dirs(point));
    Mounts *mounts = mounts_open(kiosk_path(&kiosk, "sticks"), false);
    mounts_list(mounts, &kiosk.arena, &sticks);
    assert_int_equal(sticks.count, 0); /* a folder is no mount */
    assert_false(is_told(mounts, 0));
    if (mount("none", point, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) != 0) skip();
    assert_true(is_told(mounts, 1000));
    mounts_list(mounts, &kiosk.arena, &sticks);
    assert_int_equal(sticks.count, 1);
    assert_string_equal(sticks.items[0].name, "my stick");
    assert_string_equal(sticks.items[0].path, point);
    assert_false(is_told(mounts, 50));
    if (mount("none", point, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) != 0) skip();
    mounts_list(mounts, &kiosk.arena, &sticks);
    assert_int_equal(sticks.count, 1); /* twice in the table, and one stick all the same */
    CHECK(umount(point) == 0 && umount(point) == 0);
    assert_true(is_told(mounts, 1000));
    mounts_list(mounts, &kiosk.arena, &sticks);
    assert_int_equal(sticks.count, 0);
    mounts_close(mounts);
    kiosk_remove(&kiosk);
}

/* The mount table tells of a change once, and the thread is who hears it. */
static void a_mount_wakes_the_loop_and_is_listed_then(void **state)
{
    (void)state;
    if (unshare(CLONE_NEWNS) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) skip();
    Kiosk kiosk = kiosk_new();
    Platform *platform = platform_open(&(PlatformOptions){.hidden = true});
    const char *point = kiosk_path(&kiosk, "sticks/sda");
    StickWatch watch;
    Sticks sticks;
    Event event;
    CHECK(fs_make_dirs(point));
    stick_watch_open(&watch, kiosk_path(&kiosk, "sticks"), false);
    while (stick_watch_news(&watch, &kiosk.arena, &sticks)) continue;
    stick_watch_attach(&watch, platform);
    if (mount("none", point, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) != 0) skip();
    assert_true(platform_wait(platform, platform_now_ms() + 1000, &event));
    assert_true(stick_watch_news(&watch, &kiosk.arena, &sticks));
    assert_int_equal(sticks.count, 1);
    assert_false(stick_watch_news(&watch, &kiosk.arena, &sticks));
    CHECK(umount(point) == 0);
    assert_true(platform_wait(platform, platform_now_ms() + 1000, &event));
    assert_true(stick_watch_news(&watch, &kiosk.arena, &sticks));
    assert_int_equal(sticks.count, 0);
    stick_watch_close(&watch);
    platform_close(platform);
    kiosk_remove(&kiosk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_packs_are_listed_and_none_is_guessed),
        cmocka_unit_test(a_stick_may_be_a_pack_itself),
        cmocka_unit_test(each_kind_of_nothing_has_its_sentence),
        cmocka_unit_test(links_on_a_stick_lead_nowhere),
        cmocka_unit_test(a_stick_full_of_folders_is_looked_at_for_a_while_only),
        cmocka_unit_test(the_report_is_for_notepad_and_says_what_to_do),
        cmocka_unit_test(a_report_follows_no_link),
        cmocka_unit_test(folders_come_and_go),
        cmocka_unit_test(mounts_come_and_go),
        cmocka_unit_test(a_mount_wakes_the_loop_and_is_listed_then),
    };
    return cmocka_run_group_tests_name("stick", tests, NULL, NULL);
}
