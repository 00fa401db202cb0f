/* apply_people.h - the part of apply.c that is about the list of therapists. */
#ifndef HEARTH_APPLY_PEOPLE_H
#define HEARTH_APPLY_PEOPLE_H

#include "app/app.h"

/* One of the ACTION_PEOPLE_...; nothing without a list. */
void people_apply(App *app, Action action);

#endif
