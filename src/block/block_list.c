#include "block/block.h"

typedef struct ListBlock {
    TextList items;
} ListBlock;

static void list_check(const Block *block, const BlockCheck *check)
{
    const ListBlock *props = block->props;
    for (size_t i = 0; i < props->items.count; i++) check_prose(check, props->items.marks[i], props->items.items[i]);
}

static void list_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const ListBlock *props = block->props;
    int indent = look_px(look, 32), dot = look_px(look, 12);
    int gap = look_gap(look, SPACE_TEXT);
    for (size_t i = 0; i < props->items.count; i++) {
        size_t first = flow->count;
        look_paragraphs(look, flow, TYPE_READ, props->items.items[i], gap, 0, indent, look->width_px - indent);
        gap = look_px(look, 10);
        if (flow->count == first) continue;
        flow_point(flow, first, i, props->items.count);
        FlowPiece *line = &flow->pieces[first];
        scene_box(&line->scene, (Rect){0, (line->height_px - dot) / 2, dot, dot}, look->theme->clay, dot / 2);
    }
}

const BlockType block_list = {
    .name = "list",
    .doc = "Short points with dots, at most seven. Split a longer list.",
    .props_size = sizeof(ListBlock),
    .value = {F_TEXTS(ListBlock, items, "list"), .flags = FIELD_REQUIRED, .min = 1, .max = 7, .item_max = 240,
              .doc = "one to seven points, a sentence or two each",
              .example = "[Say what you saw., Say what you felt.]"},
    .sample = "list:\n"
              "  - Say what you saw.\n"
              "  - Say what you felt, in *one word*.\n"
              "  - Ask for one small thing, and let the other person answer in their own time.\n",
    .check = list_check,
    .layout = list_layout,
};
