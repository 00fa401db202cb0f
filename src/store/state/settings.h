/* settings.h - values that staff have set at this kiosk: volume and brightness.
 *
 * STATE/settings, one "key value" a line. Settings for all kiosks of a clinic stand in the site pack instead. */
#ifndef HEARTH_SETTINGS_H
#define HEARTH_SETTINGS_H

#include "base/diag.h"
#include "base/fs.h"

enum { SETTINGS_MAX = 200, SETTING_KEY_MAX = 140, SETTING_VALUE_MAX = 200 };

typedef struct Setting {
    const char *key, *value;
} Setting;

typedef struct Settings {
    Setting items[SETTINGS_MAX]; /* sorted by key */
    size_t count;
    bool is_damaged; /* the file is, or it cannot be read: nothing is set, until something is set again */
} Settings;

/* Reads what settings_text() writes. False if it is anything else, or damaged. Texts are in `arena`. */
MUST_USE bool settings_parse(Arena *arena, Bytes file, Settings *out);
/* Returns the settings as text with a check sum, in `arena`. */
MUST_USE Bytes settings_text(Arena *arena, const Settings *settings);
/* All of it, in `arena`. A kiosk on which nothing was ever set has none. */
void settings_load(Arena *arena, const char *state_dir, Settings *out);
/* NULL if it was not set. */
const char *settings_get(const Settings *settings, const char *key);
/* Sets `key`, of small letters, digits, '.', '-' and '/', to one line of text; NULL takes it out again. All or nothing,
 * also when the power goes. False, with a problem reported, if it could not be saved. */
MUST_USE bool settings_set(const char *state_dir, const char *key, const char *value, Diags *diags);

#endif
