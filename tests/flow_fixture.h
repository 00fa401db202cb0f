/* flow_fixture.h - columns made of paragraphs, cards and grounds whose heights are easy to add up. */
#ifndef HEARTH_FLOW_FIXTURE_H
#define HEARTH_FLOW_FIXTURE_H

#include "unit.h"

#include "block/flow.h"

enum { LINE = 10 };

static Arena arena;

static inline int free_arena(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* A paragraph of `count` lines "a0 a1 ..." as the text layer would lay it out, without fonts. */
static inline const TextLayout *lines_of(char letter, size_t count)
{
    TextLine *lines = ARENA_ARRAY(&arena, TextLine, count);
    for (size_t i = 0; i < count; i++)
        lines[i] = (TextLine){
            .text = arena_format(&arena, "%c%zu", letter, i),
            .width_px = 20,
            .baseline_px = 8,
            .start_byte = 3 * i,
            .end_byte = 3 * i + 2,
        };
    TextLayout *layout = ARENA_NEW(&arena, TextLayout);
    *layout = (TextLayout){lines, count, 20, LINE, false};
    return layout;
}

static inline Flow flow_new(void)
{
    Flow flow;
    flow_begin(&flow, &arena, 100, "en");
    return flow;
}

static inline void add_text(Flow *flow, char letter, size_t lines, int gap)
{
    flow_paragraph(flow, lines_of(letter, lines), NODE_TEXT, gap, 0, color_rgb(0));
}

static inline void add_heading(Flow *flow, size_t lines)
{
    flow_paragraph(flow, lines_of('h', lines), NODE_HEADING, 0, 0, color_rgb(0));
}

static inline void add_card(Flow *flow, int height)
{
    flow_begin_piece(flow, 0);
    flow_end_piece(flow, height);
}

/* Text on a ground with 5 px above and below. */
static inline void add_ground(Flow *flow, size_t lines, int gap)
{
    FlowGround *ground = ARENA_NEW(&arena, FlowGround);
    *ground =
        (FlowGround){.x_px = 3, .w_px = 90, .pad_top_px = 5, .pad_bottom_px = 5, .radius_px = 4, .fill = color_rgb(1)};
    size_t first = flow->count;
    flow->ground = ground;
    add_text(flow, 'g', lines, gap);
    flow->ground = NULL;
    flow_keep(flow, first);
}

static inline void add_button(Flow *flow, const char *id)
{
    Scene *scene = flow_begin_piece(flow, 0);
    int node = scene_node(scene, (SceneNode){.role = NODE_BUTTON, .id = id, .label = id, .area = {0, 0, 50, 20}});
    scene_box(scene, (Rect){0, 0, 50, 20}, color_rgb(scene->nodes[node].pressed ? 1 : 2), 0);
    scene_node_end(scene);
    flow_end_piece(flow, 20);
}

#endif
