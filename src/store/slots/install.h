/* install.h - a pack from a folder into the store: all of it or nothing, whatever happens on the way. */
#ifndef HEARTH_INSTALL_H
#define HEARTH_INSTALL_H

#include "confine/confine.h"
#include "store/slots/inspect.h"

typedef struct InstallJob {
    const char *state_dir;
    const char *source, *relative; /* as for InspectJob */
    bool pin_ok;                   /* a person has agreed: by the PIN at the kiosk, or with their own hands at a desk */
    Trust trust;                   /* what to write down of an unsigned pack: TRUST_PIN, TRUST_DESK or TRUST_SHIPPED */
    const Digest *expected; /* FoundPack.manifest: refuse anything but what was shown. NULL: take what is there */
    Date today;             /* year 0: the clock is not to be trusted */
    ContentCheckFn *check;
    const void *check_context;
    DecodeFn *decode; /* for each picture, in a process of its own; NULL: not asked */
} InstallJob;

typedef struct InstallResult {
    Verdict verdict; /* VERDICT_INSTALLED: it is there, and stays there after a power cut */
    PinReason pin_reason;
    const char *sentence;
    const char *id, *title, *version; /* NULL where the folder does not say */
    const char *version_before;       /* NULL: it was not installed */
    const char *signer;               /* NULL: not signed by a trusted key */
    PackDiff diff;                    /* to show a new page first */
} InstallResult;

/* Safe on a worker thread; `progress` may be read and stopped meanwhile, or NULL. Problems that stood in the way, and
 * warnings, are in `diags`; texts of the result in `arena`. */
void install_run(const InstallJob *job, Arena *arena, InstallProgress *progress, InstallResult *out, Diags *diags);

#endif
