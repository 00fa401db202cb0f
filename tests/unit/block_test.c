#include "block_fixture.h"

/* What a check was given and asked. */
typedef struct Seen {
    const char *prose; /* "3:text|4:text": the line and what stands there */
    const char *images;
} Seen;

static bool has_contact(const void *context, const char *id)
{
    (void)context;
    ContactLine line;
    return world_contact(NULL, id, &line);
}

static bool has_page(const void *context, const char *id)
{
    (void)context;
    PageLink link;
    return world_page(NULL, id, &link);
}

/* The check's context is const for the rules; the test that owns it may write. */
static Seen seen;

static void see_image(const void *context, Mark at, const char *relative)
{
    (void)context, (void)at;
    seen.images = arena_format(&arena, "%s%s;", seen.images, relative);
}

static void see_prose(const void *context, Mark at, const char *text)
{
    (void)context;
    seen.prose = arena_format(&arena, "%s%d:%s;", seen.prose, at.line, text);
}

static Diags check_of(const char *yaml)
{
    Diags diags = {0};
    Block block = block_of(yaml);
    seen = (Seen){"", ""};
    BlockCheck check = {&diags, "en", NULL, has_contact, has_page, see_image, see_prose};
    block.type->check(&block, &check);
    return diags;
}

static void every_sample_loads_and_passes(void **state)
{
    (void)state;
    size_t count;
    const BlockType *const *types = block_types(&count);
    assert_int_equal(count, 13);
    for (size_t i = 0; i < count; i++) {
        Block block = block_of(types[i]->sample);
        assert_ptr_equal(block.type, types[i]);
        assert_ptr_equal(block_type_find(types[i]->name), types[i]);
        assert_string_equal(types[i]->value.key, types[i]->name);
        assert_int_equal(block.at.line, 1);
        Diags diags = check_of(types[i]->sample);
        if (diags.count > 0) diags_print(&diags, stderr);
        assert_int_equal(diags.count, 0);
        diags_free(&diags);
    }
    assert_null(block_type_find("texts"));
}

static void assert_documented(const Field *field)
{
    if (!field->doc || !field->example) print_error("\"%s\" has no doc or no example\n", field->key);
    assert_non_null(field->doc);
    assert_non_null(field->example);
    if (!field->schema) return;
    assert_non_null(field->schema->doc);
    for (const Field *inner = field->schema->fields; inner->key; inner++) assert_documented(inner);
}

static void every_key_says_what_it_is_for(void **state)
{
    (void)state;
    size_t count;
    const BlockType *const *types = block_types(&count);
    for (size_t i = 0; i < count; i++) {
        assert_true(types[i]->doc[0] != '\0');
        assert_documented(&types[i]->value);
    }
}

static void what_is_no_block_is_explained(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *code, *says;
    } wrong[] = {
        {"Just a sentence", "not-a-block", "dash"},
        {"- text: One", "not-a-block", "dash"},
        {"text: One\nlist: [Two]", "two-blocks", "\"list\" stands in the same block as \"text\""},
        {"callot: {kind: try, text: One}", "unknown-block", "did you mean \"callout\"?"},
        {"video: clip.mp4", "unknown-block", "heading, text, list"},
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        Diags diags = {0};
        Block block;
        assert_false(load_block(wrong[i].yaml, &block, &diags));
        assert_int_equal(diags.count, 1);
        assert_string_equal(diags.items[0].code, wrong[i].code);
        assert_true(strstr(diags.items[0].message, wrong[i].says) || strstr(diags.items[0].hint, wrong[i].says));
        diags_free(&diags);
    }
}

static void tables_hold_the_limits(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "list: [a, b, c, d, e, f, g, h]",
        "steps: [Only one]",
        "compare:\n  - {title: Alone, items: [a]}",
        "callout: {kind: shout, text: One}",
        "callout: {kind: try}",
        "breathing: {in: 4, out: 6, rounds: 9}",
        "breathing: {in: 4, out: 6}",
        "picture: {image: images/a.svg}",
        "facts:\n  - {label: Nothing}",
    };
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        Diags diags = {0};
        Block block;
        if (load_block(wrong[i], &block, &diags)) print_error("this was taken: %s\n", wrong[i]);
        assert_true(diags.errors > 0);
        diags_free(&diags);
    }
}

