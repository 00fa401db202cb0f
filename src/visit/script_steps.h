/* script_steps.h - the steps of a script: one row each. tests/session/README.md explains them; session_test.sh holds
 * that it names them all. */
#ifndef HEARTH_SCRIPT_STEPS_H
#define HEARTH_SCRIPT_STEPS_H

#include "visit/script_run.h"

/* X(name, "name", least, most, usage): `least` to `most` words follow the step's name. A row declares step_name(),
 * which is in one of the script_*.c files: it reads its words, does the step, and returns false, reported, if it does
 * not hold. */
#define SCRIPT_STEPS(X)                                                                                                \
    X(touch, "touch", 1, 4, "touch X Y | #id  [finger N]")                                                             \
    X(move, "move", 1, 4, "move X Y | #id  [finger N]")                                                                \
    X(release, "release", 0, 2, "release [finger N]")                                                                  \
    X(tap, "tap", 1, 2, "tap X Y | #id")                                                                               \
    X(click, "click", 1, 2, "click X Y | #id")                                                                         \
    X(hold, "hold", 2, 3, "hold #id 5.5s")                                                                             \
    X(swipe, "swipe", 1, 1, "swipe up | down")                                                                         \
    X(key, "key", 1, 2,                                                                                                \
      "key tab | back-tab | left | right | up | down | enter | escape | page-up | page-down | home [TIME] | erase")    \
    X(keys, "keys", 1, 1, "keys \"words\", on a keyboard that is plugged in")                                          \
    X(tab_to, "tab-to", 1, 1, "tab-to #id")                                                                            \
    X(switch, "switch", 1, 2, "switch 1 | 2  [300ms]")                                                                 \
    X(choose, "choose", 1, 1, "choose #id, with the switches alone")                                                   \
    X(type, "type", 1, 1, "type \"words\", on the keys of the screen")                                                 \
    X(wait, "wait", 1, 1, "wait 2.5s")                                                                                 \
    X(expect, "expect", 1, 3, "expect WHAT VALUE")                                                                     \
    X(until, "until", 3, 3, "until 5min WHAT VALUE")                                                                   \
    X(picture, "picture", 1, 1, "picture NAME")                                                                        \
    X(size, "size", 1, 1, "size 1080x1920")                                                                            \
    X(headphones, "headphones", 1, 1, "headphones in | out | unknown")                                                 \
    X(sound, "sound", 1, 1, "sound on | off")                                                                          \
    X(no_voice, "no-voice", 1, 1, "no-voice LANGUAGE")                                                                 \
    X(break_recording, "break-recording", 0, 0, "break-recording")                                                     \
    X(theme, "theme", 1, 1, "theme light | contrast")                                                                  \
    X(switches, "switches", 1, 1, "switches off | one | two, as the clinic has it")                                    \
    X(clock, "clock", 1, 2, "clock 2026-11-24 14:30 | clock unknown")                                                  \
    X(seed, "seed", 1, 1, "seed 7")                                                                                    \
    X(note, "note", 1, 1, "note slide | memory")                                                                       \
    X(stick, "stick", 2, 2, "stick in NAME | stick out NAME")                                                          \
    X(audit, "audit", 0, 0, "audit")                                                                                   \
    X(dump, "dump", 0, 0, "dump")                                                                                      \
    X(wander, "wander", 1, 1, "wander 500")

#define SCRIPT_STEP(name, text, least, most, usage) bool step_##name(Script *script);
SCRIPT_STEPS(SCRIPT_STEP)
#undef SCRIPT_STEP

#endif
