#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "yaml/excerpt.h"
#include "yaml/ynode.h"

static Arena arena;

static int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* Problems as "line:column code", one a line; with `in_full`, as people see them. */
static const char *problems(Diags *diags, bool in_full)
{
    const char *lines = "";
    diags_sort(diags);
    for (size_t i = 0; i < diags->count; i++) {
        const Diag *diag = &diags->items[i];
        assert_string_equal(diag->at.file, "page.yaml");
        bool is_warning = strcmp(diag->code, "hash-in-text") == 0;
        assert_int_equal(diag->level, is_warning && diag->at.column < 10 ? DIAG_WARNING : DIAG_ERROR);
        assert_true(diag->message[0] && diag->hint[0]);
        lines =
            arena_format(&arena, "%s%s%d:%d %s", lines, i > 0 ? "\n" : "", diag->at.line, diag->at.column, diag->code);
        if (in_full) lines = arena_format(&arena, "%s: %s; %s", lines, diag->message, diag->hint);
    }
    return lines;
}

static const char *problems_of_bytes(const char *bytes, size_t count, bool in_full)
{
    /* A copy of the exact size, so that the sanitizers see a read past the end. */
    char *exact = malloc(count > 0 ? count : 1);
    assert_non_null(exact);
    memcpy(exact, bytes, count);
    Diags diags = {0};
    const YNode *root = yaml_parse(&arena, "page.yaml", exact, count, &diags);
    assert_int_equal(root == NULL, diags.errors > 0);
    const char *lines = problems(&diags, in_full);
    diags_free(&diags);
    free(exact);
    return lines;
}

static const char *problems_of(const char *text) { return problems_of_bytes(text, strlen(text), false); }

static const YNode *tree_of_bytes(const char *bytes, size_t count)
{
    Diags diags = {0};
    const YNode *root = yaml_parse(&arena, "page.yaml", bytes, count, &diags);
    assert_string_equal(problems(&diags, true), "");
    assert_non_null(root);
    diags_free(&diags);
    return root;
}

/* A tree as {key=text,...} and [item,...]. */
static const char *flat(const YNode *node)
{
    if (node->kind == Y_TEXT) return node->text;
    const char *out = node->kind == Y_MAP ? "{" : "[";
    size_t count = 0;
    for (const YNode *child = node->first; child; child = child->next, count++) {
        assert_int_equal(child->key != NULL, node->kind == Y_MAP);
        out = arena_format(&arena, "%s%s%s%s%s", out, count > 0 ? "," : "", child->key ? child->key : "",
                           child->key ? "=" : "", flat(child));
    }
    assert_int_equal(count, node->count);
    return arena_format(&arena, "%s%s", out, node->kind == Y_MAP ? "}" : "]");
}

static const char *tree_of(const char *text) { return flat(tree_of_bytes(text, strlen(text))); }

static void what_was_typed_stays_text(void **state)
{
    (void)state;
    assert_string_equal(tree_of("a: no\nb: 9-8-8\nc: 1_000\nd: 12:30\ne: ~\nf: 0x10\ng: 1.10\n"),
                        "{a=no,b=9-8-8,c=1_000,d=12:30,e=~,f=0x10,g=1.10}");
    assert_string_equal(tree_of("a:\nb: \"\"\nc: ''\n"), "{a=,b=,c=}");
    assert_string_equal(tree_of("a: {b: [c, d], e: f}\n"), "{a={b=[c,d],e=f}}");
    assert_string_equal(tree_of("- a\n- b: c\n  d: e\n- - f\n"), "[a,{b=c,d=e},[f]]");
    assert_string_equal(tree_of("a: |\n  one\n\n  two\nb: >-\n  one\n  two\n"), "{a=one\n\ntwo\n,b=one two}");
    assert_string_equal(tree_of("a: “Are you mad?”\nb: it’s\nc: x # a comment\n"), "{a=“Are you mad?”,b=it’s,c=x}");
    assert_string_equal(tree_of("a: \"\\u00e9\\n\\\"\\_\\x41\"\n"), "{a=é\n\"\u00a0A}");
    assert_string_equal(tree_of("---\nhello\n...\n"), "hello");
    assert_string_equal(tree_of("?  a\n: b\n"), "{a=b}");
    assert_string_equal(tree_of("a: |\n  　　如果\n"), "{a=　　如果\n}"); /* a Chinese paragraph */
}

