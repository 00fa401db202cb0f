/* language.h - STATE/language: the language that staff have chosen at this kiosk. It goes before the clinic's pack. */
#ifndef HEARTH_STORE_LANGUAGE_H
#define HEARTH_STORE_LANGUAGE_H

#include "base/arena.h"

/* The code that was saved, in `arena`; NULL if there is none. It need not be a language that the interface speaks. */
const char *language_load(Arena *arena, const char *state_dir);
/* Replaces it. False if it could not be written: then what was there before stays. */
MUST_USE bool language_save(const char *state_dir, const char *lang);

#endif
