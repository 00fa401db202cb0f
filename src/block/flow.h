/* flow.h - a column of content as pieces that a page may be cut between.
 *
 * Blocks add pieces; flow_paginate() puts them on pages that never cut a piece. A line of running text is
 * a piece of its own; a card is one piece, whatever its height. */
#ifndef HEARTH_FLOW_H
#define HEARTH_FLOW_H

#include "gfx/scene.h"

typedef struct FlowPiece {
    int gap_px;    /* above it; dropped at the top of a page */
    int height_px;
    int keep_next; /* this many following pieces must be on the same page */
    int part;      /* index of the page part (chip) it belongs to */
    int paragraph; /* lines of one paragraph share this; 0: not a line of text */
    NodeRole role; /* of the paragraph's node */
    Scene scene;   /* items and nodes, from 0, 0 */
} FlowPiece;

typedef struct FlowPage {
    size_t first, count; /* pieces */
    int part;            /* of its first piece */
} FlowPage;

typedef struct Flow {
    Arena *arena;
    const char *lang;
    int width_px;
    FlowPiece *pieces;
    size_t count, capacity;
    int part, paragraph; /* current */
} Flow;

void flow_begin(Flow *flow, Arena *arena, int width_px, const char *lang);
/* The scene to record the next piece into; flow_end_piece() closes it. */
Scene *flow_begin_piece(Flow *flow, int gap_px);
FlowPiece *flow_end_piece(Flow *flow, int height_px);
/* Adds a paragraph as one piece a line. `indent_px` moves it right. */
void flow_paragraph(Flow *flow, const TextLayout *layout, NodeRole role, int gap_px, int indent_px, Color color);

/* Puts all pieces on pages of `height_px`; a piece higher than that has a page to itself. Never zero pages. */
const FlowPage *flow_paginate(const Flow *flow, int height_px, size_t *page_count);
/* The page that shows the first piece of `part`. */
size_t flow_page_of_part(const Flow *flow, const FlowPage *pages, size_t page_count, int part);
int flow_page_height(const Flow *flow, const FlowPage *page);
void flow_emit(const Flow *flow, const FlowPage *page, Scene *scene, int x, int y);

#endif
