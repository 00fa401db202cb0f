#include "text/runs.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/faces.h"
#include "text/fonts.h"

enum { ELLIPSIS = 0x2026, SOFT_HYPHEN = 0xAD, UTF8_MAX = 4, SUFFIX_BYTES = 4 };

static size_t text_capacity(UnitRange range) { return (size_t)(range.end - range.start) * UTF8_MAX + SUFFIX_BYTES; }

/* What is drawn for units `range` of `item`, as UTF-8 with a NUL; returns the number of bytes. */
static size_t write_run_text(const TextEngine *engine, const Paragraph *p, const Item *item, UnitRange range,
                             bool hyphen, char *out)
{
    size_t count = 0;
    if (item->font < 0) range.end = range.start;
    for (int32_t at = range.start; at < range.end; at = paragraph_next(p, at)) {
        UChar32 c = face_char(&engine->fonts, item->font, paragraph_char(p, at));
        if (c > 0) count += utf8_encode((uint32_t)c, out + count);
    }
    if (hyphen && item->font >= 0 && face_has(&engine->fonts, item->font, '-')) out[count++] = '-';
    out[count] = '\0';
    return count;
}

static TextRun item_run(const Item *item, const char *text)
{
    return (TextRun){.font = item->font,
                     .size_px = item->span->size_px,
                     .rtl = item->level % 2 == 1,
                     .script = script_tag(item->script),
                     .text = text};
}

static int run_width(const TextEngine *engine, const TextRun *run)
{
    if (run->font < 0 || run->text[0] == '\0') return 0;
    return engine->fonts.width_px(engine->fonts.context, run);
}

static int part_width(TextEngine *engine, const Paragraph *p, const Item *item, UnitRange range, bool hyphen)
{
    size_t capacity = text_capacity(range);
    if (capacity > engine->run_capacity) {
        engine->run_text = mem_resize(engine->run_text, capacity);
        engine->run_capacity = capacity;
    }
    write_run_text(engine, p, item, range, hyphen, engine->run_text);
    const TextRun run = item_run(item, engine->run_text);
    return run_width(engine, &run);
}

/* Items between the first and the last of a line are measured once. */
static int item_width(TextEngine *engine, const Paragraph *p, Item *item, UnitRange range, bool hyphen)
{
    bool whole = range.start == item->start && range.end == item->end && !hyphen;
    if (!whole) return part_width(engine, p, item, range, hyphen);
    if (item->width_px < 0) item->width_px = part_width(engine, p, item, range, false);
    return item->width_px;
}

static UnitRange clamp(const Item *item, UnitRange range)
{
    return (UnitRange){int_max(item->start, range.start), int_min(item->end, range.end)};
}

/* The ellipsis is a run by itself, at the end of the paragraph's direction, in the face of the line's end. */
static TextRun ellipsis_run(const TextEngine *engine, const Paragraph *p, int32_t at)
{
    const TextSpan *span = &p->spans[p->units[at].span];
    TextRun run = {.font = -1,
                   .size_px = span->size_px,
                   .rtl = p->lang->rtl,
                   .script = script_tag(p->lang->script),
                   .text = "\xE2\x80\xA6"};
    FontId fonts[FONTS_MAX];
    size_t count = fonts_candidates(p->lang->tag, run.script, span->face, fonts, FONTS_MAX);
    for (size_t i = 0; i < count && run.font < 0; i++)
        if (face_has(&engine->fonts, fonts[i], ELLIPSIS)) run.font = fonts[i];
    run.width_px = run_width(engine, &run);
    return run;
}

/* The unit whose style an ellipsis after `range` takes. */
static int32_t ellipsis_unit(const Paragraph *p, UnitRange range)
{
    int32_t at = range.end > range.start ? range.end - 1 : range.start;
    return int_min(at, p->length - 1);
}

int runs_width(TextEngine *engine, const Paragraph *p, const LineRange *line)
{
    UnitRange range = line->units;
    int width = 0;
    if (line->end == LINE_ENDS_IN_ELLIPSIS) width = ellipsis_run(engine, p, ellipsis_unit(p, range)).width_px;
    if (range.start == range.end) return width;
    int32_t last = p->units[range.end - 1].item;
    for (int32_t i = p->units[range.start].item; i <= last; i++) {
        bool hyphen = line->end == LINE_ENDS_IN_HYPHEN && i == last;
        width += item_width(engine, p, &p->items[i], clamp(&p->items[i], range), hyphen);
    }
    return width;
}

/* Runs of a line as they are collected. */
typedef struct RunList {
    TextEngine *engine;
    const Paragraph *paragraph;
    const LineRange *line;
    TextRun *runs;
    size_t count;
    int width_px;
} RunList;

static void add_run(RunList *list, TextRun run)
{
    run.x_px = list->width_px;
    list->width_px += run.width_px;
    list->runs[list->count++] = run;
}