static void marks_count_characters(void **state)
{
    (void)state;
    static const char text[] = "é: ü\nlist:\n  - {naïve: “x”, b: y}\n";
    const YNode *root = tree_of_bytes(text, strlen(text));
    assert_int_equal(root->at.line, 1);
    assert_int_equal(root->at.column, 1);
    assert_null(root->key);
    assert_int_equal(root->first->at.column, 4);
    const YNode *list = ynode_get(root, "list");
    assert_int_equal(list->key_at.line, 2);
    assert_int_equal(list->key_at.column, 1);
    assert_int_equal(list->at.line, 3);
    assert_int_equal(list->at.column, 3);
    const YNode *b = ynode_get(list->first, "b");
    assert_int_equal(b->key_at.column, 18);
    assert_int_equal(b->at.column, 21);
    assert_string_equal(b->at.file, "page.yaml");
    assert_null(ynode_get(root, "nothing"));
    assert_null(ynode_get(b, "a text has no keys"));
}

static void every_encoding_of_windows_is_read(void **state)
{
    (void)state;
    assert_string_equal(tree_of("\xEF\xBB\xBF"
                                "a: é\r\nb: |\r\n  c\r\n"),
                        "{a=é,b=c\n}");
    assert_string_equal(tree_of("a: b\rc: d\r"), "{a=b,c=d}");
    static const char little[] = "\xFF\xFE"
                                 "a\0:\0 \0\xE9\0\n\0b\0:\0 \0\x3D\xD8\x00\xDE\n\0";
    static const char big[] = "\xFE\xFF"
                              "\0a\0:\0 \0\xE9\0\n\0b\0:\0 \xD8\x3D\xDE\x00\0\n";
    assert_string_equal(flat(tree_of_bytes(little, sizeof(little) - 1)), "{a=é,b=😀}");
    assert_string_equal(flat(tree_of_bytes(big, sizeof(big) - 1)), "{a=é,b=😀}");
    assert_string_equal(flat(tree_of_bytes(little + 2, sizeof(little) - 3)), "{a=é,b=😀}"); /* without the mark */
    assert_string_equal(flat(tree_of_bytes(big + 2, sizeof(big) - 3)), "{a=é,b=😀}");
}

static void half_characters_of_utf_16_are_found(void **state)
{
    (void)state;
    static const char alone[] = "\xFF\xFE"
                                "a\0:\0 \0\x3D\xD8\n\0b\0:\0 \0\x00\xDE\n\0";
    assert_string_equal(problems_of_bytes(alone, sizeof(alone) - 1, false),
                        "1:4 broken-character\n2:4 broken-character");
    static const char odd[] = "\xFF\xFE"
                              "a\0:\0 \0x\0y";
    assert_string_equal(problems_of_bytes(odd, sizeof(odd) - 1, false), "1:5 broken-character");
    assert_string_equal(problems_of_bytes("\xFF\xFE\0", 3, false), "1:1 broken-character"); /* and not empty as well */
}

