#include "unit.h"

#include <string.h>

#include "base/diag.h"
#include "store/trust/manifest.h"

#define DIGEST_A "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define DIGEST_B "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define HEAD "hearth-manifest 1\npack small\nversion 1.0.0\ncounter 7\nmade 2026-11-24\n"
#define KEY "RWQeCdey2xwxJp6aeT37Oip0oWhME5FCqaDWQerlP6JMK0jVssxdDzgS"
#define FILE_A "file " DIGEST_A " 0 en/one.yaml\n"
#define FILE_B "file " DIGEST_B " 3 pack.yaml\n"

static bool parses(Arena *arena, const char *text, Manifest *out)
{
    Diags diags = {0};
    bool ok = manifest_parse(arena, "m", (Bytes){text, strlen(text)}, out, &diags);
    assert_int_equal(diags.errors, ok ? 0 : 1);
    if (!ok) assert_string_equal(diags.items[0].code, "manifest-damaged");
    diags_free(&diags);
    return ok;
}

static void a_manifest_says_what_is_in_the_pack(void **state)
{
    (void)state;
    Arena arena = {0};
    Manifest manifest;
    assert_true(parses(&arena, HEAD "next-key " KEY " Content team\n" FILE_A FILE_B, &manifest));
    assert_string_equal(manifest.id, "small");
    assert_string_equal(manifest.version, "1.0.0");
    assert_int_equal(manifest.counter, 7);
    assert_int_equal(manifest.made.day, 24);
    assert_int_equal(manifest.next_key_count, 1);
    assert_string_equal(manifest.next_keys[0].name, "Content team");
    assert_int_equal(manifest.count, 2);
    assert_int_equal(manifest_total_bytes(&manifest), 3);
    assert_string_equal(digest_text(&manifest_find(&manifest, "pack.yaml")->digest).hex, DIGEST_B);
    assert_null(manifest_find(&manifest, "pack"));
    arena_free(&arena);
}

static void writing_what_was_read_gives_the_same_bytes(void **state)
{
    (void)state;
    Arena arena = {0};
    Manifest manifest;
    static const char text[] = HEAD FILE_A FILE_B;
    assert_true(parses(&arena, text, &manifest));
    Bytes again = manifest_text(&arena, &manifest);
    assert_int_equal(again.count, strlen(text));
    assert_memory_equal(again.data, text, again.count);
    arena_free(&arena);
}

static void there_is_one_way_to_write_it(void **state)
{
    (void)state;
    static const char *const others[] = {
        "",
        HEAD,
        HEAD FILE_B FILE_A, /* not sorted */
        HEAD FILE_A FILE_A, /* twice */
        "hearth-manifest 2\npack small\nversion 1\ncounter 1\nmade -\n" FILE_A,
        "hearth-manifest 1\npack Small\nversion 1\ncounter 1\nmade -\n" FILE_A,
        "hearth-manifest 1\npack ../x\nversion 1\ncounter 1\nmade -\n" FILE_A,
        "hearth-manifest 1\npack small\nversion 1 0\ncounter 1\nmade -\n" FILE_A,
        "hearth-manifest 1\npack small\nversion 1\ncounter 01\nmade -\n" FILE_A,
        "hearth-manifest 1\npack small\nversion 1\ncounter -1\nmade -\n" FILE_A,
        "hearth-manifest 1\npack small\nversion 1\ncounter 9007199254740992\nmade -\n" FILE_A,
        "hearth-manifest 1\npack small\nversion 1\ncounter 18446744073709551617\nmade -\n" FILE_A,
        "hearth-manifest 1\npack small\nversion 1\ncounter 1\nmade 2026-13-01\n" FILE_A,
        "hearth-manifest 1\npack small\nversion 1\ncounter 1\nmade 2026-1-1\n" FILE_A,
        "hearth-manifest 1\r\npack small\r\nversion 1\r\ncounter 1\r\nmade -\r\n" FILE_A,
        "hearth-manifest 1\npack small\ncounter 1\nversion 1\nmade -\n" FILE_A,
        "\xEF\xBB\xBFhearth-manifest 1\npack small\nversion 1\ncounter 1\nmade -\n" FILE_A,
        HEAD "next-key " KEY "\n" FILE_A,
        HEAD "next-key " KEY " \n" FILE_A,
        HEAD "next-key x Team\n" FILE_A,
        HEAD "next-key " KEY " a\nnext-key " KEY " b\nnext-key " KEY " c\n" FILE_A,
        HEAD "file " DIGEST_A " 0 ../one.yaml\n",
        HEAD "file " DIGEST_A " 0 /etc/passwd\n",
        HEAD "file " DIGEST_A " 0 .hidden\n",
        HEAD "file " DIGEST_A " 0 a//b\n",
        HEAD "file " DIGEST_A " 0 \n",
        HEAD "file " DIGEST_A " 0\n",
        HEAD "file " DIGEST_A " 00 a.yaml\n",
        HEAD "file " DIGEST_A " 99999999999999 a.yaml\n",
        HEAD "file " DIGEST_A "  0 a.yaml\n",
        HEAD "file E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855 0 a.yaml\n",
        HEAD "file e3b0 0 a.yaml\n",
        HEAD FILE_A "\n",
        HEAD FILE_A "# a note\n",
        HEAD "file " DIGEST_A " 0 a.yaml",
        HEAD "file " DIGEST_A " 0 a\x01.yaml\n",
        HEAD "file " DIGEST_A " 0 \xFF.yaml\n",
    };
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        Arena arena = {0};
        Manifest manifest;
        if (parses(&arena, others[i], &manifest)) fail_msg("accepted: %s", others[i]);
        arena_free(&arena);
    }
}

static void a_cut_off_manifest_is_refused_or_lists_less(void **state)
{
    (void)state;
    static const char text[] = HEAD FILE_A FILE_B;
    for (size_t count = 0; count < strlen(text); count++) {
        Arena arena = {0};
        Manifest manifest;
        const char *cut = arena_copy_bytes(&arena, text, count);
        bool whole_line = count == strlen(HEAD FILE_A); /* what the signature is there for */
        assert_int_equal(parses(&arena, cut, &manifest), whole_line);
        arena_free(&arena);
    }
}

static void versions_keep_their_form(void **state)
{
    (void)state;
    assert_true(version_is_valid("26.03-rc_1+b"));
    assert_false(version_is_valid(""));
    assert_false(version_is_valid("1.0 beta"));
    assert_false(version_is_valid("123456789012345678901"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_manifest_says_what_is_in_the_pack),
        cmocka_unit_test(writing_what_was_read_gives_the_same_bytes),
        cmocka_unit_test(there_is_one_way_to_write_it),
        cmocka_unit_test(a_cut_off_manifest_is_refused_or_lists_less),
        cmocka_unit_test(versions_keep_their_form),
    };
    return cmocka_run_group_tests_name("manifest", tests, NULL, NULL);
}
