#include "unit.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/fs.h"
#include "base/utf8.h"
#include "text/text.h"
#include "ui/keyboard.h"
#include "words/words.h"

static bool has_key(const KeyboardLayout *layout, const char *letter)
{
    char key[KEY_BYTES_MAX];
    if (layout->extra && strcmp(layout->extra, letter) == 0) return true;
    for (size_t row = 0; row < KEY_ROWS_MAX && layout->rows[row]; row++)
        for (size_t i = 0; keyboard_letter(layout->rows[row], i, key); i++) {
            if (strcmp(key, letter) == 0) return true;
            const char *others = keyboard_relatives(layout, key);
            char relative[KEY_BYTES_MAX];
            for (size_t j = 0; keyboard_letter(others, j, relative); j++)
                if (strcmp(relative, letter) == 0) return true;
        }
    return false;
}

static bool is_han(uint32_t letter) { return letter >= 0x2E80; }

/* True if search finds words with the letter by keys that there are: the letter itself, or what folding makes of it. */
static bool can_be_typed(Arena *arena, const char *lang, const char *letter)
{
    const KeyboardLayout *own = keyboard_layout(lang, KEYS_LETTERS), *latin = keyboard_layout(lang, KEYS_LATIN);
    if (has_key(own, letter)) return true;
    const char *folded = text_fold(arena, letter);
    if (has_key(own, folded)) return true;
    for (size_t i = 0; folded[i];) { /* several letters, or a mark that vanishes */
        uint32_t character;
        char one[KEY_BYTES_MAX] = "";
        size_t step = utf8_decode(folded + i, strlen(folded + i), &character);
        memcpy(one, folded + i, step);
        /* Some letters fold to a form that other keyboards have: compare what keys fold to. */
        bool found = has_key(own, one) || has_key(latin, one);
        char key[KEY_BYTES_MAX];
        for (size_t row = 0; !found && row < KEY_ROWS_MAX && own->rows[row]; row++)
            for (size_t k = 0; !found && keyboard_letter(own->rows[row], k, key); k++)
                found = strcmp(text_fold(arena, key), one) == 0;
        if (!found) return false;
        i += step;
    }
    return true;
}

static void every_language_can_write_its_own_interface(void **state)
{
    (void)state;
    for (size_t l = 0; words_langs()[l]; l++) {
        const char *lang = words_langs()[l];
        Arena arena = {0};
        Bytes file;
        assert_int_equal(fs_read(&arena, arena_format(&arena, "assets/ui/%s.yaml", lang), 1 << 20, &file), FS_OK);
        size_t letters = 0;
        for (size_t i = 0; i < file.count;) {
            uint32_t character;
            size_t step = utf8_decode(file.data + i, file.count - i, &character);
            assert_true(step > 0);
            bool matters = (u_isalpha((UChar32)character) || u_charType((UChar32)character) == U_NON_SPACING_MARK) &&
                           !is_han(character);
            if (matters) {
                char letter[KEY_BYTES_MAX] = "";
                utf8_encode((uint32_t)u_tolower((UChar32)character), letter);
                if (!can_be_typed(&arena, lang, letter))
                    fail_msg("%s: no key writes U+%04X (%s)", lang, character, letter);
                letters++;
            }
            i += step;
        }
        assert_true(letters > 100);
        arena_free(&arena);
    }
}

static void no_key_stands_twice(void **state)
{
    (void)state;
    for (size_t l = 0; words_langs()[l]; l++)
        for (int page = KEYS_LETTERS; page <= KEYS_LATIN; page++) {
            const KeyboardLayout *layout = keyboard_layout(words_langs()[l], (KeysPage)page);
            char keys[KEY_ROWS_MAX * KEYS_IN_ROW_MAX][KEY_BYTES_MAX];
            size_t count = 0;
            for (size_t row = 0; row < KEY_ROWS_MAX && layout->rows[row]; row++) {
                size_t i = 0;
                for (; keyboard_letter(layout->rows[row], i, keys[count]); i++, count++) {
                    assert_true(count + 1 < ARRAY_LEN(keys));
                    for (size_t j = 0; j < count; j++) assert_string_not_equal(keys[j], keys[count]);
                }
                assert_in_range(i, 1, KEYS_IN_ROW_MAX);
            }
        }
}

static void relatives_belong_to_keys(void **state)
{
    (void)state;
    for (size_t l = 0; words_langs()[l]; l++) {
        const KeyboardLayout *layout = keyboard_layout(words_langs()[l], KEYS_LETTERS);
        for (const KeyRelatives *row = layout->relatives; row->letter; row++) {
            assert_true(has_key(layout, row->letter));
            char letter[KEY_BYTES_MAX];
            assert_true(keyboard_letter(row->others, 0, letter));
        }
    }
}

static void carriers_and_signs_become_vowels(void **state)
{
    (void)state;
    assert_string_equal(keyboard_composed("ੲ", "ਿ"), "ਇ");
    assert_string_equal(keyboard_composed("ਅ", "ਾ"), "ਆ");
    assert_null(keyboard_composed("ਕ", "ਾ"));
    assert_null(keyboard_composed("", "ਾ"));
}

static void letters_are_counted_by_spaces(void **state)
{
    (void)state;
    char letter[KEY_BYTES_MAX];
    assert_true(keyboard_letter("a é b", 1, letter));
    assert_string_equal(letter, "é");
    assert_false(keyboard_letter("a é b", 3, letter));
    assert_false(keyboard_letter(NULL, 0, letter));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_can_write_its_own_interface),
        cmocka_unit_test(no_key_stands_twice),
        cmocka_unit_test(relatives_belong_to_keys),
        cmocka_unit_test(carriers_and_signs_become_vowels),
        cmocka_unit_test(letters_are_counted_by_spaces),
    };
    return cmocka_run_group_tests_name("keyboard", tests, NULL, NULL);
}