static void a_windows_letter_is_shown_in_its_word(void **state)
{
    (void)state;
    static const char text[] = "title: Le café\nline: Le d\xE9j\xE0-vu \x93reste\x94\n# \xE9t\xE9\n";
    assert_string_equal(
        problems_of_bytes(text, sizeof(text) - 1, true),
        "2:11 not-utf8: this file is not saved as UTF-8, and here it should read \"déjà-vu\"; save it again "
        "as UTF-8 (Notepad: Save As, Encoding: UTF-8), then look that all words are right");
    assert_string_equal(problems_of("a: \x80\n"), "1:4 not-utf8");
    assert_string_equal(problems_of("a: \xC3"), "1:4 not-utf8");           /* cut off */
    assert_string_equal(problems_of("a: \xC0\x80\n"), "1:4 not-utf8");     /* a zero in disguise */
    assert_string_equal(problems_of("a: \xED\xA0\x80\n"), "1:4 not-utf8"); /* half a pair */
    /* The rest of the file is read all the same. */
    assert_string_equal(problems_of("a: \xE9\nb: x: y\n"), "1:4 not-utf8\n2:5 colon-in-text");
}

typedef struct Case {
    const char *text, *problems;
} Case;

static void check_cases(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *found = problems_of(cases[i].text);
        if (strcmp(found, cases[i].problems) != 0) print_message("of:\n%s\n", cases[i].text);
        assert_string_equal(found, cases[i].problems);
    }
}

static void tabs_are_found_once(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a:\tb\n", "1:3 tab"},
        {"a:\n\tb: 1\n\t\tc: 2\n", "2:1 tab\n3:1 tab"},
        {"a: |\n  x\n\ty\n", "3:1 tab"},
        {"# a\tb\na: 1\n", "1:4 tab"},
        {"a: \"x\\ty\"\n", "1:6 tab"},
        {"a: x: y\nb:\n\tc: 1\n", "1:5 colon-in-text\n3:1 tab"},
        {"a: 1\n\tb: 2\nc: [\n", "2:1 tab"},                   /* what follows is a guess */
        {"a: 1\n\t\nb: x: y\n", "2:1 tab\n3:5 colon-in-text"}, /* an empty line misleads nobody */
        {"a: 1\n\ta: 2\n", "2:1 tab"},
        {"a:\n\tb: 1\n\tb: 2\n", "2:1 tab\n3:1 tab"},
        {"a: 1\n\t# c\nb: x: y\n", "2:1 tab\n3:5 colon-in-text"}, /* nor does a comment */
    };
    check_cases(cases, ARRAY_LEN(cases));
}

static void many_tabs_are_summed_up(void **state)
{
    (void)state;
    const char *text = "a: |\n";
    for (int i = 0; i < 13; i++) text = arena_format(&arena, "%s  x\ty\n", text);
    const char *found = problems_of_bytes(text, strlen(text), true);
    assert_non_null(strstr(found, "11:4 tab: there is a tab character here"));
    assert_non_null(strstr(found, "12:4 tab: more lines from here on that have a tab character: 3;"));
    assert_null(strstr(found, "13:4"));
}

static void characters_that_nobody_sees_are_found(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a: x\x07y\n", "1:5 control-character"},
        {"a: x\x7Fy\n", "1:5 control-character"},
        {"a: \xC2\x85\n", "1:4 control-character"},
        {"a: x\u2028y\n", "1:5 control-character"},
        {"a: \uFFFE\n", "1:4 control-character"},
        {"a: é\u202Ex\n", "1:5 direction-character"},
        {"a: \u2066x\u2069\n", "1:4 direction-character"}, /* once a line */
        {"a: x\uFEFF\n", "1:5 invisible-character"},
        {"a: x\uFFFDy\n", "1:5 lost-letter"},
        {"a: x\u202Ey\nb: \u2069\x01\n", "1:5 direction-character\n2:4 direction-character\n2:5 control-character"},
        {"a:\n\u00A0\u00A0b: 1\n", "2:1 odd-space"},
        {"a:\n  \u202Fb: 1\n", "2:3 odd-space"},
        {"\u3000a: 1\n", "1:1 odd-space"},
        /* by escapes, at their line */
        {"a: \"x\\u202Ey\"\n", "1:6 direction-character"},
        {"a: \"x\n  é \\x07 \\u2067\"\nb: \"\\0\"\n",
         "2:5 control-character\n2:10 direction-character\n3:5 control-character"},
        {"a: \"\\L\"\nb: \"\\P\"\nc: \"\\N\"\nd: \"\\e\"\ne: \"\\r\"\n",
         "1:5 control-character\n2:5 control-character\n3:5 control-character\n4:5 control-character\n5:5 "
         "control-character"},
        {"a: \"\\\\ \\U0000FEFF\"\n", "1:8 invisible-character"},
        {"\"a\\a\": 1\n", "1:3 control-character"},
    };
    check_cases(cases, ARRAY_LEN(cases));
    assert_string_equal(problems_of_bytes("a: \0\n", 5, false), "1:4 control-character");
    assert_string_equal(tree_of("a: x\u00A0y \u200F\u200Dz\n"), "{a=x\u00A0y \u200F\u200Dz}"); /* rightly in a text */
}

