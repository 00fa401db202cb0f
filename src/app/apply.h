/* apply.h - doing what an action asks for. */
#ifndef HEARTH_APPLY_H
#define HEARTH_APPLY_H

#include "app/app.h"

/* Looks up the action's row, and calls its handler if the flags of the row allow that now. */
void app_apply(App *app, Action action);
/* The handler of this action; NULL for one of staff's where nothing serves staff. For app_apply() and for tests. */
ActionHandler *action_handler(const App *app, ActionKind kind);

#endif
