/* layout.c - fills lines: as much on each as fits, then headings balanced, then what is too much cut off.
 *
 * Whole candidate lines are measured, never sums of words: kerning and joining letters cross spaces. */
#include <unicode/uchar.h>

#include "text/fonts.h"
#include "text/runs.h"

enum {
    SOFT_HYPHEN = 0xAD,
    WORD_UNITS_MAX = 256 /* longer ones are no words: they are cut without measuring the whole each time */
};

typedef struct Lines {
    LineRange *items;
    size_t count, capacity;
    size_t cut_words; /* lines that end inside a word */
    bool truncated;
} Lines;

typedef struct Filler {
    TextEngine *engine;
    const Paragraph *paragraph;
    int width_px;  /* 0: no limit */
    int max_lines; /* 0: no limit */
    bool ellipsis; /* each line must leave room for one */
    int32_t guess; /* how many units a line takes: where to look first */
} Filler;

static void add_line(const Filler *filler, Lines *lines, LineRange line)
{
    lines->items =
        arena_grow(&filler->engine->arena, lines->items, lines->count, &lines->capacity, sizeof(*lines->items));
    lines->items[lines->count++] = line;
}

/* What is not drawn at the end of a line. Left there, ICU would take it for the paragraph's own direction. */
static bool hangs(UChar unit) { return char_is_space(unit) || char_is_hidden(unit); }

/* The line from `start` if it ends at `end`: trailing spaces hang, a soft hyphen shows. */
static LineRange line_between(const Paragraph *p, int32_t start, int32_t end)
{
    LineRange line = {{start, end}, end, LINE_ENDS};
    bool hard = end == p->length || p->text[end] == '\n';
    if (!hard && end > start && p->text[end - 1] == SOFT_HYPHEN) line.end = LINE_ENDS_IN_HYPHEN;
    while (line.units.end > start && hangs(p->text[line.units.end - 1])) line.units.end--;
    return line;
}

static bool line_fits(const Filler *filler, int32_t start, int32_t end)
{
    LineRange line = line_between(filler->paragraph, start, end);
    if (filler->ellipsis) line.end = LINE_ENDS_IN_ELLIPSIS;
    return runs_width(filler->engine, filler->paragraph, &line) <= filler->width_px;
}

/* How many of ends[0..count), ascending, still fit as the end of a line from `start`. Looks first where a line of the
 * usual length would end, further and further from there, then halves: two or three measurings a line. */
static size_t count_fitting(const Filler *filler, int32_t start, const int32_t *ends, size_t count)
{
    if (filler->width_px <= 0) return count;
    size_t fits = 0, too_many = count + 1, step = 1, probe = 0;
    while (probe < count && ends[probe] - start <= filler->guess) probe++;
    if (probe == 0) probe = 1;
    while (too_many - fits > 1) {
        if (line_fits(filler, start, ends[probe - 1]))
            fits = probe;
        else
            too_many = probe;
        if (too_many > count)
            probe = count - fits > step ? fits + step : count;
        else if (fits == 0)
            probe = too_many > step + 1 ? too_many - step : 1;
        else
            probe = fits + (too_many - fits) / 2;
        step *= 2;
    }
    return fits;
}