static void what_yaml_cannot_read_is_explained(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"title: Help: now\n", "1:12 colon-in-text"},
        {"- Help: a: b\n", "1:10 colon-in-text"},
        {"title: “Help: now”\n", "1:8 curly-quotes"},
        {"é:  «Aide: oui»\n", "1:5 curly-quotes"},
        {"“a”: b\n", "1:1 curly-quotes"},
        {"a: 1\n  b: 2\n", "2:3 indentation"},
        {"- x\n  b: 2\n", "2:3 indentation"},
        {"a:\n  b: 2\n c: 3\n", "3:2 indentation"},
        {"  a: 1\nb: 2\n", "2:1 indentation"},
        {"a: |\n    x\n  y\n", "3:3 indentation"},
        {"a: |\nx\nb: 1\n", "2:1 indentation"},
        {"a:\n  - b\n - c\n", "3:2 indentation"},
        {"- a\nb: 1\n", "2:1 indentation"},
        {"b: 1\n- a\n", "2:1 indentation"},
        {"a: 1\ngarbage\nb: 2\n", "2:1 missing-colon"},
        {"garbage\nb: 2\n", "1:1 missing-colon"},
        {"a: 1\nsee http://x\nb: 2\n", "2:1 missing-colon"},
        {"a: 1\nhttp://x y\nb: 2\n", "2:1 missing-colon"},
        {"a:b\nc: d\n", "1:1 missing-space"},
        {"x: 1\na:b\nc: d\n", "2:1 missing-space"},
        {"a: 'It's here'\n", "1:8 text-after-quote"},
        {"a: \"x\" y\nb: 2\n", "1:8 text-after-quote"},
        {"a: [x]]\n", "1:7 text-after-bracket"},
        {"a: {name}, hello\n", "1:10 text-after-bracket"},
        {"a: 1\nb: \"x\nc: 2\n", "2:4 unclosed-quote"},
        {"a: 'x\n---\nb: 2\n", "1:4 unclosed-quote"},
        {"a: \"C:\\qolder\"\n", "1:7 bad-escape"},
        {"a: \"\\xZZ\"\n", "1:7 bad-escape"},
        {"a: \"\\ud800\"\n", "1:7 bad-escape"},
        {"a: @x\n", "1:4 reserved-start"},
        {"a: `x`\n", "1:4 reserved-start"},
        {"a: %x\n", "1:4 reserved-start"},
        {"a: ? b\n", "1:4 reserved-start"},
        {"a: | hello\n", "1:6 block-header"},
        {"a: - b\n", "1:4 list-on-key-line"},
        {"a: [x, y\nb: 2\n", "1:4 unclosed-bracket"},
        {"a: {x: 1\n", "1:4 unclosed-bracket"},
        {"a: [x,\n", "2:1 unclosed-bracket"},
        {"a: [x, , y]\n", "1:8 stray-comma"},
        {"a: ]\n", "1:4 stray-bracket"},
        {"a: [\"x\" y]\n", "1:9 missing-comma"},
        {": y\n", "1:1 empty-key"},
        {"{: y}\n", "1:2 empty-key"},
    };
    check_cases(cases, ARRAY_LEN(cases));
}

