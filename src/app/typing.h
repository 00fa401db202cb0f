/* typing.h - a keyboard that is plugged in types on the keys of the screen: a PIN, or what is searched for. */
#ifndef HEARTH_TYPING_H
#define HEARTH_TYPING_H

#include "app/app.h"

/* True if the event is a key whose like is on the screen now. Space counts only while nothing has the focus. */
bool typing_concerns(App *app, const Event *event);
/* Does what the key on the screen does, and shows it pressed for a moment. True if there was one. */
bool typing_event(App *app, const Event *event);

#endif