/* The index in p->clusters of the first end after `start`. */
static size_t first_cluster_after(const Paragraph *p, int32_t start)
{
    size_t low = 0, high = p->cluster_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->clusters[middle] <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool splits_number(const Paragraph *p, int32_t at)
{
    return at > 0 && p->units[at].in_number && p->units[at - 1].in_number;
}

/* The last of ends[0..count) that is neither inside a number nor before a closing mark; the last of all if none is. */
static int32_t best_cut(const Paragraph *p, const int32_t *ends, size_t count)
{
    for (size_t i = count; i > 0; i--)
        if (!splits_number(p, ends[i - 1]) && !paragraph_closes_at(p, ends[i - 1])) return ends[i - 1];
    return ends[count - 1];
}

/* Where to cut a word that is longer than a line: between clusters, after at least one. `end` is the word's end, which
 * is also the answer if it fits after all. */
static int32_t cut_word(const Filler *filler, int32_t start, int32_t end)
{
    const Paragraph *p = filler->paragraph;
    size_t first = first_cluster_after(p, start), past = first_cluster_after(p, end);
    size_t fits = count_fitting(filler, start, p->clusters + first, past - first);
    return best_cut(p, p->clusters + first, fits > 0 ? fits : 1);
}

/* Fills lines from `start` to the hard end of line at `end`, which is p->breaks[last]. */
static void fill_hard_line(Filler *filler, Lines *lines, int32_t start, size_t first, size_t last)
{
    const Paragraph *p = filler->paragraph;
    int32_t end = p->breaks[last];
    while (start < end && char_is_space(p->text[start])) start++;
    do {
        while (first < last && p->breaks[first] <= start) first++;
        bool long_word = filler->width_px > 0 && p->breaks[first] - start > WORD_UNITS_MAX;
        size_t fits = long_word ? 0 : count_fitting(filler, start, p->breaks + first, last - first + 1);
        int32_t at = fits > 0 ? p->breaks[first + fits - 1] : cut_word(filler, start, p->breaks[first]);
        if (fits == 0 && at < p->breaks[first]) lines->cut_words++;
        add_line(filler, lines, line_between(p, start, at));
        if (at < end) filler->guess = at - start;
        start = at;
        lines->truncated = filler->max_lines > 0 && lines->count >= (size_t)filler->max_lines && at < p->length;
    } while (start < end && !lines->truncated);
}

static Lines fill(Filler *filler)
{
    const Paragraph *p = filler->paragraph;
    Lines lines = {0};
    int32_t start = 0;
    for (size_t first = 0; first < p->break_count && !lines.truncated;) {
        size_t last = first;
        while (p->breaks[last] < p->length && p->text[p->breaks[last]] != '\n') last++;
        fill_hard_line(filler, &lines, start, first, last);
        start = p->breaks[last] + 1;
        first = last + 1;
    }
    return lines;
}

/* True if the last line could not be broken anywhere: a single word alone. */
static bool ends_in_lone_word(const Paragraph *p, const Lines *lines)
{
    if (lines->count < 2) return false;
    const LineRange *last = &lines->items[lines->count - 1];
    for (size_t i = 0; i < p->break_count; i++)
        if (p->breaks[i] > last->units.start && p->breaks[i] < last->units.end) return false;
    return true;
}

static int widest_line(const Filler *filler, const Lines *lines)
{
    int widest = 0;
    for (size_t i = 0; i < lines->count; i++)
        widest = int_max(widest, runs_width(filler->engine, filler->paragraph, &lines->items[i]));
    return widest;
}

/* Narrower, a word at a time, until the last line has company; as before if that takes more lines or cuts a word. */
static Lines balance(const Filler *filler, Lines lines)
{
    if (lines.truncated || filler->width_px <= 0) return lines;
    Filler narrower = *filler;
    Lines tried = lines;
    while (ends_in_lone_word(filler->paragraph, &tried)) {
        narrower.width_px = widest_line(filler, &tried) - 1;
        if (narrower.width_px <= 0) return lines;
        tried = fill(&narrower);
        if (tried.count > lines.count || tried.cut_words > lines.cut_words) return lines;
        if (widest_line(filler, &tried) > narrower.width_px) return lines;
    }
    return tried;
}

/* Makes room for an ellipsis at the end of a line: cuts between clusters, never inside a number. */
static LineRange end_in_ellipsis(const Filler *filler, LineRange line)
{
    const Paragraph *p = filler->paragraph;
    const Filler roomy = {filler->engine, p, .width_px = filler->width_px, .ellipsis = true, .guess = filler->guess};
    int32_t start = line.units.start;
    size_t first = first_cluster_after(p, start), past = first_cluster_after(p, line.units.end);
    size_t fits = count_fitting(&roomy, start, p->clusters + first, past - first);
    while (fits > 0 && splits_number(p, p->clusters[first + fits - 1])) fits--;
    LineRange cut = line_between(p, start, fits > 0 ? p->clusters[first + fits - 1] : start);
    return (LineRange){cut.units, line.next, LINE_ENDS_IN_ELLIPSIS};
}

/* The line box is the same for every line whatever faces are on it, so that baselines keep their distance: the main
 * face, in the largest size, sits in its middle. */
static int baseline(const Paragraph *p, const FontSource *fonts, int line_px)
{
    if (p->span_count == 0) return line_px;
    const TextSpan *main = &p->spans[0];
    for (size_t i = 1; i < p->span_count; i++)
        if (p->spans[i].size_px > main->size_px) main = &p->spans[i];
    FontId font;
    if (fonts_candidates(p->lang->tag, script_tag(p->lang->script), main->face, &font, 1) == 0) return line_px;
    FontMetrics metrics = fonts->metrics(fonts->context, font, main->size_px);
    return (line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
}

TextLayout layout_paragraph(TextEngine *engine, const char *lang, const TextSpan *spans, size_t span_count,
                            const TextStyle *style)
{
    Paragraph *p = paragraph_new(&engine->arena, engine_lang(engine, lang), spans, span_count, style->width_px <= 0);
    atoms_find(p);
    bidi_resolve(p, engine->paragraph_bidi);
    breaks_find(p);
    itemize(p, &engine->fonts);
    int em_px = span_count > 0 ? int_max(1, spans[0].size_px) : 1;
    Filler filler = {engine, p, .width_px = style->width_px, .max_lines = style->max_lines,
                     .guess = style->width_px / em_px * 2};
    Lines lines = fill(&filler);
    if (style->balance) lines = balance(&filler, lines);
    if (lines.truncated) lines.items[lines.count - 1] = end_in_ellipsis(&filler, lines.items[lines.count - 1]);
    TextLine *out = ARENA_ARRAY(&engine->arena, TextLine, lines.count);
    TextLayout layout = {
        .lines = out, .line_count = lines.count, .line_px = style->line_px, .truncated = lines.truncated};
    int baseline_px = baseline(p, &engine->fonts, style->line_px);
    for (size_t i = 0; i < lines.count; i++) {
        out[i] = runs_line(engine, p, &lines.items[i]);
        out[i].baseline_px = baseline_px;
        layout.width_px = int_max(layout.width_px, out[i].width_px);
    }
    return layout;
}
