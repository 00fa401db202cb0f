/* identity.h - which pack a folder says it is: the few keys that everything else goes by. */
#ifndef HEARTH_IDENTITY_H
#define HEARTH_IDENTITY_H

#include "store/trust/manifest.h"

#define SITE_ID "site" /* the clinic's own pack; no topic may be called that */

typedef struct Identity {
    const char *id, *version;
    bool is_site;
    const char *title; /* in its first language; the id if it gives none */
} Identity;

/* Reads pack.yaml, or site.yaml of a clinic's own pack, in the folder `dir`, reported under `name`. */
MUST_USE bool identity_read(Arena *arena, const char *dir, const char *name, Identity *out, Diags *diags);

#endif
