/* script.h - plays a visit from a file: touches, keys and time, and what must be seen then.
 *
 * It drives the real program on virtual time: a minute passes as fast as the scenes of that minute can be built. Each
 * line is one step; tests/session/README.md lists the steps. A step that does not hold is reported as "file:line: ..."
 * and ends the visit. */
#ifndef HEARTH_SCRIPT_H
#define HEARTH_SCRIPT_H

#include "app/run.h"
#include "app/app.h"

typedef struct ScriptOptions {
    const char *file;
    const char *pictures_dir; /* where `picture` writes; NULL: it writes nothing */
    PlatformOptions platform;
    AppOptions app;         /* library taken over; w, h and px_per_mm are the platform's */
    const char *sticks_dir; /* in which `stick in` and `stick out` rename folders; NULL: there are no sticks */
    FILE *out;              /* what went wrong */
} ScriptOptions;

/* True if every step held. */
MUST_USE bool script_run(const ScriptOptions *options);

#endif
