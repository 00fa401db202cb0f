/* script_run.h - a visit while it runs: what its steps share. */
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

/* Ticks and shows what is due now. */
void script_refresh(Script *script);
/* Lets this much time pass, waking up whenever the loop would. */
MUST_USE bool script_wait(Script *script, int64_t ms);

bool script_parse_int(const char *text, int *out);
/* "2.5s", "300ms", "2min". */
bool script_parse_ms(const char *text, int64_t *out);

/* One finger. */
void script_pointer(Script *script, PointerKind kind, int finger, int x, int y);
MUST_USE bool script_tap(Script *script, int finger, int x, int y);
MUST_USE bool script_swipe(Script *script, int x, int from_y, int to_y);
void script_event(Script *script, const Event *event);
void script_key(Script *script, KeyKind key);

/* script_act.c, script_switch.c, script_set.c, script_expect.c, script_wander.c, script_staff.c */
bool step_touch(Script *script);
bool step_headphones(Script *script);
bool step_sound(Script *script);
bool step_no_voice(Script *script);
bool step_break_recording(Script *script);
bool step_move(Script *script);
bool step_release(Script *script);
bool step_tap(Script *script);
bool step_click(Script *script);
bool step_hold(Script *script);
bool step_swipe(Script *script);
bool step_key(Script *script);
bool step_keys(Script *script);
bool step_switch(Script *script);
bool step_choose(Script *script);
bool step_tab_to(Script *script);
bool step_type(Script *script);
bool step_wait(Script *script);
bool step_picture(Script *script);
bool step_size(Script *script);
bool step_theme(Script *script);
bool step_switches(Script *script);
bool step_clock(Script *script);
bool step_seed(Script *script);
bool step_note(Script *script);
bool step_stick(Script *script);
bool step_audit(Script *script);
bool step_expect(Script *script);
bool step_until(Script *script);
bool step_dump(Script *script);
bool step_wander(Script *script);

#endif
