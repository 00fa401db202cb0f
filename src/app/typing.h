/* typing.h - a keyboard that is plugged in presses the keys of the screen: for a PIN, or for a search. */
#ifndef HEARTH_TYPING_H
#define HEARTH_TYPING_H

#include "app/app.h"

/* True if the event is a key that the screen shows now, too. Space counts only while no node has the focus. */
bool typing_concerns(App *app, const Event *event);
/* Does what that key on the screen does, and shows it pressed for a moment. False if the screen has no such key. */
bool typing_event(App *app, const Event *event);

#endif
