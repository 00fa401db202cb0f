#include "store/trust/keyfile.h"

#include <string.h>

#include "base/utf8.h"
#include "store/trust/digest.h"
#include "store/disk/lines.h"

enum { TAG_BYTES = 2, SALT_BYTES = 32, CHECK_BYTES = 32, NUMBER_BYTES = 8 };

/* What a secret key file holds, in order. The last three are locked together. */
enum {
    AT_ALGORITHM = 0,
    AT_KDF = AT_ALGORITHM + TAG_BYTES,
    AT_CHECK_KIND = AT_KDF + TAG_BYTES,
    AT_SALT = AT_CHECK_KIND + TAG_BYTES,
    AT_OPERATIONS = AT_SALT + SALT_BYTES,
    AT_MEMORY = AT_OPERATIONS + NUMBER_BYTES,
    AT_LOCKED = AT_MEMORY + NUMBER_BYTES,
    AT_KEY_ID = AT_LOCKED,
    AT_KEY = AT_KEY_ID + KEY_ID_BYTES,
    AT_CHECK = AT_KEY + crypto_sign_SECRETKEYBYTES,
    SECRET_BYTES = AT_CHECK + CHECK_BYTES,
    LOCKED_BYTES = SECRET_BYTES - AT_LOCKED,
    PUBLIC_BYTES = TAG_BYTES + KEY_ID_BYTES + crypto_sign_PUBLICKEYBYTES,
};

/* scrypt: 128 MiB, about as long as it takes to notice. minisign itself asks for 1 GiB, which we can read, too. */
static const uint64_t lock_operations = UINT64_C(1) << 25, lock_memory_bytes = UINT64_C(1) << 27;
static const uint64_t lock_operations_max = UINT64_C(1) << 27, lock_memory_bytes_max = UINT64_C(1) << 30;

static const char comment_prefix[] = "untrusted comment: ";

void key_pair_make(PublicKey *public_key, SecretKey *secret_key)
{
    sodium_ready();
    crypto_sign_keypair(public_key->key, secret_key->key);
    randombytes_buf(public_key->id, KEY_ID_BYTES);
    memcpy(secret_key->id, public_key->id, KEY_ID_BYTES);
}

bool public_key_parse(const char *base64, PublicKey *out)
{
    uint8_t bytes[PUBLIC_BYTES];
    if (!base64_parse(base64, bytes, sizeof(bytes)) || memcmp(bytes, "Ed", TAG_BYTES) != 0) return false;
    memcpy(out->id, bytes + TAG_BYTES, KEY_ID_BYTES);
    memcpy(out->key, bytes + TAG_BYTES + KEY_ID_BYTES, sizeof(out->key));
    return true;
}

char *public_key_text(Arena *arena, const PublicKey *key)
{
    uint8_t bytes[PUBLIC_BYTES] = "Ed";
    memcpy(bytes + TAG_BYTES, key->id, KEY_ID_BYTES);
    memcpy(bytes + TAG_BYTES + KEY_ID_BYTES, key->key, sizeof(key->key));
    return base64_text(arena, bytes, sizeof(bytes));
}

/* The comment of the first line and the base64 of the second; anything after that is no key file. */
static const char *file_parts(Arena *arena, Bytes file, const char **comment)
{
    Lines lines = {file, 0, 0};
    const char *first = file.count <= KEY_FILE_BYTES_MAX ? lines_next(&lines, arena) : NULL;
    size_t length = strlen(comment_prefix);
    if (!first || strncmp(first, comment_prefix, length) != 0) return NULL;
    const char *base64 = lines_next(&lines, arena);
    *comment = first + length;
    return base64 && lines_at_end(&lines) ? base64 : NULL;
}

bool public_key_parse_file(Arena *arena, Bytes file, PublicKey *out, const char **comment)
{
    const char *base64 = file_parts(arena, file, comment);
    return base64 && public_key_parse(base64, out);
}

Bytes public_key_file(Arena *arena, const PublicKey *key, const char *comment)
{
    const char *text = arena_format(arena, "%s%s\n%s\n", comment_prefix, comment, public_key_text(arena, key));
    return (Bytes){text, strlen(text)};
}

static uint64_t number_read(const uint8_t *bytes)
{
    uint64_t value = 0;
    for (size_t i = NUMBER_BYTES; i-- > 0;) value = value << 8 | bytes[i];
    return value;
}

