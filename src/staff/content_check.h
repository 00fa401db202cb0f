/* content_check.h - checking a pack that somebody offers, together with what the kiosk already has. */
#ifndef HEARTH_CONTENT_CHECK_H
#define HEARTH_CONTENT_CHECK_H

#include "pack/pack.h"
#include "store/slots/install.h"

/* Today by this machine's clock; year 0 if it cannot be right. */
Date content_today(void);
/* What content_check() goes by. */
typedef struct ContentContext {
    Date today;            /* to hold review dates against; year 0: they are not */
    const char *state_dir; /* of a kiosk whose own pack topics may refer to; NULL: there is none */
} ContentContext;
/* A ContentCheckFn; its context is a ContentContext. */
bool content_check(const void *context, const char *dir, bool is_site, Diags *diags);

#endif
