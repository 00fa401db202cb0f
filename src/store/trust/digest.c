#include "store/trust/digest.h"

#include <string.h>

void sodium_ready(void) { CHECK(sodium_init() >= 0); }

void digest_start(DigestStream *stream) { crypto_hash_sha256_init(&stream->state); }

void digest_add(DigestStream *stream, const void *bytes, size_t count)
{
    crypto_hash_sha256_update(&stream->state, bytes, count);
}

Digest digest_finish(DigestStream *stream)
{
    Digest digest;
    crypto_hash_sha256_final(&stream->state, digest.bytes);
    return digest;
}

Digest digest_of(Bytes bytes)
{
    DigestStream stream;
    digest_start(&stream);
    digest_add(&stream, bytes.data, bytes.count);
    return digest_finish(&stream);
}

bool digest_equal(const Digest *a, const Digest *b) { return memcmp(a->bytes, b->bytes, DIGEST_BYTES) == 0; }

DigestText digest_text(const Digest *digest)
{
    DigestText text;
    sodium_bin2hex(text.hex, sizeof(text.hex), digest->bytes, DIGEST_BYTES);
    return text;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool digest_parse(const char *text, Digest *out)
{
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        int high = hex_value(text[2 * i]);
        int low = high < 0 ? -1 : hex_value(text[2 * i + 1]);
        if (low < 0) return false;
        out->bytes[i] = (uint8_t)(high * 16 + low);
    }
    return true;
}
