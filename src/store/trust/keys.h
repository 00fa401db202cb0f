/* keys.h - the keys that this kiosk trusts: up to three files in STATE/keys.
 *
 * Whoever sets the kiosk up puts the first one there. After that a new key comes only by a manifest that a trusted key
 * signed, or by hand after the printed recovery code has been given. */
#ifndef HEARTH_KEYS_H
#define HEARTH_KEYS_H

#include "store/trust/manifest.h"

enum { KEYS_MAX = 3 };

typedef struct Keys {
    NamedKey items[KEYS_MAX];
    const char *files[KEYS_MAX]; /* their names in STATE/keys */
    size_t count;
} Keys;

/* Reads STATE/keys, in the order of the names. A damaged file is reported, and not trusted; so is a fourth. */
void keys_load(Arena *arena, int state, Keys *out, Diags *diags);
/* NULL if no trusted key has that number. */
const NamedKey *keys_find(const Keys *keys, const uint8_t id[KEY_ID_BYTES]);
/* Trusts `key`, too. With three already, it takes the place of `signer`, who signed for it. Fine if it is trusted
 * already. */
MUST_USE bool keys_adopt(int state, const NamedKey *key, const uint8_t signer[KEY_ID_BYTES], Diags *diags);

/* A public key file, and what it calls itself; `file_name` stands in where it does not. */
MUST_USE bool named_key_read(Arena *arena, Bytes file, const char *file_name, NamedKey *out);
/* Returns the contents of a .pub file that carries the name of the key, in `arena`. */
MUST_USE Bytes named_key_file(Arena *arena, const NamedKey *key);

#endif
