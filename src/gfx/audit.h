/* audit.h - what no scene may do: the rules of the design, checked on every screen of every pack. */
#ifndef HEARTH_AUDIT_H
#define HEARTH_AUDIT_H

#include <stdio.h>

#include "gfx/scene.h"
#include "gfx/theme.h"

typedef struct AuditOptions {
    const Viewport *viewport;
    bool needs_crisis; /* a visitor's screen: the number must be there and be touchable */
    int reach_line_px; /* no target may begin above this; 0: they may be anywhere */
} AuditOptions;

/* Reports each finding as one line "WHERE: what", and returns how many there were. */
int scene_audit(const Scene *scene, const AuditOptions *options, const char *where, FILE *out);

#endif
