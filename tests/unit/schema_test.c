#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "yaml/schema.h"

/* One struct with a field of every type. */
typedef struct Day {
    const char *id;
    int opens, closes;
    Mark at;
} Day;

typedef struct Place {
    List name; /* Word */
    int opens;
    Mark at;
} Place;

typedef struct Line {
    const char *text;
    unsigned when;
    Mark at;
} Line;

typedef struct Page {
    const char *title, *note;
    int grade, kind, from;
    bool shown;
    Date reviewed, review_by;
    Place place;
    List lines; /* Line */
    TextList tags;
    List hours; /* Day */
    const YNode *parts;
    Mark at;
} Page;

static const char *const kinds[] = {"try", "care", "note", NULL};
static const char *const whens[] = {"morning", "evening", NULL};

static const Field day_fields[] = {
    {F_TIME(Day, opens, "opens"), .flags = FIELD_REQUIRED, .doc = "from"},
    {F_TIME(Day, closes, "closes"), .doc = "until"},
    {0},
};
static const Schema day_schema = {
    .name = "day", .size = sizeof(Day), .mark_offset = offsetof(Day, at) + 1, .fields = day_fields};

static const Field place_fields[] = {
    {F_WORDS(Place, name, "name"), .flags = FIELD_REQUIRED, .max = 8, .doc = "what it is called"},
    {F_TIME(Place, opens, "opens"), .doc = "from"},
    {0},
};
static const Schema place_schema = {
    .name = "place", .size = sizeof(Place), .mark_offset = offsetof(Place, at) + 1, .fields = place_fields};

static const Field line_fields[] = {
    {F_TEXT(Line, text, "line"), .flags = FIELD_REQUIRED, .min = 3, .max = 10, .doc = "a | b", .example = "Seen"},
    {F_CHOICES(Line, when, "when"), .choices = whens, .max = 2, .doc = "times of day"},
    {0},
};
static const Schema line_schema = {.name = "attract line",
                                   .doc = "A line of the loop.",
                                   .size = sizeof(Line),
                                   .mark_offset = offsetof(Line, at) + 1,
                                   .fields = line_fields};

/* Only printed: what a list of parts looks like, by rows from a function. */
static const Field part_fields[] = {
    {F_TEXT(Line, text, "text"), .flags = FIELD_REQUIRED, .doc = "words", .example = "|\n  One"},
    {F_TEXTS(Page, tags, "list"), .item_max = 9, .doc = "points", .example = "[One, Two]"},
};

static const Field *part_row(size_t i) { return i < ARRAY_LEN(part_fields) ? &part_fields[i] : NULL; }

static const Schema part_schema = {.name = "part", .doc = "A part.", .row = part_row, .one_key = true};

static const Field page_fields[] = {
    {F_TEXT(Page, title, "title"), .flags = FIELD_REQUIRED, .max = 10, .doc = "the page's title", .example = "Secure"},
    {F_TEXT(Page, note, "note"), .flags = FIELD_ALLOW_EMPTY, .doc = "anything"},
    {F_INT(Page, grade, "reading-grade"), .min = 1, .max = 12, .doc = "highest grade", .example = "8"},
    {F_BOOL(Page, shown, "shown"), .doc = "yes or no"},
    {F_DATE(Page, reviewed, "reviewed"), .doc = "when"},
    {F_DATE(Page, review_by, "review-by"), .flags = FIELD_ALLOW_EMPTY, .doc = "when next"},
    {F_TIME(Page, from, "from"), .doc = "a time", .example = "08:30"},
    {F_CHOICE(Page, kind, "kind"), .choices = kinds, .doc = "which"},
    {F_OBJECT(Page, place, "place", Place), .schema = &place_schema, .doc = "where"},
    {F_LIST(Page, lines, "attract"), .min = 1, .max = 2, .schema = &line_schema, .doc = "lines"},
    {F_TEXTS(Page, tags, "tags"), .flags = FIELD_ALLOW_EMPTY, .max = 3, .item_max = 5, .doc = "tags",
     .example = "[a, b]"},
    {F_MAP(Page, hours, "hours"), .schema = &day_schema, .doc = "by day"},
    {F_NODE(Page, parts, "parts"), .schema = &part_schema, .doc = "its parts"},
    {0},
};
static const Schema page_schema = {.name = "page",
                                   .doc = "A page.",
                                   .size = sizeof(Page),
                                   .mark_offset = offsetof(Page, at) + 1,
                                   .fields = page_fields};

