/* keyboard.h - keys on the screen, one layout a language. The layouts are tables: keyboard_layouts.c.
 *
 * A letter with relatives shows them after a hold, in a row above it: the finger slides to one and lifts, or lifts and
 * taps. Keys lie as they do on a real keyboard of the language: they are not mirrored for languages written from the
 * right. */
#ifndef HEARTH_KEYBOARD_H
#define HEARTH_KEYBOARD_H

#include "ui/widget.h"

enum {
    KEY_HOLD_MS = 500,         /* on a letter, before its relatives come up */
    KEY_REPEAT_AFTER_MS = 400, /* on delete */
    KEY_REPEAT_MS = 80,
    KEY_ROWS_MAX = 4,
    KEYS_IN_ROW_MAX = 12,
    KEY_BYTES_MAX = 8,
};

typedef enum KeysPage { KEYS_LETTERS, KEYS_NUMBERS, KEYS_LATIN, KEYS_FOLDED } KeysPage;

typedef struct KeyRelatives {
    const char *letter, *others; /* others: with spaces between */
} KeyRelatives;

typedef struct KeyboardLayout {
    const char *lang;
    const char *rows[KEY_ROWS_MAX]; /* letters with spaces between; NULL: no more rows. Delete ends the last one */
    const char *extra;              /* a key left of the space bar, or NULL */
    const KeyRelatives *relatives;  /* ends with a zero row */
    bool latin;                     /* false: it has a key that leads to Latin letters */
} KeyboardLayout;

/* The layout of a language on one page; Latin letters for a language without one of its own. */
const KeyboardLayout *keyboard_layout(const char *lang, KeysPage page);
/* What `letter` shows after a hold; NULL: nothing. */
const char *keyboard_relatives(const KeyboardLayout *layout, const char *letter);
/* The `i`-th of letters with spaces between, written to `out`; false if there is none. */
bool keyboard_letter(const char *letters, size_t i, char out[KEY_BYTES_MAX]);
/* What a letter and one typed after it become: a carrier and a vowel sign of Gurmukhi are one vowel. NULL: both stay.
 */
const char *keyboard_composed(const char *before, const char *typed);

typedef struct Keyboard {
    const char *lang;
    KeysPage page;
    const char *held;      /* letter whose relatives are up; "": none */
    int most_px;           /* the bed may be no higher; 0: as the design has it */
    bool relatives_inside; /* what comes up round a held letter stays on the bed: something stands right above it */
    const char *space, *numbers, *letters, *erase, *done; /* words on keys */
} Keyboard;

/* Height of the whole bed. */
int keyboard_height(const Look *look, const Keyboard *keyboard);
/* Draws the bed and its keys over all of `bed`. */
void draw_keyboard(const Look *look, Rect bed, const Keyboard *keyboard);

#endif