/* YAML stumbles only where the next quote closes the text that was left open lines above. */
static void a_quote_that_is_never_closed_is_found_where_it_opens(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a: \"x\nb: 1\nc: \"y\"\n", "1:4 unclosed-quote"},
        {"é: \"x\nb: 1\nc: [one, \"I'd say\"]\n", "1:4 unclosed-quote"},
        {"a: \"x\n  y\"\nb: x: y\n", "3:5 colon-in-text"}, /* over two lines, and closed */
        {"a: 5\" wide\nb: x: y\n", "2:5 colon-in-text"},
    };
    check_cases(cases, ARRAY_LEN(cases));
    static const char slipped[] = "a:\n    b: 1\n  c: 2\n    d: 1\n";
    assert_non_null(strstr(problems_of_bytes(slipped, sizeof(slipped) - 1, true), "further right"));
}

static void a_sign_in_a_text_that_means_more_is_said(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a: Suite #200\n", "1:4 hash-in-text"},
        {"- the #1 wish\n", "1:3 hash-in-text"},
        {"a: b # a comment\nc: d   #200\n#e\n", ""},
        {"a: {en: Clinic #2, fr: C}\n", "1:16 hash-in-text"},
        {"a: {en: Clinic : centre}\n", "1:16 colon-in-text"},
        {"a: {en: 'St. Mary's'}\n", "1:19 text-after-quote"},
        {"{\\rtf1\n", "1:1 not-plain-text"},
        {"PK\x03\x04\n", "1:1 not-plain-text"},
        {"<!doctype html>\n", "1:1 not-plain-text"},
    };
    check_cases(cases, ARRAY_LEN(cases));
}

static void what_hearth_leaves_out_of_yaml_is_explained(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"a: *x\n", "1:4 alias"},
        {"a: *Light* and *soft*\n", "1:4 alias"},
        {"a: **Strong** and\n", "1:4 alias"},
        {"a: *Light and\n", "1:4 alias"}, /* an alias and an error of libyaml: said once */
        {"*x : y\n", "1:1 alias"},
        {"a: &x y\nb: &z [1]\nc: &w {d: e}\n", "1:4 anchor\n2:4 anchor\n3:4 anchor"},
        {"a: & b\n", "1:4 anchor"},
        {"a: &b: c\n", "1:4 anchor"},
        {"a: !!str x\nb: ! y\nc: !x [y]\n", "1:4 tag\n2:4 tag\n3:4 tag"},
        {"a: !x!y z\n", "1:4 tag"},
        {"a: !<foo b\n", "1:4 tag"},
        {"%YAML 1.1\n---\na: 1\n", "1:1 directive"},
        {"%TAG ! tag:x,2000:\n---\na: 1\n", "1:1 directive"},
        {"%YAML 3.1\n---\na: 1\n", "1:1 directive"},
        {"%YAML 1.1\na: 1\n", "1:1 directive"},
        {"%x\na: 1\n", "1:1 directive"},
        {"a: b\n---\nc: d\n---\ne: f\n", "2:1 second-document"},
        {"a: b\n...\nc: d\n", "3:1 second-document"},
        {"? [x]\n: y\n", "1:3 key-not-text"},
        {"{a: 1, {b: c}: [d, e], f: 2, f: 3}\n", "1:8 key-not-text\n1:30 duplicate-key"},
        {"? |\n  x\n  y\n: z\n", "1:3 key-not-text"},
        {"<<: {a: b}\n", "1:1 merge-key"},
        {"", "1:1 empty-file"},
        {"# nothing\n\n", "1:1 empty-file"},
        {"---\n", "1:1 empty-file"},
    };
    check_cases(cases, ARRAY_LEN(cases));
}