static Arena arena;

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* Loads `yaml`; "line:column code: message; hint" of what is wrong with it, one a line. */
static const char *load(const char *yaml, Page *page)
{
    Diags diags = {0};
    const YNode *root = yaml_parse(&arena, "f", yaml, strlen(yaml), &diags);
    assert_non_null(root);
    *page = (Page){0};
    bool ok = schema_load(&page_schema, &arena, root, page, &diags);
    assert_int_equal(ok, diags.errors == 0);
    diags_sort(&diags);
    const char *lines = "";
    for (size_t i = 0; i < diags.count; i++) {
        const Diag *diag = &diags.items[i];
        lines = arena_format(&arena, "%s%s%d:%d %s: %s; %s", lines, i > 0 ? "\n" : "", diag->at.line, diag->at.column,
                             diag->code, diag->message, diag->hint);
    }
    diags_free(&diags);
    return lines;
}

static const char *problems_of(const char *yaml)
{
    Page page;
    return load(yaml, &page);
}

static void every_type_is_filled(void **state)
{
    (void)state;
    Page page;
    assert_string_equal(load("title: Secure\n"
                             "note: \"\"\n"
                             "reading-grade: 8\n"
                             "shown: yes\n"
                             "reviewed: 2024-02-29\n"
                             "review-by: \"\"\n"
                             "from: 23:59\n"
                             "kind: note\n"
                             "place: {name: {en: Here, zh-Hans: 这里}, opens: 00:00}\n"
                             "attract:\n"
                             "  - line: 12345\n"
                             "    when: [evening, morning]\n"
                             "tags: [é, no]\n"
                             "hours:\n"
                             "  mon: {opens: 08:30, closes: 17:00}\n"
                             "  tue: {opens: 09:00}\n"
                             "parts: [x]\n",
                             &page),
                        "");
    assert_string_equal(page.title, "Secure");
    assert_string_equal(page.note, "");
    assert_int_equal(page.grade, 8);
    assert_true(page.shown);
    assert_int_equal(page.reviewed.year * 10000 + page.reviewed.month * 100 + page.reviewed.day, 20240229);
    assert_int_equal(page.review_by.year, 0);
    assert_int_equal(page.from, 23 * 60 + 59);
    assert_int_equal(page.kind, 2);
    assert_int_equal(page.place.opens, 0);
    assert_int_equal(page.place.at.line, 9);
    assert_int_equal(page.place.at.column, 1);
    const Word *names = page.place.name.items;
    assert_int_equal(page.place.name.count, 2);
    assert_string_equal(names[1].lang, "zh-Hans");
    assert_string_equal(names[1].text, "这里");
    const Line *lines = page.lines.items;
    assert_int_equal(page.lines.count, 1);
    assert_string_equal(lines[0].text, "12345");
    assert_int_equal(lines[0].when, 3);
    assert_int_equal(lines[0].at.line, 11);
    assert_int_equal(lines[0].at.column, 5);
    assert_int_equal(page.tags.count, 2);
    assert_string_equal(page.tags.items[1], "no");
    assert_int_equal(page.tags.marks[1].column, 11);
    const Day *days = page.hours.items;
    assert_int_equal(page.hours.count, 2);
    assert_string_equal(days[1].id, "tue");
    assert_int_equal(days[0].closes, 17 * 60);
    assert_int_equal(days[1].closes, -1);
    assert_int_equal(days[1].at.line, 16);
    assert_int_equal(days[1].at.column, 3);
    assert_int_equal(page.parts->kind, Y_LIST);
    assert_int_equal(page.at.line, 1);
}

static void what_is_not_there_is_zero_and_times_are_minus_one(void **state)
{
    (void)state;
    Page page;
    assert_string_equal(load("title: |\n  Secure\n\ntags:\n", &page), "");
    assert_string_equal(page.title, "Secure"); /* without the line ends of the | block */
    assert_null(page.note);
    assert_int_equal(page.grade, 0);
    assert_false(page.shown);
    assert_int_equal(page.reviewed.year, 0);
    assert_int_equal(page.from, -1);
    assert_int_equal(page.place.opens, -1);
    assert_int_equal(page.place.at.line, 0);
    assert_int_equal(page.lines.count + page.tags.count + page.hours.count, 0);
    assert_null(page.parts);
}

