/* stick.h - finds the packs on a USB stick.
 *
 * A pack is a folder with a pack.yaml (or site.yaml, or a manifest), at most four folders deep. All are listed, none is
 * guessed. A stick without any gets a sentence that says why. */
#ifndef HEARTH_STICK_H
#define HEARTH_STICK_H

#include "store/slots/inspect.h"

/* Copies that are kept of all packs together; they may lie in memory. */
#define STICK_COPIES_BYTES_MAX (UINT64_C(64) * 1024 * 1024)
enum { STICK_PACKS_MAX = 20, STICK_FOLDERS_MAX = 8000, STICK_DEPTH_MAX = 4 };

typedef enum StickState {
    STICK_PACKS,
    STICK_EMPTY,   /* no pack on it */
    STICK_ARCHIVE, /* only a .zip or the like */
    STICK_PART,    /* a language folder without the pack around it */
    STICK_UNREADABLE,
    STICK_MISNAMED, /* pack.yaml.txt, pack.yml */
    STICK_ALONE,    /* therapists.csv or a page, without the pack around it */
    STICK_DEEP,     /* none found, and there are more folders than are looked at, or deeper ones */
    STICK_STOPPED,  /* looking at it never ends, or ends the program: look.h */
} StickState;

typedef struct StickReport {
    StickState state;
    const char *sentence; /* for staff */
    const char *found;    /* STICK_ARCHIVE, _PART, _MISNAMED, _ALONE: the file or folder that is meant; else NULL */
    FoundPack *packs;     /* after stick_find() only path and folder are set */
    size_t count;
} StickReport;

/* Quick: looks at names only. `root` is where the stick is mounted. Texts are in `arena`; stick_report_free() when
 * done. */
void stick_find(Arena *arena, const char *root, StickReport *out);
/* Looks all of its packs over, as inspect_run() does. `like` gives the job's other members. */
void stick_inspect(const InspectJob *like, const char *root, Arena *arena, InstallProgress *progress,
                   StickReport *report);
/* Makes the report of a stick that cannot be looked at to the end. */
void stick_report_stopped(StickReport *out);
/* Frees every pack of the report; the report is empty then. */
void stick_report_free(StickReport *report);

#endif
