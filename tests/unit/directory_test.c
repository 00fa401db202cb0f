#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/site/site_load.h"

/* xorshift32: the same people in every run. */
static uint32_t random_next(uint32_t *state)
{
    uint32_t x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

enum { PEOPLE = DIRECTORY_PEOPLE_MAX, CHOICES = 20, ROUNDS = 300 };

static const char *number_text(Arena *arena, const char *format, size_t n)
{
    return arena_format(arena, "%s%zu", format, n);
}

/* A list of 2,000 whose every group has 20 choices, or one for a question of yes or no. */
static Directory *crowd_new(Arena *arena)
{
    Directory *directory = ARENA_NEW(arena, Directory);
    Therapist *people = ARENA_ARRAY(arena, Therapist, PEOPLE);
    uint32_t random = 7;
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) {
        bool yes = group == GROUP_NEW_CLIENTS || group == GROUP_STEP_FREE;
        size_t count = yes ? 1 : CHOICES;
        Choice *choices = ARENA_ARRAY(arena, Choice, count);
        for (size_t i = 0; i < count; i++) choices[i].id = yes ? "yes" : number_text(arena, "c", i);
        directory->choices[group] = (ChoiceList){choices, count};
    }
    for (size_t i = 0; i < PEOPLE; i++) {
        people[i] = (Therapist){.id = number_text(arena, "p", i),
                                .name = number_text(arena, "Person ", random_next(&random) % 1000)};
        people[i].distance_hm = (int)(random_next(&random) % 120) - 1;
        people[i].wait_weeks = (int)(random_next(&random) % 12) - 1;
        people[i].new_clients = (int)(random_next(&random) % 3);
        for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++)
            for (size_t c = 0; c < directory->choices[group].count; c++)
                if (random_next(&random) % 10 == 0) people[i].has[group] |= (uint64_t)1 << c;
    }
    directory->people = people;
    directory->count = PEOPLE;
    directory_sort(directory, arena);
    return directory;
}

/* The same question, asked the long way round. */
static bool naive_fits(const Directory *directory, size_t person, const DirectoryFilter *filter, int but_group)
{
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++) {
        bool asked = false, met = false;
        for (size_t c = 0; c < directory->choices[group].count; c++) {
            bool on = filter->on[group] >> c & 1;
            asked = asked || on;
            met = met || (on && directory->people[person].has[group] >> c & 1);
        }
        if (group != but_group && asked && !met) return false;
    }
    return true;
}

static size_t naive_count(const Directory *directory, const DirectoryFilter *filter, int but_group)
{
    size_t count = 0;
    for (size_t i = 0; i < directory->count; i++) count += naive_fits(directory, i, filter, but_group);
    return count;
}

static DirectoryFilter some_filter(const Directory *directory, uint32_t *random)
{
    DirectoryFilter filter = {.sort = (int)(random_next(random) % DIRECTORY_SORTS)};
    for (int group = 0; group < DIRECTORY_GROUP_COUNT; group++)
        for (size_t c = 0; c < directory->choices[group].count; c++)
            if (random_next(random) % 60 == 0) filter.on[group] |= (uint64_t)1 << c;
    return filter;
}

static void counts_are_what_a_naive_count_says(void **state)
{
    (void)state;
    Arena arena = {0};
    Directory *directory = crowd_new(&arena);
    uint32_t random = 99;
    size_t found = 0, nobody = 0;
    for (int round = 0; round < ROUNDS; round++) {
        DirectoryFilter filter = some_filter(directory, &random);
        int group = (int)(random_next(&random) % DIRECTORY_GROUP_COUNT);
        size_t count = directory_count(directory, &filter), counts[DIRECTORY_CHOICES_MAX];
        assert_int_equal(count, naive_count(directory, &filter, -1));
        assert_int_equal(directory_count_without(directory, &filter, (DirectoryGroup)group),
                         naive_count(directory, &filter, group));
        directory_counts(directory, &filter, (DirectoryGroup)group, counts);
        size_t choice = random_next(&random) % directory->choices[group].count;
        DirectoryFilter one = filter;
        one.on[group] = (uint64_t)1 << choice;
        assert_int_equal(counts[choice], naive_count(directory, &one, -1));
        *(count ? &found : &nobody) += 1;
    }
    assert_true(found > 20 && nobody > 20); /* both kinds were met */
    arena_free(&arena);
}

