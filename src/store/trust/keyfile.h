/* keyfile.h - key files in minisign's format, public and secret. */
#ifndef HEARTH_KEYFILE_H
#define HEARTH_KEYFILE_H

#include "store/trust/signature.h"

enum { KEY_FILE_BYTES_MAX = 4 * 1024, KEY_NAME_MAX = 60, FINGERPRINT_WORDS = 6 };

/* Makes a new pair from the system's random bytes. */
void key_pair_make(PublicKey *public_key, SecretKey *secret_key);

/* "RWQ...", as in the second line of a public key file. */
MUST_USE bool public_key_parse(const char *base64, PublicKey *out);
/* Returns the key as one line of base64, in `arena`. */
MUST_USE char *public_key_text(Arena *arena, const PublicKey *key);
/* A whole file. *comment is what its first line says the key is called; false if it is no public key. */
MUST_USE bool public_key_parse_file(Arena *arena, Bytes file, PublicKey *out, const char **comment);
/* Returns the contents of a .pub file with this comment, in `arena`. */
MUST_USE Bytes public_key_file(Arena *arena, const PublicKey *key, const char *comment);

/* Six words that stand for the key, to be read aloud over the telephone: "amber gate otter ...". In `arena`. */
MUST_USE char *public_key_words(Arena *arena, const PublicKey *key);

typedef enum SecretResult {
    SECRET_OK,
    SECRET_DAMAGED,
    SECRET_NEEDS_PASSWORD, /* there is one, and none was given */
    SECRET_WRONG_PASSWORD,
    SECRET_TOO_HARD, /* asks for more memory than this machine may give */
} SecretResult;

/* `password` may be NULL. */
MUST_USE SecretResult secret_key_parse(Arena *arena, Bytes file, const char *password, SecretKey *out);
/* Locked with `password`, or not at all when that is NULL. */
MUST_USE Bytes secret_key_file(Arena *arena, const SecretKey *key, const char *password);
/* Overwrites the key. */
void secret_key_wipe(SecretKey *key);

#endif
