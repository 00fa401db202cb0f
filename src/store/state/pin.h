/* pin.h - the staff PIN and the printed recovery code: setting, trying, and the pauses after wrong tries.
 *
 * STATE/pin holds argon2id hashes of the PIN and of the recovery code. STATE/pin-tries counts wrong tries; it is
 * written before a try is looked at, so that pulling the plug undoes none. The pause after wrong tries is counted from
 * the start of the program: no clock is needed, and a power cut makes a pause longer, never shorter. */
#ifndef HEARTH_PIN_H
#define HEARTH_PIN_H

#include "base/diag.h"
#include "base/fs.h"

enum {
    PIN_DIGITS_MIN = 6,
    PIN_DIGITS_MAX = 12,
    PIN_FREE_TRIES = 4,           /* wrong ones without a pause */
    PIN_PAUSE_MS = 5 * 60 * 1000, /* after the fifth; doubles with each one more */
    PIN_PAUSE_MAX_MS = 60 * 60 * 1000,
    RECOVERY_GROUPS = 8, /* of four digits, the last of each a check on the other three */
    RECOVERY_DIGITS = 4 * RECOVERY_GROUPS,
};

typedef struct RecoveryCode {
    char text[RECOVERY_DIGITS + RECOVERY_GROUPS]; /* "1234 5678 ...": to be printed or copied by hand */
} RecoveryCode;

typedef struct PinGuard {
    const char *state_dir;
    uint32_t wrong; /* tries since the last right one */
    int64_t pause_from_ms;
} PinGuard;

/* `now_ms` is a monotonic time, the same as in the calls below. */
void pin_open(PinGuard *guard, const char *state_dir, int64_t now_ms);

typedef enum PinState {
    PIN_IS_NONE,    /* the state folder was read, and has none: a kiosk that was never set up */
    PIN_IS_SET,     /* also one that is damaged */
    PIN_IS_UNKNOWN, /* the disk does not say: treated as set, because the person at the display may be a visitor */
} PinState;

/* Says whether a PIN was ever set. A state folder that is not there, or cannot be read, says nothing. */
PinState pin_state(const char *state_dir);
int64_t pin_pause_ms(const PinGuard *guard, int64_t now_ms); /* 0: a try is allowed */

typedef enum PinResult {
    PIN_RIGHT,
    PIN_WRONG,
    PIN_PAUSED, /* not even looked at */
    PIN_NONE,   /* none has been set: the panel stays shut */
    PIN_BROKEN, /* the file is damaged, or the try could not be counted; a problem says so */
} PinResult;

/* Compares a typed PIN with the one that is set, and counts a wrong try. Takes a good part of a second, on purpose. */
MUST_USE PinResult pin_try(PinGuard *guard, const char *pin, int64_t now_ms, Diags *diags);
/* The same guard, the same pauses. Spaces and hyphens in `code` are skipped. On PIN_RIGHT the caller lets a new PIN be
 * set. */
MUST_USE PinResult recovery_try(PinGuard *guard, const char *code, int64_t now_ms, Diags *diags);
/* 0, or the number of the first group (from 1) that has a slip in it; RECOVERY_GROUPS + 1 if digits are missing or too
 * many. */
int recovery_slip(const char *code);

/* What STATE/pin holds: hashes, as libsodium writes them. */
typedef struct PinFile {
    const char *pin, *recovery;
} PinFile;
/* Reads the file. False if it is damaged. Texts are in `arena`. */
MUST_USE bool pin_file_parse(Arena *arena, Bytes file, PinFile *out);

/* NULL if `pin` may be used, else a sentence that says why not. */
const char *pin_objection(const char *pin);
/* Sets a PIN, and a new recovery code, which this is the only time to see. */
MUST_USE bool pin_set(PinGuard *guard, const char *pin, RecoveryCode *code, Diags *diags);

#endif