static void a_word_without_a_language_stands_for_all(void **state)
{
    (void)state;
    Page page;
    assert_string_equal(load("title: a\nplace: {name: Here}\n", &page), "");
    const Word *names = page.place.name.items;
    assert_int_equal(page.place.name.count, 1);
    assert_string_equal(names[0].lang, "");
    assert_string_equal(names[0].text, "Here");
}

static void keys_are_known_and_complete(void **state)
{
    (void)state;
    assert_string_equal(problems_of("note: x\n"),
                        "1:1 missing-key: \"title\" is missing in this page; write it as title: Secure");
    assert_string_equal(problems_of("titel: x\n"), /* and not that the title is missing, too */
                        "1:1 unknown-key: there is no key \"titel\" in this page; did you mean \"title\"?");
    assert_string_equal(problems_of("title: x\nfrobnicate: y\n"),
                        "2:1 unknown-key: there is no key \"frobnicate\" in this page; the keys here are: title, note, "
                        "reading-grade, shown, reviewed, review-by, from, kind, place, attract, tags, hours, parts");
    assert_string_equal(problems_of("title: x\nattract:\n  - {when: [morning]}\n"),
                        "3:5 missing-key: \"line\" is missing in this attract line; write it as line: Seen");
    assert_string_equal(problems_of("title: x\nhours:\n  mon: {closes: 10:00}\n"),
                        "3:3 missing-key: \"opens\" is missing in this day; write it as opens: 08:30");
    assert_string_equal(
        problems_of("hello\n"),
        "1:1 wrong-kind: this page must be a group of keys, but here a text is written; write keys with a "
        "colon after each; they may be: title, note, reading-grade, shown, reviewed, review-by, from, kind, "
        "place, attract, tags, hours, parts");
}

static void lengths_are_counted_in_characters_and_items(void **state)
{
    (void)state;
    assert_string_equal(problems_of("title: éééééééééé\n"), "");
    assert_string_equal(problems_of("title: ééééééééééé\n"),
                        "1:1 too-long: \"title\" has 11 characters, and may have at most 10; take out at least 1");
    assert_string_equal(problems_of("title: |\n  0123456789\n"), "");
    assert_string_equal(problems_of("title: x\nattract: [{line: éé}]\n"),
                        "2:12 too-short: \"line\" has 2 characters, and must have at least 3; add at least 1");
    assert_string_equal(problems_of("title: x\nattract: [{line: ééé}]\n"), "");
    assert_string_equal(problems_of("title: x\nattract: []\n"),
                        "2:1 too-few: \"attract\" has 0 items, and must have at least 1; add at least 1");
    assert_string_equal(problems_of("title: x\ntags: [a, b, c]\n"), "");
    assert_string_equal(problems_of("title: x\ntags: [a, b, c, d]\n"),
                        "2:1 too-many: \"tags\" has 4 items, and may have at most 3; take out at least 1");
    assert_string_equal(
        problems_of("title: x\ntags: [a, abcdef]\n"),
        "2:11 too-long: item 2 of \"tags\" has 6 characters, and may have at most 5; take out at least 1");
    assert_string_equal(problems_of("title: x\nplace: {name: {en: 123456789}}\n"),
                        "2:16 too-long: en of \"name\" has 9 characters, and may have at most 8; take out at least 1");
}

