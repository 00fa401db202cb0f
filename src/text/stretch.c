/* stretch.c - where a part of a line stands: what is read aloud is marked there. */
#include <string.h>

#include "base/utf8.h"
#include "text/engine.h"

/* Bytes of `run`'s own text that show bytes [run->start_byte, to) of the line's text. They may be written differently
 * (another kind of hyphen), but a character stands for a character. */
static size_t bytes_of_prefix(const TextLine *line, const TextRun *run, size_t to)
{
    size_t bytes = 0, step;
    uint32_t character;
    for (size_t at = run->start_byte; at < to; at += step) {
        step = utf8_decode(line->text + at, to - at, &character);
        if (step == 0) break;
        bytes += utf8_decode(run->text + bytes, strlen(run->text + bytes), &character);
    }
    return bytes;
}

/* Width of what the run shows before byte `to` of the line's text. */
static int prefix_width(TextEngine *engine, const TextLine *line, const TextRun *run, size_t to)
{
    if (to <= run->start_byte) return 0;
    if (to >= run->end_byte || run->font < 0) return run->width_px;
    size_t bytes = bytes_of_prefix(line, run, to);
    TextRun prefix = *run;
    Arena scratch = {0};
    prefix.text = arena_copy_bytes(&scratch, run->text, bytes);
    int width = bytes > 0 ? engine->fonts.width_px(engine->fonts.context, &prefix) : 0;
    arena_free(&scratch);
    return width;
}

TextStretch text_line_stretch(TextEngine *engine, const TextLine *line, size_t start, size_t end)
{
    int left = line->width_px, right = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        const TextRun *run = &line->runs[i];
        if (run->end_byte <= start || run->start_byte >= end) continue;
        int before = prefix_width(engine, line, run, start), past = prefix_width(engine, line, run, end);
        left = int_min(left, run->x_px + (run->rtl ? run->width_px - past : before));
        right = int_max(right, run->x_px + (run->rtl ? run->width_px - before : past));
    }
    return right > left ? (TextStretch){left, right - left} : (TextStretch){0};
}