static void duplicate_keys_name_both_lines(void **state)
{
    (void)state;
    assert_string_equal(problems_of("b: 1\na: 1\nc: 1\na: 2\nA: 3\n"), "4:1 duplicate-key\n5:1 duplicate-key");
    assert_string_equal(
        problems_of_bytes("a: 1\nb: {x: 1, y: 2}\na: 3\n", 26, true),
        "3:1 duplicate-key: \"a\" stands on line 1 already, and again here on line 3; keep one of them and "
        "delete the other");
    assert_string_equal(
        problems_of_bytes("title: 1\nTitle: 3\n", 18, true),
        "2:1 duplicate-key: \"Title\" here on line 2 is the same key as \"title\" on line 1 (capitals make no "
        "difference); keep one of them, in small letters");
    assert_string_equal(tree_of("a: {a: 1}\nb: {a: 1}\n"), "{a={a=1},b={a=1}}");
}

static void the_fix_is_shown_where_it_fits(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"title: Help: now\n", "put quotes around the whole text: \"Help: now\""},
        {"title: say \"x\": y\n", "put quotes around the whole text: 'say \"x\": y'"},
        {"title: it's \"x\": y\n", "put quotes around the whole text: \"...\""},
        {"title: 1234567890 1234567890 1234567890: 34567890\n", "put quotes around the whole text: \"...\""},
        {"a: @home now\n", "put quotes around the whole text: \"@home now\""},
        {"a:b c\nd: e\n", "write \"a: b c\""},
        {"a: 'It's here'\n", "write '' for an apostrophe"},
        {"a: 1\n  b: 2\n", "start it in the same column as \"a\""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *found = problems_of_bytes(cases[i].text, strlen(cases[i].text), true);
        if (!strstr(found, cases[i].problems)) print_message("found: %s\n", found);
        assert_non_null(strstr(found, cases[i].problems));
    }
}

static void an_excerpt_is_one_short_line(void **state)
{
    (void)state;
    assert_string_equal(excerpt(&arena, " \n a\n\n\tb ", 9, 40), "a b");
    assert_string_equal(excerpt(&arena, "éééé", 8, 4), "éééé");
    assert_string_equal(excerpt(&arena, "ééééé", 10, 4), "éééé…");
    assert_string_equal(excerpt(&arena, "", 0, 4), "");
}

static const char *repeated(const char *piece, size_t count)
{
    size_t length = strlen(piece);
    char *text = arena_alloc(&arena, length * count + 1);
    for (size_t i = 0; i < count; i++) memcpy(text + i * length, piece, length);
    return text;
}

static void depth_has_a_limit(void **state)
{
    (void)state;
    const char *deepest = arena_format(&arena, "%sx%s", repeated("[", YAML_DEPTH_MAX), repeated("]", YAML_DEPTH_MAX));
    assert_non_null(tree_of_bytes(deepest, strlen(deepest)));
    assert_string_equal(problems_of(arena_format(&arena, "[%s]", deepest)), "1:17 too-deep");
    assert_string_equal(problems_of(repeated("[", 100000)), "1:17 too-deep"); /* libyaml alone: 42 seconds */
    assert_string_equal(problems_of(repeated("- ", 100000)), "1:33 too-deep");
}

static void events_have_a_limit(void **state)
{
    (void)state;
    /* stream, document, list start; a list's end, document's end, stream's end: 6 events beside the items. */
    const char *most = repeated("- a\n", YAML_EVENTS_MAX - 6);
    assert_int_equal(tree_of_bytes(most, strlen(most))->count, YAML_EVENTS_MAX - 6);
    assert_string_equal(problems_of(arena_format(&arena, "%s- a\n", most)), "19996:1 too-many-items");
}