static void wrong_kinds_are_shown_how(void **state)
{
    (void)state;
    assert_string_equal(
        problems_of("title: [x]\n"),
        "1:8 wrong-kind: \"title\" must be a text, but here a list is written; write it as title: Secure; a "
        "text that starts with [ or { needs quotes around it");
    assert_string_equal(
        problems_of("title: x\ntags: a, b\n"),
        "2:7 wrong-kind: \"tags\" must be a list of texts, but here a text is written; write it as tags: "
        "[a, b]");
    assert_string_equal(problems_of("title: x\nattract: y\n"),
                        "2:10 wrong-kind: \"attract\" must be a list, but here a text is written; end the line after "
                        "\"attract:\", and write each item below, with \"- \" before it");
    assert_string_equal(
        problems_of("title: x\nattract: [y]\n"),
        "2:11 wrong-kind: item 1 of \"attract\" must be a group of keys, but here a text is written; write "
        "keys with a colon after each; they may be: line, when");
    assert_string_equal(
        problems_of("title: x\nhours: [mon]\n"),
        "2:8 wrong-kind: \"hours\" must be a group of keys, but here a list is written; end the line after "
        "\"hours:\", and write its keys below, two spaces further right");
    static const char *const others[] = {
        "shown: {}",    "reading-grade: []", "reviewed: [1]",     "from: {a: b}",
        "kind: [try]",  "place: [x]",        "place: {name: []}", "attract: [{line: abc, when: morning}]",
        "tags: {a: b}", "tags: [[a]]",       "hours: x",          "hours: {mon: x}",
    };
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        const char *found = problems_of(arena_format(&arena, "title: x\n%s\n", others[i]));
        if (!strstr(found, " wrong-kind: ") || strchr(found, '\n')) print_message("%s: %s\n", others[i], found);
        assert_non_null(strstr(found, " wrong-kind: "));
        assert_null(strchr(found, '\n'));
    }
}

static void nothing_is_no_value_where_one_is_wanted(void **state)
{
    (void)state;
    assert_string_equal(problems_of("title:\n"), "1:1 empty-value: \"title\" is empty; write it as title: Secure");
    assert_string_equal(problems_of("title: \" \"\n"),
                        "1:1 empty-value: \"title\" is empty; write it as title: Secure");
    assert_string_equal(problems_of("title: x\ntags: [a, \"\"]\n"),
                        "2:11 empty-value: item 2 of \"tags\" is empty; write it as tags: [a, b]");
    static const char *const others[] = {
        "reading-grade:",
        "shown:",
        "reviewed:",
        "from:",
        "kind:",
        "place:",
        "place: {name: }",
        "place: {name: {en: }}",
        "attract:",
        "attract: [{line: }]",
        "attract: [{line: abc, when: }]",
        "attract:\n  -",
        "hours:",
        "hours: {mon: }",
    };
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        const char *found = problems_of(arena_format(&arena, "title: x\n%s\n", others[i]));
        if (!strstr(found, " empty-value: ") || strchr(found, '\n')) print_message("%s: %s\n", others[i], found);
        assert_non_null(strstr(found, " empty-value: "));
        assert_null(strchr(found, '\n'));
    }
    assert_string_equal(problems_of("title: x\nnote:\nreview-by:\ntags:\n"), ""); /* these allow it */
}

typedef struct Value {
    const char *yaml, *code; /* NULL: right */
} Value;

