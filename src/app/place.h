/* place.h - going to another place. */
#ifndef HEARTH_PLACE_H
#define HEARTH_PLACE_H

#include "app/app.h"

/* Shows `screen` with its argument, one step further from home than the present place; nothing if it is there already.
 * A `ref` that is too long counts as none. In apply_place.c. */
void place_open(App *app, ScreenId screen, const char *ref);

#endif
