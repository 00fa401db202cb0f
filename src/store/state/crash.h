/* crash.h - a pack that stops the player three times in five minutes is taken back.
 *
 * STATE/starts names the starts that have not been followed by five good minutes or a proper end. Only starts since the
 * machine was switched on count: pulling the plug is no fault of a pack. */
#ifndef HEARTH_CRASH_H
#define HEARTH_CRASH_H

#include "store/store.h"

enum { CRASH_STARTS_MAX = 3, CRASH_WINDOW_S = 300 };

typedef enum CrashVerdict {
    CRASH_FINE,
    CRASH_TOOK_BACK, /* the pack that was changed last is back at its previous version */
    CRASH_SAFE_MODE, /* there is nothing to go back to: show the emergency card for CRASH_WINDOW_S, then try again */
} CrashVerdict;

/* Call at each start, before anything of a pack is read. `boot_id` differs for each time the machine was switched on,
 * `up_s` is its running time in seconds. `store` is open to change; `out` says what was taken back. */
MUST_USE CrashVerdict crash_note_start(Store *store, Arena *arena, const char *boot_id, int64_t up_s, Date today,
                                       RollbackResult *out, Diags *diags);
/* Call after CRASH_WINDOW_S of good running, and when the player ends as it was told to. */
void crash_note_fine(const char *state_dir);

/* The kernel's name for this boot; "-" if it does not say. In `arena`. */
MUST_USE const char *crash_boot_id(Arena *arena);

#endif