static void single_values_are_checked(void **state)
{
    (void)state;
    static const Value values[] = {
        {"reading-grade: 1", NULL},
        {"reading-grade: 12", NULL},
        {"reading-grade: 0", "number-out-of-range"},
        {"reading-grade: 13", "number-out-of-range"},
        {"reading-grade: -1", "number-out-of-range"},
        {"reading-grade: 08", "bad-number"},
        {"reading-grade: 8.5", "bad-number"},
        {"reading-grade: eight", "bad-number"},
        {"reading-grade: 0x8", "bad-number"},
        {"reading-grade: \"8 \"", "bad-number"},
        {"reading-grade: \"-\"", "bad-number"},
        {"reading-grade: 4294967304", "bad-number"}, /* 8, were it cut to 32 bits */
        {"shown: no", NULL},
        {"shown: true", NULL},
        {"shown: false", NULL},
        {"shown: Yes", "bad-yes-no"},
        {"shown: on", "bad-yes-no"},
        {"shown: 1", "bad-yes-no"},
        {"reviewed: 2026-11-30", NULL},
        {"reviewed: 2000-02-29", NULL},
        {"reviewed: 1900-02-29", "bad-date"},
        {"reviewed: 2026-02-29", "bad-date"},
        {"reviewed: 2026-02-31", "bad-date"},
        {"reviewed: 2026-11-31", "bad-date"},
        {"reviewed: 2026-13-01", "bad-date"},
        {"reviewed: 2026-00-01", "bad-date"},
        {"reviewed: 2026-01-00", "bad-date"},
        {"reviewed: 0000-01-01", "bad-date"},
        {"reviewed: 2026-1-1", "bad-date"},
        {"reviewed: 24/11/2026", "bad-date"},
        {"reviewed: 2026-11-24T10", "bad-date"},
        {"from: 00:00", NULL},
        {"from: 24:00", "bad-time"},
        {"from: 12:60", "bad-time"},
        {"from: 8:30", NULL},
        {"from: 8:3", "bad-time"},
        {"from: 8h30", "bad-time"},
        {"kind: try", NULL},
        {"kind: Try", "unknown-choice"},
        {"kind: trry", "unknown-choice"},
        {"attract: [{line: abc, when: [noon]}]", "unknown-choice"},
        {"attract: [{line: abc, when: [evening, evening]}]", "listed-twice"},
        {"place: {name: {french: a}}", "bad-language"},
        {"place: {name: {e: a}}", "bad-language"},
        {"place: {name: {EN: a}}", "bad-language"},
        {"place: {name: {en-: a}}", "bad-language"},
        {"place: {name: {pt-BR: a}}", NULL},
    };
    for (size_t i = 0; i < ARRAY_LEN(values); i++) {
        const char *found = problems_of(arena_format(&arena, "title: x\n%s\n", values[i].yaml));
        const char *code = values[i].code;
        bool as_wanted = code ? strstr(found, arena_format(&arena, " %s: ", code)) != NULL : found[0] == '\0';
        if (!as_wanted || strchr(found, '\n')) print_message("%s\n%s\n", values[i].yaml, found);
        assert_true(as_wanted);
        assert_null(strchr(found, '\n'));
    }
    assert_string_equal(
        problems_of("title: x\nreviewed: 2026-02-31\n"),
        "2:11 bad-date: there is no such day as 2026-02-31 in the calendar; write a day that exists, as "
        "year-month-day");
    assert_string_equal(
        problems_of("title: x\nkind: trry\n"),
        "2:7 unknown-choice: \"trry\" is no choice for \"kind\"; did you mean \"try\"? the choices are: try, "
        "care, note");
    assert_string_equal(problems_of("title: x\nreading-grade: 15\n"),
                        "2:16 number-out-of-range: \"reading-grade\" is 15, and must be from 1 to 12; write it as "
                        "reading-grade: 8");
}

static void all_problems_come_in_one_run(void **state)
{
    (void)state;
    const char *found = problems_of("titel: x\nkind: no\nattract: [{}, {line: a}, 3]\nplace:\nreviewed: never\n");
    size_t lines = 1;
    for (const char *c = found; *c; c++) lines += *c == '\n';
    assert_int_equal(lines, 8);
}

static void one_value_loads_like_a_field(void **state)
{
    (void)state;
    Diags diags = {0};
    static const char yaml[] = "- {text: One}\n- {text: [a]}\n";
    const YNode *root = yaml_parse(&arena, "f", yaml, strlen(yaml), &diags);
    assert_non_null(root);
    Line line = {0};
    assert_true(schema_load_field(&part_fields[0], &arena, root->first->first, &line, &diags));
    assert_string_equal(line.text, "One");
    assert_false(schema_load_field(&part_fields[0], &arena, root->first->next->first, &line, &diags));
    assert_int_equal(diags.errors, 1);
    assert_string_equal(diags.items[0].code, "wrong-kind");
    diags_free(&diags);
}

static const char *nearest(const char *word)
{
    static const char *const words[] = {"title", "text", "reviewed-by", "id", "tags", "attract"};
    return schema_nearest(word, words, ARRAY_LEN(words));
}

static void the_nearest_word_is_found(void **state)
{
    (void)state;
    assert_string_equal(nearest("title"), "title");
    assert_string_equal(nearest("titel"), "title"); /* changed round: one */
    assert_string_equal(nearest("Title"), "title");
    assert_string_equal(nearest("TITLE"), "title");
    assert_string_equal(nearest("reviewed_by"), "reviewed-by");
    assert_string_equal(nearest("reviewed by"), "reviewed-by");
    assert_string_equal(nearest("atract"), "attract");
    assert_string_equal(nearest("ID"), "id");
    assert_string_equal(nearest("tag"), "tags");
    assert_string_equal(nearest("reviewed-byxxx"), "reviewed-by");
    assert_null(nearest("reviewed-byxxxx"));      /* never more than three */
    assert_string_equal(nearest("txxt"), "text"); /* of four letters, one may differ */
    assert_null(nearest("ix"));                   /* of two, none */
    assert_null(nearest("revewdby"));             /* of eight, two: but this lacks three */
    assert_null(nearest(""));
    assert_null(nearest("something else"));
}