static void text_and_file_have_a_limit(void **state)
{
    (void)state;
    const char *text = repeated("x", YAML_SCALAR_BYTES_MAX);
    assert_string_equal(problems_of(arena_format(&arena, "a: %s\n", text)), "");
    assert_string_equal(problems_of(arena_format(&arena, "b: 1\na: %sx\n", text)), "2:4 text-too-large");
    const char *file = arena_format(&arena, "a: b # %s\n", repeated("x", YAML_FILE_BYTES_MAX - 8));
    assert_int_equal(strlen(file), YAML_FILE_BYTES_MAX);
    assert_string_equal(problems_of(file), "");
    assert_string_equal(problems_of(arena_format(&arena, "%s#", file)), "1:1 file-too-large");
}

static void reading_says_what_is_wrong_with_the_file(void **state)
{
    (void)state;
    char path[] = "/tmp/hearth-ynode-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, "a: b\n", 5), 5);
    assert_int_equal(close(file), 0);
    Diags diags = {0};
    const YNode *root = yaml_read(&arena, path, "page.yaml", &diags);
    assert_non_null(root);
    assert_string_equal(flat(root), "{a=b}");
    assert_int_equal(truncate(path, YAML_FILE_BYTES_MAX + 1), 0);
    assert_null(yaml_read(&arena, path, "page.yaml", &diags));
    assert_int_equal(unlink(path), 0);
    assert_null(yaml_read(&arena, path, "page.yaml", &diags));
    assert_null(yaml_read(&arena, "/tmp", "page.yaml", &diags));
    assert_string_equal(problems(&diags, false), "0:0 file-missing\n0:0 not-a-file\n1:1 file-too-large");
    diags_free(&diags);
}

static void every_prefix_of_a_file_is_survived(void **state)
{
    (void)state;
    static const char text[] =
        "\xEF\xBB\xBF# é\r\na: \"x \\u00e9 \\\" y\"\r\nb: {c: [d, 'e''f'], g: *h}\r\ni: |\r\n  j\r\n\r\n"
        "  k\r\n- l\r\n\tm: n: o\r\n“p: q”\r\n\xE9\r\n";
    for (size_t count = 0; count < sizeof(text); count++) {
        problems_of_bytes(text, count, false);
        if (count > 5) problems_of_bytes(text + 5, count - 5, false);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(what_was_typed_stays_text, free_arena),
        cmocka_unit_test_teardown(marks_count_characters, free_arena),
        cmocka_unit_test_teardown(every_encoding_of_windows_is_read, free_arena),
        cmocka_unit_test_teardown(half_characters_of_utf_16_are_found, free_arena),
        cmocka_unit_test_teardown(a_windows_letter_is_shown_in_its_word, free_arena),
        cmocka_unit_test_teardown(tabs_are_found_once, free_arena),
        cmocka_unit_test_teardown(many_tabs_are_summed_up, free_arena),
        cmocka_unit_test_teardown(characters_that_nobody_sees_are_found, free_arena),
        cmocka_unit_test_teardown(what_yaml_cannot_read_is_explained, free_arena),
        cmocka_unit_test_teardown(a_quote_that_is_never_closed_is_found_where_it_opens, free_arena),
        cmocka_unit_test_teardown(a_sign_in_a_text_that_means_more_is_said, free_arena),
        cmocka_unit_test_teardown(what_hearth_leaves_out_of_yaml_is_explained, free_arena),
        cmocka_unit_test_teardown(duplicate_keys_name_both_lines, free_arena),
        cmocka_unit_test_teardown(the_fix_is_shown_where_it_fits, free_arena),
        cmocka_unit_test_teardown(an_excerpt_is_one_short_line, free_arena),
        cmocka_unit_test_teardown(depth_has_a_limit, free_arena),
        cmocka_unit_test_teardown(events_have_a_limit, free_arena),
        cmocka_unit_test_teardown(text_and_file_have_a_limit, free_arena),
        cmocka_unit_test_teardown(reading_says_what_is_wrong_with_the_file, free_arena),
        cmocka_unit_test_teardown(every_prefix_of_a_file_is_survived, free_arena),
    };
    return cmocka_run_group_tests_name("ynode", tests, NULL, NULL);
}
