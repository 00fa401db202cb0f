/* handlers.h - the handlers of the visitors' actions: apply_open_page() and so on, one for each row of VISITOR_ACTIONS
 * (gfx/action.h). Each is in one of the apply_*.c files, or with what it steers (listen.c, switch_ring.c,
 * eyes_voice.c).
 *
 * app_apply() calls them after it has checked the flags of the row. A handler changes the state, and marks the app
 * dirty if that may be seen. */
#ifndef HEARTH_HANDLERS_H
#define HEARTH_HANDLERS_H

#include "app/app.h"

#define APPLY_HANDLER(NAME, name, flags, doc) ActionHandler apply_##name;
VISITOR_ACTIONS(APPLY_HANDLER)
#undef APPLY_HANDLER

#endif
