/* digest.h - SHA-256 of bytes and of what streams past, and its text in hexadecimal. */
#ifndef HEARTH_DIGEST_H
#define HEARTH_DIGEST_H

#include <sodium.h>

#include "base/fs.h"

enum { DIGEST_BYTES = 32, DIGEST_HEX = 2 * DIGEST_BYTES };

typedef struct Digest {
    uint8_t bytes[DIGEST_BYTES];
} Digest;

typedef struct DigestText {
    char hex[DIGEST_HEX + 1];
} DigestText;

typedef struct DigestStream {
    crypto_hash_sha256_state state;
} DigestStream;

/* Call before the first use of libsodium in a thread; cheap after that. */
void sodium_ready(void);

/* Digests bytes that come in pieces: start, add each piece, finish. */
void digest_start(DigestStream *stream);
/* The next `count` bytes. */
void digest_add(DigestStream *stream, const void *bytes, size_t count);
/* The digest of all bytes that were added. The stream must be started anew after that. */
Digest digest_finish(DigestStream *stream);

/* Returns the SHA-256 of `bytes`. */
Digest digest_of(Bytes bytes);
/* True if both are the same. */
bool digest_equal(const Digest *a, const Digest *b);
/* Returns it as 64 small hexadecimal digits, by value. */
DigestText digest_text(const Digest *digest);
/* Exactly 64 small hexadecimal digits, followed by anything. */
bool digest_parse(const char *text, Digest *out);

#endif
