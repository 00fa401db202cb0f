#include "block/flow.h"

#include <string.h>

void flow_begin(Flow *flow, Arena *arena, int width_px, const char *lang)
{
    *flow = (Flow){.arena = arena, .lang = lang, .width_px = width_px};
}

Scene *flow_begin_piece(Flow *flow, int gap_px)
{
    flow->pieces = arena_grow(flow->arena, flow->pieces, flow->count, &flow->capacity, sizeof(*flow->pieces));
    FlowPiece *piece = &flow->pieces[flow->count++];
    *piece = (FlowPiece){.gap_px = gap_px, .part = flow->part, .ground = flow->ground};
    scene_begin(&piece->scene, flow->arena, flow->width_px, 0, (Color){0}, flow->lang);
    piece->scene.open_pressed = flow->pressed;
    return &piece->scene;
}

FlowPiece *flow_end_piece(Flow *flow, int height_px)
{
    FlowPiece *piece = &flow->pieces[flow->count - 1];
    piece->height_px = height_px;
    piece->scene.h = height_px;
    return piece;
}

void flow_paragraph(Flow *flow, const TextLayout *layout, NodeRole role, int gap_px, int indent_px, Color color)
{
    flow->paragraph++;
    for (size_t i = 0; i < layout->line_count; i++) {
        Scene *scene = flow_begin_piece(flow, i == 0 ? gap_px : 0);
        scene_line(scene, &layout->lines[i], indent_px, 0, layout->line_px, color);
        FlowPiece *piece = flow_end_piece(flow, layout->line_px);
        piece->paragraph = flow->paragraph;
        piece->role = role;
    }
}

void flow_keep(Flow *flow, size_t first)
{
    for (size_t i = first; i + 1 < flow->count; i++)
        flow->pieces[i].keep_next = int_max(flow->pieces[i].keep_next, (int)(flow->count - 1 - i));
}

void flow_point(Flow *flow, size_t first, size_t index, size_t count)
{
    if (first < flow->count) flow->pieces[first].follows_point = index == 1 || (index > 0 && index + 1 == count);
}

/* The piece begins a run of pieces on one ground. `top` is the first piece of the page. */
static bool ground_begins(const Flow *flow, size_t i, size_t top)
{
    const FlowGround *ground = flow->pieces[i].ground;
    return ground && (i == top || flow->pieces[i - 1].ground != ground);
}

static int pad_below(const FlowPiece *piece) { return piece->ground ? piece->ground->pad_bottom_px : 0; }

/* From the bottom of the piece before to the top of piece `i`, on a page that begins with `top`. */
static int space_above(const Flow *flow, size_t i, size_t top)
{
    const FlowPiece *piece = &flow->pieces[i];
    int space = i == top ? 0 : piece->gap_px;
    if (i > top && flow->pieces[i - 1].ground != piece->ground) space += pad_below(&flow->pieces[i - 1]);
    if (ground_begins(flow, i, top)) space += piece->ground->pad_top_px;
    return space;
}

int flow_page_height(const Flow *flow, const FlowPage *page)
{
    int height = 0;
    size_t end = page->first + page->count;
    for (size_t i = page->first; i < end; i++) height += space_above(flow, i, page->first) + flow->pieces[i].height_px;
    return page->count > 0 ? height + pad_below(&flow->pieces[end - 1]) : 0;
}

enum { HEADING_LINES = 2 }; /* that must follow a heading on its page */

/* How much a page break before a piece hurts; the least is taken. Of equals it is the break that leaves both pages
 * standing well: page_unrest() weighs that. */
typedef enum CutCost {
    CUT_FREE,
    CUT_BLOCK,   /* inside of what should stay together */
    CUT_LINES,   /* leaves a single line of a paragraph or below a heading, or splits one of two or three lines */
    CUT_HEADING, /* ends a page with a heading, or splits it */
} CutCost;

static void cost_raise(CutCost *costs, size_t i, CutCost cost)
{
    if (costs[i] < cost) costs[i] = cost;
}

/* Breaks inside the paragraph of pieces `first` to `end`. */
static void cost_of_paragraph(const Flow *flow, size_t first, size_t end, CutCost *costs)
{
    bool heading = flow->pieces[first].role == NODE_HEADING;
    for (size_t i = first + 1; i < end; i++) {
        bool lonely = i - first < 2 || end - i < 2;
        if (heading || lonely) cost_raise(costs, i, heading ? CUT_HEADING : CUT_LINES);
    }
}