static void number_write(uint8_t *bytes, uint64_t value)
{
    for (size_t i = 0; i < NUMBER_BYTES; i++, value >>= 8) bytes[i] = (uint8_t)value;
}

static void check_make(const uint8_t *file, uint8_t check[CHECK_BYTES])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, CHECK_BYTES);
    crypto_generichash_update(&state, file + AT_ALGORITHM, TAG_BYTES);
    crypto_generichash_update(&state, file + AT_KEY_ID, KEY_ID_BYTES + crypto_sign_SECRETKEYBYTES);
    crypto_generichash_final(&state, check, CHECK_BYTES);
}

/* Locks or unlocks in place, by the salt and the numbers that the file itself names. */
static bool lock_apply(uint8_t *file, const char *password)
{
    uint8_t stream[LOCKED_BYTES];
    uint64_t operations = number_read(file + AT_OPERATIONS), memory = number_read(file + AT_MEMORY);
    if (operations > lock_operations_max || memory > lock_memory_bytes_max) return false;
    if (crypto_pwhash_scryptsalsa208sha256(stream, sizeof(stream), password, strlen(password), file + AT_SALT,
                                           operations, (size_t)memory) != 0)
        return false;
    for (size_t i = 0; i < LOCKED_BYTES; i++) file[AT_LOCKED + i] ^= stream[i];
    sodium_memzero(stream, sizeof(stream));
    return true;
}

static SecretResult secret_unlock(uint8_t *file, const char *password, SecretKey *out)
{
    bool locked = memcmp(file + AT_KDF, "Sc", TAG_BYTES) == 0;
    bool plain = memcmp(file + AT_KDF, "\0\0", TAG_BYTES) == 0;
    if (memcmp(file + AT_ALGORITHM, "Ed", TAG_BYTES) != 0 || memcmp(file + AT_CHECK_KIND, "B2", TAG_BYTES) != 0 ||
        (!locked && !plain))
        return SECRET_DAMAGED;
    if (locked && !password) return SECRET_NEEDS_PASSWORD;
    if (locked && !lock_apply(file, password)) return SECRET_TOO_HARD;
    uint8_t check[CHECK_BYTES];
    check_make(file, check);
    if (plain && sodium_is_zero(file + AT_CHECK, CHECK_BYTES))
        memcpy(file + AT_CHECK, check, CHECK_BYTES); /* minisign's */
    if (sodium_memcmp(check, file + AT_CHECK, CHECK_BYTES) != 0) return locked ? SECRET_WRONG_PASSWORD : SECRET_DAMAGED;
    memcpy(out->id, file + AT_KEY_ID, KEY_ID_BYTES);
    memcpy(out->key, file + AT_KEY, sizeof(out->key));
    return SECRET_OK;
}

SecretResult secret_key_parse(Arena *arena, Bytes file, const char *password, SecretKey *out)
{
    const char *comment;
    sodium_ready();
    const char *base64 = file_parts(arena, file, &comment);
    uint8_t bytes[SECRET_BYTES];
    if (!base64 || !base64_parse(base64, bytes, sizeof(bytes))) return SECRET_DAMAGED;
    SecretResult result = secret_unlock(bytes, password, out);
    sodium_memzero(bytes, sizeof(bytes));
    return result;
}

Bytes secret_key_file(Arena *arena, const SecretKey *key, const char *password)
{
    uint8_t bytes[SECRET_BYTES] = "Ed";
    memcpy(bytes + AT_CHECK_KIND, "B2", TAG_BYTES);
    memcpy(bytes + AT_KEY_ID, key->id, KEY_ID_BYTES);
    memcpy(bytes + AT_KEY, key->key, sizeof(key->key));
    check_make(bytes, bytes + AT_CHECK);
    if (password) {
        memcpy(bytes + AT_KDF, "Sc", TAG_BYTES);
        randombytes_buf(bytes + AT_SALT, SALT_BYTES);
        number_write(bytes + AT_OPERATIONS, lock_operations);
        number_write(bytes + AT_MEMORY, lock_memory_bytes);
        CHECK(lock_apply(bytes, password));
    }
    const char *kind = password ? "locked" : "not locked by any password";
    const char *text = arena_format(arena, "%shearth secret key, %s\n%s\n", comment_prefix, kind,
                                    base64_text(arena, bytes, sizeof(bytes)));
    sodium_memzero(bytes, sizeof(bytes));
    return (Bytes){text, strlen(text)};
}

void secret_key_wipe(SecretKey *key) { sodium_memzero(key, sizeof(*key)); }
