/* search.h - the search screen's beginning, its index while it is up, and its end. */
#ifndef HEARTH_APP_SEARCH_H
#define HEARTH_APP_SEARCH_H

#include "app/app.h"

/* Begins a new search: overwrites what was typed before. */
void search_begin(App *app);
/* While the search screen is up: has the index made, and searches again when it is ready. */
void search_tick(App *app);
/* Ends the thread that makes the index, and forgets the index. Call it before packs are closed. */
void search_stop(App *app);

#endif
