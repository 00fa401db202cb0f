/* forget.h - the end of a visit. */
#ifndef HEARTH_FORGET_H
#define HEARTH_FORGET_H

#include "app/app.h"

/* Overwrites everything that the visitor did, and everything drawn for them; then shows `screen`. */
void session_wipe(App *app, ScreenId screen);

#endif
