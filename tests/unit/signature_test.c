#include "unit.h"

#include <string.h>

#include "base/diag.h"
#include "store/trust/keyfile.h"

/* Made by minisign 0.11, for no other purpose. */
static const char message[] = "hello\n";
static const char public_file[] = "untrusted comment: minisign public key 26311CDBB2D7091E\n"
                                  "RWQeCdey2xwxJp6aeT37Oip0oWhME5FCqaDWQerlP6JMK0jVssxdDzgS\n";
static const char plain_secret[] =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHgnXstscMSZR2qUNFVtWSjy2aeM32cMFikldm+"
    "tX5bQlgECw"
    "SfXNBJ6aeT37Oip0oWhME5FCqaDWQerlP6JMK0jVssxdDzgSAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
static const char by_minisign[] =
    "untrusted comment: signature from minisign secret key\n"
    "RUQeCdey2xwxJvS/R1g7iuqpzo7mzDVLjRHr6KsbU8EjAFB9O1/eulQGmKo818r4OYQkv54dpk6vTZJc51mZILGBya+aafh91Qc=\n"
    "trusted comment: made for a test\n"
    "mTyE5QfGSVdHYY1uePVOaVhx3N1JBJlh4lvNtdoTMqaue6KArKLHggHxtDui7sGfELdrfzZtsMORb0VnzIDLCw==\n";
static const char legacy[] =
    "untrusted comment: signature from minisign secret key\n"
    "RWQeCdey2xwxJteSDaDjFHGuGEnbtX8nNo1uX/3wmSmd1glH9ex2lyvaJjkqNCT4KewJ5KdRwtyle33ogBnilPqByQdA5LV4EwY=\n"
    "trusted comment: made for a test\n"
    "vtOcyC8DQ6zI8Kg/bCjtXAwztdom8s0lTQTksJHhJ1A21KzcfLvN/9hb2FMOEqlnAKzwURFuKX1184NWlIItDw==\n";

static Bytes bytes_of(const char *text) { return (Bytes){text, strlen(text)}; }

static PublicKey minisigns_key(Arena *arena)
{
    PublicKey key;
    const char *comment;
    assert_true(public_key_parse_file(arena, bytes_of(public_file), &key, &comment));
    assert_string_equal(comment, "minisign public key 26311CDBB2D7091E");
    return key;
}

/* True if `file` is a signature by `key` on `text`. */
static bool is_signed(const char *file, size_t count, const PublicKey *key, const char *text)
{
    Arena arena = {0};
    Diags diags = {0};
    Signature signature;
    bool ok = signature_parse(&arena, "s", (Bytes){file, count}, &signature, &diags) &&
              signature_is_by(&signature, key, bytes_of(text));
    diags_free(&diags);
    arena_free(&arena);
    return ok;
}

static void a_signature_by_minisign_is_accepted(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena);
    assert_string_equal(key_id_text(key.id).hex, "26311CDBB2D7091E");
    assert_true(is_signed(by_minisign, strlen(by_minisign), &key, message));
    assert_false(is_signed(by_minisign, strlen(by_minisign), &key, "hello"));
    arena_free(&arena);
}

static void windows_line_ends_do_no_harm(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena);
    char *text = arena_alloc(&arena, 2 * sizeof(by_minisign)), *to = text;
    for (const char *from = by_minisign; *from; from++) {
        if (*from == '\n') *to++ = '\r';
        *to++ = *from;
    }
    assert_true(is_signed(text, strlen(text), &key, message));
    arena_free(&arena);
}

static void the_legacy_kind_is_refused_by_name(void **state)
{
    (void)state;
    Arena arena = {0};
    Diags diags = {0};
    Signature signature;
    assert_false(signature_parse(&arena, "s", bytes_of(legacy), &signature, &diags));
    assert_string_equal(diags.items[0].code, "signature-legacy");
    diags_free(&diags);
    arena_free(&arena);
}

static void a_key_with_the_right_number_but_other_bytes_is_refused(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena), other;
    SecretKey secret;
    key_pair_make(&other, &secret);
    memcpy(other.id, key.id, KEY_ID_BYTES);
    assert_false(is_signed(by_minisign, strlen(by_minisign), &other, message));
    arena_free(&arena);
}

static void the_trusted_comment_is_signed_too(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena);
    char *forged = arena_copy(&arena, by_minisign);
    memcpy(strstr(forged, "made for a test"), "made for a joke", 15);
    assert_false(is_signed(forged, strlen(forged), &key, message));
    arena_free(&arena);
}

static void what_we_sign_we_accept(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key;
    SecretKey secret;
    key_pair_make(&key, &secret);
    Bytes file = signature_make(&arena, &secret, bytes_of(message), "a comment, with “quotes”");
    assert_true(is_signed(file.data, file.count, &key, message));
    arena_free(&arena);
}

