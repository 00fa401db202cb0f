#include "store/state/pin.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "store/state/state.h"
#include "store/trust/digest.h"
#include "store/disk/durable.h"
#include "store/disk/lines.h"
#include "store/disk/tree.h"

enum { PIN_FILE_BYTES_MAX = 1024, WRONG_MAX = 1000 };
static const char pin_name[] = "pin", tries_name[] = "pin-tries";

bool pin_file_parse(Arena *arena, Bytes file, PinFile *out)
{
    Lines lines = {file, 0, 0};
    *out = (PinFile){0};
    const char *first = lines_next(&lines, arena), *second = lines_next(&lines, arena),
               *third = lines_next(&lines, arena);
    if (!first || strcmp(first, "hearth-pin 1") != 0 || !second || !third || !lines_at_end(&lines)) return false;
    out->pin = line_after(second, "pin");
    out->recovery = line_after(third, "recovery");
    return out->pin && out->recovery;
}

static PinResult file_load(Arena *arena, int state, PinFile *out)
{
    Bytes bytes;
    *out = (PinFile){0};
    FsResult result = read_beneath(arena, state, pin_name, PIN_FILE_BYTES_MAX, &bytes);
    if (result == FS_MISSING) return PIN_NONE;
    return result == FS_OK && pin_file_parse(arena, bytes, out) ? PIN_RIGHT : PIN_BROKEN;
}

/* A file of tries that is damaged counts as many: nobody gains by damaging it. */
static uint32_t tries_load(int state)
{
    Arena arena = {0};
    uint64_t wrong = 0;
    Bytes bytes;
    bool missing = read_beneath(&arena, state, tries_name, PIN_FILE_BYTES_MAX, &bytes) == FS_MISSING;
    Lines lines = {bytes, 0, 0};
    const char *line = lines_next(&lines, &arena);
    const char *number = line ? line_after(line, "wrong") : NULL;
    if (!number || !lines_at_end(&lines) || !line_number(number, WRONG_MAX, &wrong))
        wrong = missing ? 0 : PIN_FREE_TRIES + 1;
    arena_free(&arena);
    return (uint32_t)wrong;
}

static bool tries_save(int state, uint32_t wrong)
{
    LineWriter writer = {0};
    line_put(&writer, "wrong %u\n", wrong);
    bool ok = durable_replace(state, tries_name, line_bytes(&writer), 0600);
    int error = errno;
    line_free(&writer);
    errno = error;
    return ok;
}

void pin_open(PinGuard *guard, const char *state_dir, int64_t now_ms)
{
    int state = state_open(state_dir);
    *guard = (PinGuard){.state_dir = state_dir, .wrong = state < 0 ? 0 : tries_load(state), .pause_from_ms = now_ms};
    if (state >= 0) close(state);
}

PinState pin_state(const char *state_dir)
{
    Arena arena = {0};
    Bytes bytes;
    int state = state_open(state_dir);
    /* Its being there is not enough: a file that cannot be read now has to be told from one that is not there. */
    FsResult result = state < 0 ? FS_UNREADABLE : read_beneath(&arena, state, pin_name, PIN_FILE_BYTES_MAX, &bytes);
    if (state >= 0) close(state);
    arena_wipe(&arena);
    if (result == FS_UNREADABLE) return PIN_IS_UNKNOWN;
    return result == FS_MISSING ? PIN_IS_NONE : PIN_IS_SET;
}

int64_t pin_pause_ms(const PinGuard *guard, int64_t now_ms)
{
    if (guard->wrong <= PIN_FREE_TRIES) return 0;
    int64_t pause = PIN_PAUSE_MS;
    for (uint32_t i = PIN_FREE_TRIES + 1; i < guard->wrong && pause < PIN_PAUSE_MAX_MS; i++) pause *= 2;
    if (pause > PIN_PAUSE_MAX_MS) pause = PIN_PAUSE_MAX_MS;
    int64_t left = guard->pause_from_ms + pause - now_ms;
    return left > 0 ? left : 0;
}

/* Counts the try as wrong before it is looked at; a power cut meanwhile leaves it counted. */
static bool try_begin(PinGuard *guard, int state, int64_t now_ms, Diags *diags)
{
    if (guard->wrong < WRONG_MAX) guard->wrong++;
    guard->pause_from_ms = now_ms;
    return tries_save(state, guard->wrong) || disk_problem(diags, errno, "Counting the try");
}

static bool hash_fits(const char *hash, const char *secret)
{
    if (strlen(hash) >= crypto_pwhash_STRBYTES) return false;
    char padded[crypto_pwhash_STRBYTES] = {0};
    memcpy(padded, hash, strlen(hash));
    return crypto_pwhash_str_verify(padded, secret, strlen(secret)) == 0;
}

static PinResult try_in(PinGuard *guard, int state, const char *secret, bool is_recovery, int64_t now_ms, Diags *diags)
{
    Arena arena = {0};
    PinFile file;
    PinResult result = file_load(&arena, state, &file);
    if (result == PIN_BROKEN)
        diag_error(diags, (Mark){0}, "pin-damaged", "set a new one at the device: hearth pin",
                   "the PIN on this kiosk is damaged");
    if (result == PIN_RIGHT && !try_begin(guard, state, now_ms, diags)) result = PIN_BROKEN;
    if (result == PIN_RIGHT && !hash_fits(is_recovery ? file.recovery : file.pin, secret)) result = PIN_WRONG;
    if (result == PIN_RIGHT) {
        guard->wrong = 0;
        if (!tries_save(state, 0)) disk_problem(diags, errno, "Forgetting the wrong tries");
    }
    arena_wipe(&arena);
    return result;
}