/* Breaks after the heading that ends before `end`: a card is enough below it, of lines there must be two. */
static void cost_of_heading(const Flow *flow, size_t end, CutCost *costs)
{
    for (size_t i = end; i < flow->count && i < end + HEADING_LINES; i++) {
        cost_raise(costs, i, i == end ? CUT_HEADING : CUT_LINES);
        if (flow->pieces[i].paragraph == 0) return;
    }
}

static CutCost *cut_costs(const Flow *flow)
{
    CutCost *costs = ARENA_ARRAY(flow->arena, CutCost, flow->count + 1);
    for (size_t i = 0; i < flow->count;) {
        size_t end = i + 1;
        while (end < flow->count && flow->pieces[i].paragraph != 0 &&
               flow->pieces[end].paragraph == flow->pieces[i].paragraph)
            end++;
        if (flow->pieces[i].paragraph != 0) cost_of_paragraph(flow, i, end, costs);
        if (flow->pieces[i].paragraph != 0 && flow->pieces[i].role == NODE_HEADING) cost_of_heading(flow, end, costs);
        i = end;
    }
    for (size_t i = 0; i < flow->count; i++)
        for (size_t next = i + 1; next < flow->count && next - i <= (size_t)flow->pieces[i].keep_next; next++)
            cost_raise(costs, next, CUT_BLOCK);
    return costs;
}

static const SceneItem *piece_line(const FlowPiece *piece)
{
    for (size_t i = 0; i < piece->scene.item_count; i++)
        if (piece->scene.items[i].kind == ITEM_TEXT) return &piece->scene.items[i];
    return NULL;
}

/* A line that announces what follows: a list, a sentence to borrow. */
static bool announces(const FlowPiece *piece)
{
    const SceneItem *item = piece->paragraph != 0 ? piece_line(piece) : NULL;
    size_t length = item ? strlen(item->line->text) : 0;
    return length > 0 && item->line->text[length - 1] == ':';
}

/* What is small, so that it never outweighs a CutCost. All in one scale: the square of what is empty on a page. */
enum {
    UNREST_EMPTY = 300,  /* a page without anything on it */
    UNREST_LAST = 450,   /* the same of the last page, which has no reason to be short */
    UNREST_SPLIT = 30,   /* a paragraph goes on over the page */
    UNREST_LONELY = 100, /* a list leaves one point alone, or words that announce something stand without it */
    LAST_PAGE_FULL = 60, /* percent; below, the last page looks forgotten */
    PERCENT = 100,
};

static int unrest_of_share(int missing, int of, int whole)
{
    if (missing <= 0 || of <= 0) return 0;
    int share = int_min(missing * PERCENT / of, PERCENT);
    return whole * share * share / (PERCENT * PERCENT);
}

/* How badly a page of `used_px` that ends before piece `end` would stand, and the page after it if that is the last. */
static int page_unrest(const Flow *flow, size_t end, int used_px, int height_px)
{
    const FlowPiece *before = &flow->pieces[end - 1], *after = &flow->pieces[end];
    int unrest = unrest_of_share(height_px - used_px, height_px, UNREST_EMPTY);
    if (after->paragraph != 0 && after->paragraph == before->paragraph) unrest += UNREST_SPLIT;
    if (after->follows_point || announces(before)) unrest += UNREST_LONELY;
    int rest = flow_page_height(flow, &(FlowPage){.first = end, .count = flow->count - end});
    if (rest > height_px) return unrest;
    int full = height_px * LAST_PAGE_FULL / PERCENT;
    return unrest + unrest_of_share(full - rest, full, UNREST_LAST);
}

/* The first piece of the page after the one that begins with `top`. */
static size_t page_end(const Flow *flow, const CutCost *costs, size_t top, int height_px)
{
    size_t best = top + 1;
    bool found = false;
    int height = 0, least = 0;
    for (size_t i = top; i < flow->count; i++) {
        height += space_above(flow, i, top) + flow->pieces[i].height_px;
        int used = height + pad_below(&flow->pieces[i]);
        if (used > height_px) break;
        if (i + 1 == flow->count) return flow->count;
        int unrest = page_unrest(flow, i + 1, used, height_px);
        bool better = !found || costs[i + 1] < costs[best] || (costs[i + 1] == costs[best] && unrest <= least);
        if (!better) continue;
        best = i + 1;
        least = unrest;
        found = true;
    }
    return best;
}

