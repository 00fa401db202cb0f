#include "yaml/excerpt.h"

#include <string.h>

#include "base/utf8.h"

char *excerpt(Arena *arena, const char *text, size_t length, size_t characters_max)
{
    static const char ellipsis[] = "…";
    char *out = arena_alloc(arena, length + sizeof(ellipsis));
    size_t at = 0, used = 0, characters = 0;
    while (at < length) {
        uint32_t character = 0;
        size_t step = utf8_decode(text + at, length - at, &character);
        if (step == 0) break;
        if (characters == characters_max) {
            memcpy(out + used, ellipsis, sizeof(ellipsis) - 1);
            used += sizeof(ellipsis) - 1;
            break;
        }
        bool is_space = character <= 0x20 || character == 0x7F;
        bool doubled = is_space && (used == 0 || out[used - 1] == ' ');
        if (!doubled) {
            if (is_space)
                out[used] = ' ';
            else
                memcpy(out + used, text + at, step);
            used += is_space ? 1 : step;
            characters++;
        }
        at += step;
    }
    while (used > 0 && out[used - 1] == ' ') used--;
    out[used] = '\0';
    return out;
}
