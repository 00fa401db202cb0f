/* What changes from one version to the next, as a person would say it. */
#include "unit.h"

#include "store/diff/diff.h"
#include "store/diff/numbers.h"
#include "store_fixture.h"

static const PackDiff *diff_of(Kiosk *kiosk, const char *before, const char *after)
{
    PackDiff *diff = ARENA_NEW(&kiosk->arena, PackDiff);
    Manifest *manifests = ARENA_ARRAY(&kiosk->arena, Manifest, 2);
    if (before) manifests[0] = kiosk_manifest(kiosk, before, 1);
    manifests[1] = kiosk_manifest(kiosk, after, 1);
    const DiffSide old = {before ? kiosk_path(kiosk, before) : NULL, &manifests[0]};
    const DiffSide now = {kiosk_path(kiosk, after), &manifests[1]};
    pack_diff(&kiosk->arena, before ? &old : NULL, &now, diff);
    return diff;
}

static void nothing_changes_between_equals(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.0.0");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_true(pack_diff_is_empty(diff));
    assert_int_equal(diff->kept_count, 1);
    assert_string_equal(diff->kept[0].after, "9-8-8");
    assert_string_equal(diff->kept[0].label, "Crisis line");
    kiosk_remove(&kiosk);
}

static void comments_line_ends_and_the_version_are_no_change(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.0.1");
    char *text = arena_alloc(&kiosk.arena, 2 * sizeof(SMALL_PAGE) + 32), *to = text;
    to += sprintf(to, "\xEF\xBB\xBF# saved in Notepad\r\n");
    for (const char *from = SMALL_PAGE; *from; from++) {
        if (*from == '\n') *to++ = '\r';
        *to++ = *from;
    }
    kiosk_write(&kiosk, "b/en/one.yaml", text);
    assert_true(pack_diff_is_empty(diff_of(&kiosk, "a", "b")));
    kiosk_remove(&kiosk);
}

static void pages_are_added_changed_and_removed(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.1.0");
    kiosk_write(&kiosk, "a/en/gone.yaml", PAGE_TOP("Five myths") PAGE_PARTS(SIXTY_WORDS));
    kiosk_write(&kiosk, "b/en/new.yaml", PAGE_TOP("Love and distance") PAGE_PARTS(SIXTY_WORDS));
    kiosk_write(&kiosk, "b/fr/new.yaml", PAGE_TOP("Amour et distance") PAGE_PARTS(SIXTY_WORDS));
    kiosk_write(&kiosk, "b/fr/one.yaml", PAGE_TOP("Un souffle") PAGE_PARTS(SIXTY_WORDS));
    kiosk_write(&kiosk, "b/fr/pack.yaml", SMALL_WORDS);
    kiosk_write(&kiosk, "b/images/b.svg", SMALL_SVG);
    kiosk_write(&kiosk, "b/audio/en/one.ogg", "x");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->page_count, 3);
    assert_int_equal(diff->added, 1);
    assert_int_equal(diff->changed, 1);
    assert_int_equal(diff->removed, 1);
    assert_string_equal(diff->pages[0].title, "Five myths");
    assert_int_equal(diff->pages[0].kind, CHANGE_REMOVED);
    assert_string_equal(diff->pages[1].title, "Love and distance");
    assert_string_equal(diff->pages[1].langs, "en, fr");
    assert_string_equal(diff->pages[2].title, "One slow breath"); /* there before; new in French */
    assert_int_equal(diff->pages[2].kind, CHANGE_CHANGED);
    assert_string_equal(diff->pages[2].langs, "fr");
    assert_string_equal(diff->langs_added, "fr");
    assert_string_equal(diff->langs_removed, "");
    assert_int_equal(diff->pictures, 1);
    assert_int_equal(diff->sounds, 1);
    assert_true(diff->structure);
    kiosk_remove(&kiosk);
}

