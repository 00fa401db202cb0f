/* Any bytes are a signature, a key or neither, and none is by a key that never signed them. */
#include <string.h>

#include "store/trust/digest.h"
#include "store/trust/keyfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* Signed once with a secret that was thrown away: that is the corpus, and only its own bytes may pass. */
    static const char key_text[] = "RWQeCdey2xwxJp6aeT37Oip0oWhME5FCqaDWQerlP6JMK0jVssxdDzgS";
    const Bytes file = {(const char *)data, size};
    Arena arena = {0};
    Diags diags = {0};
    PublicKey key, other;
    SecretKey secret;
    Signature signature;
    const char *comment;
    sodium_ready();
    CHECK(public_key_parse(key_text, &key));
    bool ok = signature_parse(&arena, "s", file, &signature, &diags);
    CHECK(diags.errors == (ok ? 0 : 1));
    if (ok) {
        bool genuine = signature_is_by(&signature, &key, (Bytes){"hello\n", 6});
        CHECK(!signature_is_by(&signature, &key, (Bytes){"hello", 5}));
        CHECK(!genuine || strcmp(signature.trusted_comment, "made for a test") == 0);
    }
    if (public_key_parse_file(&arena, file, &other, &comment)) {
        Bytes again = public_key_file(&arena, &other, comment);
        PublicKey same;
        CHECK(public_key_parse_file(&arena, again, &same, &comment) && memcmp(&same, &other, sizeof(same)) == 0);
    }
    SecretResult result = secret_key_parse(&arena, file, NULL, &secret);
    CHECK(result != SECRET_WRONG_PASSWORD && result != SECRET_TOO_HARD); /* no password was tried */
    diags_free(&diags);
    arena_free(&arena);
    return 0;
}
