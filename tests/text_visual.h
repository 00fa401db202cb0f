/* text_visual.h - what a reader sees of a line, from left to right, as UTF-8. */
#ifndef HEARTH_TESTS_TEXT_VISUAL_H
#define HEARTH_TESTS_TEXT_VISUAL_H

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/text.h"

/* Characters of a right-to-left run are drawn from its end to its start. */
static inline char *visual_run(Arena *arena, const TextRun *run)
{
    size_t length = strlen(run->text);
    char *out = arena_copy_bytes(arena, run->text, length);
    if (!run->rtl) return out;
    for (size_t at = 0; at < length;) {
        uint32_t character = 0;
        size_t step = utf8_decode(run->text + at, length - at, &character);
        CHECK(step > 0);
        memcpy(out + length - at - step, run->text + at, step);
        at += step;
    }
    return out;
}

static inline const char *visual_line(Arena *arena, const TextLine *line)
{
    const char *out = "";
    for (size_t i = 0; i < line->run_count; i++)
        out = arena_format(arena, "%s%s", out, visual_run(arena, &line->runs[i]));
    return out;
}

/* All lines of a layout, with a newline after each. */
static inline const char *visual_layout(Arena *arena, const TextLayout *layout)
{
    const char *out = "";
    for (size_t i = 0; i < layout->line_count; i++)
        out = arena_format(arena, "%s%s\n", out, visual_line(arena, &layout->lines[i]));
    return out;
}

#endif