static void everything_of_a_new_pack_is_new(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    const PackDiff *diff = diff_of(&kiosk, NULL, "a");
    assert_true(diff->is_new);
    assert_int_equal(diff->added, 1);
    assert_int_equal(diff->number_count, 1);
    assert_null(diff->numbers[0].before);
    assert_string_equal(diff->numbers[0].after, "9-8-8");
    assert_string_equal(diff->langs_added, "");
    kiosk_remove(&kiosk);
}

static void a_number_is_shown_old_and_new_in_full(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_write(&kiosk, "b/pack.yaml",
                "hearth: 1\nid: small\nversion: 1.0.1\nlanguages: [en]\n"
                "sections:\n  - id: start\n    colour: growth\n    pages:\n      - {id: one, image: images/a.svg}\n"
                "crisis:\n  - {id: line, number: 1-800-668-8258, verified: \"\", review-by: 2027-05-24}\n"
                "  - {id: other, number: 2-1-1, verified: \"\", review-by: 2027-05-24}\n");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->number_count, 2);
    assert_string_equal(diff->numbers[0].label, "Crisis line");
    assert_string_equal(diff->numbers[0].before, "9-8-8");
    assert_string_equal(diff->numbers[0].after, "1-800-668-8258");
    assert_null(diff->numbers[1].before);
    assert_string_equal(diff->numbers[1].after, "2-1-1");
    assert_int_equal(diff->kept_count, 0);
    kiosk_remove(&kiosk);
}

static void a_number_in_running_text_counts_once_for_all_languages(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    static const char *const langs[] = {"en", "fr"};
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.0.1");
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        kiosk_write(&kiosk, arena_format(&kiosk.arena, "a/%s/one.yaml", langs[i]),
                    SMALL_PAGE "      - text: Call 416-555-0119, or 9-8-8.\n");
        kiosk_write(&kiosk, arena_format(&kiosk.arena, "b/%s/one.yaml", langs[i]),
                    SMALL_PAGE "      - text: Call 416-555-0164, or 9-8-8.\n");
    }
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->number_count, 1);
    assert_string_equal(diff->numbers[0].label, "One slow breath");
    assert_string_equal(diff->numbers[0].before, "416-555-0119");
    assert_string_equal(diff->numbers[0].after, "416-555-0164");
    kiosk_remove(&kiosk);
}

static void the_clinics_own_pack_changes_by_setting_and_person(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    static const char head[] = "hearth: 1\nid: site\nkind: site\nversion: 1\n";
    kiosk_write(&kiosk, "a/site.yaml",
                arena_format(&kiosk.arena, "%sclinic: {name: Here, phone: 416-555-0100}\nvolume: 1\n", head));
    kiosk_write(&kiosk, "b/site.yaml",
                arena_format(&kiosk.arena, "%sclinic: {name: Here, phone: 416-555-0176}\nlight: 2\n", head));
    kiosk_write(&kiosk, "a/therapists.yaml", "people:\n  - {id: x, name: Ms X, phone: 1}\n  - {id: y, name: Mr Y}\n");
    kiosk_write(&kiosk, "b/therapists.yaml", "people:\n  - {id: x, name: Ms X, phone: 2}\n  - {id: z, name: Dr Z}\n");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    static const char *const titles[] = {"clinic: phone", "light", "volume", "Ms X: phone", "Dr Z", "Mr Y"};
    static const ChangeKind kinds[] = {CHANGE_CHANGED, CHANGE_ADDED, CHANGE_REMOVED,
                                       CHANGE_CHANGED, CHANGE_ADDED, CHANGE_REMOVED};
    assert_true(diff->is_site);
    assert_int_equal(diff->page_count, ARRAY_LEN(titles));
    for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
        assert_string_equal(diff->pages[i].title, titles[i]);
        assert_int_equal(diff->pages[i].kind, kinds[i]);
    }
    assert_int_equal(diff->number_count, 2);
    assert_string_equal(diff->numbers[0].label, "Here");
    assert_string_equal(diff->numbers[0].after, "416-555-0176");
    assert_string_equal(diff->numbers[1].label, "Ms X");
    kiosk_remove(&kiosk);
}

#define DIRECTORY_TOP "hearth: 1\nupdated: 2026-11-24\nreview-by: 2027-02-24\n"
#define CLINIC_FILE "hearth: 1\nid: site\nkind: site\nversion: 1\nclinic: {name: Here}\n"

