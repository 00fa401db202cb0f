/* manifest.h - manifest.txt: what a pack consists of, so that a signature on it is one on every file.
 *
 *   hearth-manifest 1
 *   pack relationships
 *   version 1.2.0
 *   counter 2026112400
 *   made 2026-11-24
 *   next-key RWQ... Content team, 2027
 *   file <SHA-256> <bytes> en/anxious.yaml
 *
 * There is one way to write each manifest: what is not byte for byte as manifest_text() writes it is refused. */
#ifndef HEARTH_MANIFEST_H
#define HEARTH_MANIFEST_H

#include "store/trust/digest.h"
#include "store/trust/keyfile.h"
#include "yaml/schema.h"

#define MANIFEST_NAME "manifest.txt"
#define SIGNATURE_NAME "manifest.txt.minisig"

enum { MANIFEST_BYTES_MAX = 4 * 1024 * 1024, MANIFEST_NEXT_KEYS_MAX = 2, VERSION_MAX = 20 };
#define COUNTER_MAX UINT64_C(9007199254740991) /* what any program can hold exactly */

typedef struct ManifestFile {
    const char *path; /* within the pack */
    uint64_t bytes;
    Digest digest;
} ManifestFile;

typedef struct NamedKey {
    PublicKey key;
    const char *name; /* of the person or team that signs with it */
} NamedKey;

typedef struct Manifest {
    const char *id, *version;
    uint64_t counter; /* grows with each release, so that an old one cannot come back */
    Date made;        /* year 0: not said */
    NamedKey next_keys[MANIFEST_NEXT_KEYS_MAX];
    size_t next_key_count;
    ManifestFile *files; /* sorted by path, bytewise */
    size_t count;
} Manifest;

/* False, with one problem reported under `name`, if it is damaged. */
MUST_USE bool manifest_parse(Arena *arena, const char *name, Bytes file, Manifest *out, Diags *diags);
/* Returns the manifest as it is signed and written, in `arena`. */
MUST_USE Bytes manifest_text(Arena *arena, const Manifest *manifest);
/* NULL if there is no such file. */
const ManifestFile *manifest_find(const Manifest *manifest, const char *path);
/* Returns the bytes of all files together. */
uint64_t manifest_total_bytes(const Manifest *manifest);

/* Letters, digits, '.', '-', '_' and '+': "1.2.0", "26.03". */
bool version_is_valid(const char *version);

#endif