static void a_list_has_each_who_fits_once_and_in_order(void **state)
{
    (void)state;
    Arena arena = {0};
    Directory *directory = crowd_new(&arena);
    uint16_t *all = ARENA_ARRAY(&arena, uint16_t, PEOPLE), page[10];
    for (int sort = 0; sort < DIRECTORY_SORTS; sort++) {
        DirectoryFilter filter = {.on = {[GROUP_FOCUS] = 6}, .sort = sort};
        size_t count = directory_list(directory, &filter, 0, PEOPLE, all);
        assert_int_equal(count, directory_count(directory, &filter));
        bool *seen = ARENA_ARRAY(&arena, bool, PEOPLE);
        for (size_t i = 0; i < count; i++) {
            assert_false(seen[all[i]]);
            seen[all[i]] = true;
            assert_true(naive_fits(directory, all[i], &filter, -1));
            const Therapist *person = &directory->people[all[i]],
                            *before = i > 0 ? &directory->people[all[i - 1]] : person;
            if (sort == SORT_NEAREST && person->distance_hm >= 0)
                assert_true(before->distance_hm >= 0 && before->distance_hm <= person->distance_hm);
            if (sort == SORT_WAIT) assert_true(before->new_clients <= person->new_clients);
        }
        /* Page by page it is the same list. */
        for (size_t from = 0; from < count; from += ARRAY_LEN(page)) {
            size_t some = directory_list(directory, &filter, from, ARRAY_LEN(page), page);
            assert_int_equal(some, count - from < ARRAY_LEN(page) ? count - from : ARRAY_LEN(page));
            for (size_t i = 0; i < some; i++) assert_int_equal(page[i], all[from + i]);
        }
        assert_int_equal(directory_list(directory, &filter, count, 5, page), 0);
    }
    arena_free(&arena);
}

static void numbers_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int from, to; /* -1: refused */
    } fees[] = {{"180", 180, 180},
                {"60-150", 60, 150},
                {"$60 - $150", 60, 150},
                {"60 to 150", 60, 150},
                {"60\xE2\x80\x93"
                 "150",
                 60, 150},
                {"180 $", 180, 180},
                {"0-80", 0, 80},
                {"150-60", -1, -1},
                {"60-", -1, -1},
                {"sixty", -1, -1},
                {"60 150 200", -1, -1},
                {"", -1, -1},
                {"60000", -1, -1}};
    for (size_t i = 0; i < ARRAY_LEN(fees); i++) {
        int from = -1, to = -1;
        assert_int_equal(fee_read(fees[i].text, &from, &to), fees[i].from >= 0);
        if (fees[i].from >= 0) assert_true(from == fees[i].from && to == fees[i].to);
    }
    static const struct {
        const char *text;
        int tenths; /* -1: refused */
    } distances[] = {{"1.2", 12}, {"1,2", 12}, {"3", 30},  {"0.5", 5},   {"12.25", -1},
                     {".5", -1},  {"1.", -1},  {"-1", -1}, {"near", -1}, {"12345", -1}};
    for (size_t i = 0; i < ARRAY_LEN(distances); i++) {
        int tenths = -1;
        assert_int_equal(tenths_read(distances[i].text, &tenths), distances[i].tenths >= 0);
        assert_int_equal(tenths, distances[i].tenths);
    }
}

