/* script_run.h - a script while it runs: what its steps share. */
#ifndef HEARTH_SCRIPT_RUN_H
#define HEARTH_SCRIPT_RUN_H

#include "visit/script.h"

enum { SCRIPT_WORDS_MAX = 12, SCRIPT_FINGERS = 4 };

typedef struct ScriptLine {
    int number; /* in the file, from 1 */
    const char *words[SCRIPT_WORDS_MAX];
    int count;
} ScriptLine;

typedef struct Script {
    const ScriptOptions *options;
    App app;
    Platform *platform;
    PlatformOptions platform_options;
    int64_t now_ms;
    int64_t wall_s; /* what the wall clock said at wall_at_ms */
    int64_t wall_at_ms;
    const ScriptLine *line; /* being run */
    struct {
        int x, y;
    } fingers[SCRIPT_FINGERS];
    long wakes; /* how often the loop would have woken up during the last wait */
    char noted[REF_MAX];
    uint32_t random;
    long memory_kb; /* noted */
    bool quiet;     /* what does not hold yet is not reported */
} Script;

/* Reports "file:line: ..."; returns false, always. */
bool script_fail(const Script *script, const char *format, ...) PRINTF_LIKE(2, 3);
/* Writes the screen and the scene that a step did not hold on beside the pictures, and says where; nothing without a
 * folder for pictures. */
void script_keep_failure(Script *script);
/* The i-th word after the step's name, or "". */
const char *script_word(const Script *script, int i);

/* Does and shows what is due now. */
void script_refresh(Script *script);
/* Lets this much time pass, waking up whenever the loop would. */
MUST_USE bool script_wait(Script *script, int64_t ms);

/* A whole number and nothing after it. False if it is none, or beyond a million. */
bool script_parse_int(const char *text, int *out);
/* "2.5s", "300ms", "2min". */
bool script_parse_ms(const char *text, int64_t *out);

/* One event of one finger, 1 to SCRIPT_FINGERS - 1, or -1 for the mouse; then what is due. */
void script_pointer(Script *script, PointerKind kind, int finger, int x, int y);
/* Touches and lifts. False, reported, if the program never comes to rest. */
MUST_USE bool script_tap(Script *script, int finger, int x, int y);
/* Moves one finger from one height to another, quickly. False as above. */
MUST_USE bool script_swipe(Script *script, int x, int from_y, int to_y);
/* Hands one event to the program; then what is due. */
void script_event(Script *script, const Event *event);
/* Presses a key and lets it go. */
void script_key(Script *script, KeyKind key);

#endif
