/* signature.h - signatures in minisign's format: Ed25519 over BLAKE2b, with a comment that is signed, too.
 *
 * Debian's minisign verifies what we sign, and we verify what it signs. Only the prehashed kind ("ED") is accepted; the
 * legacy kind ("Ed") is refused, so that there is one way to be right. Nothing is ever read from the untrusted comment.
 */
#ifndef HEARTH_SIGNATURE_H
#define HEARTH_SIGNATURE_H

#include <sodium.h>

#include "base/diag.h"
#include "base/fs.h"

enum { KEY_ID_BYTES = 8, SIGNATURE_FILE_BYTES_MAX = 8 * 1024 };

typedef struct PublicKey {
    uint8_t id[KEY_ID_BYTES];
    uint8_t key[crypto_sign_PUBLICKEYBYTES];
} PublicKey;

typedef struct SecretKey {
    uint8_t id[KEY_ID_BYTES];
    uint8_t key[crypto_sign_SECRETKEYBYTES];
} SecretKey;

/* A key's number as minisign prints it: 16 capital hexadecimal digits. */
typedef struct KeyIdText {
    char hex[2 * KEY_ID_BYTES + 1];
} KeyIdText;
/* Returns the number of a key as hexadecimal digits, by value. */
KeyIdText key_id_text(const uint8_t id[KEY_ID_BYTES]);

typedef struct Signature {
    uint8_t key_id[KEY_ID_BYTES];
    uint8_t signature[crypto_sign_BYTES];
    uint8_t global[crypto_sign_BYTES]; /* over the signature and the trusted comment */
    const char *trusted_comment;
} Signature;

/* False, with one problem reported under `name`, if this is no signature that we accept. */
MUST_USE bool signature_parse(Arena *arena, const char *name, Bytes file, Signature *out, Diags *diags);
/* True only if `key` made both signatures: the one of `message`, and the one of the trusted comment. */
MUST_USE bool signature_is_by(const Signature *signature, const PublicKey *key, Bytes message);
/* The signature file. `trusted_comment` is one line. */
MUST_USE Bytes signature_make(Arena *arena, const SecretKey *key, Bytes message, const char *trusted_comment);

/* Base64 of exactly `count` bytes; false for anything else. */
MUST_USE bool base64_parse(const char *text, uint8_t *out, size_t count);
/* Returns the bytes in base64, in `arena`. */
MUST_USE char *base64_text(Arena *arena, const uint8_t *bytes, size_t count);

#endif
