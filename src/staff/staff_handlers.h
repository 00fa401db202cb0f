/* staff_handlers.h - the handlers of the actions of staff: apply_staff_lock() and so on, one for each row of
 * STAFF_ACTIONS (gfx/action.h). Each is in the file of what it steers: staff_panel.c, staff_pin.c, staff_sticks.c ...
 */
#ifndef HEARTH_STAFF_HANDLERS_H
#define HEARTH_STAFF_HANDLERS_H

#include "app/app.h"

#define STAFF_HANDLER(NAME, name, flags, doc) ActionHandler apply_##name;
STAFF_ACTIONS(STAFF_HANDLER)
#undef STAFF_HANDLER

/* All of them by their kind; NULL for the actions of visitors. */
extern ActionHandler *const staff_handlers[ACTION_KINDS];

#endif
