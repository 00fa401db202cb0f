/* inspect.h - inspects a pack before anything is installed: its signature, the changes it would bring, its mistakes. */
#ifndef HEARTH_INSPECT_H
#define HEARTH_INSPECT_H

#include "store/trust/bundle.h"
#include "store/slots/shown.h"
#include "store/store.h"

/* Checks what a pack says, completely. `dir` is a copy of our own. False if there is an error. */
typedef bool ContentCheckFn(const void *context, const char *dir, bool is_site, Diags *diags);

typedef struct InspectJob {
    const char *state_dir;
    const char *source;    /* the folder, or the stick that it is on */
    const char *relative;  /* from there to the pack; "" for `source` itself */
    ShownPacks shown;      /* what a pack that was never installed is compared with */
    ContentCheckFn *check; /* NULL: mistakes come to light when it is installed */
    const void *check_context;
    bool keeps_copy; /* of a pack that is ready: so that its pages can be looked at */
    bool is_trial;   /* nothing is copied: files are read where they are, and what comes of it is not used */
} InspectJob;

typedef struct FoundPack {
    const char *path;                 /* on the stick: "packs/relationships"; "" for the stick itself */
    const char *folder;               /* its last part, fit to be printed; problems are reported below it */
    const char *id, *title, *version; /* NULL where the folder does not say */
    bool is_site;
    const char *version_before; /* NULL: there is no such pack on the kiosk */
    bool is_signed;
    const char *signer;     /* the trusted key's name; NULL: not signed, or by an unknown key */
    const char *key_number; /* of the key; NULL: not signed */
    Date made;              /* year 0: not said */
    size_t files;
    uint64_t bytes, bytes_needed, bytes_free;
    PackDiff diff; /* valid if diff_is_made */
    bool diff_is_made;
    Verdict verdict;
    PinReason pin_reason;
    const char *sentence; /* all that staff need to know, in one or two sentences */
    Digest manifest;      /* what install_run() is to find again */
    const char *copy;     /* its files without recordings, until found_pack_drop_copy(); NULL: not kept */
    const char *scratch;  /* the folder of ours that `copy` is in */
    Diags diags;          /* owned */
} FoundPack;

/* Looks at one pack. Copies what it must read to memory-backed or other scratch space, and removes it unless it is to
 * be kept. Texts are in `arena`; found_pack_free() when done. Safe on a worker thread. */
void inspect_run(const InspectJob *job, Arena *arena, InstallProgress *progress, FoundPack *out);
/* Frees its problems and removes its copy. */
void found_pack_free(FoundPack *pack);
/* Removes the copy of its files, if one was kept. */
void found_pack_drop_copy(FoundPack *pack);

/* Finds out which version of `id` is installed; with `thoroughly` every byte of it is read. */
void installed_read(const Store *store, Arena *arena, const char *id, bool thoroughly, Installed *out);
/* "This pack is ready ... It is not signed ...". In `arena`. */
MUST_USE const char *verdict_text(Arena *arena, Verdict verdict, PinReason reason, uint64_t bytes_needed,
                                  uint64_t bytes_free);

#endif
