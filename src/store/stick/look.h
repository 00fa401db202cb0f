/* look.h - looking at a stick so that no stick can stop the kiosk.
 *
 * Everything that reads strangers' bytes is done once by a child process, which has a deadline and can be given up at
 * any time: one that crashes or never ends takes nothing with it. Only what the child came through is looked at by the
 * program itself. Before that, STATE/looking names the stick: if the program ends all the same, the next start does not
 * look at that stick again. The file is gone when the look is over, and means another stick once a file on it changes.
 */
#ifndef HEARTH_LOOK_H
#define HEARTH_LOOK_H

#include "store/stick/stick.h"

enum { LOOK_WAIT_MS = 120 * 1000 }; /* for a full stick on a slow machine; staff can give up earlier */

typedef struct LookJob {
    InspectJob like;  /* what is the same for all packs of the stick; like.state_dir may be NULL */
    const char *root; /* where the stick is mounted */
    int wait_ms;      /* LOOK_WAIT_MS but for tests */
} LookJob;

/* Finds and inspects all packs of the stick. STICK_STOPPED if looking at it cannot be finished. Texts are in `arena`;
 * stick_report_free() when done. `progress` may be NULL, or be stopped meanwhile. Safe on a worker thread. */
void stick_look(const LookJob *job, Arena *arena, InstallProgress *progress, StickReport *out);

#endif
