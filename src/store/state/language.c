#include "store/state/language.h"

#include <string.h>

#include "store/state/state.h"

enum { LANGUAGE_BYTES_MAX = 16 };
static const char file_name[] = "language";

const char *language_load(Arena *arena, const char *state_dir)
{
    return state_read_line(arena, state_dir, file_name, LANGUAGE_BYTES_MAX);
}

bool language_save(const char *state_dir, const char *lang)
{
    return state_write(state_dir, file_name, (Bytes){lang, strlen(lang)});
}
