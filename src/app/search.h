/* search.h - the search screen's beginning, its index while it is up, and its end. */
#ifndef HEARTH_APP_SEARCH_H
#define HEARTH_APP_SEARCH_H

#include "app/app.h"

/* A new search: whatever was typed before is overwritten. */
void search_begin(App *app);
/* Has the index made while the screen is up, and searches again when it has come. */
void search_tick(App *app);
/* Before packs are closed or exchanged. */
void search_stop(App *app);

#endif
