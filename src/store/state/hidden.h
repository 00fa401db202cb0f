/* hidden.h - STATE/hidden: pages that staff have taken off this kiosk, one "pack/page" a line. Updates leave it alone.
 */
#ifndef HEARTH_HIDDEN_H
#define HEARTH_HIDDEN_H

#include "pack/pack.h"

enum { HIDDEN_MAX = 200 };

/* In `arena`. False if the list is there but cannot be read: then *out has what was found, and more may be hidden. */
MUST_USE bool hidden_load(Arena *arena, const char *state_dir, TextList *out);
/* True if the list names this page of this pack. */
bool hidden_has(const TextList *hidden, const char *pack, const char *page);
/* Hides the page, or shows it again. False, with nothing changed, if that could not be written down, or too many are
 * hidden. */
MUST_USE bool hidden_set(const char *state_dir, const char *pack, const char *page, bool is_hidden);

#endif
