#include "store/state/seen.h"

#include <string.h>

#include "store/state/state.h"

enum { SEEN_BYTES_MAX = 64 };
static const char file_name[] = "seen";

Date seen_load(const char *state_dir)
{
    Arena arena = {0};
    Date seen = {0};
    const char *line = state_read_line(&arena, state_dir, file_name, SEEN_BYTES_MAX);
    if (!line || !date_read(line, &seen)) seen = (Date){0};
    arena_free(&arena);
    return seen;
}

void seen_note(const char *state_dir, Date today)
{
    DateText text = date_text(today);
    if (date_compare(today, seen_load(state_dir)) <= 0) return;
    bool saved = state_write(state_dir, file_name, (Bytes){text.text, strlen(text.text)});
    (void)saved;
}

void seen_forget(const char *state_dir)
{
    bool is_gone = state_remove(state_dir, file_name);
    (void)is_gone;
}
