/* runs.h - parts of a paragraph as runs: how wide they are, and in which order they are seen. */
#ifndef HEARTH_TEXT_RUNS_H
#define HEARTH_TEXT_RUNS_H

#include "text/engine.h"

typedef enum LineEnd { LINE_ENDS, LINE_ENDS_IN_HYPHEN, LINE_ENDS_IN_ELLIPSIS } LineEnd;

typedef struct LineRange {
    UnitRange units; /* what is shown: without the spaces that hang at the end */
    int32_t next;    /* where the next line starts */
    LineEnd end;
} LineRange;

/* Width of what is shown of the line; its .next is not read. */
int runs_width(TextEngine *engine, const Paragraph *paragraph, const LineRange *line);
/* The line itself, in the engine's arena. Its baseline_px is left 0. */
TextLine runs_line(TextEngine *engine, const Paragraph *paragraph, const LineRange *line);

#endif
