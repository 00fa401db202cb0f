/* content_check.h - checks a pack that is offered for installation, together with what the kiosk already has. */
#ifndef HEARTH_CONTENT_CHECK_H
#define HEARTH_CONTENT_CHECK_H

#include "pack/pack.h"
#include "store/slots/install.h"

/* What content_check() goes by. */
typedef struct ContentContext {
    Date today;            /* to hold review dates against; year 0: they are not */
    const char *state_dir; /* of a kiosk whose own pack topics may refer to; NULL: there is none */
} ContentContext;

/* True if the pack in `dir` has no errors; problems go to `diags`. A ContentCheckFn whose context is a ContentContext.
 * Safe on a worker thread. */
bool content_check(const void *context, const char *dir, bool is_site, Diags *diags);

#endif