const FlowPage *flow_paginate(const Flow *flow, int height_px, size_t *page_count)
{
    FlowPage *pages = ARENA_ARRAY(flow->arena, FlowPage, flow->count + 1);
    const CutCost *costs = cut_costs(flow);
    *page_count = 0;
    for (size_t top = 0; top < flow->count;) {
        size_t end = page_end(flow, costs, top, height_px);
        pages[(*page_count)++] = (FlowPage){top, end - top, flow->pieces[top].part};
        top = end;
    }
    if (*page_count == 0) *page_count = 1; /* an empty page */
    return pages;
}

size_t flow_page_of_part(const Flow *flow, const FlowPage *pages, size_t page_count, int part)
{
    for (size_t page = 0; page < page_count; page++)
        for (size_t i = pages[page].first; i < pages[page].first + pages[page].count; i++)
            if (flow->pieces[i].part == part) return page;
    return 0;
}

static void emit_ground(const Flow *flow, const FlowPage *page, size_t i, Scene *scene, int x, int y)
{
    const FlowGround *ground = flow->pieces[i].ground;
    int height = ground->pad_top_px + flow->pieces[i].height_px + ground->pad_bottom_px;
    for (size_t next = i + 1; next < page->first + page->count && flow->pieces[next].ground == ground; next++)
        height += space_above(flow, next, page->first) + flow->pieces[next].height_px;
    Rect box = {x + ground->x_px, y - ground->pad_top_px, ground->w_px, height};
    scene_framed_box(scene, box, ground->fill, ground->radius_px, ground->edge, ground->edge_px);
}

/* What joins the paragraph of piece `i` to its part on the page before; NULL: it begins here. */
static const char *paragraph_joint(const Flow *flow, size_t i)
{
    if (i == 0 || flow->pieces[i - 1].paragraph != flow->pieces[i].paragraph) return NULL;
    const TextLine *before = piece_line(&flow->pieces[i - 1])->line, *line = piece_line(&flow->pieces[i])->line;
    return line->start_byte > before->end_byte ? " " : "";
}

/* Opens the node of the lines of one paragraph on this page; `i` is the first of them, at x, y. */
static int emit_paragraph_node(const Flow *flow, const FlowPage *page, size_t i, Scene *scene, int x, int y)
{
    const FlowPiece *first = &flow->pieces[i];
    const char *joint = paragraph_joint(flow, i);
    /* What is said before a paragraph is not said again in the middle of it. */
    SceneNode node = {.role = first->role, .label = first->spoken && !joint ? first->spoken : "", .continues = joint};
    const TextLine *before = NULL;
    for (size_t at = i; at < page->first + page->count && flow->pieces[at].paragraph == first->paragraph; at++) {
        const SceneItem *item = piece_line(&flow->pieces[at]);
        Rect box = {x + item->box.x, y + item->box.y, item->box.w, item->box.h};
        bool spaced = before ? item->line->start_byte > before->end_byte : node.label[0] != '\0';
        node.label = arena_format(flow->arena, "%s%s%s", node.label, spaced ? " " : "", item->line->text);
        node.area = rect_union(node.area, box);
        before = item->line;
        y += flow->pieces[at].height_px;
    }
    int index = scene_node(scene, node);
    scene_node_end(scene);
    return index;
}

/* `node`: what the piece's loose items belong to, -1: nothing. */
static void emit_piece(const FlowPiece *piece, Scene *scene, int node, int x, int y)
{
    size_t first_item = scene->item_count;
    scene_append(scene, &piece->scene, x, y);
    for (size_t i = first_item; i < scene->item_count; i++)
        if (scene->items[i].node < 0) scene->items[i].node = node;
}

void flow_emit(const Flow *flow, const FlowPage *page, Scene *scene, int x, int y)
{
    int paragraph = 0, node = -1;
    size_t first_node = scene->node_count;
    for (size_t i = page->first; i < page->first + page->count; i++) {
        const FlowPiece *piece = &flow->pieces[i];
        y += space_above(flow, i, page->first);
        if (ground_begins(flow, i, page->first)) emit_ground(flow, page, i, scene, x, y);
        if (piece->paragraph == 0)
            node = -1;
        else if (piece->paragraph != paragraph)
            node = emit_paragraph_node(flow, page, i, scene, x, y);
        paragraph = piece->paragraph;
        emit_piece(piece, scene, node, x, y);
        y += piece->height_px;
    }
    if (!scene->lang || strcmp(scene->lang, flow->lang) == 0) return;
    for (size_t i = first_node; i < scene->node_count; i++) scene->nodes[i].lang = flow->lang;
}