static void rules_beyond_the_tables(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *code; /* "": no problem */
    } rules[] = {
        {"text: An *open word", "emphasis"},
        {"text: |\n  Fine.\n\n  An *open word", "emphasis"},
        {"text: 5 * 3 and *light*", ""},
        {"heading: A *light* title", "emphasis"},
        {"list: [Fine., An **open one.]", "emphasis"},
        {"steps: [Fine., An **open one.]", "emphasis"},
        {"quote: {text: “I miss us.”}", "quote-marks"},
        {"quote: {text: « Tu me manques. »}", "quote-marks"},
        {"quote: {text: “No” is a word. So is “yes.”}", ""},
        {"quote: {text: I miss us., by: \"*Me*\"}", "emphasis"},
        {"callout: {kind: try, title: A *title*, text: Fine.}", "emphasis"},
        {"callout: {kind: try, text: An *open one.}", "emphasis"},
        {"compare:\n  - {title: A, items: [An *open one.]}\n  - {title: B, items: [b]}", "emphasis"},
        {"facts:\n  - {value: 1 in 5, note: people}", "fact-source"},
        {"facts:\n  - {value: 15-20, note: people}", "fact-source"},
        {"facts:\n  - {value: \"2023\", note: the year}", "fact-source"},
        {"facts:\n  - {value: 1 in 5, note: people, source: A study (2020)}", ""},
        {"facts:\n  - {value: 9-8-8, note: call}", ""},
        {"facts:\n  - {value: 1-800-668-8258, note: call}", ""},
        {"facts:\n  - {value: +1 416 555 0176, note: call}", ""},
        {"picture: {image: images/a.svg, alt: Two circles., caption: Two circles.}", "alt-is-caption"},
        {"accordion:\n  - {title: A, text: An *open one.}", "emphasis"},
        {"contact: [nobody]", "unknown-contact"},
        {"contact: [suicide-crisis, suicide-crisis]", "contact-twice"},
        {"links: [nowhere]", "unknown-page"},
        {"links: [secure, secure]", "link-twice"},
        {"breathing: {in: 6, out: 4, rounds: 4}", "short-breath-out"},
        {"breathing: {in: 4, out: 4, rounds: 4}", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        Diags diags = check_of(rules[i].yaml);
        const char *code = diags.count > 0 ? diags.items[0].code : "";
        if (strcmp(code, rules[i].code) != 0) print_error("%s\n", rules[i].yaml);
        assert_string_equal(code, rules[i].code);
        assert_true(diags.count <= 1);
        diags_free(&diags);
    }
}

static void all_prose_is_passed_on_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *prose;
    } all[] = {
        {"heading: A title", "1:A title;"},
        {"list:\n  - One.\n  - Two.", "2:One.;3:Two.;"},
        {"steps:\n  - One.\n  - Two.", "2:One.;3:Two.;"},
        {"quote: {text: Words., by: Me}", "1:Words.;1:Me;"},
        {"callout: {kind: note, text: Words.}", "1:Words.;"},
        {"compare:\n  - {title: A, items: [a]}\n  - {title: B, items: [b]}", "2:A;2:a;3:B;3:b;"},
        {"facts:\n  - {label: L, value: 9-8-8, note: Words., source: S}", "2:L;2:Words.;"},
        {"picture: {image: images/a.svg, alt: Seen., caption: Said.}", "1:Seen.;1:Said.;"},
        {"accordion:\n  - {title: A, text: a.}\n  - {title: B, text: b.}", "2:A;2:a.;3:B;3:b.;"},
        {"contact: [suicide-crisis]", ""},
        {"links: [secure]", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        Diags diags = check_of(all[i].yaml);
        assert_string_equal(seen.prose, all[i].prose);
        diags_free(&diags);
    }
    Diags diags = check_of("picture: {image: images/a.svg, alt: Seen.}");
    assert_string_equal(seen.images, "images/a.svg;");
    diags_free(&diags);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_sample_loads_and_passes, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(every_key_says_what_it_is_for, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(what_is_no_block_is_explained, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(tables_hold_the_limits, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(rules_beyond_the_tables, fixture_begin, fixture_end),
        cmocka_unit_test_setup_teardown(all_prose_is_passed_on_with_its_line, fixture_begin, fixture_end),
    };
    return cmocka_run_group_tests_name("block", tests, NULL, NULL);
}
