/* store.h - the packs installed on a kiosk, below one state folder.
 *
 *   STATE/packs/<id>/        what is installed of each pack            slots.h
 *   STATE/keys/              public keys that are trusted              keys.h
 *   STATE/pin, pin-tries     hashes of the staff PIN; wrong tries      pin.h
 *   STATE/settings           volume and brightness                     settings.h
 *   STATE/hidden             pages that staff have taken off           hidden.h
 *   STATE/history            the last updates                          history.h
 *   STATE/starts             starts of the program that may have failed  crash.h
 *   STATE/language           the language that staff have chosen       language.h
 *   STATE/seen               the last day on which the kiosk ran       seen.h
 *   STATE/looking            the stick that is being looked at         look.h
 *   STATE/lock               held by the process that changes packs    store.c
 *
 * Only store/ reads and writes these files. */
#ifndef HEARTH_STORE_H
#define HEARTH_STORE_H

#include "store/slots/slots.h"
#include "store/trust/verdict.h"

enum { STORE_PACKS_MAX = 200 };

typedef struct Store {
    const char *dir;
    int fd, packs;      /* STATE and STATE/packs; -1: not there */
    int lock;           /* -1: open for reading only */
    bool is_unreadable; /* one of the folders is there, or may be, but the disk does not let us in */
} Store;

/* `option`, else $HEARTH_STATE, else /var/lib/hearth where that is ours, else the user's own state folder. In `arena`.
 */
MUST_USE const char *state_dir_choose(Arena *arena, const char *option);

/* Opens the store for reading. Where nothing was ever installed the store is empty, and that is no failure. */
void store_open_to_read(Store *store, const char *dir);
/* Opens the store to change it: makes missing folders, locks out other processes, removes what a power cut
 * left. VERDICT_REFUSED_BUSY or VERDICT_REFUSED_DISK, with a problem reported, if that is not possible; else
 * VERDICT_UNDECIDED: go on. store_close() either way. */
MUST_USE Verdict store_open_to_change(Store *store, const char *dir, Diags *diags);
/* Closes the folders and gives the lock back. */
void store_close(Store *store);

typedef struct StorePack {
    const char *id, *title;
    bool is_site;
    Slots slots;
    bool is_damaged;    /* its list and the copy were; slots is the best that could be made of the folders */
    bool is_unreadable; /* the disk does not say what is installed; slots is the copy, or likewise */
    const char *dir, *previous_dir; /* NULL: there is none */
} StorePack;

/* In the order in which they were first installed. */
void store_list(const Store *store, Arena *arena, StorePack **packs, size_t *count);
/* Finds the pack `id`. False if none is installed; then out->is_unreadable says whether that is known. */
bool store_find(const Store *store, Arena *arena, const char *id, StorePack *out);

typedef enum BootState {
    BOOT_CURRENT,
    BOOT_IN_DOUBT, /* the current one is whole, but nothing says any more that it is the latest */
    BOOT_PREVIOUS, /* the current one is damaged */
    BOOT_NOTHING,  /* both are */
} BootState;

typedef struct BootPack {
    StorePack pack;
    BootState state;
    const char *dir;      /* what to play; NULL for BOOT_NOTHING */
    const char *sentence; /* for staff; NULL for BOOT_CURRENT */
} BootPack;

/* Reads every byte of every pack, to say which of them can be shown. Changes nothing. */
void store_boot(const Store *store, Arena *arena, BootPack **packs, size_t *count);

typedef struct RollbackResult {
    const char *id, *from, *to; /* versions */
    const char *sentence;
} RollbackResult;
/* Puts the previous pack back; what it replaces becomes the previous one. The store must be open to change. */
MUST_USE bool store_rollback(Store *store, Arena *arena, const char *id, Date today, RollbackResult *out, Diags *diags);
/* As above, for a pack that keeps stopping the player: it does not become the previous one, and is remembered as bad.
 */
MUST_USE bool store_take_back(Store *store, Arena *arena, const char *id, Date today, RollbackResult *out,
                              Diags *diags);

/* The folder STATE/packs/<id>, made if it is missing; -1 with errno. */
MUST_USE int store_pack_folder(const Store *store, const char *id);
/* Removes folders that no list names: staging folders, and versions older than the previous one that no process holds.
 */
void store_sweep(const Store *store);
/* Returns a number larger than any switch_order or install_order there is. */
uint64_t store_next_order(const Store *store);
/* Bytes that can still be written below the state folder; false if it does not say. */
MUST_USE bool store_free_bytes(const Store *store, uint64_t *out);

/* Keeps the folder of a pack from being swept away while its pages are still read. Close the number returned to let go;
 * -1 if there is no such folder. */
MUST_USE int slot_hold_open(const char *dir);

#endif