/* Every bit of the file, and the file cut off at every byte. Only the first line is nobody's business. */
static void no_changed_signature_is_accepted(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena);
    size_t count = strlen(by_minisign), prefix = strlen("untrusted comment: "), tried = 0;
    size_t comment_end = strcspn(by_minisign, "\n");
    for (size_t i = 0; i < count; i++) {
        for (int bit = 0; bit < 8; bit++) {
            char *changed = arena_copy(&arena, by_minisign);
            changed[i] = (char)(changed[i] ^ 1 << bit);
            if (i >= prefix && i < comment_end) continue;
            assert_false(is_signed(changed, count, &key, message));
            tried++;
        }
        if (i + 1 < count) assert_false(is_signed(by_minisign, i, &key, message));
    }
    assert_true(tried > 1500);
    arena_free(&arena);
}

static void more_after_the_end_is_refused(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena);
    const char *longer = arena_format(&arena, "%sx\n", by_minisign);
    assert_false(is_signed(longer, strlen(longer), &key, message));
    arena_free(&arena);
}

static void secret_keys_of_minisign_sign(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena);
    SecretKey secret;
    assert_int_equal(secret_key_parse(&arena, bytes_of(plain_secret), NULL, &secret), SECRET_OK);
    Bytes file = signature_make(&arena, &secret, bytes_of(message), "c");
    assert_true(is_signed(file.data, file.count, &key, message));
    arena_free(&arena);
}

static void a_locked_key_opens_with_its_password_only(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key;
    SecretKey secret, opened;
    key_pair_make(&key, &secret);
    Bytes file = secret_key_file(&arena, &secret, "correct horse");
    assert_int_equal(secret_key_parse(&arena, file, NULL, &opened), SECRET_NEEDS_PASSWORD);
    assert_int_equal(secret_key_parse(&arena, file, "correct horsf", &opened), SECRET_WRONG_PASSWORD);
    assert_int_equal(secret_key_parse(&arena, file, "correct horse", &opened), SECRET_OK);
    assert_memory_equal(&opened, &secret, sizeof(secret));
    arena_free(&arena);
}

static void a_damaged_secret_key_is_noticed(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key;
    SecretKey secret, opened;
    key_pair_make(&key, &secret);
    Bytes file = secret_key_file(&arena, &secret, NULL);
    size_t start = strcspn(file.data, "\n") + 1;
    for (size_t i = start; i < file.count; i++) {
        char *changed = arena_copy(&arena, file.data);
        changed[i] = (char)(changed[i] ^ 1);
        SecretResult result = secret_key_parse(&arena, (Bytes){changed, file.count}, NULL, &opened);
        /* The salt and the limits of an unlocked key mean nothing. */
        if (result == SECRET_OK) assert_memory_equal(&opened, &secret, sizeof(secret));
    }
    assert_int_equal(secret_key_parse(&arena, bytes_of(public_file), NULL, &opened), SECRET_DAMAGED);
    arena_free(&arena);
}

static void a_key_that_asks_for_too_much_memory_is_refused(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key;
    SecretKey secret, opened;
    uint8_t bytes[158];
    key_pair_make(&key, &secret);
    Bytes file = secret_key_file(&arena, &secret, NULL);
    char *base64 = arena_copy(&arena, strchr(file.data, '\n') + 1);
    *strchr(base64, '\n') = '\0';
    assert_true(base64_parse(base64, bytes, sizeof(bytes)));
    memcpy(bytes + 2, "Sc", 2);
    bytes[53] = 0x7F; /* the highest byte of the memory limit */
    const char *greedy = arena_format(&arena, "untrusted comment: x\n%s\n", base64_text(&arena, bytes, sizeof(bytes)));
    assert_int_equal(secret_key_parse(&arena, bytes_of(greedy), "x", &opened), SECRET_TOO_HARD);
    arena_free(&arena);
}

static void a_key_has_six_words_of_its_own(void **state)
{
    (void)state;
    Arena arena = {0};
    PublicKey key = minisigns_key(&arena), other = key;
    const char *words = public_key_words(&arena, &key);
    assert_string_equal(words, "circle beach donkey beetle goose thunder");
    other.key[0] ^= 1;
    assert_string_not_equal(public_key_words(&arena, &other), words);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_signature_by_minisign_is_accepted),
        cmocka_unit_test(windows_line_ends_do_no_harm),
        cmocka_unit_test(the_legacy_kind_is_refused_by_name),
        cmocka_unit_test(a_key_with_the_right_number_but_other_bytes_is_refused),
        cmocka_unit_test(the_trusted_comment_is_signed_too),
        cmocka_unit_test(what_we_sign_we_accept),
        cmocka_unit_test(no_changed_signature_is_accepted),
        cmocka_unit_test(more_after_the_end_is_refused),
        cmocka_unit_test(secret_keys_of_minisign_sign),
        cmocka_unit_test(a_locked_key_opens_with_its_password_only),
        cmocka_unit_test(a_damaged_secret_key_is_noticed),
        cmocka_unit_test(a_key_that_asks_for_too_much_memory_is_refused),
        cmocka_unit_test(a_key_has_six_words_of_its_own),
    };
    return cmocka_run_group_tests_name("signature", tests, NULL, NULL);
}
