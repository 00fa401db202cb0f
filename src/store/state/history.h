/* history.h - STATE/history: the last updates, one line each, for the staff panel. Says nothing about readers. */
#ifndef HEARTH_HISTORY_H
#define HEARTH_HISTORY_H

#include "store/trust/manifest.h"

typedef enum HistoryKind {
    HISTORY_INSTALLED,
    HISTORY_ROLLED_BACK, /* by staff */
    HISTORY_TAKEN_BACK,  /* by the kiosk, because the pack kept stopping the player */
} HistoryKind;
extern const char *const history_kind_names[];

enum { HISTORY_MAX = 50, HISTORY_BYTES_MAX = 64 * 1024 };

typedef struct HistoryEntry {
    Date when; /* year 0: the clock was not to be trusted */
    HistoryKind kind;
    const char *id;
    const char *from, *to; /* versions; "-": none */
    const char *signer;    /* "-": not signed */
} HistoryEntry;

/* The latest first. Lines that are damaged are left out. FS_MISSING: there was no update yet; anything but that or
 * FS_OK: the list cannot be read, and has none. */
FsResult history_load(Arena *arena, int state, HistoryEntry **entries, size_t *count);
/* Adds one; the oldest goes. False, with errno, if it could not be saved: nothing else depends on it. */
MUST_USE bool history_add(int state, const HistoryEntry *entry);

#endif
