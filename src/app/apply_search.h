/* apply_search.h - what the search screen's keys do. */
#ifndef HEARTH_APPLY_SEARCH_H
#define HEARTH_APPLY_SEARCH_H

#include "app/app.h"

void apply_type(App *app, const char *letters);
void apply_erase(App *app);
/* A whole query at once; "" clears the field. */
void apply_search_for(App *app, const char *query);
void apply_keys(App *app, int page);
void apply_key_relatives(App *app, const char *letter);

/* A new search: whatever was typed before is overwritten. */
void search_begin(App *app);
/* Has the index made while the screen is up, and searches again when it has come. */
void search_tick(App *app);
/* Before packs are closed or exchanged. */
void search_stop(App *app);

#endif