/* Writes a clinic's pack with people in a list or a table; NULL: there is none. */
static void clinic_write(Kiosk *kiosk, const char *dir, const char *people, const char *table)
{
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/site.yaml", dir), CLINIC_FILE);
    kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/therapists.yaml", dir),
                arena_format(&kiosk->arena, DIRECTORY_TOP "%s", people ? people : ""));
    if (table) kiosk_write(kiosk, arena_format(&kiosk->arena, "%s/therapists.csv", dir), table);
}

#define COLUMNS "name,phone,profession,focus,languages,meets,cost,new-clients\n"
#define REST ",psychologist,couples,en,online,full-fee,yes\n"

static void a_number_in_a_table_counts_as_one_in_a_list_does(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    clinic_write(&kiosk, "a", NULL, COLUMNS "Ada Stone,416-555-0101" REST "Noor Haddad,416-555-0102" REST);
    clinic_write(&kiosk, "b", NULL, COLUMNS "Noor Haddad,416-555-0102" REST "Ada Stone,416-999-6666" REST);
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->page_count, 1);
    assert_string_equal(diff->pages[0].title, "Ada Stone: phone");
    assert_int_equal(diff->number_count, 1);
    assert_string_equal(diff->numbers[0].label, "Ada Stone");
    assert_string_equal(diff->numbers[0].before, "416-555-0101");
    assert_string_equal(diff->numbers[0].after, "416-999-6666");
    assert_int_equal(diff->other_files, 0);
    kiosk_remove(&kiosk);
}

/* Two rows with one name, and one of the numbers changes. */
static void a_number_of_a_namesake_is_not_missed(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    clinic_write(&kiosk, "a", NULL, COLUMNS "Ada Stone,416-555-0101" REST "Ada Stone,416-555-0102" REST);
    clinic_write(&kiosk, "b", NULL, COLUMNS "Ada Stone,416-555-0101" REST "Ada Stone,416-999-6666" REST);
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->number_count, 1);
    assert_string_equal(diff->numbers[0].after, "416-999-6666");
    kiosk_remove(&kiosk);
}

static void people_who_move_from_the_list_to_a_table_do_not_change(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    static const char list[] = "therapists:\n"
                               "  - name: Ada Stone\n    profession: psychologist\n    focus: [couples]\n"
                               "    languages: [en]\n    meets: [online]\n    cost: [full-fee]\n"
                               "    new-clients: yes\n    phone: 416-555-0101\n";
    clinic_write(&kiosk, "a", list, NULL);
    clinic_write(&kiosk, "b", NULL, COLUMNS "Ada Stone,416-555-0101" REST);
    assert_true(pack_diff_is_empty(diff_of(&kiosk, "a", "b")));
    clinic_write(&kiosk, "c", NULL, COLUMNS "Ada Stone,416-555-0102" REST);
    const PackDiff *diff = diff_of(&kiosk, "a", "c");
    assert_int_equal(diff->removed, 0);
    assert_int_equal(diff->number_count, 1);
    kiosk_remove(&kiosk);
}

static void words_for_danger_that_come_and_go_are_said(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_write(&kiosk, "a/en/support.yaml", "phrases: [hurt myself, no way out]\n");
    kiosk_write(&kiosk, "b/en/support.yaml", "phrases: [no way out, end it all]\n");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->page_count, 1);
    assert_string_equal(diff->pages[0].title, "support.yaml: + “end it all” − “hurt myself”");
    assert_false(diff->pages[0].is_page);
    kiosk_remove(&kiosk);
}

static void the_hours_of_a_crisis_line_are_said_by_its_name(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.0.1");
    kiosk_write(&kiosk, "a/en/pack.yaml", "title: T\ncrisis:\n  line: {name: Night line, line: Day or night.}\n");
    kiosk_write(&kiosk, "b/en/pack.yaml", "title: T\ncrisis:\n  line: {name: Night line, line: From 9 to 5.}\n");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->page_count, 1);
    assert_string_equal(diff->pages[0].title, "Night line: line");
    assert_string_equal(diff->pages[0].langs, "en");
    assert_false(diff->structure);
    kiosk_remove(&kiosk);
}

