#include "block/block.h"

typedef struct TextBlock {
    const char *text;
} TextBlock;

static void text_check(const Block *block, const BlockCheck *check)
{
    const TextBlock *props = block->props;
    check_prose(check, block->at, props->text);
}

static void text_layout_block(const Block *block, BlockLook *look, Flow *flow)
{
    const TextBlock *props = block->props;
    int gap = look_gap(look, SPACE_TEXT);
    look_paragraphs(look, flow, TYPE_READ, props->text, gap, look_px(look, 24), 0, look->width_px);
}

const BlockType block_text = {
    .name = "text",
    .doc = "Paragraphs to read. A blank line begins a new one. *Light* and **strong** words are all the mark-up.",
    .props_size = sizeof(TextBlock),
    .value = {F_TEXT(TextBlock, text, "text"), .flags = FIELD_REQUIRED, .max = 3000,
              .doc = "one or more paragraphs, with a blank line between them",
              .example = "When someone you love goes quiet, your body may sound an alarm."},
    .sample = "text: |\n"
              "  When someone you love goes quiet, your body may sound an alarm. You check your phone. You\n"
              "  replay the last talk, and wonder what you did wrong.\n"
              "\n"
              "  You can be **close and still free**. Steady does not mean *never* upset. It means that the\n"
              "  mend comes soon.\n",
    .check = text_check,
    .layout = text_layout_block,
};