/* What a table becomes: "name=Ada phone=1 | name=Bea"; "!" and the code of the first problem if it has one. */
static const char *table_text(Arena *arena, const char *bytes, size_t count)
{
    static const Field fields[] = {{.key = "name", .type = FIELD_TEXT, .flags = FIELD_REQUIRED},
                                   {.key = "phone", .type = FIELD_TEXT},
                                   {.key = "focus", .type = FIELD_TEXTS},
                                   {.key = "example", .type = FIELD_BOOL},
                                   {.key = "note", .type = FIELD_WORDS},
                                   {0}};
    static const Schema schema = {.name = "row", .fields = fields};
    Diags diags = {0};
    const YNode *list = csv_parse(arena, "t.csv", bytes, count, &schema, &diags);
    const char *text = diags.count > 0 ? arena_format(arena, "!%s %d:%d", diags.items[0].code, diags.items[0].at.line,
                                                      diags.items[0].at.column)
                                       : "";
    for (const YNode *row = diags.count > 0 || !list ? NULL : list->first; row; row = row->next) {
        if (row != list->first) text = arena_format(arena, "%s | ", text);
        for (const YNode *cell = row->first; cell; cell = cell->next) {
            text = arena_format(arena, "%s%s%s=", text, cell == row->first ? "" : " ", cell->key);
            if (cell->kind == Y_TEXT) text = arena_format(arena, "%s%s", text, cell->text);
            for (const YNode *item = cell->first; item; item = item->next)
                text = arena_format(arena, "%s[%s%s%s]", text, item->key ? item->key : "", item->key ? ":" : "",
                                    item->text);
        }
    }
    diags_free(&diags);
    return text;
}

