/* bundle.h - a pack folder that is offered for installation: its files, its signature, and the verdict on it. */
#ifndef HEARTH_BUNDLE_H
#define HEARTH_BUNDLE_H

#include "store/disk/copy.h"
#include "store/diff/diff.h"
#include "store/trust/identity.h"
#include "store/slots/slots.h"
#include "store/trust/verdict.h"

typedef struct Bundle {
    Tree tree;
    bool is_signed;
    uint8_t key_id[KEY_ID_BYTES]; /* of the key that the signature names */
    const NamedKey *signer;       /* trusted, and proven; else NULL */
    Bytes signature;              /* as it came */
    Bytes manifest_bytes;         /* as it came, or as bundle_finish() made it */
    Manifest manifest;
    Digest digest; /* of the manifest's bytes; after bundle_finish(), or at once if it is signed */
} Bundle;

/* Walks the folder and looks at its signature; no other file is read. VERDICT_UNDECIDED if nothing is
 * wrong with it, whether a trusted key signed it or none did: see `signer`. Else why it is refused, with problems
 * reported. bundle_close() either way. `keys` must outlive it. */
MUST_USE Verdict bundle_open(Bundle *bundle, Arena *arena, int root, const char *relative, const char *name,
                             const Keys *keys, Diags *diags);
/* Closes the folder; texts stay in their arena. */
void bundle_close(Bundle *bundle);

/* After the files were copied: makes the manifest of a bundle without one, or holds the given one against `identity`.
 */
MUST_USE Verdict bundle_finish(Bundle *bundle, Arena *arena, const Identity *identity, const Slots *slots,
                               Diags *diags);

/* The installed version of the same pack. */
typedef struct Installed {
    bool is_there;
    Slots slots;
    Manifest manifest;  /* of the current one; count 0 if it cannot be read */
    bool is_unreadable; /* the disk would not say what is installed */
    bool is_sound;      /* every byte of the current one is as it was installed */
} Installed;

/* Returns VERDICT_OLDER for a signed bundle that is older than the installed version, before anything is copied. */
MUST_USE Verdict bundle_judge_counter(const Bundle *bundle, const Installed *installed);
/* After bundle_finish(). *reason says why a PIN is needed. */
MUST_USE Verdict bundle_judge(const Bundle *bundle, const Installed *installed, const PackDiff *diff,
                              PinReason *reason);

/* Bytes of disk that an installation takes, with some to spare. */
uint64_t bundle_bytes_needed(const Tree *tree);
/* Returns VERDICT_UNDECIDED for COPY_OK, else the refusal that fits. */
Verdict verdict_of_copying(CopyResult result);
/* "40 MB". In `arena`. */
MUST_USE const char *bytes_text(Arena *arena, uint64_t bytes);
/* The last part of where a pack was found, fit to be printed. In `arena`. */
MUST_USE const char *folder_shown(Arena *arena, const char *source, const char *relative);
/* Moves problems over; those in files below `from_name` are reported below `to_name`. */
void diags_move(Diags *from, Diags *to, const char *from_name, const char *to_name);

#endif
