#include "store/trust/signature.h"

#include <string.h>

#include "store/disk/lines.h"

enum { ALGORITHM_BYTES = 2, SIGNED_BYTES = ALGORITHM_BYTES + KEY_ID_BYTES + crypto_sign_BYTES };

static const char untrusted_prefix[] = "untrusted comment: ", trusted_prefix[] = "trusted comment: ";

KeyIdText key_id_text(const uint8_t id[KEY_ID_BYTES])
{
    static const char digits[] = "0123456789ABCDEF";
    KeyIdText text = {{0}};
    for (size_t i = 0; i < KEY_ID_BYTES; i++) { /* minisign prints the eight bytes as one little-endian number */
        uint8_t byte = id[KEY_ID_BYTES - 1 - i];
        text.hex[2 * i] = digits[byte >> 4];
        text.hex[2 * i + 1] = digits[byte & 15];
    }
    return text;
}

bool base64_parse(const char *text, uint8_t *out, size_t count)
{
    size_t length = 0;
    const char *end = NULL;
    size_t text_length = strlen(text);
    if (text_length != sodium_base64_encoded_len(count, sodium_base64_VARIANT_ORIGINAL) - 1) return false;
    return sodium_base642bin(out, count, text, text_length, NULL, &length, &end, sodium_base64_VARIANT_ORIGINAL) == 0 &&
           length == count && end == text + text_length;
}

char *base64_text(Arena *arena, const uint8_t *bytes, size_t count)
{
    size_t size = sodium_base64_encoded_len(count, sodium_base64_VARIANT_ORIGINAL);
    char *text = arena_alloc(arena, size);
    return sodium_bin2base64(text, size, bytes, count, sodium_base64_VARIANT_ORIGINAL);
}

static bool signature_refuse(const char *name, int line, Diags *diags)
{
    return diag_error(diags, (Mark){name, line, line > 0 ? 1 : 0}, "signature-damaged",
                      "copy the whole folder again from where it came",
                      "this file should hold the signature, but it is damaged");
}

/* What follows `prefix` in the next line; NULL if the line is not like that. */
static const char *line_with(Lines *lines, Arena *arena, const char *prefix)
{
    const char *line = lines_next(lines, arena);
    size_t length = strlen(prefix);
    return line && strncmp(line, prefix, length) == 0 ? line + length : NULL;
}

bool signature_parse(Arena *arena, const char *name, Bytes file, Signature *out, Diags *diags)
{
    Lines lines = {file, 0, 0};
    uint8_t bytes[SIGNED_BYTES];
    if (file.count > SIGNATURE_FILE_BYTES_MAX) return signature_refuse(name, 0, diags);
    if (!line_with(&lines, arena, untrusted_prefix)) return signature_refuse(name, 1, diags);
    const char *signature = line_with(&lines, arena, "");
    if (!signature || !base64_parse(signature, bytes, sizeof(bytes))) return signature_refuse(name, 2, diags);
    if (memcmp(bytes, "Ed", ALGORITHM_BYTES) == 0)
        return diag_error(diags, (Mark){name, 2, 1}, "signature-legacy", "sign it again with: hearth sign FOLDER",
                          "this signature is of minisign's old kind, which is not accepted");
    if (memcmp(bytes, "ED", ALGORITHM_BYTES) != 0) return signature_refuse(name, 2, diags);
    out->trusted_comment = line_with(&lines, arena, trusted_prefix);
    if (!out->trusted_comment) return signature_refuse(name, 3, diags);
    const char *global = line_with(&lines, arena, "");
    if (!global || !base64_parse(global, out->global, sizeof(out->global)) || !lines_at_end(&lines))
        return signature_refuse(name, 4, diags);
    memcpy(out->key_id, bytes + ALGORITHM_BYTES, KEY_ID_BYTES);
    memcpy(out->signature, bytes + ALGORITHM_BYTES + KEY_ID_BYTES, crypto_sign_BYTES);
    return true;
}

static void message_hash(Bytes message, uint8_t hash[crypto_generichash_BYTES_MAX])
{
    crypto_generichash(hash, crypto_generichash_BYTES_MAX, (const uint8_t *)message.data, message.count, NULL, 0);
}

/* The signature followed by the comment: what the second signature is over. */
static uint8_t *global_message(Arena *arena, const uint8_t signature[crypto_sign_BYTES], const char *comment,
                               size_t *count)
{
    size_t length = strlen(comment);
    uint8_t *message = arena_alloc(arena, crypto_sign_BYTES + length);
    memcpy(message, signature, crypto_sign_BYTES);
    memcpy(message + crypto_sign_BYTES, comment, length);
    *count = crypto_sign_BYTES + length;
    return message;
}

bool signature_is_by(const Signature *signature, const PublicKey *key, Bytes message)
{
    if (memcmp(signature->key_id, key->id, KEY_ID_BYTES) != 0) return false;
    uint8_t hash[crypto_generichash_BYTES_MAX];
    message_hash(message, hash);
    if (crypto_sign_verify_detached(signature->signature, hash, sizeof(hash), key->key) != 0) return false;
    Arena scratch = {0};
    size_t count;
    const uint8_t *global = global_message(&scratch, signature->signature, signature->trusted_comment, &count);
    bool ok = crypto_sign_verify_detached(signature->global, global, count, key->key) == 0;
    arena_free(&scratch);
    return ok;
}

Bytes signature_make(Arena *arena, const SecretKey *key, Bytes message, const char *trusted_comment)
{
    uint8_t hash[crypto_generichash_BYTES_MAX], bytes[SIGNED_BYTES], global[crypto_sign_BYTES];
    size_t count;
    message_hash(message, hash);
    memcpy(bytes, "ED", ALGORITHM_BYTES);
    memcpy(bytes + ALGORITHM_BYTES, key->id, KEY_ID_BYTES);
    uint8_t *signature = bytes + ALGORITHM_BYTES + KEY_ID_BYTES;
    crypto_sign_detached(signature, NULL, hash, sizeof(hash), key->key);
    const uint8_t *signed_text = global_message(arena, signature, trusted_comment, &count);
    crypto_sign_detached(global, NULL, signed_text, count, key->key);
    const char *text = arena_format(arena, "%ssignature from hearth, key %s\n%s\n%s%s\n%s\n", untrusted_prefix,
                                    key_id_text(key->id).hex, base64_text(arena, bytes, sizeof(bytes)), trusted_prefix,
                                    trusted_comment, base64_text(arena, global, sizeof(global)));
    return (Bytes){text, strlen(text)};
}