static void a_table_is_read_as_spreadsheets_save_it(void **state)
{
    (void)state;
    static const struct {
        const char *table, *is;
    } cases[] = {
        {"name,phone\nAda,1\n", "name=Ada phone=1"},
        {"name,phone\r\nAda,1\r\nBea,2", "name=Ada phone=1 | name=Bea phone=2"},
        {"name;phone\nAda, the first;1\n", "name=Ada, the first phone=1"},
        {"name\tphone\nAda\t1\n", "name=Ada phone=1"},
        {"\xEF\xBB\xBFname,phone\nAda,1\n", "name=Ada phone=1"},
        {"Name, PHONE \n Ada , 1 \n", "name=Ada phone=1"},
        {"name,phone\n\"Ada, \"\"A\"\"\",\"1\"\n", "name=Ada, \"A\" phone=1"},
        {"name,phone\n\"Ada\r\nStone\",1\n", "name=Ada Stone phone=1"},
        {"sep=;\nname;phone\nAda, A;1\n", "name=Ada, A phone=1"},
        {"sep=,\r\nname,phone\r\nAda,1,2\r\n", "!csv-cells 3:3"}, /* rows as the spreadsheet counts them */
        {"Name\xC2\xA0,phone\n\xC2\xA0"
         "Ada\xC2\xA0,1\n",
         "name=Ada phone=1"},
        {"name,focus\nAda,\"couples\r\ngrief\"\n", "name=Ada focus=[couples][grief]"},
        {"name,phone\nAda,#N/A\n", "!csv-formula 2:2"},
        {"name,phone,,\nAda,1,,\n,,,\n", "name=Ada phone=1"},
        {"\n\nname\nAda\n\nBea\n", "name=Ada | name=Bea"},
        {"name,focus\nAda,\"couples, grief\"\nBea,couples;grief\n",
         "name=Ada focus=[couples][grief] | name=Bea focus=[couples][grief]"},
        {"name,focus\nAda,\"a, b; c\"\n", "name=Ada focus=[a, b][c]"},
        {"name,example\nAda,TRUE\nBea,No\n", "name=Ada example=true | name=Bea example=no"},
        {"name,note-fr,note-en\nAda,Bonjour,Hello\n", "name=Ada note=[fr:Bonjour][en:Hello]"},
        {"name,note\nAda,Hello\n", "name=Ada note=Hello"},
        {"name,phone\nAda\n", "name=Ada"},
        {"name\rAda\rBea\r", "name=Ada | name=Bea"},
        {"name\n", "!csv-no-people 1:1"},
        {"", "!csv-empty 0:0"},
        {"\n;\n", "!csv-empty 0:0"},
        {"phone\n1\n", "!missing-column 1:1"},
        {"name,fone\nAda,1\n", "!unknown-column 1:2"},
        {"name,phone,phone\nAda,1,2\n", "!column-twice 1:3"},
        {"name,phone\nAda,1,2\n", "!csv-cells 2:3"},
        {"name,phone\nAda,\"1\n", "!csv-quote 2:2"},
        {"name,phone\nAda,\"1\"2\n", "!csv-quote 2:2"},
        {"name\nZo\xE9\n", "!csv-encoding 2:1"},
        {"name\nA\xE2\x80\xAE"
         "da\n",
         "!csv-character 2:1"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_string_equal(table_text(&arena, cases[i].table, strlen(cases[i].table)), cases[i].is);
    assert_string_equal(table_text(&arena, "name\nA\0B\n", 9), "!csv-encoding 2:1");
    arena_free(&arena);
}

static void a_table_of_two_thousand_is_enough(void **state)
{
    (void)state;
    for (int more = 0; more < 2; more++) {
        Arena arena = {0};
        Diags diags = {0};
        size_t rows = DIRECTORY_PEOPLE_MAX + (size_t)more, length = 0;
        static const Field fields[] = {{.key = "name", .type = FIELD_TEXT, .flags = FIELD_REQUIRED}, {0}};
        static const Schema schema = {.name = "row", .fields = fields};
        char *text = arena_alloc(&arena, 5 + rows * 4 + 1);
        memcpy(text, "name\n", 5);
        for (length = 5; length < 5 + rows * 4; length += 4) memcpy(text + length, "Ada\n", 4);
        const YNode *list = csv_parse(&arena, "t.csv", text, length, &schema, &diags);
        assert_int_equal(list->count, DIRECTORY_PEOPLE_MAX);
        assert_int_equal(diags.errors, more);
        if (more) assert_string_equal(diags.items[0].code, "too-many-people");
        diags_free(&diags);
        arena_free(&arena);
    }
}

static void a_contact_keeps_what_fits(void **state)
{
    (void)state;
    Arena arena = {0};
    const Choice profession = {.id = "p", .name = {&(Word){"", "Psychologist"}, 1}};
    Therapist person = {.name = "Dr. Leila Haddad",
                        .phone = "416-555-0101",
                        .email = "leila@example.org",
                        .profession = &profession,
                        .place = "45 Example Avenue, door B; second floor"};
    assert_string_equal(therapist_vcard(&person, "en", 1000, &arena),
                        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Haddad;Dr. Leila\r\nFN:Dr. Leila "
                        "Haddad\r\nTEL:416-555-0101\r\nEMAIL:leila@example.org\r\n"
                        "TITLE:Psychologist\r\nADR:;;45 Example Avenue\\, door B\\; second floor\r\nEND:VCARD\r\n");
    const char *less = therapist_vcard(&person, "en", 120, &arena);
    assert_true(strlen(less) <= 120 && strstr(less, "TEL:416-555-0101") && !strstr(less, "ADR") &&
                strstr(less, "END:VCARD"));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_what_a_naive_count_says),
        cmocka_unit_test(a_list_has_each_who_fits_once_and_in_order),
        cmocka_unit_test(numbers_are_read_as_people_write_them),
        cmocka_unit_test(a_table_is_read_as_spreadsheets_save_it),
        cmocka_unit_test(a_table_of_two_thousand_is_enough),
        cmocka_unit_test(a_contact_keeps_what_fits),
    };
    return cmocka_run_group_tests_name("directory", tests, NULL, NULL);
}
