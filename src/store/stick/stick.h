/* stick.h - what is on a USB stick that somebody has put in.
 *
 * A pack is a folder with a pack.yaml (or site.yaml, or a manifest), at most two folders deep. All are listed, none is
 * guessed. A stick without any gets a sentence that says why. */
#ifndef HEARTH_STICK_H
#define HEARTH_STICK_H

#include "store/slots/inspect.h"

/* Copies that are kept of all packs together; they may lie in memory. */
#define STICK_COPIES_BYTES_MAX (UINT64_C(64) * 1024 * 1024)
enum { STICK_PACKS_MAX = 20, STICK_FOLDERS_MAX = 2000, STICK_DEPTH_MAX = 2 };

typedef enum StickState {
    STICK_PACKS,
    STICK_EMPTY,   /* no pack on it */
    STICK_ARCHIVE, /* only a .zip or the like */
    STICK_PART,    /* a language folder without the pack around it */
    STICK_UNREADABLE,
} StickState;

typedef struct StickReport {
    StickState state;
    const char *sentence; /* for staff */
    const char *found;    /* STICK_ARCHIVE, STICK_PART: the file or folder that is meant; else NULL */
    FoundPack *packs;     /* after stick_find() only path and folder are set */
    size_t count;
} StickReport;

/* Quick: looks at names only. `root` is where the stick is mounted. Texts are in `arena`; stick_report_free() when
 * done. */
void stick_find(Arena *arena, const char *root, StickReport *out);
/* Looks all of its packs over, as inspect_run() does. `like` gives the job's other members. */
void stick_inspect(const InspectJob *like, const char *root, Arena *arena, InstallProgress *progress,
                   StickReport *report);
void stick_report_free(StickReport *report);

#endif
