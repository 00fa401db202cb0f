#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/packs.h"
#include "visit/script.h"

/* Plays `text`; returns whether it held, and in `said` what was reported, without the file's name. `pictures` may be
 * NULL. */
static bool play_with_pictures(const char *text, const char *pictures, char *said, size_t size)
{
    char path[] = "/tmp/hearth-script-XXXXXX";
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    assert_int_equal(write(handle, text, strlen(text)), (ssize_t)strlen(text));
    close(handle);
    const char *pack = "tests/packs/good/visit";
    FILE *out = tmpfile();
    assert_non_null(out);
    ScriptOptions options = {
        .file = path, .pictures_dir = pictures, .platform = {.hidden = true}, .app = {.seed = 1}, .out = out};
    packs_open(&options.app.library, &options.app.site, &pack, 1, stderr);
    bool held = script_run(&options);
    rewind(out);
    size_t count = fread(said, 1, size - 1, out);
    said[count] = '\0';
    if (strncmp(said, path, strlen(path)) == 0) memmove(said, said + strlen(path), strlen(said + strlen(path)) + 1);
    fclose(out);
    remove(path);
    return held;
}

static bool play(const char *text, char *said, size_t size) { return play_with_pictures(text, NULL, said, size); }

static void assert_fails(const char *text, const char *report)
{
    char said[512];
    assert_false(play(text, said, sizeof(said)));
    assert_string_equal(said, report);
}

static void assert_holds(const char *text)
{
    char said[512];
    if (!play(text, said, sizeof(said))) fail_msg("%s", said);
}

static void comments_blank_lines_and_quotes_are_read_as_they_are_meant(void **state)
{
    (void)state;
    assert_holds(
        "# a comment\n\n   # another\nexpect screen attract  # at the end\nexpect text \"Hear the river\"\r\n");
}

static void what_does_not_hold_names_its_line(void **state)
{
    (void)state;
    assert_fails("expect screen attract\n\nexpect screen home\n",
                 ":3: expected screen \"home\", but it is \"attract\"\n");
    assert_fails("tap #nowhere\n", ":1: there is no #nowhere here\n");
    assert_fails("expect text \"no such words\"\n", ":1: nothing here says \"no such words\"\n");
}

static void what_is_not_understood_is_said(void **state)
{
    (void)state;
    assert_fails("jump\n", ":1: there is no step \"jump\"\n");
    assert_fails("wait long\n", ":1: a time is written 2.5s, 300ms or 2min\n");
    assert_fails("wait\n", ":1: write: wait 2.5s\n");
    assert_fails("key any\n", ":1: there is no key \"any\"\n");
    assert_fails("expect weather fine\n", ":1: nothing called \"weather\" can be expected\n");
    assert_fails("clock 2026-02-31 10:00\n", ":1: a clock is written 2026-11-24 14:30\n");
    assert_fails("repeat 2\nwait 1s\n", ":1: write: repeat 10, some lines, and a line that says end\n");
    assert_fails("end\n", ":1: there is no repeat before this end\n");
}

static void a_script_without_steps_does_not_pass(void **state)
{
    (void)state;
    char said[512];
    assert_false(play("# nothing\n", said, sizeof(said)));
}

static void repeats_run_as_often_as_they_say(void **state)
{
    (void)state;
    /* Three turns of two pages each reach the fourth page; a turn more than there are stays there. */
    assert_holds("tap 50% 30%\nwait 1s\nrepeat 3\nkey page-down\nwait 1s\nend\nexpect page 4\n"
                 "repeat 2\nrepeat 1\nkey page-up\nwait 1s\nend\nend\nexpect page 2\n");
}

static void time_is_the_scripts_own(void **state)
{
    (void)state;
    assert_holds("tap 50% 30%\nwait 1h\nexpect screen attract\nexpect nothing-kept\n");
    assert_holds("tap 50% 30%\nuntil 10min overlay still-reading\n");
    assert_fails("tap 50% 30%\nuntil 10s overlay still-reading\n",
                 ":2: expected overlay \"still-reading\", but it is \"none\"\n");
}

/* The file is there and holds more than a few bytes; it is removed. */
static void assert_kept(const char *dir, const char *name)
{
    char path[128];
    snprintf(path, sizeof(path), "%s/%s", dir, name);
    struct stat file;
    assert_int_equal(stat(path, &file), 0);
    assert_true(file.st_size > 100);
    assert_int_equal(unlink(path), 0);
}

static void a_step_that_does_not_hold_leaves_its_screen_and_scene(void **state)
{
    (void)state;
    char dir[] = "/tmp/hearth-script-XXXXXX", said[512], report[512];
    assert_non_null(mkdtemp(dir));
    snprintf(report, sizeof(report),
             ":2: expected screen \"home\", but it is \"attract\"\n"
             "the screen is kept in %s/failed.png, its scene in %s/failed.txt\n",
             dir, dir);
    assert_true(play_with_pictures("expect screen attract\n", dir, said, sizeof(said)));
    assert_false(play_with_pictures("wait 1s\nexpect screen home\n", dir, said, sizeof(said)));
    assert_string_equal(said, report);
    assert_kept(dir, "failed.png");
    assert_kept(dir, "failed.txt");
    assert_int_equal(rmdir(dir), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_blank_lines_and_quotes_are_read_as_they_are_meant),
        cmocka_unit_test(what_does_not_hold_names_its_line),
        cmocka_unit_test(what_is_not_understood_is_said),
        cmocka_unit_test(a_script_without_steps_does_not_pass),
        cmocka_unit_test(repeats_run_as_often_as_they_say),
        cmocka_unit_test(time_is_the_scripts_own),
        cmocka_unit_test(a_step_that_does_not_hold_leaves_its_screen_and_scene),
    };
    return cmocka_run_group_tests_name("script", tests, NULL, NULL);
}