/* Bytes that units [start, end) take in the line's own text. */
static size_t shown_bytes(const Paragraph *p, int32_t start, int32_t end)
{
    size_t bytes = 0;
    char encoded[UTF8_MAX];
    for (int32_t at = start; at < end; at = paragraph_next(p, at)) {
        UChar32 c = paragraph_char(p, at);
        if (!char_is_hidden(c)) bytes += utf8_encode((uint32_t)c, encoded);
    }
    return bytes;
}

static void add_part(RunList *list, Item *item, UnitRange part)
{
    bool hyphen = list->line->end == LINE_ENDS_IN_HYPHEN && part.end == list->line->units.end;
    char *text = ARENA_ARRAY(&list->engine->arena, char, text_capacity(part));
    write_run_text(list->engine, list->paragraph, item, part, hyphen, text);
    if (text[0] == '\0' && item->font >= 0) return;
    TextRun run = item_run(item, text);
    run.width_px = item_width(list->engine, list->paragraph, item, part, hyphen);
    run.start_byte = shown_bytes(list->paragraph, list->line->units.start, part.start);
    run.end_byte = run.start_byte + shown_bytes(list->paragraph, part.start, part.end);
    add_run(list, run);
}

/* Adds what ICU shows as one stretch of one direction: the items in it, from left to right. */
static void add_visual_run(RunList *list, UnitRange range, bool rtl)
{
    const Paragraph *p = list->paragraph;
    int32_t first = p->units[range.start].item, last = p->units[range.end - 1].item;
    for (int32_t i = first; i <= last; i++) {
        Item *item = &p->items[rtl ? last - (i - first) : i];
        add_part(list, item, clamp(item, range));
    }
}

/* The units among [start, end) of the text with isolates; empty if it has only the isolates' own marks. */
static UnitRange units_of_bidi(const Paragraph *p, int32_t start, int32_t end)
{
    while (start < end && p->unit_at[start] < 0) start++;
    while (end > start && p->unit_at[end - 1] < 0) end--;
    if (start == end) return (UnitRange){0, 0};
    return (UnitRange){p->unit_at[start], p->unit_at[end - 1] + 1};
}

static void add_visual_runs(RunList *list)
{
    const Paragraph *p = list->paragraph;
    UnitRange range = list->line->units;
    int32_t start = p->bidi_at[range.start], end = p->bidi_at[range.end - 1] + 1;
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setLine(p->bidi, start, end, list->engine->line_bidi, &error);
    int32_t count = ubidi_countRuns(list->engine->line_bidi, &error);
    CHECK(U_SUCCESS(error));
    for (int32_t i = 0; i < count; i++) {
        int32_t at, length;
        bool rtl = ubidi_getVisualRun(list->engine->line_bidi, i, &at, &length) == UBIDI_RTL;
        UnitRange units = units_of_bidi(p, start + at, start + at + length);
        if (units.start < units.end) add_visual_run(list, units, rtl);
    }
}

static const char *line_text(TextEngine *engine, const Paragraph *p, const LineRange *line)
{
    char *text = ARENA_ARRAY(&engine->arena, char, text_capacity(line->units));
    size_t count = 0;
    for (int32_t at = line->units.start; at < line->units.end; at = paragraph_next(p, at)) {
        UChar32 c = paragraph_char(p, at);
        if (!char_is_hidden(c)) count += utf8_encode((uint32_t)c, text + count);
    }
    if (line->end == LINE_ENDS_IN_HYPHEN) text[count++] = '-';
    if (line->end == LINE_ENDS_IN_ELLIPSIS) utf8_encode(ELLIPSIS, text + count);
    return text;
}

TextLine runs_line(TextEngine *engine, const Paragraph *p, const LineRange *line)
{
    UnitRange range = line->units;
    bool empty = range.start == range.end, ellipsis = line->end == LINE_ENDS_IN_ELLIPSIS;
    /* A line can only be cut into visual runs where items meet: one run an item, and the ellipsis. */
    size_t items = empty ? 0 : (size_t)(p->units[range.end - 1].item - p->units[range.start].item + 1);
    RunList list = {
        .engine = engine, .paragraph = p, .line = line, .runs = ARENA_ARRAY(&engine->arena, TextRun, items + 1)};
    TextRun dots = ellipsis ? ellipsis_run(engine, p, ellipsis_unit(p, range)) : (TextRun){0};
    if (ellipsis && p->lang->rtl) add_run(&list, dots);
    if (!empty) add_visual_runs(&list);
    if (ellipsis && !p->lang->rtl) add_run(&list, dots);
    return (TextLine){.runs = list.runs,
                      .run_count = list.count,
                      .width_px = list.width_px,
                      .text = line_text(engine, p, line),
                      .start_byte = p->units[range.start].byte,
                      .end_byte = p->units[range.end].byte,
                      .cut = ellipsis};
}
