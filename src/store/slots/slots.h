/* slots.h - what is installed of one pack: STATE/packs/<id>/slots, and the folders beside it.
 *
 *   packs/relationships/slots                        this file; replaced whole, by one rename
 *   packs/relationships/slots-copy                   the same once more, for when a byte of the first is damaged
 *   packs/relationships/2026112400-0a1b2c3d4e5f/     a pack, never changed once it stands there
 *   packs/relationships/2026110300-5f4e3d2c1b0a/     the one before
 *   packs/.new-7c2e91b0/                             being copied; swept away at the next start
 *
 * The rename of `slots` is the only moment at which anything changes: current, previous and counter, all at once. The
 * copy is written just before: it never names an older version than `slots` does, so a damaged byte brings none back.
 */
#ifndef HEARTH_SLOTS_H
#define HEARTH_SLOTS_H

#include "store/trust/keys.h"
#include "store/disk/progress.h"

#define SLOTS_NAME "slots"
#define SLOTS_COPY_NAME "slots-copy"
#define STAGING_PREFIX ".new-"

typedef enum Trust {
    TRUST_SIGNED,  /* by a trusted key */
    TRUST_PIN,     /* staff gave the PIN */
    TRUST_DESK,    /* hearth install --unsigned */
    TRUST_SHIPPED, /* came with the program */
    TRUST_UNKNOWN, /* found again after the list and its copy were damaged: nothing says where it came from */
} Trust;
extern const char *const trust_names[];

enum { SLOT_NAME_BYTES = 40, SLOTS_BAD_MAX = 3, SLOTS_FILE_BYTES_MAX = 8 * 1024 };

typedef struct Slot {
    char name[SLOT_NAME_BYTES]; /* of its folder: counter, hyphen, 12 digits of the manifest's SHA-256; "": no slot */
    Digest manifest;
    Trust trust;
    char version[VERSION_MAX + 1];
    Date installed;                /* year 0: the clock was not to be trusted */
    char signer[KEY_NAME_MAX + 1]; /* the key's name; "" if it was not signed */
} Slot;

typedef struct Slots {
    uint64_t highest; /* counter of all that was ever installed signed */
    /* Numbers that grow over all packs of the store with each change: the largest is the latest. Not times. */
    uint64_t install_order; /* of the first installation */
    uint64_t switch_order;  /* of the last change */
    Slot current, previous;
    Digest bad[SLOTS_BAD_MAX]; /* manifests of packs that kept stopping the player, the latest last */
    size_t bad_count;
    NamedKey adopt[MANIFEST_NEXT_KEYS_MAX]; /* keys that the current pack vouches for, still to be trusted */
    uint8_t adopt_signer[KEY_ID_BYTES];
    size_t adopt_count;
} Slots;

/* True unless the slot is empty. */
static inline bool slot_is_there(const Slot *slot) { return slot->name[0] != '\0'; }
/* Writes the name of the folder for a pack with this counter and manifest. */
void slot_name_make(uint64_t counter, const Digest *manifest, char out[SLOT_NAME_BYTES]);
/* True if `name` is one that slot_name_make() makes. */
bool slot_name_is_valid(const char *name);
/* Returns the counter in the slot's name; 0 for an empty slot. */
uint64_t slot_counter(const Slot *slot);
/* True if the pack with this manifest kept stopping the player. */
bool slots_is_bad(const Slots *slots, const Digest *manifest);
/* Remembers that it did; the oldest of SLOTS_BAD_MAX is forgotten. */
void slots_add_bad(Slots *slots, const Digest *manifest);

typedef enum SlotsResult {
    SLOTS_OK,
    SLOTS_MISSING,    /* and so is its copy: nothing is installed */
    SLOTS_FROM_COPY,  /* the file is damaged or gone; this is its copy, which is whole */
    SLOTS_DAMAGED,    /* neither file holds what was written */
    SLOTS_UNREADABLE, /* the disk does not say; asking again may help. *out is the copy, if that can be read */
} SlotsResult;

/* `folder` is STATE/packs/<id>, open. Names of keys are in `arena`. */
MUST_USE SlotsResult slots_load(Arena *arena, int folder, Slots *out);
/* Writes both files. False, with errno: the old list holds. */
MUST_USE bool slots_save(int folder, const Slots *slots);
/* Makes the two files equal again: after a power cut between them, or damage to one. False, with errno, if that could
 * not be written. */
MUST_USE bool slots_mend(int folder);

/* Reads what slots_text() writes. False if it is anything else, or damaged. Names of keys are in `arena`. */
MUST_USE bool slots_parse(Arena *arena, Bytes file, Slots *out);
/* Returns the list as text with a check sum, in `arena`. */
MUST_USE Bytes slots_text(Arena *arena, const Slots *slots);

/* True if the folder of `slot` holds exactly what was installed, every byte of it. */
MUST_USE bool slot_verify(int folder, const Slot *slot, InstallProgress *progress, Diags *diags);
/* Makes the best of a list that is damaged with its copy: the sound folder with the highest counter, and of equal ones
 * the one that was made last by the clock of that time, becomes the current one, the next one the previous. */
MUST_USE bool slots_recover(Arena *arena, int folder, Slots *out);

#endif
