#include "yaml/source.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* An escape in a double-quoted text, after its backslash. */
typedef struct Escape {
    char letter;
    uint8_t digits; /* of the hexadecimal number that follows */
    uint32_t character;
} Escape;

static const Escape escapes[] = {
    {'0', 0, 0},      {'a', 0, 7},      {'b', 0, 8},    {'t', 0, '\t'}, {'\t', 0, '\t'},
    {'v', 0, 11},     {'f', 0, 12},     {'r', 0, '\r'}, {'e', 0, 27},   {'N', 0, 0x85},
    {'L', 0, 0x2028}, {'P', 0, 0x2029}, {'x', 2, 0},    {'u', 4, 0},    {'U', 8, 0},
};

/* What the escape at `at`, which libyaml has accepted, stands for. Any harmless one counts as a space. */
static uint32_t escape_read(const char *at)
{
    for (size_t i = 0; i < ARRAY_LEN(escapes); i++) {
        if (escapes[i].letter != at[1]) continue;
        if (escapes[i].digits == 0) return escapes[i].character;
        char number[9] = "";
        memcpy(number, at + 2, escapes[i].digits);
        return (uint32_t)strtoul(number, NULL, 16);
    }
    return ' ';
}

static bool has_fault(const char *text, size_t length)
{
    size_t step;
    for (size_t at = 0; at < length; at += step) {
        uint32_t character = 0;
        step = utf8_decode(text + at, length - at, &character);
        if (step == 0 || fault_of(character) != FAULT_NONE) return true;
    }
    return false;
}

static size_t cursor_step(Source *source, uint32_t *character)
{
    const char *at = source->text + source->cursor.byte;
    size_t step = utf8_decode(at, source->count - source->cursor.byte, character);
    source->cursor.byte += (uint32_t)step;
    source->cursor.index++;
    return step;
}

static void check_escape(Source *source, uint32_t character, Diags *diags)
{
    FaultKind fault = fault_of(character);
    Mark at = source_mark(source, source->cursor.index);
    if (fault != FAULT_NONE && !source_knows_fault(source, fault, at.line))
        source_fault(source, fault, character, "", at, diags);
}

void source_check_escapes(Source *source, const char *value, size_t length, size_t start, size_t end, Diags *diags)
{
    if (!has_fault(value, length)) return;
    uint32_t character = 0;
    while (source->cursor.index < start && cursor_step(source, &character) > 0) continue;
    while (source->cursor.index < end) {
        const char *at = source->text + source->cursor.byte;
        if (*at != '\\') {
            if (cursor_step(source, &character) == 0) return;
            continue;
        }
        check_escape(source, escape_read(at), diags);
        source->cursor.byte += 2; /* the backslash and the letter; digits that follow mislead nobody */
        source->cursor.index += 2;
    }
}