static void a_playlist_that_changes_is_said_by_its_title(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_write(&kiosk, "a/site.yaml", CLINIC_FILE "playlists:\n  - {id: early, title: A soft start, pages: [one]}\n");
    kiosk_write(&kiosk, "b/site.yaml", CLINIC_FILE "playlists:\n  - {id: early, title: A soft start, pages: [two]}\n");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->page_count, 1);
    assert_string_equal(diff->pages[0].title, "A soft start: pages");
    kiosk_remove(&kiosk);
}

static void what_cannot_be_read_counts_as_changed(void **state)
{
    (void)state;
    Kiosk kiosk = kiosk_new();
    kiosk_pack(&kiosk, "a", "1.0.0");
    kiosk_pack(&kiosk, "b", "1.0.0");
    kiosk_write(&kiosk, "b/en/one.yaml", "title: [\n");
    const PackDiff *diff = diff_of(&kiosk, "a", "b");
    assert_int_equal(diff->changed, 1);
    assert_string_equal(diff->pages[0].title, "one");
    kiosk_remove(&kiosk);
}

static void phone_numbers_are_told_from_other_numbers(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"Call 9-8-8 now", "9-8-8"},
        {"1-800-668-8258.", "1-800-668-8258"},
        {"(416) 555-0119 or the desk", "(416) 555-0119"},
        {"(call 9-8-8)", "9-8-8"},
        {"(9-8-8)", "9-8-8"},
        {"\u0664\u0661\u0666-\u0665\u0665\u0665-\u0660\u0661\u0661\u0669",
         "\u0664\u0661\u0666-\u0665\u0665\u0665-\u0660\u0661\u0661\u0669"},
        {"tel. 416.555.0119", "416.555.0119"},
        {"+44 20 7946 0958", "+44 20 7946 0958"},
        {"4165550119", "4165550119"},
        {"555-0119", "555-0119"},
        {"on 2026-11-24 at 12:30", NULL},
        {"pages 12-14", NULL},
        {"since 1998", NULL},
        {"3 to 5 times", NULL},
        {"breathe in 4, out 6", NULL},
        {"version 1.0.0", NULL},
        {"v416-555-0119x", NULL},
        {"1234567890123456", NULL},
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        size_t at = 0, start = 0, length = 0;
        bool found = phone_next(texts[i][0], &at, &start, &length);
        if (found != (texts[i][1] != NULL)) fail_msg("%s: %s", texts[i][0], found ? "found" : "not found");
        if (!found) continue;
        assert_int_equal(length, strlen(texts[i][1]));
        assert_memory_equal(texts[i][0] + start, texts[i][1], length);
        assert_false(phone_next(texts[i][0], &at, &start, &length));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_changes_between_equals),
        cmocka_unit_test(comments_line_ends_and_the_version_are_no_change),
        cmocka_unit_test(pages_are_added_changed_and_removed),
        cmocka_unit_test(everything_of_a_new_pack_is_new),
        cmocka_unit_test(a_number_is_shown_old_and_new_in_full),
        cmocka_unit_test(a_number_in_running_text_counts_once_for_all_languages),
        cmocka_unit_test(the_clinics_own_pack_changes_by_setting_and_person),
        cmocka_unit_test(a_number_in_a_table_counts_as_one_in_a_list_does),
        cmocka_unit_test(a_number_of_a_namesake_is_not_missed),
        cmocka_unit_test(people_who_move_from_the_list_to_a_table_do_not_change),
        cmocka_unit_test(words_for_danger_that_come_and_go_are_said),
        cmocka_unit_test(the_hours_of_a_crisis_line_are_said_by_its_name),
        cmocka_unit_test(a_playlist_that_changes_is_said_by_its_title),
        cmocka_unit_test(what_cannot_be_read_counts_as_changed),
        cmocka_unit_test(phone_numbers_are_told_from_other_numbers),
    };
    return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
