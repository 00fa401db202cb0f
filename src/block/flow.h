/* flow.h - a column of content as pieces that a page may be cut between.
 *
 * Blocks add pieces; flow_paginate() puts them on pages that never cut a piece. A line of running text is
 * a piece of its own; a card is one piece, whatever its height. */
#ifndef HEARTH_FLOW_H
#define HEARTH_FLOW_H

#include "gfx/scene.h"

/* A box behind all the pieces that share it, drawn once on each page that shows some of them: a card that is
 * higher than a page is cut between its lines and looks like two cards. */
typedef struct FlowGround {
    int x_px, w_px;                /* within the column */
    int pad_top_px, pad_bottom_px; /* kept free above the first and below the last piece */
    int radius_px, edge_px;
    Color fill, edge;
} FlowGround;

typedef struct FlowPiece {
    int gap_px; /* above it; dropped at the top of a page */
    int height_px;
    int keep_next;      /* this many following pieces belong on the same page, as long as they fit on one */
    int part;           /* index of the page part (chip) it belongs to */
    int paragraph;      /* lines of one paragraph share this; 0: not a line of text */
    NodeRole role;      /* of the paragraph's node */
    bool follows_point; /* the point before it would stand alone, or it would itself, if a page were cut above it */
    const char *spoken; /* said before the paragraph ("Step 2 of 3"); NULL: nothing */
    const FlowGround *ground; /* NULL: none */
    Scene scene;              /* items and nodes, from 0, 0 */
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
    int part, paragraph;      /* current */
    const FlowGround *ground; /* of the pieces that are added now; NULL: none */
    const char *pressed;      /* id of the pressed node, set after flow_begin(); its piece draws itself so */
} Flow;

/* Begins an empty column of `width_px`. `arena` and `lang` must outlive it. */
void flow_begin(Flow *flow, Arena *arena, int width_px, const char *lang);
/* The scene to record the next piece into; flow_end_piece() closes it. */
Scene *flow_begin_piece(Flow *flow, int gap_px);
/* Ends the piece that flow_begin_piece() began. Returns it, to adjust before the next piece. */
FlowPiece *flow_end_piece(Flow *flow, int height_px);
/* Adds a paragraph as one piece a line. `indent_px` moves it right. A heading stays with two lines after it. */
void flow_paragraph(Flow *flow, const TextLayout *layout, NodeRole role, int gap_px, int indent_px, Color color);
/* Keeps the pieces from number `first` on together, as long as they fit on one page. */
void flow_keep(Flow *flow, size_t first);
/* The pieces from number `first` on are point `index` of a list of `count`: no point is to stand alone on a page. */
void flow_point(Flow *flow, size_t first, size_t index, size_t count);

/* Puts all pieces on pages of `height_px`; a piece higher than that has a page to itself. Never zero pages. */
const FlowPage *flow_paginate(const Flow *flow, int height_px, size_t *page_count);
/* The page that shows the first piece of `part`. */
size_t flow_page_of_part(const Flow *flow, const FlowPage *pages, size_t page_count, int part);
/* Returns the height in pixels that the pieces of a page take. */
int flow_page_height(const Flow *flow, const FlowPage *page);
/* Appends the pieces of `page` to `scene`, with the top left corner of the column at x, y. */
void flow_emit(const Flow *flow, const FlowPage *page, Scene *scene, int x, int y);

#endif