/* What `print` writes. */
static const char *printed(void (*print)(FILE *out))
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    print(out);
    assert_int_equal(fclose(out), 0);
    const char *copy = arena_copy(&arena, text);
    free(text);
    return copy;
}

static void print_page_json(FILE *out)
{
    static const Schema *const one[] = {&page_schema};
    schema_print_json(one, 1, out);
}

static void print_two_json(FILE *out)
{
    static const Schema other_day = {.name = "day", .size = sizeof(Line), .fields = line_fields};
    static const Schema *const two[] = {&page_schema, &other_day};
    schema_print_json(two, 2, out);
}

static void print_page_markdown(FILE *out)
{
    static const Schema *const two[] = {&page_schema, &day_schema}; /* the second stands within the first, too */
    schema_print_markdown(two, 2, out);
}

static void assert_has(const char *text, const char *piece)
{
    if (!strstr(text, piece)) print_message("%s\nhas no: %s\n", text, piece);
    assert_non_null(strstr(text, piece));
}

static void print_part_json(FILE *out)
{
    static const Schema *const one[] = {&part_schema};
    schema_print_json(one, 1, out);
}

static void a_schema_prints_as_json_schema(void **state)
{
    (void)state;
    assert_string_equal(printed(print_part_json), "{\n"
                                                  "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
                                                  "  \"title\": \"part\",\n"
                                                  "  \"$ref\": \"#/definitions/part\",\n"
                                                  "  \"definitions\": {\n"
                                                  "    \"part\": {\n"
                                                  "      \"description\": \"A part.\",\n"
                                                  "      \"type\": \"object\",\n"
                                                  "      \"additionalProperties\": false,\n"
                                                  "      \"properties\": {\n"
                                                  "        \"text\": {\n"
                                                  "          \"description\": \"words\",\n"
                                                  "          \"examples\": [\"|\\n  One\"],\n"
                                                  "          \"type\": [\"string\", \"number\", \"boolean\"],\n"
                                                  "          \"minLength\": 1\n"
                                                  "        },\n"
                                                  "        \"list\": {\n"
                                                  "          \"description\": \"points\\nExample: [One, Two]\",\n"
                                                  "          \"type\": \"array\",\n"
                                                  "          \"items\": {\n"
                                                  "            \"type\": [\"string\", \"number\", \"boolean\"],\n"
                                                  "            \"minLength\": 1,\n"
                                                  "            \"maxLength\": 9\n"
                                                  "          }\n"
                                                  "        }\n"
                                                  "      },\n"
                                                  "      \"minProperties\": 1,\n"
                                                  "      \"maxProperties\": 1\n"
                                                  "    }\n"
                                                  "  }\n"
                                                  "}\n");
}

static void json_schema_says_all_that_the_loader_holds_to(void **state)
{
    (void)state;
    const char *json = printed(print_page_json);
    assert_has(json, "\"required\": [\"title\"]");
    assert_has(json, "\"examples\": [\"Secure\"],\n          \"type\": [\"string\", \"number\", \"boolean\"],\n"
                     "          \"minLength\": 1,\n          \"maxLength\": 10\n");
    assert_has(json,
               "\"description\": \"anything\",\n          \"type\": [\"string\", \"number\", \"boolean\", \"null\"]\n");
    assert_has(json, "\"examples\": [8],\n          \"type\": \"integer\",\n          \"minimum\": 1,\n"
                     "          \"maximum\": 12\n");
    assert_has(json, "\"enum\": [\"yes\", \"no\", true, false]");
    assert_has(json, "\"pattern\": \"^\\\\d{4}-\\\\d{2}-\\\\d{2}$\"");
    assert_has(json, "\"pattern\": \"^(\\\\d{4}-\\\\d{2}-\\\\d{2})?$\"");
    assert_has(json, "\"pattern\": \"^([01]\\\\d|2[0-3]):[0-5]\\\\d$\"");
    assert_has(json, "\"enum\": [\"try\", \"care\", \"note\"]");
    assert_has(json, "\"allOf\": [{\"$ref\": \"#/definitions/place\"}]");
    assert_has(json, "\"minItems\": 1,\n          \"maxItems\": 2,\n          \"items\": {\n"
                     "            \"$ref\": \"#/definitions/attract-line\"\n");
    assert_has(json, "\"enum\": [\"morning\", \"evening\"]\n          },\n          \"uniqueItems\": true\n");
    assert_has(json, "\"additionalProperties\": {\n            \"$ref\": \"#/definitions/day\"\n");
    assert_has(json, "\"propertyNames\": {");
    assert_has(json, "    \"attract-line\": {\n      \"description\": \"A line of the loop.\",\n");
    assert_has(json, "    \"part\": {\n");
    assert_has(
        json,
        "\"description\": \"its parts\",\n          \"items\": {\n            \"$ref\": \"#/definitions/part\"\n");
}

