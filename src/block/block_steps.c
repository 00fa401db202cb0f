#include "block/block.h"

typedef struct StepsBlock {
    TextList items;
} StepsBlock;

static void steps_check(const Block *block, const BlockCheck *check)
{
    const StepsBlock *props = block->props;
    for (size_t i = 0; i < props->items.count; i++) check_prose(check, props->items.marks[i], props->items.items[i]);
}

/* "Step 2 of 3." */
static const char *step_spoken(Arena *arena, const Words *words, size_t step, size_t count)
{
    const char *text = word_with(words, arena, "steps-spoken", "step", arena_format(arena, "%zu", step));
    text = word_fill(arena, text, "n", arena_format(arena, "%zu", count));
    return arena_format(arena, "%s.", text);
}

static void draw_number(const BlockLook *look, FlowPiece *line, size_t number)
{
    int circle = look_px(look, 52);
    Rect box = {0, (line->height_px - circle) / 2, circle, circle};
    const char *text = arena_format(look->arena, "%zu", number);
    const TextLayout *label = look_label(look, FACE_BODY_BOLD, 28, 34, text);
    look_pane(look, &line->scene, box, circle / 2, FAMILY_TREATMENT);
    look_draw(&line->scene, label, (circle - label->width_px) / 2, box.y + (circle - label->line_px) / 2,
              look->theme->family[FAMILY_TREATMENT].deep);
}

static void steps_layout(const Block *block, BlockLook *look, Flow *flow)
{
    const StepsBlock *props = block->props;
    int indent = look_px(look, 72);
    int gap = look_gap(look, SPACE_TEXT);
    for (size_t i = 0; i < props->items.count; i++) {
        size_t first = flow->count;
        look_paragraphs(look, flow, TYPE_READ, props->items.items[i], gap, 0, indent, look->width_px - indent);
        gap = look_px(look, 16);
        if (flow->count == first) continue;
        flow_point(flow, first, i, props->items.count);
        draw_number(look, &flow->pieces[first], i + 1);
        flow->pieces[first].spoken = step_spoken(look->arena, look->words, i + 1, props->items.count);
    }
}

const BlockType block_steps = {
    .name = "steps",
    .doc = "Things to do one after the other, numbered, at most seven.",
    .props_size = sizeof(StepsBlock),
    .value = {F_TEXTS(StepsBlock, items, "steps"), .flags = FIELD_REQUIRED, .min = 2, .max = 7, .item_max = 240,
              .doc = "two to seven steps, a sentence or two each",
              .example = "[Put both feet on the floor., Breathe out longer than in.]"},
    .sample = "steps:\n"
              "  - Put both feet on the floor.\n"
              "  - Breathe out, longer than in.\n"
              "  - Name five things you can see. They can be as plain as a chair leg or the corner of a poster.\n",
    .check = steps_check,
    .layout = steps_layout,
};
