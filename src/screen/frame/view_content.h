/* view_content.h - what screens and blocks ask about the content behind a View: pages, phone lines, languages.
 *
 * Strings are in the view's arena or in the pack, and live as long as the frame. */
#ifndef HEARTH_VIEW_CONTENT_H
#define HEARTH_VIEW_CONTENT_H

#include "block/block.h"
#include "screen/screen.h"

enum { LANGS_OFFERED_MAX = 16 };

/* Returns what blocks ask through: it holds `view`, which must outlive it. */
BlockWorld view_world(const View *view);
/* Fills in the link to the page `ref` ("pack/page"): its title, picture, and "Article, 3 min" or its section's title.
 * Returns false if there is no such page. */
bool view_page_link(const View *view, const char *ref, PageLink *out);
/* Returns the page that the session is on, and its pack; NULL if the page is gone. */
const Page *view_page(const View *view, Pack **pack);
/* Lists the languages that visitors may choose: those of the home pack that the program speaks too, in the clinic's
 * order. `langs` has room for LANGS_OFFERED_MAX. Returns how many there are. */
int view_languages(const View *view, const char **langs);
/* Returns the name of a language in that language. */
const char *language_own_name(const View *view, const char *lang);
/* Returns how many minutes a page takes to read, at least 1. */
int page_minutes(const Page *page);

#endif