static void two_schemas_of_one_name_are_told_apart(void **state)
{
    (void)state;
    const char *json = printed(print_two_json);
    assert_has(json, "\"anyOf\": [{\"$ref\": \"#/definitions/page\"}, {\"$ref\": \"#/definitions/day\"}],");
    assert_has(json, "    \"day\": {\n");
    assert_has(json, "    \"day-2\": {\n");
    assert_has(json, "\"$ref\": \"#/definitions/day-2\"");
}

static void a_schema_prints_as_tables(void **state)
{
    (void)state;
    const char *tables = printed(print_page_markdown);
    assert_has(tables, "## page\n\nA page.\n\n| key | what | must be | example |\n| --- | --- | --- | --- |\n"
                       "| `title` | the page's title | **required**; text, at most 10 characters | `title: Secure` |\n"
                       "| `note` | anything | text; may be left empty |  |\n"
                       "| `reading-grade` | highest grade | a whole number, 1 to 12 | `reading-grade: 8` |\n"
                       "| `shown` | yes or no | yes or no |  |\n");
    assert_has(tables,
               "| `kind` | which | one of: try, care, note |  |\n"
               "| `place` | where | the keys of [place](#place) |  |\n"
               "| `attract` | lines | a list, 1 to 2 items, each with the keys of [attract line](#attract-line) |  |\n"
               "| `tags` | tags | a list of texts, at most 3 items, each at most 5 characters; may be left empty | "
               "`tags: [a, b]` |\n"
               "| `hours` | by day | names, each with the keys of [day](#day) |  |\n"
               "| `parts` | its parts | a list, each a [part](#part) |  |\n");
    assert_has(tables, "### attract line\n\nA line of the loop.\n\n");
    assert_has(tables, "| a \\| b | **required**; text, 3 to 10 characters | `line: Seen` |\n");
    const char *day = strstr(tables, "## day\n");
    assert_non_null(day);
    assert_null(strstr(day + 1, "## day\n"));
    assert_has(tables, "### part\n\nA part.\n\nExactly one of these keys:\n\n");
    assert_has(tables, "| `text` | words | text | `text: \\|`<br>`  One` |\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_type_is_filled, free_arena),
        cmocka_unit_test_teardown(what_is_not_there_is_zero_and_times_are_minus_one, free_arena),
        cmocka_unit_test_teardown(a_word_without_a_language_stands_for_all, free_arena),
        cmocka_unit_test_teardown(keys_are_known_and_complete, free_arena),
        cmocka_unit_test_teardown(lengths_are_counted_in_characters_and_items, free_arena),
        cmocka_unit_test_teardown(wrong_kinds_are_shown_how, free_arena),
        cmocka_unit_test_teardown(nothing_is_no_value_where_one_is_wanted, free_arena),
        cmocka_unit_test_teardown(single_values_are_checked, free_arena),
        cmocka_unit_test_teardown(all_problems_come_in_one_run, free_arena),
        cmocka_unit_test_teardown(one_value_loads_like_a_field, free_arena),
        cmocka_unit_test_teardown(the_nearest_word_is_found, free_arena),
        cmocka_unit_test_teardown(a_schema_prints_as_json_schema, free_arena),
        cmocka_unit_test_teardown(json_schema_says_all_that_the_loader_holds_to, free_arena),
        cmocka_unit_test_teardown(two_schemas_of_one_name_are_told_apart, free_arena),
        cmocka_unit_test_teardown(a_schema_prints_as_tables, free_arena),
    };
    return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