static PinResult secret_try(PinGuard *guard, const char *secret, bool is_recovery, int64_t now_ms, Diags *diags)
{
    sodium_ready();
    int state = state_open(guard->state_dir);
    if (state < 0) {
        disk_problem(diags, errno, "Reading the PIN");
        return PIN_BROKEN;
    }
    guard->wrong = tries_load(state); /* `hearth pin` may have set it back meanwhile */
    bool paused = pin_pause_ms(guard, now_ms) > 0;
    PinResult result = paused ? PIN_PAUSED : try_in(guard, state, secret, is_recovery, now_ms, diags);
    close(state);
    return result;
}

PinResult pin_try(PinGuard *guard, const char *pin, int64_t now_ms, Diags *diags)
{
    return secret_try(guard, pin, false, now_ms, diags);
}

/* The digits of a typed code, without what people put between them. False if there are more than fit. */
static bool code_digits(const char *code, char out[RECOVERY_DIGITS + 1])
{
    size_t count = 0;
    for (; *code; code++) {
        if (*code < '0' || *code > '9') continue;
        if (count == RECOVERY_DIGITS) return false;
        out[count++] = *code;
    }
    out[count] = '\0';
    return true;
}

/* Catches any one wrong digit, for no weight has a factor in common with 10, and most that changed places. */
static char group_check(const char *group)
{
    int sum = (group[0] - '0') * 3 + (group[1] - '0') * 7 + (group[2] - '0') * 9;
    return (char)('0' + sum % 10);
}

int recovery_slip(const char *code)
{
    char digits[RECOVERY_DIGITS + 1];
    if (!code_digits(code, digits)) return RECOVERY_GROUPS + 1;
    for (int i = 0; i < RECOVERY_GROUPS; i++) {
        const char *group = digits + 4 * i;
        if (strlen(group) < 4) return RECOVERY_GROUPS + 1;
        if (group[3] != group_check(group)) return i + 1;
    }
    return 0;
}

PinResult recovery_try(PinGuard *guard, const char *code, int64_t now_ms, Diags *diags)
{
    char digits[RECOVERY_DIGITS + 1];
    if (!code_digits(code, digits)) return PIN_WRONG;
    PinResult result = secret_try(guard, digits, true, now_ms, diags);
    sodium_memzero(digits, sizeof(digits));
    return result;
}

const char *pin_objection(const char *pin)
{
    size_t length = strlen(pin);
    if (strspn(pin, "0123456789") != length) return "A PIN has digits only.";
    if (length < PIN_DIGITS_MIN || length > PIN_DIGITS_MAX) return "A PIN has 6 to 12 digits.";
    bool same = true, up = true, down = true;
    for (size_t i = 1; i < length; i++) {
        same = same && pin[i] == pin[i - 1];
        up = up && pin[i] == pin[i - 1] + 1;
        down = down && pin[i] == pin[i - 1] - 1;
    }
    return same || up || down ? "This PIN is the first that anyone would try. Choose another." : NULL;
}

static void code_make(RecoveryCode *code, char digits[RECOVERY_DIGITS + 1])
{
    size_t at = 0;
    for (size_t i = 0; i < RECOVERY_GROUPS; i++) {
        char *group = digits + 4 * i;
        for (size_t j = 0; j < 3; j++) group[j] = (char)('0' + randombytes_uniform(10));
        group[3] = group_check(group);
        if (i > 0) code->text[at++] = ' ';
        memcpy(code->text + at, group, 4);
        at += 4;
    }
    code->text[at] = '\0';
    digits[RECOVERY_DIGITS] = '\0';
}

static bool hash_make(char out[crypto_pwhash_STRBYTES], const char *secret)
{
    return crypto_pwhash_str_alg(out, secret, strlen(secret), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                 crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

static bool file_save(int state, const char *pin, const char *digits)
{
    char pin_hash[crypto_pwhash_STRBYTES], recovery_hash[crypto_pwhash_STRBYTES];
    errno = ENOMEM;
    if (!hash_make(pin_hash, pin) || !hash_make(recovery_hash, digits)) return false;
    LineWriter writer = {0};
    line_put(&writer, "hearth-pin 1\npin %s\nrecovery %s\n", pin_hash, recovery_hash);
    bool ok = durable_replace(state, pin_name, line_bytes(&writer), 0600);
    int error = errno;
    line_free(&writer);
    errno = error;
    return ok;
}

bool pin_set(PinGuard *guard, const char *pin, RecoveryCode *code, Diags *diags)
{
    const char *objection = pin_objection(pin);
    if (objection) return diag_error(diags, (Mark){0}, "pin-weak", "", "%s", objection);
    char digits[RECOVERY_DIGITS + 1];
    sodium_ready();
    code_make(code, digits);
    int state = fs_make_dirs(guard->state_dir) ? state_open(guard->state_dir) : -1;
    bool ok = state >= 0 && file_save(state, pin, digits);
    if (!ok) disk_problem(diags, errno, "Saving the PIN");
    if (ok) {
        guard->wrong = 0;
        if (!tries_save(state, 0)) disk_problem(diags, errno, "Forgetting the wrong tries");
    }
    if (state >= 0) close(state);
    sodium_memzero(digits, sizeof(digits));
    if (!ok) sodium_memzero(code, sizeof(*code));
    return ok;
}
